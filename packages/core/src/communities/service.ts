// Reading communities: lists with their counts, and the page. What is not seen is not counted.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { notFound, recordEvent, slugOf } from '../kernel/index.ts';
import type { CommunityCard, CommunityPage, ListCommunities, Somebody } from './contract.ts';
import * as may from './permissions.ts';
import type { Joining, MemberState } from './vocabulary.ts';

export interface CommunityRow extends Record<string, unknown> {
  id: string;
  handle: string;
  name: string;
  purpose: string;
  guidelines: string;
  themes: CommunityCard['themes'];
  joining: Joining;
  members: number;
  revision: number;
}

export const communityColumns = sql`c.id, c.handle, c.name, c.purpose, c.guidelines, c.themes, c.joining, c.members, c.revision`;

const standingOf = (actor: Actor, id: string): CommunityCard['standing'] => {
  if (may.canModerate(actor, id)) return 'moderator';
  if (may.isMember(actor, id)) return 'member';
  return may.isInvited(actor, id) ? 'invited' : 'none';
};

export const cardOf = (actor: Actor, row: CommunityRow): CommunityCard => ({
  id: row.id,
  slug: slugOf(row.name, row.handle),
  name: row.name,
  purpose: row.purpose,
  themes: row.themes,
  joining: row.joining,
  members: row.members,
  standing: standingOf(actor, row.id),
});

export async function communitiesWhere(tx: Tx, condition: SQL, rest = sql``): Promise<CommunityRow[]> {
  const { rows } = await tx.execute<CommunityRow>(
    sql`select ${communityColumns} from community c where ${condition} ${rest}`,
  );
  return rows;
}

/** By id; throws `community.not_found`. */
export async function getRow(tx: Tx, id: string): Promise<CommunityRow> {
  const [row] = await communitiesWhere(tx, sql`c.id = ${id}`);
  if (!row) throw notFound('community');
  return row;
}

export async function getRowAt(tx: Tx, handle: string): Promise<CommunityRow> {
  const [row] = await communitiesWhere(tx, sql`c.handle = ${handle}`);
  if (!row) throw notFound('community');
  return row;
}

/** Ids of the communities whose scope the actor carries: `part` is empty, `:moderators` or `:invited`. */
export const idsInScopes = ({ scopes }: Actor, part: '' | ':moderators' | ':invited'): string[] =>
  scopes
    .filter((scope) => scope.startsWith('community:') && scope.slice(46) === part)
    .map((scope) => scope.slice(10, 46));

/**
 * What was done in a community, for the trail of whom the actor acts for. Of one by invitation the trail says only that
 * something was done somewhere: whoever administers a municipality is not thereby told that such a community exists.
 */
export const recordHere = (
  tx: Tx,
  actor: Actor,
  { id, joining }: { readonly id: string; readonly joining: Joining },
  { action, object = id, reason = null }: { action: string; object?: string; reason?: string | null },
): Promise<void> => {
  const municipality = actor.acting?.kind === 'municipality' ? actor.acting.key : null;
  return joining === 'invitation'
    ? recordEvent(tx, { action: 'community.private', object: 'community', municipality })
    : recordEvent(tx, { action, object, municipality, reason });
};

interface NameRow extends Record<string, unknown> {
  account: string;
  name: string;
  label: string;
}

/** Names of people in a community, for whoever reads there; who is not told of has an empty name. */
export async function namesIn(
  tx: Tx,
  community: string,
  accounts: readonly string[],
): Promise<(account: string) => Somebody> {
  const wanted = [...new Set(accounts)];
  const { rows } =
    wanted.length === 0
      ? { rows: [] }
      : await tx.execute<NameRow>(
          sql`select account, name, label from wall.community_names(${community}, ${sql.param(wanted)}::uuid[])`,
        );
  const known = new Map(rows.map(({ account, name, label }) => [account, { id: account, name, label }]));
  return (account) => known.get(account) ?? { id: account, name: '', label: '' };
}

const none = sql`true`;
const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

/** By name. Counts are of what the other choices leave, so that a count beside a choice is what choosing it gives. */
export async function listCommunities(tx: Tx, actor: Actor, input: ListCommunities) {
  const byTheme = input.themes.length > 0 ? sql`c.themes && ${textArray(input.themes)}` : none;
  const byJoining = input.joinings.length > 0 ? sql`c.joining = any(${textArray(input.joinings)})` : none;
  const mine = input.mine ? sql`c.id = any(${sql.param(idsInScopes(actor, ''))}::uuid[])` : none;
  const onward = input.after
    ? sql`and (lower(c.name), c.id) > (lower(${input.after.name}), ${input.after.id}::uuid)`
    : sql``;
  const rows = await communitiesWhere(
    tx,
    sql`${mine} and ${byTheme} and ${byJoining}`,
    sql`${onward} order by lower(c.name), c.id limit ${input.limit + 1}`,
  );
  const { rows: counted } = await tx.execute<{ what: string; value: string; count: number }>(sql`
    select 'themes' as what, theme as value, count(*)::int as count
    from community c, unnest(c.themes) theme where ${mine} and ${byJoining} group by theme
    union all select 'joinings', c.joining, count(*)::int from community c where ${mine} and ${byTheme} group by c.joining
    union all select 'total', '', count(*)::int from community c where ${mine} and ${byTheme} and ${byJoining}
    order by 3 desc, 2`);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const of = (what: string) =>
    counted.filter((each) => each.what === what).map(({ value, count }) => ({ value, count }));
  return {
    communities: shown.map((row) => cardOf(actor, row)),
    total: counted.find(({ what }) => what === 'total')?.count ?? 0,
    facets: { themes: of('themes'), joinings: of('joinings') },
    next: rows.length > input.limit && last ? { name: last.name, id: last.id } : null,
  };
}

/** The page by the handle in its address; throws `community.not_found`. */
export async function getCommunity(tx: Tx, actor: Actor, handle: string): Promise<CommunityPage> {
  const row = await getRowAt(tx, handle);
  const { rows } = await tx.execute<{ account: string; role: string; state: MemberState }>(sql`
    select m.account_id as account, m.role, m.state from community_member m
    where m.community_id = ${row.id} and (m.role = 'moderator' or m.account_id = ${actor.account}::uuid)
    order by m.joined_at, m.account_id limit 50`);
  const moderators = rows.filter(({ role }) => role === 'moderator').map(({ account }) => account);
  const nameOf = await namesIn(tx, row.id, moderators);
  return {
    ...cardOf(actor, row),
    guidelines: row.guidelines,
    revision: row.revision,
    state: rows.find(({ account }) => account === actor.account)?.state ?? null,
    moderators: moderators.map(nameOf),
    can: {
      read: may.canRead(actor, row),
      write: may.isMember(actor, row.id),
      comeIn: may.canComeIn(actor, row),
      ask: may.canAsk(actor, row),
      leave: may.isMember(actor, row.id),
      moderate: may.canModerate(actor, row.id),
    },
  };
}
