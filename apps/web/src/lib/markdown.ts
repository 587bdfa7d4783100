// Markdown-light: paragraphs, lists, headings, emphasis and links, and nothing else.
// Everything is escaped first; the only tags that can appear are the ones written here.

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Stands for a link that is ready, while the rest of its line is still text: a private-use character nobody types. */
const HELD = '\uE000';

const ALLOWED_ADDRESS = /^(https?:\/\/|mailto:)[^\s<>"']+$/i;

function link(address: string, words: string): string {
  // The address was escaped together with the rest of the line, so it cannot leave its attribute.
  const plain = address.replace(/&amp;/g, '&');
  if (!ALLOWED_ADDRESS.test(plain)) return words;
  return `<a href="${address}" rel="nofollow noopener">${words}</a>`;
}

function inline(escaped: string): string {
  const links: string[] = [];
  const hold = (html: string): string => `${HELD}${links.push(html) - 1}${HELD}`;
  return escaped
    .replaceAll(HELD, '')
    .replace(/\[([^\][]{1,300})\]\(([^()\s]{1,2000})\)/g, (_, words: string, address: string) =>
      hold(link(address, words)),
    )
    .replace(/\bhttps?:\/\/(?:(?!&(?:lt|gt|quot|#39);)[^\s<>()])+[^\s<>().,;:!?&]/gi, (address) =>
      hold(link(address, address.replace(/^https?:\/\//i, ''))),
    )
    .replace(/\*\*(?=\S)([^*]+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])[*_](?=\S)([^*_]+?)[*_](?![\w*])/g, '$1<em>$2</em>')
    .replace(/\uE000(\d+)\uE000/g, (_, at: string) => links[Number(at)] ?? '');
}

const BULLET = /^\s*[-*•]\s+/;
const NUMBERED = /^\s*\d{1,3}[.)]\s+/;
const HEADING = /^(#{1,4})\s+/;

function list(lines: string[], sign: RegExp, tag: 'ul' | 'ol'): string {
  const items: string[] = [];
  for (const line of lines) {
    if (sign.test(line)) items.push(line.replace(sign, ''));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
}

function block(lines: string[]): string {
  const first = lines[0] ?? '';
  if (BULLET.test(first)) return list(lines, BULLET, 'ul');
  if (NUMBERED.test(first)) return list(lines, NUMBERED, 'ol');
  const heading = HEADING.exec(first);
  // Texts stand below the page's own h1 and h2, so their headings begin at h3.
  if (heading) {
    const level = Math.min(6, (heading[1]?.length ?? 1) + 2);
    const rest = lines.slice(1);
    return `<h${level}>${inline(first.replace(HEADING, ''))}</h${level}>${rest.length > 0 ? blocks(rest) : ''}`;
  }
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

function kind(line: string): 'bullet' | 'number' | 'text' {
  return BULLET.test(line) ? 'bullet' : NUMBERED.test(line) ? 'number' : 'text';
}

function blocks(lines: string[]): string {
  const html: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) html.push(block(open));
    open = [];
  };
  for (const line of lines) {
    if (line.trim() === '') {
      close();
      continue;
    }
    const before = open[0];
    const startsList = kind(line) !== 'text' && (before === undefined || kind(before) !== kind(line));
    if (startsList || HEADING.test(line)) close();
    open.push(line);
  }
  close();
  return html.join('');
}

/** Safe HTML for text that people typed or that was read from a document. */
export function renderMarkdown(text: string): string {
  return blocks(escapeHtml(text.replace(/\r\n?/g, '\n')).split('\n'));
}
