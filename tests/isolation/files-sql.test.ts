// As raw SQL of role app: only an editor of a municipality brings a file along, whatever the host forgets to ask.
import { plainQuery } from '@kansenplein/db';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance.close());

const bytes = Buffer.from('Doelstelling 1');
const add = (id: string): readonly [text: string, params: unknown[]] => [
  `insert into file (id, name, type, size, sha256, uploaded_by) values ($1, 'agenda.txt', 'txt', $2, $3, $1)`,
  [id, bytes.length, createHash('sha256').update(bytes).digest('hex')],
];

const bring: readonly PersonName[] = ['editor', 'publisher', 'administrator', 'strangerEditor'];
const bringNone: readonly (PersonName | null)[] = [
  null,
  'reader',
  'partner',
  'coordinator',
  'operator',
  // Acts as a reader here, although a publisher elsewhere.
  'twice',
  'memberless',
  'revoked',
];

describe('a loose file', () => {
  it.each(bring)('is brought along by the %s', async (person) => {
    const id = randomUUID();
    const counts = await sqlAs(alliance, person, async (query) => [
      (await query(...add(id))).count,
      (await query('select from file where id = $1', [id])).count,
    ]);
    expect(counts).toEqual([1, 1]);
  });

  it.each(bringNone)('is refused of the %s, by the wall itself', async (person) => {
    const refused = await tryAs(alliance, person, ...add(randomUUID()));
    // A visitor has no account to own it.
    expect(refused).toMatch(
      person === null || person === 'revoked' ? /^(42501|23502) / : /^42501 new row violates/,
    );
  });
});

it('what is to be taken away stays on the list for a day, whatever the jobs ask', async () => {
  const [young, old] = ['a'.repeat(64), 'b'.repeat(64)];
  const keys = () => asSuperuser(alliance.urls.superuserUrl, 'select key from file_removal order by 1');
  await asSuperuser(
    alliance.urls.superuserUrl,
    `insert into file_removal (key, deleted_at) values ($1, now()), ($2, now() - interval '25 hours')`,
    [young, old],
  );
  await alliance.database.asJob('probe', (tx) => plainQuery(tx)('delete from file_removal', []));
  expect(await keys()).toEqual([{ key: young }]);
});
