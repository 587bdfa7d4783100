/**
 * The port of finding: what a page may ask and what it gets. Adapters (PostgreSQL now, Meilisearch later)
 * answer it alike; `conformance/` says how. A list is the empty query.
 */

/** Dimensions one can choose from: OR inside a dimension, AND between dimensions. */
export type SearchDimension = 'kinds' | 'themes' | 'phases' | 'municipalities' | 'courses';

/** A larger total is said as 'more than a thousand': nobody reads further, and no engine need count it. */
export const largestTotal = 1000;

export interface SearchQuery {
  /** What somebody typed; '' is a list. At most 200 characters and 16 words of it are used. */
  text: string;
  /** 'intervention', 'agenda', 'municipality' …; empty: every kind. */
  kinds: string[];
  themes: string[];
  phases: string[];
  /** CBS codes such as 'gm0899'. A region is expanded to its municipalities by who asks. */
  municipalities: string[];
  /** How far it is: 'running', 'evaluated' … */
  courses: string[];
  /** 'best': what says most of the question first, the newer on a tie; 'newest': by date only. */
  sort: 'best' | 'newest';
  /** The `next` of the page before, unchanged; null for the first page. */
  after: string | null;
  /** 1 … 100. */
  limit: number;
  facets: boolean;
  /** Search for the words as typed: no synonyms, no compounds, no prefix, no correction. */
  literal?: boolean;
}

/** A piece of text, marked where it matched. Never HTML: who shows it escapes it. */
export interface Segment {
  text: string;
  marked: boolean;
}

export interface SearchHit {
  kind: string;
  id: string;
  /** Handle or code used in the address of its page. */
  address: string;
  municipality: string | null;
  /** ISO 8601, UTC. */
  at: string;
  title: Segment[];
  summary: Segment[];
  /** A piece of what else it says, marked: only when neither title nor summary holds what was searched for. */
  passage?: Segment[];
  /** 1 (own words in the title) … 8; see decisions/0001. Always 0 in a list. */
  tier: number;
  /** The words that were found instead of the ones typed: 'primair onderwijs' for 'po'. */
  why?: string;
}

export type SearchFacets = Record<SearchDimension, Record<string, number>>;

export interface SearchPage {
  hits: SearchHit[];
  /** Under all filters: exact up to `largestTotal`, and that number when there is more. */
  total: number;
  totalIsMore: boolean;
  /** Disjunctive: the counts of a dimension ignore what is chosen in it. Exact, also when the total is not said. All empty unless asked for. */
  facets: SearchFacets;
  /** Of each dimension in which something is chosen: the total with nothing chosen there. Empty unless facets are asked for. */
  without: Partial<Record<SearchDimension, number>>;
  next: string | null;
  /** The query that was searched instead, because the one typed found nothing. */
  didYouMean: string | null;
  /** Synonyms and abbreviations that were searched as well. */
  alsoSearched: string[];
  /** The engine that should have answered did not: PostgreSQL did. */
  degraded?: true;
}

export interface Suggestion {
  text: string;
  /** The document this is the title of; null when it is a word. */
  document: { kind: string; id: string; address: string } | null;
}

export interface SearchPort {
  /** Throws SearchInputError for a cursor or a limit that is none; anything typed is an answer. */
  search(query: SearchQuery): Promise<SearchPage>;
  /** Words and titles that begin like this, of documents the actor may see and of nothing else. */
  suggest(prefix: string, limit: number): Promise<Suggestion[]>;
}

/** A question that cannot be asked; `code` is for the answer 400. */
export class SearchInputError extends Error {
  readonly code: 'search.bad_cursor' | 'search.bad_limit';

  constructor(code: 'search.bad_cursor' | 'search.bad_limit') {
    super(code);
    this.name = 'SearchInputError';
    this.code = code;
  }
}
