// Open statistics about municipalities, from a file that whoever runs the platform supplies. None come with the platform:
// what we could not take from its source ourselves we do not print (the decision on what resembles what says where it is).
import type { FigureName, Figures, MunicipalFigures } from '../kernel/index.ts';
import { findMunicipalityName } from './names.ts';

export const figureNames = [
  'inhabitants',
  'urbanity',
  'disadvantage',
] as const satisfies readonly FigureName[];

/** Nothing was supplied. */
export const noFigures: MunicipalFigures = { sources: {}, of: new Map() };

interface Column {
  readonly name: FigureName;
  /** As the file calls it. */
  readonly called: string;
  readonly isRight: (value: number) => boolean;
  readonly should: string;
}

const columns: readonly Column[] = [
  {
    name: 'inhabitants',
    called: 'inwoners',
    isRight: (value) => Number.isInteger(value) && value >= 1 && value <= 2_000_000,
    should: 'een heel getal van 1 tot 2000000',
  },
  {
    name: 'urbanity',
    called: 'stedelijkheid',
    isRight: (value) => Number.isInteger(value) && value >= 1 && value <= 5,
    should: '1 (zeer sterk stedelijk) tot 5 (niet stedelijk)',
  },
  {
    name: 'disadvantage',
    called: 'achterstandsscore',
    isRight: (value) => value >= 0 && value <= 1_000_000,
    should: 'een getal van 0 of meer',
  },
];

const header = ['code', ...columns.map(({ called }) => called)].join(';');
const sourceLine = /^#\s*(inwoners|stedelijkheid|achterstandsscore)\s*:\s*(\d{4})\s*;\s*(\S.{0,299})$/;
const number = /^\d{1,9}([.,]\d{1,6})?$/;
const mostProblems = 20;

type Sources = { -readonly [Name in FigureName]?: MunicipalFigures['sources'][Name] };

interface Reading {
  readonly sources: Sources;
  readonly of: Map<string, Figures>;
  readonly problems: string[];
}

function readRow(line: string, at: number, { of, problems }: Reading): void {
  const [code = '', ...cells] = line.split(';').map((cell) => cell.trim());
  if (findMunicipalityName(code) === null) problems.push(`regel ${at}: '${code}' is geen gemeente van nu`);
  else if (of.has(code)) problems.push(`regel ${at}: ${code} staat er twee keer`);
  else if (cells.length !== columns.length)
    problems.push(`regel ${at}: ${columns.length + 1} kolommen, niet ${cells.length + 1}`);
  const values = columns.map(({ called, isRight, should }, place) => {
    const cell = cells[place] ?? '';
    if (cell === '') return null;
    const value = number.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
    if (isRight(value)) return value;
    problems.push(`regel ${at}: ${called} is ${should}, of leeg`);
    return null;
  });
  const [inhabitants = null, urbanity = null, disadvantage = null] = values;
  of.set(code, { inhabitants, urbanity, disadvantage });
}

/** Figures that stand in the file without saying where they come from. */
const withoutSource = ({ of, sources }: Reading) =>
  columns
    .filter(({ name }) => !sources[name] && [...of.values()].some((figures) => figures[name] !== null))
    .map(({ called }) => `bovenaan ontbreekt '# ${called}: JAAR; BRON'`);

/**
 * Reads the text of a file with figures: lines with `#` that say year and source of each figure, a header, and a line for
 * each municipality. An empty cell is unknown. All that is wrong is said together, as Dutch sentences for who runs it.
 */
export function readFigures(text: string): { found: MunicipalFigures; problems: readonly string[] } {
  const reading: Reading = { sources: {}, of: new Map(), problems: [] };
  let hasHeader = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    const [, called, year, from] = sourceLine.exec(line) ?? [];
    const column = columns.find((each) => each.called === called);
    if (column && year && from) reading.sources[column.name] = { year: Number(year), from };
    if (line === '' || line.startsWith('#')) continue;
    if (hasHeader) readRow(line, index + 1, reading);
    else if (line.toLowerCase() === header) hasHeader = true;
    else return { found: noFigures, problems: [`regel ${index + 1}: hier hoort '${header}' te staan`] };
  }
  const problems = [...reading.problems, ...withoutSource(reading)].slice(0, mostProblems);
  if (problems.length > 0) return { found: noFigures, problems };
  return { found: { sources: reading.sources, of: reading.of }, problems: [] };
}
