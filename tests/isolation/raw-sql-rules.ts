// What domain.md says about each table, for who comes with SQL instead of the API. A table without an entry fails.
import { sessionRules } from './raw-sql-rules-sessions.ts';
import { communityRules } from './raw-sql-communities.ts';
import { administrators, editors, publishers, type Actor, type Role } from './matrix-world.ts';

export type Verb = 'select' | 'insert' | 'update' | 'delete';
export const verbs: readonly Verb[] = ['select', 'insert', 'update', 'delete'];

export type Row = Readonly<Record<string, unknown>>;

/** Who asks, with what the rows call it. */
export interface Asker extends Actor {
  readonly account: string | null;
}

/** Everything that is stored, past every rule. */
export type Stored = Readonly<Record<string, readonly Row[]>>;

export interface TableRule {
  /** What role app may do here at all. */
  readonly app: readonly Verb[];
  /** What role worker may do here at all. */
  readonly worker?: readonly Verb[];
  sees(asker: Asker, row: Row, stored: Stored): boolean;
  /** For whoever may change or add the row; the same for update, delete and insert, unless `adds` says otherwise. */
  writes?(asker: Asker, row: Row, stored: Stored): boolean;
  /** Who may add a row like it, where that is not who may change it. */
  adds?(asker: Asker, row: Row, stored: Stored): boolean;
  /** How a row that may not be added is refused; left out: by the row rule. */
  readonly refused?: RegExp;
  /** Which rows the jobs see; left out: none. */
  jobSees?(row: Row, stored: Stored): boolean;
  /** A new row of the same owner, from one that exists; left out: app cannot insert here. */
  another?(row: Row, stored: Stored): Row;
}

const acts = (asker: Asker, municipality: unknown, roles: readonly Role[]) =>
  asker.municipality === municipality && asker.role !== null && roles.includes(asker.role);
const within = (asker: Asker, municipality: unknown) => asker.municipality === municipality;
const isMember = ({ role }: Asker) => role !== null && role !== 'operator';

/** Administrators of the municipality; the operator for what belongs to none. */
const administers = (asker: Asker, municipality: unknown) =>
  municipality === null ? asker.role === 'operator' : acts(asker, municipality, administrators);

/** Own municipality, and who agreed to take part and did not withdraw. */
function isInside(asker: Asker, intervention: unknown, owner: unknown, stored: Stored): boolean {
  if (asker.municipality === null) return false;
  if (asker.municipality === owner) return true;
  return (stored['participation'] ?? []).some(
    (part) =>
      part['intervention_id'] === intervention &&
      part['municipality'] === asker.municipality &&
      part['agreed_at'] !== null &&
      part['commitment'] !== 'withdrawn',
  );
}

const readsPublished = (asker: Asker, visibility: unknown, inside: boolean) =>
  visibility === 'public' || (visibility === 'alliance' && isMember(asker)) || inside;

const seesVersion = (asker: Asker, row: Row, inside: boolean) =>
  row['withdrawn_at'] === null ? readsPublished(asker, row['visibility'], inside) : inside;

const currentOf = (versions: readonly Row[] | undefined, key: string, id: unknown) =>
  (versions ?? []).find((version) => version[key] === id && version['current'] === true);

const nobody = () => false;
const everybody = () => true;

const sealed: TableRule = { app: [], sees: nobody };
const reference: TableRule = { app: ['select'], worker: ['select'], sees: everybody, jobSees: everybody };
/** Only functions of the wall reach these tables; the job that sends mail reads its queue. */
const queue: TableRule = { app: [], worker: verbs, sees: nobody, jobSees: everybody };
const fresh = () => crypto.randomUUID();
const newHandle = () =>
  fresh()
    .replace(/[^a-f2-9]/g, 'k')
    .slice(0, 10);

const seesInterventionVersion: TableRule['sees'] = (asker, row, stored) =>
  seesVersion(asker, row, isInside(asker, row['intervention_id'], row['municipality'], stored));

const publishes: NonNullable<TableRule['writes']> = (asker, row) =>
  acts(asker, row['municipality'], publishers);
const editsAnywhere = (asker: Asker) =>
  asker.municipality !== null && acts(asker, asker.municipality, editors);
const edits: NonNullable<TableRule['writes']> = (asker, row) => acts(asker, row['municipality'], editors);

const isCoordinator = ({ role }: Asker) => role === 'coordinator';
const curatesOrganisations = ({ role }: Asker) => role === 'operator' || role === 'coordinator';

const byId = (rows: readonly Row[] | undefined, id: unknown) => (rows ?? []).find((row) => row['id'] === id);

/** 'import: source document, findings': editors of the municipality that brought the document in. */
const editsImport = (asker: Asker, id: unknown, stored: Stored) => {
  const found = byId(stored['document_import'], id);
  return found !== undefined && acts(asker, found['municipality'], editors);
};

/** As the working copy it goes along with, or as the version. */
const seesAttachment: TableRule['sees'] = (asker, row, stored) => {
  const [noun, key] =
    row['noun'] === 'agenda'
      ? (['agenda', 'agenda_id'] as const)
      : (['intervention', 'intervention_id'] as const);
  const copy = byId(stored[noun], row['document_id']);
  if (copy === undefined) return false;
  const inside =
    noun === 'agenda'
      ? within(asker, copy['municipality'])
      : isInside(asker, copy['id'], copy['municipality'], stored);
  if (row['version'] === null) return inside;
  const version = (stored[`${noun}_version`] ?? []).find(
    (each) => each[key] === row['document_id'] && each['number'] === row['version'],
  );
  return version !== undefined && seesVersion(asker, version, inside);
};

/** A working copy's editors; what went along with a version never changes. */
const editsAttachment: NonNullable<TableRule['writes']> = (asker, row, stored) => {
  const copy = byId(stored[String(row['noun'])], row['document_id']);
  return row['version'] === null && copy !== undefined && acts(asker, copy['municipality'], editors);
};

/** An own file that nothing holds yet and that was looked over before it was kept. */
const isOwnLoose = (asker: Asker, row: Row | undefined) =>
  row !== undefined &&
  row['held_by'] === null &&
  row['tells'] !== null &&
  row['uploaded_by'] === asker.account;

/** 'as the row that holds it': an import, or all it is attached to; until a row does, it is its uploader's. */
const seesFile = (asker: Asker, row: Row | undefined, stored: Stored) => {
  if (row === undefined) return false;
  if (row['attached'] === true)
    return (stored['attachment'] ?? []).some(
      (each) => each['file_id'] === row['id'] && seesAttachment(asker, each, stored),
    );
  if (row['held_by'] !== null) return editsImport(asker, row['held_by'], stored);
  return asker.account !== null && row['uploaded_by'] === asker.account;
};

const waitsForJob = (row: Row | undefined, stored: Stored) =>
  byId(stored['document_import'], row?.['held_by'])?.['state'] === 'received';

const fileOf = (row: Row, stored: Stored) => byId(stored['file'], row['file_id']);
/** A loose file of who brought the one that is attached here. */
const looseLike = (row: Row, stored: Stored) =>
  (stored['file'] ?? []).find(
    (each) =>
      each['held_by'] === null &&
      each['tells'] !== null &&
      each['uploaded_by'] === fileOf(row, stored)?.['uploaded_by'],
  );
const fresh256 = () => (fresh() + fresh()).replaceAll('-', '');

/** As the working copy it belongs to. */
const seesCopyOf: TableRule['sees'] = (asker, row, stored) => {
  const copy = byId(stored['intervention'], row['intervention_id']);
  return copy !== undefined && isInside(asker, copy['id'], copy['municipality'], stored);
};

/** Another working copy of the same municipality, that was not taken over. */
const withoutAdoption = (row: Row, stored: Stored) =>
  (stored['intervention'] ?? []).find(
    (copy) =>
      copy['municipality'] === row['municipality'] &&
      !(stored['adoption'] ?? []).some((each) => each['intervention_id'] === copy['id']),
  )?.['id'];

const nextNumber = (versions: readonly Row[] | undefined, key: string, row: Row) =>
  Math.max(
    0,
    ...(versions ?? []).filter((each) => each[key] === row[key]).map((each) => Number(each['number'])),
  ) + 1;

/** What was said about a working copy and what happened to it: colleagues of its municipality, whoever takes part. */
const ofDraft = (noun: 'intervention' | 'agenda', adds: (row: Row) => readonly Role[]): TableRule => {
  const ownerOf = (row: Row, stored: Stored) => byId(stored[noun], row['document_id'])?.['municipality'];
  return {
    app: ['select', 'insert'],
    sees: (asker, row, stored) => within(asker, ownerOf(row, stored)),
    adds: (asker, row, stored) => acts(asker, ownerOf(row, stored), adds(row)),
    another: (row) => ({ ...row, id: fresh() }),
  };
};
const remarks = (noun: 'intervention' | 'agenda') => ofDraft(noun, () => editors);
const steps = (noun: 'intervention' | 'agenda') =>
  ofDraft(noun, (row) => (['submitted', 'restored'].includes(String(row['what'])) ? editors : publishers));

const isOwn: TableRule['sees'] = (asker, row) =>
  asker.account !== null && row['account_id'] === asker.account;

/** Who has a working copy open: seen by whoever may read that, said of oneself only. */
const presence = (noun: 'intervention' | 'agenda'): TableRule => {
  const reads: TableRule['sees'] = (asker, row, stored) => {
    const copy = byId(stored[noun], row['document_id']);
    if (copy === undefined) return false;
    return noun === 'agenda'
      ? within(asker, copy['municipality'])
      : isInside(asker, copy['id'], copy['municipality'], stored);
  };
  return {
    app: ['select', 'insert', 'update'],
    sees: reads,
    writes: (asker, row, stored) => row['account_id'] === asker.account && reads(asker, row, stored),
    adds: reads,
    another: (row) => row,
  };
};

/** 'Profile field: field by field'; one organisation has people here, and coordinators are colleagues of one another. */
const seesProfileField: TableRule['sees'] = (asker, row, stored) => {
  if (asker.account !== null && row['account_id'] === asker.account) return true;
  if (row['shown_to'] === 'alliance') return isMember(asker);
  const belonging = byId(stored['membership'], row['membership_id']);
  if (row['shown_to'] !== 'own' || belonging === undefined) return false;
  if (belonging['kind'] === 'municipality') return within(asker, belonging['municipality']);
  return asker.role === (belonging['kind'] === 'organisation' ? 'partner' : 'coordinator');
};
const isOwnAccount = (asker: Asker, row: Row) =>
  asker.account !== null && row['account_id'] === asker.account;

/** Both sides of a consultation and of a promise: the municipality and the coordinators. */
const seesAsSide = (asker: Asker, row: Row) => within(asker, row['municipality']) || isCoordinator(asker);

export const tableRules: Readonly<Record<string, TableRule>> = {
  ...sessionRules,
  ...communityRules,
  municipality: reference,
  region: reference,
  region_municipality: reference,
  audience: sealed,
  credential: sealed,
  login_session: sealed,
  search_bitmap: sealed,
  search_change: sealed,
  search_document: sealed,
  search_text: sealed,
  search_vector: sealed,
  search_word: sealed,
  search_frequency: sealed,
  search_value: sealed,
  search_follower: sealed,
  search_dirty: sealed,
  outgoing_mail: queue,
  // The trail is read as audit_event; its chains, and whose a pseudonym is, are nobody's.
  audit_chain: sealed,
  audit_count: sealed,
  audit_link: sealed,
  audit_pending: sealed,
  audit_person: sealed,
  tombstone: sealed,
  calendar_address: {
    app: ['select', 'insert', 'delete'],
    sees: (asker, row) => asker.account !== null && row['account_id'] === asker.account,
    writes: (asker, row) => asker.account !== null && row['account_id'] === asker.account,
    another: (row) => ({ ...row, id: fresh() }),
  },
  // 'Saved search: own': whatever somebody acts for. Only on behalf of what one belongs to.
  saved_search: {
    app: verbs,
    sees: (asker, row) => asker.account !== null && row['account_id'] === asker.account,
    writes: (asker, row) => asker.account !== null && row['account_id'] === asker.account,
    adds: (asker, row, stored) =>
      asker.account !== null &&
      row['account_id'] === asker.account &&
      byId(stored['membership'], row['membership_id'])?.['ended_at'] === null,
    another: (row) => ({ ...row, id: fresh() }),
  },
  // 'Notification: own': whatever somebody acts for. What happened, and which link stops what, only the wall reads.
  follow: {
    app: ['select', 'insert', 'delete'],
    sees: isOwn,
    writes: isOwn,
    adds: (asker, row, stored) =>
      isOwn(asker, row, stored) && byId(stored['membership'], row['membership_id'])?.['ended_at'] === null,
    another: (row) => ({ ...row, id: fresh(), target: `theme:${fresh()}` }),
  },
  happening: sealed,
  notification: { app: ['select', 'update'], sees: isOwn, writes: isOwn },
  notification_choice: {
    app: ['select', 'insert', 'update'],
    sees: isOwn,
    writes: isOwn,
    another: (row) => ({ ...row, kind: fresh() }),
  },
  stop_link: sealed,
  profile_field: {
    app: verbs,
    sees: seesProfileField,
    writes: isOwnAccount,
    // A line that is not there yet.
    another: (row) => ({ ...row, field: 'about' }),
  },
  profile: {
    app: ['select'],
    sees: (asker, row, stored) =>
      isOwnAccount(asker, row) ||
      (stored['profile_field'] ?? []).some(
        (field) => field['membership_id'] === row['membership_id'] && seesProfileField(asker, field, stored),
      ),
  },
  signed_commitment: {
    app: verbs,
    sees: seesAsSide,
    writes: isCoordinator,
    another: (row) => ({ ...row, municipality: 'gm0363' }),
  },
  consultation: { app: ['select'], sees: seesAsSide },
  consultation_step: {
    app: ['select', 'insert'],
    sees: seesAsSide,
    adds: (asker, row) => isCoordinator(asker) || publishes(asker, row, {}),
    another: (row) => ({
      ...row,
      consultation_id: fresh(),
      number: 1,
      what: 'recorded',
      held_on: '1995-05-05',
      content: row['content'] ?? {},
    }),
  },
  // How somebody proves who it is.
  external_identity: sealed,
  mailed_link: sealed,
  passkey: sealed,
  recovery_code: sealed,
  sign_in_step: sealed,
  totp: sealed,
  // Hashed keys of attempts: no row tells anything, every request counts.
  attempt: { app: verbs, sees: everybody, writes: everybody },
  // 'As the widest page that named it'; what belongs to no municipality is everybody's.
  organisation: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row) => readsPublished(asker, row['reach'], within(asker, row['municipality'])),
    writes: (asker, row) =>
      row['reach'] === 'municipality' ? edits(asker, row, {}) : curatesOrganisations(asker),
    // What a municipality adds begins as its own, whatever the row says.
    adds: (asker, row) =>
      row['municipality'] === null ? curatesOrganisations(asker) : edits(asker, row, {}),
    another: (row) => ({ ...row, id: fresh(), handle: newHandle() }),
  },
  organisation_merge: {
    app: ['select', 'insert'],
    sees: isCoordinator,
    writes: isCoordinator,
    // Two that stand for themselves; what one does not see does not exist.
    another: (row, stored) => {
      const free = (stored['organisation'] ?? []).filter(
        (each) => each['merged_into'] === null && each['reach'] === 'public' && each['kind'] === 'welfare',
      );
      const [gone, stays] = free;
      return { ...row, id: fresh(), what: 'merged', organisation_id: gone?.['id'], into_id: stays?.['id'] };
    },
  },
  account: {
    app: ['select'],
    sees: (asker, row, stored) =>
      row['id'] === asker.account ||
      (stored['membership'] ?? []).some(
        (membership) =>
          membership['account_id'] === row['id'] &&
          membership['ended_at'] === null &&
          administers(asker, membership['municipality']),
      ),
  },
  membership: {
    app: ['select', 'update'],
    sees: (asker, row) => row['account_id'] === asker.account || administers(asker, row['municipality']),
    writes: (asker, row) => administers(asker, row['municipality']),
  },
  invitation: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row) => administers(asker, row['municipality']),
    writes: (asker, row) => administers(asker, row['municipality']),
    another: (row) => ({ ...row, id: fresh(), token_hash: fresh() }),
  },
  audit_event: { app: ['select'], sees: (asker, row) => administers(asker, row['municipality']) },
  intervention: {
    app: verbs,
    sees: (asker, row, stored) => isInside(asker, row['id'], row['municipality'], stored),
    writes: edits,
    another: (row) => ({ ...row, id: fresh(), handle: newHandle() }),
  },
  participation: {
    app: verbs,
    sees: (asker, row, stored) =>
      within(asker, row['municipality']) || isInside(asker, row['intervention_id'], row['lead'], stored),
    writes: (asker, row) => acts(asker, row['lead'], editors) || acts(asker, row['municipality'], publishers),
  },
  // Who leads and who is asked; what was taken back is asked of nobody any more. Only the wall asks.
  participation_question: {
    app: ['select'],
    sees: (asker, row) =>
      within(asker, row['lead']) || (row['closed_at'] === null && within(asker, row['municipality'])),
  },
  intervention_version: {
    app: ['select', 'insert'],
    sees: seesInterventionVersion,
    writes: publishes,
    another: (row, stored) => ({
      ...row,
      number: nextNumber(stored['intervention_version'], 'intervention_id', row),
    }),
  },
  intervention_relation: {
    app: ['select'],
    sees: (asker, row, stored) =>
      (stored['intervention_version'] ?? []).some(
        (version) =>
          version['intervention_id'] === row['intervention_id'] &&
          version['number'] === row['number'] &&
          seesInterventionVersion(asker, version, stored),
      ),
  },
  intervention_party: {
    app: ['select'],
    sees: (asker, row, stored) =>
      (stored['intervention_version'] ?? []).some(
        (version) =>
          version['intervention_id'] === row['intervention_id'] &&
          version['number'] === row['number'] &&
          seesInterventionVersion(asker, version, stored),
      ),
  },
  agenda_party: {
    app: ['select'],
    sees: (asker, row, stored) =>
      (stored['agenda_version'] ?? []).some(
        (version) =>
          version['agenda_id'] === row['agenda_id'] &&
          version['number'] === row['number'] &&
          seesVersion(asker, version, within(asker, version['municipality'])),
      ),
  },
  adoption: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) => seesCopyOf(asker, row, stored),
    writes: edits,
    another: (row, stored) => ({ ...row, intervention_id: withoutAdoption(row, stored) }),
  },
  adoption_count: { app: ['select'], sees: (asker, row, stored) => seesCopyOf(asker, row, stored) },
  intervention_withdrawal: {
    app: ['select', 'insert'],
    sees: (asker, row, stored) => {
      const page = currentOf(stored['intervention_version'], 'intervention_id', row['intervention_id']);
      const inside = isInside(asker, row['intervention_id'], row['municipality'], stored);
      return page !== undefined && readsPublished(asker, page['visibility'], inside);
    },
    writes: publishes,
  },
  agenda: {
    app: verbs,
    sees: (asker, row) => within(asker, row['municipality']),
    writes: edits,
    another: (row) => ({ ...row, id: fresh(), handle: newHandle() }),
  },
  intervention_remark: remarks('intervention'),
  intervention_step: steps('intervention'),
  intervention_presence: presence('intervention'),
  agenda_presence: presence('agenda'),
  agenda_remark: remarks('agenda'),
  agenda_step: steps('agenda'),
  agenda_version: {
    app: ['select', 'insert'],
    sees: (asker, row) => seesVersion(asker, row, within(asker, row['municipality'])),
    writes: publishes,
    another: (row, stored) => ({ ...row, number: nextNumber(stored['agenda_version'], 'agenda_id', row) }),
  },
  agenda_withdrawal: {
    app: ['select', 'insert'],
    sees: (asker, row, stored) => {
      const page = currentOf(stored['agenda_version'], 'agenda_id', row['agenda_id']);
      return (
        page !== undefined && readsPublished(asker, page['visibility'], within(asker, row['municipality']))
      );
    },
    writes: publishes,
  },
  document_import: {
    app: ['select', 'insert', 'update'],
    worker: verbs,
    sees: (asker, row) => acts(asker, row['municipality'], editors),
    writes: edits,
    jobSees: (row) => row['state'] === 'received',
    another: (row) => ({ ...row, id: fresh() }),
  },
  file: {
    app: ['select', 'insert', 'update'],
    worker: ['select'],
    sees: seesFile,
    // What is attached is changed by nobody.
    writes: (asker, row, stored) => row['attached'] !== true && seesFile(asker, row, stored),
    // A loose file becomes that of whoever adds it, whatever the row says; only editors bring files.
    adds: (asker, row, stored) =>
      row['held_by'] === null
        ? editsAnywhere(asker)
        : row['attached'] !== true && seesFile(asker, row, stored),
    jobSees: waitsForJob,
    another: (row) => ({ ...row, id: fresh(), key: fresh256() }),
  },
  attachment: {
    app: verbs,
    sees: seesAttachment,
    writes: editsAttachment,
    adds: (asker, row, stored) =>
      editsAttachment(asker, row, stored) && isOwnLoose(asker, looseLike(row, stored)),
    another: (row, stored) => ({ ...row, id: fresh(), file_id: looseLike(row, stored)?.['id'] }),
  },
  // Where bytes stood before there was a file store: only the wall reaches it.
  file_content: sealed,
  // A queue of keys; the job that takes bytes away sees those whose time has come.
  file_removal: {
    app: [],
    worker: ['select', 'delete'],
    sees: nobody,
    jobSees: (row) => Date.parse(String(row['deleted_at'])) < Date.now() - 24 * 3600 * 1000,
  },
  import_decision: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) => editsImport(asker, row['import_id'], stored),
    writes: (asker, row, stored) => editsImport(asker, row['import_id'], stored),
    another: (row) => ({ ...row, item: fresh() }),
  },
  import_presence: {
    app: ['select', 'insert', 'update'],
    sees: (asker, row, stored) => editsImport(asker, row['import_id'], stored),
    // Nobody says of somebody else that they are there.
    writes: (asker, row, stored) =>
      row['account_id'] === asker.account && editsImport(asker, row['import_id'], stored),
    adds: (asker, row, stored) => editsImport(asker, row['import_id'], stored),
    another: (row) => row,
  },
};
