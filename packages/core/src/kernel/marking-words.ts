// Two texts as one, with the words that went and the words that came (decisions/0013-versions-and-review.md: the library).
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { MarkedWords } from './versions.ts';

/** Edits after which the search for the fewest stops: beyond it two texts have little in common, and it would be slow. */
const mostEdits = 250;

/** A word or two between changes says less than it disturbs: 'de', a comma, a space. */
const isSlight = (text: string) => text.trim().length <= 3 && !text.includes('\n\n');

const replaced = (before: string, after: string): MarkedWords[] => {
  const both: MarkedWords[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return both.filter(({ text }) => text !== '');
};

/** Words and the space between them in a text of one or a few lines. */
function markLines(before: string, after: string): MarkedWords[] {
  if (!/\s/.test(before.trim()) && !/\s/.test(after.trim())) return replaced(before, after);
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
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
const joined = (words: readonly MarkedWords[]): MarkedWords[] =>
  words.reduce<MarkedWords[]>((all, { kind, text }) => {
    const last = all.at(-1);
    if (last?.kind !== kind) return [...all, { kind, text }];
    return [...all.slice(0, -1), { kind, text: last.text + text }];
  }, []);

/**
 * Both texts as one, in reading order: without `added` it is exactly `before`, without `removed` exactly `after`. Lines
 * are found back first, then the words of lines that changed. Values of one word are replaced whole, and so are lines
 * that share less than a fifth.
 */
export function markWords(before: string, after: string): MarkedWords[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffArrays(linesOf(before), linesOf(after), { maxEditLength: mostEdits });
  if (!changes) return markLines(before, after);
  const marked: MarkedWords[] = [];
  let [gone, come] = ['', ''];
  for (const { added, removed, value } of changes) {
    const text = value.join('');
    if (added) come += text;
    else if (removed) gone += text;
    else {
      marked.push(...markLines(gone, come), { kind: 'same', text });
      [gone, come] = ['', ''];
    }
  }
  return joined([...marked, ...markLines(gone, come)]);
}
