/** The form as a tagged PDF (PDF/UA-1): structure, language, title, bookmarks, embedded fonts, page numbers. */
import { formMark } from '../../form/wording.ts';
import { layOutForm } from './flow.ts';
import { colors, paper, textWidth } from './page-model.ts';
import { accessibleDocument, addBookmark, addLink, setAttributes } from './pdfkit-more.ts';
import { Typeface } from './typeface.ts';
import type { FormDocument } from '../form.ts';
import type { Artifact, Element, Page, TextMark } from './page-model.ts';
import type { Style } from './typeface.ts';

export async function writePdf(form: FormDocument): Promise<Uint8Array> {
  const face = new Typeface();
  const pages = layOutForm(form, face);
  if (form.mark !== null) addMark(pages, form.mark, face);
  addFeet(pages, form.shortTitle, face);
  const created = new Date(`${form.writtenOn}T00:00:00Z`);
  const pdf = accessibleDocument({
    pdfVersion: '1.7',
    tagged: true,
    lang: 'nl-NL',
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: form.title,
      Creator: formMark,
      Producer: 'Kansenplein',
      ...(Number.isNaN(created.getTime()) ? {} : { CreationDate: created, ModDate: created }),
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  for (const { style, bytes } of face.fonts()) pdf.registerFont(style, bytes);
  new Drawer(pdf).draw(pages);
  pdf.end();
  return done;
}

/** What must be seen on every page, also on one that is printed alone. */
function addMark(pages: Page[], text: string, face: Typeface): void {
  const size = 10;
  const x = paper.width - paper.right - face.width(text, 'bold', size);
  for (const page of pages)
    page.artifacts.push({ kind: 'words', text, x, y: 30, size, color: colors.ink, bold: true });
}

/** 'Pagina 2 van 14', and what the paper is. */
function addFeet(pages: Page[], title: string, face: Typeface): void {
  const size = 8.5;
  const y = paper.height - 44;
  pages.forEach((page, index) => {
    const number = `Pagina ${index + 1} van ${pages.length}`;
    const room = textWidth - face.width(number, 'regular', size) - 20;
    let short = title;
    while (short !== '' && face.width(`${short}…`, 'regular', size) > room)
      short = short.slice(0, -1).trimEnd();
    const words = { kind: 'words' as const, y, size, color: colors.quiet, bold: false };
    page.artifacts.push(
      { ...words, text: short === title ? title : `${short}…`, x: paper.left },
      { ...words, text: number, x: paper.width - paper.right - face.width(number, 'regular', size) },
    );
    for (const artifact of page.artifacts)
      if (artifact.kind === 'words') face.width(artifact.text, artifact.bold ? 'bold' : 'regular', size);
  });
}

class Drawer {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #elements = new Map<Element, PDFKit.PDFStructureElement>();
  readonly #bookmarks: { level: number; item: PDFKit.PDFOutline }[] = [];

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
  }

  draw(pages: Page[]): void {
    for (const page of pages) {
      this.#pdf.addPage({ size: [paper.width, paper.height], margin: 0 });
      const flat = page.artifacts.filter(({ kind }) => kind !== 'words');
      this.#artifacts(flat, 'Layout');
      for (const { element, y, level } of page.headings) this.#bookmark(element.bookmark ?? '', level, y);
      this.#texts(page.marks);
      this.#artifacts(
        page.artifacts.filter(({ kind }) => kind === 'words'),
        'Pagination',
      );
    }
    this.#root?.end();
  }

  #root: PDFKit.PDFStructureElement | null = null;

  /** Under its parent, in the order in which text first belongs to it. */
  #elementOf(element: Element): PDFKit.PDFStructureElement {
    const known = this.#elements.get(element);
    if (known) return known;
    const options = {
      ...(element.link === null ? {} : { alt: element.link }),
      ...(element.scope === null ? {} : { scope: element.scope }),
    };
    const made = this.#pdf.struct(element.role, options);
    if (element.numbering !== null) setAttributes(made, { O: 'List', ListNumbering: element.numbering });
    this.#elements.set(element, made);
    if (element.parent) this.#elementOf(element.parent).add(made);
    else {
      this.#pdf.addStructure(made);
      this.#root = made;
    }
    return made;
  }

  #texts(marks: TextMark[]): void {
    let open: Element | null = null;
    const close = (): void => {
      if (open) this.#pdf.endMarkedContent();
      open = null;
    };
    for (const mark of marks) {
      if (open !== mark.element || mark.apart) {
        close();
        const element = this.#elementOf(mark.element);
        element.add(this.#pdf.markStructureContent(mark.element.role));
        open = mark.element;
      }
      this.#words(mark.piece.text, mark.x, mark.y, mark.size, mark.color, mark.piece.style);
      if (mark.element.link !== null) this.#link(mark, mark.element.link);
    }
    close();
  }

  #words(text: string, x: number, y: number, size: number, color: string, style: Style): void {
    this.#pdf.font(style).fontSize(size).fillColor(color).text(text, x, y, { lineBreak: false });
  }

  #link({ element, piece, x, y, size }: TextMark, address: string): void {
    addLink(this.#pdf, { x, y, width: piece.width, height: size * 1.3 }, address, this.#elementOf(element));
  }

  #artifacts(list: Artifact[], type: 'Layout' | 'Pagination'): void {
    if (list.length === 0) return;
    const pdf = this.#pdf;
    pdf.markContent('Artifact', { type });
    for (const one of list) {
      if (one.kind === 'fill') pdf.rect(one.x, one.y, one.width, one.height).fill(one.color);
      else if (one.kind === 'line')
        pdf.moveTo(one.x0, one.y).lineTo(one.x1, one.y).lineWidth(one.width).stroke(one.color);
      else if (one.kind === 'upright')
        pdf.moveTo(one.x, one.y0).lineTo(one.x, one.y1).lineWidth(0.5).stroke(one.color);
      else this.#words(one.text, one.x, one.y, one.size, one.color, one.bold ? 'bold' : 'regular');
    }
    pdf.endMarkedContent();
  }

  /** Chapters and what is in them; a level that has none above it hangs at the top. */
  #bookmark(title: string, level: number, y: number): void {
    if (level > 4) return;
    while ((this.#bookmarks.at(-1)?.level ?? 0) >= level) this.#bookmarks.pop();
    const parent = this.#bookmarks.at(-1)?.item ?? this.#pdf.outline;
    const item = addBookmark(parent, title, { top: Math.max(0, y - 12), expanded: level <= 2 });
    this.#bookmarks.push({ level, item });
  }
}
