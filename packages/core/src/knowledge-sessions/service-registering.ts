// Coming to a session: who is signed in registers, withdraws, takes the place that came free, says what it was worth.
// Places are given by the wall, one by one under a lock; what it refuses is said as a code.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { conflict, invalid, notFound, recordEvent } from '../kernel/index.ts';
import type { SessionContent } from './contract-content.ts';
import type { GiveFeedback, Register } from './contract-writing.ts';

const done = { done: true as const };

/** What the functions of the wall refuse with when the moment has passed: the page said something else a moment ago. */
const refusals = new Set([
  'session.closed',
  'session.declined',
  'session.over',
  'session.no_such_part',
  'session.cannot_decide',
  'session.no_place',
  'session.nobody',
  'session.messages_enough',
]);

function refuse(error: unknown): never {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  throw refusals.has(said) ? conflict(said) : error;
}

/** One value of one row of a function of the wall; null when it answered none. Its refusals become conflicts. */
export async function ask<Value>(tx: Tx, question: SQL): Promise<Value | null> {
  const { rows } = await tx.execute<{ value: Value | null }>(question).catch(refuse);
  return rows[0]?.value ?? null;
}

interface Page extends Record<string, unknown> {
  content: SessionContent;
  municipality: string | null;
  registers: boolean;
}

/** The programme as the actor may see it; throws `session.not_found`. */
export async function getProgramme(tx: Tx, session: string): Promise<Page> {
  const { rows } = await tx.execute<Page>(sql`
    select v.content, v.municipality, wall.session_registers(v) as registers
    from knowledge_session_version v where v.session_id = ${session} and v.current`);
  if (!rows[0]) throw notFound('session');
  return rows[0];
}

/** At most one workshop of each round, and only those there are. */
export function demandChoices({ rounds }: SessionContent, choices: readonly string[]): void {
  const perRound = rounds.map(({ workshops }) => workshops.filter(({ key }) => choices.includes(key)).length);
  const known = new Set(rounds.flatMap(({ workshops }) => workshops.map(({ key }) => key)));
  if (choices.some((each) => !known.has(each)))
    throw invalid('session.workshop_gone', [{ field: 'choices', code: 'workshop_gone' }]);
  if (perRound.some((count) => count > 1) || new Set(choices).size !== choices.length)
    throw invalid('session.one_per_round', [{ field: 'choices', code: 'one_per_round' }]);
}

export async function register(tx: Tx, input: Register) {
  const { session, choices } = input;
  const page = await getProgramme(tx, session);
  demandChoices(page.content, choices);
  const { rows } = await tx
    .execute<{
      registration: string;
      outcome: 'seated' | 'waiting' | 'requested' | 'known';
    }>(
      sql`select * from wall.register_for_session(${session}, ${sql.param([...choices])}::text[], ${input.answer.trim()})`,
    )
    .catch(refuse);
  const [made] = rows;
  if (!made) throw notFound('session');
  await recordEvent(tx, {
    action: 'session.registered',
    object: made.registration,
    municipality: page.municipality,
  });
  return { id: made.registration, outcome: made.outcome };
}

/** Of whom the host is; the registration itself is nobody's business there. */
async function hostOfRegistration(tx: Tx, registration: string): Promise<string | null> {
  const { rows } = await tx.execute<{ municipality: string | null }>(sql`
    select v.municipality from session_registration r
    join knowledge_session_version v on v.session_id = r.session_id and v.current where r.id = ${registration}`);
  return rows[0]?.municipality ?? null;
}

/** Does not come after all; asked twice it is the same. */
export async function withdraw(tx: Tx, id: string) {
  const gone = await ask<string>(tx, sql`select wall.withdraw_registration(${id}) as value`);
  if (gone === null) throw notFound('registration');
  const municipality = await hostOfRegistration(tx, id);
  await recordEvent(tx, {
    action: 'session.withdrawn',
    object: id,
    municipality,
  });
  return done;
}

/** Takes the place that was kept; throws `session.offer_over` when it was not any more. */
export async function acceptSeat(tx: Tx, input: { id: string; part: string }) {
  const taken = await ask<boolean>(tx, sql`select wall.accept_seat(${input.id}, ${input.part}) as value`);
  if (taken === null) throw notFound('registration');
  if (!taken) throw conflict('session.offer_over');
  const municipality = await hostOfRegistration(tx, input.id);
  await recordEvent(tx, {
    action: 'session.accepted',
    object: input.id,
    municipality,
  });
  return done;
}

/** Once, after the end, by who had a place. What is said is kept without saying who said it. */
export async function giveFeedback(tx: Tx, actor: Actor, { id, score, useful, better }: GiveFeedback) {
  const { rows } = await tx.execute<{ found: boolean }>(
    sql`select exists (select from session_registration where id = ${id} and account_id = ${actor.account}) as found`,
  );
  if (!rows[0]?.found) throw notFound('registration');
  const said = await ask<boolean>(
    tx,
    sql`select wall.give_feedback(${id}, ${score}, ${useful.trim()}, ${better.trim()}) as value`,
  );
  if (!said) throw conflict('session.no_feedback');
  const municipality = await hostOfRegistration(tx, id);
  await recordEvent(tx, {
    action: 'session.feedback',
    object: id,
    municipality,
  });
  return done;
}
