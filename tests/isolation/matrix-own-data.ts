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
    // With the right password nobody would be left: tests/journeys/personal-data.test.ts does that.
    cases: async () => [
      {
        name: 'with a wrong password',
        standing: { password: 'niet het wachtwoord' },
        outcome: () => 'person.wrong_password',
      },
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
