/** Content as Word's paragraphs, lists and tables. */
import {
  AlignmentType,
  ExternalHyperlink,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { emptyCell, textOf } from '../../form/content.ts';
import { shownLink } from '../../form/markdown-text.ts';
import { cellMargins, fullBorders, labelFill } from './looks.ts';
import type { ILevelsOptions, INumberingOptions, ParagraphChild } from 'docx';
import type { Block, ContentTable, Inline, List, Run } from '../../form/content.ts';

export type Piece = Paragraph | Table;

interface Look {
  bold?: boolean;
  italics?: boolean;
  color?: string;
  style?: string;
}

const bullets = 'opsomming';
const indent = (level: number) => ({ left: 340 * (level + 1), hanging: 300 });

const levelsOf = (format: ILevelsOptions['format'], text: (level: number) => string, start: number) =>
  Array.from({ length: 9 }, (_unused, level): ILevelsOptions => ({
    level,
    format: format ?? LevelFormat.BULLET,
    text: text(level),
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indent(level) } },
  }));

/** Writes content, and keeps the numbering that its lists need. */
export class WordFlow {
  readonly #numbered: { reference: string; levels: ILevelsOptions[] }[] = [];

  numbering(): INumberingOptions {
    const all = { reference: bullets, levels: levelsOf(LevelFormat.BULLET, () => '•', 1) };
    return { config: [all, ...this.#numbered] };
  }

  /** `width` in twips, for tables inside. */
  blocks(blocks: readonly Block[], width: number): Piece[] {
    return blocks.flatMap((block): Piece[] => {
      switch (block.kind) {
        case 'paragraph':
          return [new Paragraph({ children: words(block.words) })];
        case 'heading':
          return [
            new Paragraph({
              children: words(block.words, { bold: true, ...(block.below ? { italics: true } : {}) }),
              keepNext: true,
            }),
          ];
        case 'list':
          return this.#list(block, 0);
        case 'table':
          return [this.#table(block, width), new Paragraph({ spacing: { after: 0, line: 120 } })];
      }
    });
  }

  #list(list: List, level: number): Paragraph[] {
    const depth = Math.min(level, 8);
    const reference = list.ordered ? `nummers-${this.#numbered.length + 1}` : bullets;
    if (list.ordered)
      this.#numbered.push({
        reference,
        levels: levelsOf(LevelFormat.DECIMAL, (at) => `%${at + 1}.`, list.start),
      });
    return list.items.flatMap((item) => [
      new Paragraph({
        children: words(item.words),
        numbering: { reference, level: depth },
        spacing: { after: 60 },
      }),
      ...item.lists.flatMap((below) => this.#list(below, level + 1)),
    ]);
  }

  #table({ head, rows }: ContentTable, width: number): Table {
    const each = Math.floor(width / Math.max(1, head.length));
    const cell = (content: Inline, header: boolean): TableCell =>
      new TableCell({
        children: [
          new Paragraph({
            children:
              textOf(content) === ''
                ? [new TextRun(emptyCell)]
                : words(content, header ? { bold: true } : {}),
            spacing: { after: 0 },
          }),
        ],
        width: { size: each, type: WidthType.DXA },
        ...(header ? { shading: { fill: labelFill } } : {}),
      });
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: each * head.length, type: WidthType.DXA },
      columnWidths: head.map(() => each),
      borders: fullBorders,
      margins: cellMargins,
      tableLook: { firstRow: true, firstColumn: false },
      rows: [
        new TableRow({ children: head.map((one) => cell(one, true)), tableHeader: true, cantSplit: true }),
        ...rows.map((row) => new TableRow({ children: row.map((one) => cell(one, false)), cantSplit: true })),
      ],
    });
  }
}

/** Runs; a link shows its address, because paper cannot be clicked. */
export function words(inline: Inline, look: Look = {}): ParagraphChild[] {
  return inline.flatMap((run): ParagraphChild[] => {
    if (run.link === null) return textRuns(run, run.text, look);
    return [
      new ExternalHyperlink({
        link: run.link,
        children: textRuns(run, shownLink(run.text, run.link), { ...look, style: 'Hyperlink' }),
      }),
    ];
  });
}

function textRuns(run: Run, text: string, look: Look): TextRun[] {
  const marks = {
    ...look,
    ...(run.strong ? { bold: true } : {}),
    ...(run.emphasis ? { italics: true } : {}),
  };
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...marks, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}
