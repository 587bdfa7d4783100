// What happens in a community by invitation makes no difference to anybody else: every answer to every outsider is the
// same before it is founded and after everything was done in it that can be done.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import {
  accountOf,
  bringIn,
  described,
  makeCommunity,
  makeReply,
  makeThread,
} from '../support/communities.ts';
import { handleOf, makeIntervention, ownDesk } from '../support/writing.ts';
import { call, normalised } from '../support/wire.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
  await makeCommunity(alliance, { joining: 'open', by: 'coordinator', members: ['reader'] });
  await makeIntervention(alliance, { state: 'published', desk: ownDesk });
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

/** Who is not in it; the operator and an administrator of a member's municipality too. */
const outsiders: readonly (PersonName | null)[] = [
  null,
  'memberless',
  'publisher',
  'coordinator',
  'operator',
  'strangerPublisher',
];

const questions: readonly (readonly [string, unknown])[] = [
  ['communities.list', { limit: 100 }],
  ['communities.list', { themes: ['taalontwikkeling'], joinings: ['invitation'] }],
  ['communities.list', { mine: true }],
  ['communities.waiting', undefined],
  ['finding.find', { text: 'geheim', limit: 100 }],
  ['finding.find', { limit: 100 }],
  ['finding.suggest', { text: 'geh' }],
  ['organisations.list', {}],
  ['municipalities.get', { slug: 'brunssum' }],
  ['audit.list', { action: 'community' }],
  ['leaving.part', { part: 'community_offer', after: null }],
  ['leaving.part', { part: 'community_offer_choice', after: null }],
];

const asked = async (more: readonly (readonly [string, unknown])[] = []) => {
  const told: Record<string, string> = {};
  for (const person of outsiders) {
    const secret = person === null ? null : await alliance.secretOf(person);
    for (const [at, [procedure, input]] of [...questions, ...more].entries())
      told[`${person ?? 'visitor'} ${at} ${procedure}`] = normalised(
        await call(alliance, { procedure, kind: 'query', input, secret }),
      );
  }
  return told;
};

/** Everything that can be done in one, by who belongs to it. */
async function goOn(): Promise<{ id: string; handle: string; thread: { id: string; handle: string } }> {
  const founder = (await alliance.as('partner')).communities;
  const { id, slug } = await founder.found.mutate({
    ...described('invitation', 'Geheim beraad over taal'),
    purpose: 'Geheim.',
  });
  const community = { id, slug, handle: handleOf(slug), joining: 'invitation' as const };
  for (const person of ['editor', 'strangerEditor'] as const)
    await bringIn(alliance, community, { by: 'partner', person });
  await founder.invite.mutate({ id, address: 'niemand@elders.example' });
  const thread = await makeThread(alliance, community, { by: 'editor', title: 'Geheime vraag' });
  const post = await makeReply(alliance, thread, { by: 'strangerEditor', body: 'Geheim, @proef-editor.' });
  const editor = (await alliance.as('editor')).communities;
  await editor.react.mutate({ id: post, kind: 'idea', on: true });
  await editor.markAnswer.mutate({ id: post, answer: true });
  await editor.reportPost.mutate({ id: post, reason: 'Geheim gemeld.' });
  await (
    await alliance.as('strangerEditor')
  ).communities.editPost.mutate({ id: post, body: 'Nog geheimer.' });
  await founder.arrangeThread.mutate({ id: thread.id, what: 'pin' });
  await founder.keepInLibrary.mutate({ id, address: `/gesprekken/${thread.slug}`, note: '' });
  const account = await accountOf(alliance, 'strangerEditor');
  await founder.decide.mutate({ id, account, what: 'block', reason: 'Geheim.' });
  return { id, handle: community.handle, thread };
}

describe('a community by invitation', () => {
  it('makes no difference to any answer to anybody else', async () => {
    // Refusals leave events of their own, so the same was asked once before.
    await asked();
    const before = await asked();
    const { handle, thread } = await goOn();
    const after = await asked();
    const different = Object.keys(before).filter((each) => before[each] !== after[each]);
    expect(different).toEqual([]);
    expect(JSON.stringify(after)).not.toMatch(/[Gg]eheim(?! beraad")/);
    const member = (await alliance.as('editor')).communities;
    expect((await member.thread.query({ handle: thread.handle })).posts).toHaveLength(2);
    expect((await member.get.query({ handle })).name).toBe('Geheim beraad over taal');
  }, 180_000);

  it('answers everybody else like one that does not exist, whatever they ask about it', async () => {
    const { id, handle, thread } = await goOn();
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const about = (one: { id: string; handle: string; thread: { id: string; handle: string } }) =>
      [
        ['communities.get', { handle: one.handle }],
        ['communities.threads', { handle: one.handle }],
        ['communities.library', { handle: one.handle }],
        ['communities.members', { handle: one.handle }],
        ['communities.moderation', { handle: one.handle }],
        ['communities.nicknames', { handle: one.handle }],
        ['communities.thread', { handle: one.thread.handle }],
      ] as const;
    const missing = about({
      id: nowhere,
      handle: 'zzzzzzzzzz',
      thread: { id: nowhere, handle: 'zzzzzzzzzz' },
    });
    for (const person of outsiders) {
      const secret = person === null ? null : await alliance.secretOf(person);
      for (const [at, [procedure, input]] of about({ id, handle, thread }).entries()) {
        const [there, nothing] = [
          await call(alliance, { procedure, kind: 'query', input, secret }),
          await call(alliance, { procedure, kind: 'query', input: missing[at]?.[1], secret }),
        ];
        expect({ person, procedure, answer: normalised(there) }).toEqual({
          person,
          procedure,
          answer: normalised(nothing),
        });
      }
    }
  }, 180_000);
});
