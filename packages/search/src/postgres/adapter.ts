/**
 * The PostgreSQL adapter. One long-lived object per database (it keeps stems, names and counts), bound to the caller's
 * transaction for each question: `query` runs there, as role app with the actor's scopes set, READ ONLY and REPEATABLE
 * READ (elsewhere it answers too, but keeps no counts).
 */
import { alsoSearched, analyse, type AnalysedQuery } from '../dutch/analyse.ts';
import { wordsOf } from '../dutch/words.ts';
import { candidatesIn, excerpt, mark, passageOf, type Pattern } from '../highlight.ts';
import { largestTotal, SearchInputError } from '../port.ts';
import type { SearchHit, SearchPage, SearchPort, SearchQuery, Suggestion } from '../port.ts';
import { CountsCache, noFacets } from './counts.ts';
import { placeIn, readCursor, writeCursor } from './cursor.ts';
import { Stems, type Query } from './knowledge.ts';
import { Reader, type Found, type Row } from './reader.ts';
import { compose, type Composed } from './tsquery.ts';
import { Values } from './values.ts';

export type { Query } from './knowledge.ts';

export interface PostgresSearch {
  within(query: Query): SearchPort;
}

/** First tier in which a word of the query is missing. */
const incomplete = 7;

/** Fewer complete answers than this are followed by the nearest there are. */
const few = 10;

/** In a list by date what is near would stand among what was asked: there only when there is nothing else. */
function isShort({ rows }: Found, { sort, limit }: SearchQuery): boolean {
  const complete = rows.filter((row) => row.tier < incomplete).length;
  return sort === 'best' ? complete < Math.min(few, limit) : rows.length === 0;
}

interface Prepared {
  analysed: AnalysedQuery;
  /** Null when nothing was typed that can be searched. */
  composed: Composed | null;
  /** Set when something may be missing: a setting always, a topic among three or when answers are few. */
  relaxed: string | null;
}

export function createPostgresSearch(
  options: { mostCounts?: number; mostStems?: number } = {},
): PostgresSearch {
  const memory = {
    counts: new CountsCache(options.mostCounts ?? 300_000),
    stems: new Stems(options.mostStems ?? 50_000),
    values: new Values(),
  };
  return { within: (query) => new PostgresSearchPort(new Reader(query, memory)) };
}

class PostgresSearchPort implements SearchPort {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async search(input: SearchQuery): Promise<SearchPage> {
    if (!Number.isInteger(input.limit) || input.limit < 1 || input.limit > 100) {
      throw new SearchInputError('search.bad_limit');
    }
    const cursor = readCursor(input.after);
    if (input.text.trim() === '') {
      return this.#page(input, null, await this.#reader.find(input, null, null, cursor), null, false);
    }

    let corrected = cursor?.corrected ?? null;
    let mayMiss = cursor?.relaxed ?? false;
    let prepared = await this.#prepare(corrected ?? input.text, input, mayMiss);
    if (!prepared.composed) return emptyPage();
    let found = await this.#reader.find(input, prepared.composed, prepared.relaxed, cursor);
    const complete = found.rows.some((row) => row.tier < incomplete);
    if (!cursor && !input.literal && !complete) {
      corrected = await this.#correct(prepared);
      if (corrected !== null) {
        prepared = await this.#prepare(corrected, input, false);
        found = await this.#reader.find(input, prepared.composed, prepared.relaxed, null);
      }
      // A correction that finds nothing is not worth saying.
      if (found.rows.length === 0) corrected = null;
    }
    if (!cursor && !input.literal && isShort(found, input) && prepared.composed?.relaxed) {
      mayMiss = true;
      prepared = { ...prepared, relaxed: prepared.composed.relaxed };
      found = await this.#reader.find(input, prepared.composed, prepared.relaxed, null);
    }
    return this.#page(input, prepared, found, corrected, mayMiss);
  }

  async suggest(prefix: string, limit: number): Promise<Suggestion[]> {
    const words = wordsOf(prefix.slice(0, 100)).map((word) => word.plain);
    const last = words.at(-1);
    if (last === undefined) return [];
    const question = words.map((word) => `'${word}':*`).join(' & ');
    const beginning = words.length === 1 && /^[a-z]+$/.test(last) ? last : '';
    const atMost = Math.min(Math.max(1, Math.trunc(limit) || 1), 20);
    return (await this.#reader.suggest(question, beginning, atMost)).map(
      ({ suggestion, kind, id, address }) => ({
        text: suggestion,
        document: kind !== null && id !== null ? { kind, id, address: address ?? '' } : null,
      }),
    );
  }

  async #prepare(text: string, input: SearchQuery, mayMiss: boolean): Promise<Prepared> {
    const literal = input.literal ?? false;
    const analysed = analyse(text, { literal });
    const composed = compose(analysed, await this.#reader.learnQuery(analysed, literal), literal);
    // With three words or more that say something one may be missing anyway, below everything complete.
    const always =
      !literal && input.sort === 'best' && analysed.groups.filter(({ role }) => role === 'topic').length >= 3;
    return {
      analysed,
      composed,
      relaxed: (mayMiss || always ? composed?.relaxed : composed?.lenient) ?? null,
    };
  }

  /** The text with its misspelt words replaced, or null. */
  async #correct({ analysed, composed }: Prepared): Promise<string | null> {
    const questions = composed?.groups ?? [];
    if (questions.length === 0) return null;
    const answered = await this.#reader.answered(questions);
    let text = analysed.text;
    for (let index = analysed.groups.length - 1; index >= 0; index--) {
      const group = analysed.groups[index];
      const [word] = group?.words ?? [];
      if (!group || !word || group.code || group.words.length > 1 || answered[index]) continue;
      const meant = await this.#reader.meant(word.plain);
      if (meant) text = text.slice(0, group.start) + meant + text.slice(group.end);
    }
    return text === analysed.text ? null : text;
  }

  async #page(
    input: SearchQuery,
    prepared: Prepared | null,
    found: Found,
    corrected: string | null,
    relaxed: boolean,
  ): Promise<SearchPage> {
    const counts = await found.count();
    const rows = found.rows.slice(0, input.limit);
    const last = rows.at(-1);
    const patterns = prepared?.composed?.patterns ?? [];
    if (patterns.length > 0) {
      const shown = rows.flatMap((row) => wordsOf(`${row.title} ${row.head}`));
      await this.#reader.learnStems(shown.map((word) => word.plain));
    }
    const hits = rows.map((row) => this.#hit(row, patterns));
    await this.#addPassages(rows, hits, patterns);
    return {
      hits,
      total: Math.min(counts.total, largestTotal),
      totalIsMore: counts.total > largestTotal,
      facets: counts.facets,
      next:
        last && found.rows.length > input.limit
          ? writeCursor({ ...last, weighed: weighedIn(last), corrected, relaxed })
          : null,
      didYouMean: corrected,
      alsoSearched: prepared ? alsoSearched(prepared.analysed) : [],
    };
  }

  /** Where only the body holds what was searched for, a piece of it says so: read for the hits of this page alone. */
  async #addPassages(rows: Row[], hits: SearchHit[], patterns: Pattern[]): Promise<void> {
    if (patterns.length === 0) return;
    const isUnmarked = (hit: SearchHit | undefined) =>
      hit !== undefined && ![...hit.title, ...hit.summary].some((segment) => segment.marked);
    const silent = rows.filter((_, index) => isUnmarked(hits[index]));
    const rests = await this.#reader.rests(silent.map((row) => row.doc));
    const bodies = [...rests].map(([doc, rest]) => ({ doc, rest, candidates: candidatesIn(rest, patterns) }));
    await this.#reader.learnStems(
      bodies.flatMap(({ candidates }) => candidates.map((candidate) => candidate.plain)),
    );
    const stemOf = (word: string) => this.#reader.stemOf(word);
    for (const { doc, rest, candidates } of bodies) {
      const hit = hits[rows.findIndex((row) => row.doc === doc)];
      const passage = passageOf(rest, candidates, patterns, stemOf);
      if (hit && passage) hit.passage = passage;
    }
  }

  #hit(row: Row, patterns: Pattern[]): SearchHit {
    const stemOf = (word: string) => this.#reader.stemOf(word);
    const title = mark(row.title, patterns, stemOf);
    const summary = mark(excerpt(row.head, patterns, stemOf), patterns, stemOf);
    const instead = title.own || summary.own ? undefined : [...title.instead, ...summary.instead][0];
    return {
      kind: this.#reader.nameOf('kind', row.kind) ?? '',
      id: row.id,
      address: row.address,
      municipality: this.#reader.nameOf('municipality', row.municipality) ?? null,
      at: row.at,
      title: title.segments,
      summary: summary.segments,
      tier: row.tier,
      ...(instead === undefined ? {} : { why: instead }),
    };
  }
}

const weighedIn = ({ score, end_of_weighed: end }: Row) =>
  typeof score === 'number' ? { score, end: placeIn(end) } : null;

function emptyPage(): SearchPage {
  return {
    hits: [],
    total: 0,
    totalIsMore: false,
    facets: noFacets(),
    next: null,
    didYouMean: null,
    alsoSearched: [],
  };
}
