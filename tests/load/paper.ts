// What Word and PDF cost: a whole process for 60 pages, and how much time and memory hostile files get.
import { municipalityNames as municipalities } from '../../packages/core/src/municipalities/names.ts';
import {
  damagedPdf,
  damagedWord,
  hostilePdf,
  hostileWord,
} from '../../packages/documents/src/testing/hostile.ts';
import { pdfOf } from '../../packages/documents/src/testing/paper-pdf.ts';
import { wordFileOf } from '../../packages/documents/src/testing/paper-word.ts';
import { readAgendaFile } from '@kansenplein/documents';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runToEnd } from './processes.ts';
import type { Line } from './table.ts';

/** The example agenda with its three interventions again and again, until there are some sixty pages. */
async function longAgenda(): Promise<string> {
  const text = await readFile(join(root, 'packages/documents/fixtures/gka-agenda-voorbeeld.txt'), 'utf8');
  const tables = /^Interventie 1[\s\S]*?(?=^Samenwerking$)/m;
  const again = tables.exec(text)?.[0] ?? '';
  return text.replace(tables, Array.from({ length: 47 }, () => again).join(''));
}

async function measureWhole(kind: string, bytes: Uint8Array): Promise<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-paper-'));
  try {
    const file = join(folder, 'agenda');
    await writeFile(file, bytes);
    let usage = { peakBytes: 0, seconds: 0 };
    const outcome = await readAgendaFile(bytes, {
      municipalities,
      limits: { onEnd: (taken) => (usage = taken) },
    });
    const { seconds, code } = await runToEnd('apps/api/src/agenda-read.ts', [file, '--json']);
    const pages = outcome.ok && outcome.pages ? `${outcome.pages.length} pages` : 'the same text';
    return {
      measure: `read ${kind}, ${pages}, whole process`,
      target: '≤ 5 s, 256 MB',
      figure: `${seconds.toFixed(2)} s (processor ${usage.seconds.toFixed(2)} s, ${megabytes(usage.peakBytes)})`,
      isMet: outcome.ok && code === 0 && seconds <= 5 && usage.peakBytes < 256 * 1024 * 1024,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/** Long texts of agendas and files made to hurt; every line is one file. */
export async function measurePaper(): Promise<Line[]> {
  const text = await longAgenda();
  const lines = [
    await measureWhole('a PDF', await pdfOf(text, { borders: true, furniture: true })),
    await measureWhole('a Word file', wordFileOf(text, { splitRuns: true })),
  ];
  for (const [name, { make, codes }] of Object.entries({
    ...hostileWord,
    ...hostilePdf,
    ...damagedWord,
    ...damagedPdf,
  })) {
    const bytes = await make();
    let usage = { peakBytes: 0, seconds: 0 };
    const started = performance.now();
    const outcome = await readAgendaFile(bytes, {
      municipalities,
      limits: { onEnd: (taken) => (usage = taken) },
    });
    const seconds = (performance.now() - started) / 1000;
    const code = outcome.ok ? 'read' : outcome.code;
    lines.push({
      measure: `refuse ${name}`,
      target: '≤ 10 s, 256 MB',
      figure: `${seconds.toFixed(1)} s (processor ${usage.seconds.toFixed(1)} s, ${megabytes(usage.peakBytes)}) ${code}`,
      isMet: codes.includes(code as never) && usage.seconds < 10 && usage.peakBytes < 256 * 1024 * 1024,
    });
  }
  return lines;
}
