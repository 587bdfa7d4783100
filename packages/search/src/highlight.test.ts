import { describe, expect, it } from 'vitest';
import { excerpt, mark } from './highlight.ts';

const stemOf = (word: string) => word.replace(/(en|s)$/, '');

describe('marks', () => {
  it('keep every character of the text', () => {
    const text = 'Leerlingen, & <b>leerling</b>: "leerlingen"!';
    const { segments } = mark(text, [{ words: [{ stem: 'leerling' }], own: true }], stemOf);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(segments.filter((segment) => segment.marked).map((segment) => segment.text)).toEqual([
      'Leerlingen',
      'leerling',
      'leerlingen',
    ]);
  });

  it('fall on a sequence only where its words follow one another, and say what was found instead', () => {
    const pattern = { words: [{ stem: 'primair' }, { stem: 'onderwij' }], own: false };
    const found = mark('Onderwijs in het primair onderwijs', [pattern], stemOf);
    expect(found.segments).toEqual([
      { text: 'Onderwijs in het ', marked: false },
      { text: 'primair onderwijs', marked: true },
    ]);
    expect(found).toMatchObject({ own: false, instead: ['primair onderwijs'] });
  });

  it('are none in an empty text', () => {
    expect(mark('', [{ words: [{ form: 'x' }], own: true }], stemOf).segments).toEqual([]);
  });
});

describe('an excerpt', () => {
  const pattern = [{ words: [{ form: 'naald' }], own: true }];

  it('is the whole of a short text', () => {
    expect(excerpt('Kort.', pattern, stemOf)).toBe('Kort.');
  });

  it.each([0, 200, 390])('of a long text holds what matched, at word %i', (at) => {
    const words = Array.from({ length: 400 }, () => 'hooi');
    words[at] = 'naald';
    const cut = excerpt(words.join(' '), pattern, stemOf);
    expect(cut).toContain('naald');
    expect(cut.length).toBeLessThan(420);
    expect(
      cut
        .replaceAll('…', '')
        .trim()
        .split(/\s+/)
        .every((word) => word === 'hooi' || word === 'naald'),
    ).toBe(true);
  });
});
