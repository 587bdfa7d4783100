// Looking over what was read, with several people at once: each decision is a row with a revision of its own, so nobody
// overwrites what somebody else just decided.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { colleagueNames, conflict, invalid, leaveNoEvent, notFound, recordEvent } from '../kernel/index.ts';
import { InterventionContent, phases, themes } from '../interventions/index.ts';
import type { Decide, Decision, Review, ReviewItem } from './contract-review.ts';
import type { Verdicts } from './deciding.ts';
import { canReview } from './permissions.ts';
import { itemsOf } from './review-items.ts';
import { sureEnough } from './review-place.ts';
import { guardedText, typedText } from './review-text.ts';
import { targetsOf } from './review-targets.ts';
import { getRow } from './service.ts';
import { importDecision, importPresence } from './tables.ts';

/** Every decision about an import, as it is stored. */
export const decisionsOf = (tx: Tx, id: string) =>
  tx.select().from(importDecision).where(eq(importDecision.importId, id));

/** What was decided about an import, by item. */
export async function verdictsOf(tx: Tx, id: string): Promise<Verdicts> {
  return new Map((await decisionsOf(tx, id)).map((row) => [row.item, row]));
}

/** The import with what was found in it; refuses when there is nothing to look over. */
export async function getReviewed(tx: Tx, id: string) {
  const row = await getRow(tx, id);
  if (!row.draft || !canReview(row, row.draft.municipality)) throw conflict('import.not_ready');
  return { row, draft: row.draft, items: itemsOf(row.draft, row.extracted ?? '') };
}

export async function getReview(tx: Tx, id: string): Promise<Review> {
  const { draft, items } = await getReviewed(tx, id);
  const names = await colleagueNames(tx);
  const decisions = new Map(
    (await decisionsOf(tx, id)).map((row): [string, Decision] => [
      row.item,
      {
        verdict: row.verdict,
        text: row.text,
        target: row.target,
        value: row.value,
        choice: row.choice as Decision['choice'],
        reason: row.reason,
        revision: row.revision,
        carried: row.carried,
        by: names.get(row.decidedBy) ?? null,
        at: row.decidedAt.toISOString(),
      },
    ]),
  );
  const settled = items.filter(({ key }) => isSettled(decisions.get(key))).length;
  return {
    items: items.map((item) => ({ ...item, decision: decisions.get(item.key) ?? null })),
    targets: targetsOf(draft),
    settled,
    total: items.length,
  };
}

const isSettled = (decision: { readonly verdict: string } | undefined) =>
  decision !== undefined && decision.verdict !== 'open';

const lists: Readonly<Record<string, readonly string[]>> = {
  themes,
  phases,
  course: InterventionContent.shape.course.options,
};

/** What a decision stores; refuses one that does not fit the item. Texts of one line get one line. */
function fitting(item: ReviewItem, input: Decide, targets: ReadonlySet<string>) {
  const wrong = (field: string, code = 'invalid') => invalid('import.decision', [{ field, code }]);
  const nothing = { text: null, target: null, value: null, choice: null, reason: input.reason.trim() };
  const needsReason = item.kind === 'finding' || item.kind === 'unplaced';
  const fits: Record<Decide['verdict'], boolean> = {
    open: true,
    accepted: item.kind !== 'finding' && item.kind !== 'unplaced',
    edited: item.kind !== 'finding' && item.kind !== 'unplaced',
    moved: item.canMove,
    left: item.kind !== 'finding',
    settled: item.kind === 'finding',
  };
  if (!fits[input.verdict]) throw wrong('verdict');
  // What somebody is still busy with is kept and decides nothing.
  if (input.verdict === 'open') {
    const { text, value, choice } = input;
    return { ...nothing, text: text === null ? null : guardedText(text), value, choice };
  }
  if (needsReason && input.verdict !== 'moved' && nothing.reason === '') throw wrong('reason', 'empty');
  if (input.verdict === 'settled') {
    if (input.choice === null) throw wrong('choice', 'empty');
    return { ...nothing, choice: input.choice };
  }
  if (input.verdict === 'accepted' && item.kind === 'text' && item.text.length > item.max)
    throw wrong('text', 'too_big');
  if (input.verdict === 'moved') {
    if (!input.target || !targets.has(input.target) || input.target === item.key)
      throw wrong('target', 'empty');
    return {
      ...nothing,
      target: input.target,
      text: input.text === null ? null : typedText({ oneLine: false }, input.text),
    };
  }
  if (input.verdict !== 'edited') return nothing;
  if (item.kind === 'text') {
    const text = typedText(item, input.text ?? '');
    if (text.trim() === '') throw wrong('text', 'empty');
    if (text.length > item.max) throw wrong('text', 'too_big');
    return { ...nothing, text };
  }
  const { value } = input;
  const shapes = { part: 'commitment', period: 'from', choice: 'chosen' } as const;
  const shape = shapes[item.kind as keyof typeof shapes];
  if (value === null || !(shape in value)) throw wrong('value', 'empty');
  const known = 'chosen' in value ? value.chosen.every((each) => lists[item.field]?.includes(each)) : true;
  if (!known) throw wrong('value');
  return { ...nothing, value };
}

/** Decides about one thing found; refuses with `import.stale` when somebody decided after `revision`. */
export async function decide(tx: Tx, actor: Actor, input: Decide) {
  const { row, draft, items } = await getReviewed(tx, input.id);
  const item = items.find(({ key }) => key === input.item);
  if (!item) throw notFound('item');
  const stored = {
    ...fitting(item, input, new Set(targetsOf(draft).map(({ key }) => key))),
    verdict: input.verdict,
    carried: false,
    decidedBy: actor.account ?? '',
  };
  const at = new Date();
  const written =
    input.revision === 0
      ? await tx
          .insert(importDecision)
          .values({ importId: input.id, item: input.item, ...stored })
          .onConflictDoNothing()
      : await tx
          .update(importDecision)
          .set({ ...stored, revision: input.revision + 1 })
          .where(
            and(
              eq(importDecision.importId, input.id),
              eq(importDecision.item, input.item),
              eq(importDecision.revision, input.revision),
            ),
          );
  if (written.rowCount === 0) throw conflict('import.stale');
  if (input.alike && item.kind === 'finding') {
    const alike = items.filter(
      ({ key, kind, field }) => kind === 'finding' && field === item.field && key !== item.key,
    );
    await decideOpen(tx, input.id, alike, stored);
  }
  await recordEvent(tx, { action: 'import.decided', object: input.id, municipality: row.municipality });
  return { revision: input.revision + 1, at: at.toISOString() };
}

type Stored = Omit<typeof importDecision.$inferInsert, 'importId' | 'item'>;

/** The same decision for everything of these that nobody decided; answers how many. */
async function decideOpen(tx: Tx, id: string, items: readonly ReviewItem[], stored: Stored): Promise<number> {
  if (items.length === 0) return 0;
  const keys = items.map(({ key }) => key);
  const inserted = await tx
    .insert(importDecision)
    .values(keys.map((item) => ({ ...stored, importId: id, item })))
    .onConflictDoNothing();
  const reopened = await tx
    .update(importDecision)
    .set({ ...stored, revision: sql`${importDecision.revision} + 1` })
    .where(
      and(
        eq(importDecision.importId, id),
        eq(importDecision.verdict, 'open'),
        inArray(importDecision.item, keys),
      ),
    );
  return (inserted.rowCount ?? 0) + (reopened.rowCount ?? 0);
}

const ofNoUse = 'Dit deel van het document is niet overgenomen.';

/** Takes a whole group as it was read, as far as the reader was sure, or leaves the whole group. */
export async function decideGroup(
  tx: Tx,
  actor: Actor,
  input: { id: string; group: string; verdict: 'accepted' | 'left' },
) {
  const { row, items } = await getReviewed(tx, input.id);
  const group = items.filter((item) => item.group === input.group && item.kind !== 'finding');
  const sure = ({ kind, confidence, text, max }: ReviewItem) =>
    kind === 'part' ||
    ((kind === 'text' ? text.length <= max : kind === 'period') && (confidence ?? 0) >= sureEnough);
  const decided = await decideOpen(tx, input.id, input.verdict === 'accepted' ? group.filter(sure) : group, {
    verdict: input.verdict,
    reason: input.verdict === 'left' ? ofNoUse : '',
    decidedBy: actor.account ?? '',
  });
  await recordEvent(tx, { action: 'import.decided', object: input.id, municipality: row.municipality });
  return { decided };
}

/** Says that one looks at it now, and who else does. */
export async function bePresent(tx: Tx, actor: Actor, id: string) {
  const { items } = await getReviewed(tx, id);
  const accountId = actor.account ?? '';
  leaveNoEvent(tx, 'who is looking now is forgotten within a day');
  await tx
    .insert(importPresence)
    .values({ importId: id, accountId })
    .onConflictDoUpdate({
      target: [importPresence.importId, importPresence.accountId],
      set: { seenAt: sql`now()` },
    });
  const here = await tx
    .select({ account: importPresence.accountId })
    .from(importPresence)
    .where(
      and(
        eq(importPresence.importId, id),
        ne(importPresence.accountId, accountId),
        sql`${importPresence.seenAt} > now() - interval '5 minutes'`,
      ),
    );
  const names = await colleagueNames(tx);
  const verdicts = await verdictsOf(tx, id);
  return {
    colleagues: here
      .flatMap(({ account }) => names.get(account) ?? [])
      .sort((a, b) => a.localeCompare(b, 'nl')),
    settled: items.filter(({ key }) => isSettled(verdicts.get(key))).length,
  };
}
