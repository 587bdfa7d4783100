// Open statistics about municipalities that whoever runs the platform supplies as a file, read once at the start.
import type { MunicipalFigures } from '@kansenplein/core';
import { readFigures } from '@kansenplein/core/figures';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file of the 342 municipalities is some ten kilobytes. */
const largest = 1_000_000;

/** Null: no file was named. What is wrong with a file that was named keeps the platform from starting. */
export function readFiguresFile(
  path: string | undefined,
  startedIn: string,
): { found: MunicipalFigures | null; problems: readonly string[] } {
  if (path === undefined) return { found: null, problems: [] };
  let text: string;
  try {
    text = readFileSync(resolve(startedIn, path), 'utf8');
  } catch {
    return { found: null, problems: [`MUNICIPALITY_FIGURES: ${path} is niet te lezen.`] };
  }
  if (text.length > largest) return { found: null, problems: [`MUNICIPALITY_FIGURES: ${path} is te groot.`] };
  const { found, problems } = readFigures(text);
  return { found, problems: problems.map((problem) => `MUNICIPALITY_FIGURES, ${problem}.`) };
}
