// Brings node_modules in step with the lock file, and makes sure that Node 24 came along.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmScript } from './config.mjs';
import { localNode, Refusal, root, run, say } from './run.mjs';

const marker = join(root, 'node_modules', '.kansenplein-installed');

/** @param {string} path */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} path @returns {{ packages: Record<string, LockedPackage> } | null} */
function readLock(path) {
  const text = readOrNull(path);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/** npm writes its own record last of all, so a record that agrees with the lock file means a finished installation. */
function installedByHand() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link) return true;
    const found = present.packages[path];
    if (found === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version;
  });
}

export async function ensureInstalled() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Refusal(`Kansenplein heeft Node 20 of nieuwer nodig; dit is ${process.version}.`);
  const lock = readOrNull(join(root, 'package-lock.json'));
  if (lock === null) throw new Refusal(`package-lock.json ontbreekt in ${root}.`);
  const wanted = createHash('sha256').update(`${process.platform}-${process.arch}\n${lock}`).digest('hex');
  if (readOrNull(marker) !== wanted) {
    if (!installedByHand()) await install();
    checkNode();
    try {
      writeFileSync(marker, wanted);
    } catch {
      // Somebody else's installation, which we may only read: compare again next time.
    }
  } else if (localNode() === null) {
    checkNode();
  }
}

async function install() {
  say('Onderdelen installeren met npm ci. De eerste keer duurt dit een paar minuten.');
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = npmScript
    ? await run(process.execPath, [npmScript, ...options])
    : await run('npm', options, { shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new Refusal(
      `Installeren is niet gelukt (npm ci gaf code ${code}); hierboven staat waarom. ` +
        'Controleer de netwerkverbinding en de ruimte op de schijf, en probeer het opnieuw.',
    );
  }
}

function checkNode() {
  const node = localNode();
  const version = node === null ? process.version : versionOf(node);
  if (version.startsWith('v24.')) return;
  const found = node === null ? 'bracht geen Node mee' : `bracht Node ${version || 'die niet start'}`;
  throw new Refusal(
    `Kansenplein draait op Node 24, maar de installatie ${found}. Waarschijnlijk mogen installatiescripts hier ` +
      'niet draaien (npm-instelling ignore-scripts), of kon het programma niet worden opgehaald. ' +
      'Voer uit: npm rebuild node --ignore-scripts=false. Of start met een eigen Node 24.',
  );
}

/** @param {string} node */
function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
