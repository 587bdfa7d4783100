// `npm start`: from a fresh clone to the running platform. `npm run dev`: the same with reload.
// Runs on the Node of the machine, so it uses nothing but Node itself.
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { asLauncher, becomeNode, root, say } from './run.mjs';
import { join } from 'node:path';

const SERVER = 'apps/web/server.ts';
const compileCache = join(root, 'node_modules', '.cache', 'node');
const WATCHED = ['apps/api/src', 'apps/web/server.ts', 'packages'];

await asLauncher(async () => {
  await ensureInstalled();
  if (process.argv[2] === 'dev') {
    say('Starten met herladen: een wijziging in api of packages start de server opnieuw.');
    const watch = WATCHED.map((path) => `--watch-path=${path}`);
    return becomeNode(['--watch', ...watch, '--watch-preserve-output', SERVER], { KANSENPLEIN_DEV: '1' });
  }
  await ensureBuilt();
  say('Starten.');
  // Compiled modules are kept between starts: it takes a third off the time to the first page.
  return becomeNode([SERVER], { NODE_ENV: 'production', NODE_COMPILE_CACHE: compileCache });
});
