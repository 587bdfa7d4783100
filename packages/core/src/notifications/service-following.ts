// Following: of one's own accord, on behalf of the membership one acts for. What cannot be seen cannot be followed, and is
// answered like what does not exist.
import type { Actor, Tx } from '@kansenplein/db';
import { and, desc, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { forbidden, notFound, recordEvent, Refusal } from '../kernel/index.ts';
import type { Target } from './contract.ts';
import { follow as follows } from './tables.ts';
import { namesOfTargets } from './targets.ts';
import { followKinds } from './vocabulary.ts';

/** How much one person follows: more is a stream nobody reads. */
const most = 200;

const targetOf = ({ kind, key }: Target) => `${kind}:${key}`;
const municipalityOf = ({ acting }: Actor) => (acting?.kind === 'municipality' ? acting.key : null);

function readTarget(target: string): Target | null {
  const [first = '', ...rest] = target.split(':');
  const kind = followKinds.find((known) => known === first);
  return kind === undefined ? null : { kind, key: rest.join(':') };
}

export async function listFollows(tx: Tx) {
  const rows = await tx.select().from(follows).orderBy(desc(follows.createdAt), desc(follows.id));
  const known = rows.flatMap((row) => {
    const target = readTarget(row.target);
    return target ? [{ row, target }] : [];
  });
  const names = await namesOfTargets(
    tx,
    known.map(({ target }) => target),
  );
  return {
    follows: known.map(({ row, target }) => {
      const named = names.get(row.target);
      return {
        id: row.id,
        ...target,
        title: named?.title ?? null,
        href: named?.href ?? null,
        createdAt: row.createdAt.toISOString(),
      };
    }),
    room: Math.max(0, most - rows.length),
  };
}

export async function findFollow(tx: Tx, target: Target) {
  const [row] = await tx
    .select({ id: follows.id })
    .from(follows)
    .where(eq(follows.target, targetOf(target)));
  return { id: row?.id ?? null };
}

/**
 * Followed twice is followed, from now on for whom one acts now. Throws `follow.not_found` for what cannot be seen,
 * `follow.cannot_follow` for who belongs nowhere, `follow.too_many`.
 */
export async function follow(tx: Tx, actor: Actor, target: Target) {
  const { account, acting } = actor;
  if (account === null || !acting) throw forbidden('follow.cannot_follow');
  if (!(await namesOfTargets(tx, [target])).has(targetOf(target))) throw notFound('follow');
  // Two at once would each count the other out.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('follow'), hashtext(${account}))`);
  const before = await findFollow(tx, target);
  if (before.id) await tx.delete(follows).where(eq(follows.id, before.id));
  else if ((await tx.$count(follows)) >= most) throw new Refusal('tooMany', 'follow.too_many');
  const id = randomUUID();
  await tx
    .insert(follows)
    .values({ id, accountId: account, membershipId: acting.membership, target: targetOf(target) });
  await recordEvent(tx, { action: 'follow.added', object: id, municipality: municipalityOf(actor) });
  return { id };
}

export async function unfollow(tx: Tx, actor: Actor, id: string) {
  const { rowCount } = await tx
    .delete(follows)
    .where(and(eq(follows.id, id), eq(follows.accountId, actor.account ?? id)));
  if (rowCount === 0) throw notFound('follow');
  await recordEvent(tx, { action: 'follow.removed', object: id, municipality: municipalityOf(actor) });
  return { done: true as const };
}
