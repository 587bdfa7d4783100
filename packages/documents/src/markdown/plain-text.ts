/** A text as its words, for comparing, looking for personal data and short views. */
import { dialect, type Token } from './dialect.ts';

function wordsOf(children: readonly Token[]): string {
  return children
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? '\n' : content))
    .join('');
}

/** The words without their marks: a line per line, cells of a table row beside each other, no addresses of links. */
export function plainText(markdown: string): string {
  const lines: string[] = [];
  let cells: string[] | null = null;
  for (const token of dialect.parse(markdown, {})) {
    if (token.type === 'tr_open') cells = [];
    else if (token.type === 'tr_close') {
      lines.push((cells ?? []).filter(Boolean).join(' '));
      cells = null;
    } else if (token.type === 'inline') (cells ?? lines).push(wordsOf(token.children ?? []));
  }
  return lines.join('\n');
}

/** Where the links of a text lead, each once. */
export function addressesIn(markdown: string): string[] {
  const children = dialect.parse(markdown, {}).flatMap((token) => token.children ?? []);
  const opened = children.filter(({ type }) => type === 'link_open');
  return [...new Set(opened.map((token) => String(token.attrGet('href') ?? '')))];
}
