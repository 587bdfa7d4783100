// Who takes part sees the draft from agreeing to withdrawing, and lists, search and counts follow.
import { backdateQuestions } from '@kansenplein/core';
import { asOwner } from '@kansenplein/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, stated, type Alliance, type PersonName } from '../support/alliance.ts';
import { codeOf } from '../support/refusals.ts';
import { makeIntervention, publishAgain, type Made } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const part = { pupils: 30, schools: 'Twee scholen' };

async function answer(person: PersonName, id: string, commitment: 'confirmed' | 'conditional' | 'withdrawn') {
  const client = await alliance.as(person);
  const condition = commitment === 'conditional' ? 'Als de raad akkoord gaat.' : '';
  return client.interventions.answerParticipation.mutate({ id, commitment, condition, ...part });
}

async function invite(id: string, municipality: string) {
  const lead = await alliance.as('editor');
  return lead.interventions.stateParticipation.mutate({
    id,
    municipality,
    commitment: 'confirmed',
    pupils: null,
    schools: '',
  });
}

/** Everything through which a participant could notice the draft. */
async function sightOf(person: PersonName, { id, title }: Made) {
  const client = await alliance.as(person);
  const { interventions, invitations } = await client.interventions.workingCopies.query();
  const draft = await client.interventions.workingCopy.query({ id }).then(
    ({ content }) => content.title === title,
    (error: { data: { code: string } }) => error.data.code,
  );
  return {
    draft,
    listed: interventions.some((each) => each.id === id),
    invited: invitations.some((each) => each.intervention === id),
  };
}

const nothing = { draft: 'intervention.not_found', listed: false, invited: false };

describe('a draft', () => {
  it('stays out of sight of who is merely named, who sees that it is named and by whom', async () => {
    const made = await makeIntervention(alliance);
    expect(await sightOf('statedPublisher', made)).toEqual(nothing);
    await invite(made.id, stated);
    expect(await sightOf('statedPublisher', made)).toEqual({ ...nothing, invited: true });
    const { invitations } = await (await alliance.as('statedPublisher')).interventions.workingCopies.query();
    const named = invitations.find(({ intervention }) => intervention === made.id);
    expect(named).toMatchObject({ title: made.title, lead: { name: 'Brunssum' } });
    expect(await sightOf('agreedPublisher', made)).toEqual(nothing);
  });

  it('is read by who agreed, not by others that are named, and edited by neither', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, agreed);
    await invite(made.id, stated);
    await answer('agreedPublisher', made.id, 'confirmed');
    const sees = { draft: true, listed: true, invited: false };
    expect(await sightOf('agreedPublisher', made)).toEqual(sees);
    expect(await sightOf('agreedEditor', made)).toEqual(sees);
    expect(await sightOf('statedPublisher', made)).toEqual({ ...nothing, invited: true });
    const client = await alliance.as('agreedPublisher');
    const copy = await client.interventions.workingCopy.query({ id: made.id });
    expect(copy.can).toMatchObject({
      edit: false,
      publish: false,
      withdraw: false,
      discard: false,
      answer: true,
    });
    const save = client.interventions.save.mutate({
      id: made.id,
      revision: copy.revision,
      content: copy.content,
    });
    expect(await codeOf(save)).toBe('intervention.read_only');
  });

  it('is gone for who withdrew, who comes back only when the lead invites again', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, agreed);
    await answer('agreedPublisher', made.id, 'confirmed');
    await answer('agreedPublisher', made.id, 'withdrawn');
    expect(await sightOf('agreedPublisher', made)).toEqual(nothing);
    expect(await codeOf(answer('agreedPublisher', made.id, 'confirmed'))).toBe(
      'participation.needs_new_invitation',
    );
    expect(await sightOf('agreedPublisher', made)).toEqual(nothing);
    await invite(made.id, agreed);
    expect(await sightOf('agreedPublisher', made)).toEqual({ ...nothing, invited: true });
    await answer('agreedPublisher', made.id, 'conditional');
    expect(await sightOf('agreedPublisher', made)).toMatchObject({ draft: true, listed: true });
  });

  it('is gone for who was removed by the lead', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, agreed);
    await answer('agreedPublisher', made.id, 'confirmed');
    const lead = await alliance.as('editor');
    await lead.interventions.removeParticipation.mutate({ id: made.id, municipality: agreed });
    expect(await sightOf('agreedPublisher', made)).toEqual(nothing);
  });

  it('keeps both sights when two participants answer at the same moment', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, agreed);
    await invite(made.id, stated);
    await Promise.all([
      answer('agreedPublisher', made.id, 'confirmed'),
      answer('statedPublisher', made.id, 'confirmed'),
    ]);
    expect(await sightOf('agreedPublisher', made)).toMatchObject({ draft: true });
    expect(await sightOf('statedPublisher', made)).toMatchObject({ draft: true });
  });
});

describe('a question', () => {
  const questionOf = async (person: PersonName, id: string) =>
    (await alliance.as(person)).interventions.question.query({ id });
  const contentOf = async (id: string) =>
    (await (await alliance.as('editor')).interventions.workingCopy.query({ id })).content;

  it('shows who is named the title, the lead and its own part, and nothing of the draft or of the others', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, stated);
    await invite(made.id, agreed);
    await answer('agreedPublisher', made.id, 'confirmed');
    const seen = JSON.stringify(await questionOf('statedPublisher', made.id));
    expect(seen).toContain(made.title);
    expect(seen).not.toContain('Heerlen');
    for (const [field, text] of Object.entries(await contentOf(made.id)))
      if (typeof text === 'string' && text.length > 12 && field !== 'title')
        expect({ field, seen: seen.includes(text) }).toEqual({ field, seen: false });
    expect(await codeOf(questionOf('strangerPublisher', made.id))).toBe('participation.not_found');
    expect(await codeOf(questionOf('publisher', made.id))).toBe('participation.not_found');
  });

  it('that was declined keeps the title it had: what the lead writes afterwards is not for who said no', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, stated);
    const participant = await alliance.as('statedPublisher');
    await participant.interventions.declineParticipation.mutate({ id: made.id, reason: 'Geen plaats.' });
    expect(await sightOf('statedPublisher', made)).toEqual(nothing);
    const lead = await alliance.as('editor');
    const { revision, content } = await lead.interventions.workingCopy.query({ id: made.id });
    await lead.interventions.save.mutate({
      id: made.id,
      revision,
      content: { ...content, title: 'Een ander plan' },
    });
    expect(await questionOf('statedPublisher', made.id)).toMatchObject({ title: made.title, part: null });
    await invite(made.id, agreed);
    await answer('agreedPublisher', made.id, 'confirmed');
    // Nor does another participant read why.
    const copy = await (
      await alliance.as('agreedPublisher')
    ).interventions.workingCopy.query({ id: made.id });
    expect(copy.asked).toEqual([]);
    expect(JSON.stringify(copy)).not.toContain('Geen plaats.');
  });

  it('that the lead took back is gone for who was asked', async () => {
    const made = await makeIntervention(alliance);
    await invite(made.id, stated);
    await asOwner(alliance.urls.ownerUrl, (tx) => backdateQuestions(tx, made.id, 3));
    expect((await questionOf('statedPublisher', made.id)).toldAt).not.toBeNull();
    const lead = await alliance.as('editor');
    await lead.interventions.removeParticipation.mutate({ id: made.id, municipality: stated });
    expect(await codeOf(questionOf('statedPublisher', made.id))).toBe('participation.not_found');
    expect(await sightOf('statedPublisher', made)).toEqual(nothing);
  });
});

describe('at the same moment', () => {
  it('answers, namings and publications wait for each other and none is lost', async () => {
    const made = await makeIntervention(alliance, {
      state: 'published',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }, { municipality: stated }],
    });
    const lead = await alliance.as('publisher');
    for (let round = 0; round < 5; round += 1) {
      const { revision, content } = await lead.interventions.workingCopy.query({ id: made.id });
      await lead.interventions.save.mutate({
        id: made.id,
        revision,
        content: { ...content, funding: `Ronde ${round}` },
      });
      await Promise.all([
        publishAgain(lead, made.id),
        answer('agreedPublisher', made.id, 'confirmed'),
        answer('statedPublisher', made.id, 'confirmed'),
        invite(made.id, 'gm0882'),
      ]);
    }
    expect(await sightOf('agreedPublisher', made)).toMatchObject({ draft: true });
    expect(await sightOf('statedPublisher', made)).toMatchObject({ draft: true });
  });
});

describe('what was published to those who take part', () => {
  /** The page by its address, in the list, in search and in the counts. */
  async function pageAs(person: PersonName | null, { handle, title }: Made) {
    const client = person === null ? alliance.visitor() : await alliance.as(person);
    const page = await client.interventions.get.query({ handle }).then(
      ({ state }) => state,
      (error: { data: { code: string } }) => error.data.code,
    );
    const found = async (text: string) => {
      const { hits, total, facets } = await client.finding.find.query({
        text,
        kinds: ['intervention'],
        literal: text !== '',
      });
      const counted = facets?.municipalities.find(({ value }) => value === 'gm0899')?.count ?? 0;
      return {
        hit: hits.some((hit) => hit.kind === 'intervention' && hit.card.handle === handle),
        total,
        counted,
      };
    };
    return { page, list: await found(''), search: await found(title) };
  }

  it('is found by them in list, search and counts from agreeing to withdrawing, and by nobody else', async () => {
    const made = await makeIntervention(alliance, {
      title: 'Kwartelslag',
      state: 'published',
      visibility: 'municipality',
    });
    const before = await pageAs('agreedPublisher', made);
    expect(before).toMatchObject({
      page: 'intervention.not_found',
      list: { hit: false },
      search: { hit: false, total: 0, counted: 0 },
    });
    const stranger = await pageAs('strangerPublisher', made);

    await invite(made.id, agreed);
    expect(await pageAs('agreedPublisher', made)).toEqual(before);
    await answer('agreedPublisher', made.id, 'confirmed');
    const during = await pageAs('agreedPublisher', made);
    expect(during).toMatchObject({
      page: 'published',
      list: { hit: true },
      search: { hit: true, total: 1, counted: 1 },
    });
    expect(during.list.total).toBe(before.list.total + 1);
    expect(during.list.counted).toBe(before.list.counted + 1);
    expect(await pageAs('reader', made)).toMatchObject({ page: 'published', search: { total: 1 } });

    await answer('agreedPublisher', made.id, 'withdrawn');
    expect(await pageAs('agreedPublisher', made)).toEqual(before);
    expect(await pageAs('strangerPublisher', made)).toEqual(stranger);
    expect(await pageAs('reader', made)).toMatchObject({ page: 'published', search: { total: 1 } });
  });

  it('keeps its older versions from who no longer takes part', async () => {
    const made = await makeIntervention(alliance, {
      state: 'published',
      visibility: 'municipality',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
    });
    const lead = await alliance.as('publisher');
    const copy = await lead.interventions.workingCopy.query({ id: made.id });
    await lead.interventions.save.mutate({
      id: made.id,
      revision: copy.revision,
      content: { ...copy.content, summary: 'Anders.' },
    });
    await publishAgain(lead, made.id);
    expect(await pageAs('agreedPublisher', made)).toMatchObject({ page: 'published' });
    await answer('agreedPublisher', made.id, 'withdrawn');
    expect(await pageAs('agreedPublisher', made)).toMatchObject({ page: 'intervention.not_found' });
  });
});

describe('an answer after publication', () => {
  it('makes a new version, so that the page stays true', async () => {
    const made = await makeIntervention(alliance, {
      state: 'published',
      parts: [{ municipality: stated, commitment: 'conditional' }],
    });
    const page = async () => {
      const found = await alliance.visitor().interventions.get.query({ handle: made.handle });
      if (found.state !== 'published') throw new Error('withdrawn');
      const kerkrade = found.participations.find(({ municipality }) => municipality.code === stated);
      return {
        version: found.card.version,
        versions: found.versions.map(({ number }) => number),
        kerkrade,
        totals: found.totals,
      };
    };
    const first = await page();
    expect(first).toMatchObject({
      version: 1,
      kerkrade: { agreed: false, commitment: 'conditional', pupils: null },
    });
    await answer('statedPublisher', made.id, 'confirmed');
    const second = await page();
    expect(second).toMatchObject({
      version: 2,
      versions: [2, 1],
      kerkrade: { agreed: true, commitment: 'confirmed', pupils: 30 },
    });
    expect(second.totals.withoutConditional.pupils).toBe(30);
    await answer('statedPublisher', made.id, 'withdrawn');
    const third = await page();
    expect(third.version).toBe(3);
    expect(third.totals.withConditional.pupils).toBe(0);
    // The lead goes on from the newest version, not from the one it published itself.
    const lead = await alliance.as('publisher');
    const copy = await lead.interventions.workingCopy.query({ id: made.id });
    await lead.interventions.save.mutate({ id: made.id, revision: copy.revision, content: copy.content });
    expect(await publishAgain(lead, made.id)).toMatchObject({ version: 4 });
    const fourth = await page();
    expect(fourth.kerkrade).toBeUndefined();
  });
});
