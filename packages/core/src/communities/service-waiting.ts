// What waits: for a person in its communities, and for a municipality that somebody asks the alliance about.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { forbidden, notFound, recordEvent, slugOf } from '../kernel/index.ts';
import * as may from './permissions.ts';
import { asThread, getThreadRow } from './service-posts.ts';
import { threadCard, threadCardColumns, type ThreadCardRow } from './service-threads.ts';
import { cardOf, communitiesWhere, idsInScopes, recordHere } from './service.ts';

const done = { done: true as const };

const own = ({ acting }: Actor) => (acting?.kind === 'municipality' ? acting.key : null);
const canChoose = (actor: Actor) => actor.scopes.includes(`municipality:${own(actor) ?? ''}:publisher`);
const canSetAside = (actor: Actor) => actor.scopes.includes(`municipality:${own(actor) ?? ''}:editor`);

async function cardsIn(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await communitiesWhere(
          tx,
          sql`c.id = any(${sql.param(ids)}::uuid[])`,
          sql`order by lower(c.name), c.id`,
        );
  return rows.map((row) => cardOf(actor, row));
}

async function countsIn(tx: Tx, ids: readonly string[]) {
  const { rows } = await tx.execute<{ id: string; asked: number; reports: number }>(sql`
    select wanted.id,
      (select count(*)::int from community_member m where m.community_id = wanted.id and m.state = 'asked') as asked,
      (select count(*)::int from community_report r where r.community_id = wanted.id and r.outcome is null) as reports
    from unnest(${sql.param([...ids])}::uuid[]) as wanted(id)`);
  return new Map(rows.map(({ id, asked, reports }) => [id, { asked, reports }]));
}

interface MentionRow extends Record<string, unknown> {
  handle: string;
  title: string;
  number: number;
  community: string;
  community_handle: string;
  at: string;
}

/** Where somebody named one; only in communities one belongs to. */
async function mentionsOf(tx: Tx, actor: Actor) {
  const communities = idsInScopes(actor, '');
  if (communities.length === 0) return [];
  const { rows } = await tx.execute<MentionRow>(sql`
    select t.handle, t.title, p.number, c.name as community, c.handle as community_handle,
      p.created_at as at
    from community_post p join community_thread t on t.id = p.thread_id join community c on c.id = p.community_id
    where p.mentions @> array[${actor.account}::uuid] and p.community_id = any(${sql.param(communities)}::uuid[])
      and p.account_id <> ${actor.account}::uuid and p.created_at > now() - interval '14 days'
    order by p.created_at desc, p.id limit 10`);
  return rows.map(({ handle, title, number, community, community_handle, at }) => ({
    slug: slugOf(title, handle),
    title,
    number,
    community,
    communitySlug: slugOf(community, community_handle),
    at: new Date(at).toISOString(),
  }));
}

type OfferRow = ThreadCardRow & { community_handle: string; community_name: string };

/** Questions that were offered to the municipality and wait: not set aside, closed or answered. */
async function offersTo(tx: Tx, municipality: string | null) {
  if (municipality === null) return [];
  const { rows } = await tx.execute<OfferRow>(sql`
    select ${threadCardColumns}, c.handle as community_handle, c.name as community_name
    from community_offer o join community_thread t on t.id = o.thread_id join community c on c.id = t.community_id
    where o.municipality = ${municipality} and not o.set_aside and not t.closed and not t.answered and t.removed_at is null
    order by o.at desc, t.id limit 20`);
  return rows.map((row) => ({
    ...threadCard(row),
    community: { slug: slugOf(row.community_name, row.community_handle), name: row.community_name },
  }));
}

async function isWanted(tx: Tx, municipality: string): Promise<boolean> {
  const { rows } = await tx.execute<{ wanted: boolean }>(
    sql`select o.wanted from community_offer_choice o where o.municipality = ${municipality}`,
  );
  return rows[0]?.wanted ?? true;
}

export async function getWaiting(tx: Tx, actor: Actor) {
  const moderated = idsInScopes(actor, ':moderators');
  const counts = await countsIn(tx, moderated);
  const nothing = { asked: 0, reports: 0 };
  const municipality = own(actor);
  const moderating = (await cardsIn(tx, actor, moderated)).map((card) => ({
    ...card,
    ...(counts.get(card.id) ?? nothing),
  }));
  return {
    moderating: moderating.filter(({ asked, reports }) => asked + reports > 0),
    invitations: await cardsIn(tx, actor, idsInScopes(actor, ':invited')),
    mine: await cardsIn(tx, actor, idsInScopes(actor, '')),
    mentioned: await mentionsOf(tx, actor),
    offers: await offersTo(tx, municipality),
    offersWanted: municipality === null ? null : await isWanted(tx, municipality),
    can: { chooseOffers: canChoose(actor), setAside: canSetAside(actor) },
  };
}

/**
 * Asks the alliance: the question waits with municipalities that published about its themes and want to be asked. To whom
 * and to how many it went is told to nobody, so that turning it off is nobody's business.
 */
export async function offerQuestion(
  tx: Tx,
  actor: Actor,
  { id, themes }: { id: string; themes: readonly string[] },
) {
  const thread = await getThreadRow(tx, actor, sql`t.id = ${id}`);
  if (!may.canOffer(actor, thread.community, asThread(thread))) throw forbidden('thread.cannot_offer');
  await tx.execute(sql`select wall.offer_question(${id}, ${sql.param([...themes])}::text[])`);
  await recordHere(tx, actor, thread.community, { action: 'community.question_offered', object: id });
  return done;
}

/** The municipality has no answer; the question does not wait any longer. */
export async function setAside(tx: Tx, actor: Actor, id: string) {
  const municipality = own(actor);
  const { rowCount } = await tx.execute(sql`
    update community_offer o set set_aside = true where o.thread_id = ${id} and o.municipality = ${municipality}`);
  if (rowCount === 0) throw notFound('thread');
  await recordEvent(tx, { action: 'community.offer_set_aside', object: id, municipality });
  return done;
}

export async function chooseOffers(tx: Tx, actor: Actor, wanted: boolean) {
  const municipality = own(actor) ?? '';
  // Not in one statement, and a conflict that names no column: either would ask to see the new row, whose set of scopes
  // may be new as well.
  const { rowCount } = await tx.execute(sql`
    update community_offer_choice o set wanted = ${wanted} where o.municipality = ${municipality}`);
  if (rowCount === 0)
    await tx.execute(sql`
      insert into community_offer_choice (municipality, wanted) values (${municipality}, ${wanted})
      on conflict do nothing`);
  const action = wanted ? 'community.offers_wanted' : 'community.offers_refused';
  await recordEvent(tx, { action, object: municipality, municipality });
  return done;
}
