import { describe, expect, it } from 'vitest';
import { candidatesIn, excerpt, mark, passageOf, type Pattern } from './highlight.ts';

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

describe('a passage', () => {
  const plain = (word: string) => word.replace(/en$/, '');
  const piece = (body: string, patterns: Pattern[]) =>
    passageOf(body, candidatesIn(body, patterns), patterns, plain);
  const filler = 'Dit gaat nergens over. '.repeat(30);

  it('is a short piece around the first place that matches, marked, with what was left out said', () => {
    const found = piece(`${filler}Hier staat het boek. ${filler}`, [
      { words: [{ stem: 'boek' }], own: true },
    ]);
    expect(found?.filter(({ marked }) => marked)).toEqual([{ text: 'boek', marked: true }]);
    const text = (found ?? []).map((each) => each.text).join('');
    expect(text).toMatch(/^… .*staat het boek\..* …$/);
    expect(text.length).toBeLessThan(300);
  });

  it('begins where all words of a phrase stand, not where the first of them does', () => {
    const phrase: Pattern = { words: [{ form: 'passend' }, { form: 'onderwijs' }], own: true };
    const found = piece(`Een passend antwoord. ${filler}Over passend onderwijs.`, [phrase]);
    expect(found?.filter(({ marked }) => marked)).toEqual([{ text: 'passend onderwijs', marked: true }]);
  });

  it('is found whatever the accents, capitals and inflection', () => {
    const found = piece('Veel IDEEËN en één Écht idee.', [{ words: [{ stem: 'echt' }], own: true }]);
    expect(found?.filter(({ marked }) => marked)).toEqual([{ text: 'Écht', marked: true }]);
    expect(piece('Alle boeken.', [{ words: [{ stem: 'boek' }], own: true }])).not.toBeNull();
  });

  it('is none where nothing matches', () => {
    expect(piece(`${filler}boer`, [{ words: [{ stem: 'boek' }], own: true }])).toBeNull();
    expect(piece('', [{ words: [{ prefix: 'boe' }], own: true }])).toBeNull();
  });
});
