// The owner of the tables is the role of the migrations. FORCE binds it too: with its password, but without becoming
// the wall, it reads and changes no row of anybody.
import { chainEvents, countWords, readNextImport } from '@kansenplein/core';
import { plainQuery } from '@kansenplein/db';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { fetchFile, storedFile } from '../support/files.ts';
import { newcomerWithApp, newcomerWithPasskey, visitorOf } from '../support/newcomers.ts';
import { startPlatform } from '../support/platform.ts';
import { asSuperuser } from '../support/sql.ts';
import { adoptAndPublish, makeAgenda, makeIntervention, ownDesk, strangerDesk } from '../support/writing.ts';
import { fillCommunities } from './raw-sql-communities.ts';
import { makeAttached } from './matrix-attachments.ts';
import { makeCalendarAddress } from './matrix-calendar.ts';
import { agreedOn, signFor } from './matrix-commitments.ts';
import { fullProfile, makeProfile } from './matrix-directory.ts';
import { makeMerged } from './matrix-organisations.ts';
import { makePresent } from './matrix-presence.ts';
import { makeKept } from './matrix-saved-searches.ts';
import { fillSessions } from './matrix-sessions.ts';
import { linkThatStops, makeTold } from './matrix-notifications.ts';
import { makeReviewed } from './matrix-versions.ts';

const document = new URL('../../apps/api/demo/brunssum.txt', import.meta.url);

let alliance: Alliance;
let tables: readonly string[];

beforeAll(async () => {
  alliance = await makeAlliance();
  const { id } = await makeIntervention(alliance, { state: 'published', parts: [{ municipality: agreed }] });
  await makeIntervention(alliance, { state: 'published', content: { evaluates: [id] } });
  await makeIntervention(alliance, { state: 'withdrawn' });
  const { handle } = await makeIntervention(alliance, { desk: strangerDesk, state: 'published' });
  await adoptAndPublish(await alliance.as('publisher'), handle);
  await makeAgenda(alliance, { state: 'published' });
  await makeAgenda(alliance, { state: 'withdrawn' });
  // Packed as if much were published already; what comes after waits to be packed.
  await asSuperuser(alliance.urls.superuserUrl, 'select wall.search_compact(1, 1)');
  await makeMerged(alliance);
  const kept = { owner: own, state: 'published', visibility: 'public', joint: false } as const;
  await makeAttached(alliance, 'interventions', kept);
  await makeReviewed(alliance, ownDesk);
  await makePresent(alliance, ownDesk);
  await makeKept(alliance, 'editor');
  await makeCalendarAddress(alliance, 'editor');
  await fillSessions(alliance);
  await fillCommunities(alliance);
  await makeTold(alliance, 'editor');
  await linkThatStops(alliance, 'editor', { kinds: ['published'] });
  // What happens after this waits to be told.
  await makeAgenda(alliance, { state: 'published' });
  await makeProfile(alliance, 'editor', fullProfile('own'));
  await agreedOn(alliance, 'publisher', own);
  await signFor(alliance, own, 'consultation');
  await reviewDocument();
  await proveWhoOneIs();
  await countWords(alliance.database);
  while (await chainEvents(alliance.database));
  // After the chain, so that something waits for it again.
  const administrator = await alliance.as('administrator');
  await administrator.accounts.invite.mutate({ address: 'nieuw@kansenplein.example', role: 'reader' });
  const rows = await asSuperuser<{ name: string }>(
    alliance.urls.superuserUrl,
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => alliance.close());

/** A document as a file, read and looked over; opening the file again is counted. */
async function reviewDocument() {
  const secret = await alliance.secretOf('editor');
  const editor = await alliance.as('editor');
  const file = await storedFile(alliance, secret, await readFile(document, 'utf8'));
  const { id } = await editor.imports.start.mutate({ file });
  await readNextImport(alliance.database, alliance.files);
  await editor.imports.present.mutate({ id });
  await editor.imports.decide.mutate({
    id,
    item: 'intervention/1/goal',
    revision: 0,
    verdict: 'accepted',
  });
  await fetchFile(alliance, secret, file);
}

/** Every way to prove who one is, a mailed link, and somebody who left. */
async function proveWhoOneIs() {
  // A host outside demo mode on the same database: the demo asks for no second factor.
  const outside = await startPlatform({
    demo: false,
    on: { ...alliance.urls, drop: () => Promise.resolve() },
  });
  const { address } = await newcomerWithApp(outside);
  await visitorOf(outside).signing.forgotPassword.mutate({ address });
  await newcomerWithPasskey(outside);
  const gone = await newcomerWithPasskey(outside);
  await outside.client('local', gone.secret).personalData.erase.mutate();
  await outside.close();
  // By hand: an issuer takes a process of its own, and what is asked here is only whether the owner reads the row.
  await asSuperuser(
    alliance.urls.superuserUrl,
    `insert into external_identity (account_id, issuer, subject)
     select id, 'https://uitgever.example', 'x' from account where address = $1`,
    [address],
  );
  // As the relay of an engine would, and with it all that was published waits for that engine.
  await alliance.database.asJob('follow', (tx) =>
    plainQuery(tx)(`select wall.engine_follow('items', 'x')`, []),
  );
  // The bytes of files stand in the store; what an older house kept in a row, moves there at the next start.
  await asSuperuser(
    alliance.urls.superuserUrl,
    `insert into file_content (file_id, bytes) select id, 'x' from file limit 1`,
  );
  await asSuperuser(alliance.urls.superuserUrl, `insert into file_removal (key) values ($1)`, [
    'a'.repeat(64),
  ]);
}

/** How many rows the owner reached; what is refused because of such a row, reached it as well. */
const asOwner = async (text: string): Promise<number> =>
  (await asSuperuser<{ count: number }>(alliance.urls.ownerUrl, text).catch(() => [{ count: 1 }]))[0]
    ?.count ?? 0;

describe('the owner of the tables', () => {
  it('reads no row and changes none, of any table', async () => {
    const reached: string[] = [];
    for (const table of tables) {
      const [key] = await asSuperuser<{ name: string }>(
        alliance.urls.superuserUrl,
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
           and attidentity = '' order by attnum limit 1`,
        [table],
      );
      const column = `"${key?.name ?? ''}"`;
      for (const statement of [
        `select count(*)::int from "${table}"`,
        `with changed as (update "${table}" set ${column} = ${column} returning 1) select count(*)::int from changed`,
        `with gone as (delete from "${table}" returning 1) select count(*)::int from gone`,
      ]) {
        if ((await asOwner(statement)) > 0) reached.push(statement);
      }
    }
    expect(reached).toEqual([]);
  });

  it('found them empty although they are not', async () => {
    const empty: string[] = [];
    for (const table of tables) {
      const [row] = await asSuperuser<{ filled: boolean }>(
        alliance.urls.superuserUrl,
        `select exists (select 1 from "${table}") as filled`,
      );
      if (!row?.filled) empty.push(table);
    }
    expect(empty).toEqual([]);
  });
});
