// Nonsense in every form is answered with a code: never an error of the server, never a word of the house, never late.
import { router } from '@kansenplein/core';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../../support/alliance.ts';
import { asSuperuser, hashOf } from '../../support/sql.ts';
import { makeAgenda, makeIntervention, strangerDesk } from '../../support/writing.ts';
import type { Answer } from '../../support/wire.ts';
import { malformedSeed } from '../config.ts';
import { tally, wrongWithResponse } from './answers.ts';
import { malformedFor, type Stolen } from './inputs.ts';
import { nonsense, sendAlone } from './requests.ts';

interface Procedure {
  readonly _def: {
    readonly type: string;
    readonly inputs: readonly [z.ZodType];
    readonly meta?: { readonly audience?: string | readonly string[] };
  };
}
const procedures = Object.entries(router._def.procedures as unknown as Record<string, Procedure>);

const atLeast = 500;
const slowest = 1000;
const counts = new Map<string, number>();
let alliance: Alliance;
let stolen: Stolen;
let sent = 0;

beforeAll(async () => {
  alliance = await makeAlliance();
  const theirs = await makeIntervention(alliance, { desk: strangerDesk });
  const agenda = await makeAgenda(alliance, { desk: strangerDesk });
  const [account] = await asSuperuser<{ id: string; membership: string }>(
    alliance.urls.superuserUrl,
    `select a.id, m.id as membership from account a join membership m on m.account_id = a.id where a.address = $1`,
    [addressOf('strangerEditor')],
  );
  stolen = [theirs.id, theirs.handle, agenda.id, agenda.handle, account?.id ?? '', account?.membership ?? ''];
});
afterAll(() => alliance?.close());

/** Somebody whom the door of the procedure lets in. */
function whoPasses(audience: string | readonly string[] | undefined): PersonName {
  const roles: readonly string[] = Array.isArray(audience) ? (audience as readonly string[]) : [];
  const known: readonly PersonName[] = ['administrator', 'coordinator', 'partner', 'operator'];
  return roles.length === 0
    ? 'administrator'
    : (known.find((name) => roles.includes(name)) ?? 'administrator');
}

/** A login session of its own for each request: some of the nonsense signs out. */
async function freshSecret(person: PersonName): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await asSuperuser(
    alliance.urls.superuserUrl,
    `insert into login_session (id, account_id, membership_id, expires_at)
     select $2, a.id, m.id, now() + interval '1 hour' from account a join membership m on m.account_id = a.id
     where a.address = $1 order by m.created_at limit 1`,
    [addressOf(person), hashOf(secret)],
  );
  return secret;
}

async function send(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${alliance.origin}${path}`, init);
  return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
}

/** Inputs of one request: ten at most, and no more than an address or a body holds. */
function* inBatches(inputs: Iterable<string>, mostText: number): Generator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const input of inputs) {
    if (batch.length > 0 && (batch.length === 10 || size + input.length > mostText)) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(input);
    size += input.length;
  }
  if (batch.length > 0) yield batch;
}

async function sendBatch(
  name: string,
  isQuery: boolean,
  batch: readonly string[],
  secret: string,
): Promise<Answer> {
  const names = batch.map(() => name).join(',');
  const text = `{${batch.map((input, place) => `"${place}":${input}`).join(',')}}`;
  const cookie = `kansenplein=${secret}`;
  if (isQuery)
    return send(`/trpc/${names}?batch=1&input=${encodeURIComponent(text)}`, { headers: { cookie } });
  const headers = { cookie, 'content-type': 'application/json' };
  return send(`/trpc/${names}?batch=1`, { method: 'POST', headers, body: text });
}

/** Which inputs of a slow batch are slow by themselves, three times out of three: the machine may be busy. */
async function slowAlone(name: string, isQuery: boolean, batch: readonly string[], secret: string) {
  const slow: unknown[] = [];
  for (const input of batch) {
    let fastest = Infinity;
    for (let turn = 0; turn < 3 && fastest > slowest; turn += 1) {
      const began = performance.now();
      await sendBatch(name, isQuery, [input], secret);
      fastest = Math.min(fastest, performance.now() - began);
    }
    if (fastest > slowest) slow.push({ input: input.slice(0, 300), took: fastest });
  }
  return slow;
}

describe('malformed input', () => {
  it.each(procedures)(
    'to %s is answered with a code, at once',
    async (name, { _def }) => {
      const isQuery = _def.type === 'query';
      const secret = await freshSecret(whoPasses(_def.meta?.audience));
      const wrong: unknown[] = [];
      let number = 0;
      // An address holds 16 KB: node refuses longer headers by itself.
      for (const batch of inBatches(
        malformedFor(_def.inputs[0], atLeast, malformedSeed, stolen),
        isQuery ? 4000 : 80_000,
      )) {
        const signsOut = name === 'accounts.signOut' || name === 'accounts.actAs';
        const began = performance.now();
        const answer = await sendBatch(
          name,
          isQuery,
          batch,
          signsOut ? await freshSecret('administrator') : secret,
        );
        const took = performance.now() - began;
        if (took > slowest) wrong.push(...(await slowAlone(name, isQuery, batch, secret)));
        wrong.push(
          ...wrongWithResponse(answer).map((what) => ({
            what,
            batch: batch.map((input) => input.slice(0, 200)),
          })),
        );
        tally(counts, answer);
        number += batch.length;
      }
      sent += number;
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(number).toBeGreaterThanOrEqual(atLeast);
    },
    120_000,
  );

  it.each(Object.entries(nonsense))('as %s is answered with a code', async (_, { path, init, statuses }) => {
    const cookie = `kansenplein=${await alliance.secretOf('administrator')}`;
    const began = performance.now();
    const answer = await sendAlone(alliance.origin, { path, ...(init && { init }) }, cookie);
    expect(performance.now() - began).toBeLessThan(slowest);
    expect(wrongWithResponse(answer)).toEqual([]);
    expect(statuses).toContain(answer.status);
  });

  it('leaves a host that is well, that wrote down no error and knows who is signed in', async () => {
    console.log(
      `${sent} inputs to ${procedures.length} procedures: ${[...counts]
        .sort(([, one], [, other]) => other - one)
        .map(([code, count]) => `${code} ${count}`)
        .join(', ')}`,
    );
    expect(alliance.internalErrors).toEqual([]);
    expect((await send('/health', {})).status).toBe(200);
    const administrator = await alliance.as('administrator', 'http');
    expect((await administrator.accounts.me.query()).acting?.role).toBe('administrator');
    // The nonsense passed the door and reached the contract, or it would have proved nothing.
    expect(counts.get('input.invalid')).toBeGreaterThan(10_000);
  });
});
