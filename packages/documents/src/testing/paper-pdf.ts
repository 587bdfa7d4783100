/** Sets a document as a PDF, line by line, the ways PDFs are really made. Nothing is written to disk. */
import PDFDocument from 'pdfkit';
import { paperOf } from './paper-model.ts';
import type { CellBlock, PaperBlock } from './paper-model.ts';

export interface PdfLayout {
  /** Drawn lines around cells; without, columns are only white space. */
  borders?: boolean;
  /** Prose in two columns; tables and lists stay over the whole width. */
  columns?: boolean;
  /** A running head, and a foot with the page number. */
  furniture?: boolean;
  /** Long words broken at the end of a line. */
  hyphens?: boolean;
  justified?: boolean;
  /** Points; a small page breaks in the middle of many cells. */
  page?: [number, number];
  size?: number;
  labelWidth?: number;
  bullet?: string;
  /** Space between rows of a table. */
  padding?: number;
  password?: string;
}

const margin = 56;

export function pdfOf(text: string, layout: PdfLayout = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: layout.page ?? [595.28, 841.89],
    margin,
    autoFirstPage: false,
    ...(layout.password ? { userPassword: layout.password } : {}),
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
  new Setter(pdf, layout).set(paperOf(text));
  pdf.end();
  return done;
}

/** Running text of one paragraph: worth two columns. */
const isLong = (block: PaperBlock): block is Extract<PaperBlock, { kind: 'paragraph' }> =>
  block.kind === 'paragraph' && block.lines.length === 1 && (block.lines[0] ?? '').length > 200;

interface SetLine {
  text: string;
  /** Full lines are stretched when the layout is justified. */
  full: boolean;
}

class Setter {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #layout: PdfLayout;
  readonly #size: number;
  readonly #lead: number;
  #y = margin;
  #page = 0;
  #right = 0;
  #bottom = 0;

  constructor(pdf: PDFKit.PDFDocument, layout: PdfLayout) {
    this.#pdf = pdf;
    this.#layout = layout;
    this.#size = layout.size ?? 11;
    this.#lead = this.#size * 1.25;
  }

  set(blocks: PaperBlock[]): void {
    this.#newPage();
    let before: PaperBlock['kind'] | null = null;
    for (let index = 0; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (!block) break;
      if (before !== block.kind || block.kind === 'paragraph') this.#y += this.#lead * 0.7;
      if (block.kind === 'row') this.#row(block.label, block.value);
      else if (block.kind === 'item') this.#item(block.text, margin, this.#right);
      else if (this.#layout.columns && isLong(block)) {
        const run = [block];
        for (let next = blocks[index + 1]; next && isLong(next); next = blocks[index + 1]) {
          run.push(next);
          index += 1;
        }
        this.#columns(run.map(({ lines }) => lines[0] ?? ''));
      } else for (const line of block.lines) this.#paragraph(line, margin, this.#right);
      before = block.kind;
    }
  }

  #newPage(): void {
    this.#pdf.addPage();
    this.#page += 1;
    this.#pdf.font('Helvetica').fontSize(this.#size);
    this.#right = this.#pdf.page.width - margin;
    this.#bottom = this.#pdf.page.height - margin;
    if (this.#layout.furniture) {
      const { height } = this.#pdf.page;
      this.#put('Vastgesteld door het college, versie 3', margin, 28);
      this.#put(`Pagina ${this.#page}`, this.#right - 60, height - 34);
    }
    this.#y = margin;
  }

  #room(): void {
    if (this.#y + this.#lead > this.#bottom) this.#newPage();
  }

  #put(text: string, x: number, y: number, width?: number): void {
    const gaps = text.split(' ').length - 1;
    const wordSpacing =
      width !== undefined && gaps > 0 ? Math.min(4, (width - this.#pdf.widthOfString(text)) / gaps) : 0;
    this.#pdf.text(text, x, y, { lineBreak: false, wordSpacing });
  }

  #paragraph(text: string, x: number, right: number): void {
    for (const line of this.#broken(text, right - x)) {
      this.#room();
      this.#line(line, x, this.#y, right);
      this.#y += this.#lead;
    }
  }

  #line(line: SetLine, x: number, y: number, right: number): void {
    this.#put(line.text, x, y, this.#layout.justified && line.full ? right - x : undefined);
  }

  #item(text: string, x: number, right: number): void {
    for (const [index, line] of this.#broken(text, right - x - 16).entries()) {
      this.#room();
      if (index === 0) this.#put(this.#layout.bullet ?? '•', x, this.#y);
      this.#line(line, x + 16, this.#y, right);
      this.#y += this.#lead;
    }
  }

  /** Two columns: the lines divided in halves, each read from top to bottom. */
  #columns(paragraphs: string[]): void {
    const width = (this.#right - margin - 24) / 2;
    const lines = paragraphs.flatMap((text, index): (SetLine | null)[] => [
      ...(index > 0 ? [null] : []),
      ...this.#broken(text, width),
    ]);
    while (lines.length > 0) {
      this.#room();
      const room = Math.floor((this.#bottom - this.#y) / this.#lead);
      const half = Math.min(room, Math.ceil(lines.length / 2));
      const top = this.#y;
      for (const x of [margin, margin + width + 24]) {
        const part = lines.splice(0, half);
        part.forEach((line, index) => line && this.#line(line, x, top + index * this.#lead, x + width));
      }
      this.#y = top + half * this.#lead;
    }
  }

  /** Label beside value, line by line; a row that does not fit goes on over the page. */
  #row(label: string, value: CellBlock[]): void {
    const labelWidth = this.#layout.labelWidth ?? 130;
    const x = margin + labelWidth + 14;
    const padding = this.#layout.padding ?? 4;
    const labels = this.#broken(label, labelWidth);
    const values = value.flatMap(({ kind, text }) =>
      this.#broken(text, this.#right - x - (kind === 'item' ? 16 : 0)).map((line, index) => ({
        ...line,
        item: kind === 'item',
        first: index === 0,
      })),
    );
    let top = this.#y;
    const edge = (y: number): void =>
      void this.#pdf
        .moveTo(margin - 5, y)
        .lineTo(this.#right + 5, y)
        .stroke();
    const closeBox = (): void => {
      if (!this.#layout.borders) return;
      edge(top);
      edge(this.#y + padding / 2);
      for (const side of [margin - 5, x - 7, this.#right + 5]) {
        this.#pdf
          .moveTo(side, top)
          .lineTo(side, this.#y + padding / 2)
          .stroke();
      }
    };
    this.#y += padding / 2;
    for (let index = 0; index < Math.max(labels.length, values.length); index += 1) {
      if (this.#y + this.#lead > this.#bottom) {
        closeBox();
        this.#newPage();
        top = this.#y;
        this.#y += padding / 2;
      }
      const line = values[index];
      const words = labels[index];
      if (words) this.#line({ ...words, full: false }, margin, this.#y, x);
      if (line?.item && line.first) this.#put(this.#layout.bullet ?? '•', x, this.#y);
      if (line) this.#line(line, line.item ? x + 16 : x, this.#y, this.#right);
      this.#y += this.#lead;
    }
    closeBox();
    this.#y += padding / 2;
  }

  #broken(text: string, width: number): SetLine[] {
    const lines: SetLine[] = [];
    let line = '';
    const fits = (more: string): boolean => this.#pdf.widthOfString(more) <= width;
    for (const word of text.split(' ')) {
      const whole = line === '' ? word : `${line} ${word}`;
      if (fits(whole)) {
        line = whole;
        continue;
      }
      let rest = word;
      for (const part of this.#breaks(word)) {
        const begun = line === '' ? part : `${line} ${part}`;
        if (!fits(begun)) continue;
        line = begun;
        rest = word.slice(part.endsWith('-') && !word.startsWith(part) ? part.length - 1 : part.length);
        break;
      }
      if (line !== '') lines.push({ text: line, full: true });
      line = rest;
    }
    if (line !== '') lines.push({ text: line, full: false });
    return lines;
  }

  /** Where a word may be broken, the longest part first: behind its own hyphen or slash, or anywhere with one added. */
  #breaks(word: string): string[] {
    const own = [...word.matchAll(/(?<=\p{L})[-/](?=\p{L})/gu)].map(({ index }) => word.slice(0, index + 1));
    const syllables = /[aeiou]{1,2}[bdfgklmnprst](?=[bdfgklmnprst][aeiou])/g;
    const added =
      this.#layout.hyphens && /^\p{Ll}{8,}$/u.test(word)
        ? [...word.matchAll(syllables)].map(({ index, 0: part }) => `${word.slice(0, index + part.length)}-`)
        : [];
    return [...own, ...added].sort((a, b) => b.length - a.length);
  }
}
