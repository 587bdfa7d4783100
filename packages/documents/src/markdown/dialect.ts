/**
 * The dialect of long texts (packages/core/decisions, 'The dialect of long texts'): paragraphs, headings, lists,
 * emphasis, links and tables of CommonMark, read by markdown-it. Whatever else CommonMark knows stays the characters that
 * were typed. Pages, the editor, search and paper read texts with this one instance, so that they never disagree.
 */
import createMarkdownIt, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';

export type { Token };

/** Addresses a link may have; a scheme without its slashes is none. */
const allowedAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i;

export const isAllowedAddress = (address: string): boolean => allowedAddress.test(address);

const rules = {
  block: ['table', 'list', 'heading', 'hr', 'paragraph'],
  inline: ['text', 'newline', 'escape', 'emphasis', 'link', 'autolink', 'linkify'],
  afterwards: ['balance_pairs', 'emphasis', 'fragments_join'],
  core: ['normalize', 'block', 'inline', 'linkify', 'text_join'],
} as const;

/** The tokens of one paragraph that says `words` and nothing more. */
function paragraph(state: StateCore, from: Token, words: string): Token[] {
  const [open, inline, close] = [
    new state.Token('paragraph_open', 'p', 1),
    new state.Token('inline', '', 0),
    new state.Token('paragraph_close', 'p', -1),
  ] as const;
  open.level = close.level = from.level;
  inline.level = from.level + 1;
  open.map = inline.map = from.map;
  inline.content = words;
  inline.children = [];
  open.block = inline.block = close.block = true;
  return [open, inline, close];
}

const closing: Readonly<Record<string, string>> = {
  heading_open: 'heading_close',
  table_open: 'table_close',
};

/**
 * Rules across the page, and headings and tables inside a list, are no part of the dialect: the lines are shown as they
 * were typed. (They are read as blocks first, because otherwise '- - -' would be a list in a list in a list.)
 */
function keepLiteral(state: StateCore): void {
  const lines = state.src.split('\n');
  const kept: Token[] = [];
  for (let at = 0; at < state.tokens.length; at += 1) {
    const token = state.tokens[at] as Token;
    const closes = closing[token.type];
    if (token.type !== 'hr' && (closes === undefined || token.level === 0)) {
      kept.push(token);
      continue;
    }
    const [from, to] = token.map ?? [0, 0];
    const typed = lines.slice(from, to).map((line) => line.trim());
    // The first line may still carry the mark of its list item.
    if (closes !== undefined || token.level > 0)
      typed[0] = (typed[0] ?? '').replace(/^(?:(?:[-+*]|\d{1,9}[.)])\s+)+(?=\S)/, '');
    kept.push(...paragraph(state, token, typed.join('\n')));
    while (closes !== undefined && state.tokens[at]?.type !== closes) at += 1;
  }
  state.tokens = kept;
}

function createDialect(): MarkdownIt {
  const markdown = new createMarkdownIt('zero', { html: false, linkify: true, breaks: true, maxNesting: 20 });
  markdown.block.ruler.enableOnly([...rules.block]);
  markdown.inline.ruler.enableOnly([...rules.inline]);
  markdown.inline.ruler2.enableOnly([...rules.afterwards]);
  markdown.core.ruler.enableOnly([...rules.core]);
  markdown.core.ruler.after('block', 'keep_literal', keepLiteral);
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  for (const scheme of ['ftp:', '//']) markdown.linkify.add(scheme, null);
  markdown.validateLink = isAllowedAddress;
  return markdown;
}

/** Reads a text: paragraphs, headings, lists, tables; every line end is a line end. */
export const dialect = createDialect();

function createWatch(): MarkdownIt {
  const markdown = createDialect();
  markdown.set({ html: true });
  markdown.block.ruler.enable('html_block');
  markdown.inline.ruler.enable(['html_inline', 'image']);
  markdown.validateLink = () => true;
  return markdown;
}

/** Reads the same and more, to see what somebody tried: HTML, pictures and links of any kind. */
export const watch = createWatch();
