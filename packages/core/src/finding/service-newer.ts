// What was published with a question between two moments: for the mail of who keeps it.
import type { Tx } from '@kansenplein/db';
import type { Search, SearchHit } from '@kansenplein/search';
import type { Found } from './contract.ts';
import type { Question } from './contract-page.ts';
import { ask, queryOf, readAgain } from './service.ts';

const atOnce = 100;
/** A flood of news is not read to its end; the mail says that there is more. */
const mostPages = 5;
/** First tier in which a word of the question is missing (decisions/0001 of search). */
const incomplete = 7;

interface Between {
  /** Published after this moment (ISO 8601) … */
  readonly since: string;
  /** … and at the latest at this one, long enough ago that whoever published then has committed. */
  readonly until: string;
  readonly most: number;
}

/** Newest first, at most `most`; a corrected question or one with a word missing is not what somebody keeps. */
export async function findNewer(
  search: Search,
  tx: Tx,
  question: Question,
  { since, until, most }: Between,
): Promise<{ hits: Found['hits']; isMore: boolean }> {
  const [from, to] = [Date.parse(since), Date.parse(until)];
  const newer: SearchHit[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < mostPages && newer.length <= most; pages++) {
    const asked = { ...question, sort: 'newest' as const, after, limit: atOnce, facets: false };
    const page = await ask(search, tx, queryOf(asked));
    if (page.didYouMean !== null) break;
    newer.push(
      ...page.hits.filter(
        ({ at, tier }) => tier < incomplete && Date.parse(at) > from && Date.parse(at) <= to,
      ),
    );
    const oldest = page.hits.at(-1);
    after = page.next;
    if (after === null || !oldest || Date.parse(oldest.at) <= from) break;
  }
  return { hits: await readAgain(tx, newer.slice(0, most)), isMore: newer.length > most };
}
