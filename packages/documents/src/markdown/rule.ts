/** What a long text may hold, and the form in which it is kept. */
import { dialect, isAllowedAddress, watch, type Token } from './dialect.ts';

/** Why a text is refused. */
export type MarkdownProblem =
  'markdown_html' | 'markdown_link' | 'markdown_image' | 'markdown_depth' | 'markdown_table';

/** Lists in lists, emphasis in emphasis, and the size of a table: more than any text of ours needs. */
export const limits = { lists: 3, inline: 6, columns: 10, rows: 100 } as const;

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** An address without what browsers leave out while they read its scheme. */
const bare = (address: string): string => {
  let read = address;
  try {
    read = decodeURIComponent(address);
  } catch {
    // Half an escape: judged as it stands.
  }
  return read.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
};

/** `javascript:` and its like. What names no scheme at all is no link to the dialect, but words. */
const leadsElsewhere = (address: string): boolean => !isAllowedAddress(address) && scheme.test(bare(address));

function problemInLine(children: readonly Token[]): MarkdownProblem | null {
  let depth = 0;
  for (const token of children) {
    if (token.type === 'html_inline') return 'markdown_html';
    if (token.type === 'image') return 'markdown_image';
    if (token.type === 'link_open' && leadsElsewhere(String(token.attrGet('href') ?? '')))
      return 'markdown_link';
    depth += token.nesting;
    if (depth > limits.inline) return 'markdown_depth';
  }
  return null;
}

const delimiters = /^[-:| \t]*$/;

/** Counted in the lines before anything is read: a reader fills short rows up, and so a small text grows large. */
function hasLargeTable(text: string): boolean {
  let rows = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') rows = 0;
    else if (rows > 0) rows += 1;
    if (line.includes('|') && line.includes('-') && delimiters.test(line)) {
      if ((line.match(/-+/g)?.length ?? 0) > limits.columns) return true;
      rows ||= 1;
    }
    if (rows > limits.rows) return true;
  }
  return false;
}

/** The first thing in a text that may not be in it; null when all is well. */
function problemIn(text: string): MarkdownProblem | null {
  if (hasLargeTable(text)) return 'markdown_table';
  let lists = 0;
  for (const token of watch.parse(text, {})) {
    if (token.type === 'html_block') return 'markdown_html';
    if (/^(bullet|ordered)_list_/.test(token.type)) lists += token.nesting;
    if (lists > limits.lists) return 'markdown_depth';
    const problem = token.type === 'inline' ? problemInLine(token.children ?? []) : null;
    if (problem) return problem;
  }
  return null;
}

/** Bullets as people copy them from elsewhere, private signs of symbol fonts among them. */
const copiedBullet = /^([ \t]*)[•◦▪●‣\uf0b7\uf0a7][ \t\u00a0]+/u;

/** Without blanks at its end; a pattern would look from each of ten thousand blanks whether it is the last. */
function withoutTail(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}

/** Line ends, letters in one form, no blanks at the end, one empty line at most, bullets of one make. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => withoutTail(line).replace(copiedBullet, '$1- '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');

/**
 * Headings stand below those of the page: two levels, 3 and 4, and no 4 before there was a 3. Only their marks change.
 */
function withLevels(text: string): string {
  const headings = dialect.parse(text, {}).filter(({ type }) => type === 'heading_open');
  const top = Math.min(...headings.map(({ tag }) => Number(tag.slice(1))));
  const lines = text.split('\n');
  let begun = false;
  for (const { tag, map } of headings) {
    const at = map?.[0] ?? 0;
    const below = begun && Number(tag.slice(1)) > top;
    begun = true;
    lines[at] = (lines[at] ?? '').replace(
      /^( *)#+/,
      (_, indent: string) => `${indent}${below ? '####' : '###'}`,
    );
  }
  return lines.join('\n');
}

/** The form in which a text is kept. Doing it twice changes nothing; words are never touched. */
export const normaliseMarkdown = (text: string): string => withLevels(tidy(text));

/** A text as it is kept, or why it is not; quick whatever it holds. */
export function readMarkdown(text: string): { text: string } | { problem: MarkdownProblem } {
  const tidied = tidy(text);
  const problem = problemIn(tidied);
  return problem === null ? { text: withLevels(tidied) } : { problem };
}
