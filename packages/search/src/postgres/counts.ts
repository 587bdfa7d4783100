/**
 * Totals and facet counts per audience, kept by (audience, generation, question). Audiences partition the documents,
 * so counts of several add up; a publication raises the generation of the audiences it touches and nothing else.
 */
import type { SearchDimension, SearchFacets } from '../port.ts';

export interface AudienceCounts {
  total: number;
  facets: SearchFacets;
}

export const noFacets = (): SearchFacets => ({ kinds: {}, themes: {}, phases: {}, municipalities: {} });
const dimensions: readonly SearchDimension[] = ['kinds', 'themes', 'phases', 'municipalities'];

/** Reads `{"total:": 3, "themes:taal": 2}` as search_counts writes it. */
export function readCounts(counts: Record<string, number>): AudienceCounts {
  const result: AudienceCounts = { total: 0, facets: noFacets() };
  for (const [key, count] of Object.entries(counts)) {
    const cut = key.indexOf(':');
    const dimension = dimensions.find((name) => name === key.slice(0, cut));
    if (dimension) result.facets[dimension][key.slice(cut + 1)] = count;
    else result.total = count;
  }
  return result;
}

export function addUp(parts: readonly AudienceCounts[]): AudienceCounts {
  const sum: AudienceCounts = { total: 0, facets: noFacets() };
  for (const part of parts) {
    sum.total += part.total;
    for (const dimension of dimensions) {
      const into = sum.facets[dimension];
      for (const [value, count] of Object.entries(part.facets[dimension]))
        into[value] = (into[value] ?? 0) + count;
    }
  }
  return sum;
}

/** A bounded store of counts; the longest unused go first. */
export class CountsCache {
  readonly #entries = new Map<string, { counts: AudienceCounts; weight: number }>();
  readonly #mostNumbers: number;
  #numbers = 0;

  /** `mostNumbers` bounds the memory: about 60 bytes a number. */
  constructor(mostNumbers: number) {
    this.#mostNumbers = mostNumbers;
  }

  get(key: string): AudienceCounts | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.counts;
  }

  set(key: string, counts: AudienceCounts): void {
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
