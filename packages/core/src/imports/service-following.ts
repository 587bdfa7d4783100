// A newer version of a document follows an earlier one: its drafts, and the decisions about what reads the same.
import type { Actor, Tx } from '@kansenplein/db';
import type { AgendaDraft } from '@kansenplein/documents';
import { and, desc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import { intervention } from '../interventions/index.ts';
import { conflict, recordEvent } from '../kernel/index.ts';
import { isAddendum } from './addenda.ts';
import { carryOver, matchInterventions } from './matching.ts';
import { itemsOf } from './review-items.ts';
import { targetsOf } from './review-targets.ts';
import { decisionsOf, getReviewed } from './service-review.ts';
import { getRow } from './service.ts';
import { documentImport, importDecision } from './tables.ts';

export type Row = Awaited<ReturnType<typeof getRow>>;

/** Made of it, or of an earlier version of it. The paper of one intervention makes no agenda. */
export const hasDrafts = ({ agendaId, interventionIds }: Pick<Row, 'agendaId' | 'interventionIds'>) =>
  agendaId !== null || interventionIds.length > 0;

const wordsOf = (title: string) =>
  title
    .replace(/[\d\s–-]+/g, ' ')
    .trim()
    .toLowerCase();

/** Documents of the same kind that became drafts before: one of them may be the earlier version. */
export async function listEarlier(tx: Tx, id: string) {
  const { row, draft } = await getReviewed(tx, id);
  const title = wordsOf(draft.title?.text ?? row.fileName);
  const rows = await tx
    .select({
      id: documentImport.id,
      fileName: documentImport.fileName,
      title: sql<string>`coalesce(${documentImport.draft} #>> '{title,text}', ${documentImport.fileName})`,
      createdAt: documentImport.createdAt,
    })
    .from(documentImport)
    .where(
      and(
        ne(documentImport.id, id),
        or(isNotNull(documentImport.agendaId), sql`cardinality(${documentImport.interventionIds}) > 0`),
        sql`${documentImport.draft} ->> 'kind' = ${draft.kind}`,
        // An addendum is a newer version of no agenda.
        sql`(coalesce(${documentImport.draft} #>> '{form,paper}', '') = 'addendum') = ${isAddendum(draft)}::boolean`,
      ),
    )
    .orderBy(desc(documentImport.createdAt))
    .limit(20);
  return {
    imports: rows.map((each) => ({
      ...each,
      createdAt: each.createdAt.toISOString(),
      likely: wordsOf(each.title) === title,
    })),
  };
}

/** Interventions that are still there, by their position in the document they were made of. */
export async function draftedOf(tx: Tx, row: Row): Promise<Map<number, string>> {
  if (row.interventionIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: intervention.id })
    .from(intervention)
    .where(inArray(intervention.id, row.interventionIds));
  const there = new Set(rows.map(({ id }) => id));
  return new Map(
    row.interventionIds.flatMap((id, at): [number, string][] =>
      // Documents of before this column was there made a draft of each intervention.
      there.has(id) ? [[row.interventionPositions[at] ?? at + 1, id]] : [],
    ),
  );
}

/** A person says that this document is a newer version: its drafts are those of the earlier one from now on. */
export async function followImport(tx: Tx, actor: Actor, input: { id: string; earlier: string }) {
  const { row, draft, items } = await getReviewed(tx, input.id);
  const earlier = await getRow(tx, input.earlier);
  const isLike = (other: AgendaDraft) => other.kind === draft.kind && isAddendum(other) === isAddendum(draft);
  const fits = earlier.id !== row.id && hasDrafts(earlier);
  if (!fits || !earlier.draft || !isLike(earlier.draft) || row.state !== 'read' || row.follows)
    throw conflict('import.not_ready');
  const positions = matchInterventions(earlier.draft, draft);
  const drafted = await draftedOf(tx, earlier);
  const matched = [...positions].flatMap(([now, before]): [number, string][] => {
    const id = drafted.get(before);
    return id ? [[now, id]] : [];
  });
  await tx
    .update(documentImport)
    .set({
      follows: earlier.id,
      agendaId: earlier.agendaId,
      addendumKey: earlier.addendumKey,
      interventionPositions: matched.map(([position]) => position),
      interventionIds: matched.map(([, id]) => id),
    })
    .where(eq(documentImport.id, row.id));
  const carried = carryOver(
    itemsOf(earlier.draft, earlier.extracted ?? ''),
    items,
    positions,
    new Map((await decisionsOf(tx, earlier.id)).map((each) => [each.item, each])),
    new Set(targetsOf(draft).map(({ key }) => key)),
  );
  const written =
    carried.length === 0
      ? 0
      : (
          await tx
            .insert(importDecision)
            .values(
              carried.map((each) => ({
                ...each,
                importId: row.id,
                carried: true,
                decidedBy: actor.account ?? '',
              })),
            )
            // What somebody decided about the newer document stays.
            .onConflictDoNothing()
        ).rowCount;
  await recordEvent(tx, { action: 'import.followed', object: row.id, municipality: row.municipality });
  return { carried: written ?? 0 };
}
