// Questions that somebody keeps. Each is its person's; the mail goes out for the membership that asked for it.
import type { Actor, Tx } from '@kansenplein/db';
import { desc, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { forbidden, notFound, recordEvent, Refusal } from '../kernel/index.ts';
import type { ChangeSearch, SaveSearch } from './contract.ts';
import { savedSearch } from './tables.ts';

/** How many one person keeps: more is a list nobody reads, and work each morning. */
const most = 50;
const done = { done: true as const };

/** Under whose rights is looked for what is new. */
function membershipOf(actor: Actor): string {
  if (!actor.acting) throw forbidden('search.cannot_keep');
  return actor.acting.membership;
}
const municipalityOf = ({ acting }: Actor) => (acting?.kind === 'municipality' ? acting.key : null);

export async function listSavedSearches(tx: Tx) {
  const rows = await tx.select().from(savedSearch).orderBy(desc(savedSearch.createdAt), desc(savedSearch.id));
  const searches = rows.map(({ id, name, question, alert, createdAt, dueAt }) => ({
    id,
    name,
    question,
    alert,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }));
  return { searches, room: Math.max(0, most - rows.length) };
}

/** Throws `search.too_many`, and `search.cannot_keep` for who belongs nowhere. */
export async function saveSearch(tx: Tx, actor: Actor, input: SaveSearch) {
  const membershipId = membershipOf(actor);
  // Two at once would each count the other out.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saved_search'), hashtext(${actor.account}))`);
  if ((await tx.$count(savedSearch)) >= most) throw new Refusal('tooMany', 'search.too_many');
  const id = randomUUID();
  const { name, question, alert } = input;
  await tx
    .insert(savedSearch)
    .values({ id, accountId: actor.account ?? '', membershipId, name: name.trim(), question, alert });
  await recordEvent(tx, { action: 'search.saved', object: id, municipality: municipalityOf(actor) });
  return { id };
}

/** The name, and whether what is new is mailed: from now on for who the person acts for at this moment. */
export async function changeSearch(tx: Tx, actor: Actor, { id, name, alert }: ChangeSearch) {
  const acting = alert === 'none' ? {} : { membershipId: membershipOf(actor) };
  const { rowCount } = await tx
    .update(savedSearch)
    .set({ name: name.trim(), alert, ...acting })
    .where(eq(savedSearch.id, id));
  if (rowCount === 0) throw notFound('search');
  await recordEvent(tx, { action: 'search.changed', object: id, municipality: municipalityOf(actor) });
  return done;
}

export async function removeSearch(tx: Tx, actor: Actor, id: string) {
  const { rowCount } = await tx.delete(savedSearch).where(eq(savedSearch.id, id));
  if (rowCount === 0) throw notFound('search');
  await recordEvent(tx, { action: 'search.removed', object: id, municipality: municipalityOf(actor) });
  return done;
}
