// The secret address at which a program follows a person's own sessions. Whoever has it sees those and nothing else; a new
// one ends the one before, and one that was taken back answers like one that never was.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { calendarFeed } from '../calendar-files/index.ts';
import { notFound, recordEvent } from '../kernel/index.ts';
import { eventOf, type SessionRow } from '../knowledge-sessions/index.ts';
import type { TextFile } from './contract.ts';
import { calendarAddress } from './tables.ts';

const municipalityOf = ({ acting }: Actor) => (acting?.kind === 'municipality' ? acting.key : null);

export async function findAddress(tx: Tx) {
  const [found] = await tx.select({ since: calendarAddress.createdAt }).from(calendarAddress);
  return { since: found?.since.toISOString() ?? null };
}

const leave = (tx: Tx, actor: Actor, what: 'made' | 'dropped', object: string) =>
  recordEvent(tx, { action: `calendar.address_${what}`, object, municipality: municipalityOf(actor) });

/** Makes an address, also where there was one: that one is over. The secret is told here and never again. */
export async function makeAddress(tx: Tx, actor: Actor) {
  const accountId = actor.account ?? '';
  // Two at once would both find no row to take away.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar_address'), hashtext(${accountId}))`);
  const [id, secret] = [randomUUID(), randomBytes(32).toString('base64url')];
  const secretHash = createHash('sha256').update(secret).digest('hex');
  await tx.delete(calendarAddress);
  await tx.insert(calendarAddress).values({ id, accountId, secretHash });
  await leave(tx, actor, 'made', id);
  return { secret };
}

/** Throws `calendar.not_found` when there is none. */
export async function dropAddress(tx: Tx, actor: Actor) {
  const [dropped] = await tx.delete(calendarAddress).returning({ id: calendarAddress.id });
  if (!dropped) throw notFound('calendar');
  await leave(tx, actor, 'dropped', dropped.id);
  return { done: true as const };
}

/** The sessions that the person behind the link of this transaction has a place in. Throws `calendar.not_found`. */
export async function followOwn(tx: Tx, origin: string): Promise<TextFile> {
  const { rows: known } = await tx.execute<{ known: boolean }>(
    sql`select wall.calendar_is_followed() as known`,
  );
  if (!known[0]?.known) throw notFound('calendar');
  const { rows } = await tx.execute<SessionRow>(sql`select * from wall.sessions_of_calendar_link()`);
  const events = rows.map((row) => eventOf(row, origin));
  return { text: calendarFeed('Mijn kennissessies', events) };
}
