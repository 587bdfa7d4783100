/** A document of plain text as what it consists of, so that it can be made again as a Word file or a PDF. */

export type PaperBlock =
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'item'; text: string }
  | { kind: 'row'; label: string; value: CellBlock[] };

export type CellBlock = { kind: 'paragraph' | 'item'; text: string };

/** The lines of our texts: paragraphs between blank lines, '- ' items, and `label TAB value` rows. */
export function paperOf(text: string): PaperBlock[] {
  return text
    .replace(/\*\*/g, '')
    .split(/\n(?:[^\S\n]*\n)+/)
    .flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim() !== '')));
}

function blocksOf(lines: string[]): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  for (const line of lines) {
    const row = /^([^\t]{4,80})\t(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (row) blocks.push({ kind: 'row', label: row[1] ?? '', value: cellOf(row[2] ?? '') });
    else if (line.startsWith('- ')) blocks.push({ kind: 'item', text: line.slice(2) });
    else if (last?.kind === 'paragraph') last.lines.push(line.trim());
    else blocks.push({ kind: 'paragraph', lines: [line.trim()] });
  }
  return blocks;
}

/** `text <ul> • a • b <p>text</p>` as paragraphs and items. */
function cellOf(value: string): CellBlock[] {
  return value
    .split(/<[^<>]*>/)
    .flatMap((piece) => {
      const [before, ...items] = piece.split('•');
      return [
        { kind: 'paragraph' as const, text: (before ?? '').trim() },
        ...items.map((text) => ({ kind: 'item' as const, text: text.trim() })),
      ];
    })
    .filter(({ text }) => text !== '');
}
