/** Markdown-light, as the fields hold it, into content. Nothing of it is HTML and nothing fails: plain text is text. */
import { plainRun, tidyBlocks } from '../form/content.ts';
import type { Block, Inline, List, ListItem } from '../form/content.ts';
import { dialect, type Token } from '../markdown/dialect.ts';

/** Content of a field; an empty or blank text has none. Time is linear in the text. */
export function blocksOfMarkdown(text: string): Block[] {
  const tokens = dialect.parse(text.replace(/\r\n?/g, '\n'), {});
  return tidyBlocks(new TokenReader(tokens).blocks());
}

class TokenReader {
  readonly #tokens: Token[];
  #at = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  /** Blocks up to the token that closes the one we are in. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token && token.nesting >= 0; token = this.#next()) {
      if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open')
        blocks.push(this.#list(token));
      else if (token.type === 'table_open') blocks.push(this.#table());
      else if (token.nesting > 0) {
        const words = this.#words();
        blocks.push(
          token.type === 'heading_open'
            ? { kind: 'heading', words, below: token.tag > 'h3' }
            : { kind: 'paragraph', words },
        );
      }
    }
    return blocks;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  /** The inline token of the block that is open, and its end. */
  #words(): Inline {
    const words: Inline = [];
    for (let token = this.#next(); token && token.nesting >= 0; token = this.#next())
      if (token.type === 'inline') words.push(...inlineOf(token.children ?? []));
    return words;
  }

  #list(open: Token): List {
    const items: ListItem[] = [];
    for (let token = this.#next(); token && token.nesting > 0; token = this.#next()) {
      // Paragraphs of one item are lines of it; what hangs below stays below.
      const inside = this.blocks();
      const lists = inside.filter((block) => block.kind === 'list');
      const words = inside.flatMap((block) =>
        block.kind === 'paragraph' || block.kind === 'heading'
          ? [plainRun('\n'), ...block.words]
          : block.kind === 'table'
            ? [block.head, ...block.rows].flatMap((row) => [plainRun('\n'), ...row.flatMap(withSpace)])
            : [],
      );
      items.push({ words, lists });
    }
    const ordered = open.type === 'ordered_list_open';
    return { kind: 'list', ordered, start: ordered ? Number(open.attrGet('start') ?? 1) : 1, items };
  }

  #table(): Block {
    const rows: Inline[][] = [];
    for (let depth = 1; depth > 0;) {
      const token = this.#next();
      if (!token) break;
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(this.#words());
      else depth += token.nesting;
    }
    const [head = [], ...body] = rows;
    return { kind: 'table', head, rows: body };
  }
}

const withSpace = (words: Inline): Inline => [...words, plainRun(' ')];

function inlineOf(children: Token[]): Inline {
  const words: Inline = [];
  let strong = 0;
  let emphasis = 0;
  let link: string | null = null;
  const add = (text: string): void =>
    void words.push({ text, strong: strong > 0, emphasis: emphasis > 0, link });
  // One link is one run, whatever marks are inside it.
  const more = (text: string): void => {
    const last = words.at(-1);
    if (link !== null && last) last.text += text;
    else add(text);
  };
  for (const token of children) {
    if (token.type.startsWith('strong')) strong += token.nesting;
    else if (token.type.startsWith('em_')) emphasis += token.nesting;
    else if (token.type === 'link_open') {
      link = String(token.attrGet('href') ?? '');
      add('');
    } else if (token.type === 'link_close') link = null;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') more(link === null ? '\n' : ' ');
    else more(token.content);
  }
  return words;
}
