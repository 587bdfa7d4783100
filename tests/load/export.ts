// What printing costs: an agenda with twenty interventions as Word and as PDF, asked by a process that does nothing else,
// so that its memory is that of the export.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './processes.ts';
import type { PaperFormat } from '@kansenplein/documents';
import type { Line } from './table.ts';

interface Told {
  /** Seconds on the clock; each export loads the library and the fonts anew. */
  first: number;
  median: number;
  /** The most that one of them took of the processor, and its memory in a process of its own. */
  processor: number;
  apart: number;
  bytes: number;
  /** Bytes that the process is larger after seven exports, and at most was while it made them. */
  grown: number;
  peak: number;
}

const bounds: Record<PaperFormat, number> = { docx: 2, pdf: 3 };
const mostGrowth = 50_000_000;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

async function measure(format: PaperFormat): Promise<Line> {
  const script = join(root, 'tests/load/export-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, format, '20']);
  const told = JSON.parse(stdout) as Told;
  return {
    measure: `export an agenda with 20 interventions as ${format} (${Math.round(told.bytes / 1000)} kB)`,
    target: `≤ ${bounds[format]} s, memory + < 50 MB`,
    figure: `${told.median.toFixed(2)} s (processor ${told.processor.toFixed(2)} s); memory + ${megabytes(Math.max(told.grown, told.peak))}, for a moment ${megabytes(told.apart)} in a process of its own`,
    // On a machine that does other things too only the time of the processor says what the export costs.
    isMet: told.processor <= bounds[format] && Math.max(told.grown, told.peak) < mostGrowth,
  };
}

export async function measureExport(): Promise<Line[]> {
  return [await measure('docx'), await measure('pdf')];
}
