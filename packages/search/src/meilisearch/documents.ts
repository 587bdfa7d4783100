/** From a row of the read model to a document of the index. Nothing else is ever sent. */
import { createHash } from 'node:crypto';
import { usualFronts } from '../dutch/thesaurus.ts';
import type { Query } from '../postgres/knowledge.ts';
import { createTermReader, wordsOfLabels, wordsToLearn, type Terms, type WordBook } from './terms.ts';

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
  readonly title: readonly string[];
  readonly aliases: string;
  readonly tags: readonly string[];
  readonly themes: readonly string[];
  readonly phases: readonly string[];
  readonly course: string | null;
  readonly owner: string;
  readonly summary: readonly string[];
  readonly compoundParts: string;
  readonly body: readonly string[];
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

function documentOf(source: Source, termsOf: (text: string) => Terms): IndexedDocument {
  const [title, head, rest] = [source.title, source.head, source.rest].map(termsOf) as [Terms, Terms, Terms];
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
    title: [source.title, title.own.join(' ')],
    aliases: title.wide.join(' '),
    tags: source.phases,
    themes: source.themes,
    phases: source.phases,
    course: source.course,
    owner: source.municipality ?? '',
    summary: [source.head, head.own.join(' ')],
    compoundParts: [...new Set([...head.wide, ...rest.wide])].join(' '),
    body: [source.rest, rest.own.join(' ')],
    shownTitle: source.title,
    shownSummary: source.head,
    fingerprint: fingerprintOf(source),
  };
}

const knownLabels = wordsOfLabels();
const mostWords = 100_000;

interface KnownWord {
  readonly stem: string;
  readonly parts: readonly string[];
}

/** Words that were asked about while the index is filled. Forgotten when nothing waits: what words are made of is learned. */
export class WordMemory {
  readonly #known = new Map<string, KnownWord>();

  forget(): void {
    this.#known.clear();
  }

  async learn(query: Query, words: Iterable<string>): Promise<void> {
    if (this.#known.size > mostWords) this.#known.clear();
    const unknown = [...new Set(words)].filter((word) => !this.#known.has(word));
    if (unknown.length === 0) return;
    const rows = await query<KnownWord & { word: string }>(
      'select word, stem, parts from wall.engine_words($1::text[], $2::text[])',
      [unknown, usualFronts],
    );
    for (const { word, stem, parts } of rows) this.#known.set(word, { stem, parts });
  }

  get book(): WordBook {
    return {
      stemOf: (word) => this.#known.get(word)?.stem ?? word,
      partsOf: (word) => this.#known.get(word)?.parts ?? [],
    };
  }
}

/** Documents of these rows, with what the database knows about their words. */
export async function documentsOf(
  query: Query,
  memory: WordMemory,
  sources: readonly Source[],
): Promise<IndexedDocument[]> {
  const texts = sources.flatMap(({ title, head, rest }) => wordsToLearn(`${title}\n${head}\n${rest}`));
  await memory.learn(query, [...knownLabels, ...texts]);
  const termsOf = createTermReader(memory.book);
  return sources.map((source) => documentOf(source, termsOf));
}
