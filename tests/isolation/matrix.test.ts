// Every procedure × every actor × every kind of thing, over HTTP, compared with what domain.md says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { linkStates } from './matrix-links.ts';
import { succeedsInJourneys } from './matrix-signing.ts';
import {
  audienceOf,
  checkProcedure,
  prepareMatrix,
  procedures,
  storedIn,
  type Matrix,
} from './matrix-run.ts';

let alliance: Alliance;
let matrix: Matrix;
/** By room and thing: whether somebody saw it. */
const controls = new Map<string, boolean>();

beforeAll(async () => {
  alliance = await makeAlliance();
  matrix = await prepareMatrix(alliance);
});
afterAll(() => alliance?.close());

describe('the matrix', () => {
  it('knows every procedure of the router, with the audience that it declares, and no other', () => {
    const { table } = matrix;
    const declared = Object.fromEntries(
      Object.entries(procedures).map(([name, { _def }]) => [name, _def.meta?.audience]),
    );
    expect(
      Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, audienceOf(entry)])),
    ).toEqual(declared);
    const kinds = Object.fromEntries(Object.entries(procedures).map(([name, { _def }]) => [name, _def.type]));
    expect(Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, entry.kind]))).toEqual(
      kinds,
    );
  });

  // The links of signing in have their own states, in matrix-signing.ts and tests/journeys/links-by-mail.test.ts,
  // and those of mail that one stops in matrix-notifications.ts.
  it('asks every procedure that takes an invitation about each state of one', async () => {
    for (const [name, entry] of Object.entries(matrix.table)) {
      if (entry.for !== 'link' || /^(signing|notifications|knowledgeSessions|calendar)\./.test(name))
        continue;
      const states = (await entry.cases()).map((each) => each.name);
      expect({ name, states: states.sort() }).toEqual({ name, states: [...linkStates].sort() });
    }
  });

  it.each(Object.keys(procedures))(
    '%s answers each actor what was agreed, and what may not be seen like what does not exist',
    async (name) => {
      const before = await storedIn(matrix);
      expect(before.length).toBeGreaterThan(30);
      const { wrong, seen, succeeds } = await checkProcedure(matrix, name);
      const [room = ''] = name.split('.');
      for (const [about, bySomebody] of seen)
        controls.set(`${room}: ${about}`, bySomebody || (controls.get(`${room}: ${about}`) ?? false));
      expect(wrong).toEqual([]);
      expect(await storedIn(matrix)).toEqual(before);
      // Each procedure succeeds for somebody, or its refusals would prove nothing.
      expect({ name, succeeds }).toEqual({ name, succeeds: !succeedsInJourneys.has(name) });
    },
    60_000,
  );

  it('shows everything it asks about to somebody: the page, the working copy, or the notice', () => {
    expect(controls.size).toBeGreaterThan(30);
    expect([...controls].filter(([, bySomebody]) => !bySomebody).map(([about]) => about)).toEqual([]);
  });

  it('met no error that the house could not explain', () => {
    expect(alliance.internalErrors).toEqual([]);
  });
});
