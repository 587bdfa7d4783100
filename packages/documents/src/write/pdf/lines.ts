/**
 * Words become lines. Between words a line may end; a word longer than its line is cut, and then the hyphen that is
 * shown is no part of the text. How a line goes on from the one before is kept: readers hear whole sentences.
 */
import { shownLink } from '../../form/markdown-text.ts';
import type { Inline, Run } from '../../form/content.ts';
import type { Style, Typeface } from './typeface.ts';

export interface Piece {
  text: string;
  style: Style;
  /** Points from the left of the line. */
  x: number;
  width: number;
  link: Run | null;
}

export interface Line {
  pieces: Piece[];
  /** What stands between the line before and this one: nothing for a cut word, a line end that was meant, or a space. */
  joins: 'start' | 'space' | 'break' | 'nothing';
  /** Where a hyphen is shown that is not text; null for none. */
  hyphenAt: number | null;
}

export interface TextLook {
  size: number;
  bold: boolean;
  italic: boolean;
}

/** Words without a space between them: one run, or a bold beginning and a plain end. */
interface Word {
  parts: { text: string; style: Style; link: Run | null }[];
  width: number;
  before: Line['joins'];
}

export function styleOf(run: Pick<Run, 'strong' | 'emphasis'>, look: TextLook): Style {
  const bold = run.strong || look.bold;
  const italic = run.emphasis || look.italic;
  return bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
}

export function brokenLines(words: Inline, width: number, look: TextLook, face: Typeface): Line[] {
  const lines: Line[] = [];
  let end = 0;
  const start = (joins: Line['joins']): void => {
    lines.push({ pieces: [], joins, hyphenAt: null });
    end = 0;
  };
  const put = ({ parts }: Pick<Word, 'parts'>): void => {
    for (const part of parts) {
      const wide = face.width(part.text, part.style, look.size);
      const pieces = lines.at(-1)?.pieces;
      const last = pieces?.at(-1);
      if (last?.style === part.style && last.link === part.link) {
        last.text += part.text;
        last.width += wide;
      } else pieces?.push({ ...part, x: end, width: wide });
      end += wide;
    }
  };
  for (const word of wordsOf(words, look, face)) {
    const space = face.width(' ', 'regular', look.size);
    const goesOn = word.before === 'space' && end + space + word.width <= width;
    if (goesOn) {
      putSpace(lines, word, look, face, put);
      put(word);
      continue;
    }
    start(lines.length === 0 ? 'start' : word.before);
    let rest = word;
    while (rest.width > width) {
      const cut = cutWord(rest, width, look, face);
      put(cut.first);
      const current = lines.at(-1);
      if (current && cut.hyphen) current.hyphenAt = end;
      rest = cut.rest;
      start('nothing');
    }
    put(rest);
  }
  return lines;
}

/** The space belongs to the look on both sides of it where they are the same, else to plain text. */
function putSpace(
  lines: Line[],
  word: Word,
  look: TextLook,
  face: Typeface,
  put: (word: Pick<Word, 'parts'>) => void,
): void {
  const last = lines.at(-1)?.pieces.at(-1);
  const [next] = word.parts;
  const same = last && next && last.style === next.style && last.link === next.link;
  const style = same ? last.style : styleOf({ strong: false, emphasis: false }, look);
  const wide = face.width(' ', style, look.size);
  if (wide > 0) put({ parts: [{ text: ' ', style, link: same ? last.link : null }] });
}

function wordsOf(inline: Inline, look: TextLook, face: Typeface): Word[] {
  const words: Word[] = [];
  let before: Line['joins'] = 'start';
  let open = false;
  for (const run of inline) {
    const text = run.link === null ? run.text : shownLink(run.text, run.link);
    const style = styleOf(run, look);
    const link = run.link === null ? null : run;
    for (const part of text.split(/([ \n]+)/)) {
      if (part === '') continue;
      if (/^[ \n]/.test(part)) {
        before = part.includes('\n') ? 'break' : 'space';
        open = false;
        continue;
      }
      const width = face.width(part, style, look.size);
      const last = words.at(-1);
      if (open && last) {
        last.parts.push({ text: part, style, link });
        last.width += width;
      } else words.push({ parts: [{ text: part, style, link }], width, before });
      open = true;
    }
  }
  return words;
}

/** As much of a word as fits, at a good place if there is one; at least one character. */
function cutWord(
  word: Word,
  width: number,
  look: TextLook,
  face: Typeface,
): { first: Pick<Word, 'parts'>; rest: Word; hyphen: boolean } {
  const characters = word.parts.flatMap((part) => [...part.text].map((text) => ({ ...part, text })));
  const hyphenWidth = face.width('-', 'regular', look.size);
  let fits = 0;
  let used = 0;
  for (const { text, style } of characters) {
    used += face.width(text, style, look.size);
    if (used > width - hyphenWidth) break;
    fits += 1;
  }
  const whole = characters.map(({ text }) => (text.length === 1 ? text : '□')).join('');
  const at = Math.max(1, goodPlace(whole, fits));
  const first = characters.slice(0, at);
  const rest = characters.slice(at);
  const hyphen = /\p{L}$/u.test(whole.slice(0, at)) && /^\p{L}/u.test(whole.slice(at));
  return {
    first: { parts: first },
    rest: {
      parts: rest,
      width: rest.reduce((sum, { text, style }) => sum + face.width(text, style, look.size), 0),
      before: 'nothing',
    },
    hyphen,
  };
}

const endsSyllable = /[aeiouyéëï][bcdfghklmnprstvwz]?$/iu;
const beginsSyllable = /^[bcdfghklmnprstvwz][aeiouyéëï]/iu;

/** Behind a hyphen, slash or the like; else between two syllables as Dutch divides most of them; else where it must be. */
function goodPlace(word: string, fits: number): number {
  const marked = /^.*[-/@._=?&](?=.)/su.exec(word.slice(0, fits))?.[0].length ?? 0;
  if (marked > fits / 3) return marked;
  const last = Math.min(fits, word.length - 3);
  for (let at = last; at > Math.max(2, fits / 3); at -= 1)
    if (endsSyllable.test(word.slice(0, at)) && beginsSyllable.test(word.slice(at, at + 2))) return at;
  return fits;
}
