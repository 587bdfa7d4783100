/** From a row of the read model to a document of the index. Nothing else is ever sent. */
import { createHash } from 'node:crypto';
import { Stems, type Query } from '../known-words.ts';
import { termsOf, wordsToLearn } from './terms.ts';

/** A document as `wall.engine_document` tells it. */
export interface Source {
  readonly kind: string;
  readonly id: string;
  readonly municipality: string | null;
  readonly address: string;
  readonly title: string;
  readonly head: string;
  readonly rest: string;
  readonly themes: readonly string[];
  readonly phases: readonly string[];
  /** How far it is; null for what has no course. */
  readonly course: string | null;
  readonly at: string;
  readonly micros: number;
  readonly place: number;
  readonly visibleTo: readonly string[];
}

export interface IndexedDocument {
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  readonly municipality: string | null;
  readonly address: string;
  readonly at: string;
  readonly micros: number;
  readonly place: number;
  readonly visible_to: readonly string[];
  readonly themes: readonly string[];
  readonly phases: readonly string[];
  readonly course: string | null;
  readonly titleWords: readonly string[];
  readonly headWords: readonly string[];
  readonly allWords: readonly string[];
  readonly body: string;
  readonly shownTitle: string;
  readonly shownSummary: string;
  /** Of the row it was made from: whether a copy is of now can be told without its text. */
  readonly fingerprint: string;
}

export const keyOf = (kind: string, id: string): string => `${kind}-${id}`;

const scope = /^[a-z0-9:+-]{1,100}$/;

/** Scopes are compared after lowercasing: 'A' and 'a' would be one there and two here. Throws instead. */
export function checkedScopes(scopes: readonly string[]): readonly string[] {
  for (const each of scopes) if (!scope.test(each)) throw new TypeError('a scope is lowercase and plain');
  return scopes;
}

/** The order of the properties is the one below, whatever the database says, so that equal rows give equal prints. */
export const fingerprintOf = (source: Source): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[source.kind, source.id, source.municipality, source.address, source.title, source.head],
        ...[
          source.rest,
          source.themes,
          source.phases,
          source.course,
          source.at,
          source.place,
          source.visibleTo,
        ],
      ]),
    )
    .digest('hex')
    .slice(0, 32);

function documentOf(source: Source, stemOf: (word: string) => string): IndexedDocument {
  // A municipality is found by its code too, as PostgreSQL does it.
  const everythingElse = `${source.rest} ${source.municipality ?? ''}`;
  const titleWords = termsOf(source.title, stemOf);
  const headWords = new Set([...titleWords, ...termsOf(source.head, stemOf)]);
  const allWords = new Set([...headWords, ...termsOf(everythingElse, stemOf)]);
  return {
    key: keyOf(source.kind, source.id),
    kind: source.kind,
    id: source.id,
    municipality: source.municipality,
    address: source.address,
    at: source.at,
    micros: source.micros,
    place: source.place,
    visible_to: checkedScopes(source.visibleTo),
    themes: source.themes,
    phases: source.phases,
    course: source.course,
    titleWords: [...titleWords],
    headWords: [...headWords],
    allWords: [...allWords],
    body: source.rest,
    shownTitle: source.title,
    shownSummary: source.head,
    fingerprint: fingerprintOf(source),
  };
}

/** Stems of so many words are kept while an index is filled. */
const mostStems = 100_000;

export const createMemory = (): Stems => new Stems(mostStems);

/** Documents of these rows, with the stems the database has for their words. */
export async function documentsOf(
  query: Query,
  memory: Stems,
  sources: readonly Source[],
): Promise<IndexedDocument[]> {
  const words = sources.flatMap(({ title, head, rest, municipality }) =>
    wordsToLearn(`${title}\n${head}\n${rest}\n${municipality ?? ''}`),
  );
  await memory.learn(query, words);
  return sources.map((source) => documentOf(source, (word) => memory.of(word)));
}
