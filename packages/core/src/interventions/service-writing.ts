// Writing the working copy: nothing is lost, nothing is silently overwritten.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { conflict, forbidden, newHandle, recordEvent } from '../kernel/index.ts';
import { demandKnown } from '../organisations/index.ts';
import { emptyContent } from './completeness.ts';
import type { InterventionContent } from './contract.ts';
import { canDiscard, canEdit } from './permissions.ts';
import { getIntervention } from './service.ts';
import { participation } from './tables-participating.ts';
import { intervention } from './tables.ts';

/** A draft of the acting municipality, with `content` when something was already written elsewhere. */
export async function createIntervention(
  tx: Tx,
  actor: Actor,
  input: { title: string; content?: InterventionContent; reach?: { pupils: number | null; schools: string } },
) {
  if (actor.acting?.kind !== 'municipality') throw forbidden('account.other_role_needed');
  const id = randomUUID();
  const municipality = actor.acting.key;
  const content = input.content ?? emptyContent(input.title);
  await tx
    .insert(intervention)
    .values({ id, municipality, handle: newHandle(), title: content.title, content });
  // The lead takes part in its own intervention: its schools and pupils stand beside those of the others.
  await tx.insert(participation).values({
    interventionId: id,
    municipality,
    lead: municipality,
    title: content.title,
    commitment: 'confirmed',
    pupils: input.reach?.pupils ?? null,
    schools: input.reach?.schools ?? '',
  });
  await recordEvent(tx, { action: 'intervention.created', object: id, municipality });
  return { id };
}

/** Stores `content` when `revision` is the newest; refuses with `intervention.stale` otherwise. */
export async function saveIntervention(
  tx: Tx,
  actor: Actor,
  input: { id: string; revision: number; content: InterventionContent },
) {
  const row = await getIntervention(tx, input.id);
  if (!canEdit(actor, row)) throw forbidden('intervention.read_only');
  await demandKnown(tx, input.content.organisations);
  const savedAt = new Date();
  const { rowCount } = await tx
    .update(intervention)
    .set({
      content: input.content,
      title: input.content.title,
      revision: input.revision + 1,
      state: row.state === 'in_review' ? 'in_review' : 'draft',
      updatedAt: savedAt,
    })
    .where(and(eq(intervention.id, input.id), eq(intervention.revision, input.revision)));
  if (rowCount === 0) throw conflict('intervention.stale');
  await recordEvent(tx, {
    action: 'intervention.saved',
    object: input.id,
    municipality: row.municipality,
  });
  return { revision: input.revision + 1, savedAt: savedAt.toISOString() };
}

export async function discardIntervention(tx: Tx, actor: Actor, id: string) {
  const row = await getIntervention(tx, id);
  if (!canDiscard(actor, row)) throw forbidden('intervention.cannot_discard');
  await recordEvent(tx, { action: 'intervention.discarded', object: id, municipality: row.municipality });
  await tx.delete(intervention).where(eq(intervention.id, id));
  return { done: true as const };
}

/** Moves the working copy to another state, raising its revision so that an older screen cannot overwrite it. */
export async function moveTo(
  tx: Tx,
  id: string,
  change: {
    state: 'draft' | 'in_review' | 'published' | 'withdrawn';
    publishedVersion?: number;
  },
) {
  const savedAt = new Date();
  const [row] = await tx
    .update(intervention)
    .set({ ...change, revision: sql`${intervention.revision} + 1`, updatedAt: savedAt })
    .where(eq(intervention.id, id))
    .returning({ revision: intervention.revision });
  if (!row) throw conflict('intervention.stale');
  return { revision: row.revision, savedAt: savedAt.toISOString() };
}
