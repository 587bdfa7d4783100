// A community with a hundred members, a busy conversation and a long one, made as people make them.
import { openDatabase, plainQuery, type EngineUrls } from '@kansenplein/db';
import { createHash, randomUUID } from 'node:crypto';
import { asClient, fill, signedInMember } from './fill.ts';

export interface Conversations {
  /** Of the members, as a browser sends them. */
  readonly cookies: readonly string[];
  /** In which everybody reads while somebody writes. `change`: the last one there was. */
  readonly busy: { readonly id: string; readonly change: number };
  readonly long: { readonly path: string; readonly change: number };
  /** What else people read. */
  readonly pages: readonly string[];
}

interface Long {
  readonly thread: string;
  readonly community: string;
  readonly cookies: readonly string[];
  readonly count: number;
}

const members = 100;
const municipalities = ['gm0899', 'gm0917', 'gm0928', 'gm1952'];

/** Between two long paragraphs and a short answer, as people write. */
const bodyOf = (nth: number) =>
  nth % 5 === 0
    ? `Bij ons begon het met **drie scholen**.\n\n- eerst een gesprek met ouders\n- dan een plan per wijk\n- na een half jaar terugkijken\n\nHet kostte meer tijd dan we dachten, maar iedereen bleef meedoen. [Meer daarover](https://voorbeeld.example/${nth}).`
    : `Dank, daar kunnen wij mee verder. Wij deden het in groep ${nth % 8} net anders.`;

async function ask<T>(origin: string, cookie: string, procedure: string, input: unknown): Promise<T> {
  const response = await fetch(`${origin}/trpc/${procedure}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${procedure} answers ${response.status} ${text}`);
  return (JSON.parse(text) as { result: { data: T } }).result.data;
}

const callerOf = (cookie: string) => {
  const login = createHash('sha256').update(cookie.replace('kansenplein=', '')).digest('hex');
  return { login, link: null };
};

/** Replies of one member after another, through the wall and every trigger, without the pause that a flood is asked for. */
async function replyTo(urls: EngineUrls, { thread, community, cookies, count }: Long): Promise<void> {
  const database = await openDatabase(urls);
  try {
    for (let nth = 1; nth <= count; nth += 1) {
      const caller = callerOf(cookies[nth % cookies.length] ?? '');
      await database.asActor(caller, 'write', async (tx, { account }) => {
        const [query, id] = [plainQuery(tx), randomUUID()];
        await query(
          `insert into community_post (id, thread_id, community_id, account_id, body) values ($1, $2, $3, $4, $5)`,
          [id, thread, community, account, bodyOf(nth)],
        );
        if (nth % 4 === 0)
          await query(
            `insert into community_reaction (post_id, account_id, kind, thread_id) values ($1, $2, 'useful', $3)`,
            [id, account, thread],
          );
      });
    }
  } finally {
    await database.close();
  }
  await asClient(urls.superuserUrl, async (client) => {
    // What was written, was written hours ago.
    await client.query('set session_replication_role = replica');
    await client.query(`update community_post set created_at = created_at - interval '2 hours'`);
    await client.query('vacuum (analyze)');
  });
}

const changeOf = (urls: EngineUrls, thread: string) =>
  asClient(urls.superuserUrl, async (client) => {
    const { rows } = await client.query<{ change: number }>(
      'select change from community_thread where id = $1',
      [thread],
    );
    return rows[0]?.change ?? 0;
  });

export async function fillConversations(
  urls: EngineUrls,
  origin: string,
  { replies, say }: { readonly replies: number; readonly say: (line: string) => void },
): Promise<Conversations> {
  await fill(urls, 300, say);
  const cookies: string[] = [];
  for (let nth = 0; nth < members; nth += 1)
    cookies.push(
      `kansenplein=${await signedInMember(urls, municipalities[nth % municipalities.length] ?? '')}`,
    );
  const [first = ''] = cookies;
  const community = await ask<{ id: string; slug: string }>(origin, first, 'communities.found', {
    name: 'Taal in de wijk',
    purpose: 'Samen leren over **taal**.',
    guidelines: 'Wees vriendelijk.',
    themes: ['taalontwikkeling'],
    joining: 'request',
  });
  for (const cookie of cookies.slice(1)) await ask(origin, cookie, 'communities.join', { id: community.id });
  const { rows: asking } = await asClient(urls.superuserUrl, (client) =>
    client.query<{ account: string }>(
      `select account_id as account from community_member where state = 'asked'`,
    ),
  );
  for (const { account } of asking)
    await ask(origin, first, 'communities.decide', { id: community.id, account, what: 'approve' });
  const start = (title: string) =>
    ask<{ id: string; slug: string }>(origin, first, 'communities.startThread', {
      id: community.id,
      kind: 'question',
      title,
      body: 'Wie weet raad?',
    });
  const [busy, long] = [await start('Hoe doen jullie het?'), await start('Wat werkt er bij jullie?')];
  await replyTo(urls, { thread: long.id, community: community.id, cookies, count: replies });
  say(`${members} members, ${replies} replies`);
  const home = `/communities/${community.slug}`;
  return {
    cookies,
    busy: { id: busy.id, change: await changeOf(urls, busy.id) },
    long: { path: `${home}/gesprekken/${long.slug}`, change: await changeOf(urls, long.id) },
    pages: [home, '/interventies', `${home}/gesprekken/${busy.slug}?sinds=2000000000`],
  };
}
