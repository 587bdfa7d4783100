/** How the form looks in Word: its styles. Word's own names, so that its navigation and its contents list know them. */
import { BorderStyle } from 'docx';
import type { IStylesOptions, ITableBordersOptions } from 'docx';

export const ink = '1B1B1B';
export const quiet = '5A5F66';
export const accent = '0B4F6C';
const line = 'C9CED6';
export const labelFill = 'F3F5F7';

/** Half points. */
const sizes = [40, 30, 25, 23, 22, 22];

const headingLook = (size: number, index: number) => ({
  run: { size, bold: true, color: index < 2 ? accent : ink },
  paragraph: {
    spacing: { before: index === 0 ? 0 : index === 1 ? 480 : 280, after: index < 2 ? 160 : 80 },
    keepNext: true,
    keepLines: true,
  },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: 22,
        color: ink,
        language: { value: 'nl-NL', eastAsia: 'nl-NL', bidirectional: 'nl-NL' },
      },
      paragraph: { spacing: { after: 120, line: 288 } },
    },
    heading1: headingLook(sizes[0] ?? 40, 0),
    heading2: headingLook(sizes[1] ?? 30, 1),
    heading3: headingLook(sizes[2] ?? 25, 2),
    heading4: headingLook(sizes[3] ?? 23, 3),
    heading5: headingLook(sizes[4] ?? 22, 4),
    heading6: headingLook(sizes[5] ?? 22, 5),
    hyperlink: { run: { color: accent, underline: {} } },
  },
};

const edge = { style: BorderStyle.SINGLE, size: 4, color: line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Lines between rows only: calm, and enough to read along. */
export const tableBorders: ITableBordersOptions = {
  top: edge,
  bottom: edge,
  insideHorizontal: edge,
  left: none,
  right: none,
  insideVertical: none,
};

/** For a table inside a cell, and for places to sign: every cell has its edges. */
export const fullBorders: ITableBordersOptions = {
  top: edge,
  bottom: edge,
  left: edge,
  right: edge,
  insideHorizontal: edge,
  insideVertical: edge,
};

/** Twips. */
export const cellMargins = { top: 90, bottom: 70, left: 110, right: 110 };
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1247, bottom: 1247, left: 1247, right: 1247, header: 620, footer: 620 },
};
export const textWidth = page.size.width - page.margin.left - page.margin.right;
