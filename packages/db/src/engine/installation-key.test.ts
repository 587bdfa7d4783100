import { mkdtemp, readFile, rm, stat, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInstallationKey } from './installation-key.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kansenplein-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the key of an installation', () => {
  it('is made once, also by two at the same moment, and only its owner reads it', async () => {
    const [one, two] = await Promise.all([loadInstallationKey(folder), loadInstallationKey(folder)]);
    expect(one).toHaveLength(32);
    expect(two).toEqual(one);
    expect(await loadInstallationKey(folder)).toEqual(one);
    expect((await stat(join(folder, 'installation.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['installation.key']);
  });

  it('that is damaged is said and never replaced', async () => {
    const path = join(folder, 'installation.key');
    await writeFile(path, 'kapot\n');
    await expect(loadInstallationKey(folder)).rejects.toMatchObject({ code: 'engine.key_damaged' });
    expect(await readFile(path, 'utf8')).toBe('kapot\n');
  });
});
