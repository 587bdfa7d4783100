// Proposal → planned → open → held → reported, or off with a reason. What was published is a row that never changes again;
// who registered is told by a job what changed (service-telling.ts).
import type { Actor, Tx } from '@kansenplein/db';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { community } from '../communities/index.ts';
import { conflict, forbidden, guardPersonalData, invalid, recordEvent, slugOf } from '../kernel/index.ts';
import { emptySession, missingFields, personalDataIn, withoutConsent } from './completeness.ts';
import { instantsOf, type SessionContent } from './contract-content.ts';
import type { PublishSession } from './contract-writing.ts';
import * as may from './permissions.ts';
import { listSessionLinks } from './service.ts';
import { demandRoom, getSession } from './service-writing.ts';
import { knowledgeSession, knowledgeSessionVersion } from './tables.ts';
import { sessionLink } from './tables-beside.ts';
import type { linkKinds, sessionStates } from './vocabulary.ts';

type State = (typeof sessionStates)[number];

async function moveTo(
  tx: Tx,
  id: string,
  change: {
    state?: State;
    publishedVersion?: number;
    cancelledReason?: string;
  },
) {
  await tx
    .update(knowledgeSession)
    .set({
      ...change,
      revision: sql`${knowledgeSession.revision} + 1`,
      updatedAt: new Date(),
    })
    .where(eq(knowledgeSession.id, id));
}

/** A circle that fits who holds it: members of a community are there where one holds it, and of one by invitation only they. */
async function demandCircle(tx: Tx, hostCommunity: string | null, { visibility }: SessionContent) {
  const [holder] =
    hostCommunity === null
      ? []
      : await tx
          .select({ joining: community.joining })
          .from(community)
          .where(eq(community.id, hostCommunity));
  const code =
    hostCommunity === null && visibility === 'community'
      ? 'circle_none'
      : holder?.joining === 'invitation' && visibility !== 'community'
        ? 'circle_private'
        : null;
  if (code !== null) throw invalid(`session.${code}`, [{ field: 'visibility', code }]);
}

const noReport: SessionContent['report'] = { text: '', outcomes: [] };

/** Publishing anew waits for who publishes at the same moment: the number that comes next is read when it is our turn. */
const takeTurn = (tx: Tx, id: string) =>
  tx
    .select({ id: knowledgeSession.id })
    .from(knowledgeSession)
    .where(eq(knowledgeSession.id, id))
    .for('update');

/**
 * Publishes the programme as its next version, with the report where that is asked. Refuses what changed since it was
 * read, what is incomplete, a day in the past at the first time, names without consent, and personal data without a reason.
 */
export async function publishSession(tx: Tx, actor: Actor, input: PublishSession) {
  await takeTurn(tx, input.id);
  const row = await getSession(tx, input.id);
  if (!may.canPublish(actor, row)) throw forbidden('session.cannot_publish');
  if (input.report && !may.canReport(actor, row)) throw forbidden('session.cannot_report');
  if (row.revision !== input.revision) throw conflict('session.stale');
  const written = { ...emptySession(row.title), ...row.content };
  const report = input.report || row.state === 'reported';
  const content = report ? written : { ...written, report: noReport };
  const missing = missingFields(content, report);
  if (missing.length > 0)
    throw invalid(
      'session.incomplete',
      missing.map((field) => ({ field, code: 'empty' })),
    );
  await demandCircle(tx, row.hostCommunity, content);
  const unasked = withoutConsent(content);
  if (unasked.length > 0)
    throw invalid(
      'session.speaker_consent',
      unasked.map((field) => ({ field, code: 'speaker_consent' })),
    );
  const { startsAt } = instantsOf(content);
  if (row.publishedVersion === null && startsAt !== null && startsAt.getTime() < Date.now())
    throw invalid('session.in_the_past', [{ field: 'day', code: 'in_the_past' }]);
  guardPersonalData(personalDataIn(content, report), input.personalDataReason);
  await demandRoom(tx, row.id, content);
  const version = (row.publishedVersion ?? 0) + 1;
  // Who may see it, its instants and its state are derived by the wall.
  await tx.insert(knowledgeSessionVersion).values({
    sessionId: row.id,
    number: version,
    handle: row.handle,
    visibility: content.visibility,
    title: content.title,
    content,
    note: input.note,
    state: row.state === 'proposal' ? 'planned' : row.state,
  });
  const state: State = row.state === 'proposal' ? 'planned' : input.report ? 'reported' : row.state;
  await moveTo(tx, row.id, {
    publishedVersion: version,
    ...(state === row.state ? {} : { state }),
  });
  await recordEvent(tx, {
    action: input.report ? 'session.reported' : 'session.published',
    object: row.id,
    municipality: row.municipality,
    reason: input.personalDataReason,
  });
  return { slug: slugOf(content.title, row.handle), version };
}

/** Opens the registration, or closes it again while the programme can still be read. */
export async function moveSession(tx: Tx, actor: Actor, { id, to }: { id: string; to: 'open' | 'planned' }) {
  const row = await getSession(tx, id);
  if (to === 'open' ? !may.canOpen(actor, row) : !may.canClose(actor, row))
    throw forbidden('session.cannot_move');
  await moveTo(tx, id, { state: to });
  const action = to === 'open' ? 'session.opened' : 'session.closed';
  await recordEvent(tx, { action, object: id, municipality: row.municipality });
  return { done: true as const };
}

/** The page stays and says why; who registered is mailed. */
export async function cancelSession(tx: Tx, actor: Actor, { id, reason }: { id: string; reason: string }) {
  const row = await getSession(tx, id);
  if (!may.canCancel(actor, row)) throw forbidden('session.cannot_cancel');
  await moveTo(tx, id, { state: 'cancelled', cancelledReason: reason.trim() });
  await recordEvent(tx, {
    action: 'session.cancelled',
    object: id,
    municipality: row.municipality,
    reason,
  });
  return { done: true as const };
}

/** What is only for who comes: each address a row of its own. It is not part of the programme and holds at once. */
export async function saveLinks(
  tx: Tx,
  actor: Actor,
  input: {
    id: string;
    links: readonly {
      kind: (typeof linkKinds)[number];
      title: string;
      url: string;
    }[];
  },
) {
  await takeTurn(tx, input.id);
  const row = await getSession(tx, input.id);
  if (!may.canEdit(actor, row)) throw forbidden('session.read_only');
  await tx.delete(sessionLink).where(eq(sessionLink.sessionId, row.id));
  if (input.links.length > 0)
    await tx.insert(sessionLink).values(
      input.links.map(({ kind, title, url }, position) => ({
        id: randomUUID(),
        sessionId: row.id,
        ...{ kind, title: title.trim(), url, position },
      })),
    );
  await recordEvent(tx, {
    action: 'session.links_saved',
    object: row.id,
    municipality: row.municipality,
  });
  return { links: await listSessionLinks(tx, row.id) };
}
