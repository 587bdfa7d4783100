// What the row rules alone cannot say of communities, for who comes with SQL instead of the API: in a row that every
// member may touch, each changes only what is theirs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { accountOf, makeCommunity, makeReply, makeThread } from '../support/communities.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { cast, joinings, makePeopled, type Peopled } from './matrix-communities.ts';

let alliance: Alliance;
const made = new Map<string, Peopled>();
beforeAll(async () => {
  alliance = await makeAlliance();
  for (const joining of joinings) made.set(joining, await makePeopled(alliance, joining));
});
afterAll(() => alliance?.close());

const refused = expect.stringContaining('42501');
const { moderator, author, replier, blocked } = cast;
const of = (joining: string) => {
  const found = made.get(joining);
  if (!found) throw new Error(`nothing is ${joining}`);
  return found;
};
const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);

describe('what somebody said', () => {
  it('is changed by its writer, and taken away by its writer or a moderator', async () => {
    const { post } = of('request');
    const change = `update community_post set body = 'Andermans woorden' where id = $1`;
    expect(await run(replier, change, [post])).toBe(1);
    for (const person of [author, moderator]) expect(await run(person, change, [post])).toEqual(refused);
    const remove = 'update community_post set removed_at = now() where id = $1';
    expect(await run(moderator, remove, [post])).toBe(1);
    expect(await run(author, remove, [post])).toEqual(refused);
    expect(await run('strangerEditor', remove, [post])).toBe(0);
  });

  it('is by whoever writes it, in its place and at its time, whatever the statement says', async () => {
    const { thread, community } = of('request');
    const other = await accountOf(alliance, 'editor');
    const rows = await sqlAs(alliance, replier, async (query) => {
      await query(
        `insert into community_post (id, thread_id, community_id, number, account_id, body, answer, created_at, removed_by)
         values (gen_random_uuid(), $1, $2, 99, $3, 'Vervalst', true, '2001-01-01', 'moderator')`,
        [thread.id, of('open').community.id, other],
      );
      return (
        await query(
          `select number, account_id, answer, removed_by, community_id, created_at > now() - interval '1 hour' as now from community_post where body = 'Vervalst'`,
        )
      ).rows;
    });
    const account = await accountOf(alliance, replier);
    expect(rows).toEqual([
      {
        number: 2,
        account_id: account,
        answer: false,
        removed_by: null,
        community_id: community.id,
        now: true,
      },
    ]);
  });

  it('names members only', async () => {
    const { thread, community } = of('request');
    const [inside, outside] = [
      await accountOf(alliance, replier),
      await accountOf(alliance, 'strangerEditor'),
    ];
    const rows = await sqlAs(alliance, author, async (query) => {
      await query(
        `insert into community_post (id, thread_id, community_id, account_id, body, mentions)
         values (gen_random_uuid(), $1, $2, $3, 'Genoemd', array[$3, $4]::uuid[])`,
        [thread.id, community.id, inside, outside],
      );
      return (await query(`select mentions from community_post where body = 'Genoemd'`)).rows;
    });
    expect(rows).toEqual([{ mentions: [inside] }]);
  });

  it('is the answer when who asked, or a moderator, says so', async () => {
    const { post } = of('request');
    const mark = 'update community_post set answer = true where id = $1';
    for (const person of [author, moderator]) expect(await run(person, mark, [post])).toBe(1);
    expect(await run(replier, mark, [post])).toEqual(refused);
  });

  it('once removed, what it said is read by moderators alone', async () => {
    const community = await makeCommunity(alliance, {
      joining: 'request',
      by: moderator,
      members: [author, replier],
    });
    const { id } = await makeThread(alliance, community, { by: author });
    const post = await makeReply(alliance, { id }, { by: replier, body: 'Eerst.' });
    const { communities } = await alliance.as(replier);
    await communities.editPost.mutate({ id: post, body: 'Daarna.' });
    const seen = (person: PersonName) =>
      run(person, 'select 1 from community_post_earlier where post_id = $1', [post]);
    expect([await seen(author), await seen(moderator), await seen('strangerEditor')]).toEqual([1, 1, 0]);
    await communities.removePost.mutate({ id: post });
    expect([await seen(author), await seen(replier), await seen(moderator)]).toEqual([0, 0, 2]);
  });

  it('is valued in one’s own name', async () => {
    const { post, thread } = of('request');
    const [me, other] = [await accountOf(alliance, author), await accountOf(alliance, moderator)];
    const rows = await sqlAs(alliance, author, async (query) => {
      await query(
        `insert into community_reaction (post_id, account_id, kind, thread_id) values ($1, $2, 'idea', $3)`,
        [post, other, thread.id],
      );
      return (
        await query(`select account_id from community_reaction where post_id = $1 and kind = 'idea'`, [post])
      ).rows;
    });
    expect(rows).toEqual([{ account_id: me }]);
  });
});

describe('a thread', () => {
  it('is pinned, closed and taken away by moderators, and renamed by who began it', async () => {
    const { thread } = of('request');
    for (const change of ['pinned = true', 'closed = true', 'removed_at = now()'] as const) {
      const text = `update community_thread set ${change} where id = $1`;
      expect({ change, done: await run(moderator, text, [thread.id]) }).toEqual({ change, done: 1 });
      expect({ change, done: await run(author, text, [thread.id]) }).toEqual({ change, done: refused });
    }
    const rename = `update community_thread set title = 'Anders' where id = $1`;
    expect([await run(author, rename, [thread.id]), await run(replier, rename, [thread.id])]).toEqual([
      1,
      refused,
    ]);
    const announce = `update community_thread set kind = 'announcement' where id = $1`;
    expect([await run(author, announce, [thread.id]), await run(moderator, announce, [thread.id])]).toEqual([
      refused,
      1,
    ]);
  });

  it('goes to another community when one moderates both, and only out of an open one', async () => {
    const target = (await makeCommunity(alliance, { joining: 'open', by: moderator, members: [author] })).id;
    const move = 'update community_thread set community_id = $2 where id = $1';
    expect(await run(moderator, move, [of('open').thread.id, target])).toBe(1);
    expect(await run(author, move, [of('open').thread.id, target])).toEqual(refused);
    expect(await run(moderator, move, [of('request').thread.id, target])).toEqual(
      expect.stringContaining('community.move_private'),
    );
    const elsewhere = (await makeCommunity(alliance, { joining: 'open', by: 'partner' })).id;
    expect(await run(moderator, move, [of('open').thread.id, elsewhere])).toEqual(refused);
  });

  it('counts what the wall counts', async () => {
    const { thread } = of('request');
    const rows = await sqlAs(alliance, author, async (query) => {
      await query(
        'update community_thread set replies = 99, answered = true, posts = 99, change = 99 where id = $1',
        [thread.id],
      );
      return (await query('select replies, answered, posts from community_thread where id = $1', [thread.id]))
        .rows;
    });
    expect(rows).toEqual([{ replies: 1, answered: false, posts: 2 }]);
  });
});

describe('belonging', () => {
  const row = async (person: PersonName, id: string, more: string) => {
    const client = await alliance.as(person);
    const { account, acting } = await client.accounts.me.query();
    return run(
      person,
      `insert into community_member (community_id, account_id, membership_id, role, state) values ($1, $2, $3, ${more})`,
      [id, account?.id, acting?.id],
    );
  };

  it('is not taken where one asks or is invited, and nobody begins as a moderator', async () => {
    const [open, request, invitation] = joinings.map((joining) => of(joining).community.id);
    expect(await row('strangerEditor', open ?? '', `'member', 'member'`)).toBe(1);
    expect(await row('strangerEditor', open ?? '', `'moderator', 'member'`)).toEqual(refused);
    expect(await row('strangerEditor', request ?? '', `'member', 'asked'`)).toBe(1);
    expect(await row('strangerEditor', request ?? '', `'member', 'member'`)).toEqual(refused);
    expect(await row('strangerEditor', invitation ?? '', `'member', 'member'`)).toEqual(refused);
    expect(await row('strangerEditor', invitation ?? '', `'member', 'asked'`)).toEqual(refused);
  });

  it('is not widened by oneself: not to moderator, not out of a block, not past a question that waits', async () => {
    const { community } = of('request');
    const mine = async (person: PersonName, change: string) =>
      run(person, `update community_member set ${change} where community_id = $1 and account_id = $2`, [
        community.id,
        await accountOf(alliance, person),
      ]);
    expect(await mine(author, `role = 'moderator'`)).toEqual(refused);
    for (const state of ['member', 'asked', 'left', 'removed'])
      expect(await mine(blocked, `state = '${state}'`)).toEqual(refused);
    const asks = await sqlAs(alliance, 'strangerEditor', async (query) => {
      const client = await alliance.as('strangerEditor');
      const { account, acting } = await client.accounts.me.query();
      await query(
        `insert into community_member (community_id, account_id, membership_id, state) values ($1, $2, $3, 'asked')`,
        [community.id, account?.id, acting?.id],
      );
      return query(`update community_member set state = 'member' where account_id = $1`, [account?.id]);
    }).catch((error: Error) => error.message);
    expect(asks).toContain('row-level security');
  });

  it('has somebody who moderates, and nobody moves a row to another person', async () => {
    const { community } = of('open');
    const me = await accountOf(alliance, moderator);
    const last = expect.stringContaining('community.last_moderator');
    for (const change of [`state = 'left'`, `role = 'member'`])
      expect(
        await run(
          moderator,
          `update community_member set ${change} where community_id = $1 and account_id = $2`,
          [community.id, me],
        ),
      ).toEqual(last);
    const give = 'update community_member set account_id = $2 where community_id = $1 and account_id = $3';
    expect(
      await run(moderator, give, [
        community.id,
        await accountOf(alliance, 'reader'),
        await accountOf(alliance, author),
      ]),
    ).toEqual(expect.stringContaining('row.column_fixed'));
  });

  it('opens to no wider circle what was said', async () => {
    for (const joining of ['request', 'invitation'])
      expect(
        await run(moderator, `update community set joining = 'open' where id = $1`, [
          of(joining).community.id,
        ]),
      ).toEqual(expect.stringContaining('community.cannot_open'));
    expect(
      await run(moderator, `update community set members = 99 where id = $1`, [of('open').community.id]),
    ).toBe(1);
    expect(
      await run(author, `update community set name = 'Mijn' where id = $1`, [of('open').community.id]),
    ).toBe(0);
  });
});

describe('a scope', () => {
  const reads = (person: PersonName, id: string) =>
    run(person, 'select 1 from community_post where community_id = $1', [id]);

  it('is nobody’s who acts for nobody in the alliance, whatever rows are left', async () => {
    const { id } = of('request').community;
    for (const person of ['memberless', 'operator', 'strangerPublisher'] as const)
      await asSuperuser(
        alliance.urls.superuserUrl,
        `insert into community_member (community_id, account_id, state, visible_to, audience)
         select community_id, $2, 'member', visible_to, audience from community_member
         where community_id = $1 and state = 'member' limit 1`,
        [id, await accountOf(alliance, person)],
        { withoutTriggers: true },
      );
    expect([await reads('memberless', id), await reads('operator', id)]).toEqual([0, 0]);
    // The control: the same row, of somebody who acts for a municipality.
    expect(await reads('strangerPublisher', id)).toBe(2);
  });

  it('of who is invited is not that of who was blocked', async () => {
    const { id } = of('invitation').community;
    const { communities } = await alliance.as(moderator);
    const sees = (person: PersonName) => run(person, 'select 1 from community where id = $1', [id]);
    for (const person of [blocked, 'reader'] as const)
      await communities.invite.mutate({ id, address: addressOf(person) });
    expect([await sees(blocked), await sees('reader')]).toEqual([0, 1]);
    expect([await reads('reader', id)]).toEqual([0]);
  });
});

describe('names', () => {
  it('are told to whoever reads what is said, and to nobody else', async () => {
    // Of those by request, rows that no longer count were left above.
    const { community } = of('invitation');
    const wanted = [await accountOf(alliance, author), await accountOf(alliance, 'strangerPublisher')];
    const told = (person: PersonName | null) =>
      run(person, 'select * from wall.community_names($1, $2::uuid[])', [community.id, wanted]);
    expect([
      await told(replier),
      await told('strangerEditor'),
      await told(blocked),
      await told('operator'),
      await told(null),
    ]).toEqual([1, 0, 0, 0, 0]);
    const nameable = (person: PersonName) =>
      run(person, 'select * from wall.community_mentionable($1)', [community.id]);
    expect([await nameable(replier), await nameable(blocked), await nameable('strangerEditor')]).toEqual([
      3, 0, 0,
    ]);
  });
});
