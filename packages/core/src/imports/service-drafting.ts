// Drafts of what was read, as far as it was decided: what nobody looked at yet is taken as read and stays marked.
import type { Actor, Tx } from '@kansenplein/db';
import { eq } from 'drizzle-orm';
import { createAgenda } from '../agendas/index.ts';
import { createIntervention, saveIntervention, stateParticipation } from '../interventions/index.ts';
import { conflict, invalid, recordEvent } from '../kernel/index.ts';
import { planOf, type PlannedIntervention } from './deciding.ts';
import { canMakeDrafts } from './permissions.ts';
import { verdictsOf } from './service-review.ts';
import { getRow } from './service.ts';
import { documentImport } from './tables.ts';

/** One draft of the own municipality; the others it names are only stated. */
export async function draftIntervention(
  tx: Tx,
  actor: Actor,
  municipality: string,
  { content, parts }: PlannedIntervention,
): Promise<string> {
  const lead = parts.find((part) => part.municipality === municipality);
  const { id } = await createIntervention(tx, actor, {
    title: content.title,
    content,
    ...(lead ? { reach: lead } : {}),
  });
  for (const part of parts.filter((other) => other !== lead))
    await stateParticipation(tx, actor, { id, ...part });
  return id;
}

/** Makes the agenda and its interventions drafts of the own municipality. */
export async function makeDrafts(tx: Tx, actor: Actor, id: string) {
  const row = await getRow(tx, id);
  const { draft } = row;
  if (!draft || row.follows || !canMakeDrafts(row, draft.municipality)) throw conflict('import.not_ready');
  const plan = planOf(draft, row.extracted ?? '', await verdictsOf(tx, id), row.fileName);
  if (plan.tooLong.length > 0)
    throw invalid(
      'import.too_long',
      plan.tooLong.map((field) => ({ field, code: 'too_big' })),
    );
  const { id: agendaId } = await createAgenda(tx, actor, {
    title: plan.agenda.title,
    kind: plan.agenda.kind,
    content: plan.agenda,
  });
  const made = new Map<number, string>();
  for (const each of plan.interventions)
    made.set(each.position, await draftIntervention(tx, actor, row.municipality, each));
  for (const { position, evaluates, content } of plan.interventions) {
    const own = made.get(position);
    const targets = evaluates.flatMap((other) => made.get(other) ?? []);
    if (own && targets.length > 0)
      await saveIntervention(tx, actor, {
        id: own,
        revision: 1,
        content: { ...content, evaluates: targets },
      });
  }
  const interventions = [...made.values()];
  await tx
    .update(documentImport)
    .set({
      state: 'drafted',
      agendaId,
      interventionIds: interventions,
      interventionPositions: [...made.keys()],
    })
    .where(eq(documentImport.id, id));
  await recordEvent(tx, { action: 'import.drafted', object: id, municipality: row.municipality });
  return { agenda: agendaId, interventions };
}
