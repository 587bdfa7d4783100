// The matrix of the trail: administrators of the own municipality and operators read it, for others it does not exist.
import type { Actor, Entry, Table } from './matrix-world.ts';

const outcome = ({ role }: Actor) =>
  role === 'administrator' || role === 'operator' ? 'ok' : 'page.not_found';

const question = (...inputs: readonly unknown[]): Entry => ({
  for: 'signedIn',
  kind: 'query',
  cases: async () => inputs.map((standing, at) => ({ name: `question ${at + 1}`, standing, outcome })),
});

export const auditMatrix: Table = {
  'audit.list': question(
    {},
    { from: '2026-01-01', until: '2099-12-31', action: 'intervention.published', outcome: 'done' },
    { object: '00000000-0000-4000-8000-000000000000', cursor: '2099-01-01T00:00:00.000000Z_0' },
  ),
  'audit.export': question({}, { outcome: 'denied' }),
};
