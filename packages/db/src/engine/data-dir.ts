// Where the data lie. In the clone where that works, so that a clone and its data are found together; outside it
// where PostgreSQL, which never runs as root, could not enter.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder that holds everything of this clone's embedded database. Absolute; it need not exist yet. */
export function resolveDataDir(cloneDir: string, env: Environment): string {
  if (env.KANSENPLEIN_DATA_DIR) return resolve(env.KANSENPLEIN_DATA_DIR);
  const clone = realpathSync(cloneDir);
  const inClone = join(clone, '.kansenplein');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const usable = canBeEnteredByOthers(clone) && isWritable(clone);
    return usable ? inClone : join('/var/lib/kansenplein', nameOfClone(clone));
  }
  if (existsSync(inClone) ? isWritable(inClone) : isWritable(clone)) return inClone;
  return join(personalDataFolder(env), 'kansenplein', nameOfClone(clone));
}

/** Whether a user who owns nothing on the path may pass through every folder of it. */
export function canBeEnteredByOthers(path: string): boolean {
  const OTHERS_MAY_ENTER = 0o001;
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & OTHERS_MAY_ENTER) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const nameOfClone = (clone: string): string => createHash('sha256').update(clone).digest('hex').slice(0, 12);

function personalDataFolder(env: Environment): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return env.XDG_DATA_HOME ?? join(env.HOME ?? homedir(), '.local', 'share');
}
