import { plainText, readMarkdown } from '@kansenplein/documents/markdown';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { markType, nodeType, schema } from './schema.ts';
import { canHold, read, write } from './text.ts';

const paragraph = (...content: (Node | string)[]): Node =>
  nodeType('paragraph').create(
    null,
    content.map((each) => (typeof each === 'string' ? schema.text(each) : each)),
  );
const doc = (...blocks: Node[]): Node => nodeType('doc').create(null, blocks);
const list = (type: 'bullet_list' | 'ordered_list', ...items: Node[][]): Node =>
  nodeType(type).create(
    null,
    items.map((item) => nodeType('list_item').create(null, item)),
  );
const row = (cell: string, words: string[]): Node =>
  nodeType('table_row').create(
    null,
    words.map((each) => nodeType(cell).create(null, each === '' ? null : schema.text(each))),
  );
const table = (head: string[], ...rows: string[][]): Node =>
  nodeType('table').create(null, [
    row('table_header', head),
    ...rows.map((words) => row('table_cell', words)),
  ]);

/** Signs that mean something in Markdown, between words. */
const typed = fc
  .array(
    fc.constantFrom(
      ...[
        'aap',
        'noot',
        ' ',
        '#',
        '-',
        '*',
        '**',
        '_',
        '+',
        '1.',
        '2)',
        '|',
        '---',
        ':-',
        '\\',
        '`',
        '~',
        '>',
        '<b>',
      ],
      ...[
        '<',
        '!',
        '[x]',
        '(y)',
        '[a](https://a.nl)',
        '![a](x)',
        '[a](javascript:x)',
        '&amp;',
        '<!--',
        '=',
        'https://a.nl/b_c',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

describe('what is typed in the editor', () => {
  it('is read back as it was typed, whatever signs are in it', () => {
    const blocks = fc.array(
      fc.oneof(
        typed.map((text) => paragraph(text)),
        typed.map((text) => nodeType('heading').create({ level: 3 }, schema.text(text))),
        fc.tuple(typed, typed).map(([one, two]) => paragraph(one, nodeType('hard_break').create(), two)),
        fc.tuple(typed, typed).map(([one, two]) => list('bullet_list', [paragraph(one)], [paragraph(two)])),
        fc.tuple(typed, typed, typed).map(([a, b, c]) => table([a, b], [c, ''])),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(blocks, (made) => {
        const before = doc(...made);
        const written = write(before);
        // Addresses become links and neighbouring lists one list; the words and where they stand are the same.
        const lines = (of: Node) => of.textBetween(0, of.content.size, '\n', '\n').replace(/\n+/g, '\n');
        expect(lines(read(written))).toBe(lines(before));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never refused for the signs in it', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (texts) => {
        const written = write(doc(...texts.map((text) => paragraph(text))));
        const kept = readMarkdown(written);
        expect(kept).toHaveProperty('text');
        expect(kept).toEqual({ text: written });
      }),
      { numRuns: 2000 },
    );
  });

  it('is written as people write Markdown', () => {
    const strong = [markType('strong').create()];
    const link = [markType('link').create({ href: 'https://a.nl/(b)' })];
    const made = doc(
      nodeType('heading').create({ level: 3 }, schema.text('Kop')),
      paragraph('Een ', schema.text('vet ', strong), 'woord en ', schema.text('een link', link), '.'),
      list('bullet_list', [paragraph('een'), list('ordered_list', [paragraph('diep')])], [paragraph('twee')]),
      table(['A', 'B'], ['1', 'x | y']),
    );
    expect(write(made)).toBe(
      [
        '### Kop',
        '',
        'Een **vet** woord en [een link](https://a.nl/\\(b\\)).',
        '',
        '- een',
        '  1. diep',
        '- twee',
        '',
        '| A | B |',
        '| --- | --- |',
        '| 1 | x \\| y |',
      ].join('\n'),
    );
    expect(plainText(write(made))).toContain('Een vet woord en een link.');
  });

  it('leaves nothing behind when it is empty', () => {
    expect(write(read(''))).toBe('');
    expect(write(doc(paragraph(), nodeType('heading').create({ level: 3 }), paragraph()))).toBe('');
  });
});

describe('what was kept', () => {
  it.each([
    'Een **vet** en *schuin* woord, ***beide***.\nNieuwe regel.',
    '### Kop\n\n#### Kleiner\n\nTekst',
    '- een\n- twee\n  - dieper\n    - diepst\n\n3. drie\n4. vier',
    '- een\n\n  nog een alinea\n\n- twee',
    '| A | B |\n| --- | --- |\n| **1** | [x](https://a.nl) |\n|  | 2 |',
    '<https://a.nl/b_c> en [woord](mailto:post@a.nl)',
    'Wij:\n- lezen\n- schrijven',
  ])('comes back the same from the editor: %j', (text) => {
    expect(canHold(text)).toBe(true);
    expect(read(write(read(text))).eq(read(text))).toBe(true);
  });

  it('of two kinds of bullets becomes one list', () => {
    expect(canHold('- een\n* twee')).toBe(true);
    expect(write(read(write(read('- een\n* twee'))))).toBe('- een\n\n- twee');
  });

  it('keeps its words, in whatever way it was typed by hand', () => {
    const signs = [
      '- ',
      '* ',
      '1. ',
      '# ',
      '**',
      '*',
      '_',
      '\n',
      '\n\n',
      '  ',
      '|',
      '|-|',
      '[a](https://a.nl)',
      'aap',
      'noot',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        if (!canHold(text)) return;
        const words = (of: string) => plainText(of).match(/[a-z]+/g) ?? [];
        expect(words(write(read(text)))).toEqual(words(text));
      }),
      { numRuns: 1000 },
    );
  });
});
