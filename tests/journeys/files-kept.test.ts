// Bytes and rows stay together: what is lost on the way is cleared up, what is kept is in every backup, and what stood in
// the database before there was a store moves out of it.
import { removeDeletedBytes, sweepStore } from '@kansenplein/core';
import { moveBytesOut, openBackup, restoreBackup, takeBackup } from '@kansenplein/db';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskStore } from '../../packages/core/src/files/disk-store.ts';
import { newKey, type FileStore } from '../../packages/core/src/files/store.ts';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { attachTo, wordFile } from '../support/attaching.ts';
import { fetchBytes, sendFile, storedFile } from '../support/files.ts';
import { makeEmptyDatabase, startPlatform } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention, publishAgain } from '../support/writing.ts';

let alliance: Alliance;
let folder: string;
beforeAll(async () => {
  alliance = await makeAlliance();
  folder = await mkdtemp(join(tmpdir(), 'kansenplein-kept-'));
});
afterAll(async () => {
  await alliance.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);
const keyOf = async (file: string) =>
  (await ask<{ key: string }>('select key from file where id = $1', [file]))[0]?.key ?? '';
const keysIn = async (store: FileStore) => {
  const found = new Set<string>();
  for await (const { key } of store.list()) found.add(key);
  return found;
};
const later = () => new Date(Date.now() + 60_000);

describe('the jobs', () => {
  it('take away the bytes of a file that went a day ago, and not sooner', async () => {
    const { id } = await makeIntervention(alliance);
    const file = await attachTo(alliance, 'editor', 'interventions', id);
    const key = await keyOf(file);
    await (await alliance.as('editor')).interventions.discard.mutate({ id });
    expect(await removeDeletedBytes(alliance.database, alliance.files)).toBe(0);
    expect(await sweepStore(alliance.database, alliance.files, later())).toBe(0);
    expect(await alliance.files.get(key)).not.toBeNull();
    await ask(`update file_removal set deleted_at = now() - interval '25 hours' where key = $1`, [key]);
    expect(await removeDeletedBytes(alliance.database, alliance.files)).toBe(1);
    expect(await alliance.files.get(key)).toBeNull();
    expect(await ask('select 1 from file_removal where key = $1', [key])).toEqual([]);
  });

  it('take away bytes that never got a row, when they are old enough, and no others', async () => {
    const { id } = await makeIntervention(alliance);
    const kept = await keyOf(await attachTo(alliance, 'editor', 'interventions', id));
    const loose = newKey();
    await alliance.files.put(loose, Buffer.from('van een proces dat stierf'));
    expect(await sweepStore(alliance.database, alliance.files, new Date(0))).toBe(0);
    expect(await sweepStore(alliance.database, alliance.files, later())).toBe(1);
    expect(await keysIn(alliance.files)).toContain(kept);
    expect(await alliance.files.get(loose)).toBeNull();
  });

  it('touch nothing in a store that is mostly somebody else’s', async () => {
    const strange = createDiskStore(join(folder, 'strange'));
    for (let n = 0; n < 60; n += 1) await strange.put(newKey(), Buffer.from('x'));
    await expect(sweepStore(alliance.database, strange, later())).rejects.toThrow('not ours');
    expect((await keysIn(strange)).size).toBe(60);
  });
});

describe('a store', () => {
  it('without room is a clear refusal, and no row is written', async () => {
    const count = async () => (await ask('select 1 from file')).length;
    const full = await startPlatform({
      on: { ...alliance.urls, drop: async () => undefined },
      files: createDiskStore(join(folder, 'full'), { reserve: Number.MAX_SAFE_INTEGER }),
    });
    const before = await count();
    const answer = await sendFile(full, await alliance.secretOf('editor'), 'Een tekst');
    expect([answer.status, answer.body.includes('file.no_room')]).toEqual([409, true]);
    expect(await count()).toBe(before);
    await full.close();
  });

  it('that gives other bytes than were kept gives nothing', async () => {
    const secret = await alliance.secretOf('editor');
    const file = await storedFile(alliance, secret, 'Een tekst');
    const key = await keyOf(file);
    await writeFile(join(alliance.filesFolder, key.slice(0, 2), key.slice(2, 4), key), 'Een ander');
    expect(await fetchBytes(alliance, secret, file)).toBeNull();
    expect(alliance.internalErrors.splice(0)).toHaveLength(1);
    await alliance.files.put(key, Buffer.from('Een tekst'));
    expect((await fetchBytes(alliance, secret, file))?.toString()).toBe('Een tekst');
  });
});

describe('a backup', () => {
  const secret = Buffer.from('0123456789abcdef0123456789abcdef');

  it('holds the bytes of every file, locked like the rest, and gives them back into an empty place', async () => {
    const { id } = await makeIntervention(alliance);
    const bytes = wordFile('Dit gaat mee in de back-up.');
    const file = await attachTo(alliance, 'editor', 'interventions', id, bytes);
    await publishAgain(await alliance.as('publisher'), id);
    const target = join(folder, 'backup');
    const manifest = await takeBackup(alliance.urls.ownerUrl, target, { secret, store: alliance.files });
    expect(manifest.files?.map(({ key }) => key)).toContain(await keyOf(file));
    const places = await readdir(join(target, 'files'), { recursive: true, withFileTypes: true });
    for (const each of places.filter((one) => one.isFile())) {
      expect(each.name).toMatch(/\.locked$/);
      expect((await readFile(join(each.parentPath, each.name))).includes('PK')).toBe(false);
    }
    const empty = await makeEmptyDatabase();
    const filesFolder = join(folder, 'restored');
    await restoreBackup(empty.ownerUrl, await openBackup(target, secret), {
      store: createDiskStore(filesFolder),
    });
    const restored = await startPlatform({ on: empty, filesFolder });
    expect(Buffer.from(bytes).equals((await fetchBytes(restored, null, file)) ?? Buffer.alloc(0))).toBe(true);
    await restored.close();
  });

  it('is refused when a file is missing or changed, and when one in it was', async () => {
    const target = join(folder, 'broken');
    const secretless = { store: alliance.files };
    await takeBackup(alliance.urls.ownerUrl, target, secretless);
    const [first] = (await openBackup(target, null)).manifest.files ?? [];
    const path = join(target, 'files', first?.key.slice(0, 2) ?? '', first?.key ?? '');
    await writeFile(path, 'iets anders');
    await expect(openBackup(target, null)).rejects.toMatchObject({ code: 'backup.damaged' });
    await expect(takeBackup(alliance.urls.ownerUrl, join(folder, 'none'))).rejects.toMatchObject({
      code: 'backup.file_missing',
    });
    expect(await readdir(folder)).not.toContain('none');
  });

  it('of before there was a store gives bytes that move out of the database', async () => {
    const text = 'Dit stond nog in de database.';
    const file = await storedFile(alliance, await alliance.secretOf('editor'), text);
    const key = await keyOf(file);
    await alliance.files.remove(key);
    await ask(`insert into file_content (file_id, bytes) values ($1, convert_to($2, 'UTF8'))`, [file, text]);
    const target = join(folder, 'older');
    await takeBackup(alliance.urls.ownerUrl, target, { store: alliance.files });
    const empty = await makeEmptyDatabase();
    const store = createDiskStore(join(folder, 'moved'));
    await restoreBackup(empty.ownerUrl, await openBackup(target, null), { store });
    expect(await store.get(key)).toBeNull();
    expect(await moveBytesOut(empty.ownerUrl, store)).toBe(1);
    expect(await moveBytesOut(empty.ownerUrl, store)).toBe(0);
    const moved = (await store.get(key)) ?? Buffer.alloc(0);
    const [row] = await asSuperuser<{ sha256: string }>(
      empty.superuserUrl,
      'select sha256 from file where key = $1',
      [key],
    );
    expect(createHash('sha256').update(moved).digest('hex')).toBe(row?.sha256);
    await empty.drop();
  });
});
