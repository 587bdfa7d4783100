// Erasing somebody and letting the same person in, at the same moment: whoever comes first, nobody erased is signed in.
import { hashSecret, startLoginSession } from '../../packages/core/src/accounts/service-login-sessions.ts';
import { visitorCaller } from '@kansenplein/db';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { demoPassword } from '@kansenplein/core';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance.close());

const ask = <Row extends pg.QueryResultRow>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

async function idOf(person: PersonName): Promise<string> {
  const [row] = await ask<{ id: string }>('select id from account where address = $1', [addressOf(person)]);
  if (!row) throw new Error(`nobody is called ${person}`);
  return row.id;
}

/** Until some statement on this database waits for a lock of another: then both are in the middle of it. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await ask<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (row?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A connection of the owner, in the middle of a transaction as the wall. */
async function asWall<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: alliance.urls.ownerUrl });
  await client.connect();
  try {
    await client.query('begin; set local role wall');
    return await work(client);
  } finally {
    await client.end();
  }
}

const loginsOf = async (account: string) =>
  (await ask('select id from login_session where account_id = $1', [account])).length;

describe('somebody who is erased at the same moment', () => {
  it('is not let in when the erasure came first: the right password is answered as a wrong one', async () => {
    const account = await idOf('editor');
    await asWall(async (client) => {
      await client.query('select wall.erase_person($1, false)', [account]);
      const signingIn = codeOf(
        alliance
          .client('local', null, '10.9.0.1')
          .accounts.signIn.mutate({ address: addressOf('editor'), password: demoPassword }),
      );
      await untilSomebodyWaits();
      await client.query('commit');
      expect(await signingIn).toBe('account.sign_in_failed');
    });
    expect(await loginsOf(account)).toBe(0);
    const [left] = await ask(
      `select count(*)::int as events from audit_event where action = 'account.signed_in' and object = $1`,
      [account],
    );
    expect(left).toEqual({ events: 0 });
  });

  it('is let in again when the erasure was undone', async () => {
    const account = await idOf('reader');
    await asWall(async (client) => {
      await client.query('select wall.erase_person($1, false)', [account]);
      const signingIn = alliance
        .client('local', null, '10.9.0.2')
        .accounts.signIn.mutate({ address: addressOf('reader'), password: demoPassword });
      await untilSomebodyWaits();
      await client.query('rollback');
      expect(await signingIn).toMatchObject({ next: 'signed_in' });
    });
    expect(await loginsOf(account)).toBe(1);
  });

  it('loses the login again when signing in came first', async () => {
    const account = await idOf('agreedEditor');
    const erased: Promise<unknown>[] = [];
    await alliance.database.asActor(visitorCaller, 'write', async (tx) => {
      const { secret } = await startLoginSession(tx, { browser: null }, account, null);
      expect(hashSecret(secret)).toHaveLength(64);
      erased.push(
        asWall(async (client) => {
          await client.query('select wall.erase_person($1, false)', [account]);
          await client.query('commit');
        }),
      );
      await untilSomebodyWaits();
    });
    await Promise.all(erased);
    expect(await loginsOf(account)).toBe(0);
  });
});
