// The library: what moderators picked to keep at hand. Where something is stands in a row; what it is called is read
// through the wall, so that a reader who may not see it is not told that it is there.
import type { Actor, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { conflict, findPersonalData, invalid, notFound, slugOf } from '../kernel/index.ts';
import type { LibraryItem } from './contract-keeping.ts';
import * as may from './permissions.ts';
import { guardWords } from './service-belonging.ts';
import { cardsOf, pagesByHandle, pointedIn } from './service-cards.ts';
import { getModerated } from './service-deciding.ts';
import { type CommunityRow, getRowAt, recordHere } from './service.ts';
import { communityLibrary } from './tables-keeping.ts';
import type { LibraryKind } from './vocabulary.ts';

const done = { done: true as const };
const most = 100;

interface Row extends Record<string, unknown> {
  id: string;
  kind: LibraryKind;
  target: string;
  note: string;
  at: string;
}

type Called = Pick<LibraryItem, 'slug' | 'title' | 'from'>;

async function threadsCalled(
  tx: Tx,
  community: CommunityRow,
  ids: readonly string[],
): Promise<Map<string, Called>> {
  const { rows } = await tx.execute<{ id: string; handle: string; title: string }>(sql`
    select t.id, t.handle, t.title from community_thread t
    where t.id = any(${sql.param(ids)}::uuid[]) and t.community_id = ${community.id} and t.removed_at is null`);
  return new Map(rows.map(({ id, handle, title }) => [id, { slug: slugOf(title, handle), title, from: '' }]));
}

/** Newest first; empty for who does not read what is said there. */
export async function getLibrary(tx: Tx, actor: Actor, handle: string) {
  const community = await getRowAt(tx, handle);
  const { rows } = await tx.execute<Row>(sql`
    select l.id, l.kind, l.target, l.note, l.at from community_library l
    where l.community_id = ${community.id} order by l.at desc, l.id limit ${most}`);
  const pointed = rows.flatMap(({ kind, target }) => (kind === 'thread' ? [] : [{ kind, id: target }]));
  const threads = await threadsCalled(
    tx,
    community,
    rows.filter(({ kind }) => kind === 'thread').map(({ target }) => target),
  );
  const called: ReadonlyMap<string, Called> = new Map([...(await cardsOf(tx, pointed)), ...threads]);
  return {
    items: rows.flatMap(({ id, kind, target, note, at }) => {
      const found = called.get(target);
      if (!found) return [];
      const { slug, title, from } = found;
      return [{ id, kind, slug, title, from, note, at: new Date(at).toISOString() }];
    }),
    can: { change: may.canModerate(actor, community.id) },
  };
}

/** The thread of this community, or the published page, that an address is of; null for what the actor cannot read. */
async function targetOf(tx: Tx, community: CommunityRow, address: string) {
  const pointed = pointedIn(address);
  if (pointed === null) return null;
  const { kind, handle } = pointed;
  if (kind !== 'thread') {
    const target = (await pagesByHandle(tx, kind, [handle])).get(handle);
    return target ? { kind, target } : null;
  }
  const { rows } = await tx.execute<{ id: string }>(sql`
    select t.id from community_thread t where t.handle = ${handle} and t.community_id = ${community.id} and t.removed_at is null`);
  return rows[0] ? { kind, target: rows[0].id } : null;
}

/** Refuses with `community.link_unknown`, `community.kept_already` and `community.library_full`. */
export async function keepInLibrary(
  tx: Tx,
  actor: Actor,
  { id, address, note }: { id: string; address: string; note: string },
) {
  const community = await getModerated(tx, actor, id);
  guardWords(findPersonalData('note', note), null);
  const found = await targetOf(tx, community, address);
  if (!found) throw invalid('community.link_unknown', [{ field: 'address', code: 'link_unknown' }]);
  const { rows } = await tx.execute<{ kept: number; same: boolean }>(sql`
    select count(*)::int as kept, coalesce(bool_or(l.target = ${found.target}), false) as same
    from community_library l where l.community_id = ${id}`);
  if (rows[0]?.same) throw conflict('community.kept_already');
  if ((rows[0]?.kept ?? 0) >= most) throw conflict('community.library_full');
  await tx
    .insert(communityLibrary)
    .values({ id: randomUUID(), communityId: id, ...found, note, accountId: actor.account ?? '' });
  await recordHere(tx, actor, community, { action: 'community.library_kept', object: found.target });
  return done;
}

export async function removeFromLibrary(tx: Tx, actor: Actor, id: string) {
  const [item] = await tx
    .select({ communityId: communityLibrary.communityId, target: communityLibrary.target })
    .from(communityLibrary)
    .where(eq(communityLibrary.id, id));
  if (!item) throw notFound('library');
  const community = await getModerated(tx, actor, item.communityId);
  await tx.delete(communityLibrary).where(eq(communityLibrary.id, id));
  await recordHere(tx, actor, community, { action: 'community.library_removed', object: item.target });
  return done;
}
