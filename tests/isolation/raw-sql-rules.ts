// What domain.md says about each table, for who comes with SQL instead of the API. A table without an entry fails.
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
  /** For whoever may change or add the row; the same for update, delete and insert. */
  writes?(asker: Asker, row: Row, stored: Stored): boolean;
  /** Which rows the jobs see; left out: none, or all of reference data. */
  jobSees?(row: Row): boolean;
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
const edits: NonNullable<TableRule['writes']> = (asker, row) => acts(asker, row['municipality'], editors);

const nextNumber = (versions: readonly Row[] | undefined, key: string, row: Row) =>
  Math.max(
    0,
    ...(versions ?? []).filter((each) => each[key] === row[key]).map((each) => Number(each['number'])),
  ) + 1;

export const tableRules: Readonly<Record<string, TableRule>> = {
  municipality: reference,
  region: reference,
  region_municipality: reference,
  audience: sealed,
  credential: sealed,
  login_session: sealed,
  search_document: sealed,
  search_text: sealed,
  search_vector: sealed,
  search_word: sealed,
  search_value: sealed,
  outgoing_mail: queue,
  // Hashed keys of attempts: no row tells anything, every request counts.
  attempt: { app: verbs, sees: everybody, writes: everybody },
  organisation: {
    app: ['select', 'insert', 'update'],
    sees: everybody,
    writes: ({ role }) => role === 'operator' || role === 'coordinator',
    another: (row) => ({ ...row, id: fresh() }),
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
};
