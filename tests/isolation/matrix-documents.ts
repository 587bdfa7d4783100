// The matrix of interventions, agendas and imports, declared beside the code and compared with it.
import { conditional, own, stranger, type Alliance } from '../support/alliance.ts';
import { fullAgenda, fullContent, type Made } from '../support/writing.ts';
import {
  agendaKinds,
  editors,
  importStates,
  interventionKinds,
  makeAgendaOfKind,
  makeImport,
  makeOfKind,
  nowhere,
  publishers,
  readers,
  seesPage,
  seesWorkingCopy,
  type Actor,
  type Case,
  type Entry,
  type For,
  type Kind,
  type Table,
} from './matrix-world.ts';

interface Standing extends Made {
  readonly revision: number;
}

type Rule = (actor: Actor, each: Kind) => string;

const isOwner = (actor: Actor, each: Kind) => actor.municipality === each.owner;
const missing: Standing = { id: nowhere, handle: 'aaaaaaaaaa', title: 'Nergens', revision: 1 };

export async function documentMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const editorOf = async (each: Kind) => alliance.as(each.owner === own ? 'editor' : 'strangerEditor');
  const interventionNow = async (each: Kind): Promise<Standing> => {
    const made = await makeOfKind(alliance, each);
    const { revision } = await (await editorOf(each)).interventions.workingCopy.query({ id: made.id });
    return { ...made, revision };
  };
  const agendaNow = async (each: (typeof agendaKinds)[string]): Promise<Standing> => {
    const made = await makeAgendaOfKind(alliance, each);
    const { revision } = await (await editorOf(each)).agendas.workingCopy.query({ id: made.id });
    return { ...made, revision };
  };
  const all = async <K extends Kind>(
    kinds: Readonly<Record<string, K>>,
    make: (each: K) => Promise<Standing>,
  ) => {
    const made: { name: string; each: K; standing: Standing }[] = [];
    for (const [name, each] of Object.entries(kinds)) made.push({ name, each, standing: await make(each) });
    return made;
  };
  const interventions = await all(interventionKinds, interventionNow);
  const agendas = await all(agendaKinds, agendaNow);
  const imports = new Map<string, string>();
  for (const state of importStates.filter((each) => each !== 'received'))
    imports.set(state, await makeImport(alliance, state));
  const foreignImport = await makeImport(alliance, 'read', 'strangerEditor');
  // Read beforehand, one for each who may make drafts of it: reading a later one would read the one that must wait.
  const ready: string[] = [];
  for (const role of editors) ready.push(await makeImport(alliance, 'read', role));
  imports.set('received', await makeImport(alliance, 'received'));

  const about =
    <K extends Kind>(
      noun: string,
      kinds: readonly { name: string; each: K; standing: Standing }[],
      make: (each: K) => Promise<Standing>,
    ) =>
    (audience: For, kind: Entry['kind'], input: (made: Standing) => unknown, rule: Rule): Entry => ({
      for: audience,
      kind,
      cases: async () => [
        { name: 'not existing', standing: input(missing), outcome: () => `${noun}.not_found` },
        ...kinds.map(({ name, each, standing }): Case => ({
          name,
          standing: input(standing),
          outcome: (actor) => rule(actor, each),
          ...(kind === 'mutation' && { fresh: async () => input(await make(each)) }),
        })),
      ],
    });
  const intervention = about('intervention', interventions, interventionNow);
  const participation = about('participation', interventions, interventionNow);
  const agenda = about('agenda', agendas, agendaNow);

  /** Not seen: not found. Seen but not allowed: `otherwise`. */
  const when =
    (
      noun: string,
      sees: typeof seesPage,
      allowed: (actor: Actor, each: Kind) => boolean,
      otherwise: string,
    ): Rule =>
    (actor, each) =>
      !sees(actor, each) ? `${noun}.not_found` : allowed(actor, each) ? 'ok' : otherwise;
  const onIntervention = (allowed: (actor: Actor, each: Kind) => boolean, otherwise: string) =>
    when('intervention', seesWorkingCopy, allowed, `intervention.${otherwise}`);
  const onAgenda = (allowed: (actor: Actor, each: Kind) => boolean, otherwise: string) =>
    when('agenda', isOwner, allowed, `agenda.${otherwise}`);

  const neverPublished = ({ state }: Kind) => state === 'draft' || state === 'in_review';
  const byId = ({ id }: Standing) => ({ id });
  const byHandle = ({ handle }: Standing) => ({ handle });
  const publication = ({ id, revision }: Standing) => ({ id, revision, note: '', personalDataReason: null });
  const withReason = ({ id }: Standing) => ({ id, reason: 'Gestopt.' });

  const importCases =
    (outcome: (actor: Actor, state: string) => string, makesSomething: boolean): Entry['cases'] =>
    async () => [
      { name: 'not existing', standing: { id: nowhere }, outcome: () => 'import.not_found' },
      ...importStates.map((state): Case => ({
        name: state,
        standing: { id: imports.get(state) },
        outcome: (actor) => (actor.municipality === own ? outcome(actor, state) : 'import.not_found'),
        ...(makesSomething && { fresh: async () => ({ id: ready.pop() }) }),
      })),
      {
        name: 'of another',
        standing: { id: foreignImport },
        outcome: (actor) =>
          actor.municipality !== stranger ? 'import.not_found' : makesSomething ? 'import.not_ready' : 'ok',
      },
    ];

  const table: Table = {
    'interventions.get': intervention('everybody', 'query', byHandle, (actor, each) =>
      seesPage(actor, each) ? 'ok' : 'intervention.not_found',
    ),
    'interventions.workingCopy': intervention(
      readers,
      'query',
      byId,
      onIntervention(() => true, ''),
    ),
    'interventions.save': intervention(
      editors,
      'mutation',
      ({ id, revision }) => ({ id, revision, content: fullContent('Anders') }),
      onIntervention(isOwner, 'read_only'),
    ),
    'interventions.discard': intervention(
      editors,
      'mutation',
      byId,
      onIntervention((actor, each) => isOwner(actor, each) && neverPublished(each), 'cannot_discard'),
    ),
    'interventions.submit': intervention(
      editors,
      'mutation',
      byId,
      onIntervention((actor, each) => isOwner(actor, each) && each.state === 'draft', 'cannot_submit'),
    ),
    'interventions.return': intervention(
      publishers,
      'mutation',
      ({ id }) => ({ id, remark: 'Nog niet.' }),
      onIntervention((actor, each) => isOwner(actor, each) && each.state === 'in_review', 'cannot_return'),
    ),
    'interventions.publish': intervention(
      publishers,
      'mutation',
      publication,
      onIntervention((actor, each) => isOwner(actor, each) && each.state !== 'published', 'cannot_publish'),
    ),
    'interventions.withdraw': intervention(
      publishers,
      'mutation',
      withReason,
      onIntervention((actor, each) => isOwner(actor, each) && each.state === 'published', 'cannot_withdraw'),
    ),
    'interventions.stateParticipation': intervention(
      editors,
      'mutation',
      ({ id }) => ({ id, municipality: conditional, commitment: 'conditional', pupils: null, schools: '' }),
      onIntervention(isOwner, 'read_only'),
    ),
    'interventions.removeParticipation': intervention(
      editors,
      'mutation',
      ({ id }) => ({ id, municipality: conditional }),
      onIntervention(isOwner, 'read_only'),
    ),
    // About the row of the own municipality, which exists for the lead and for whoever is named.
    'interventions.answerParticipation': participation(
      publishers,
      'mutation',
      ({ id }) => ({ id, commitment: 'confirmed', pupils: 5, schools: '' }),
      (actor, each) => {
        if (isOwner(actor, each)) return 'participation.cannot_answer';
        return each.joint && actor.municipality !== stranger && actor.municipality !== own
          ? 'ok'
          : 'participation.not_found';
      },
    ),
    'interventions.create': {
      for: editors,
      kind: 'mutation',
      cases: async () => [
        {
          name: 'new',
          standing: { title: 'Nieuw' },
          fresh: async () => ({ title: 'Nieuw' }),
          outcome: () => 'ok',
        },
      ],
    },
    'agendas.get': agenda('everybody', 'query', byHandle, (actor, each) =>
      seesPage(actor, each) ? 'ok' : 'agenda.not_found',
    ),
    'agendas.workingCopy': agenda(
      readers,
      'query',
      byId,
      onAgenda(() => true, ''),
    ),
    'agendas.save': agenda(
      editors,
      'mutation',
      ({ id, revision }) => ({ id, revision, content: fullAgenda('Anders') }),
      onAgenda(() => true, ''),
    ),
    'agendas.discard': agenda(
      editors,
      'mutation',
      byId,
      onAgenda((_, each) => neverPublished(each), 'cannot_discard'),
    ),
    'agendas.publish': agenda(
      publishers,
      'mutation',
      publication,
      onAgenda((_, each) => each.state !== 'published', 'cannot_publish'),
    ),
    'agendas.withdraw': agenda(
      publishers,
      'mutation',
      withReason,
      onAgenda((_, each) => each.state === 'published', 'cannot_withdraw'),
    ),
    'agendas.create': {
      for: editors,
      kind: 'mutation',
      cases: async () => {
        const input = { title: 'Nieuw', kind: 'gka_agenda' };
        return [{ name: 'new', standing: input, fresh: async () => input, outcome: () => 'ok' }];
      },
    },
    'imports.start': {
      for: editors,
      kind: 'mutation',
      cases: async () => {
        const input = { fileName: 'agenda.txt', text: 'Een tekst' };
        return [{ name: 'new', standing: input, fresh: async () => input, outcome: () => 'ok' }];
      },
    },
    'imports.get': { for: editors, kind: 'query', cases: importCases(() => 'ok', false) },
    'imports.makeDrafts': {
      for: editors,
      kind: 'mutation',
      cases: importCases((_, state) => (state === 'read' ? 'ok' : 'import.not_ready'), true),
    },
  };
  const standing = [...interventions, ...agendas].map((each) => each.standing.id);
  return { table, standing: [...standing, ...imports.values(), foreignImport] };
}
