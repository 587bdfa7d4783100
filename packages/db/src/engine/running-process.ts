// Recognising a process: a number alone is not enough, because the system gives numbers out again.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemErrorCode } from './engine-error.ts';

const run = promisify(execFile);

/** Whether the process runs. A dead one that nobody collected yet (a container without an init process) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return !afterName(readFileSync(`/proc/${pid}/stat`, 'utf8')).startsWith('Z');
  } catch {
    return !existsSync('/proc/self');
  }
}

/** The second field of /proc/…/stat is the name in brackets and may itself hold spaces and brackets. */
const afterName = (stat: string): string => stat.slice(stat.lastIndexOf(')') + 2);

/** When the process started, in a form only meant to be compared; '' where the system does not tell. */
export async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') {
      const [stat, boot] = await Promise.all([
        readFile(`/proc/${pid}/stat`, 'utf8'),
        readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      ]);
      // Start time is field 22.
      return `${boot.trim()}/${afterName(stat).split(' ')[19]}`;
    }
    if (process.platform === 'win32') return '';
    return (await run('ps', ['-p', String(pid), '-o', 'lstart='])).stdout.trim();
  } catch {
    return '';
  }
}

/** The command line of a process, or '' when it is gone or cannot be read. */
export async function commandOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') {
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    }
    if (process.platform === 'win32') return '';
    return (await run('ps', ['-p', String(pid), '-o', 'command='])).stdout.trim();
  } catch {
    return '';
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, milliseconds));

/** Waits until the process is gone; false when it still lives after the given time. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}
