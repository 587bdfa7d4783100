/** Builds tables while a Word file is read: rows, merged cells, tables in cells, deleted rows. */
import type { Block, Row } from '../blocks.ts';

interface OpenCell {
  blocks: Block[];
  /** Goes on with the cell above it (vertically merged). */
  continues: boolean;
  dropped: boolean;
}

interface OpenTable {
  rows: Row[];
  cells: OpenCell[];
  dropped: boolean;
  header: boolean;
  number: number;
}

export class TableBuilder {
  readonly #blocks: Block[] = [];
  readonly #tables: OpenTable[] = [];
  #count = 0;

  open(name: 'w:tbl' | 'w:tr' | 'w:tc'): void {
    const table = this.#tables.at(-1);
    if (name === 'w:tbl') {
      this.#count += 1;
      this.#tables.push({ rows: [], cells: [], dropped: false, header: false, number: this.#count });
    } else if (name === 'w:tr' && table) Object.assign(table, { cells: [], dropped: false, header: false });
    else table?.cells.push({ blocks: [], continues: false, dropped: false });
  }

  /** A block of the cell that is open, or of the document. */
  add(block: Block): void {
    (this.#tables.at(-1)?.cells.at(-1)?.blocks ?? this.#blocks).push(block);
  }

  continueCell(): void {
    const cell = this.#tables.at(-1)?.cells.at(-1);
    if (cell) cell.continues = true;
  }

  /** This row is repeated as the heading of its table. */
  markHeader(): void {
    const table = this.#tables.at(-1);
    if (table) table.header = true;
  }

  dropRow(): void {
    const table = this.#tables.at(-1);
    if (table) table.dropped = true;
  }

  dropCell(): void {
    const cell = this.#tables.at(-1)?.cells.at(-1);
    if (cell) cell.dropped = true;
  }

  close(name: 'w:tbl' | 'w:tr' | 'w:tc'): void {
    if (name === 'w:tr') this.#endRow();
    if (name !== 'w:tbl') return;
    const table = this.#tables.pop();
    for (const row of table?.rows ?? []) this.add(row);
  }

  finish(): Block[] {
    return this.#blocks;
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table || table.dropped) return;
    const cells = table.cells.filter(({ dropped }) => !dropped);
    const above = table.rows.at(-1);
    const first = cells[0];
    // A label that is merged over several rows: what stands beside it belongs to the same field.
    if (above && first && cells.length > 1 && first.continues && above.cells.length > 1) {
      const last = above.cells.at(-1);
      for (const cell of cells) last?.push(...cell.blocks);
      return;
    }
    table.rows.push({
      kind: 'row',
      cells: cells.map(({ blocks }) => blocks),
      table: table.number,
      header: table.header,
    });
  }
}
