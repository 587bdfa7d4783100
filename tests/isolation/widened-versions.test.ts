// Versions that were once shown to more people than they were written for: a migration takes them back.
import { migrate } from '@kansenplein/db';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEmptyDatabase } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';

const migrations = join(import.meta.dirname, '../../packages/db/src/migrations');

interface Journal {
  entries: { tag: string }[];
}

let database: Awaited<ReturnType<typeof makeEmptyDatabase>>;
let folder: string;
beforeAll(async () => {
  database = await makeEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'kansenplein-migrations-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

/** Every migration up to the one that takes back. */
async function migrateUntilThen(): Promise<void> {
  await cp(migrations, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as Journal;
  const at = journal.entries.findIndex(({ tag }) => tag.endsWith('_worker_rules'));
  expect(at).toBeGreaterThan(0);
  journal.entries = journal.entries.slice(0, at);
  await writeFile(path, JSON.stringify(journal));
  await migrate(database.ownerUrl, folder);
}

const plant = (text: string, params: unknown[]) =>
  asSuperuser(database.superuserUrl, text, params, { withoutTriggers: true });

it('a version goes back to the narrowest circle that it or a later one was published to', async () => {
  await migrateUntilThen();
  const id = '00000000-0000-4000-8000-000000000001';
  // As it was published, and as publishing a later version left it then: all as wide as the newest.
  const published = ['municipality', 'public', 'alliance', 'public'];
  for (const noun of ['intervention', 'agenda']) {
    await plant(
      `insert into ${noun} (id, municipality, handle, state, title, content, published_version)
       values ($1, 'gm0899', $2, 'published', 'Proef', '{}', 4)`,
      [id, noun.slice(0, 6)],
    );
    const parts =
      noun === 'intervention'
        ? ", participations) values ($1, $2, $3, 'gm0899', 'x', 'public', 'Proef', $4, '', '{public}', wall.audience_of('{public}'), '[]')"
        : ") values ($1, $2, $3, 'gm0899', 'x', 'public', 'Proef', $4, '', '{public}', wall.audience_of('{public}'))";
    for (const [index, visibility] of published.entries())
      await plant(
        `insert into ${noun}_version (${noun}_id, number, current, municipality, handle, visibility, title, content, note, visible_to, audience${parts}`,
        [id, index + 1, index === 3, JSON.stringify({ visibility })],
      );
  }
  await migrate(database.ownerUrl);
  for (const noun of ['intervention', 'agenda'])
    expect(
      await asSuperuser(
        database.superuserUrl,
        `select v.visibility, v.visible_to, a.scopes from ${noun}_version v join audience a on a.id = v.audience order by number`,
      ),
    ).toEqual(
      [
        ['municipality', ['municipality:gm0899']],
        ['alliance', ['alliance']],
        ['alliance', ['alliance']],
        ['public', ['public']],
      ].map(([visibility, scopes]) => ({ visibility, visible_to: scopes, scopes })),
    );
});
