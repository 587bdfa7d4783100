// Writing the programme and the report: nothing is lost, nothing is silently overwritten.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { conflict, forbidden, invalid, newHandle, notFound, recordEvent } from '../kernel/index.ts';
import { demandKnown } from '../organisations/index.ts';
import { emptySession } from './completeness.ts';
import type { SessionContent } from './contract-content.ts';
import type { CreateSession, SaveSession } from './contract-writing.ts';
import * as may from './permissions.ts';
import { knowledgeSession } from './tables.ts';

/** The working copy that the actor may see; throws `session.not_found` otherwise. */
export async function getSession(tx: Tx, id: string) {
  const [row] = await tx.select().from(knowledgeSession).where(eq(knowledgeSession.id, id));
  if (!row) throw notFound('session');
  return row;
}

/** For whom a new one is: the community asked for, or who the actor acts for. */
function holderFor(actor: Actor, hostCommunity: string | null) {
  const { acting } = actor;
  const holder = {
    municipality: hostCommunity === null && acting?.kind === 'municipality' ? acting.key : null,
    hostCommunity,
  };
  if (may.canHost(actor, holder)) return holder;
  // Also to a member of it: only moderators ever ask.
  throw hostCommunity === null ? forbidden('session.cannot_create') : notFound('community');
}

/** A proposal; throws `community.not_found` for a community that the actor does not moderate. */
export async function createSession(tx: Tx, actor: Actor, input: CreateSession) {
  const holder = holderFor(actor, input.community);
  const { municipality, hostCommunity } = holder;
  const id = randomUUID();
  const title = input.title.trim();
  const empty = emptySession(title);
  await tx.insert(knowledgeSession).values({
    id,
    ...holder,
    handle: newHandle(),
    title,
    content: hostCommunity === null ? empty : { ...empty, visibility: 'community' },
  });
  await recordEvent(tx, {
    action: 'session.created',
    object: id,
    municipality,
  });
  return { id };
}

/** Places of the whole ('') and of each workshop, with the name of the field they are written in. */
const placesIn = ({ places, rounds }: SessionContent) => [
  { part: '', field: 'places', places },
  ...rounds.flatMap(({ workshops }, at) =>
    workshops.map(({ key: part, places: of }, number) => ({
      part,
      field: `rounds.${at}.workshops.${number}.places`,
      places: of,
    })),
  ),
];

/** Nobody who has a place loses it by a number: throws `session.places_below` or `session.workshop_taken`. */
export async function demandRoom(tx: Tx, id: string, content: SessionContent): Promise<void> {
  const { rows } = await tx.execute<{
    part: string;
    taken: number;
    chosen: boolean;
  }>(sql`
    select p.part, p.taken, exists (select from session_seat s where s.session_id = p.session_id and s.part = p.part) as chosen
    from session_part p where p.session_id = ${id}`);
  const written = new Map(placesIn(content).map((each) => [each.part, each]));
  const short = rows.flatMap(({ part, taken }) => {
    const place = written.get(part);
    return place && place.places !== null && place.places < taken
      ? [{ field: place.field, code: 'places_below' }]
      : [];
  });
  if (short.length > 0) throw invalid('session.places_below', short);
  if (rows.some(({ part, chosen }) => chosen && !written.has(part)))
    throw invalid('session.workshop_taken', [{ field: 'rounds', code: 'workshop_taken' }]);
}

/** Stores `content` when `revision` is the newest; refuses with `session.stale` otherwise. */
export async function saveSession(tx: Tx, actor: Actor, { id, revision, content }: SaveSession) {
  const row = await getSession(tx, id);
  if (!may.canEdit(actor, row)) throw forbidden('session.read_only');
  await demandKnown(tx, content.invited.organisations);
  await demandRoom(tx, id, content);
  const savedAt = new Date();
  const { rowCount } = await tx
    .update(knowledgeSession)
    .set({
      content,
      title: content.title,
      revision: revision + 1,
      updatedAt: savedAt,
    })
    .where(and(eq(knowledgeSession.id, id), eq(knowledgeSession.revision, revision)));
  if (rowCount === 0) throw conflict('session.stale');
  await recordEvent(tx, {
    action: 'session.saved',
    object: id,
    municipality: row.municipality,
  });
  return { revision: revision + 1, savedAt: savedAt.toISOString() };
}

export async function discardSession(tx: Tx, actor: Actor, id: string) {
  const row = await getSession(tx, id);
  if (!may.canDiscard(actor, row)) throw forbidden('session.cannot_discard');
  await recordEvent(tx, {
    action: 'session.discarded',
    object: id,
    municipality: row.municipality,
  });
  await tx.delete(knowledgeSession).where(eq(knowledgeSession.id, id));
  return { done: true as const };
}
