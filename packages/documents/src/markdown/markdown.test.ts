import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, dialect, limits, normaliseMarkdown, plainText, readMarkdown } from './index.ts';

const kept = (text: string): string => {
  const read = readMarkdown(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.text;
};
const typesOf = (text: string): string[] => dialect.parse(text, {}).map(({ type }) => type);

describe('what is refused', () => {
  it.each([
    ['markdown_html', '<script>alert(1)</script>'],
    ['markdown_html', 'tekst <img src=x onerror=alert(1)> tekst'],
    ['markdown_html', 'tekst\n<!-- verborgen -->'],
    ['markdown_html', '- <b>vet</b>'],
    ['markdown_html', '| a | <i>b</i> |\n|---|---|\n| 1 | 2 |'],
    ['markdown_link', '[klik](javascript:alert(1))'],
    ['markdown_link', '[klik](JaVaScRiPt:alert(1))'],
    ['markdown_link', '[klik](java&#115;cript:alert(1))'],
    ['markdown_link', '[klik](java%73cript:alert(1))'],
    ['markdown_link', '[klik](<java\tscript:alert(1)>)'],
    ['markdown_link', '[klik](<\u00a0javascript:alert(1)>)'],
    ['markdown_link', '[klik](data:text/html;base64,PHNjcmlwdD4=)'],
    ['markdown_link', '[klik](vbscript:x)'],
    ['markdown_link', '[klik](file:///etc/passwd)'],
    ['markdown_link', '[klik](https:voorbeeld.nl)'],
    ['markdown_link', '<javascript:alert(1)>'],
    ['markdown_link', '## [kop](javascript:x)'],
    ['markdown_image', '![foto](https://voorbeeld.nl/foto.png)'],
    ['markdown_image', '![foto](data:image/png;base64,AAAA)'],
    ['markdown_depth', '- a\n  - b\n    - c\n      - d'],
    ['markdown_depth', `${'- '.repeat(4)}x`],
    ['markdown_table', `|${'a|'.repeat(11)}\n|${'-|'.repeat(11)}`],
    ['markdown_table', `|a|\n|-|\n${'|1|\n'.repeat(limits.rows)}`],
  ])('%s: %j', (problem, text) => {
    expect(readMarkdown(text)).toEqual({ problem });
  });

  it('of something ten thousand deep or wide is decided within a second', () => {
    const deep: Record<string, string> = {
      lists: `${'- '.repeat(10_000)}x`,
      numbers: `${'1. '.repeat(10_000)}x`,
      stairs: Array.from({ length: 140 }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n'),
      brackets: '['.repeat(10_000),
      pictures: '!['.repeat(10_000),
      stars: '*a '.repeat(10_000),
      bothMarks: '*_'.repeat(10_000),
      quotes: '>'.repeat(10_000),
      tags: '<a '.repeat(10_000),
      comments: '<!--'.repeat(5_000),
      blanks: `${'\t'.repeat(20_000)}a`,
      table: `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|\n'.repeat(7900)}`,
      addresses: 'https://a.nl '.repeat(1500),
    };
    for (const [name, text] of Object.entries(deep)) {
      const before = performance.now();
      readMarkdown(text);
      expect(performance.now() - before, name).toBeLessThan(1000);
    }
  });
});

describe('what is kept', () => {
  it('stays as it is when it is done again, whatever was typed', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '#### ',
        '- ',
        '• ',
        '\u00b7 ',
        '* ',
        '+ ',
        '1. ',
        '2) ',
        '\n',
        '\n\n',
        '\n\n\n',
        '  ',
        '\t',
        '\r\n',
        '\r',
        '|',
        '|-|-|',
      ],
      ...[
        '**',
        '*',
        '_',
        '[a](https://a.nl)',
        '\\',
        '---',
        '***',
        'a',
        'e\u0301',
        '<',
        '>',
        '&amp;',
        '`',
        '===',
        ':',
        '!',
        ')',
      ],
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseMarkdown(text);
        expect(normaliseMarkdown(once)).toBe(once);
        const read = readMarkdown(text);
        if ('text' in read) expect(readMarkdown(read.text)).toEqual(read);
      }),
      { numRuns: 3000 },
    );
  });

  it('loses no word', () => {
    const words = fc.array(
      fc.constantFrom('aap', 'noot', '- mies', '# wim', '\n', '\n\n', '1. zus', '**jet**', '• teun'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ').replace(/ ?\n ?/g, '\n');
        const letters = (of: string) => of.match(/[a-z]+/g) ?? [];
        expect(letters(plainText(normaliseMarkdown(text)))).toEqual(letters(text));
      }),
    );
  });

  it('keeps the lists people typed so far', () => {
    for (const sign of ['- ', '* ', '• ', '\uf0b7\t']) {
      expect(
        typesOf(kept(`Wij:\n${sign}lezen\n${sign}schrijven`)).filter((type) => type.endsWith('_open')),
      ).toEqual([
        'paragraph_open',
        'bullet_list_open',
        ...Array(2).fill(['list_item_open', 'paragraph_open']).flat(),
      ]);
    }
    expect(typesOf(kept('1. eerst\n2. dan'))).toContain('ordered_list_open');
    expect(typesOf(kept('1) eerst\n2) dan'))).toContain('ordered_list_open');
  });

  it('keeps as it was typed what is no formatting here', () => {
    for (const text of [
      '5 < 6 en 7 > 6',
      '> citaat',
      '    vier spaties',
      '`code`',
      '```\nblok\n```',
      'titel\n===',
      'a &amp; b &#x202e; c',
      '[noot]: javascript:x',
      '~~door~~',
      '[tekst](zie onder)',
      '[tekst](/pad)',
      '[tekst](//elders.nl)',
      '- - -',
      'regel\n---',
    ]) {
      expect(kept(text)).toBe(text);
      expect(plainText(text).replace(/\s+/g, ' ')).toBe(text.trim().replace(/\s+/g, ' '));
      expect(addressesIn(text)).toEqual([]);
    }
  });

  it('has headings of level 3, and 4 below a 3', () => {
    expect(kept('# A\n\n## B\n\n###### C')).toBe('### A\n\n#### B\n\n#### C');
    expect(kept('#### Eerst\n\n### Dan')).toBe('### Eerst\n\n### Dan');
    expect(kept('#hashtag en # los')).toBe('#hashtag en # los');
    expect(typesOf('- # Kop in een lijst')).not.toContain('heading_open');
  });

  it('links to the web and to mail', () => {
    expect(addressesIn('[a](https://a.nl) http://b.nl <mailto:post@c.nl> <post@d.nl>')).toEqual([
      'https://a.nl',
      'http://b.nl',
      'mailto:post@c.nl',
      'mailto:post@d.nl',
    ]);
  });
});

describe('the words alone', () => {
  it('leave out marks and addresses', () => {
    const text =
      '### Kop\n\nEen **vet** en *schuin* [woord](https://a.nl).\nRegel twee\n\n- een\n- twee\n\n| A | B |\n|---|---|\n| 1 | 2 |';
    expect(plainText(text)).toBe('Kop\nEen vet en schuin woord.\nRegel twee\neen\ntwee\nA B\n1 2');
  });
});
