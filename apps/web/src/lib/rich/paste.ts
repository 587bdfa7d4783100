// What is pasted: words and structure stay, everything that word processors add to them goes.

const listSign = /^\s*(?:\(?[0-9ivxa-z]{1,4}[.)])/i;

interface WordItem {
  readonly element: Element;
  readonly level: number;
  readonly ordered: boolean;
}

/** A paragraph of Word that is an item of a list: Word says so only in its own style. */
function wordItem(element: Element): WordItem | null {
  const style = element.getAttribute('style') ?? '';
  const level = /mso-list:[^;"]*\blevel(\d)/i.exec(style)?.[1];
  if (element.localName !== 'p' || level === undefined) return null;
  const sign = [...element.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const ordered = listSign.test(sign?.textContent ?? '');
  sign?.remove();
  return { element, level: Math.min(3, Number(level)), ordered };
}

/** Paragraphs that follow each other become one list, deeper ones lists in their items. */
function gatherWordLists(page: Document): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const element of [...page.querySelectorAll('p')]) {
    const item = wordItem(element);
    if (!item || element.previousElementSibling !== last) open = [];
    last = null;
    if (!item) continue;
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    if ((open.at(-1)?.level ?? 0) < item.level) {
      const list = page.createElement(item.ordered ? 'ol' : 'ul');
      const within = open.at(-1)?.list.lastElementChild;
      if (within) within.append(list);
      else element.before(list);
      open.push({ list, level: item.level });
    }
    const entry = page.createElement('li');
    const words = page.createElement('p');
    words.append(...element.childNodes);
    entry.append(words);
    open.at(-1)?.list.append(entry);
    element.remove();
    last = open[0]?.list ?? null;
  }
}

const blocks = 'p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, table, tbody, tr, td, th';
const unwanted = 'style, script, meta, link, title, img, picture, svg, video, iframe, object, xml, o\\:p';

/** Rows as long as the longest of their table; what is missing is missing at the end. */
function fillRows(page: Document): void {
  for (const table of page.querySelectorAll('table')) {
    const rows = [...table.rows];
    const longest = Math.max(0, ...rows.map(({ cells }) => cells.length));
    for (const row of rows) while (row.cells.length < longest) row.insertCell();
  }
}

/** HTML of the clipboard as the editor reads it: no pictures, no styles, cells of one row and column. */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(unwanted)) element.remove();
  gatherWordLists(page);
  for (const cell of page.querySelectorAll('td, th')) {
    cell.removeAttribute('colspan');
    cell.removeAttribute('rowspan');
    cell.removeAttribute('data-colwidth');
    // A cell is one line: its paragraphs follow each other.
    for (const stop of cell.querySelectorAll('br')) stop.replaceWith(' ');
    for (const block of cell.querySelectorAll(blocks)) {
      if (block.previousSibling) block.before(' ');
      block.replaceWith(...block.childNodes);
    }
  }
  fillRows(page);
  for (const link of page.querySelectorAll('a')) {
    if (!/^(https?:\/\/|mailto:)/i.test(link.getAttribute('href') ?? ''))
      link.replaceWith(...link.childNodes);
  }
  return page.body.innerHTML;
}
