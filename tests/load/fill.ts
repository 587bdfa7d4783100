// Fills a migrated database as people would: as role `app`, with the scopes of each municipality, every row rule and
// every trigger on. Only the dates are moved into the past afterwards, as the superuser.
import { createHash, randomBytes } from 'node:crypto';
import type { EngineUrls } from '@kansenplein/db';
import pg from 'pg';
import { generate, type Generated } from './interventions.ts';

export async function asClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What `wall.scopes_of` gives a publisher. */
const publisherOf = (code: string) =>
  `{public,alliance,municipality:${code},municipality:${code}:editor,municipality:${code}:publisher}`;

const actAs = (client: pg.Client, code: string) =>
  client.query(`select set_config('app.scopes', $1, true)`, [publisherOf(code)]);

const rows = `jsonb_to_recordset($1::jsonb) as r(id uuid, handle text, title text, municipality text, content jsonb, versions int)`;
const publishing = (number: number) => `
  insert into intervention_version (intervention_id, number, municipality, handle, visibility, title, content, participations, note)
  select r.id, ${number}, r.municipality, r.handle, r.content ->> 'visibility', r.title, r.content, '[]',
    ${number === 1 ? "''" : "'Bijgewerkt na een jaar.'"}
  from ${rows} where r.versions >= ${number}`;

async function publishAll(
  client: pg.Client,
  municipality: string,
  made: readonly Generated[],
): Promise<void> {
  const asJson = JSON.stringify(made);
  const parts = made.flatMap(({ id, title, partners }) =>
    [{ municipality, commitment: 'confirmed', pupils: 60, schools: '' }, ...partners].map((part) => ({
      ...part,
      id,
      title,
    })),
  );
  await client.query('begin');
  await actAs(client, municipality);
  await client.query(
    `insert into intervention (id, municipality, handle, title, content) select id, municipality, handle, title, content from ${rows}`,
    [asJson],
  );
  await client.query(
    `insert into participation (intervention_id, municipality, lead, title, commitment, pupils, schools)
     select p.id, p.municipality, $2, p.title, p.commitment, p.pupils, p.schools
     from jsonb_to_recordset($1::jsonb) as p(id uuid, municipality text, title text, commitment text, pupils int, schools text)`,
    [JSON.stringify(parts), municipality],
  );
  for (const { id, partners } of made) {
    for (const partner of partners.filter(({ agrees }) => agrees)) {
      await actAs(client, partner.municipality);
      const { rowCount } = await client.query(
        'update participation set agreed_at = now() where intervention_id = $1 and municipality = $2',
        [id, partner.municipality],
      );
      if (rowCount !== 1) throw new Error('a participation could not be agreed');
    }
  }
  await actAs(client, municipality);
  for (const number of [1, 2]) await client.query(publishing(number), [asJson]);
  await client.query(
    `update intervention i set state = 'published', published_version = r.versions, revision = i.revision + 1
     from ${rows} where i.id = r.id`,
    [asJson],
  );
  await client.query('commit');
}

/** Spreads the dates over three years, with the microseconds real ones have, in both places that hold them. */
async function spreadDates(client: pg.Client): Promise<void> {
  await client.query(`set session_replication_role = replica`);
  await client.query(`
    update intervention_version set published_at = now() - interval '30 days' + number * interval '10 days'
      - make_interval(secs => ('x' || substr(md5(intervention_id::text), 1, 8))::bit(32)::bigint::float8 / 4294967296 * 94608000)`);
  await client.query(`
    update search_document d set at = v.published_at from intervention_version v where v.intervention_id = d.id and v.current`);
  await client.query(`set session_replication_role = origin`);
  await client.query('vacuum (analyze)');
}

export interface Filled {
  readonly seconds: number;
  readonly byVisibility: Record<string, number>;
  readonly audiences: number;
}

export async function fill(urls: EngineUrls, size: number, log: (line: string) => void): Promise<Filled> {
  const started = performance.now();
  const codes = await asClient(urls.superuserUrl, async (client) =>
    (
      await client.query<{ code: string }>(
        'select code from municipality where valid_until is null order by code',
      )
    ).rows.map(({ code }) => code),
  );
  log(`${codes.length} municipalities, ${size} interventions`);
  await asClient(urls.appUrl, async (client) => {
    let done = 0;
    for (const made of generate(size, codes)) {
      const lead = made[0]?.municipality;
      if (lead) await publishAll(client, lead, made);
      if (Math.floor((done + made.length) / 2_000) > Math.floor(done / 2_000)) {
        log(`${done + made.length} published, ${((performance.now() - started) / 1000).toFixed(0)} s`);
      }
      done += made.length;
    }
  });
  return asClient(urls.superuserUrl, async (client) => {
    await spreadDates(client);
    const { rows: found } = await client.query<{ visibility: string; count: number }>(
      'select visibility, count(*)::int from intervention_version where current group by 1',
    );
    const { rows: sets } = await client.query<{ count: number }>('select count(*)::int from audience');
    return {
      seconds: (performance.now() - started) / 1000,
      byVisibility: Object.fromEntries(found.map(({ visibility, count }) => [visibility, count])),
      audiences: sets[0]?.count ?? 0,
    };
  });
}

/** Somebody who is signed in and acts for one municipality; gives the secret of the cookie. */
export async function signedInMember(
  urls: EngineUrls,
  municipality: string,
  role: 'editor' | 'publisher' = 'editor',
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const id = createHash('sha256').update(secret).digest('hex');
  await asClient(urls.superuserUrl, (client) =>
    client.query(
      `with person as (insert into account (address, name) values ('lezer-' || left($1, 12) || '@kansenplein.example', 'Proef lezer') returning id),
         belonging as (insert into membership (account_id, kind, municipality, role)
           select id, 'municipality', $2::text, $3::text from person returning id, account_id)
       insert into login_session (id, account_id, membership_id, expires_at)
       select $1::text, account_id, id, now() + interval '7 hours 59 minutes' from belonging`,
      [id, municipality, role],
    ),
  );
  return secret;
}
