/** The form as a Word file: real headings, real lists, header cells, the language set, and a number on each page. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { emptyCell } from '../../form/content.ts';
import { formMark, notFilledIn } from '../../form/wording.ts';
import { WordFlow } from './flow.ts';
import {
  cellMargins,
  fullBorders,
  ink,
  labelFill,
  page,
  quiet,
  styles,
  tableBorders,
  textWidth,
} from './looks.ts';
import type { Piece } from './flow.ts';
import type { Cell, FormDocument, FormPart } from '../form.ts';

export async function writeWord(form: FormDocument): Promise<Uint8Array> {
  const writer = new WordWriter();
  const children = form.parts.flatMap((part) => writer.part(part));
  const document = new Document({
    title: form.title,
    creator: 'Kansenplein',
    lastModifiedBy: 'Kansenplein',
    customProperties: [{ name: 'Formulier', value: formMark }],
    styles,
    numbering: writer.flow.numbering(),
    sections: [
      {
        properties: { page },
        ...(form.mark === null ? {} : { headers: { default: header(form.mark) } }),
        footers: { default: footer(form.shortTitle) },
        children,
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What must be seen on every page, also on one that is printed alone. */
const header = (mark: string): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: mark, bold: true, size: 20, color: ink })],
      }),
    ],
  });

function footer(title: string): Footer {
  const short = title.length > 70 ? `${title.slice(0, 69).trimEnd()}…` : title;
  const look = { size: 17, color: quiet };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ ...look, text: short }),
          new TextRun({ ...look, text: '\tPagina ' }),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
          new TextRun({ ...look, text: ' van ' }),
          new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

const signingHeight = 850;
const labelShare = 0.27;

class WordWriter {
  readonly flow = new WordFlow();

  part(part: FormPart): Piece[] {
    switch (part.kind) {
      case 'heading': {
        const level = headings[part.level - 1] ?? HeadingLevel.HEADING_6;
        return [new Paragraph({ text: part.text === '' ? notFilledIn : part.text, heading: level })];
      }
      case 'flow':
        return this.flow.blocks(part.blocks, textWidth);
      case 'remark':
        return [
          new Paragraph({
            children: [new TextRun({ text: part.text, bold: true })],
            spacing: { before: 120 },
          }),
        ];
      case 'facts':
        return [this.#facts(part.rows), afterTable()];
      case 'table':
        return [this.#table(part), afterTable()];
    }
  }

  #facts(rows: Extract<FormPart, { kind: 'facts' }>['rows']): Table {
    const widths = [Math.round(textWidth * labelShare), textWidth - Math.round(textWidth * labelShare)];
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: tableBorders,
      margins: cellMargins,
      tableLook: { firstRow: false, firstColumn: true },
      rows: rows.map(
        ({ label, cell }) =>
          new TableRow({
            children: [headerCell(label, widths[0] ?? 0), this.#cell(cell, widths[1] ?? 0, notFilledIn)],
          }),
      ),
    });
  }

  #table({ columns, rows, forSigning }: Extract<FormPart, { kind: 'table' }>): Table {
    const widths = columns.map(({ share }) => Math.round(textWidth * share));
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: forSigning ? fullBorders : tableBorders,
      margins: cellMargins,
      tableLook: { firstRow: true, firstColumn: false },
      rows: [
        new TableRow({
          children: columns.map(({ label }, index) => headerCell(label, widths[index] ?? 0)),
          tableHeader: true,
          cantSplit: true,
        }),
        ...rows.map(
          (cells) =>
            new TableRow({
              children: cells.map((cell, index) =>
                this.#cell(
                  cell,
                  widths[index] ?? 0,
                  forSigning && index === cells.length - 1 ? '' : emptyCell,
                ),
              ),
              cantSplit: forSigning,
              ...(forSigning ? { height: { value: signingHeight, rule: 'atLeast' as const } } : {}),
            }),
        ),
      ],
    });
  }

  #cell(cell: Cell, width: number, otherwise: string): TableCell {
    const empty = new Paragraph({
      children: [
        new TextRun({
          text: otherwise,
          color: quiet,
          ...(otherwise === notFilledIn ? { italics: true } : {}),
        }),
      ],
    });
    return new TableCell({
      children: cell.length > 0 ? this.flow.blocks(cell, width - 260) : [empty],
      width: { size: width, type: WidthType.DXA },
    });
  }
}

const headerCell = (label: string, width: number): TableCell =>
  new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: label, bold: true })] })],
    width: { size: width, type: WidthType.DXA },
    shading: { fill: labelFill },
    verticalAlign: VerticalAlign.TOP,
  });

/** Word would join a table to the next one. */
const afterTable = (): Paragraph => new Paragraph({ spacing: { after: 60, line: 160 } });
