/** Words of a text with their place, and the plain form under which two spellings are one word. */

export interface Word {
  /** Lowercase, without accents: 'coordinatie'. */
  plain: string;
  start: number;
  end: number;
}

const withoutDecomposition: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
};

/** 'Coördinatie' → 'coordinatie', as the database's unaccent does it. */
export function plainForm(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđıþ]/g, (letter) => withoutDecomposition[letter] ?? letter);
}

/** Letters and digits are words; everything between them separates: 'taal/rekenen', 'po-vo', '2024-2025'. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu), (match) => ({
    plain: plainForm(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
