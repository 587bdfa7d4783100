// The owner of the tables is the role of the migrations. FORCE binds it too: with its password, but without becoming
// the wall, it reads and changes no row of anybody.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeAgenda, makeIntervention } from '../support/writing.ts';

const document = new URL('../../apps/api/demo/brunssum.txt', import.meta.url);

let alliance: Alliance;
let tables: readonly string[];

beforeAll(async () => {
  alliance = await makeAlliance();
  const { id } = await makeIntervention(alliance, { state: 'published', parts: [{ municipality: agreed }] });
  await makeIntervention(alliance, { state: 'published', content: { evaluates: [id] } });
  await makeIntervention(alliance, { state: 'withdrawn' });
  await makeAgenda(alliance, { state: 'published' });
  await makeAgenda(alliance, { state: 'withdrawn' });
  const editor = await alliance.as('editor');
  await editor.imports.start.mutate({ fileName: 'agenda.txt', text: await readFile(document, 'utf8') });
  const administrator = await alliance.as('administrator');
  await administrator.accounts.invite.mutate({ address: 'nieuw@kansenplein.example', role: 'reader' });
  const rows = await asSuperuser<{ name: string }>(
    alliance.urls.superuserUrl,
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => alliance.close());

const asOwner = async (text: string): Promise<number> =>
  (await asSuperuser<{ count: number }>(alliance.urls.ownerUrl, text))[0]?.count ?? 0;

describe('the owner of the tables', () => {
  it('reads no row and changes none, of any table', async () => {
    const reached: string[] = [];
    for (const table of tables) {
      const [key] = await asSuperuser<{ name: string }>(
        alliance.urls.superuserUrl,
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
           and attidentity = '' order by attnum limit 1`,
        [table],
      );
      const column = `"${key?.name ?? ''}"`;
      for (const statement of [
        `select count(*)::int from "${table}"`,
        `with changed as (update "${table}" set ${column} = ${column} returning 1) select count(*)::int from changed`,
        `with gone as (delete from "${table}" returning 1) select count(*)::int from gone`,
      ]) {
        if ((await asOwner(statement)) > 0) reached.push(statement);
      }
    }
    expect(reached).toEqual([]);
  });

  it('found them empty although they are not', async () => {
    const empty: string[] = [];
    for (const table of tables) {
      const [row] = await asSuperuser<{ filled: boolean }>(
        alliance.urls.superuserUrl,
        `select exists (select 1 from "${table}") as filled`,
      );
      if (!row?.filled) empty.push(table);
    }
    expect(empty).toEqual([]);
  });
});
