import { describe, expect, it } from 'vitest';
import type { FieldDifference } from '../wire.ts';
import { valueName } from './labels.ts';
import { abridged, sectionsOf } from './sections.ts';

const difference = (
  path: string,
  kind: FieldDifference['kind'],
  text = '',
  moved = false,
): FieldDifference => ({
  path: path.split('/'),
  kind,
  moved,
  words: text ? [{ kind: kind === 'changed' ? 'added' : kind, text }] : [],
});

describe('what differs', () => {
  it('stands in the order in which it is read, by its Dutch name, with values in words', () => {
    const sections = sectionsOf('intervention', [
      difference('costBand', 'added', 'very_low'),
      difference('themes/1', 'same', 'armoede'),
      difference('themes/2', 'added', 'loopbaan'),
      difference('title', 'same', 'Lezen'),
    ]);
    expect(sections.map(({ label, kind }) => [label, kind])).toEqual([
      ['Titel', 'same'],
      ['Thema’s', 'changed'],
      ['Kosten per leerling', 'added'],
    ]);
    expect(sections[1]?.values.map(({ words }) => words[0]?.text)).toEqual(['Armoede', 'Loopbaan']);
    expect(sections[2]?.words[0]?.text).toBe('Zeer laag');
  });

  it('tells sums by whose they are, with amounts as money and a year as a year', () => {
    const [totals] = sectionsOf('intervention', [
      difference('totals/confirmed', 'changed'),
      difference('totals/confirmed/group', 'same', 'confirmed'),
      difference('totals/confirmed/eurosPerYear', 'changed', '15000'),
      difference('totals/confirmed/withoutAmount', 'changed', '2'),
    ]);
    expect(totals?.label).toBe('Samen');
    expect(totals?.items.map(({ title }) => title)).toEqual(['Zonder voorbehoud']);
    expect(
      totals?.items[0]?.parts.map(({ label, words }) => [label, words[0]?.text.replace('\u00a0', ' ')]),
    ).toEqual([
      ['Geld per jaar', '€ 15.000'],
      ['Gemeenten die geen bedrag noemen', '2'],
    ]);
    expect(valueName('year', '2025')).toBe('2025');
  });

  it('is told of a goal by its number and title, with the parts that changed only', () => {
    const [goals] = sectionsOf('agenda', [
      difference('goals/ab12cd', 'changed', '', true),
      difference('goals/ab12cd/number', 'same', '1.2'),
      difference('goals/ab12cd/title', 'same', 'Samen lezen'),
      difference('goals/ab12cd/intendedResults/1', 'changed'),
      difference('goals/ab12cd/intendedResults/1/text', 'changed', 'Elf scholen'),
      difference('goals/ab12cd/intendedResults/1/target/year', 'added', '2026'),
      difference('goals/ef34gh', 'same'),
      difference('goals/ef34gh/title', 'same', 'Rekenen'),
    ]);
    expect(goals).toMatchObject({ label: 'Doelen', kind: 'changed', sameItems: 1 });
    expect(goals?.items).toMatchObject([{ title: '1.2 Samen lezen', kind: 'changed', moved: true }]);
    expect(goals?.items[0]?.parts.map(({ label }) => label)).toEqual(['Resultaat', 'Jaar']);
  });

  it('is told of an addendum by its title, with its days and signatures in words', () => {
    const [addenda] = sectionsOf('agenda', [
      difference('addenda/ab12cd', 'changed'),
      difference('addenda/ab12cd/title', 'same', 'Ook de avonden'),
      difference('addenda/ab12cd/signedOn', 'added', '2025-03-01'),
      difference('addenda/ab12cd/periodTo', 'added', '2027'),
      difference('addenda/ab12cd/signatories/1', 'added'),
      difference('addenda/ab12cd/signatories/1/role', 'added', 'Wethouder'),
    ]);
    expect(addenda).toMatchObject({ label: 'Aanvullingen', items: [{ title: 'Ook de avonden' }] });
    const parts = addenda?.items[0]?.parts.map(({ label, words }) => [label, words[0]?.text]);
    expect(parts).toEqual([
      ['Ondertekend op', '1 maart 2025'],
      ['Geldt tot en met', '2027'],
      ['Functie', 'Wethouder'],
    ]);
  });

  it('is a change when an item only moved', () => {
    const [actions] = sectionsOf('agenda', [
      difference('actions/ab12cd', 'same', '', true),
      difference('actions/ab12cd/text', 'same', 'Een leesclub'),
    ]);
    expect(actions).toMatchObject({
      kind: 'changed',
      items: [{ title: 'Een leesclub', moved: true, parts: [] }],
    });
  });
});

describe('a long piece that stayed the same', () => {
  const long = 'woord '.repeat(300);
  it('is cut in the middle, and nothing of it is lost', () => {
    const words = [
      { kind: 'added' as const, text: 'Nieuw. ' },
      { kind: 'same' as const, text: long },
      { kind: 'removed' as const, text: 'Oud.' },
    ];
    const pieces = abridged(words, false);
    expect(pieces.length).toBe(5);
    expect(pieces.map(({ text, cut }) => cut ?? text).join('')).toBe(`Nieuw. ${long}Oud.`);
    expect(abridged(words, true)).toEqual(words);
  });

  it('is left whole when nothing in it changed', () => {
    expect(abridged([{ kind: 'same', text: long }], false)).toHaveLength(1);
  });
});
