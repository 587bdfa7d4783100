// The file store: the same promises on a disk, in a bucket of our own server that checks every signature, and, where
// S3_TEST_URL names one (http://key:secret@host:port/bucket), in a bucket of a real one.
import { createFileStore, type FileStore, type StoreSettings } from '@kansenplein/core';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskStore } from '../../packages/core/src/files/disk-store.ts';
import { newKey, StoreFull } from '../../packages/core/src/files/store.ts';
import { testBucket } from '../support/config.ts';
import { startS3Server, type S3Server } from '../support/s3-server.ts';

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kansenplein-stores-'));
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const bucketOfOurs = (change: Partial<Extract<StoreSettings, { kind: 's3' }>> = {}): FileStore =>
  createFileStore({
    kind: 's3',
    endpoint: server.endpoint,
    region: 'eu-central-1',
    bucket: server.bucket,
    accessKeyId: server.accessKeyId,
    secretAccessKey: server.secretAccessKey,
    prefix: 'proef/',
    ...change,
  });

const bucket = testBucket();
const stores: Record<string, () => FileStore> = {
  'on a disk': () => createFileStore({ kind: 'disk', folder: join(folder, 'a', 'b') }),
  'in a bucket': () => bucketOfOurs(),
  ...(bucket && {
    'in a bucket of a real service': () => createFileStore({ kind: 's3', ...bucket, prefix: `${newKey()}/` }),
  }),
};

const keysIn = async (store: FileStore) => {
  const found: string[] = [];
  for await (const { key } of store.list()) found.push(key);
  return found.sort();
};

describe.each(Object.entries(stores))('%s', (_name, make) => {
  it('gives bytes back as they were, also large ones and none under another key', async () => {
    const store = make();
    for (const bytes of [Buffer.from('Kansenplein'), randomBytes(10 * 1024 * 1024)]) {
      const key = newKey();
      await store.put(key, bytes);
      expect(bytes.equals((await store.get(key)) ?? Buffer.alloc(0))).toBe(true);
    }
    expect(await store.get(newKey())).toBeNull();
  });

  it('tells every key with its moment, page after page, and forgets what is taken away', async () => {
    const store = make();
    for (const key of await keysIn(store)) await store.remove(key);
    const keys = Array.from({ length: 8 }, newKey).sort();
    const before = Date.now() - 5_000;
    for (const key of keys) await store.put(key, Buffer.from(key));
    expect(await keysIn(store)).toEqual(keys);
    for await (const { since } of store.list()) expect(since.getTime()).toBeGreaterThan(before);
    const [gone = ''] = keys;
    await store.remove(gone);
    await store.remove(gone);
    expect(await store.get(gone)).toBeNull();
    expect(await keysIn(store)).toEqual(keys.slice(1));
  });

  it('is never asked for a path', async () => {
    const store = make();
    for (const wrong of ['../../etc/passwd', '', 'A'.repeat(64), `${newKey()}/..`, `/${newKey().slice(1)}`]) {
      await expect(store.get(wrong)).rejects.toThrow('not a key');
      await expect(store.put(wrong, Buffer.from('x'))).rejects.toThrow('not a key');
      await expect(store.remove(wrong)).rejects.toThrow('not a key');
    }
  });
});

describe('a disk', () => {
  it('keeps what is on it to itself, and nothing half', async () => {
    const at = join(folder, 'alone');
    const store = createDiskStore(at);
    const key = newKey();
    await store.put(key, Buffer.from('x'));
    const path = join(at, key.slice(0, 2), key.slice(2, 4), key);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(join(at, key.slice(0, 2)))).mode & 0o077).toBe(0);
    expect(await readdir(join(at, 'new'))).toEqual([]);
  });

  it('clears away what a process left half a day and more ago, and what is no key is not its', async () => {
    const at = join(folder, 'halves');
    const store = createDiskStore(at);
    await store.put(newKey(), Buffer.from('x'));
    const [old, fresh] = [join(at, 'new', 'old'), join(at, 'new', 'fresh')];
    for (const half of [old, fresh]) await writeFile(half, 'half');
    await utimes(old, 0, 0);
    await writeFile(join(at, 'LEESMIJ.txt'), 'van iemand anders');
    expect(await keysIn(store)).toHaveLength(1);
    expect(await readdir(join(at, 'new'))).toEqual(['fresh']);
    expect(await readFile(join(at, 'LEESMIJ.txt'), 'utf8')).toBe('van iemand anders');
  });

  it('that is full says so, and keeps room for the database', async () => {
    const at = join(folder, 'full');
    const store = createDiskStore(at, { reserve: Number.MAX_SAFE_INTEGER });
    await expect(store.put(newKey(), Buffer.from('x'))).rejects.toBeInstanceOf(StoreFull);
    expect(await keysIn(store)).toEqual([]);
  });
});

describe('a bucket', () => {
  it('is opened by the right key only, and by no signature of another', async () => {
    const before = server.objects.size;
    const thief = bucketOfOurs({ secretAccessKey: 'een ander geheim' });
    await expect(thief.put(newKey(), Buffer.from('x'))).rejects.toThrow('SignatureDoesNotMatch');
    await expect(thief.get(newKey())).rejects.toThrow('SignatureDoesNotMatch');
    expect(server.objects.size).toBe(before);
    expect(server.refused.length).toBeGreaterThanOrEqual(2);
  });

  it('holds its files under its own prefix, and sees nothing beside it', async () => {
    const key = newKey();
    await bucketOfOurs({ prefix: 'ander/' }).put(key, Buffer.from('van een ander'));
    expect(server.objects.has(`ander/${key}`)).toBe(true);
    expect(await bucketOfOurs().get(key)).toBeNull();
    expect(await keysIn(bucketOfOurs())).not.toContain(key);
  });

  it('that is full says so', async () => {
    server.full = true;
    await expect(bucketOfOurs().put(newKey(), Buffer.from('x'))).rejects.toBeInstanceOf(StoreFull);
    server.full = false;
  });

  it('that is not there is a fault, not an empty one', async () => {
    const elsewhere = bucketOfOurs({ bucket: 'weg' });
    await expect(elsewhere.get(newKey())).rejects.toThrow('NoSuchBucket');
  });
});
