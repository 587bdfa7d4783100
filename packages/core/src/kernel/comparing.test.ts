import { describe, expect, it } from 'vitest';
import { compareByField, differingFields } from './comparing.ts';
import { createMarking } from './marking-words.ts';
import type { FieldDifference, MarkedWords } from './versions.ts';

const markWords = (before: string, after: string) => createMarking()(before, after);

const without = (kind: MarkedWords['kind'], words: readonly MarkedWords[]) =>
  words
    .filter((each) => each.kind !== kind)
    .map(({ text }) => text)
    .join('');
const told = (words: readonly MarkedWords[]) =>
  words.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]).join('');
const at = (differences: readonly FieldDifference[], ...path: string[]) =>
  differences.find((each) => each.path.join('/') === path.join('/'));

const pieces = ['kind', 'lezen ', ' en', '\n\n', 'de', ',', '**school**', 'é', '👋🏽', '- ', '\n'];
/** Texts of up to forty pieces; the same in every run. */
function texts(count: number): string[] {
  let state = 11;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
  const text = () => Array.from({ length: next(40) }, () => pieces[next(pieces.length)] ?? '').join('');
  return Array.from({ length: count }, text);
}

describe('the words of two texts', () => {
  it('give back both texts exactly, whatever changed', () => {
    const all = texts(600);
    for (const [at, before] of all.entries()) {
      const after = all[(at + 1) % all.length] ?? '';
      const words = markWords(before, after);
      expect(without('added', words)).toBe(before);
      expect(without('removed', words)).toBe(after);
    }
  });

  it('are marked where they differ, and a small word between two changes goes with them', () => {
    expect(told(markWords('Elke week leest een kind thuis.', 'Elke dag leest een kind thuis.'))).toBe(
      'Elke -week-+dag+ leest een kind thuis.',
    );
    expect(told(markWords('Lezen met opa en oma op school', 'Lezen met vader en moeder op school'))).toBe(
      'Lezen met -opa en oma-+vader en moeder+ op school',
    );
  });

  it('are replaced whole when there is little in common, and when they are one word each', () => {
    const words = markWords(
      'Elke week een uur voorlezen in de klas.',
      'Ouders krijgen thuis bezoek van vrijwilligers.',
    );
    expect(words.map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(told(markWords('2024-01-31', '2025-01-31'))).toBe('-2024-01-31-+2025-01-31+');
  });

  it('cost no more over many fields than over one: what comes too late is replaced whole, alike every time', () => {
    const shuffled = (seed: number) =>
      Array.from({ length: 1500 }, (_, at) => ((at * seed) % 97) % 7)
        .map((each) => ['een', 'kind', 'leest', 'thuis', 'met', 'vader', 'elke'][each])
        .join(' ');
    const small = { text: 'Elke week leest een kind thuis.' };
    const [before, after] = [11, 13].map((seed) => ({
      ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`field${at}`, shuffled(seed + at)])),
      last: seed === 11 ? small.text : 'Elke dag leest een kind thuis.',
    }));
    const compared = compareByField(before ?? {}, after ?? {});
    expect(compared.map(({ words }) => words.length)).toEqual(Array.from({ length: 9 }, () => 2));
    expect(compareByField(before ?? {}, after ?? {})).toEqual(compared);
    // On its own the last one is marked by its words.
    expect(told(markWords(small.text, 'Elke dag leest een kind thuis.'))).toContain('-week-+dag+');
  });
});

describe('two contents', () => {
  it('are the same when nothing changed, and empty fields are not told', () => {
    const content = {
      title: 'Lezen',
      goal: '',
      pupils: null,
      themes: ['taal'],
      target: { value: 7, unit: '' },
    };
    const differences = compareByField(content, structuredClone(content));
    expect(differences.map(({ path, kind }) => [path.join('/'), kind])).toEqual([
      ['title', 'same'],
      ['themes/1', 'same'],
      ['target/value', 'same'],
    ]);
    expect(differingFields(content, structuredClone(content))).toEqual([]);
  });

  it('say of each field whether it was added, removed or changed', () => {
    const [before, after] = [
      { title: 'Lezen', goal: '', funding: 'Eigen geld', ageFrom: 4 },
      { title: 'Lezen', goal: 'Meer plezier', funding: '', ageFrom: 6 },
    ];
    const differences = compareByField(before, after);
    expect(differences.map(({ path, kind }) => [path[0], kind])).toEqual([
      ['title', 'same'],
      ['goal', 'added'],
      ['funding', 'removed'],
      ['ageFrom', 'changed'],
    ]);
    expect(differingFields(before, after)).toEqual(['goal', 'funding', 'ageFrom']);
  });

  it('match the items of a list by their key, and notice that one moved', () => {
    const goal = (key: string, title: string) => ({ key, title, parent: null });
    const differences = compareByField(
      {
        goals: [
          goal('aaaaaa', 'Lezen'),
          goal('bbbbbb', 'Rekenen'),
          goal('cccccc', 'Sport'),
          goal('dddddd', 'Muziek'),
        ],
      },
      {
        goals: [
          goal('cccccc', 'Sport en spel'),
          goal('aaaaaa', 'Lezen'),
          goal('dddddd', 'Muziek'),
          goal('eeeeee', 'Dans'),
        ],
      },
    );
    const items = differences.filter(({ path }) => path.length === 2);
    expect(items.map(({ path, kind, moved }) => [path[1], kind, moved])).toEqual([
      ['cccccc', 'changed', true],
      ['aaaaaa', 'same', false],
      ['bbbbbb', 'removed', false],
      ['dddddd', 'same', false],
      ['eeeeee', 'added', false],
    ]);
    expect(told(at(differences, 'goals', 'cccccc', 'title')?.words ?? [])).toContain('Sport');
    expect(at(differences, 'goals', 'cccccc', 'key')).toBeUndefined();
  });

  it('match items without a key by what makes them the same, and else by what they say', () => {
    const results = (...texts: string[]) => ({
      results: texts.map((each) => ({ text: each, target: null })),
    });
    const differences = compareByField(
      results('Elf scholen doen mee aan het voorlezen', 'Er is een kindcentrum', 'Alle ouders komen'),
      results('Er is een kindcentrum', 'Twaalf scholen doen mee aan het voorlezen', 'Iets heel anders'),
    );
    expect(
      differences.filter(({ path }) => path.length === 2).map(({ path, kind }) => [path[1], kind]),
    ).toEqual([
      ['1', 'same'],
      ['2', 'changed'],
      ['was-3', 'removed'],
      ['3', 'added'],
    ]);
    const identify = (list: string, item: Readonly<Record<string, unknown>>) =>
      list === 'signatories' ? String(item['role']) : null;
    const signed = (role: string, date: string) => ({ signatories: [{ role, date }] });
    const dated = compareByField(
      signed('Wethouder onderwijs', '2024-01-01'),
      signed('Wethouder onderwijs', '2026-06-30'),
      { identify },
    );
    expect(at(dated, 'signatories', '1')?.kind).toBe('changed');
    expect(at(dated, 'signatories', '1', 'date')?.kind).toBe('changed');
  });

  it('never mistake one key for another, however alike the items are', () => {
    const action = (key: string) => ({ actions: [{ key, text: 'Een leesclub op elke school' }] });
    const differences = compareByField(action('aaaaaa'), action('bbbbbb'));
    expect(differences.filter(({ path }) => path.length === 2).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });

  it('do not call a list changed of which only the order changed, where order says nothing', () => {
    const [before, after] = [{ themes: ['a', 'b', 'c'] }, { themes: ['c', 'a', 'b'] }];
    expect(differingFields(before, after)).toEqual(['themes']);
    expect(differingFields(before, after, { unordered: new Set(['themes']) })).toEqual([]);
  });

  it('mark the parts of an item that came or went', () => {
    const differences = compareByField(
      { goals: [] },
      { goals: [{ key: 'aaaaaa', title: 'Lezen', results: [{ text: 'Elf scholen' }] }] },
    );
    expect(differences.map(({ path, kind }) => [path.join('/'), kind])).toEqual([
      ['goals/aaaaaa', 'added'],
      ['goals/aaaaaa/title', 'added'],
      ['goals/aaaaaa/results/1', 'added'],
      ['goals/aaaaaa/results/1/text', 'added'],
    ]);
  });
});
