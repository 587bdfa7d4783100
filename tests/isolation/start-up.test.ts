// A connection that could pass the row rules is refused before it serves anybody.
import { migrate, openDatabase, startEngine } from '@kansenplein/db';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDatabase } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';

let urls: Awaited<ReturnType<typeof makeDatabase>>;
beforeAll(async () => {
  urls = await makeDatabase();
});
afterAll(() => urls.drop());

describe('the platform refuses to start', () => {
  it('as owner of the tables, as superuser, or as another role than the one meant', async () => {
    const { appUrl, workerUrl } = urls;
    for (const wrong of [urls.ownerUrl, urls.superuserUrl, workerUrl]) {
      await expect(openDatabase({ appUrl: wrong, workerUrl })).rejects.toThrow(/Refusing to start/);
    }
    for (const wrong of [urls.ownerUrl, urls.superuserUrl, appUrl]) {
      await expect(openDatabase({ appUrl, workerUrl: wrong })).rejects.toThrow(/Refusing to start/);
    }
  });

  it('when one of its roles was given a way around the row rules', async () => {
    // A role belongs to the whole server, so this one is nobody else's.
    const folder = await mkdtemp(join(tmpdir(), 'kansenplein-roles-'));
    await chmod(folder, 0o755);
    const engine = await startEngine({
      dataDir: join(folder, 'data'),
      log: () => undefined,
      throwaway: true,
    });
    try {
      for (const [give, take] of [
        ['grant wall to worker', 'revoke wall from worker'],
        ['alter role app bypassrls', 'alter role app nobypassrls'],
        ['create table mine (); alter table mine owner to app', 'drop table mine'],
      ] as const) {
        await asSuperuser(engine.superuserUrl, give);
        await expect(openDatabase(engine)).rejects.toThrow(/Refusing to start/);
        await asSuperuser(engine.superuserUrl, take);
      }
      await (await openDatabase(engine)).close();
    } finally {
      await engine.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('and starts as the two plain roles, so that the refusals above mean something', async () => {
    const database = await openDatabase(urls);
    await database.close();
  });
});

describe('migrating', () => {
  it('is refused as superuser, because the row rules would then not be tried', async () => {
    await expect(migrate(urls.superuserUrl)).rejects.toThrow(/no superuser/);
  });

  it('may be repeated, also by two processes at once', async () => {
    await Promise.all([migrate(urls.ownerUrl), migrate(urls.ownerUrl)]);
  });

  it('says so when a migration was never applied', async () => {
    const [newest] = await asSuperuser<{ hash: string; id: number }>(
      urls.superuserUrl,
      'select id, hash from drizzle.__drizzle_migrations order by id limit 1',
    );
    const rename = (from: string, to: string) =>
      asSuperuser(urls.superuserUrl, 'update drizzle.__drizzle_migrations set hash = $2 where hash = $1', [
        from,
        to,
      ]);
    const hash = newest?.hash ?? '';
    await rename(hash, 'another');
    await expect(migrate(urls.ownerUrl)).rejects.toThrow(/do not belong together/);
    await rename('another', hash);
    await migrate(urls.ownerUrl);
  });
});
