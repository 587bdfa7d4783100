// What a transaction of an actor carries ends with it, and a question changes nothing, whatever is asked with SQL.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainQuery } from '@kansenplein/db';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';

let alliance: Alliance;
let login: string;
beforeAll(async () => {
  // One connection, so that whoever comes next comes after who was before.
  alliance = await makeAlliance({ poolSize: 1 });
  login = hashOf(await alliance.secretOf('editor'));
});
afterAll(() => alliance?.close());

const visitor = { login: null, link: null };
const brought = `select current_setting('app.scopes', true) as scopes, current_setting('app.account', true) as account,
  current_setting('app.role', true) as role, current_setting('app.municipality', true) as municipality`;
const empty = { scopes: '', account: '', role: '', municipality: '' };

it('whoever comes next brings nothing of who was before', async () => {
  const before = await alliance.database.asActor({ login, link: null }, 'write', async (tx) =>
    plainQuery(tx)(brought, []),
  );
  expect(before[0]).toMatchObject({ role: 'editor', account: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const after = await alliance.database.asActor(visitor, 'read', (tx) => plainQuery(tx)(brought, []));
  expect(after).toEqual([{ ...empty, scopes: '{public}' }]);
});

it('and the wall takes who comes next for nobody', async () => {
  await alliance.database.asActor({ login, link: null }, 'write', (tx) => plainQuery(tx)(brought, []));
  const known = await alliance.database.asActor(visitor, 'write', async (tx) => {
    const query = plainQuery(tx);
    await query(`select wall.record_event('probe.left', 'x', null, null)`, []);
    return query('select wall.app_account() as account, wall.app_scopes() as scopes', []);
  });
  expect(known).toEqual([{ account: null, scopes: ['public'] }]);
  const left = await asSuperuser(
    alliance.urls.superuserUrl,
    `select pseudonym, role, origin from audit_event where action = 'probe.left'`,
  );
  expect(left).toEqual([{ pseudonym: null, role: null, origin: null }]);
});

it('and who acts for no municipality is refused in the name of none', async () => {
  const coordinator = hashOf(await alliance.secretOf('coordinator'));
  await alliance.database.asActor({ login: coordinator, link: null }, 'write', (tx) =>
    plainQuery(tx)(`select wall.record_denial('probe', 'x')`, []),
  );
  const [denied] = await asSuperuser(
    alliance.urls.superuserUrl,
    `select municipality from audit_event where action = 'access.denied' order by id desc limit 1`,
  );
  expect(denied).toEqual({ municipality: null });
});

it('what an actor brought is gone when the transaction ends, also on the same connection', async () => {
  const left = await alliance.database.asActor({ login, link: null }, 'write', async (tx) => {
    const query = plainQuery(tx);
    await query('commit', []);
    return [...(await query(brought, [])), ...(await query('select wall.app_scopes() as scopes', []))];
  });
  expect(left).toEqual([empty, { scopes: [] }]);
});

it('what fails leaves nothing behind', async () => {
  const failing = alliance.database.asActor({ login, link: null }, 'write', async (tx) => {
    await plainQuery(tx)(
      `insert into agenda (id, municipality, handle, title, content)
       values (gen_random_uuid(), '${own}', 'abcdefghij', 'Mislukt', '{}')`,
      [],
    );
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  const left = await asSuperuser(alliance.urls.superuserUrl, `select id from agenda where title = 'Mislukt'`);
  expect(left).toEqual([]);
});

it('a question changes nothing', async () => {
  const asked = alliance.database.asActor({ login, link: null }, 'read', (tx) =>
    plainQuery(tx)(`update agenda set title = title`, []),
  );
  await expect(asked).rejects.toThrow(/cannot execute UPDATE in a read-only transaction/);
});

it('a question sees one moment, however long it takes', async () => {
  const level = await alliance.database.asActor(visitor, 'read', (tx) =>
    plainQuery(tx)(`select current_setting('transaction_isolation') as level`, []),
  );
  expect(level).toEqual([{ level: 'repeatable read' }]);
});
