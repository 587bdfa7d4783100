// The matrix of what is kept of a person, and of a municipality that takes along what is its own.
import { administrators, type Table } from './matrix-world.ts';

export const ownDataMatrix: Table = {
  'personalData.mine': {
    for: 'signedIn',
    kind: 'mutation',
    cases: async () => [{ name: 'always', standing: undefined, outcome: () => 'ok' }],
  },
  'personalData.erase': {
    for: 'signedIn',
    kind: 'mutation',
    // Only for who proved who it is just now, and then nobody is left: tests/journeys/personal-data.test.ts does that.
    unconfirmed: true,
    cases: async () => [
      { name: 'without proof', standing: undefined, outcome: () => 'account.confirm_first' },
    ],
  },
  'leaving.overview': {
    for: administrators,
    kind: 'query',
    cases: async () => [{ name: 'always', standing: undefined, outcome: () => 'ok' }],
  },
  'leaving.start': {
    for: administrators,
    kind: 'mutation',
    cases: async () => [{ name: 'always', standing: undefined, outcome: () => 'ok' }],
  },
  'leaving.part': {
    for: administrators,
    kind: 'query',
    cases: async () => [
      {
        name: 'not existing',
        standing: { part: 'credential', after: null },
        outcome: () => 'part.not_found',
      },
      {
        name: 'of the own municipality',
        standing: { part: 'intervention', after: null },
        outcome: () => 'ok',
      },
    ],
  },
};
