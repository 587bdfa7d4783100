// Decisions about an import and who looks at it, with SQL as role app: editors of the own municipality, and nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { sqlAs, tryAs } from '../support/sql.ts';
import { makeImport, nowhere } from './matrix-world.ts';

let alliance: Alliance;
let id: string;
let foreign: string;
beforeAll(async () => {
  alliance = await makeAlliance();
  id = await makeImport(alliance, 'read');
  foreign = await makeImport(alliance, 'read', 'strangerEditor');
  const editor = await alliance.as('editor');
  await editor.imports.decide.mutate({ id, item: 'intervention/1/goal', revision: 0, verdict: 'accepted' });
  await editor.imports.present.mutate({ id });
});
afterAll(() => alliance.close());

const outsiders = [
  'reader',
  'agreedEditor',
  'agreedPublisher',
  'strangerEditor',
  'strangerAdministrator',
  'partner',
  'coordinator',
  'operator',
  'memberless',
  'revoked',
  null,
] as const;
const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);
const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');

describe.each(['import_decision', 'import_presence'])('%s', (table) => {
  it('is seen and changed by nobody outside, and seen by every editor inside', async () => {
    for (const person of outsiders) {
      const seen = await run(person, `select 1 from ${table} where import_id = $1`, [id]);
      const changed = await run(person, `update ${table} set visible_to = '{public}' where import_id = $1`, [
        id,
      ]);
      expect([person, seen, changed]).toEqual([person, 0, 0]);
    }
    for (const person of ['editor', 'publisher', 'administrator'] as const)
      expect(await run(person, `select 1 from ${table} where import_id = $1`, [id])).toBe(1);
  });

  it('is written for an own import only, alike for one of another and one that is not there', async () => {
    const columns =
      table === 'import_decision' ? ['item, verdict, decided_by', `'x', 'accepted'`] : ['account_id', ''];
    const values = [columns[1], `'${nowhere}'`].filter(Boolean).join(', ');
    const insert = (person: PersonName, into: string) =>
      run(person, `insert into ${table} (import_id, ${columns[0]}) values ($1, ${values})`, [into]);
    expect(await insert('publisher', id)).toBe(1);
    expect(await insert('strangerEditor', foreign)).toBe(1);
    for (const person of ['editor', 'reader'] as const) {
      const other = await insert(person, foreign);
      expect(other).toEqual(refusedByRule);
      expect(other).toBe(await insert(person, nowhere));
    }
    expect(await insert('reader', id)).toEqual(refusedByRule);
    expect(
      await run('editor', `update ${table} set import_id = $2 where import_id = $1`, [id, foreign]),
    ).toEqual(expect.stringContaining('row.column_fixed'));
  });
});

describe('who decided and who is here', () => {
  it('is whoever is signed in, whatever the statement says', async () => {
    const account = (await (await alliance.as('publisher')).accounts.me.query()).account?.id;
    const rows = await sqlAs(alliance, 'publisher', async (query) => {
      await query(
        `insert into import_decision (import_id, item, verdict, decided_by, visible_to) values ($1, 'x', 'left', $2, '{public}')`,
        [id, nowhere],
      );
      await query('insert into import_presence (import_id, account_id) values ($1, $2)', [id, nowhere]);
      return (
        await query(
          `select decided_by as who, visible_to from import_decision where item = 'x'
           union all select account_id, visible_to from import_presence where account_id = $1`,
          [account],
        )
      ).rows;
    });
    const seen = { who: account, visible_to: ['municipality:gm0899:editor'] };
    expect(rows).toEqual([seen, seen]);
  });

  it('is never said of a colleague by somebody else', async () => {
    expect(
      await run('publisher', 'update import_presence set seen_at = now() where import_id = $1', [id]),
    ).toBe(0);
    expect(await run('editor', 'update import_presence set seen_at = now() where import_id = $1', [id])).toBe(
      1,
    );
  });

  it('names colleagues of the own municipality and of no other', async () => {
    const names = async (person: PersonName | null) =>
      (
        await sqlAs(alliance, person, (query) => query('select name from wall.colleague_names() order by 1'))
      ).rows.map(({ name }) => name);
    expect(await names('editor')).toContain('Proef administrator');
    expect(await names('editor')).not.toContain('Proef strangerEditor');
    for (const person of ['reader', 'partner', 'coordinator', 'operator', 'memberless', null] as const)
      expect([person, await names(person)]).toEqual([person, []]);
  });
});
