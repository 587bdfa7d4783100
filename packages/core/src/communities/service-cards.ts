// Pages that a post or the library points at: looked up and shown through the wall, as whoever writes or reads.
import type { Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { listAgendaCards } from '../agendas/index.ts';
import { idsByHandle, listCards } from '../interventions/index.ts';
import { invalid, slugOf } from '../kernel/index.ts';
import type { Card } from './contract-talking.ts';
import type { PointsAt } from './tables-talking.ts';
import type { CardKind } from './vocabulary.ts';

/** The random end of an address of one of our pages: `…/interventies/taal-thuis-k7m2p9xqhr`. */
const page =
  /(?:^|\/)(interventies|agendas|kennissessies|gesprekken)\/(?:[a-z0-9-]*-)?([a-z0-9]{10})(?:[/?#].*)?$/;

export interface Pointed {
  readonly kind: CardKind | 'thread';
  readonly handle: string;
}

const kinds = {
  interventies: 'intervention',
  agendas: 'agenda',
  kennissessies: 'session',
  gesprekken: 'thread',
} as const;

/** What an address points at; null when it is no address of a page that can be pointed at. */
export function pointedIn(address: string): Pointed | null {
  const [, shelf, handle] = page.exec(address.trim()) ?? [];
  return shelf && handle ? { kind: kinds[shelf as keyof typeof kinds], handle } : null;
}

const agendas = (handles: readonly string[]) => sql`
  select v.handle, v.agenda_id as id from agenda_version v
  where v.handle = any(${sql.param(handles)}::text[]) and v.current and v.withdrawn_at is null`;
const sessions = (handles: readonly string[]) => sql`
  select v.handle, v.session_id as id from knowledge_session_version v
  where v.handle = any(${sql.param(handles)}::text[]) and v.current`;

async function idsOf(tx: Tx, pages: SQL): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ handle: string; id: string }>(pages);
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}

/** Ids of published pages by handle, of those the actor may read. */
export async function pagesByHandle(tx: Tx, kind: CardKind, handles: readonly string[]) {
  if (kind === 'intervention') return idsByHandle(tx, handles);
  return handles.length === 0
    ? new Map<string, string>()
    : idsOf(tx, { agenda: agendas, session: sessions }[kind](handles));
}

/** Sessions stand uphill of this room (architecture.md), so that it reads what it shows of them itself. */
async function listSessions(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<{ id: string; title: string; handle: string; host: string }>(sql`
    select v.session_id as id, v.title, v.handle, coalesce(m.name, c.name,
      case when v.host_community is null then 'Gelijke Kansen Alliantie' else 'een community' end) as host
    from knowledge_session_version v left join municipality m on m.code = v.municipality
    left join community c on c.id = v.host_community
    where v.session_id = any(${sql.param(ids)}::uuid[]) and v.current`);
  return rows;
}

/** What addresses point at, each once. What the writer cannot read is refused like what is nowhere: `community.link_unknown`. */
export async function readLinks(tx: Tx, links: readonly string[]): Promise<PointsAt[]> {
  const found: PointsAt[] = [];
  for (const link of links.filter((each) => each.trim() !== '')) {
    const pointed = pointedIn(link);
    const id =
      pointed && pointed.kind !== 'thread'
        ? (await pagesByHandle(tx, pointed.kind, [pointed.handle])).get(pointed.handle)
        : undefined;
    if (!pointed || pointed.kind === 'thread' || !id)
      throw invalid('community.link_unknown', [{ field: 'links', code: 'link_unknown' }]);
    if (!found.some((each) => each.id === id)) found.push({ kind: pointed.kind, id });
  }
  return found;
}

/** Cards by id, of those the reader may see: in a question for each kind, however many there are. */
export async function cardsOf(tx: Tx, pointed: readonly PointsAt[]): Promise<Map<string, Card>> {
  const idsFor = (kind: CardKind) => [
    ...new Set(pointed.filter((each) => each.kind === kind).map(({ id }) => id)),
  ];
  const interventionCards = await listCards(tx, idsFor('intervention'));
  const agendaCards = await listAgendaCards(tx, idsFor('agenda'));
  const sessionCards = await listSessions(tx, idsFor('session'));
  const card =
    (kind: PointsAt['kind']) =>
    (one: { id: string; slug: string; title: string; municipality: { name: string } }) =>
      [one.id, { kind, id: one.id, slug: one.slug, title: one.title, from: one.municipality.name }] as const;
  return new Map([
    ...[...interventionCards.values()].map(card('intervention')),
    ...[...agendaCards.values()].map(card('agenda')),
    ...sessionCards.map(({ id, title, handle, host }): [string, Card] => [
      id,
      { kind: 'session', id, slug: slugOf(title, handle), title, from: host },
    ]),
  ]);
}
