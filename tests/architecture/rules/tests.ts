// What a test may not do: pass without testing.
import { isTest, withoutComments, type SourceFile } from '../house.ts';
import type { Rule } from './rule.ts';

const inTests = (house: readonly SourceFile[], pattern: RegExp): string[] =>
  house
    .filter(({ path }) => isTest(path) && !path.startsWith('tests/architecture/'))
    .flatMap((file) => {
      const found = pattern.exec(withoutComments(file));
      return found ? [`${file.path} holds ${found[0]}`] : [];
    });

export const tests: Rule[] = [
  {
    promise: 'No mocks of our own code',
    find: (house) => inTests(house, /\bvi\.(mock|doMock|hoisted)\s*\(/),
    planted: [['tests/journeys/x.test.ts', `vi.mock('@kansenplein/db');`]],
  },
  {
    promise: 'No test runs alone and none is left out without a condition',
    find: (house) => inTests(house, /\b(it|test|describe)\.(only|skip|todo)\b|\bx(it|describe)\s*\(/),
    planted: [
      ['tests/journeys/x.test.ts', `it.only('x', () => {});`],
      ['packages/core/src/news/x.test.ts', `describe.skip('x', () => {});`],
    ],
  },
];
