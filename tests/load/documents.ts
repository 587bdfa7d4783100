// How long one document takes: the whole command, and the reading alone.
import { municipalityNames } from '../../packages/core/src/municipalities/names.ts';
import { readAgenda } from '@kansenplein/documents';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { median } from './load.ts';
import { root, runToEnd } from './processes.ts';
import type { Line } from './table.ts';

/** The real inputs where they are present, and the documents the repository carries. */
const folders = ['../shared/input', 'apps/api/demo', 'packages/documents/fixtures'];

async function textsIn(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder)).catch(() => []);
  return names.filter((name) => name.endsWith('.txt')).map((name) => join(root, folder, name));
}

async function measure(file: string): Promise<Line> {
  const bytes = await readFile(file);
  const alone: number[] = [];
  let isRead = true;
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now();
    isRead &&= readAgenda(bytes, 'text/plain', { municipalities: municipalityNames }).ok;
    alone.push(performance.now() - started);
  }
  const whole: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { seconds, code } = await runToEnd('apps/api/src/agenda-read.ts', [file, '--json']);
    whole.push(seconds);
    isRead &&= code === 0;
  }
  const seconds = median(whole);
  return {
    measure: `read ${basename(dirname(file))}/${basename(file)}, whole process`,
    target: '≤ 1 s',
    figure: isRead
      ? `${seconds.toFixed(2)} s (reading alone: first ${alone[0]?.toFixed(0)} ms, then ${median(alone.slice(1)).toFixed(1)} ms)`
      : 'not read',
    isMet: isRead && seconds <= 1,
  };
}

export async function measureDocuments(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const file of (await Promise.all(folders.map(textsIn))).flat()) lines.push(await measure(file));
  return lines;
}
