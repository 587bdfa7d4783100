/**
 * How the index is set up (design/search.md), and where the engine is. Typing errors, stems, synonyms and compounds are
 * the house's own for both engines (decisions/0003), so the engine is told to match words as they are.
 */
import type { Settings } from 'meilisearch';
import { createHash } from 'node:crypto';
import { stopWords } from '../dutch/stop-words.ts';
import { largestTotal } from '../port.ts';
import { places } from './filters.ts';

/** Where the engine is, with a key for asking and one for keeping the index. The master key has no place here. */
export interface MeilisearchSettings {
  readonly url: string;
  /** Action `search` only; its `searchKeyUid` signs with it who may see what. */
  readonly searchKey: string;
  readonly searchKeyUid: string;
  readonly indexKey: string;
  /** Name of the index; 'items' unless several installations share an engine. */
  readonly index: string;
}

/** The oldest server whose documented interface this is written to. */
export const oldestServer = [1, 50] as const;

const threeCasings = (word: string) => [word, word[0]?.toUpperCase() + word.slice(1), word.toUpperCase()];

export const indexSettings: Settings = {
  searchableAttributes: ['shownTitle', 'shownSummary', 'body'],
  filterableAttributes: [
    'visible_to',
    'key',
    'kind',
    'themes',
    'phases',
    'course',
    'municipality',
    'micros',
    'place',
    ...places,
  ],
  sortableAttributes: ['micros', 'place'],
  // Who may see a document is nobody's to read back.
  displayedAttributes: [
    ...['key', 'kind', 'id', 'municipality', 'address', 'at', 'place'],
    ...['shownTitle', 'shownSummary', 'fingerprint'],
  ],
  // Which documents come first is said tier by tier; inside a tier it is the date.
  rankingRules: ['words', 'sort', 'micros:desc', 'place:desc'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['nld'] }],
  stopWords: [...stopWords].flatMap(threeCasings),
  typoTolerance: { enabled: false },
  prefixSearch: 'indexingTime',
  faceting: { maxValuesPerFacet: 400 },
  // One more than is told, or a thousand could not be told from more than a thousand.
  pagination: { maxTotalHits: largestTotal + 1 },
  searchCutoffMs: 900,
};

/** Raised when documents are built otherwise than before. */
const shape = 3;

/** Another recipe means that every document is sent anew. */
export const recipe = createHash('sha256')
  .update(JSON.stringify([shape, indexSettings]))
  .digest('hex');
