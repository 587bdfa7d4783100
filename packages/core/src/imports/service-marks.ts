// What is still open about a draft in the document it was made of.
import type { Tx } from '@kansenplein/db';
import { desc, sql } from 'drizzle-orm';
import type { Decision } from './contract-review.ts';
import { draftedOf } from './service-following.ts';
import { decisionsOf, getReviewed } from './service-review.ts';
import { documentImport } from './tables.ts';

const names: Readonly<Record<string, string>> = { goalText: 'goals', results: 'goals', period: 'periodFrom' };

/** What is still open about a draft in the document it was made of: to be shown beside its fields. */
export async function listMarks(tx: Tx, draftId: string) {
  const [found] = await tx
    .select({ id: documentImport.id })
    .from(documentImport)
    .where(
      sql`${documentImport.agendaId} = ${draftId} or ${draftId} = any(${documentImport.interventionIds})`,
    )
    .orderBy(desc(documentImport.createdAt))
    .limit(1);
  if (!found) return { import: null, marks: [] };
  const { row, items } = await getReviewed(tx, found.id);
  const drafted = await draftedOf(tx, row);
  const position = [...drafted].find(([, id]) => id === draftId)?.[0];
  const decisions = new Map((await decisionsOf(tx, row.id)).map((each) => [each.item, each]));
  const inDraft = (group: string) =>
    position === undefined ? !group.startsWith('intervention/') : group === `intervention/${position}`;
  const fields = items.filter(
    ({ kind, group }) => kind !== 'finding' && inDraft(group) && group !== 'unplaced',
  );
  const isOpen = ({ verdict, choice }: Pick<Decision, 'verdict' | 'choice'>) =>
    verdict === 'open' || choice === 'ask';
  const marks = items.flatMap((item) => {
    const decided = decisions.get(item.key);
    if (decided && !isOpen({ verdict: decided.verdict, choice: decided.choice as Decision['choice'] }))
      return [];
    const mark = { item: item.key, kind: item.kind, text: item.text, asked: decided?.choice === 'ask' };
    const at = ({ field, number }: { field: string; number: string }) => ({
      field: names[field] ?? field,
      number,
      ...mark,
    });
    if (item.kind !== 'finding') return inDraft(item.group) ? [at(item)] : [];
    // A remark stands beside every field of this draft that its place in the document fed.
    const fed = fields.filter(({ spans }) =>
      spans.some((a) => item.spans.some((b) => a.start < b.end && b.start < a.end)),
    );
    const about = fed.map(at);
    return fed.length === 0 && position === undefined ? [at({ field: '', number: '' })] : about;
  });
  return { import: row.id, marks };
}
