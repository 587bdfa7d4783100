// Starting other programs from the launchers.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentFor, isRunByNpm } from './config.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const binFolder = join(root, 'node_modules', '.bin');

/** @param {string} line */
export const say = (line) => console.log(`» ${line}`);

/** Ends the launcher with one sentence instead of a stack. */
export class Refusal extends Error {}

/** The Node that came with the installation, or null. */
export function localNode() {
  const candidates = ['node', 'node.exe'].map((name) => join(root, 'node_modules', 'node', 'bin', name));
  return candidates.find((path) => existsSync(path)) ?? null;
}

/**
 * The Node our code runs on. After `ensureInstalled` this is always version 24.
 * @returns {string}
 */
export const ourNode = () => localNode() ?? process.execPath;

/**
 * @param {string} program
 * @param {string[]} programArguments
 * @param {{ env?: Record<string, string>, stdio?: 'inherit' | 'pipe', cwd?: string, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, programArguments, options = {}) {
  const { env, stdio = 'inherit', cwd = root, shell = false } = options;
  return new Promise((done) => {
    const child = spawn(program, programArguments, {
      cwd,
      shell,
      stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: environmentFor(binFolder, env),
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ code: 127, output: error.message }));
    child.once('close', (code, signal) => done({ code: code ?? (signal ? 130 : 1), output }));
  });
}

/**
 * Runs a program in our place: same terminal, our signals passed on.
 * @param {string[]} nodeArguments
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} the exit code
 */
export function becomeNode(nodeArguments, env) {
  return new Promise((done) => {
    const child = spawn(ourNode(), nodeArguments, {
      cwd: root,
      stdio: 'inherit',
      env: environmentFor(binFolder, env),
    });
    // In a terminal Ctrl-C reaches the child by itself; a second signal would read as impatience.
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGTERM'));
    stopWhenNpmIsGone(() => child.kill('SIGTERM'));
    child.once('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/**
 * npm hands a signal to the shell it put between us, and the shell keeps it to itself. So whoever stops `npm start` by
 * its process number would leave the platform running.
 * @param {() => void} stop
 */
function stopWhenNpmIsGone(stop) {
  if (!isRunByNpm) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 300);
  watch.unref();
}

/**
 * Runs one of the tools in node_modules on our Node, whatever its shebang finds.
 * @param {string} script path below node_modules
 * @param {string[]} toolArguments
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (script, toolArguments, options) =>
  run(ourNode(), [join(root, 'node_modules', script), ...toolArguments], options);

/** @param {() => Promise<number>} main */
export async function asLauncher(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
