// The paper of an addendum belongs to an agenda that is there: a person says to which, and nothing is made by itself.
import type { Actor, Tx } from '@kansenplein/db';
import { desc, eq } from 'drizzle-orm';
import { agenda, AgendaContent, completeAgenda, getAgenda, saveAgenda } from '../agendas/index.ts';
import { conflict, invalid, notFound } from '../kernel/index.ts';
import { addendumIn, isAddendum, withAddendum, writtenOf } from './addenda.ts';
import type { Belonging, Into } from './contract.ts';
import { type Plan, planOf } from './deciding.ts';
import { keyOf } from './keys.ts';
import { getReviewed, verdictsOf } from './service-review.ts';
import type { getRow } from './service.ts';
import { documentImport } from './tables.ts';

type Row = Awaited<ReturnType<typeof getRow>>;

/** A page that shows more of them would not be read. */
const mostShown = 100;

/** The agendas that the paper of an addendum may belong to, the likeliest first. */
export async function listBelonging(tx: Tx, id: string): Promise<Belonging> {
  const { row, draft } = await getReviewed(tx, id);
  if (!isAddendum(draft)) return { says: '', saysMore: false, agendas: [] };
  const plan = planOf(draft, row.extracted ?? '', await verdictsOf(tx, id), row.fileName);
  const says = draft.form?.agenda?.text ?? '';
  const of = writtenOf(draft);
  const rows = await tx
    .select({ id: agenda.id, handle: agenda.handle, title: agenda.title, content: agenda.content })
    .from(agenda)
    .where(eq(agenda.municipality, row.municipality))
    .orderBy(desc(agenda.updatedAt))
    .limit(mostShown);
  const agendas = rows.map((each) => {
    const isIt = each.id === of.id || each.handle === of.handle;
    const addenda = completeAgenda(each.content).addenda.map(({ key, title }) => ({
      ...{ key, title },
      likely: isIt && key === of.addendum,
    }));
    return { id: each.id, title: each.title, isIt, likely: isIt || each.title === says, addenda };
  });
  const order = ({ isIt, likely }: (typeof agendas)[number]) => (isIt ? 0 : likely ? 1 : 2);
  return {
    says,
    saysMore: addendumIn(plan, 'unnamed') === null,
    agendas: agendas
      .sort((one, other) => order(one) - order(other))
      .map(({ isIt: _isIt, ...shown }) => shown),
  };
}

/**
 * Puts the addendum into the working copy of that agenda, in the place that was chosen. Refuses with `agenda.not_found`,
 * `addendum.not_found`, `import.more_than_addendum` and `import.too_long`; then nothing is changed.
 */
export async function joinAgenda(
  tx: Tx,
  actor: Actor,
  { row, plan }: { row: Row; plan: Plan },
  into: Exclude<Into, 'new'>,
): Promise<void> {
  const found = await getAgenda(tx, into.agenda);
  if (found.municipality !== row.municipality) throw notFound('agenda');
  const before = completeAgenda(found.content);
  if (into.addendum !== null && !before.addenda.some(({ key }) => key === into.addendum))
    throw notFound('addendum');
  // Of this document and no other: the same paper that is brought in once more is one more addendum.
  const key = into.addendum ?? keyOf('addendum', row.id);
  const addendum = addendumIn(plan, key);
  if (addendum === null) throw conflict('import.more_than_addendum');
  const content = withAddendum(before, addendum);
  const fits = AgendaContent.safeParse(content);
  if (!fits.success)
    throw invalid(
      'import.too_long',
      fits.error.issues.map(({ path }) => ({ field: `agenda.${path.join('.')}`, code: 'too_big' })),
    );
  await saveAgenda(tx, actor, { id: found.id, revision: found.revision, content });
  await tx
    .update(documentImport)
    .set({ state: 'drafted', agendaId: found.id, addendumKey: key })
    .where(eq(documentImport.id, row.id));
}
