/**
 * Totals and facet counts per audience, kept by (audience, generation, question). Audiences partition the documents,
 * so counts of several add up; a publication raises the generation of the audiences it touches and nothing else.
 */
import { dimensions, noCounts, type Counts } from '../facets.ts';
import type { SearchDimension } from '../port.ts';

/** Five arrays of equal length, or of null when nothing was counted; see `wall.search_counts`. */
export type RawCounts =
  [slots: number[], sets: number[], keys: number[], highs: number[], counts: number[]] | null[];

/** Grouping set → dimension, its name in `search_value`, and which failure its own counts ignore. */
const groupingSets: Record<number, { dimension: SearchDimension; name: string; own: number; mask: boolean }> =
  {
    15: { dimension: 'kinds', name: 'kind', own: 1, mask: false },
    23: { dimension: 'municipalities', name: 'municipality', own: 8, mask: false },
    27: { dimension: 'themes', name: 'theme', own: 2, mask: true },
    29: { dimension: 'phases', name: 'phase', own: 4, mask: true },
    30: { dimension: 'courses', name: 'course', own: 16, mask: false },
  };

/** In what a document fails that fails in one dimension only. */
const dimensionOf = new Map(Object.values(groupingSets).map(({ own, dimension }) => [own, dimension]));

/** The grouping set of the total. */
const everything = 31;

/** Every number in the counts that needs a name. */
export function numbersIn(raw: RawCounts): [name: string, bit: number][] {
  const [, sets, keys, highs] = raw;
  if (!sets || !keys || !highs) return [];
  const numbers: [string, number][] = [];
  const low: Record<string, number> = {};
  const high: Record<string, number> = {};
  sets.forEach((number, row) => {
    const set = groupingSets[number];
    if (!set) return;
    if (!set.mask) return void numbers.push([set.name, keys[row] ?? 0]);
    low[set.name] = (low[set.name] ?? 0) | (keys[row] ?? 0);
    high[set.name] = (high[set.name] ?? 0) | (highs[row] ?? 0);
  });
  for (const name of Object.keys(low)) {
    for (const bit of bitsOf(low[name] ?? 0, high[name] ?? 0)) numbers.push([name, bit]);
  }
  return numbers;
}

function bitsOf(low: number, high: number): number[] {
  const bits: number[] = [];
  for (let rest = low, bit = 0; rest !== 0; rest >>>= 1, bit++) if (rest & 1) bits.push(bit);
  for (let rest = high, bit = 32; rest !== 0; rest >>>= 1, bit++) if (rest & 1) bits.push(bit);
  return bits;
}

/** Counts per audience from the grouped rows: masks become their bits, numbers become names. */
export function readCounts(
  raw: RawCounts,
  nameOf: (dimension: string, bit: number) => string | undefined,
  facets: boolean,
): Map<number, Counts> {
  const result = new Map<number, Counts>();
  const [slots, sets, keys, highs, counts] = raw;
  if (!slots || !sets || !keys || !highs || !counts) return result;
  slots.forEach((slot, row) => {
    const audience = Math.floor(slot / 32);
    const failed = slot & 31;
    const count = counts[row] ?? 0;
    const set = groupingSets[sets[row] ?? 0];
    let entry = result.get(audience);
    if (!entry) result.set(audience, (entry = noCounts()));
    if (sets[row] === everything && failed === 0) entry.total += count;
    const onlyIn = sets[row] === everything ? dimensionOf.get(failed) : undefined;
    if (facets && onlyIn) entry.more[onlyIn] = (entry.more[onlyIn] ?? 0) + count;
    if (!facets || !set || (failed !== 0 && failed !== set.own)) return;
    const into = entry.facets[set.dimension];
    const add = (bit: number) => {
      const name = nameOf(set.name, bit);
      if (name === undefined) return;
      const sum = (into[name] ?? 0) + count;
      // What the bitmaps say and what went since can add up to nothing.
      if (sum === 0) delete into[name];
      else into[name] = sum;
    };
    if (set.mask) bitsOf(keys[row] ?? 0, highs[row] ?? 0).forEach(add);
    else add(keys[row] ?? 0);
  });
  return result;
}

export function addUp(parts: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const part of parts) {
    sum.total += part.total;
    for (const dimension of dimensions) {
      const more = part.more[dimension];
      if (more !== undefined) sum.more[dimension] = (sum.more[dimension] ?? 0) + more;
      const into = sum.facets[dimension];
      for (const [value, count] of Object.entries(part.facets[dimension]))
        into[value] = (into[value] ?? 0) + count;
    }
  }
  return sum;
}

/** A bounded store of counts; the longest unused go first. */
export class CountsCache {
  readonly #entries = new Map<string, { counts: Counts; weight: number }>();
  readonly #mostNumbers: number;
  #numbers = 0;

  /** `mostNumbers` bounds the memory: about 60 bytes a number. */
  constructor(mostNumbers: number) {
    this.#mostNumbers = mostNumbers;
  }

  get(key: string): Counts | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.counts;
  }

  set(key: string, counts: Counts): void {
    const weight = 5 + dimensions.reduce((sum, name) => sum + Object.keys(counts.facets[name]).length, 0);
    this.#numbers += weight - (this.#entries.get(key)?.weight ?? 0);
    this.#entries.delete(key);
    this.#entries.set(key, { counts, weight });
    for (const [oldest, entry] of this.#entries) {
      if (this.#numbers <= this.#mostNumbers) break;
      this.#entries.delete(oldest);
      this.#numbers -= entry.weight;
    }
  }
}
