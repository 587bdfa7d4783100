// Published sessions as cards, of those that the reader may see.
import type { Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { slugOf } from '../kernel/index.ts';
import type { Host, SessionCard } from './contract.ts';
import type { SessionContent } from './contract-content.ts';
import { timeZone } from './vocabulary.ts';

export interface CardRow extends Record<string, unknown> {
  id: string;
  handle: string;
  number: number;
  title: string;
  visibility: SessionCard['visibility'];
  content: SessionContent;
  starts_at: string;
  ends_at: string;
  state: SessionCard['state'];
  state_at: string;
  cancelled_reason: string;
  published_at: string;
  registers: boolean;
  places: number | null;
  taken: number;
  waiting: number;
  host_community: string | null;
  /** Null of none, and of one that the reader cannot see. */
  community: { name: string; handle: string } | null;
  municipality: { code: string; name: string; slug: string } | null;
}

/** The current programmes with their places; a condition on `v` follows. */
export const cardRows = sql`
  select v.session_id as id, v.handle, v.number, v.title, v.visibility, v.content, v.starts_at, v.ends_at, v.state, v.state_at,
    v.cancelled_reason, v.published_at, wall.session_registers(v) as registers, p.places, p.taken, p.waiting, v.host_community,
    case when m.code is not null then json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) end as municipality,
    case when c.id is not null then json_build_object('name', c.name, 'handle', c.handle) end as community
  from knowledge_session_version v
  join session_part p on p.session_id = v.session_id and p.part = ''
  left join municipality m on m.code = v.municipality
  left join community c on c.id = v.host_community`;

export const iso = (moment: string) => new Date(moment).toISOString();

export function hostOf(row: Pick<CardRow, 'host_community' | 'community' | 'municipality'>): Host {
  if (row.host_community !== null)
    return {
      kind: 'community',
      community: row.community && {
        ...row.community,
        slug: slugOf(row.community.name, row.community.handle),
      },
    };
  return row.municipality ? { kind: 'municipality', municipality: row.municipality } : { kind: 'alliance' };
}

/** Null: as many as come. */
export const leftOf = (places: number | null, taken: number) =>
  places === null ? null : Math.max(0, places - taken);

export function cardOf(row: CardRow): SessionCard {
  const { summary, form, place, address, themes } = row.content;
  return {
    id: row.id,
    handle: row.handle,
    slug: slugOf(row.title, row.handle),
    title: row.title,
    ...{ summary, form, place, address, themes },
    host: hostOf(row),
    visibility: row.visibility,
    startsAt: iso(row.starts_at),
    endsAt: iso(row.ends_at),
    timeZone,
    state: row.state,
    cancelledReason: row.cancelled_reason,
    registers: row.registers,
    places: row.places,
    left: leftOf(row.places, row.taken),
    waiting: row.waiting,
    version: row.number,
    sequence: row.number + (row.state === 'cancelled' ? 1 : 0),
    publishedAt: iso(row.published_at),
    changedAt: iso(row.state_at > row.published_at ? row.state_at : row.published_at),
  };
}

/** Cards in no particular order; `which` is a condition on the current version `v`. */
export async function cardsWhere(tx: Tx, which: SQL): Promise<SessionCard[]> {
  const { rows } = await tx.execute<CardRow>(sql`${cardRows} where v.current and ${which}`);
  return rows.map(cardOf);
}

/** Cards by session id, of those that the actor may see. */
export async function listSessionCards(tx: Tx, ids: readonly string[]): Promise<Map<string, SessionCard>> {
  if (ids.length === 0) return new Map();
  const cards = await cardsWhere(tx, sql`v.session_id = any(${sql.param(ids)}::uuid[])`);
  return new Map(cards.map((card) => [card.id, card]));
}

/** Who holds a working copy. */
export async function getHost(
  tx: Tx,
  { municipality: code, hostCommunity }: { municipality: string | null; hostCommunity: string | null },
): Promise<Host> {
  const { rows } = await tx.execute<Pick<CardRow, 'municipality' | 'community'>>(sql`
    select (select json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) from municipality m where m.code = ${code}) as municipality,
      (select json_build_object('name', c.name, 'handle', c.handle) from community c where c.id = ${hostCommunity}) as community`);
  const { municipality = null, community = null } = rows[0] ?? {};
  return hostOf({ municipality, community, host_community: hostCommunity });
}
