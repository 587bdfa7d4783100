// Finds a Chromium for the browser tests, or gets one where that is allowed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumPath, environmentFor } from './config.mjs';
import { run, say } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const HOW_TO_GET =
  'Er is geen Chromium gevonden: installeer het (Debian en Ubuntu: sudo apt-get install chromium) ' +
  'of wijs er een aan met CHROMIUM_PATH.';

/** @returns {string | null} */
function find() {
  if (chromiumPath) return existsSync(chromiumPath) ? chromiumPath : null;
  const folders = ['/usr/bin', '/usr/local/bin', ...(environmentFor('').PATH ?? '').split(delimiter)];
  const candidates = folders.filter(Boolean).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** @returns {Promise<string | null>} the path of a Chromium */
export async function ensureBrowser() {
  const found = find();
  if (found || chromiumPath || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  say('Chromium installeren voor de browsertests.');
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const first = await run('apt-get', install, { env, stdio: 'pipe' });
  if (first.code !== 0) {
    await run('apt-get', ['update'], { env, stdio: 'pipe' });
    await run('apt-get', install, { env, stdio: 'pipe' });
  }
  return find();
}
