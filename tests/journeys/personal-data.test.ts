// What is kept of a person: told completely, and gone when that person asks. And the register that says so.
import { demoPassword, type DemoPerson } from '@kansenplein/core';
import { erasePersonAsOwner, exportPersonAsOwner } from '@kansenplein/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, personFunctions, tableNameOf } from '../../packages/core/src/person-functions.ts';
import { nothing, ofNobody } from '../../packages/core/src/personal-data/annotations.ts';
import { tombstone } from '../../packages/core/src/personal-data/tables.ts';
import { register } from '../../packages/core/src/personal-data-register.ts';
import { addressOf, agreed, makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { makePeople } from '../support/owner.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance.close());

const ask = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

let count = 0;
/** Somebody nobody else is, with a name and an address that stand nowhere by accident. */
async function somebody(memberships: DemoPerson['memberships']) {
  const word = `zilverkwartel${(count += 1)}x`;
  const address = `${word}@kansenplein.example`;
  const name = `Proef Zilverkwartel ${count} Ypsilon`;
  await makePeople(alliance.urls, [{ address, name, memberships }]);
  const [row] = await ask<{ id: string }>('select id from account where address = $1', [address]);
  return { address, name, id: row?.id ?? '', secret: await alliance.signIn(address) };
}
const editorOf = (municipality: string) => ({ municipality, role: 'editor' as const, organisation: null });

/** Where in the whole database these words stand: every column of every table, as text. */
async function whereStands(words: readonly string[]): Promise<string[]> {
  const columns = await ask<{ name: string; column: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, quote_ident(a.attname) as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       and a.attnum > 0 and not a.attisdropped`,
  );
  // One question for all of them: a connection for each would take longer than the search.
  const questions = columns.map(
    ({ name, column }) =>
      `select '${name}.${column}' as place where exists (select from ${name} t where exists (
         select from unnest($1::text[]) w where position(lower(w) in lower(t.${column}::text)) > 0))`,
  );
  const found = await ask<{ place: string }>(questions.join('\nunion all\n'), [words]);
  return found.map(({ place }) => place).sort();
}

describe('the register of personal data', () => {
  it('knows every column of every table of the database, and no other', async () => {
    const rows = await ask<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p') and n.nspname in ('public', 'wall') and a.attnum > 0 and not a.attisdropped order by 1`,
    );
    const known = register.flatMap((note) =>
      Object.keys(columnsOf(note)).map((column) => `${tableNameOf(note)}.${column}`),
    );
    expect(known.sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('does not compile when a column has no note', () => {
    const notes = { accountHash: nothing, salt: nothing };
    // @ts-expect-error -- `erasedAt` has no note: were this to compile, the check of types would fail here
    expect(Object.keys(ofNobody(tombstone, 'Verwijderde personen', notes).columns)).toHaveLength(2);
  });

  it('is what the functions of the database were written from', async () => {
    for (const [name, body] of Object.entries(personFunctions())) {
      const [row] = await ask<{ body: string }>(
        `select prosrc as body from pg_proc where proname = $1 and pronamespace = 'wall'::regnamespace`,
        [name],
      );
      expect(row?.body).toBe(body);
    }
  });

  it('says of every column that points at an account whose it is', async () => {
    const keys = await ask<{ name: string }>(
      `select t.relname as name from pg_constraint k join pg_class t on t.oid = k.conrelid
       where k.contype = 'f' and k.confrelid = 'account'::regclass`,
    );
    const withPerson = register.filter(({ subject }) => subject !== null).map(tableNameOf);
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter(({ name }) => !withPerson.includes(name))).toEqual([]);
  });

  it('gives a reason wherever something stays', () => {
    const kept = register.flatMap((note) =>
      Object.values(note.columns).flatMap((column) =>
        column.holds === 'person' && typeof column.erasure === 'object' && 'stays' in column.erasure
          ? column.erasure.stays
          : [],
      ),
    );
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.filter((reason) => !/AVG|BIO2/.test(reason))).toEqual([]);
  });
});

describe('a person', () => {
  it('is told everything that is kept, with labels, and no secret', async () => {
    const person = await somebody([editorOf(own), editorOf(agreed)]);
    const client = alliance.client('local', person.secret);
    await client.interventions.create.mutate({ title: 'Iets begonnen' });
    const administrator = await alliance.as('administrator');
    await administrator.accounts.invite.mutate({ address: person.address, role: 'publisher' });
    const { parts } = await client.personalData.mine.mutate();
    const told = Object.fromEntries(parts.map(({ what, rows }) => [what, rows.flat()]));
    expect(told.Account).toEqual(
      expect.arrayContaining([
        { label: 'Naam', value: person.name },
        { label: 'Mailadres', value: person.address },
      ]),
    );
    expect(
      told['Voor wie u werkt']?.filter(({ label }) => label === 'Gemeente').map(({ value }) => value),
    ).toEqual(expect.arrayContaining([own, agreed]));
    expect(told['Wat u deed']).toContainEqual({ label: 'Handeling', value: 'intervention.created' });
    expect(told.Uitnodigingen).toContainEqual({ label: 'Rol', value: 'publisher' });
    expect(told['Mails aan u']).toContainEqual({ label: 'Aan', value: person.address });
    expect(told.Inlogsessies?.length).toBeGreaterThan(0);
    // Where the address or the name stands, the export looked.
    const named = (await whereStands([person.address, person.name])).map((each) => each.split('.')[1]);
    const looked = register.filter(({ subject }) => subject !== null).map(tableNameOf);
    expect(named.filter((table) => !looked.includes(table ?? ''))).toEqual([]);
    const secrets = await ask<{ secret: string }>(
      `select password_hash as secret from credential union all select id from login_session
       union all select token_hash from invitation`,
    );
    const text = JSON.stringify(parts);
    expect(secrets.filter(({ secret }) => text.includes(secret))).toEqual([]);
    expect(
      await ask(`select 1 from audit_event where action = 'person.exported' and object = $1`, [person.id]),
    ).toHaveLength(1);
  });

  it('who leaves is gone everywhere, and what was published stays', async () => {
    const person = await somebody([editorOf(own), editorOf(agreed)]);
    const client = alliance.client('local', person.secret);
    const administrator = await alliance.as('administrator');
    await administrator.accounts.invite.mutate({ address: person.address, role: 'editor' });
    const page = await makeIntervention(alliance, { state: 'published', visibility: 'public' });
    const before = await whereStands([person.address, person.name]);
    expect(before).toEqual([
      'public.account.address',
      'public.account.name',
      'public.invitation.address',
      'public.outgoing_mail.recipient',
    ]);
    const proved = (when: string) =>
      ask(`update login_session set confirmed_at = ${when} where account_id = $1`, [person.id]);
    await proved('null');
    expect(await codeOf(client.personalData.erase.mutate())).toBe('account.confirm_first');
    expect(await whereStands([person.address, person.name])).toEqual(before);
    const [known] = await ask<{ pseudonym: string }>(
      'select pseudonym from audit_person where account_id = $1',
      [person.id],
    );

    await proved('now()');
    await client.personalData.erase.mutate();
    expect(await whereStands([person.address, person.name])).toEqual([]);
    expect((await client.accounts.me.query()).account).toBeNull();
    expect(
      await codeOf(
        alliance
          .client('local', null, '10.8.0.1')
          .accounts.signIn.mutate({ address: person.address, password: demoPassword }),
      ),
    ).toBe('account.sign_in_failed');
    const { people } = await administrator.accounts.people.query();
    expect(people.filter(({ name }) => name === 'Verwijderde persoon')).toEqual([]);
    expect((await alliance.visitor().interventions.get.query({ handle: page.handle })).state).toBe(
      'published',
    );
    const events = await ask<{ action: string }>(
      `select action from audit_event where pseudonym = $1 and action in ('person.erased', 'membership.ended') order by 1`,
      [known?.pseudonym],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'membership.ended',
      'membership.ended',
      'person.erased',
    ]);
    expect(await ask('select 1 from tombstone')).toHaveLength(1);
  });

  it('who is the last administrator of a municipality is told to hand over first', async () => {
    const administrator = await alliance.as('administrator');
    expect((await administrator.personalData.mine.mutate()).lastAdministratorOf).toEqual(['Brunssum']);
    await ask('update login_session set confirmed_at = now()', []);
    const refusal = await refusalOf(administrator.personalData.erase.mutate());
    expect(refusal).toMatchObject({ code: 'person.last_administrator', httpStatus: 409 });
    expect((await administrator.accounts.me.query()).account?.address).toBe(addressOf('administrator'));
    expect(await erasePersonAsOwner(alliance.urls.ownerUrl, addressOf('administrator'))).toBe(
      'last_administrator',
    );
    const second = await somebody([{ municipality: own, role: 'administrator', organisation: null }]);
    expect((await administrator.personalData.mine.mutate()).lastAdministratorOf).toEqual([]);
    await alliance.client('local', second.secret).personalData.erase.mutate();
  });

  it('asks through nobody else: no request and no job can export or erase another person', async () => {
    const granted = await ask<{ role: string; name: string }>(
      `select r.rolname as role, p.proname as name from pg_proc p, pg_roles r
       where p.proname in ('export_person', 'erase_person') and r.rolname in ('app', 'worker')
         and has_function_privilege(r.oid, p.oid, 'execute')`,
    );
    expect(granted).toEqual([]);
  });

  it('can ask the operator for both', async () => {
    const person = await somebody([editorOf(own)]);
    const found = await exportPersonAsOwner(alliance.urls.ownerUrl, person.address.toUpperCase());
    expect(JSON.stringify(found)).toContain(person.name);
    expect(await exportPersonAsOwner(alliance.urls.ownerUrl, 'niemand@kansenplein.example')).toBeNull();
    expect(await erasePersonAsOwner(alliance.urls.ownerUrl, person.address)).toBe('erased');
    expect(await whereStands([person.address, person.name])).toEqual([]);
    expect(await erasePersonAsOwner(alliance.urls.ownerUrl, person.address)).toBe('unknown');
  });
});
