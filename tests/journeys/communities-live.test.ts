// A conversation as it goes on: told to who reads it, in every process, and to nobody else; over within a second for who
// leaves, is sent away or signs out.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import {
  accountOf,
  makeCommunity,
  makeReply,
  makeThread,
  type MadeCommunity,
  type MadeThread,
} from '../support/communities.ts';
import { startPlatform, type Platform } from '../support/platform.ts';
import { openStream, type OpenStream } from '../support/streams.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
let other: Platform;
let community: MadeCommunity;
let thread: MadeThread;
const open: OpenStream[] = [];

beforeAll(async () => {
  alliance = await makeAlliance();
  // Another process on the same database.
  other = await startPlatform({ on: { ...alliance.urls, drop: async () => undefined } });
  community = await makeCommunity(alliance, {
    joining: 'request',
    by: 'coordinator',
    members: ['editor', 'partner', 'reader'],
  });
  thread = await makeThread(alliance, community, { by: 'coordinator' });
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await other.close();
  await alliance.close();
});

const address = (id: string, platform: Pick<Platform, 'origin'> = alliance) =>
  `${platform.origin}/live/gesprekken/${id}`;
const follow = async (
  person: PersonName | null,
  {
    id = thread.id,
    platform = alliance as Pick<Platform, 'origin'>,
    last,
  }: { id?: string; platform?: Pick<Platform, 'origin'>; last?: number } = {},
) => {
  const stream = await openStream(
    address(id, platform),
    person ? await alliance.secretOf(person) : null,
    last,
  );
  open.push(stream);
  return stream;
};
const changeOf = async (id: string) =>
  (
    await asSuperuser<{ change: number }>(
      alliance.urls.superuserUrl,
      'select change from community_thread where id = $1',
      [id],
    )
  )[0]?.change ?? 0;

describe('a stream', () => {
  it('tells every reader of a reply within a second, also in another process', async () => {
    const streams = [await follow('editor'), await follow('partner', { platform: other })];
    await makeReply(alliance, thread, { by: 'coordinator' });
    const change = await changeOf(thread.id);
    await Promise.all(streams.map((stream) => stream.until((told) => told.includes(change), 1_000)));
  });

  it('tells of corrections, removals and answers too', async () => {
    const post = await makeReply(alliance, thread, { by: 'partner' });
    const stream = await follow('editor');
    const { communities } = await alliance.as('partner');
    await communities.editPost.mutate({ id: post, body: 'Anders.' });
    await (await alliance.as('coordinator')).communities.markAnswer.mutate({ id: post, answer: true });
    await communities.removePost.mutate({ id: post });
    const change = await changeOf(thread.id);
    await stream.until((told) => told.includes(change));
  });

  it('is for whoever reads what is said: for anybody else it is not there', async () => {
    const titleOnly = await makeCommunity(alliance, { joining: 'open', by: 'coordinator' });
    const { id } = await makeThread(alliance, titleOnly, { by: 'coordinator' });
    const bodies = [];
    for (const [person, about] of [
      ['strangerEditor', thread.id],
      [null, thread.id],
      ['revoked', thread.id],
      ['memberless', id],
      [null, id],
      ['editor', '00000000-0000-4000-8000-000000000000'],
      ['editor', 'geen-kenmerk'],
    ] as const) {
      const secret = person ? await alliance.secretOf(person) : null;
      const response = await fetch(
        address(about),
        secret ? { headers: { cookie: `kansenplein=${secret}` } } : {},
      );
      bodies.push(`${response.status} ${await response.text()}`);
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('404');
    expect((await follow('strangerEditor', { id })).status).toBe(200);
  });

  it('goes on where it was, without loss and without doubles', async () => {
    const first = await follow('editor');
    await makeReply(alliance, thread, { by: 'partner' });
    const seen = await changeOf(thread.id);
    await first.until((told) => told.includes(seen));
    first.close();
    for (const body of ['een', 'twee', 'drie']) await makeReply(alliance, thread, { by: 'partner', body });
    const now = await changeOf(thread.id);
    const second = await follow('editor', { last: seen });
    await second.until((told) => told.includes(now));
    const { communities } = await alliance.as('editor');
    const { posts } = await communities.thread.query({ handle: thread.handle, since: seen });
    expect(posts.map(({ body }) => body)).toEqual(['een', 'twee', 'drie']);
    await makeReply(alliance, thread, { by: 'partner' });
    const last = await changeOf(thread.id);
    await second.until((told) => told.includes(last));
    expect(second.changes).toEqual([...new Set(second.changes)].toSorted((one, another) => one - another));
    // Who knows everything is told nothing.
    const third = await follow('editor', { last });
    await expect(third.until((told) => told.length > 0, 300)).rejects.toThrow('not within');
  });

  it('loses nothing while it is in doubt what its reader may see', async () => {
    const elsewhere = await makeCommunity(alliance, { joining: 'open', by: 'coordinator' });
    const stream = await follow('partner');
    const { communities } = await alliance.as('partner');
    const comeAndGo = async () => {
      for (let turn = 0; turn < 12; turn += 1) {
        await communities.join.mutate({ id: elsewhere.id });
        await communities.leave.mutate({ id: elsewhere.id });
      }
    };
    const write = async () => {
      for (let turn = 0; turn < 12; turn += 1) await makeReply(alliance, thread, { by: 'coordinator' });
    };
    await Promise.all([comeAndGo(), write()]);
    const last = await changeOf(thread.id);
    await stream.until((told) => told.includes(last), 1_000);
    expect(stream.changes).toEqual([...new Set(stream.changes)].toSorted((one, another) => one - another));
  });

  it('hears what was said while the connection on which its process listens was broken', async () => {
    const stream = await follow('editor', { platform: other });
    const broken = await asSuperuser(
      alliance.urls.superuserUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'listening' and datname = current_database()`,
    );
    expect(broken.length).toBeGreaterThan(0);
    await makeReply(alliance, thread, { by: 'coordinator' });
    const change = await changeOf(thread.id);
    await stream.until((told) => told.includes(change));
  });
});

describe('a stream is over within a second', () => {
  const secondOf = async (stream: OpenStream) => expect(await stream.over(1_000)).toBeLessThan(1_000);

  it('for who leaves the community', async () => {
    const stream = await follow('reader', { platform: other });
    await (await alliance.as('reader')).communities.leave.mutate({ id: community.id });
    await secondOf(stream);
    expect((await follow('reader')).status).toBe(404);
  });

  it('for who is sent away, and for nobody else', async () => {
    const [gone, stays] = [await follow('partner'), await follow('editor')];
    const account = await accountOf(alliance, 'partner');
    await (
      await alliance.as('coordinator')
    ).communities.decide.mutate({ id: community.id, account, what: 'block' });
    await secondOf(gone);
    await makeReply(alliance, thread, { by: 'coordinator' });
    const change = await changeOf(thread.id);
    await stays.until((told) => told.includes(change));
    expect(gone.changes).not.toContain(change);
  });

  it('for everybody when the thread is taken away', async () => {
    const { id } = await makeThread(alliance, community, { by: 'editor' });
    const stream = await follow('editor', { id });
    await (await alliance.as('coordinator')).communities.arrangeThread.mutate({ id, what: 'remove' });
    await secondOf(stream);
  });

  it('for the alliance when an open community closes', async () => {
    const opened = await makeCommunity(alliance, { joining: 'open', by: 'coordinator' });
    const { id } = await makeThread(alliance, opened, { by: 'coordinator' });
    const stream = await follow('strangerEditor', { id });
    const { name, purpose, guidelines, themes } = await (
      await alliance.as('coordinator')
    ).communities.get.query({ handle: opened.handle });
    await (
      await alliance.as('coordinator')
    ).communities.change.mutate({
      id: opened.id,
      revision: 1,
      name,
      purpose,
      guidelines,
      themes,
      joining: 'request',
    });
    await secondOf(stream);
  });

  it('for who signs out, and for whose account ends', async () => {
    const secret = await alliance.signIn('editor@kansenplein.example');
    const stream = await openStream(address(thread.id, other), secret);
    open.push(stream);
    expect(stream.status).toBe(200);
    await alliance.client('http', secret).accounts.signOut.mutate({ everywhere: false });
    await secondOf(stream);
    const ending = await follow('editor');
    const { people } = await (await alliance.as('administrator')).accounts.people.query();
    const membership =
      people.find(({ address: at }) => at === 'editor@kansenplein.example')?.membership ?? '';
    await (await alliance.as('administrator')).accounts.endMembership.mutate({ membership });
    await secondOf(ending);
  });
});
