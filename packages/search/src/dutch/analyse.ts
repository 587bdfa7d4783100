/**
 * The Dutch query module: from what somebody typed to what must be searched. Knows no engine. Every group must be
 * found (AND); inside a group the own words count first, then everything else that means the same.
 */
import { stopWords } from './stop-words.ts';
import { askingWords, weakWords } from './asking.ts';
import { frontsOf } from './compounds.ts';
import {
  conceptAt,
  conceptDerived,
  conceptMisspelt,
  isAbbreviation,
  labelsBeside,
  nearLabels,
  type Concept,
  type ConceptMatch,
  type Label,
} from './thesaurus.ts';
import { moveIn } from './transitions.ts';
import { relatedForms, variantsOf } from './variants.ts';
import { wordsOf, type Word } from './words.ts';

export interface QueryGroup {
  /** The own words, without stop words (unless there is nothing else). */
  words: { plain: string; variants: string[] }[];
  /** Which concept it names. */
  concept: Concept | null;
  /** Every word it takes of the question, small ones too. */
  typed: string[];
  /** Place in the text, for replacing a misspelt word. */
  start: number;
  end: number;
  /** Codes, years, numbers: never a prefix, a compound or a typing error. */
  code: boolean;
  /** The word is being typed, or is long enough to be the front of a compound. */
  prefix: boolean;
  /**
   * What is asked for ('topic'), where or for whom ('setting'), or a word that says little beside the others ('weak').
   * There is always a group of the first rank: a question of settings alone asks for them.
   */
  role: 'topic' | 'setting' | 'weak';
  /** Other labels of the same concept and of narrower ones, as sequences of words (stop words included). */
  labels: { text: string; words: string[]; shown: boolean }[];
  /** Labels of broader and neighbouring concepts: not what was asked, but the nearest there is. */
  near: string[][];
  /** The words of a label of several words, each with its own concept: 'overstap', 'po', 'vo'. */
  parts: QueryGroup[];
}

export interface AnalysedQuery {
  text: string;
  groups: QueryGroup[];
  /** Quoted: these words, in this order. */
  phrases: string[][];
  /** After a minus: a word, or the words of a quoted phrase. */
  excluded: string[][];
}

export const longestText = 200;
export const mostWords = 16;

export function analyse(typed: string, options: { literal: boolean }): AnalysedQuery {
  const text = typed.slice(0, longestText);
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const bare: Word[] = [];
  for (const match of text.matchAll(/(?<=^|\s)(-?)"([^"]*)"?|(?<=^|\s)-(?=[\p{L}\p{N}])(\S+)|[^\s"]+/gu)) {
    const quoted = match[2];
    const minus = match[3];
    const words = wordsOf(quoted ?? minus ?? match[0]);
    if (words.length === 0) continue;
    if (minus !== undefined || (quoted !== undefined && match[1] === '-'))
      excluded.push(words.map((word) => word.plain));
    else if (quoted !== undefined) phrases.push(words.map((word) => word.plain));
    else
      bare.push(
        ...words.map((word) => ({ ...word, start: word.start + match.index, end: word.end + match.index })),
      );
  }
  const typing = bare.at(-1)?.end === text.length;
  const groups = groupsOf(bare.slice(0, mostWords), typing, options.literal);
  return { text, groups, phrases: phrases.slice(0, 4), excluded: excluded.slice(0, 8) };
}

function groupsOf(words: Word[], typing: boolean, literal: boolean): QueryGroup[] {
  const groups: QueryGroup[] = [];
  const onlyAsking: QueryGroup[] = [];
  for (const group of groupsIn(words, typing, literal)) {
    const [word] = group.words;
    // A word being typed may become another one.
    const asking =
      !literal && !group.typing && group.words.length === 1 && askingWords.has(word?.plain ?? '');
    (asking ? onlyAsking : groups).push(group);
  }
  // Only stop words: the last one may be the beginning of a word.
  const only = words.at(-1);
  if (groups.length + onlyAsking.length === 0 && only)
    groups.push(groupOf([only], [only], null, true, literal));
  return withTopic(withMove(groups.length > 0 ? groups : onlyAsking, words));
}

/** The groups of these words, one for each label and each other word. */
function groupsIn(words: Word[], typing: boolean, literal: boolean, longest?: number): TypedGroup[] {
  const plain = words.map((word) => word.plain);
  const groups: TypedGroup[] = [];
  for (let index = 0; index < words.length;) {
    const match = literal ? null : conceptAt(plain, index, longest);
    const taken = words.slice(index, index + (match?.length ?? 1));
    const last = typing && index + taken.length === words.length;
    index += taken.length;
    const meaningful = taken.filter((word) => !stopWords.has(word.plain));
    if (meaningful.length === 0) continue;
    const group = groupOf(meaningful, taken, match, last, literal);
    const parts = taken.length > 1 ? groupsIn(taken, false, literal, taken.length - 1) : [];
    const telling = parts.length > 1 && parts.every(({ concept }) => concept !== null);
    groups.push({ ...group, parts: telling ? parts : [], typing: last && words.length === 1 });
  }
  return groups;
}

/** A group, and whether it is all there is and still being typed. */
type TypedGroup = QueryGroup & { typing: boolean };

/** The groups that name a move together become one, with the names of that move. */
function withMove(groups: QueryGroup[], words: readonly Word[]): QueryGroup[] {
  const within = (from: number, to: number) => words.filter(({ start, end }) => start >= from && end <= to);
  const move = moveIn(groups, (left, right) =>
    within(groups[left]?.end ?? 0, groups[right]?.start ?? 0).map(({ plain }) => plain),
  );
  const [first, last] = [groups[move?.first ?? -1], groups[move?.last ?? -1]];
  if (!move || !first || !last) return groups;
  const taken = groups.slice(move.first, move.last + 1);
  const typed = within(first.start, last.end).map(({ plain }) => plain);
  const merged: QueryGroup = {
    concept: move.concept,
    words: taken.flatMap((group) => group.words),
    typed,
    start: first.start,
    end: last.end,
    code: false,
    prefix: false,
    role: 'topic',
    labels: labelsBeside(move.concept, typed.join(' ')),
    near: nearLabels(move.concept),
    parts: taken.filter(({ role }) => role !== 'weak'),
  };
  return [...groups.slice(0, move.first), merged, ...groups.slice(move.last + 1)];
}

/** Whatever is left of a question is what it asks for. */
function withTopic(groups: QueryGroup[]): QueryGroup[] {
  const rank = (['topic', 'setting', 'weak'] as const).find((role) =>
    groups.some((group) => group.role === role),
  );
  return groups.map((group) => (group.role === rank ? { ...group, role: 'topic' as const } : group));
}

function groupOf(
  meaningful: Word[],
  taken: Word[],
  match: ConceptMatch | null,
  last: boolean,
  literal: boolean,
): QueryGroup {
  const first = meaningful[0]?.plain ?? '';
  const code = meaningful.some((word) => /\p{N}/u.test(word.plain));
  const single = meaningful.length === 1 && !literal;
  // 'groep 8', 'klas 3': the number alone says nothing.
  const weak = single && (weakWords.has(first) || /^\d{1,2}$/.test(first));
  const meant = match || !single || code || weak ? null : (conceptDerived(first) ?? conceptMisspelt(first));
  const concept = match?.concept ?? meant;
  return {
    words: meaningful.map(({ plain }) => ({ plain, variants: literal ? [] : variantsOf(plain) })),
    concept,
    typed: taken.map(({ plain }) => plain),
    start: taken[0]?.start ?? 0,
    end: taken.at(-1)?.end ?? 0,
    code,
    prefix: single && !code && !isAbbreviation(first) && first.length >= (last ? 2 : 4),
    role: weak ? 'weak' : concept?.setting ? 'setting' : 'topic',
    labels: [
      ...(match?.labels ?? []),
      ...(meant ? labelsBeside(meant, first) : []),
      ...(single && !code ? otherForms(first, concept === null) : []),
    ],
    near: concept ? nearLabels(concept) : [],
    parts: [],
  };
}

/** The participle of a word, and when it has no concept: the front of a compound with a light end. */
const otherForms = (word: string, unknown: boolean): Label[] =>
  [...relatedForms(word).map((form) => [form]), ...(unknown ? frontsOf(word) : [])].map((words) => ({
    text: words.join(' '),
    words,
    shown: false,
  }));

/** Labels searched beside the typed words, for 'ook gezocht op'. */
export function alsoSearched(query: AnalysedQuery): string[] {
  return [
    ...new Set(
      query.groups.flatMap((group) => group.labels.flatMap(({ text, shown }) => (shown ? [text] : []))),
    ),
  ];
}
