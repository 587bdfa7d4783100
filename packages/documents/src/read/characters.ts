/** Which characters count as blank, as a letter, as a list marker; and how words are compared. */

/** White space, control characters and the invisible ones: nothing a reader could lose. */
export const blankPattern = /[\s\p{Cc}\p{Cf}]/u;
const blankOnly = /^[\s\p{Cc}\p{Cf}]*$/u;

export const isBlank = (text: string): boolean => blankOnly.test(text);

/** Lower case without accents, so that 'Coördinatie', 'COORDINATIE' and 'coördinatie' are one word. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a heading or label, folded; punctuation between them does not count. */
export function foldedWords(text: string): string[] {
  return foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Moves both ends inward past blanks. An all-blank range becomes empty at its start. */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && blankPattern.test(text.charAt(from))) from += 1;
  while (to > from && blankPattern.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** Bullets that mean a list wherever they stand. */
export const inlineBullets = '•‣▪●\uf0b7';

/** A list marker at the beginning of a line: a bullet, or a dash, star or Word's small 'o' and a space. */
export const lineMarker = /^[^\S\n]*(?:[•‣▪●\uf0b7]|[-–—*·◦o](?=[^\S\n]))[^\S\n]*/u;

const sentenceEnd = /[.!?:;…][)\]"”’'*]*$/u;

/** True when a line is finished: what follows on the next line is not its continuation. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text.slice(-8).trimEnd());

export const startsLowerCase = (text: string): boolean => /^\s*[\p{Ll}]/u.test(text.slice(0, 40));

/** At least four letters, none of them small. */
export function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu);
  return letters !== null && letters.length >= 4 && !/\p{Ll}/u.test(text);
}
