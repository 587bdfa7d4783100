// Long texts of others as HTML: read by the dialect, written as the few elements below, and sanitised once more.
import { dialect, isAllowedAddress, normaliseMarkdown, type Token } from '@kansenplein/documents/markdown';
import sanitizeHtml from 'sanitize-html';

/** Text and attributes can hold nothing but these; whatever else came this far is dropped. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'span', 'div'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'rel', { name: 'class', values: ['elsewhere'] }],
    span: [{ name: 'class', values: ['unseen'] }],
    div: [
      { name: 'class', values: ['wide'] },
      { name: 'role', values: ['group'] },
      'aria-label',
      { name: 'tabindex', values: ['0'] },
    ],
    ol: ['start'],
    th: [{ name: 'scope', values: ['col'] }],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 24,
};

const outside = (address: string): boolean => /^https?:/i.test(address);

function openLink(token: Token): string {
  const address = String(token.attrGet('href') ?? '');
  if (!isAllowedAddress(address)) return '';
  const mark = outside(address) ? ' class="elsewhere"' : '';
  return `<a href="${dialect.utils.escapeHtml(address)}" rel="nofollow noopener"${mark}>`;
}

/** Whoever hears the page cannot see the arrow behind the link. */
const elsewhere = '<span class="unseen"> (andere website)</span>';

function writeInline(children: readonly Token[]): string {
  /** Links that are open, innermost last: what closes them. */
  const open: string[] = [];
  return children
    .map((token) => {
      switch (token.type) {
        case 'link_open': {
          const written = openLink(token);
          const leaves = outside(String(token.attrGet('href') ?? ''));
          open.push(written === '' ? '' : `${leaves ? elsewhere : ''}</a>`);
          return written;
        }
        case 'link_close':
          return open.pop() ?? '';
        case 'softbreak':
        case 'hardbreak':
          return '<br>';
        case 'em_open':
        case 'em_close':
        case 'strong_open':
        case 'strong_close':
          return `<${token.nesting < 0 ? '/' : ''}${token.tag}>`;
        default:
          return dialect.utils.escapeHtml(token.content);
      }
    })
    .join('');
}

/**
 * The level a heading of a text has on the page: 3 and 4 as kept below a page's h2, one deeper below an h3. An h6 is
 * the deepest there is.
 */
const levelOf = ({ tag }: Token, below: number): number => Math.min(6, Number(tag.slice(1)) + below - 2);

function writeBlock(token: Token, below: number): string {
  const closes = token.nesting < 0 ? '/' : '';
  if (token.hidden) return '';
  switch (token.type) {
    case 'inline':
      return writeInline(token.children ?? []);
    case 'heading_open':
    case 'heading_close':
      return `<${closes}h${levelOf(token, below)}>`;
    case 'table_open':
      return '<div class="wide" role="group" aria-label="Tabel" tabindex="0"><table>';
    case 'table_close':
      return '</table></div>';
    case 'th_open':
      return '<th scope="col">';
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return start === 1 ? '<ol>' : `<ol start="${start}">`;
    }
    default:
      return `<${closes}${token.tag}>`;
  }
}

/**
 * Safe HTML for a long text that people typed or that was read from a document.
 * @param below level of the heading the text stands under
 */
export function renderMarkdown(text: string, below = 2): string {
  const tokens = dialect.parse(normaliseMarkdown(text), {});
  return sanitizeHtml(tokens.map((token) => writeBlock(token, below)).join(''), allowed);
}
