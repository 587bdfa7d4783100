// The parts of `npm test`, in the order in which they are cheapest to fail.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, HOW_TO_GET } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { isCi } from './config.mjs';
import { countsOf, none, one } from './counts.mjs';
import { ourNode, root, run, runTool } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

const preset = (/** @type {string} */ name) => join('packages', 'toolchain', name);

/**
 * A check that tells nothing when all is well, so that others can run beside it.
 * @param {string} script below the root
 * @param {string[]} options
 * @param {Parameters<typeof run>[2]} [how]
 */
async function quietly(script, options, how) {
  const { code, output } = await run(ourNode(), [join(root, script), ...options], { ...how, stdio: 'pipe' });
  if (code !== 0) console.log(output);
  return code === 0;
}

const format = async () => {
  const options = ['--config', preset('prettier.config.js'), '--check', '--log-level=warn', '.'];
  return one(await quietly('node_modules/prettier/bin/prettier.cjs', options));
};

const lint = async () =>
  one(
    await quietly('node_modules/eslint/bin/eslint.js', [
      '--config',
      preset('eslint.config.js'),
      '--cache',
      '--cache-location',
      join('node_modules', '.cache', 'eslint'),
      '--cache-strategy=content',
      '--max-warnings=0',
      '.',
    ]),
  );

/** The pages on one core, everything else on the other. */
const types = async () => {
  const web = { cwd: join(root, 'apps', 'web') };
  // Both read what is generated of the routes.
  if (!(await quietly('node_modules/@sveltejs/kit/svelte-kit.js', ['sync'], web))) return one(false);
  const [pages, rest] = await Promise.all([
    quietly(
      'node_modules/svelte-check/bin/svelte-check',
      ['--tsconfig', './tsconfig.json', '--fail-on-warnings'],
      web,
    ),
    quietly(join('packages', 'toolchain', 'src', 'types.mjs'), []),
  ]);
  return one(pages && rest);
};

/**
 * @param {string} project a project of the vitest preset
 * @param {Record<string, string>} [env]
 * @param {string[]} [options] of vitest
 * @returns {Promise<Counts>}
 */
async function vitest(project, env, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'kansenplein-tests-'));
  const report = join(folder, 'report.json');
  try {
    const { code } = await runTool(
      'vitest/vitest.mjs',
      [
        'run',
        `--config=${preset('vitest.config.js')}`,
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        '--passWithNoTests',
        ...options,
        ...process.argv.slice(3),
      ],
      { env },
    );
    return countsOf(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = async () => {
  const chromium = await ensureBrowser();
  if (chromium === null) {
    console.log(HOW_TO_GET);
    return isCi ? one(false) : { ...none, skipped: 1 };
  }
  await ensureBuilt();
  // Half of what these files do is waiting: for letters to be saved by themselves, for a line that comes back.
  return vitest('browser', { CHROMIUM_PATH: chromium }, ['--maxWorkers=3']);
};

/** Its pages are asked for as they are served, so they are built first. */
const isolation = async () => {
  await ensureBuilt();
  return vitest('isolation');
};

/**
 * `alone: false` keeps one core busy and tells nothing before its end: two of these run side by side.
 * @typedef {{ title: string, run: () => Promise<Counts>, alone?: boolean }} Part
 */

/** @type {Record<string, Part>} */
export const parts = {
  format: { title: 'Opmaak van de code', run: format, alone: false },
  lint: { title: 'Regels voor de code', run: lint, alone: false },
  types: { title: 'Typen', run: types },
  architecture: { title: 'Bouw van het huis', run: () => vitest('architecture') },
  units: { title: 'Regels per pakket', run: () => vitest('units') },
  search: { title: 'Zoeken', run: () => vitest('search') },
  isolation: { title: 'Scheiding tussen gemeenten', run: isolation },
  journeys: { title: 'Reizen door het platform', run: () => vitest('journeys') },
  browser: { title: 'In de browser', run: browser },
};

/** Folders below tests/ that hold tests but are no part: they would never run. */
export function forgottenParts() {
  const ELSEWHERE = new Set(['support', 'load', 'faults', 'holes', 'node_modules']);
  return readdirSync(join(root, 'tests'), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        !entry.name.startsWith('.') &&
        !ELSEWHERE.has(entry.name) &&
        !(entry.name in parts),
    )
    .map((entry) => entry.name);
}
