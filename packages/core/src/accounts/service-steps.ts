// Steps: what somebody is half-way through, under a secret of its own, for minutes, used once; and the limits on tries.
import { type Caller, type Tx, visitorCaller } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Context, leaveNoEvent, Refusal } from '../kernel/index.ts';
import type { Outcome } from './contract-signing.ts';
import { hashSecret, newSecret } from './service-login-sessions.ts';

/** What each purpose keeps between two requests. */
export const Held = {
  /** Proved one factor; what happens when the second is right. */
  second_factor: z.discriminatedUnion('then', [
    z.object({ then: z.literal('sign_in') }),
    z.object({ then: z.literal('confirm') }),
    z.object({ then: z.literal('accept') }),
    z.object({ then: z.literal('new_password'), passwordHash: z.string() }),
  ]),
  /** May add a factor: to an account that does not exist yet, in the place of all others, or beside them. */
  enrol: z.object({
    then: z.enum(['accept', 'renew', 'add']),
    name: z.string(),
    passwordHash: z.string().nullable(),
    identity: z.object({ issuer: z.string(), subject: z.string() }).nullable(),
    /** An authenticator app makes sense: there is something it is the second factor of. */
    app: z.boolean(),
    /** Sealed. */
    seed: z.string().optional(),
    challenge: z.string().optional(),
  }),
  passkey: z.object({ challenge: z.string() }),
  issuer: z.object({
    id: z.string(),
    then: z.enum(['sign_in', 'confirm', 'accept', 'link']),
    name: z.string(),
    expected: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  }),
} as const;

export type Purpose = keyof typeof Held;
export type Holds<P extends Purpose> = z.infer<(typeof Held)[P]>;

export interface Step<P extends Purpose> {
  readonly id: string;
  readonly account: string | null;
  /** Hash of the link it began with. */
  readonly link: string | null;
  /** Hash of the login session it belongs to. */
  readonly login: string | null;
  readonly holds: Holds<P>;
  readonly address: string;
  readonly expiresAt: string;
}

export interface NewStep<P extends Purpose> {
  readonly account?: string | null;
  readonly link?: string | null;
  readonly login?: string | null;
  readonly holds: Holds<P>;
}

const minutes: Record<Purpose, number> = { second_factor: 10, enrol: 10, passkey: 5, issuer: 10 };

/** Used, expired, of another purpose, somebody else's and never existing are the same. */
export const stepOver = () => new Refusal('unauthenticated', 'account.step_over');

/** What comes of a step is the event; that somebody began one, or tried, is not. */
const halfWay = (tx: Tx) => leaveNoEvent(tx, 'half-way through proving who one is');

export async function openStep<P extends Purpose>(tx: Tx, purpose: P, step: NewStep<P>) {
  halfWay(tx);
  const secret = newSecret();
  const { rows } = await tx.execute<{ expires_at: string }>(
    sql`select wall.open_step(${hashSecret(secret)}, ${purpose}, ${step.account ?? null}, ${step.link ?? null},
        ${step.login ?? null}, ${JSON.stringify(step.holds)}, ${minutes[purpose]}) as expires_at`,
  );
  return { secret, expiresAt: new Date(rows[0]?.expires_at ?? 0).toISOString() };
}

/** The outcome that sends somebody on to a step. */
export async function sendOn<P extends 'second_factor' | 'enrol'>(
  tx: Tx,
  purpose: P,
  step: NewStep<P>,
): Promise<Outcome> {
  return { next: purpose, ...(await openStep(tx, purpose, step)) };
}

interface FoundStep extends Record<string, unknown> {
  purpose: string;
  account_id: string | null;
  link: string | null;
  login: string | null;
  payload: unknown;
  expires_at: string;
  address: string | null;
}

/** What the living step behind a secret is for; null when there is none. */
export async function purposeOf(tx: Tx, secret: string): Promise<string | null> {
  const { rows } = await tx.execute<FoundStep>(sql`select * from wall.find_step(${hashSecret(secret)})`);
  return rows[0]?.purpose ?? null;
}

/** The living step behind a secret, when it is of this purpose and of this browser's login session. Throws `account.step_over`. */
export async function getStep<P extends Purpose>(
  tx: Tx,
  caller: Caller,
  purpose: P,
  secret: string,
): Promise<Step<P>> {
  const id = hashSecret(secret);
  const { rows } = await tx.execute<FoundStep>(sql`select * from wall.find_step(${id})`);
  const row = rows[0];
  if (!row || row.purpose !== purpose) throw stepOver();
  if (row.login !== null && row.login !== caller.login) throw stepOver();
  return {
    id,
    account: row.account_id,
    link: row.link,
    login: row.login,
    holds: Held[purpose].parse(row.payload) as Holds<P>,
    address: row.address ?? '',
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}

/** The same in a transaction of its own. */
export const findStep = <P extends Purpose>(ctx: Context, purpose: P, secret: string): Promise<Step<P>> =>
  ctx.database.asActor(visitorCaller, 'read', (tx) => getStep(tx, ctx.caller, purpose, secret));

export async function keepInStep(tx: Tx, id: string, more: Record<string, string>): Promise<void> {
  halfWay(tx);
  await tx.execute(sql`select wall.keep_in_step(${id}, ${JSON.stringify(more)})`);
}

/** Of two at the same moment one goes on. */
export async function useStep(tx: Tx, id: string): Promise<void> {
  const { rows } = await tx.execute<{ used: boolean }>(sql`select wall.use_step(${id}) as used`);
  if (!rows[0]?.used) throw stepOver();
}

/** One of the five tries a step has, counted whatever becomes of the request. */
export async function tryStep(ctx: Context, id: string): Promise<void> {
  const tried = await ctx.database.asActor(visitorCaller, 'write', async (tx) => {
    halfWay(tx);
    const { rows } = await tx.execute<{ tried: boolean }>(sql`select wall.try_step(${id}) as tried`);
    return rows[0]?.tried ?? false;
  });
  if (!tried) throw stepOver();
}

/** Whoever finishes a step: in its login session when it has one, with the link it began with, and as nobody else. */
export const callerOf = ({ login, link }: Pick<Step<Purpose>, 'login' | 'link'>): Caller => ({ login, link });

const quarter = 900;
const keyed = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');

/** What is tried, how often a quarter of an hour for one person (address or account), and for one place. */
const limits = {
  'sign-in': { one: 10, place: 50 },
  code: { one: 10, place: 50 },
  mail: { one: 4, place: 20 },
  begin: { one: 200, place: 200 },
} as const;

/**
 * Counts one attempt; throws `account.too_many_attempts` when the limit of this person or of this place is used up.
 * Counted alike for addresses that nobody has.
 */
export async function limitAttempts(
  ctx: Context,
  what: keyof typeof limits,
  whom: string | null,
): Promise<void> {
  const { one, place } = limits[what];
  const byPerson =
    whom === null ||
    (await ctx.database.attempt(`${what}-address`, keyed(whom), { points: one, seconds: quarter }));
  const byPlace = await ctx.database.attempt(`${what}-origin`, keyed(ctx.origin), {
    points: place,
    seconds: quarter,
  });
  if (!byPerson || !byPlace) throw new Refusal('tooMany', 'account.too_many_attempts');
}
