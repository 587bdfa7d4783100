// What is still open about a draft in the document it was made of.
import type { Tx } from '@kansenplein/db';
import { desc, eq, sql } from 'drizzle-orm';
import { agenda } from '../agendas/index.ts';
import type { Decision, ReviewItem } from './contract-review.ts';
import { placeInAgenda, placeInIntervention, sourceOf } from './marks.ts';
import { draftedOf, type Row } from './service-following.ts';
import { decisionsOf, getReviewed } from './service-review.ts';
import { documentImport } from './tables.ts';

/** An agenda with more addenda than this is read in elsewhere. */
const mostDocuments = 40;

const names: Readonly<Record<string, string>> = { goalText: 'goals', results: 'goals', period: 'periodFrom' };

/** How a field of the document is called in the draft: an agenda is read for its goals, an intervention is not. */
async function placing(tx: Tx, draftId: string, { addendumKey }: Row, position: number | undefined) {
  if (position !== undefined) return placeInIntervention;
  if (addendumKey !== null) return () => `addenda/${addendumKey}`;
  const [draft] = await tx.select({ content: agenda.content }).from(agenda).where(eq(agenda.id, draftId));
  return (item: ReviewItem) => (draft ? placeInAgenda(item, draft.content) : '');
}

/**
 * What is still open about a draft in the documents it was made of: to be shown beside its fields. Of a document that a
 * newer one follows, the newer one tells.
 */
export async function listMarks(tx: Tx, draftId: string) {
  const made = sql`${documentImport.agendaId} = ${draftId} or ${draftId} = any(${documentImport.interventionIds})`;
  const found = await tx
    .select({ id: documentImport.id, follows: documentImport.follows })
    .from(documentImport)
    .where(made)
    .orderBy(desc(documentImport.createdAt))
    .limit(mostDocuments);
  const followed = new Set(found.map(({ follows }) => follows));
  const marks = [];
  for (const { id } of found) if (!followed.has(id)) marks.push(...(await marksOf(tx, draftId, id)));
  return { marks };
}

async function marksOf(tx: Tx, draftId: string, id: string) {
  const { row, items } = await getReviewed(tx, id);
  const drafted = await draftedOf(tx, row);
  const position = [...drafted].find(([, made]) => made === draftId)?.[0];
  const placeOf = await placing(tx, draftId, row, position);
  const decisions = new Map((await decisionsOf(tx, row.id)).map((each) => [each.item, each]));
  const inDraft = (group: string) =>
    position === undefined ? !group.startsWith('intervention/') : group === `intervention/${position}`;
  const written = items.filter(({ kind, group }) => kind !== 'finding' && group !== 'unplaced');
  const withDraft = new Set([...drafted.keys()].map((at) => `intervention/${at}`));
  const meet = (one: ReviewItem, other: ReviewItem) =>
    one.spans.some((a) => other.spans.some((b) => a.start < b.end && b.start < a.end));
  const persons = items.filter(({ person }) => person);
  const marks = items.flatMap((item) => {
    const decided = decisions.get(item.key);
    const choice = (decided?.choice ?? null) as Decision['choice'];
    if (decided && decided.verdict !== 'open' && choice !== 'ask') return [];
    const mark = {
      import: row.id,
      item: item.key,
      kind: item.kind,
      code: item.field,
      text: item.text,
      source: item.kind === 'finding' ? sourceOf(item, row.extracted ?? '', persons) : null,
      asked: choice === 'ask',
      choice,
      reason: decided?.reason ?? '',
      revision: decided?.revision ?? 0,
    };
    const at = (field: ReviewItem) => ({
      field: names[field.field] ?? field.field,
      number: field.number,
      place: placeOf(field),
      ...mark,
    });
    if (item.kind !== 'finding') return inDraft(item.group) ? [at(item)] : [];
    // A remark stands beside every field of this draft that its place in the document fed.
    const about = written.filter((field) => meet(field, item));
    const fed = about.filter(({ group }) => inDraft(group));
    // What is about an intervention stands with its draft; what is about nothing in particular with the agenda.
    const onWhole =
      position === undefined && fed.length === 0 && !about.some(({ group }) => withDraft.has(group));
    if (!onWhole) return fed.map(at);
    return [
      { field: '', number: '', place: row.addendumKey === null ? '' : `addenda/${row.addendumKey}`, ...mark },
    ];
  });
  return marks;
}
