// Two texts as one, with the words that went and the words that came (decisions/0013-versions-and-review.md: the library).
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { MarkedWords } from './versions.ts';

/** Edits after which one search for the fewest stops: beyond it two texts have little in common. */
const mostEdits = 150;

/**
 * Steps that all searches of one comparison may take together; one search of n edits takes about n²/2. Counted and not
 * timed, so that the same two contents are told alike every time: some eight milliseconds of a processor.
 */
const mostSteps = 22_500;

/** What one comparison may still spend; what differs after that is replaced whole. */
interface Effort {
  left: number;
}

/** A search within what is left; null when it is not found there, or would be too long to look for. */
function searched<Value>(
  effort: Effort,
  search: (maxEditLength: number) => readonly Found<Value>[] | undefined,
): readonly Found<Value>[] | null {
  const limit = Math.min(mostEdits, Math.floor(Math.sqrt(2 * effort.left)));
  const found = search(limit);
  const edits = found
    ? found.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
    : limit;
  effort.left -= (edits * edits) / 2;
  return found ?? null;
}

interface Found<Value> {
  readonly value: Value;
  readonly added: boolean;
  readonly removed: boolean;
  /** Words or lines in it. */
  readonly count: number;
}

/** A word or two between changes says less than it disturbs: 'de', a comma, a space. */
const isSlight = (text: string) => text.trim().length <= 3 && !text.includes('\n\n');

const replaced = (before: string, after: string): MarkedWords[] => {
  const both: MarkedWords[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return both.filter(({ text }) => text !== '');
};

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const lettersIn = (words: readonly string[]) => words.reduce((sum, { length }) => sum + length, 0);

/**
 * Whether less than a fifth of the letters stands in words of both, in whatever order: then no search can keep more, and
 * none is begun. It takes as long as reading the texts.
 */
function hasLittleInCommon(before: string, after: string): boolean {
  const [theirs, ours] = [wordsOf(before), wordsOf(after)];
  const counts = new Map<string, number>();
  for (const word of theirs) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = ours.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left > 0;
  });
  return lettersIn(shared) * 5 < Math.max(lettersIn(theirs), lettersIn(ours));
}

/** Words and the space between them in a text of one or a few lines. */
function markLines(before: string, after: string, effort: Effort): MarkedWords[] {
  if (!/\s/.test(before.trim()) && !/\s/.test(after.trim())) return replaced(before, after);
  if (hasLittleInCommon(before, after)) return replaced(before, after);
  const changes = searched(effort, (maxEditLength) => diffWordsWithSpace(before, after, { maxEditLength }));
  if (!changes) return replaced(before, after);
  const isKept = ({ added, removed }: (typeof changes)[number]) => !added && !removed;
  const kept = changes.reduce((sum, each) => sum + (isKept(each) ? each.value.length : 0), 0);
  if (kept * 5 < Math.max(before.length, after.length)) return replaced(before, after);
  const marked: MarkedWords[] = [];
  let [gone, come] = ['', ''];
  for (const [at, each] of changes.entries()) {
    const isBetween = gone + come !== '' && at < changes.length - 1;
    if (each.added) come += each.value;
    else if (each.removed) gone += each.value;
    else if (isBetween && isSlight(each.value)) [gone, come] = [gone + each.value, come + each.value];
    else {
      marked.push(...replaced(gone, come), { kind: 'same', text: each.value });
      [gone, come] = ['', ''];
    }
  }
  return [...marked, ...replaced(gone, come)];
}

const linesOf = (text: string) => text.split(/(?<=\n)/);

/** Runs of one kind that follow each other are one. */
function joined(words: readonly MarkedWords[]): MarkedWords[] {
  const all: MarkedWords[] = [];
  for (const each of words) {
    const last = all.at(-1);
    if (last?.kind === each.kind) last.text += each.text;
    else all.push({ ...each });
  }
  return all;
}

function mark(before: string, after: string, effort: Effort): MarkedWords[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  if (before === '' || after === '') return replaced(before, after);
  const [theirs, ours] = [linesOf(before), linesOf(after)];
  const isOneLine = theirs.length === 1 && ours.length === 1;
  const changes = isOneLine
    ? null
    : searched(effort, (maxEditLength) => diffArrays(theirs, ours, { maxEditLength }));
  if (!changes) return markLines(before, after, effort);
  const marked: MarkedWords[] = [];
  let [gone, come] = ['', ''];
  for (const { added, removed, value } of changes) {
    const text = value.join('');
    if (added) come += text;
    else if (removed) gone += text;
    else {
      marked.push(...markLines(gone, come, effort), { kind: 'same', text });
      [gone, come] = ['', ''];
    }
  }
  return joined([...marked, ...markLines(gone, come, effort)]);
}

/**
 * Marks the texts of one comparison, which share what it may cost. Each pair becomes one text in reading order: without
 * `added` it is exactly `before`, without `removed` exactly `after`. Lines are found back first, then the words of lines
 * that changed. Values of one word are replaced whole, and so is what shares less than a fifth, and what the comparison
 * can no longer afford to search.
 */
export function createMarking(): (before: string, after: string) => MarkedWords[] {
  const effort: Effort = { left: mostSteps };
  return (before, after) => mark(before, after, effort);
}
