// What a municipality owns and takes along when it leaves: a place for every table. A test compares this with the
// database, so that a table that is added later is never forgotten.

import { sessionHoldings } from './holdings-sessions.ts';

export interface Holding {
  /** Table, also the name of the file in the export. */
  readonly table: string;
  readonly what: string;
  /** Which rows are the municipality's, as SQL over the row `t`; `$1` is its code. */
  readonly own: string;
  /** Columns that make a row unique, with their types: rows are read in their order. */
  readonly key: readonly (readonly [column: string, type: 'uuid' | 'text' | 'integer'])[];
  /**
   * A moment by which the rows are read instead, where the key would tell something: the number of an event counts the
   * events of everybody. Rows of one moment are told apart by how many of them were read.
   */
  readonly moment: string | null;
  /** Columns that stay behind: they say nothing to people, or are secrets. */
  readonly without: readonly string[];
  /** Rows that are read at once; few where one row may hold a whole document. */
  readonly atOnce: number;
  /** A list of rows, or of files (`id`, `name`) whose bytes become files of their own beside the list. */
  readonly holds: 'rows' | 'files';
}

const scopes = ['visible_to', 'audience', 'writable_by'];

const holding = (
  table: string,
  what: string,
  key: Holding['key'],
  rest: Partial<Pick<Holding, 'own' | 'without' | 'atOnce' | 'moment' | 'holds'>> = {},
): Holding => ({
  table,
  what,
  key,
  moment: rest.moment ?? null,
  own: rest.own ?? 't.municipality = $1',
  without: [...scopes, ...(rest.without ?? [])],
  atOnce: rest.atOnce ?? 100,
  holds: rest.holds ?? 'rows',
});

/** Rows of a working copy, which is the municipality's. */
const own = (noun: string) =>
  `exists (select from ${noun} d where d.id = t.document_id and d.municipality = $1)`;

/** Rows that name a working copy of either noun. */
const ownDocument = (column: string) =>
  `(exists (select from intervention d where d.id = ${column} and d.municipality = $1)
    or exists (select from agenda d where d.id = ${column} and d.municipality = $1))`;

export const holdings: readonly Holding[] = [
  holding('municipality', 'De gemeente zelf', [['code', 'text']], {
    own: 't.code = $1',
  }),
  holding('region_municipality', 'Regio’s', [
    ['region', 'text'],
    ['municipality', 'text'],
  ]),
  holding('intervention', 'Interventies: werkversies', [['id', 'uuid']]),
  holding('intervention_version', 'Interventies: alle gepubliceerde versies', [
    ['intervention_id', 'uuid'],
    ['number', 'integer'],
  ]),
  holding('intervention_remark', 'Interventies: opmerkingen bij het schrijven', [['id', 'uuid']], {
    own: own('intervention'),
  }),
  holding('intervention_step', 'Interventies: wat er gebeurde', [['id', 'uuid']], {
    own: own('intervention'),
    atOnce: 20,
  }),
  holding('intervention_withdrawal', 'Interventies: intrekkingen', [['intervention_id', 'uuid']]),
  holding(
    'intervention_relation',
    'Interventies: verbanden',
    [
      ['intervention_id', 'uuid'],
      ['number', 'integer'],
      ['kind', 'text'],
      ['target', 'uuid'],
    ],
    {
      own: `exists (select from intervention_version v
        where v.intervention_id = t.intervention_id and v.number = t.number and v.municipality = $1)`,
    },
  ),
  holding(
    'intervention_party',
    'Interventies: partijen en scholen',
    [
      ['intervention_id', 'uuid'],
      ['number', 'integer'],
      ['named', 'uuid'],
    ],
    {
      own: `exists (select from intervention_version v
        where v.intervention_id = t.intervention_id and v.number = t.number and v.municipality = $1)`,
    },
  ),
  holding(
    'participation',
    'Deelnames: aan onze interventies, en van ons aan die van anderen',
    [
      ['intervention_id', 'uuid'],
      ['municipality', 'text'],
    ],
    { own: '(t.municipality = $1 or t.lead = $1)' },
  ),
  holding(
    'participation_question',
    'Vragen om mee te doen: die wij stelden en die wij kregen',
    [
      ['intervention_id', 'uuid'],
      ['municipality', 'text'],
      ['round', 'integer'],
    ],
    { own: '(t.municipality = $1 or t.lead = $1)' },
  ),
  holding('adoption', 'Interventies: wat van anderen is overgenomen', [['intervention_id', 'uuid']]),
  holding('adoption_count', 'Interventies: hoe vaak anderen ze overnamen', [['intervention_id', 'uuid']], {
    own: 'exists (select from intervention i where i.id = t.intervention_id and i.municipality = $1)',
  }),
  holding('agenda', 'Agenda’s: werkversies', [['id', 'uuid']]),
  holding('agenda_version', 'Agenda’s: alle gepubliceerde versies', [
    ['agenda_id', 'uuid'],
    ['number', 'integer'],
  ]),
  holding('agenda_remark', 'Agenda’s: opmerkingen bij het schrijven', [['id', 'uuid']], {
    own: own('agenda'),
  }),
  holding('agenda_step', 'Agenda’s: wat er gebeurde', [['id', 'uuid']], {
    own: own('agenda'),
    atOnce: 20,
  }),
  holding('agenda_withdrawal', 'Agenda’s: intrekkingen', [['agenda_id', 'uuid']]),
  holding(
    'agenda_party',
    'Agenda’s: partijen en scholen',
    [
      ['agenda_id', 'uuid'],
      ['number', 'integer'],
      ['named', 'uuid'],
    ],
    {
      own: `exists (select from agenda_version v
        where v.agenda_id = t.agenda_id and v.number = t.number and v.municipality = $1)`,
    },
  ),
  ...sessionHoldings,
  // Those it added, and what its texts point at: an id without a name is nothing to take along.
  holding('organisation', 'Organisaties en scholen', [['id', 'uuid']], {
    own: `(t.municipality = $1
      or exists (select from intervention i where i.municipality = $1 and i.content -> 'organisations' ? t.id::text)
      or exists (select from intervention_party p join intervention_version v
        on v.intervention_id = p.intervention_id and v.number = p.number
        where v.municipality = $1 and t.id in (p.named, p.organisation_id))
      or exists (select from agenda a where a.municipality = $1 and a.content -> 'organisations' ? t.id::text)
      or exists (select from agenda_party p join agenda_version v on v.agenda_id = p.agenda_id and v.number = p.number
        where v.municipality = $1 and t.id in (p.named, p.organisation_id)))`,
    without: ['name_key', 'reach'],
  }),
  // A source may be two megabytes, and it stands here as it came, as what was read in it, and as its draft.
  holding('document_import', 'Ingelezen documenten, met hun bron', [['id', 'uuid']], { atOnce: 2 }),
  holding(
    'import_decision',
    'Ingelezen documenten: wat erover besloten is',
    [
      ['import_id', 'uuid'],
      ['item', 'text'],
    ],
    {
      own: `exists (select from document_import d where d.id = t.import_id and d.municipality = $1)`,
    },
  ),
  holding('attachment', 'Bijlagen van interventies en agenda’s', [['id', 'uuid']], {
    own: ownDocument('t.document_id'),
  }),
  // The bytes of each become a file of its own, which whoever makes the archive fetches like anybody else.
  holding('file', 'Bestanden', [['id', 'uuid']], {
    own: `(exists (select from document_import d where d.id = t.held_by and d.municipality = $1) or ${ownDocument('t.held_by')})`,
    without: ['key'],
    holds: 'files',
  }),
  holding('community_offer', 'Vragen uit communities die ons zijn voorgelegd', [
    ['thread_id', 'uuid'],
    ['municipality', 'text'],
  ]),
  holding('community_offer_choice', 'Of wij vragen uit communities willen krijgen', [
    ['municipality', 'text'],
  ]),
  holding('signed_commitment', 'Samenwerkingsafspraken', [
    ['municipality', 'text'],
    ['commitment', 'text'],
  ]),
  holding('consultation', 'Bestuurlijke overleggen', [['id', 'uuid']]),
  holding('consultation_step', 'Bestuurlijke overleggen: wat beide kanten vastlegden', [
    ['consultation_id', 'uuid'],
    ['number', 'integer'],
  ]),
  holding('membership', 'Mensen en hun rollen', [['id', 'uuid']]),
  holding('account', 'Mensen: namen en adressen', [['id', 'uuid']], {
    own: 'exists (select from membership m where m.account_id = t.id and m.municipality = $1 and m.ended_at is null)',
  }),
  holding('invitation', 'Uitnodigingen', [['id', 'uuid']], {
    without: ['token_hash'],
  }),
  holding('audit_event', 'Logboek', [], {
    moment: 'at',
    without: ['id'],
    atOnce: 500,
  }),
];

/** Tables that no municipality takes along, each with its reason. */
export const noMunicipalitys: Readonly<Record<string, string>> = {
  attempt: 'tellers van pogingen, van niemand',
  audience: 'hoort bij de werking van het platform',
  audit_chain: 'hoort bij de werking van het logboek',
  audit_count: 'hoort bij de werking van het logboek',
  audit_link: 'hoort bij de werking van het logboek',
  audit_pending: 'hoort bij de werking van het logboek',
  audit_person: 'wie bij welk kenmerk hoort, weet alleen het platform',
  calendar_address: 'van een persoon',
  community: 'van zijn leden, uit alle gemeenten en organisaties',
  community_invitation: 'van de moderatoren van een community',
  community_library: 'van de leden van een community',
  community_log: 'van de moderatoren van een community',
  community_member: 'van een persoon',
  community_post: 'van wie het schreef',
  community_post_earlier: 'van wie het schreef',
  community_reaction: 'van een persoon',
  community_report: 'van wie het meldde',
  community_thread: 'van de leden van een community',
  credential: 'geheim van een persoon',
  agenda_presence: 'wie er nu in werkt, na een uur vergeten',
  import_presence: 'wie er nu kijkt, na een dag vergeten',
  intervention_presence: 'wie er nu in werkt, na een uur vergeten',
  external_identity: 'van een persoon',
  follow: 'van een persoon',
  file_content: 'leeg: de inhoud van bestanden staat in de opslag en gaat met de lijst van bestanden mee',
  file_removal: 'wat verwijderd is en binnen een dag weg is',
  happening: 'wat verteld gaat worden, van niemand en meestal binnen seconden weg',
  login_session: 'geheim van een persoon',
  mailed_link: 'geheim van een persoon',
  notification: 'van een persoon',
  notification_choice: 'van een persoon',
  organisation_merge: 'van de alliantie, die dubbele organisaties samenvoegt',
  outgoing_mail: 'van wie de mail krijgt',
  passkey: 'geheim van een persoon',
  profile: 'van een persoon',
  profile_field: 'van een persoon',
  recovery_code: 'geheim van een persoon',
  region: 'openbaar, van niemand',
  saved_search: 'van een persoon',
  sign_in_step: 'geheim van een persoon',
  stop_link: 'geheim van een persoon',
  totp: 'geheim van een persoon',
  search_bitmap: 'afgeleid van wat gepubliceerd is',
  search_change: 'afgeleid van wat gepubliceerd is',
  search_document: 'afgeleid van wat gepubliceerd is',
  search_frequency: 'afgeleid van wat gepubliceerd is',
  search_text: 'afgeleid van wat gepubliceerd is',
  search_dirty: 'wat nog naar een zoekmachine moet, afgeleid van wat gepubliceerd is',
  search_follower: 'van het platform: welke zoekmachine meeloopt',
  search_value: 'afgeleid van wat gepubliceerd is',
  search_vector: 'afgeleid van wat gepubliceerd is',
  search_word: 'afgeleid van wat gepubliceerd is',
  tombstone: 'van het platform, zonder namen',
};
