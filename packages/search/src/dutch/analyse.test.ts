import { describe, expect, it } from 'vitest';
import { alsoSearched, analyse } from './analyse.ts';

const words = (text: string) =>
  analyse(text, { literal: false }).groups.map((group) => group.words.map((word) => word.plain));

describe('what somebody typed', () => {
  it('loses its small words, capitals and accents', () => {
    expect(words('De aanpak van de Coördinatie ')).toEqual([['aanpak'], ['coordinatie']]);
  });

  it('is cut at slashes, hyphens and apostrophes', () => {
    expect(words("taal/rekenen 2024-2025 smw-er thema's").flat()).toEqual([
      'taal',
      'rekenen',
      '2024',
      '2025',
      'smw',
      'thema',
      's',
    ]);
  });

  it('keeps the last small word when there is nothing else, as a beginning', () => {
    const [group] = analyse('het de', { literal: false }).groups;
    expect(group).toMatchObject({ words: [{ plain: 'de' }], prefix: true });
  });

  it('recognises the longest label of a concept as one thing', () => {
    const [group, ...rest] = analyse('voor- en vroegschoolse educatie', { literal: false }).groups;
    expect(rest).toEqual([]);
    expect(group?.words.map((word) => word.plain)).toEqual(['vroegschoolse', 'educatie']);
    expect(group?.labels.map((label) => label.text)).toContain('VVE');
  });

  it('tells which synonyms are searched, never the typed one', () => {
    const also = alsoSearched(analyse('PO', { literal: false }));
    expect(also).toContain('primair onderwijs');
    expect(also).not.toContain('po');
  });

  it('searches narrower labels from above only', () => {
    expect(alsoSearched(analyse('po', { literal: false }))).toContain('basisschool');
    expect(alsoSearched(analyse('basisschool', { literal: false }))).toEqual([]);
  });

  it('keeps quoted words together and knows what is not wanted', () => {
    expect(analyse('"passend onderwijs" verzuim -corona -"oude aanpak"', { literal: false })).toMatchObject({
      phrases: [['passend', 'onderwijs']],
      excluded: [['corona'], ['oude', 'aanpak']],
      groups: [{ words: [{ plain: 'verzuim' }] }],
    });
  });

  it('does not take a hyphen inside or behind a word for a minus', () => {
    expect(analyse('po-vo voor- en', { literal: false }).excluded).toEqual([]);
    expect(analyse('a - b', { literal: false }).excluded).toEqual([]);
  });

  it.each([
    ['onderwijsachterst', true],
    ['onderwijsachterst ', true],
    ['po', false],
    ['ta', true],
    ['ta ', false],
    ['gm0899', false],
    ['2024', false],
  ])("'%s' may be the beginning of a word: %s", (text, expected) => {
    expect(analyse(text, { literal: false }).groups[0]?.prefix).toBe(expected);
  });

  it('is taken as typed when that is asked', () => {
    expect(analyse('po kind', { literal: true }).groups).toMatchObject([
      { labels: [], prefix: false, words: [{ plain: 'po', variants: [] }] },
      { labels: [], prefix: false, words: [{ plain: 'kind', variants: [] }] },
    ]);
  });

  it('is limited in length and number of words', () => {
    expect(analyse('woord '.repeat(5000), { literal: false }).groups.length).toBeLessThanOrEqual(16);
    expect(analyse('x'.repeat(10_000), { literal: false }).groups[0]?.words[0]?.plain).toHaveLength(200);
  });
});
