// The whole platform with its demo alliance, as `npm start` runs it: how soon it answers the second time, and its memory.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { megabytesBelow, residentMegabytes, root, startSite } from './processes.ts';
import type { Line } from './table.ts';

const idleSeconds = 10;

export async function measureStart(folder: string, say: (line: string) => void): Promise<Line[]> {
  if (!existsSync(join(root, 'apps/web/build/handler.js'))) {
    return [
      {
        measure: 'second start to first page',
        target: '≤ 3 s',
        figure: 'not measured: the pages are not built',
      },
    ];
  }
  const dataDir = join(folder, 'started');
  await rm(dataDir, { recursive: true, force: true });
  // As the launcher starts it: compiled modules are kept between starts.
  const compileCache = join(root, 'node_modules/.cache/node');
  const environment = { KANSENPLEIN_DATA_DIR: dataDir, DEMO: '1', NODE_COMPILE_CACHE: compileCache };
  const first = await startSite(environment);
  await first.stop();
  say(`first start with demo alliance: ${first.secondsToFirstPage.toFixed(1)} s`);
  const second = await startSite(environment);
  try {
    const { milliseconds } = await second.spent();
    await pause(idleSeconds * 1000);
    const megabytes = await residentMegabytes(second.pid);
    const database = await megabytesBelow(second.pid);
    return [
      {
        measure: 'second start to first page (spawn to 200 of /)',
        target: '≤ 3 s',
        figure: `${second.secondsToFirstPage.toFixed(2)} s, of which ${(milliseconds / 1000).toFixed(1)} s at work (first start, demo loaded: ${first.secondsToFirstPage.toFixed(0)} s)`,
        isMet: second.secondsToFirstPage <= 3,
      },
      {
        measure: `server's memory after ${idleSeconds} s idle`,
        target: '≤ 300 MB',
        figure: Number.isNaN(megabytes)
          ? 'not measured: only Linux tells'
          : `${megabytes.toFixed(0)} MB (PostgreSQL beside it, all processes: ${database.toFixed(0)} MB)`,
        ...(Number.isNaN(megabytes) ? {} : { isMet: megabytes <= 300 }),
      },
    ];
  } finally {
    await second.stop();
  }
}
