// A newer version of a document beside the earlier one: which intervention is which, and which decisions still hold.
import type { AgendaDraft } from '@kansenplein/documents';
import type { ReviewItem } from './contract-review.ts';
import type { Verdict } from './deciding.ts';

const folded = (text: string | undefined) =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Position in the newer document → position in the earlier one: by title, else by number, else by place. */
export function matchInterventions(earlier: AgendaDraft, newer: AgendaDraft): Map<number, number> {
  const matched = new Map<number, number>();
  const free = new Set(earlier.interventions);
  type Intervention = AgendaDraft['interventions'][number];
  const rules: ((a: Intervention, b: Intervention) => boolean)[] = [
    (a, b) =>
      folded(a.fields.title?.text) !== '' && folded(a.fields.title?.text) === folded(b.fields.title?.text),
    (a, b) => a.number !== null && a.number === b.number,
    (a, b) => a.position === b.position,
  ];
  for (const same of rules) {
    for (const each of newer.interventions) {
      if (matched.has(each.position)) continue;
      const found = [...free].find((other) => same(each, other));
      if (!found) continue;
      matched.set(each.position, found.position);
      free.delete(found);
    }
  }
  return matched;
}

export interface Carried extends Verdict {
  readonly item: string;
  readonly choice: string | null;
  readonly reason: string;
}

type Stored = Omit<Carried, 'item'>;

const sameThing = (a: ReviewItem, b: ReviewItem) =>
  a.kind === b.kind &&
  a.field === b.field &&
  a.text === b.text &&
  a.municipality === b.municipality &&
  JSON.stringify(a.value) === JSON.stringify(b.value);

/** The decisions about what reads the same in both: an edited text stays with the text it was made of. */
export function carryOver(
  earlier: readonly ReviewItem[],
  newer: readonly ReviewItem[],
  positions: ReadonlyMap<number, number>,
  decisions: ReadonlyMap<string, Stored>,
  targets: ReadonlySet<string>,
): Carried[] {
  const toNewer = new Map(
    [...positions].map(([now, before]) => [`intervention/${before}`, `intervention/${now}`]),
  );
  const groupNow = (group: string) => (group.startsWith('intervention/') ? toNewer.get(group) : group);
  const keyNow = (key: string) => {
    const group = /^intervention\/\d+/.exec(key)?.[0];
    return group ? key.replace(group, groupNow(group) ?? 'intervention/0') : key;
  };
  const used = new Set<string>();
  return earlier.flatMap((before): Carried[] => {
    const decided = decisions.get(before.key);
    if (!decided || decided.verdict === 'open') return [];
    const group = groupNow(before.group);
    const candidates = newer.filter(
      (now) => now.group === group && sameThing(before, now) && !used.has(now.key),
    );
    const now = candidates.find(({ key }) => key === keyNow(before.key)) ?? candidates[0];
    if (!now) return [];
    const target = decided.target === null ? null : keyNow(decided.target);
    if (decided.verdict === 'moved' && !(target && targets.has(target))) return [];
    used.add(now.key);
    const { verdict, text, value, choice, reason } = decided;
    return [{ item: now.key, verdict, text, target, value, choice, reason }];
  });
}
