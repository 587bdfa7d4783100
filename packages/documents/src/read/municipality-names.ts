/** Finds municipalities by name in running text, and names that are nearly one. Linear in the text. */
import { foldWord } from './characters.ts';
import type { MunicipalityName, Span } from '../draft.ts';

export interface NamedMunicipality extends Span {
  name: string;
  /** Null when the name belongs to more than one municipality (Bergen). */
  code: string | null;
}

const wordPattern = /['’]?\p{L}[\p{L}\p{M}'’-]*/gu;
const wordHere = new RegExp(wordPattern.source, 'uy');

export class MunicipalityIndex {
  readonly #byName = new Map<string, string[]>();
  readonly #display = new Map<string, string>();
  readonly #firstWords = new Map<string, number>();
  readonly #byCode = new Map<string, string>();
  readonly #inFull = new Map<string, string>();

  constructor(municipalities: readonly MunicipalityName[]) {
    for (const { code, name } of municipalities) {
      // 'Bergen (NH.)' and 'Bergen (L.)' are both written as plain 'Bergen'.
      const plain = name.replace(/\s*\([^)]*\)$/, '');
      const key = normal(plain);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), code]);
      this.#display.set(key, plain);
      this.#byCode.set(code, plain);
      this.#inFull.set(name, code);
      const words = key.split(' ');
      const first = words[0] ?? '';
      this.#firstWords.set(first, Math.max(words.length, this.#firstWords.get(first) ?? 0));
    }
  }

  nameOf(code: string): string | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The code of a name that stands alone: in full ('Bergen (NH.)'), or plain where only one has it. */
  codeOf(name: string): string | null {
    const codes = this.#byName.get(normal(name)) ?? [];
    return this.#inFull.get(name) ?? (codes.length === 1 ? (codes[0] ?? null) : null);
  }

  /** The municipality whose name begins exactly at `at`; the longest name wins. */
  at(text: string, at: number): NamedMunicipality | null {
    const first = matchAt(wordHere, text, at);
    if (!first || !/\p{Lu}/u.test(first[0])) return null;
    return this.#startingWith(text, at, first[0]);
  }

  #startingWith(text: string, at: number, first: string): NamedMunicipality | null {
    const most = this.#firstWords.get(normal(first));
    if (most === undefined) return null;
    const words = [...text.slice(at, at + 80).matchAll(wordPattern)].slice(0, most);
    for (let count = words.length; count > 0; count -= 1) {
      const last = words[count - 1];
      if (!last) continue;
      const name = text.slice(at, at + last.index + last[0].length);
      const codes = this.#byName.get(normal(name));
      if (codes)
        return {
          name,
          code: codes.length === 1 ? (codes[0] ?? null) : null,
          start: at,
          end: at + name.length,
        };
    }
    return null;
  }

  /** Every name of a municipality, also where the word means something else ('Best'): the caller needs context. */
  namesIn(text: string, start: number, end: number): NamedMunicipality[] {
    const found: NamedMunicipality[] = [];
    const slice = text.slice(start, end);
    let reached = start;
    for (const match of slice.matchAll(wordPattern)) {
      const at = start + match.index;
      if (at < reached || !/^['’]?(?:s-)?\p{Lu}/u.test(match[0])) continue;
      const named = this.#startingWith(text, at, match[0]);
      if (named && named.end <= end) {
        found.push(named);
        reached = named.end;
      }
    }
    return found;
  }

  /** The one municipality whose name differs in one letter (two in long names), or null. */
  nearest(name: string): string | null {
    const wanted = normal(name);
    if (wanted.length < 5) return null;
    const allowed = wanted.length >= 9 ? 2 : 1;
    const close = [...this.#byName.keys()].filter((known) => distanceWithin(wanted, known, allowed));
    const [only] = close;
    return close.length === 1 && only !== undefined ? (this.#display.get(only) ?? null) : null;
  }
}

const normal = (name: string): string => foldWord(name).replaceAll('’', "'").replace(/\s+/g, ' ');

/** True when `a` becomes `b` with at most `allowed` letters added, dropped or changed. */
export function distanceWithin(a: string, b: string, allowed: number): boolean {
  if (Math.abs(a.length - b.length) > allowed) return false;
  let previous = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return (previous[b.length] ?? allowed + 1) <= allowed;
}

/** One name in a list after 'gemeente(n)', with what stands in brackets behind it. */
export interface ListedName extends Span {
  name: string;
  /** The end of the name with its brackets. */
  fullEnd: number;
  remark: string;
  known: NamedMunicipality | null;
}

const capitalised =
  /['’]?(?:s-)?\p{Lu}[\p{L}\p{M}'’-]*(?:[^\S\n]+(?:aan|op|en|van|de|den|der|het|ter|bij)(?:[^\S\n]+de[nr]?)?[^\S\n]+\p{Lu}[\p{L}'’-]*)?/uy;
const bracketed = /\s{0,3}\(([^()]{0,80})\)/y;
const joint = /[^\S\n]{0,3}(?:,\s{0,3}(?:en\s{1,3})?|\s{1,3}en\s{1,3}|[&/;]\s{0,3})/y;

/** Reads 'A, B (onder voorbehoud) en C' from `at` on; stops at the first thing that is no name. */
export function listedNames(text: string, at: number, end: number, index: MunicipalityIndex): ListedName[] {
  const names: ListedName[] = [];
  for (let position = at; position < end;) {
    const known = index.at(text, position);
    const match = known ? null : matchAt(capitalised, text, position);
    // 'Beekdalen en Voerendaal' is two names: a joining 'en' counts only within a known name.
    const raw = known?.name ?? match?.[0].split(/\sen\s/u)[0];
    if (raw === undefined) break;
    const nameEnd = position + raw.length;
    const remark = matchAt(bracketed, text, nameEnd);
    const fullEnd = remark ? nameEnd + remark[0].length : nameEnd;
    if (fullEnd > end) break;
    names.push({ name: raw, start: position, end: nameEnd, fullEnd, remark: remark?.[1] ?? '', known });
    const next = matchAt(joint, text, fullEnd);
    if (!next) break;
    position = fullEnd + next[0].length;
  }
  return names;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
