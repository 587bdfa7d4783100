// A copy of the sources in which a hole can be planted; what was installed is shared, our own packages are the copy's.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import type { SourceHole } from './hole.ts';

const house = join(import.meta.dirname, '../..');

export interface Copy {
  readonly root: string;
  /** Plants the hole; the answer takes it out again. Rejects when the line is not there. */
  plant(hole: SourceHole): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

/**
 * The same files under a second name: a process apart may read the folder of a library and no other, and a link would
 * lead it out of there. Where the copy stands on another disk a link has to do.
 */
async function share(from: string, to: string): Promise<void> {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    await rm(to, { recursive: true, force: true });
    await symlink(from, to);
  }
}

async function shareInstalled(root: string): Promise<void> {
  const from = join(house, 'node_modules');
  const to = join(root, 'node_modules');
  await mkdir(to);
  for (const name of await readdir(from)) {
    // Copied as they are: these links are relative, so in the copy they lead to the copy's own packages.
    if (name === '@kansenplein')
      await cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    else if (!name.startsWith('.')) await share(join(from, name), join(to, name));
  }
}

/** Every file that git knows or would take. */
const filesOfTheHouse = () =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: house,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(Boolean);

export async function copyTheHouse(): Promise<Copy> {
  const root = await mkdtemp(join(tmpdir(), 'kansenplein-holes-'));
  for (const file of filesOfTheHouse()) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(join(house, file), join(root, file));
  }
  await shareInstalled(root);
  return {
    root,
    async plant({ file, edits, name }) {
      const path = join(root, file);
      const sound = await readFile(path, 'utf8');
      let planted = sound;
      for (const { find, replace } of edits) {
        if (!planted.includes(find))
          throw new Error(`'${name}' cannot be planted: its line is not in ${file}`);
        planted = planted.replace(find, () => replace);
      }
      await writeFile(path, planted);
      return () => writeFile(path, sound);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
