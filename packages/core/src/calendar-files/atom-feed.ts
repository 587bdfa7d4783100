// An Atom feed (RFC 4287): what is new, for who reads along with a program.

/** What XML 1.0 cannot hold at all, not even escaped. */
const notInXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(notInXml, '')
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? '');

export interface AtomEntry {
  /** The row it is of: a reader knows it again by this. */
  readonly id: string;
  readonly title: string;
  /** Address of its page. */
  readonly url: string;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  /** Who it is from. */
  readonly author: string;
  /** Plain text. */
  readonly summary: string;
}

export interface AtomFeed {
  readonly title: string;
  /** Address of this feed, which is also what it is known by. */
  readonly self: string;
  /** Address of the page that shows the same to people. */
  readonly page: string;
  /** Newest first. */
  readonly entries: readonly AtomEntry[];
}

const element = (name: string, text: string, attributes = '') =>
  `<${name}${attributes}>${escaped(text)}</${name}>`;
const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;

const entryText = ({ id, title, url, publishedAt, changedAt, author, summary }: AtomEntry): string =>
  [
    '<entry>',
    element('id', `urn:uuid:${id}`),
    element('title', title),
    link('alternate', 'text/html', url),
    element('published', publishedAt.toISOString()),
    element('updated', changedAt.toISOString()),
    `<author>${element('name', author)}</author>`,
    element('summary', summary, ' type="text"'),
    '</entry>',
  ].join('\n');

/** A feed must say when it changed, also before anything stood in it: this house began in this year. */
const beginning = new Date('2026-01-01T00:00:00Z');

const newestChange = (changes: readonly Date[]): Date =>
  new Date(Math.max(beginning.getTime(), ...changes.map((each) => each.getTime())));

export const atomFeed = ({ title, self, page, entries }: AtomFeed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
    element('id', self),
    element('title', title),
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/html', page),
    element('updated', newestChange(entries.map(({ changedAt }) => changedAt)).toISOString()),
    `<author>${element('name', 'Kansenplein')}</author>`,
    ...entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
