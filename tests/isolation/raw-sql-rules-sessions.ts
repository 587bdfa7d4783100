// What domain.md says about the tables of knowledge sessions, for who comes with SQL instead of the API.
import { editors, publishers, type Role } from './matrix-world.ts';
import { belongs, moderates } from './raw-sql-communities.ts';
import type { Asker, Row, Stored, TableRule } from './raw-sql-rules.ts';

const byId = (rows: readonly Row[] | undefined, id: unknown) => (rows ?? []).find((row) => row['id'] === id);
const fresh = () => crypto.randomUUID();

/** 'Host': a municipality, a community with its moderators, or the alliance with its coordinators. */
const hosts = (asker: Asker, row: Row | undefined, stored: Stored, roles: readonly Role[] | null) => {
  if (row === undefined) return false;
  if (row['host_community'] !== null) return moderates(asker, row['host_community'], stored);
  if (row['municipality'] === null) return asker.role === 'coordinator';
  if (asker.municipality !== row['municipality']) return false;
  return roles === null || (asker.role !== null && roles.includes(asker.role));
};
const sessionOf = (row: Row, stored: Stored) => byId(stored['knowledge_session'], row['session_id']);

/** Has a place in the session as a whole. */
const isRegistered = (asker: Asker, session: unknown, stored: Stored) =>
  (stored['session_registration'] ?? []).some(
    (row) =>
      row['session_id'] === session &&
      row['account_id'] !== null &&
      row['account_id'] === asker.account &&
      row['state'] === 'admitted' &&
      (stored['session_seat'] ?? []).some(
        (seat) => seat['registration_id'] === row['id'] && seat['part'] === '' && seat['state'] === 'seated',
      ),
  );

/** 'Public programme: by its audience'; what came before the newest stays with the host. */
const seesVersion: TableRule['sees'] = (asker, row, stored) => {
  if (hosts(asker, row, stored, null)) return true;
  if (row['current'] !== true) return false;
  if (row['visibility'] === 'public') return true;
  if (row['visibility'] === 'alliance') return asker.role !== null && asker.role !== 'operator';
  if (row['visibility'] === 'community') return belongs(asker, row['host_community'], stored);
  const { invited } = row['content'] as { invited: { municipalities: readonly string[] } };
  return (
    (asker.municipality !== null && invited.municipalities.includes(asker.municipality)) ||
    isRegistered(asker, row['session_id'], stored)
  );
};
/** 'Registration: own, and of sessions it hosts'; for the host whoever works on it, not who only reads. */
const seesRegistration: TableRule['sees'] = (asker, row, stored) =>
  (row['account_id'] !== null && row['account_id'] === asker.account) ||
  hosts(asker, sessionOf(row, stored), stored, editors);

export const sessionRules: Readonly<Record<string, TableRule>> = {
  knowledge_session: {
    app: ['select', 'insert', 'update', 'delete'],
    sees: (asker, row, stored) => hosts(asker, row, stored, null),
    writes: (asker, row, stored) => hosts(asker, row, stored, editors),
    another: (row) => ({ ...row, id: fresh(), handle: fresh().slice(0, 10) }),
  },
  knowledge_session_version: {
    app: ['select', 'insert'],
    sees: seesVersion,
    writes: (asker, row, stored) => hosts(asker, row, stored, publishers),
    another: (row, stored) => ({
      ...row,
      number:
        Math.max(
          ...(stored['knowledge_session_version'] ?? [])
            .filter((each) => each['session_id'] === row['session_id'])
            .map((each) => Number(each['number'])),
        ) + 1,
    }),
  },
  session_part: {
    app: ['select'],
    sees: (asker, row, stored) =>
      (stored['knowledge_session_version'] ?? []).some(
        (version) =>
          version['session_id'] === row['session_id'] &&
          version['current'] === true &&
          seesVersion(asker, version, stored),
      ),
  },
  session_outcome: {
    app: ['select'],
    sees: (asker, row, stored) =>
      (stored['knowledge_session_version'] ?? []).some(
        (version) =>
          version['session_id'] === row['session_id'] &&
          version['number'] === row['number'] &&
          seesVersion(asker, version, stored),
      ),
  },
  // 'Joining link, materials: registered', and the host.
  session_link: {
    app: ['select', 'insert', 'delete'],
    sees: (asker, row, stored) =>
      hosts(asker, sessionOf(row, stored), stored, null) || isRegistered(asker, row['session_id'], stored),
    writes: (asker, row, stored) => hosts(asker, sessionOf(row, stored), stored, editors),
    another: (row) => ({ ...row, id: fresh() }),
  },
  session_registration: { app: ['select'], sees: seesRegistration },
  session_seat: {
    app: ['select'],
    sees: (asker, row, stored) => {
      const registration = byId(stored['session_registration'], row['registration_id']);
      return registration !== undefined && seesRegistration(asker, registration, stored);
    },
  },
  session_message: {
    app: ['select'],
    sees: (asker, row, stored) => hosts(asker, sessionOf(row, stored), stored, editors),
  },
  session_feedback: {
    app: ['select'],
    sees: (asker, row, stored) => hosts(asker, sessionOf(row, stored), stored, editors),
  },
};
