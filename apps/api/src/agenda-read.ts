// `npm run --silent agenda:read -- FILE`: reads one document and prints what was found.
import { readAgendaCommand } from '@kansenplein/core/read-agenda';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { startedIn } from './config.ts';

process.exitCode = await readAgendaCommand(process.argv.slice(2), {
  readFile: (path) => readFile(resolve(startedIn(), path)),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
});
