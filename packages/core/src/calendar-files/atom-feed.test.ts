import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed, type AtomEntry } from './atom-feed.ts';

const entry: AtomEntry = {
  id: '7f0c2d4e-1111-4222-8333-944455556666',
  title: 'Samen lezen',
  url: 'https://kansenplein.example/kennissessies/samen-lezen-k7m2p9xqhr',
  publishedAt: new Date('2026-11-20T09:30:00Z'),
  changedAt: new Date('2026-11-21T09:30:00Z'),
  author: 'Gemeente Brunssum',
  summary: 'Donderdag 11 maart 2027.',
};
const feed = (entries: readonly AtomEntry[]) =>
  atomFeed({
    title: 'Kennissessies',
    self: 'https://kansenplein.example/feeds/kennissessies.atom',
    page: 'https://kansenplein.example/kennissessies',
    entries,
  });

const tags = (text: string) => text.match(/<[^>]*>/g);
const contentOf = (text: string, name: string) =>
  new RegExp(`<entry>[\\s\\S]*<${name}[^>]*>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#13;': '\r',
};
const read = (text: string) => text.replace(/&[^;]*;/g, (each) => entities[each] ?? 'unknown entity');

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</title><script>',
        ']]>',
        '&lt;',
        '&',
        '"',
        "'",
        '\u0000',
        '\ud83d',
        '\uffff',
        '\u0085',
        '\r\n',
      ),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

describe('an Atom feed', () => {
  it('holds whatever is typed as text, and what XML cannot hold is left out', () => {
    const shape = tags(feed([entry]));
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const text = feed([{ ...entry, title, summary }]);
        expect(tags(text)).toEqual(shape);
        expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\ufffe\uffff]/u);
        const kept = (typed: string) =>
          typed.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
        expect(read(contentOf(text, 'title'))).toBe(kept(title));
        expect(read(contentOf(text, 'summary'))).toBe(kept(summary));
      }),
      { numRuns: 300 },
    );
  });

  it('says when it last changed: the newest of its entries', () => {
    const newer = { ...entry, changedAt: new Date('2026-11-22T00:00:00Z') };
    expect(feed([entry, newer])).toContain('<updated>2026-11-22T00:00:00.000Z</updated>\n<author>');
  });

  it('has an id, a title, an author and a date of change, also when nothing stands in it', () => {
    for (const name of ['id', 'title', 'author', 'updated']) expect(feed([])).toContain(`<${name}>`);
    expect(feed([])).toBe(feed([]));
  });
});
