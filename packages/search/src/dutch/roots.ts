/**
 * The root of a word by the rules of Dutch endings, so that a label is recognised in another form: 'taalachterstanden' is
 * 'taalachterstand', 'leraren' is 'leraar'. Only for comparing with one another; what an engine stems is its own affair.
 */
import { baseOf } from './variants.ts';

const shortest = 3;

const undoubled = (word: string) => word.replace(/([bdfgklmnprst])\1$/, '$1');

/** Takes and gives plain form. */
export function rootOf(word: string): string {
  let root = baseOf(word);
  if (root.length < shortest + 2) return shortened(root);
  if (root.endsWith('heden')) return `${root.slice(0, -5)}heid`;
  if (/[^s]s$/.test(root)) root = root.slice(0, -1);
  if (/[^aeiou]en$/.test(root) && root.length >= shortest + 2) root = undoubled(root.slice(0, -2));
  else if (/[^aeiou]e$/.test(root)) root = undoubled(root.slice(0, -1));
  return shortened(root);
}

/** 'leraar' and 'lerar' (of 'leraren') are one. */
const shortened = (root: string) => root.replace(/(a|e|o|u)\1(?=[^aeiou]$)/, '$1');
