// Writing, publishing and withdrawing agendas: the same promises as for interventions.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  conflict,
  forbidden,
  guardPersonalData,
  invalid,
  newHandle,
  recordEvent,
  recordStep,
  slugOf,
} from '../kernel/index.ts';
import { demandKnown } from '../organisations/index.ts';
import { emptyAgenda, missingAgendaFields, personalDataInAgenda } from './completeness.ts';
import { checkContent } from './content-rules.ts';
import type { AgendaContent } from './contract.ts';
import * as may from './permissions.ts';
import { getAgenda, hasAgendaPage } from './service.ts';
import { agenda, agendaVersion, agendaWithdrawal } from './tables.ts';

/** A draft of the acting municipality, with `content` when something was already written elsewhere. */
export async function createAgenda(
  tx: Tx,
  actor: Actor,
  input: { title: string; kind: AgendaContent['kind']; content?: AgendaContent },
) {
  if (actor.acting?.kind !== 'municipality') throw forbidden('account.other_role_needed');
  const id = randomUUID();
  const municipality = actor.acting.key;
  const content = input.content ?? emptyAgenda(input.title, input.kind);
  await tx.insert(agenda).values({ id, municipality, handle: newHandle(), title: content.title, content });
  await recordEvent(tx, { action: 'agenda.created', object: id, municipality });
  return { id };
}

/** Stores `content` when `revision` is the newest; refuses with `agenda.stale` otherwise. */
export async function saveAgenda(
  tx: Tx,
  actor: Actor,
  input: { id: string; revision: number; content: AgendaContent },
) {
  const row = await getAgenda(tx, input.id);
  if (!may.canEditAgenda(actor, row)) throw forbidden('agenda.read_only');
  checkContent(input.content);
  await demandKnown(tx, input.content.organisations);
  const savedAt = new Date();
  const { rowCount } = await tx
    .update(agenda)
    .set({
      content: input.content,
      title: input.content.title,
      revision: input.revision + 1,
      state: row.state === 'in_review' ? 'in_review' : 'draft',
      updatedAt: savedAt,
    })
    .where(and(eq(agenda.id, input.id), eq(agenda.revision, input.revision)));
  if (rowCount === 0) throw conflict('agenda.stale');
  await recordEvent(tx, { action: 'agenda.saved', object: input.id, municipality: row.municipality });
  return { revision: input.revision + 1, savedAt: savedAt.toISOString() };
}

export async function discardAgenda(tx: Tx, actor: Actor, id: string) {
  const row = await getAgenda(tx, id);
  if (!may.canDiscardAgenda(actor, row)) throw forbidden('agenda.cannot_discard');
  await recordEvent(tx, { action: 'agenda.discarded', object: id, municipality: row.municipality });
  await tx.delete(agenda).where(eq(agenda.id, id));
  return { done: true as const };
}

export async function publishAgenda(
  tx: Tx,
  actor: Actor,
  input: { id: string; revision: number; note: string; personalDataReason: string | null },
) {
  const row = await getAgenda(tx, input.id);
  if (!may.canPublishAgenda(actor, row)) throw forbidden('agenda.cannot_publish');
  if (row.revision !== input.revision) throw conflict('agenda.stale');
  const missing = missingAgendaFields(row.content);
  if (missing.length > 0)
    throw invalid(
      'agenda.incomplete',
      missing.map((field) => ({ field, code: 'empty' })),
    );
  guardPersonalData(personalDataInAgenda(row.content), input.personalDataReason);
  const version = (row.publishedVersion ?? 0) + 1;
  await tx.insert(agendaVersion).values({
    agendaId: row.id,
    number: version,
    municipality: row.municipality,
    handle: row.handle,
    visibility: row.content.visibility,
    title: row.content.title,
    content: row.content,
    note: input.note,
  });
  await moveTo(tx, row.id, { state: 'published', publishedVersion: version });
  await recordStep(tx, 'agenda', { document: row.id, what: 'published', version });
  await recordEvent(tx, {
    action: 'agenda.published',
    object: row.id,
    municipality: row.municipality,
    reason: input.personalDataReason,
  });
  return { slug: slugOf(row.title, row.handle), version };
}

export async function withdrawAgenda(tx: Tx, actor: Actor, input: { id: string; reason: string }) {
  const row = await getAgenda(tx, input.id);
  if (!may.canWithdrawAgenda(actor, row, await hasAgendaPage(tx, row)))
    throw forbidden('agenda.cannot_withdraw');
  const { id: agendaId, municipality, handle, title } = row;
  await tx.insert(agendaWithdrawal).values({ agendaId, municipality, handle, title, reason: input.reason });
  await moveTo(tx, row.id, { state: 'withdrawn' });
  await recordStep(tx, 'agenda', { document: row.id, what: 'withdrawn' });
  await recordEvent(tx, { action: 'agenda.withdrawn', object: row.id, municipality, reason: input.reason });
  return { done: true as const };
}

/** Moves the working copy to another state, raising its revision so that an older screen cannot overwrite it. */
export async function moveTo(
  tx: Tx,
  id: string,
  change: { state: 'draft' | 'in_review' | 'published' | 'withdrawn'; publishedVersion?: number },
) {
  const savedAt = new Date();
  const [row] = await tx
    .update(agenda)
    .set({ ...change, revision: sql`${agenda.revision} + 1`, updatedAt: savedAt })
    .where(eq(agenda.id, id))
    .returning({ revision: agenda.revision });
  if (!row) throw conflict('agenda.stale');
  return { revision: row.revision, savedAt: savedAt.toISOString() };
}
