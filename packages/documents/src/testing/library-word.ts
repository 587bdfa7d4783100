/** The same document through a library that writes Word files its own way. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { paperOf } from './paper-model.ts';
import type { CellBlock } from './paper-model.ts';

const lines = (texts: string[]): Paragraph =>
  new Paragraph({
    children: texts.map((text, index) => new TextRun({ text, ...(index > 0 ? { break: 1 } : {}) })),
  });

const item = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });

const inCell = ({ kind, text }: CellBlock): Paragraph => (kind === 'item' ? item(text) : lines([text]));

export async function libraryWordFileOf(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  let rows: TableRow[] = [];
  const close = (): void => {
    if (rows.length > 0) children.push(new Table({ rows }));
    rows = [];
  };
  for (const block of paperOf(text)) {
    if (block.kind === 'row') {
      const cells = [[lines([block.label])], block.value.map(inCell)].map(
        (inside) => new TableCell({ children: inside }),
      );
      rows.push(new TableRow({ children: cells }));
      continue;
    }
    close();
    children.push(block.kind === 'item' ? item(block.text) : lines(block.lines));
  }
  close();
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
