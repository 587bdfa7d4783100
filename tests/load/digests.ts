// Mails with notifications for many members, made as the job makes them: what each may see is read as that person, through
// every row rule. Run alone by `node tests/load/digests.ts [members]`, or as a part of the bench.
import { fanOutNext, mailNextDigests } from '@kansenplein/core';
import { migrate, openDatabase, startEngine, type EngineUrls } from '@kansenplein/db';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asClient } from './fill.ts';
import { generate } from './interventions.ts';
import { databaseMilliseconds } from './processes.ts';
import { markdownOf, type Line } from './table.ts';

/** What each member is told of in one mail. */
const published = 10;
const target = 30;

/** Members of ten municipalities who follow one, and want a mail each day. */
const people = [
  `insert into account (address, name) select 'lid' || n || '@kansenplein.example', 'Lid ' || n from generate_series(1, $1::int) n`,
  `insert into membership (account_id, kind, municipality, role)
   select a.id, 'municipality', m.code, 'editor'
   from (select id, row_number() over (order by address) as n from account where address like 'lid%') a
   join (select code, row_number() over (order by code) as n from municipality order by code limit 10) m on m.n = 1 + a.n % 10`,
  `insert into follow (id, account_id, membership_id, target)
   select gen_random_uuid(), account_id, id, 'municipality:gm0899' from membership`,
  `insert into notification_choice (account_id, kind, way) select account_id, 'published', 'day' from membership`,
];

async function publish(urls: EngineUrls): Promise<number> {
  const made = [...generate(published, ['gm0899'])].flat().slice(0, published);
  return asClient(urls.appUrl, async (client) => {
    const started = performance.now();
    for (const { id, handle, title, content } of made) {
      await client.query('begin');
      await client.query(
        `select set_config('app.scopes', '{public,alliance,municipality:gm0899,municipality:gm0899:editor,municipality:gm0899:publisher}', true)`,
      );
      await client.query(
        `insert into intervention (id, municipality, handle, title, content) values ($1, 'gm0899', $2, $3, $4)`,
        [id, handle, title, content],
      );
      await client.query(
        `insert into intervention_version (intervention_id, number, municipality, handle, visibility, title, content, participations, note)
         values ($1, 1, 'gm0899', $2, 'public', $3, $4, '[]', '')`,
        [id, handle, title, content],
      );
      await client.query('commit');
    }
    return (performance.now() - started) / made.length;
  });
}

export async function measureDigests(
  urls: EngineUrls,
  { members, say }: { readonly members: number; readonly say: (line: string) => void },
): Promise<Line[]> {
  await asClient(urls.superuserUrl, async (client) => {
    for (const [place, text] of people.entries()) await client.query(text, place === 0 ? [members] : []);
  });
  const milliseconds = await publish(urls);
  const database = await openDatabase(urls);
  try {
    const telling = performance.now();
    while (await fanOutNext(database));
    const told = (performance.now() - telling) / 1000;
    say(`${members * published} notifications of ${published} events in ${told.toFixed(1)} s`);
    // The morning has come.
    await asClient(urls.superuserUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query('update notification set mail_at = now() where mail_at is not null');
      // As it is between two mornings.
      await client.query('vacuum analyze');
    });
    const [ours, theirs] = [process.cpuUsage(), await databaseMilliseconds()];
    const making = performance.now();
    let made = 0;
    for (let some = 1; some > 0; made += some) {
      some = await mailNextDigests(database, 'https://kansenplein.example');
      if (some > 0 && Math.floor((made + some) / 250) > Math.floor(made / 250))
        say(`${made + some} of ${members} mails in ${((performance.now() - making) / 1000).toFixed(1)} s`);
    }
    const seconds = (performance.now() - making) / 1000;
    const { user, system } = process.cpuUsage(ours);
    const [server, atDatabase] = [(user + system) / 1000, (await databaseMilliseconds()) - theirs];
    const [stored] = await asClient(
      urls.superuserUrl,
      async (client) =>
        (
          await client.query<{ mails: number; told: number }>(
            `select count(*)::int as mails, (select count(*)::int from notification where mail_at is null) as told from outgoing_mail`,
          )
        ).rows,
    );
    if (stored?.mails !== members || stored.told !== members * published)
      throw new Error(`${stored?.mails} mails of ${members}, ${stored?.told} told of ${members * published}`);
    return [
      {
        measure: `mails for ${members} members made, ${published} notifications each, as each may see them`,
        target: `≤ ${target} s`,
        figure: `${seconds.toFixed(1)} s (telling ${members * published}: ${told.toFixed(1)} s; publishing to them: ${milliseconds.toFixed(1)} ms each)`,
        milliseconds: `${(server / members).toFixed(1)} + ${(atDatabase / members).toFixed(1)} a mail`,
        isMet: seconds <= target,
      },
    ];
  } finally {
    await database.close();
  }
}

/** On a throw-away database of its own. */
export async function measureDigestsAlone(members: number, say: (line: string) => void): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-digests-'));
  // As root the engine runs as an ordinary user, who must be able to enter.
  await chmod(folder, 0o755);
  const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
  try {
    await migrate(engine.ownerUrl);
    return await measureDigests(engine, { members, say });
  } finally {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main)
  console.log(
    markdownOf(
      await measureDigestsAlone(Number(process.argv[2] ?? 2000), (line) => console.error(`· ${line}`)),
    ),
  );
