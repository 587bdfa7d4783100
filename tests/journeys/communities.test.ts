// Communities: who comes in, what is said, who keeps order, and what nobody else is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import {
  accountOf,
  breathe,
  bringIn,
  described,
  makeCommunity,
  makeReply,
  makeThread,
  type MadeCommunity,
} from '../support/communities.ts';
import { doors } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention, ownDesk, strangerDesk } from '../support/writing.ts';

/** `done`, or the code of the refusal. */
const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => codeOf(Promise.reject(error as Error)),
  );

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const stored = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

describe.each(doors)('through the %s door', (door) => {
  const as = async (person: PersonName) => (await alliance.as(person, door)).communities;
  const visitor = () => alliance.visitor(door).communities;
  const account = (person: PersonName) => accountOf(alliance, person);
  const namesSeen = async (person: PersonName | null) =>
    (await (person ? await as(person) : visitor()).list.query({ limit: 100 })).communities.map(
      ({ name }) => name,
    );

  describe('coming in', () => {
    it('is at once where it is open', async () => {
      const { id, handle } = await makeCommunity(alliance, { joining: 'open', by: 'coordinator' });
      const partner = await as('partner');
      expect((await partner.get.query({ handle })).can).toMatchObject({
        comeIn: true,
        write: false,
        read: true,
      });
      expect(await partner.join.mutate({ id })).toEqual({ state: 'member' });
      const page = await partner.get.query({ handle });
      expect(page).toMatchObject({ members: 2, standing: 'member', state: 'member' });
      expect(page.can).toMatchObject({ comeIn: false, write: true, leave: true, moderate: false });
    });

    it('is asked where it is on request, and what one asks is read by moderators only', async () => {
      const { id, handle } = await makeCommunity(alliance, {
        joining: 'request',
        by: 'coordinator',
        members: ['editor'],
      });
      const partner = await as('partner');
      expect(await partner.join.mutate({ id, note: 'Ik werk aan taal.' })).toEqual({ state: 'asked' });
      expect(await codeOf(partner.join.mutate({ id }))).toBe('community.asked_already');
      const { asked } = await (await as('coordinator')).moderation.query({ handle });
      expect(asked).toMatchObject([{ name: 'Proef partner', note: 'Ik werk aan taal.' }]);
      expect(await codeOf((await as('editor')).moderation.query({ handle }))).toBe(
        'community.cannot_moderate',
      );
      expect((await (await as('editor')).members.query({ handle })).members).toHaveLength(2);
      await (
        await as('coordinator')
      ).decide.mutate({ id, account: await account('partner'), what: 'approve' });
      expect(
        (await (await as('editor')).members.query({ handle })).members.map(({ name }) => name),
      ).toContain('Proef partner');
      const [row] = await stored<{ note: string }>(
        `select note from community_member where community_id = $1 and account_id = $2`,
        [id, await account('partner')],
      );
      expect(row?.note).toBe('');
    });

    it('is by invitation only where nobody else knows that it exists', async () => {
      const community = await makeCommunity(alliance, { joining: 'invitation', by: 'coordinator' });
      const name = (await (await as('coordinator')).get.query({ handle: community.handle })).name;
      for (const person of ['partner', 'operator', 'administrator', 'memberless', null] as const) {
        expect(await namesSeen(person)).not.toContain(name);
        const client = person ? await as(person) : visitor();
        expect(await codeOf(client.get.query({ handle: community.handle }))).toBe('community.not_found');
      }
      expect(await codeOf((await as('partner')).join.mutate({ id: community.id }))).toBe(
        'community.not_found',
      );
      await (await as('coordinator')).invite.mutate({ id: community.id, address: addressOf('partner') });
      const { invitations } = await (await as('partner')).waiting.query();
      expect(invitations.map((each) => each.name)).toContain(name);
      const page = await (await as('partner')).get.query({ handle: community.handle });
      expect(page).toMatchObject({ standing: 'invited', moderators: [] });
      expect(page.can).toMatchObject({ read: false, comeIn: true });
      await (await as('partner')).join.mutate({ id: community.id });
      expect(
        (await (await as('coordinator')).moderation.query({ handle: community.handle })).invitations,
      ).toMatchObject([{ state: 'accepted' }]);
    });

    it('tells nobody whether an address is somebody of the alliance', async () => {
      const { id, handle } = await makeCommunity(alliance, { joining: 'invitation', by: 'coordinator' });
      const moderator = await as('coordinator');
      const known = await moderator.invite.mutate({ id, address: addressOf('reader') });
      const unknown = await moderator.invite.mutate({ id, address: 'niemand@elders.example' });
      expect(unknown).toEqual(known);
      const { invitations } = await moderator.moderation.query({ handle });
      expect(invitations.map(({ state }) => state)).toEqual(['open', 'open']);
      const mails = await stored<{ recipient: string }>(
        `select recipient from outgoing_mail where subject like 'Uitnodiging voor de community%' order by created_at desc limit 1`,
      );
      expect(mails).toEqual([{ recipient: addressOf('reader') }]);
    });

    it('is over with an invitation that was declined or taken back', async () => {
      const { id, handle } = await makeCommunity(alliance, { joining: 'invitation', by: 'coordinator' });
      const moderator = await as('coordinator');
      await moderator.invite.mutate({ id, address: addressOf('editor') });
      await (await as('editor')).declineInvitation.mutate({ id });
      await moderator.invite.mutate({ id, address: addressOf('publisher') });
      const { invitations } = await moderator.moderation.query({ handle });
      const open = invitations.find(({ state }) => state === 'open');
      await moderator.withdrawInvitation.mutate({ id: open?.id ?? '' });
      for (const person of ['editor', 'publisher'] as const)
        expect(await codeOf((await as(person)).get.query({ handle }))).toBe('community.not_found');
    });

    it('is not for who was blocked, nor for who acts for nobody', async () => {
      const { id, handle } = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['partner'],
      });
      const moderator = await as('coordinator');
      const decide = { id, account: await account('partner') };
      await moderator.decide.mutate({ ...decide, what: 'block', reason: 'Reclame.' });
      expect(await codeOf((await as('partner')).join.mutate({ id }))).toBe('community.cannot_join');
      expect((await moderator.moderation.query({ handle })).blocked).toMatchObject([
        { name: 'Proef partner' },
      ]);
      await moderator.decide.mutate({ ...decide, what: 'unblock' });
      expect(await (await as('partner')).join.mutate({ id })).toEqual({ state: 'member' });
      expect(await codeOf((await as('memberless')).join.mutate({ id }))).toBe('community.cannot_join');
      expect(await codeOf((await as('operator')).join.mutate({ id }))).toBe('community.cannot_join');
    });
  });

  describe('going', () => {
    it('takes what is said out of sight at once', async () => {
      const community = await makeCommunity(alliance, {
        joining: 'request',
        by: 'coordinator',
        members: ['editor'],
      });
      const thread = await makeThread(alliance, community, { by: 'coordinator' });
      expect((await (await as('editor')).thread.query({ handle: thread.handle })).posts).toHaveLength(1);
      await (await as('editor')).leave.mutate({ id: community.id });
      expect(await codeOf((await as('editor')).thread.query({ handle: thread.handle }))).toBe(
        'thread.not_found',
      );
      expect((await (await as('editor')).get.query({ handle: community.handle })).state).toBe('left');
    });

    it('is not for the last moderator, who names another first', async () => {
      const { id, handle } = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor'],
      });
      const moderator = await as('coordinator');
      expect(await codeOf(moderator.leave.mutate({ id }))).toBe('community.last_moderator');
      const self = { id, account: await account('coordinator') };
      expect(await codeOf(moderator.decide.mutate({ ...self, what: 'make_member' }))).toBe(
        'community.last_moderator',
      );
      await moderator.decide.mutate({ id, account: await account('editor'), what: 'make_moderator' });
      await moderator.leave.mutate({ id });
      expect((await (await as('editor')).get.query({ handle })).can.moderate).toBe(true);
    });

    it('of the last two moderators at once leaves one of them', async () => {
      const { id } = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor'],
      });
      await (
        await as('coordinator')
      ).decide.mutate({ id, account: await account('editor'), what: 'make_moderator' });
      const outcomes = await Promise.all(
        (['coordinator', 'editor'] as const).map(async (person) =>
          outcomeOf((await as(person)).leave.mutate({ id })),
        ),
      );
      expect(outcomes.toSorted()).toEqual(['community.last_moderator', 'done']);
    });
  });

  describe('what is said', () => {
    let open: MadeCommunity;
    beforeAll(async () => {
      open = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor', 'partner', 'strangerEditor'],
      });
    });

    it('is read by the alliance where it is open; everybody else reads the title and no more', async () => {
      const { handle, id } = await makeThread(alliance, open, {
        by: 'editor',
        title: 'Hoe bereikt u ouders?',
      });
      await makeReply(alliance, { id }, { by: 'partner' });
      const reading = await (await as('reader')).thread.query({ handle });
      expect(reading.posts.map(({ author }) => [author.name, author.label])).toEqual([
        ['Proef editor', 'gemeente Brunssum'],
        ['Proef partner', 'Kinderopvang De Proefballon'],
      ]);
      const titles = await visitor().thread.query({ handle });
      expect(titles.thread).toMatchObject({ title: 'Hoe bereikt u ouders?', replies: 1 });
      expect(titles).toMatchObject({ posts: [], can: { read: false, reply: false } });
      expect(JSON.stringify(titles)).not.toMatch(/Proef (editor|partner)/);
      expect(await codeOf((await as('reader')).reply.mutate({ id, body: 'Ik ook.' }))).toBe(
        'community.cannot_write',
      );
    });

    it('names members, and nobody else', async () => {
      const { id, handle } = await makeThread(alliance, open, { by: 'editor' });
      const body = 'Wat vindt u, @proef-partner, en u, @proef-administrator?';
      const { id: post } = await (await as('strangerEditor')).reply.mutate({ id, body });
      const [row] = await stored<{ mentions: string[] }>(
        'select mentions from community_post where id = $1',
        [post],
      );
      expect(row?.mentions).toEqual([await account('partner')]);
      const { posts } = await (await as('partner')).thread.query({ handle });
      expect(posts.at(-1)?.mentioned).toBe(true);
      expect((await (await as('partner')).waiting.query()).mentioned[0]).toMatchObject({ number: 1 });
    });

    it('is marked as the answer by who asked, once', async () => {
      const { id, handle } = await makeThread(alliance, open, { by: 'editor' });
      const [one, other] = [
        await makeReply(alliance, { id }, { by: 'partner' }),
        await makeReply(alliance, { id }, { by: 'strangerEditor' }),
      ];
      expect(await codeOf((await as('partner')).markAnswer.mutate({ id: one, answer: true }))).toBe(
        'post.cannot_answer',
      );
      for (const each of [one, other])
        await (await as('editor')).markAnswer.mutate({ id: each, answer: true });
      const { thread, posts } = await (await as('reader')).thread.query({ handle });
      expect([thread.answered, posts.map(({ answer }) => answer)]).toEqual([true, [false, false, true]]);
      await (await as('strangerEditor')).removePost.mutate({ id: other });
      expect((await visitor().thread.query({ handle })).thread.answered).toBe(false);
    });

    it('keeps what it said before, and leaves a trace when it is removed', async () => {
      const { id, handle } = await makeThread(alliance, open, { by: 'editor' });
      const post = await makeReply(alliance, { id }, { by: 'partner', body: 'Eerste tekst.' });
      await (await as('partner')).editPost.mutate({ id: post, body: 'Tweede tekst.' });
      expect((await (await as('reader')).earlier.query({ id: post })).texts).toMatchObject([
        { body: 'Eerste tekst.' },
      ]);
      expect(await codeOf((await as('editor')).editPost.mutate({ id: post, body: 'Van mij.' }))).toBe(
        'post.cannot_change',
      );
      await (await as('coordinator')).removePost.mutate({ id: post, reason: 'Niet vriendelijk.' });
      const { posts, thread } = await (await as('reader')).thread.query({ handle });
      expect(posts[1]).toMatchObject({ body: '', removed: 'moderator', number: 1 });
      expect(thread.replies).toBe(0);
      expect(await codeOf((await as('partner')).earlier.query({ id: post }))).toBe(
        'community.cannot_moderate',
      );
      const kept = await (await as('coordinator')).earlier.query({ id: post });
      expect(kept.texts.map(({ body }) => body)).toEqual(['Tweede tekst.', 'Eerste tekst.']);
      const { log } = await (await as('coordinator')).moderation.query({ handle: open.handle });
      expect(log[0]).toMatchObject({
        what: 'post_removed',
        reason: 'Niet vriendelijk.',
        about: { name: 'Proef partner' },
      });
    });

    it('points at pages, which each reader sees as far as the wall lets it', async () => {
      const everybodys = await makeIntervention(alliance, { state: 'published', desk: ownDesk });
      const inside = await makeIntervention(alliance, {
        state: 'published',
        visibility: 'municipality',
        desk: ownDesk,
      });
      const links = [everybodys, inside].map(
        ({ handle }) => `https://plein.example/interventies/iets-${handle}`,
      );
      const { slug } = await (
        await as('editor')
      ).startThread.mutate({
        id: open.id,
        kind: 'experience',
        title: 'Dit deden wij',
        body: 'Kijk mee.',
        links,
      });
      const handle = slug.slice(-10);
      const seen = async (person: PersonName) =>
        (await (await as(person)).thread.query({ handle })).posts[0]?.cards.map(({ id }) => id);
      expect(await seen('reader')).toEqual([everybodys.id, inside.id]);
      expect(await seen('strangerEditor')).toEqual([everybodys.id]);
      const ofAnother = await makeIntervention(alliance, {
        state: 'published',
        visibility: 'municipality',
        desk: strangerDesk,
      });
      for (const link of [
        `/interventies/x-${ofAnother.handle}`,
        '/interventies/x-aaaaaaaaaa',
        'https://elders.example/',
      ])
        expect(
          await codeOf(
            (await as('editor')).reply.mutate({
              id: (await makeThread(alliance, open, { by: 'editor' })).id,
              body: 'x',
              links: [link],
            }),
          ),
        ).toBe('community.link_unknown');
    });

    it('is answered with a fixed set of reactions, each once per person', async () => {
      const { id, handle } = await makeThread(alliance, open, { by: 'editor' });
      const post = await makeReply(alliance, { id }, { by: 'partner' });
      for (const on of [true, true])
        await (await as('editor')).react.mutate({ id: post, kind: 'thanks', on });
      await (await as('strangerEditor')).react.mutate({ id: post, kind: 'thanks', on: true });
      const seen = async () => (await (await as('editor')).thread.query({ handle })).posts[1]?.reactions;
      expect(await seen()).toEqual([{ kind: 'thanks', count: 2, mine: true }]);
      await (await as('editor')).react.mutate({ id: post, kind: 'thanks', on: false });
      expect(await seen()).toEqual([{ kind: 'thanks', count: 1, mine: false }]);
    });

    it('is paged by number, and told again from any change on', async () => {
      const { id, handle } = await makeThread(alliance, open, { by: 'editor' });
      for (const body of ['een', 'twee', 'drie']) await makeReply(alliance, { id }, { by: 'partner', body });
      const first = await (await as('reader')).thread.query({ handle, limit: 2 });
      expect([first.posts.map(({ number }) => number), first.next]).toEqual([[0, 1], 2]);
      const rest = await (await as('reader')).thread.query({ handle, limit: 2, from: first.next ?? 0 });
      expect([rest.posts.map(({ body }) => body), rest.next]).toEqual([['twee', 'drie'], null]);
      const since = async (from = 0) => {
        const { change } = first.thread;
        const { posts } = await (await as('reader')).thread.query({ handle, since: change, from });
        return posts.map(({ number, body }) => [number, body]);
      };
      expect(await since()).toEqual([]);
      await (await as('partner')).editPost.mutate({ id: rest.posts[0]?.id ?? '', body: 'Twee!' });
      await makeReply(alliance, { id }, { by: 'partner', body: 'vier' });
      expect(await since()).toEqual([
        [2, 'Twee!'],
        [4, 'vier'],
      ]);
      // What changed on an earlier page is not for this one.
      expect(await since(3)).toEqual([[4, 'vier']]);
    });
  });

  describe('keeping order', () => {
    it('pins, closes and removes threads, and moves what the whole alliance could read', async () => {
      const [here, there] = [
        await makeCommunity(alliance, { joining: 'open', by: 'coordinator', members: ['editor'] }),
        await makeCommunity(alliance, { joining: 'request', by: 'coordinator' }),
      ];
      const thread = await makeThread(alliance, here, { by: 'editor' });
      const moderator = await as('coordinator');
      await moderator.arrangeThread.mutate({ id: thread.id, what: 'close', reason: 'Uitgepraat.' });
      expect(await codeOf((await as('editor')).reply.mutate({ id: thread.id, body: 'Toch.' }))).toBe(
        'thread.closed',
      );
      await moderator.arrangeThread.mutate({ id: thread.id, what: 'open' });
      expect(await codeOf((await as('editor')).moveThread.mutate({ id: thread.id, to: there.id }))).toBe(
        'thread.cannot_move',
      );
      await moderator.moveThread.mutate({ id: thread.id, to: there.id });
      expect(await codeOf((await as('editor')).thread.query({ handle: thread.handle }))).toBe(
        'thread.not_found',
      );
      expect((await moderator.thread.query({ handle: thread.handle })).posts[0]?.author.name).toBe(
        'Proef editor',
      );
      expect(await codeOf(moderator.moveThread.mutate({ id: thread.id, to: here.id }))).toBe(
        'thread.cannot_move',
      );
      await moderator.arrangeThread.mutate({ id: thread.id, what: 'remove', reason: 'Dubbel.' });
      expect(await codeOf(moderator.thread.query({ handle: thread.handle }))).toBe('thread.not_found');
      const { log } = await moderator.moderation.query({ handle: there.handle });
      expect(log.map(({ what }) => what)).toEqual(['thread_removed', 'thread_moved']);
    });

    it('settles what readers report', async () => {
      const community = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor', 'partner'],
      });
      const { id, handle } = await makeThread(alliance, community, { by: 'editor' });
      const post = await makeReply(alliance, { id }, { by: 'partner' });
      await (await as('reader')).reportPost.mutate({ id: post, reason: 'Dit is reclame.' });
      expect(await codeOf((await as('reader')).reportPost.mutate({ id: post, reason: 'Nog eens.' }))).toBe(
        'post.reported_already',
      );
      const moderator = await as('coordinator');
      expect((await moderator.waiting.query()).moderating).toContainEqual(
        expect.objectContaining({ id: community.id, reports: 1 }),
      );
      const [report] = (await moderator.moderation.query({ handle: community.handle })).reports;
      expect(report).toMatchObject({
        reason: 'Dit is reclame.',
        by: { name: 'Proef reader' },
        outcome: null,
      });
      await moderator.settleReport.mutate({ id: report?.id ?? '', outcome: 'removed' });
      expect((await (await as('reader')).thread.query({ handle })).posts[1]?.removed).toBe('moderator');
    });

    it('never opens to a wider circle what was said in a smaller one', async () => {
      const community = await makeCommunity(alliance, { joining: 'request', by: 'coordinator' });
      const moderator = await as('coordinator');
      const change = (joining: 'open' | 'request', revision: number) =>
        moderator.change.mutate({ id: community.id, revision, ...described(joining) });
      await change('open', 1);
      await change('request', 2);
      await makeThread(alliance, community, { by: 'coordinator' });
      expect(await codeOf(change('open', 3))).toBe('community.cannot_open');
    });

    it('takes everything along when an open community closes', async () => {
      const community = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor'],
      });
      const { id, handle } = await makeThread(alliance, community, { by: 'editor' });
      const post = await makeReply(alliance, { id }, { by: 'editor', body: 'Voor allen.' });
      await (await as('editor')).editPost.mutate({ id: post, body: 'Voor ons.' });
      await (
        await as('coordinator')
      ).change.mutate({ id: community.id, revision: 1, ...described('invitation') });
      const reader = await as('reader');
      for (const question of [
        () => reader.thread.query({ handle }),
        () => reader.earlier.query({ id: post }),
        () => reader.get.query({ handle: community.handle }),
      ])
        expect(await codeOf(question())).toMatch(/not_found$/);
      expect((await (await as('editor')).thread.query({ handle })).posts).toHaveLength(2);
    });
  });

  describe('the library', () => {
    it('holds what moderators picked, as each reader may see it', async () => {
      const community = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor'],
      });
      const thread = await makeThread(alliance, community, { by: 'editor', title: 'Om te bewaren' });
      const page = await makeIntervention(alliance, { state: 'published', desk: ownDesk });
      const moderator = await as('coordinator');
      const keep = (address: string) =>
        moderator.keepInLibrary.mutate({ id: community.id, address, note: 'Lees dit.' });
      await keep(`/communities/${community.slug}/gesprekken/${thread.slug}`);
      await keep(`/interventies/x-${page.handle}`);
      expect(await codeOf(keep(`/interventies/x-${page.handle}`))).toBe('community.kept_already');
      const { items } = await (await as('reader')).library.query({ handle: community.handle });
      expect(items.map(({ kind }) => kind)).toEqual(['intervention', 'thread']);
      expect((await visitor().library.query({ handle: community.handle })).items).toEqual([]);
      expect(await codeOf((await as('editor')).removeFromLibrary.mutate({ id: items[0]?.id ?? '' }))).toBe(
        'community.cannot_moderate',
      );
      await moderator.removeFromLibrary.mutate({ id: items[0]?.id ?? '' });
    });
  });

  describe('asking the alliance', () => {
    it('offers a question to municipalities that published about its themes, unless they do not want it', async () => {
      await makeIntervention(alliance, {
        state: 'published',
        desk: strangerDesk,
        content: { themes: ['armoede'] },
      });
      const community = await makeCommunity(alliance, {
        joining: 'open',
        by: 'coordinator',
        members: ['editor'],
      });
      const asked = async () => {
        const thread = await makeThread(alliance, community, { by: 'editor' });
        await (await as('editor')).offerQuestion.mutate({ id: thread.id, themes: ['armoede'] });
        return thread.id;
      };
      const offered = async (person: PersonName) =>
        (await (await as(person)).waiting.query()).offers.map(({ id }) => id);
      const first = await asked();
      expect(await offered('strangerEditor')).toContain(first);
      expect(await offered('editor')).not.toContain(first);
      expect(await offered('partner')).toEqual([]);
      await (await as('strangerEditor')).setAside.mutate({ id: first });
      expect(await offered('strangerEditor')).not.toContain(first);
      await (await as('strangerPublisher')).chooseOffers.mutate({ wanted: false });
      const second = await asked();
      expect(await offered('strangerEditor')).not.toContain(second);
      await (await as('strangerPublisher')).chooseOffers.mutate({ wanted: true });
      const request = await makeCommunity(alliance, { joining: 'request', by: 'coordinator' });
      const inside = await makeThread(alliance, request, { by: 'coordinator' });
      expect(
        await codeOf((await as('coordinator')).offerQuestion.mutate({ id: inside.id, themes: ['armoede'] })),
      ).toBe('thread.cannot_offer');
    });
  });

  describe('bad input', () => {
    it('is refused beside its field: a flood of names, HTML, pictures, deep lists, a line end in a name', async () => {
      const members = [
        'editor',
        'partner',
        'reader',
        'publisher',
        'administrator',
        'agreedEditor',
        'agreedPublisher',
        'statedPublisher',
        'conditionalPublisher',
        'strangerEditor',
        'strangerPublisher',
      ] as const;
      const community = await makeCommunity(alliance, { joining: 'open', by: 'coordinator', members });
      const { id } = await makeThread(alliance, community, { by: 'editor' });
      const { names } = await (await as('editor')).nicknames.query({ handle: community.handle });
      expect(names).toHaveLength(12);
      const flood = names.map(({ nickname }) => `@${nickname}`).join(' ');
      const refused = async (body: string) => refusalOf((await as('editor')).reply.mutate({ id, body }));
      expect(await refused(flood)).toMatchObject({
        code: 'community.too_many_mentions',
        fields: [{ field: 'body', code: 'too_many_mentions' }],
      });
      for (const [body, code] of [
        ['<script>alert(1)</script>', 'markdown_html'],
        ['![plaatje](https://elders.example/x.png)', 'markdown_image'],
        ['[klik](javascript:alert(1))', 'markdown_link'],
        ['- a\n  - b\n    - c\n      - d\n        - e', 'markdown_depth'],
        ['', 'empty'],
        ['x'.repeat(10_001), 'too_big'],
      ] as const)
        expect({ body: body.slice(0, 20), ...(await refused(body)) }).toMatchObject({
          code: 'input.invalid',
          fields: [{ field: 'body', code }],
        });
      const named = (name: string) => async () =>
        refusalOf((await as('editor')).found.mutate({ ...described('open'), name }));
      for (const name of ['Taal\r\nBcc: iedereen@elders.example', 'Taal\nBEGIN:VEVENT', '\u202eolleh'])
        expect(await named(name)()).toMatchObject({
          code: 'input.invalid',
          fields: [{ field: 'name', code: 'characters' }],
        });
      expect(await refused('Het BSN is 123456782.')).toMatchObject({ code: 'community.bsn' });
      expect(await refused('Bel 06 12345678')).toMatchObject({ code: 'community.personal_data' });
    });

    it('in a flood is told to slow down, and nothing of it is kept', async () => {
      const community = await makeCommunity(alliance, { joining: 'open', by: 'coordinator' });
      const { id } = await makeThread(alliance, community, { by: 'coordinator' });
      await breathe(alliance);
      const coordinator = await as('coordinator');
      const outcomes: string[] = [];
      for (let turn = 0; turn < 16; turn += 1)
        outcomes.push(await outcomeOf(coordinator.reply.mutate({ id, body: `Bericht ${turn}` })));
      expect(outcomes.filter((each) => each === 'done')).toHaveLength(15);
      expect(outcomes.at(-1)).toBe('community.too_fast');
    });
  });

  it('who leaves the alliance leaves its communities, and the eldest takes over', async () => {
    const community = await makeCommunity(alliance, {
      joining: 'invitation',
      by: 'partner',
      members: ['editor', 'reader'],
    });
    const member = await account('partner');
    await asSuperuser(
      alliance.urls.superuserUrl,
      "begin; update membership set ended_at = now() where account_id = '" + member + "'; commit",
    );
    const editor = await as('editor');
    const page = await editor.get.query({ handle: community.handle });
    expect(page).toMatchObject({ members: 2, standing: 'moderator' });
    await asSuperuser(
      alliance.urls.superuserUrl,
      'update membership set ended_at = null where account_id = $1',
      [member],
      { withoutTriggers: true },
    );
    await bringIn(alliance, community, { by: 'editor', person: 'partner' });
  });
});
