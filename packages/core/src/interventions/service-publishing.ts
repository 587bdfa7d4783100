// Draft → in review → published → withdrawn. A version is a row of its own that never changes again.
import type { Actor, Tx } from '@kansenplein/db';
import {
  conflict,
  forbidden,
  guardPersonalData,
  invalid,
  recordEvent,
  recordStep,
  sayWhyReturned,
  slugOf,
} from '../kernel/index.ts';
import { missingFields, personalDataIn } from './completeness.ts';
import * as may from './permissions.ts';
import { takeTurn } from './service-participating.ts';
import { moveTo } from './service-writing.ts';
import { getIntervention, hasPage } from './service.ts';
import { interventionVersion, interventionWithdrawal } from './tables.ts';

export async function submitIntervention(tx: Tx, actor: Actor, id: string) {
  const row = await getIntervention(tx, id);
  if (!may.canSubmit(actor, row)) throw forbidden('intervention.cannot_submit');
  await recordEvent(tx, { action: 'intervention.submitted', object: id, municipality: row.municipality });
  await recordStep(tx, 'intervention', { document: id, what: 'submitted' });
  return moveTo(tx, id, { state: 'in_review' });
}

export async function returnIntervention(tx: Tx, actor: Actor, input: { id: string; remark: string }) {
  const row = await getIntervention(tx, input.id);
  if (!may.canReturn(actor, row)) throw forbidden('intervention.cannot_return');
  await sayWhyReturned(tx, 'intervention', input);
  await recordStep(tx, 'intervention', { document: input.id, what: 'returned' });
  await recordEvent(tx, {
    action: 'intervention.returned',
    object: input.id,
    municipality: row.municipality,
  });
  return moveTo(tx, input.id, { state: 'draft' });
}

/**
 * Publishes the working copy as its next version. Refuses what changed since the publisher read it, what is
 * incomplete, and personal data without a reason.
 */
export async function publishIntervention(
  tx: Tx,
  actor: Actor,
  input: { id: string; revision: number; note: string; personalDataReason: string | null },
) {
  // A participant that answers makes a version too: the number that comes next is read when it is our turn.
  await takeTurn(tx, input.id);
  const row = await getIntervention(tx, input.id);
  if (!may.canPublish(actor, row)) throw forbidden('intervention.cannot_publish');
  if (row.revision !== input.revision) throw conflict('intervention.stale');
  const missing = missingFields(row.content);
  if (missing.length > 0)
    throw invalid(
      'intervention.incomplete',
      missing.map((field) => ({ field, code: 'empty' })),
    );
  guardPersonalData(personalDataIn(row.content), input.personalDataReason);
  const version = (row.publishedVersion ?? 0) + 1;
  // Who takes part, the address and who may see it are derived by the wall.
  await tx.insert(interventionVersion).values({
    interventionId: row.id,
    number: version,
    municipality: row.municipality,
    handle: row.handle,
    visibility: row.content.visibility,
    title: row.content.title,
    content: row.content,
    participations: [],
    note: input.note,
  });
  await moveTo(tx, row.id, { state: 'published', publishedVersion: version });
  await recordStep(tx, 'intervention', { document: row.id, what: 'published', version });
  await recordEvent(tx, {
    action: 'intervention.published',
    object: row.id,
    municipality: row.municipality,
    reason: input.personalDataReason,
  });
  return { slug: slugOf(row.title, row.handle), version };
}

/** Takes the page away at once; its address answers with date and reason to those who could see it. */
export async function withdrawIntervention(tx: Tx, actor: Actor, input: { id: string; reason: string }) {
  const row = await getIntervention(tx, input.id);
  if (!may.canWithdraw(actor, row, await hasPage(tx, row))) throw forbidden('intervention.cannot_withdraw');
  await tx.insert(interventionWithdrawal).values({
    interventionId: row.id,
    municipality: row.municipality,
    handle: row.handle,
    title: row.title,
    reason: input.reason,
  });
  await moveTo(tx, row.id, { state: 'withdrawn' });
  await recordStep(tx, 'intervention', { document: row.id, what: 'withdrawn' });
  await recordEvent(tx, {
    action: 'intervention.withdrawn',
    object: row.id,
    municipality: row.municipality,
    reason: input.reason,
  });
  return { done: true as const };
}
