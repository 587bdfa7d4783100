// Two texts word by word: what stayed, what went, what came. Linear in memory, bounded in time.

export interface Run {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words with the space behind them; above this many the middle is shown as one change. */
const most = 1500;

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** Lengths of the longest common part of each pair of ends. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      const below = table[i + 1];
      if (!row || !below) continue;
      row[j] =
        a[i]?.trim() === b[j]?.trim() ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

function between(a: readonly string[], b: readonly string[]): Run[] {
  if (a.length > most || b.length > most)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  const table = lengths(a, b);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.trim() === b[j]?.trim()) {
      // The last word of a text has no space behind it; beside a word that went or came it needs one.
      const [before = '', after = ''] = [a[i], b[j]];
      runs.push({ kind: 'same', text: before.length > after.length ? before : after });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      runs.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      runs.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return runs;
}

/** What changed from one text to the other, neighbours of a kind together. */
export function diffWords(from: string, to: string): Run[] {
  const a = wordsOf(from);
  const b = wordsOf(to);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const all: Run[] = [
    { kind: 'same', text: b.slice(0, start).join('') },
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: b.slice(b.length - end).join('') },
  ];
  return all.reduce<Run[]>((runs, run) => {
    const last = runs.at(-1);
    if (run.text === '') return runs;
    if (last?.kind !== run.kind) return [...runs, run];
    return [...runs.slice(0, -1), { kind: run.kind, text: last.text + run.text }];
  }, []);
}
