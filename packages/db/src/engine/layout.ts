// The data folder and who may do what in it. Root keeps the secrets and the lock; PostgreSQL, which refuses to run
// as root, gets only its own folders.
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canBeEnteredByOthers } from './data-dir.ts';
import { describeFileError, EngineError } from './engine-error.ts';

/** A user and group of the operating system. */
export interface SystemUser {
  uid: number;
  gid: number;
}

export interface Layout {
  /** The whole folder. */
  base: string;
  /** PostgreSQL's own data. */
  cluster: string;
  binaries: string;
  log: string;
  lock: string;
  secrets: string;
  /** The user PostgreSQL runs as; undefined when that is simply the current one. */
  runAs: SystemUser | undefined;
}

/** The user without rights that every Unix has; no account has to be made. */
async function unprivilegedUser(): Promise<SystemUser> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  return uid === undefined || gid === undefined ? { uid: 65534, gid: 65534 } : { uid: +uid, gid: +gid };
}

/** Makes the folder where it is missing and settles who runs PostgreSQL in it. */
export async function prepareLayout(dataDir: string): Promise<Layout> {
  const isRoot = process.getuid?.() === 0;
  try {
    const firstMade = await mkdir(dataDir, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    if (isRoot && firstMade !== undefined) await openTheWay(firstMade, dataDir);
    const layout: Layout = {
      base: dataDir,
      cluster: join(dataDir, 'postgres'),
      binaries: join(dataDir, 'binaries'),
      log: join(dataDir, 'postgres.log'),
      lock: join(dataDir, 'engine.lock'),
      secrets: join(dataDir, 'engine-secrets.json'),
      runAs: undefined,
    };
    if (!isRoot) return layout;
    if ((await stat(dataDir)).uid === 0) await chmod(dataDir, 0o711);
    layout.runAs = await ownerOf(layout.cluster);
    if (!canBeEnteredByOthers(dataDir) && (await stat(dataDir)).uid !== layout.runAs.uid) {
      throw new EngineError(
        'engine.folder_closed',
        `The data folder ${dataDir} lies below a folder that only its owner may enter, and PostgreSQL does not ` +
          `run as root. Choose another folder with KANSENPLEIN_DATA_DIR, for example /var/lib/kansenplein/data.`,
      );
    }
    return layout;
  } catch (error) {
    throw describeFileError(error, dataDir);
  }
}

/** Folders we just made, whatever the umask was: others may pass through them, not look around. */
async function openTheWay(firstMade: string, dataDir: string): Promise<void> {
  for (let folder = dataDir; folder.startsWith(firstMade); folder = dirname(folder))
    await chmod(folder, 0o711);
}

/** Data made by an ordinary user stay theirs when root starts the platform once. */
async function ownerOf(cluster: string): Promise<SystemUser> {
  const found = await lstat(cluster).catch(() => null);
  return found === null || found.uid === 0 ? unprivilegedUser() : { uid: found.uid, gid: found.gid };
}

/** A folder that only the user who runs PostgreSQL may enter. */
export async function makePrivateFolder(path: string, runAs: SystemUser | undefined): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (runAs) await chown(path, runAs.uid, runAs.gid);
  await chmod(path, 0o700);
  return path;
}

/** The socket's folder. The system allows some hundred bytes for its path, so a long one moves to the temporary folder. */
export async function makeSocketFolder(layout: Layout): Promise<{ path: string; temporary: boolean }> {
  const SOCKET_NAME = '/.s.PGSQL.5432.lock';
  const path = join(layout.base, 'run');
  if (Buffer.byteLength(path + SOCKET_NAME) < 100) {
    await makePrivateFolder(path, layout.runAs);
    // Left by a server that was killed. Whoever may start one holds our lock, so these belong to nobody; PostgreSQL
    // itself would believe any living process that has the number by now.
    for (const name of await readdir(path)) await rm(join(path, name), { force: true });
    return { path, temporary: false };
  }
  const short = await mkdtemp(join(tmpdir(), 'kansenplein-'));
  return { path: await makePrivateFolder(short, layout.runAs), temporary: true };
}

/** A file made by root beside an ordinary user's data stays usable for that user. */
export async function giveToOwnerOfFolder(file: string, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(file, uid, gid);
}
