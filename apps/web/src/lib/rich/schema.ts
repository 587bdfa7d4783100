// What the editor can hold: exactly the dialect of long texts, so that nothing typed here can be refused or get lost.
import { Schema, type DOMOutputSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const list = (tag: 'ul' | 'ol', attrs: NodeSpec['attrs']): NodeSpec => ({
  group: 'block list',
  content: 'list_item+',
  attrs: { tight: { default: true }, ...attrs },
  parseDOM: [
    {
      tag,
      getAttrs: (element) =>
        tag === 'ol'
          ? { order: Number(element.getAttribute('start') ?? 1) || 1, tight: true }
          : { tight: true },
    },
  ],
  toDOM: ({ attrs: { order } }): DOMOutputSpec =>
    tag === 'ol' && order !== 1 ? [tag, { start: order }, 0] : [tag, 0],
});

/** Lines of a cell or a heading do not break: Markdown has no way to say so. */
const tables = tableNodes({ tableGroup: 'block', cellContent: 'text*', cellAttributes: {} });

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    group: 'block',
    content: 'text*',
    defining: true,
    attrs: { level: { default: 3 } },
    parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag, at) => ({
      tag,
      attrs: { level: at < 3 ? 3 : 4 },
    })),
    toDOM: ({ attrs: { level } }) => [`h${level}`, 0],
  },
  bullet_list: list('ul', {}),
  ordered_list: list('ol', { order: { default: 1 } }),
  list_item: {
    content: 'paragraph (paragraph | list)*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  ...tables,
  text: { group: 'inline' },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
};

const marks: Record<string, MarkSpec> = {
  link: {
    inclusive: false,
    attrs: { href: {} },
    parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) }],
    // In the editor a link is text: following it would leave the page with the text.
    toDOM: ({ attrs: { href } }) => ['a', { href, title: href, rel: 'nofollow noopener' }, 0],
  },
  em: {
    parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }],
    toDOM: () => ['em', 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps everything it copies in a bold that is not bold.
      { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
      { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
    ],
    toDOM: () => ['strong', 0],
  },
};

export const schema = new Schema({ nodes, marks });

/** One node or mark type; a name that is not in the schema is a fault of ours. */
export const nodeType = (name: string) => {
  const type = schema.nodes[name];
  if (!type) throw new Error(name);
  return type;
};
export const markType = (name: string) => {
  const type = schema.marks[name];
  if (!type) throw new Error(name);
  return type;
};
