// The matrix of what is derived from agendas. What it counts is proved in tests/journeys/agenda-over-time.test.ts.
import type { Table } from './matrix-world.ts';

export const agendaMatrix: Table = {
  'agendas.measured': {
    for: 'signedIn',
    kind: 'query',
    cases: async () => [{ name: 'always', standing: undefined, outcome: () => 'ok' }],
  },
};
