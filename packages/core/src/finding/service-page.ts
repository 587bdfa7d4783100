// What the search page asks beside its list. Everything goes through `find`, so through the wall, with its counts.
import type { Tx } from '@kansenplein/db';
import { broaderConcepts, conceptsIn, relatedConcepts, type Search } from '@kansenplein/search';
import { findKinds, type Found } from './contract.ts';
import type { Grouped, Question, Wider } from './contract-page.ts';
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

const mostTried = 12;

/** Every question that asks one thing less. */
const withLess = (question: Question) => [
  ...(question.text.trim() === ''
    ? []
    : [{ what: 'text' as const, value: question.text, less: { text: '' } }]),
  ...(['kinds', 'themes', 'phases', 'courses', 'municipalities', 'regions'] as const).flatMap((what) =>
    question[what].map((value) => ({
      what,
      value: String(value),
      less: { [what]: question[what].filter((other) => other !== value) },
    })),
  ),
];

/** Labels of the concepts that stand above what the text names, and then of those beside it. */
function broaderTerms(text: string): string[] {
  const named = conceptsIn(text);
  const around = [...named.flatMap(broaderConcepts), ...named.flatMap(relatedConcepts)];
  return [...new Set(around)]
    .filter((concept) => !named.includes(concept))
    .map(({ prefLabel }) => prefLabel)
    .slice(0, 4);
}

/** What to do when nothing was found: less to ask, broader terms, other themes, each with what it would give. */
export async function findWider(search: Search, tx: Tx, question: Question): Promise<Wider> {
  const totalOf = async (less: Partial<Question>) =>
    (await find(search, tx, first({ ...question, ...less, literal: false }, 1))).total;
  const without: Wider['without'] = [];
  for (const { what, value, less } of withLess(question).slice(0, mostTried)) {
    const total = await totalOf(less);
    if (total > 0) without.push({ what, value, total });
  }
  const terms: Wider['terms'] = [];
  for (const text of broaderTerms(question.text)) {
    const total = await totalOf({ text });
    if (total > 0) terms.push({ text, total });
  }
  const themesOf = async (less: Partial<Question>) => {
    const { facets } = await find(search, tx, { ...first({ ...question, ...less }, 1), facets: true });
    return (facets?.themes ?? []).filter(
      ({ value, count }) => count > 0 && !question.themes.some((chosen) => chosen === value),
    );
  };
  const here = await themesOf({});
  const themesOfWords = here.length > 0;
  const found = themesOfWords ? here : await themesOf({ text: '' });
  const themes = found.toSorted((one, other) => other.count - one.count).slice(0, 5);
  return { without, terms, themes, themesOfWords };
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
