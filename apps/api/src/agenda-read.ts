// `npm run --silent agenda:read -- FILE`: reads one document and prints what was found.
import { municipalityNames } from '@kansenplein/core/municipality-names';
import { runAgendaRead } from '@kansenplein/documents';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

// npm runs scripts in the folder of their package; the person meant the folder they stand in.
const startedIn = process.env.INIT_CWD ?? process.cwd();

process.exitCode = await runAgendaRead(
  process.argv.slice(2),
  {
    readFile: (path) => readFile(resolve(startedIn, path)),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  },
  municipalityNames,
);
