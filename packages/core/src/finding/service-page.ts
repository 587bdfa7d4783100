// What the search page asks beside its list. Everything goes through `find`, so through the wall, with its counts.
import type { Tx } from '@kansenplein/db';
import type { Search } from '@kansenplein/search';
import { findKinds, type Found } from './contract.ts';
import type { Grouped, Question } from './contract-page.ts';
import { find } from './service.ts';

/** How many of each kind stand in a group, and how many one asks at once for a file. */
const someOfEach = 3;
const atOnce = 100;
const mostExported = 1000;

const first = (question: Question, limit: number) => ({ ...question, after: null, limit, facets: false });

/** Some of each kind, with how many there are. What is chosen of the kinds is all that is shown. */
export async function findByKind(search: Search, tx: Tx, question: Question): Promise<Grouped> {
  const all = await find(search, tx, { ...first(question, 1), facets: true });
  // What was meant is asked of each kind, so that they do not each correct the words in their own way.
  const text = all.didYouMean ?? question.text;
  const counts = new Map(all.facets?.kinds.map(({ value, count }) => [value, count]));
  const asked = findKinds.filter(
    (kind) => (counts.get(kind) ?? 0) > 0 && (question.kinds.length === 0 || question.kinds.includes(kind)),
  );
  const groups: Grouped['groups'] = [];
  for (const kind of asked) {
    const { hits, total } = await find(search, tx, { ...first(question, someOfEach), text, kinds: [kind] });
    if (hits.length > 0) groups.push({ kind, total, hits });
  }
  const { total, totalIsMore, facets, didYouMean, alsoSearched, degraded } = all;
  return { groups, total, totalIsMore, facets, didYouMean, alsoSearched, degraded };
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Municipalities by the beginning of a word in their name, with what they give under the present filters. */
export async function findValues(search: Search, tx: Tx, input: Question & { wanted: string }) {
  const { wanted, ...question } = input;
  const { facets } = await find(search, tx, { ...first(question, 1), facets: true });
  const beginning = plain(wanted.trim());
  const isMeant = (label: string) => {
    const name = plain(label);
    return name.startsWith(beginning) || name.split(/[^a-z0-9]+/).some((word) => word.startsWith(beginning));
  };
  const municipalities = (facets?.municipalities ?? []).filter(
    ({ label, count }) => count > 0 && beginning !== '' && isMeant(label),
  );
  return { municipalities: municipalities.slice(0, 20) };
}

/** The whole list, as far as a thousand, in the order of the page and from one moment. */
export async function findAll(search: Search, tx: Tx, question: Question) {
  const hits: Found['hits'] = [];
  let after: string | null = null;
  do {
    const page: Found = await find(search, tx, { ...first(question, atOnce), after });
    hits.push(...page.hits);
    after = page.next;
  } while (after !== null && hits.length < mostExported);
  return { hits: hits.slice(0, mostExported), isCut: after !== null || hits.length > mostExported };
}
