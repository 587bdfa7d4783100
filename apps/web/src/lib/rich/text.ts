// Markdown to what the editor holds and back. Read by the same dialect as on the server and on the pages.
import { dialect, isAllowedAddress, normaliseMarkdown } from '@kansenplein/documents/markdown';
import { MarkdownParser, MarkdownSerializer, type MarkdownSerializerState } from 'prosemirror-markdown';
import type { Mark, Node } from 'prosemirror-model';
import { schema } from './schema.ts';

interface Read {
  readonly tag: string;
  readonly hidden: boolean;
  attrGet(name: string): string | number | null;
}

/** A list is tight when the paragraphs of its items are hidden, as the dialect says. */
const isTight = (tokens: readonly Read[], at: number): boolean =>
  tokens.slice(at + 1, at + 3).some(({ hidden }) => hidden);

/** Any address that is no link on the page is none here. */
const addressOf = (token: Read): string => String(token.attrGet('href') ?? '');

// It only calls parse(); its types are of an earlier major version of the same library.
const reader = dialect as unknown as ConstructorParameters<typeof MarkdownParser>[1];

const parser = new MarkdownParser(schema, reader, {
  paragraph: { block: 'paragraph' },
  heading: { block: 'heading', getAttrs: ({ tag }) => ({ level: tag === 'h3' ? 3 : 4 }) },
  bullet_list: { block: 'bullet_list', getAttrs: (_, tokens, at) => ({ tight: isTight(tokens, at) }) },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (token, tokens, at) => ({
      order: Number(token.attrGet('start') ?? 1),
      tight: isTight(tokens, at),
    }),
  },
  list_item: { block: 'list_item' },
  table: { block: 'table' },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: 'table_row' },
  th: { block: 'table_header' },
  td: { block: 'table_cell' },
  softbreak: { node: 'hard_break' },
  hardbreak: { node: 'hard_break' },
  em: { mark: 'em' },
  strong: { mark: 'strong' },
  link: { mark: 'link', getAttrs: (token) => ({ href: addressOf(token) }) },
});

const inCell = (parent: Node): boolean => parent.type.spec['tableRole'] !== undefined;
const linkOf = (node: Node): Mark | undefined => node.marks.find(({ type }) => type.name === 'link');

/** The words are the address itself: written as `<address>`. */
function isBare(link: Mark, parent: Node, at: number): boolean {
  const node = parent.maybeChild(at);
  const next = parent.maybeChild(at + 1);
  const alone = !next || !link.isInSet(next.marks);
  return node?.text === link.attrs['href'] && isAllowedAddress(node?.text ?? '') && alone;
}

/** An address that stands alone; everything else that looks like one is kept from becoming one. */
const address =
  /((?<![^\s(])(?:https?:\/\/|mailto:)(?:[a-z0-9./?=&%#~+,;@$-]|(?<=[a-z0-9])[:_](?=[a-z0-9]))*[a-z0-9/](?=[).,;:!?]*(?:\s|$)))/i;

/**
 * Signs that would be read as formatting, with the sign before them that says they are not.
 * @param ends whether nothing follows these words in their line
 */
function escapeInline(text: string, ends: boolean): string {
  const parts = text.split(address);
  return parts
    .map((part, at) => {
      const alone = at % 2 === 1 && (ends || at < parts.length - 2 || parts[at + 1] !== '');
      if (alone) return part;
      return part
        .replace(/[\\*[\]]/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/<(?=[a-z/!?])/gi, '\\<')
        .replace(/(https?|mailto):/gi, '$1\\:');
    })
    .join('');
}

/** Signs that only mean something where a line begins. */
const escapeLineStart = (text: string): string =>
  text.replace(/^(\s*)([-+#|:])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

function writeText(state: MarkdownSerializerState, node: Node, parent: Node, at: number): void {
  const link = linkOf(node);
  const text = node.text ?? '';
  if (link && isBare(link, parent, at)) return state.text(text, false);
  const before = parent.maybeChild(at - 1);
  const begins = !inCell(parent) && (at === 0 || before?.type.name === 'hard_break');
  const isHeading = parent.type.name === 'heading';
  const next = parent.maybeChild(at + 1);
  let written = escapeInline(text, !next || next.type.name === 'hard_break');
  if (begins && !isHeading) written = escapeLineStart(written);
  if (inCell(parent)) written = written.replaceAll('|', '\\|');
  // '#' at the end of a heading closes it.
  if (isHeading) written = written.replace(/#(?=#*\s*$)/g, '\\#');
  state.text(written, false);
}

function writeTable(state: MarkdownSerializerState, table: Node): void {
  const columns = Math.max(...Array.from(table.children, (row) => row.childCount));
  table.forEach((row, _, at) => {
    state.write('|');
    for (let column = 0; column < columns; column += 1) {
      const cell = row.maybeChild(column);
      state.write(' ');
      if (cell) state.renderInline(cell, false);
      state.write(' |');
    }
    state.ensureNewLine();
    if (at > 0) return;
    state.write(`|${' --- |'.repeat(columns)}`);
    state.ensureNewLine();
  });
  state.closeBlock(table);
}

const serializer = new MarkdownSerializer(
  {
    paragraph(state, node) {
      state.renderInline(node, false);
      state.closeBlock(node);
    },
    heading(state, node) {
      // An empty heading is no heading.
      if (node.content.size === 0) return;
      state.write(`${'#'.repeat(node.attrs['level'] as number)} `);
      state.renderInline(node, false);
      state.closeBlock(node);
    },
    bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
    ordered_list(state, node) {
      const first = node.attrs['order'] as number;
      const widest = String(first + node.childCount - 1).length;
      state.renderList(node, ' '.repeat(widest + 2), (at) => `${first + at}.`.padEnd(widest + 2));
    },
    list_item: (state, node) => state.renderContent(node),
    table: writeTable,
    hard_break(state, _, parent, at) {
      if (at + 1 < parent.childCount) state.text('\n', false);
    },
    text: writeText,
  },
  {
    em: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true },
    strong: { open: '**', close: '**', mixable: true, expelEnclosingWhitespace: true },
    link: {
      open: (_, mark, parent, at) => (isBare(mark, parent, at) ? '<' : '['),
      close(_, mark, parent, at) {
        if (isBare(mark, parent, at - 1)) return '>';
        return `](${(mark.attrs['href'] as string).replace(/[()\\]/g, '\\$&')})`;
      },
      mixable: true,
    },
  },
);

export const read = (markdown: string): Node => parser.parse(normaliseMarkdown(markdown));

export const write = (doc: Node): string => normaliseMarkdown(serializer.serialize(doc));

/** The words line by line, without what stands around them. */
const linesOf = (doc: Node): string => doc.textBetween(0, doc.content.size, '\n', '\n').replace(/\n+/g, '\n');

/** Whether the editor can hold a text without losing a word or a line; otherwise it is better left to the text field. */
export function canHold(markdown: string): boolean {
  const doc = read(markdown);
  const written = write(doc);
  const again = read(written);
  return linesOf(again) === linesOf(doc) && write(again) === written;
}
