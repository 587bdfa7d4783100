/** The form as what stands below one another on paper, the same for Word and PDF: the writers only know these parts. */
import { plainRun, textOf, tidyBlocks } from '../form/content.ts';
import {
  chapters,
  conceptMark,
  exampleMark,
  dutchMoment,
  dutchPeriod,
  factLabels,
  readershipNames,
} from '../form/wording.ts';
import { blocksOfMarkdown } from './blocks.ts';
import type { Block, Inline, List, ListItem } from '../form/content.ts';
import type { PaperFrame, PaperSection, PaperStatement } from './paper.ts';

export type Cell = Block[];

export type FormPart =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'flow'; blocks: Block[] }
  /** A label beside each value: the labels are header cells of their rows. An empty cell is 'not filled in'. */
  | { kind: 'facts'; name: string; rows: { label: string; cell: Cell }[] }
  /** The columns have header cells. `share` is the part of the width. */
  | { kind: 'table'; name: string; columns: Column[]; rows: Cell[][]; forSigning: boolean }
  /** What follows from the rest and is no content of its own. */
  | { kind: 'remark'; text: string };

export interface Column {
  label: string;
  share: number;
}

export interface FormDocument {
  title: string;
  /** For the foot of each page. */
  shortTitle: string;
  /** The day it was written, YYYY-MM-DD. */
  writtenOn: string;
  /** At the top of each page: that it is no published text, or no real one. */
  mark: string | null;
  parts: FormPart[];
}

export const heading = (level: number, text: string): FormPart => ({
  kind: 'heading',
  level: Math.min(level, 6),
  text: oneLine(text),
});

/** A line of plain text: no mark in it means anything. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

export const lineCell = (text: string): Cell =>
  tidyBlocks(text === '' ? [] : [{ kind: 'paragraph', words: [plainRun(oneLine(text))] }]);

export const linesCell = (lines: string[]): Cell => lines.flatMap(lineCell);

export const flow = (blocks: Block[]): FormPart[] => (blocks.length > 0 ? [{ kind: 'flow', blocks }] : []);

/** A chapter with what stands in it; nothing at all when nothing does. */
export const chapter = (level: number, name: keyof typeof chapters, parts: FormPart[]): FormPart[] =>
  parts.length > 0 ? [heading(level, chapters[name]), ...parts] : [];

export const statements = (level: number, list: PaperStatement[]): FormPart[] =>
  list.flatMap(({ title, text }) => [heading(level, title), ...flow(blocksOfMarkdown(text))]);

/** Sections, and headings inside their text as sections of their own, so that they are headings on paper too. */
export function sections(level: number, list: PaperSection[]): FormPart[] {
  return list.flatMap(({ heading: title, text }) => {
    const parts: FormPart[] = title === null ? [] : [heading(level, title)];
    let open: Block[] = [];
    for (const block of blocksOfMarkdown(text)) {
      if (block.kind !== 'heading') {
        open.push(block);
        continue;
      }
      parts.push(...flow(open), heading(level + (block.below ? 1 : 0), textOf(block.words)));
      open = [];
    }
    return [...parts, ...flow(open)];
  });
}

/** Content as one item of a list; null when it is more than an item can hold. */
export function itemOf(blocks: Block[]): ListItem | null {
  const [first, ...rest] = blocks;
  const lists = rest.filter((block): block is List => block.kind === 'list');
  if (first?.kind !== 'paragraph' || lists.length !== rest.length) return null;
  return { words: first.words, lists };
}

/** One list of all, or null when one of them is no item. */
export function listOf(cells: Cell[]): FormPart | null {
  const items = cells.map(itemOf);
  const known = items.filter((item) => item !== null);
  if (items.length === 0 || known.length !== items.length) return null;
  return { kind: 'flow', blocks: [{ kind: 'list', ordered: false, start: 1, items: known }] };
}

/** What the writers must know of a paper besides its parts. */
export const documentOf = (paper: PaperFrame, parts: FormPart[]): FormDocument => ({
  title: paper.title,
  shortTitle: paper.title,
  writtenOn: paper.provenance.writtenOn,
  mark:
    [paper.version === null ? conceptMark : '', paper.example ? exampleMark : '']
      .filter(Boolean)
      .join(' · ') || null,
  parts,
});

/** The facts at the beginning of a paper; what is not known is left out. */
export function frontFacts(
  frame: PaperFrame,
  kind: string,
  { agenda = null, signedOn = null }: { agenda?: string | null; signedOn?: string | null } = {},
): FormPart {
  const { municipality, period, status, version, readableBy } = frame;
  const known: [string, string | null][] = [
    [factLabels.kind, kind],
    [factLabels.agenda, agenda],
    [factLabels.municipality, municipality],
    [factLabels.period, dutchPeriod(period)],
    [factLabels.status, status],
    [factLabels.signedOn, signedOn && dutchMoment(signedOn)],
    [factLabels.version, version ? `${version.number}, ${dutchMoment(version.date)}` : null],
    [factLabels.readableBy, readableBy ? readershipNames[readableBy] : null],
  ];
  return { kind: 'facts', name: 'Over dit document', rows: knownRows(known) };
}

export const knownRows = (known: [string, string | null][]): { label: string; cell: Cell }[] =>
  known.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [{ label, cell: lineCell(value) }],
  );

export function provenanceParts({ provenance, version }: PaperFrame): FormPart[] {
  const address: Inline = [{ ...plainRun(provenance.address), link: provenance.address }];
  return chapter(2, 'provenance', [
    {
      kind: 'facts',
      name: chapters.provenance,
      rows: [
        { label: factLabels.address, cell: [{ kind: 'paragraph', words: address }] },
        ...knownRows([
          [
            factLabels.version,
            version ? `${version.number}, ${dutchMoment(version.date)}` : 'werkversie, nog niet gepubliceerd',
          ],
          [factLabels.writtenOn, dutchMoment(provenance.writtenOn)],
        ]),
      ],
    },
  ]);
}
