// Upload → read by a job → looked at → drafts in the own municipality.
import type { Actor, Tx } from '@kansenplein/db';
import { desc, eq, inArray } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { fileOf, holdFile } from '../files/index.ts';
import { intervention } from '../interventions/index.ts';
import { forbidden, notFound, recordEvent } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { ImportView } from './contract.ts';
import { canImport } from './permissions.ts';
import { documentImport } from './tables.ts';

export async function startImport(
  tx: Tx,
  actor: Actor,
  input: { fileName: string; text: string } | { file: string },
) {
  if (!canImport(actor)) throw forbidden('import.other_role_needed');
  const id = randomUUID();
  const municipality = actor.acting?.key ?? '';
  if ('file' in input) {
    await tx.insert(documentImport).values({ id, municipality, fileName: '', source: '' });
    const { name } = await holdFile(tx, input.file, id);
    await tx.update(documentImport).set({ fileName: name }).where(eq(documentImport.id, id));
  } else {
    await tx
      .insert(documentImport)
      .values({ id, municipality, fileName: input.fileName, source: input.text });
  }
  await recordEvent(tx, { action: 'import.received', object: id, municipality });
  return { id };
}

/** The import, or not found: also for who may not see it. */
export async function getRow(tx: Tx, id: string) {
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
    file: await fileOf(tx, row.id),
    state: row.state,
    failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage ?? '' } : null,
    text: row.extracted ?? row.source,
    pages: row.pages,
    draft: row.draft,
    otherMunicipality: other ? ((await namesOf(tx, [other])).get(other)?.name ?? other) : null,
    agenda: row.agendaId,
    addendum: row.addendumKey,
    follows: row.follows,
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
