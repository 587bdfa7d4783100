// Builds the pages when a source changed. A fingerprint of the sources answers that in a moment, so that the second
// start does not wait for a build tool.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root, run, say } from './run.mjs';

const built = join(root, 'apps', 'web', 'build');
const record = join(built, '.fingerprint');
const NOT_A_SOURCE = new Set([
  'node_modules',
  'build',
  'dist',
  '.svelte-kit',
  '.turbo',
  'test-results',
  'migrations',
]);

/** @param {string} folder @returns {string[]} */
function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_A_SOURCE.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.(test\.ts|md|tsbuildinfo)$/.test(entry.name) ? [] : [path];
  });
}

function fingerprint() {
  const hash = createHash('sha256');
  const folders = ['apps', 'packages'].map((name) => join(root, name));
  const files = [
    ...folders.flatMap(sourcesBelow),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.base.json'),
  ];
  for (const file of files.sort())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

export async function ensureBuilt() {
  const wanted = fingerprint();
  if (existsSync(record) && readFileSync(record, 'utf8') === wanted) return;
  say("Pagina's bouwen.");
  const turbo = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'turbo.cmd' : 'turbo');
  const { code, output } = await run(turbo, ['run', 'build', '--output-logs=errors-only', '--ui=stream'], {
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    console.error(output);
    throw new Refusal("De pagina's bouwen is niet gelukt; hierboven staat waarom.");
  }
  // Taken again: building writes generated sources the first time.
  writeFileSync(record, fingerprint());
}
