/** Markdown-light becomes content and comes back; what is no mark of it stays as it was typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '../form/markdown-text.ts';
import { blocksOfMarkdown } from './blocks.ts';

const again = (text: string): string => markdownOf(blocksOfMarkdown(text));

describe('Plain text passes unchanged', () => {
  it.each([
    'Een regel.',
    'Twee regels\nonder elkaar.',
    'Een alinea.\n\nNog een.',
    'Prijs: € 1.000,00 (excl. btw) & 50% korting; 5 * 3 = 15',
    'PO-VO, én/of, ‘tussen’, “samen”, naïef, één',
    'Zie https://www.gemeente.example/pad_met_streepjes?a=1 voor meer.',
    'nota_bene en een <b>letterlijk</b> teken &amp; meer',
    'Artikel [3] lid 2',
    '- een\n- twee\n  - daaronder\n- drie',
    '1. een\n2. twee',
    '4. vier\n5. vijf',
  ])('%j', (text) => {
    expect(again(text)).toBe(text);
  });
});

describe('Marks become content', () => {
  it('headings, emphasis, links and tables', () => {
    const text =
      '### Kop\n\nIets **vet**, *schuin* en [een adres](https://x.example).\n\n| A | B |\n| --- | --- |\n| 1 |  |';
    expect(again(text)).toBe(text);
    expect(blocksOfMarkdown(text).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table']);
  });

  it('a paragraph that is wholly bold is a heading', () => {
    expect(blocksOfMarkdown('**Kop**')).toEqual(blocksOfMarkdown('# Kop'));
  });

  it('an address that may not be followed is text', () => {
    const linksOf = (text: string): unknown[] =>
      blocksOfMarkdown(text).flatMap((block) =>
        block.kind === 'paragraph' ? block.words.map(({ link }) => link) : [],
      );
    for (const text of [
      '[x](javascript:alert(1))',
      '[x](data:text/html,x)',
      '[x](/binnen)',
      '<ftp://x.example>',
    ])
      expect(
        linksOf(text).every((link) => link === null),
        text,
      ).toBe(true);
    expect(linksOf('[x](mailto:a@b.example)')).toContain('mailto:a@b.example');
  });

  it('invisible and turning characters are left out', () => {
    expect(again('een\u202e twee\u00ad\u200b drie\u0007')).toBe('een twee drie');
  });
});

describe('Hostile text', () => {
  it.each([
    ['quotes and lists ten thousand deep', `${'> '.repeat(10_000)}x`],
    [
      'lists ten thousand deep',
      Array.from({ length: 2000 }, (_unused, n) => `${' '.repeat(n * 2)}- x`).join('\n'),
    ],
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a_'.repeat(7000)],
    ['backslashes', '\\'.repeat(20_000)],
  ])('%s takes no time', (_name, text) => {
    const started = process.cpuUsage();
    blocksOfMarkdown(text);
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });

  it('anything at all becomes content that can be told', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab *_-#[](){}<>|\\`~!1.\n\t&;:/"é'), maxLength: 120 }),
        (text) => {
          expect(typeof again(text)).toBe('string');
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
