// Pages that a post or the library points at: looked up and shown through the wall, as whoever writes or reads.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { listAgendaCards } from '../agendas/index.ts';
import { idsByHandle, listCards } from '../interventions/index.ts';
import { invalid } from '../kernel/index.ts';
import type { Card } from './contract-talking.ts';
import type { PointsAt } from './tables-talking.ts';

/** The random end of an address of one of our pages: `…/interventies/taal-thuis-k7m2p9xqhr`. */
const page = /(?:^|\/)(interventies|agendas|gesprekken)\/(?:[a-z0-9-]*-)?([a-z0-9]{10})(?:[/?#].*)?$/;

export interface Pointed {
  readonly kind: 'intervention' | 'agenda' | 'thread';
  readonly handle: string;
}

const kinds = { interventies: 'intervention', agendas: 'agenda', gesprekken: 'thread' } as const;

/** What an address points at; null when it is no address of a page that can be pointed at. */
export function pointedIn(address: string): Pointed | null {
  const [, shelf, handle] = page.exec(address.trim()) ?? [];
  return shelf && handle ? { kind: kinds[shelf as keyof typeof kinds], handle } : null;
}

async function agendasByHandle(tx: Tx, handles: readonly string[]): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map();
  const { rows } = await tx.execute<{ handle: string; id: string }>(sql`
    select v.handle, v.agenda_id as id from agenda_version v
    where v.handle = any(${sql.param(handles)}::text[]) and v.current and v.withdrawn_at is null`);
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}

/** Ids of published pages by handle, of those the actor may read. */
export async function pagesByHandle(tx: Tx, kind: 'intervention' | 'agenda', handles: readonly string[]) {
  return kind === 'intervention' ? idsByHandle(tx, handles) : agendasByHandle(tx, handles);
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

/** Cards by id, of those the reader may see: in two questions, however many there are. */
export async function cardsOf(tx: Tx, pointed: readonly PointsAt[]): Promise<Map<string, Card>> {
  const idsOf = (kind: PointsAt['kind']) => [
    ...new Set(pointed.filter((each) => each.kind === kind).map(({ id }) => id)),
  ];
  const interventions = await listCards(tx, idsOf('intervention'));
  const agendas = await listAgendaCards(tx, idsOf('agenda'));
  const card =
    (kind: PointsAt['kind']) =>
    (one: { id: string; slug: string; title: string; municipality: { name: string } }) =>
      [one.id, { kind, id: one.id, slug: one.slug, title: one.title, from: one.municipality.name }] as const;
  return new Map([
    ...[...interventions.values()].map(card('intervention')),
    ...[...agendas.values()].map(card('agenda')),
  ]);
}
