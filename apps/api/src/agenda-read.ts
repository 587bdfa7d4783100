// `npm run --silent agenda:read -- FILE`: reads one document and prints what was found.
import { readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';

// Compiled modules are kept between runs; what follows is imported after this, or it would come too late.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/node'));
const { readAgendaCommand } = await import('@kansenplein/core/read-agenda');
const { startedIn } = await import('./config.ts');

process.exitCode = await readAgendaCommand(process.argv.slice(2), {
  readFile: (path) => readFile(resolve(startedIn(), path)),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
});
