// Upload → read by a job → looked at → drafts in the own municipality.
import type { Actor, Tx } from '@kansenplein/db';
import { desc, eq, inArray } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { createAgenda } from '../agendas/index.ts';
import {
  createIntervention,
  intervention,
  saveIntervention,
  stateParticipation,
} from '../interventions/index.ts';
import { conflict, forbidden, notFound, recordEvent } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { ImportView } from './contract.ts';
import { agendaOf, evaluatedPositions, interventionOf, partsOf } from './drafting.ts';
import { canImport, canMakeDrafts } from './permissions.ts';
import { documentImport } from './tables.ts';

export async function startImport(tx: Tx, actor: Actor, input: { fileName: string; text: string }) {
  if (!canImport(actor)) throw forbidden('import.other_role_needed');
  const id = randomUUID();
  const municipality = actor.acting?.key ?? '';
  await tx.insert(documentImport).values({ id, municipality, fileName: input.fileName, source: input.text });
  await recordEvent(tx, { action: 'import.received', object: id, municipality });
  return { id };
}

async function getRow(tx: Tx, id: string) {
  const [row] = await tx.select().from(documentImport).where(eq(documentImport.id, id));
  if (!row) throw notFound('import');
  return row;
}

export async function getImport(tx: Tx, id: string): Promise<ImportView> {
  const row = await getRow(tx, id);
  const documentIsOf = row.draft?.municipality ?? null;
  const other = documentIsOf !== null && documentIsOf !== row.municipality ? documentIsOf : null;
  const made =
    row.interventionIds.length > 0
      ? await tx
          .select({ id: intervention.id, title: intervention.title })
          .from(intervention)
          .where(inArray(intervention.id, row.interventionIds))
      : [];
  return {
    id: row.id,
    fileName: row.fileName,
    state: row.state,
    failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage ?? '' } : null,
    text: row.extracted ?? row.source,
    draft: row.draft,
    otherMunicipality: other ? ((await namesOf(tx, [other])).get(other)?.name ?? other) : null,
    agenda: row.agendaId,
    interventions: made,
    createdAt: row.createdAt.toISOString(),
  };
}

export async function listImports(tx: Tx) {
  const rows = await tx
    .select({
      id: documentImport.id,
      fileName: documentImport.fileName,
      state: documentImport.state,
      createdAt: documentImport.createdAt,
    })
    .from(documentImport)
    .orderBy(desc(documentImport.createdAt))
    .limit(50);
  return { imports: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
}

/** Makes the agenda and its interventions drafts of the own municipality; other municipalities are only stated. */
export async function makeDrafts(tx: Tx, actor: Actor, id: string) {
  const row = await getRow(tx, id);
  const { draft } = row;
  if (!draft || !canMakeDrafts(row, draft.municipality)) throw conflict('import.not_ready');
  const agenda = agendaOf(draft, row.fileName);
  const { id: agendaId } = await createAgenda(tx, actor, {
    title: agenda.title,
    kind: agenda.kind,
    content: agenda,
  });
  const made: { id: string; position: number }[] = [];
  for (const each of draft.interventions) {
    const content = interventionOf(each, draft);
    const parts = partsOf(each);
    const lead = parts.find(({ municipality }) => municipality === row.municipality);
    const created = await createIntervention(tx, actor, {
      title: content.title,
      content,
      ...(lead ? { reach: lead } : {}),
    });
    for (const part of parts.filter((other) => other !== lead))
      await stateParticipation(tx, actor, { id: created.id, ...part });
    made.push({ id: created.id, position: each.position });
  }
  for (const each of draft.interventions) {
    const own = made.find(({ position }) => position === each.position);
    const evaluates = made.filter(({ position }) => evaluatedPositions(each, draft).includes(position));
    if (own && evaluates.length > 0) {
      const content = { ...interventionOf(each, draft), evaluates: evaluates.map((other) => other.id) };
      await saveIntervention(tx, actor, { id: own.id, revision: 1, content });
    }
  }
  const interventions = made.map((each) => each.id);
  await tx
    .update(documentImport)
    .set({ state: 'drafted', agendaId, interventionIds: interventions })
    .where(eq(documentImport.id, id));
  await recordEvent(tx, { action: 'import.drafted', object: id, municipality: row.municipality });
  return { agenda: agendaId, interventions };
}
