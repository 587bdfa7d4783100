/**
 * The words a document is found by: each as it stands there and as its stem, and each with the word that follows. The same
 * vector PostgreSQL keeps, as a list: places are told by pairs, because a filter knows no order. A question is brought to
 * the same terms (filters.ts).
 */
import { stopWords } from '../dutch/stop-words.ts';
import { wordsOf } from '../dutch/words.ts';

/** The engine keeps no longer value to filter by; nobody looks for such a word. */
const longestWord = 60;

const isWord = (word: string) => word.length <= longestWord;

/** One word behind the other, `gap` places further. No word holds the sign between them. */
export const pairOf = (left: string, gap: number, right: string): string =>
  `${left}${'_'.repeat(gap)}${right}`;

/** Every word of a text whose stem must be known. */
export const wordsToLearn = (text: string): string[] => [
  ...new Set(
    wordsOf(text)
      .map(({ plain }) => plain)
      .filter((word) => !stopWords.has(word) && isWord(word)),
  ),
];

export function termsOf(text: string, stemOf: (word: string) => string): Set<string> {
  const terms = new Set<string>();
  let previous: { word: string; at: number } | null = null;
  wordsOf(text).forEach(({ plain: word }, at) => {
    if (stopWords.has(word)) return;
    if (!isWord(word)) return void (previous = null);
    terms.add(word).add(stemOf(word));
    if (previous) {
      const gap = at - previous.at;
      terms.add(pairOf(previous.word, gap, word)).add(pairOf(stemOf(previous.word), gap, stemOf(word)));
    }
    previous = { word, at };
  });
  return terms;
}
