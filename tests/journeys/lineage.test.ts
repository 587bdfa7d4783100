// Taking over what works elsewhere: A → B → C, and what a change in A means for the others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { doors, type Client } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';
import {
  adoptAndPublish,
  fullContent,
  handleOf,
  makeIntervention,
  publishAgain,
  revisionOf,
  rewrite,
} from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const handleFor = async (client: Client, id: string) =>
  handleOf((await client.interventions.workingCopy.query({ id })).slug);

const there = async (client: Client, id: string) => {
  const source = await client.adoptions.source.query({ id });
  if (source.state !== 'there') throw new Error(`the source is ${source.state}`);
  return source;
};

describe.each(doors)('through the %s door', (door) => {
  const as = (person: PersonName) => alliance.as(person, door);

  it('a municipality takes over a page: what is shared comes along, what is local does not', async () => {
    const source = await makeIntervention(alliance, {
      state: 'published',
      title: 'Samen lezen',
      content: {
        activeIngredients: ['Vaste leesmaatjes', 'Elke week'],
        contactMailbox: 'jeugd@bron.example',
      },
    });
    const editor = await as('strangerEditor');
    const { id } = await editor.adoptions.adopt.mutate({ handle: source.handle });
    const copy = await editor.interventions.workingCopy.query({ id });
    expect(copy).toMatchObject({ state: 'draft', municipality: { name: 'Midden-Groningen' } });
    expect(copy.content).toMatchObject({
      title: 'Samen lezen',
      goal: fullContent('').goal,
      activeIngredients: ['Vaste leesmaatjes', 'Elke week'],
      locations: '',
      contactMailbox: '',
      visibility: 'municipality',
    });
    expect(await there(editor, id)).toMatchObject({
      source: { title: 'Samen lezen', municipality: { name: 'Brunssum' } },
      version: 1,
      newest: 1,
      news: [],
    });
    // Nobody hears of a draft.
    const { pages, adopters } = await (await as('editor')).adoptions.lineage.query({ handle: source.handle });
    expect([pages.length, adopters]).toEqual([1, 0]);
  });

  it('A → B → C: a change in A reaches B field by field, and C only through B', async () => {
    const a = await makeIntervention(alliance, { state: 'published', title: 'De brugklas voorbereid' });
    const [brunssum, groningen, heerlen] = [
      await as('publisher'),
      await as('strangerPublisher'),
      await as('agreedPublisher'),
    ];
    const b = await adoptAndPublish(groningen, a.handle, { activities: 'Elke maand een middag op het vo.' });
    await groningen.adoptions.explain.mutate({
      id: b,
      reasons: { activities: 'Bij ons ligt het vo verder weg.' },
    });
    await rewrite(groningen, b, {});
    await publishAgain(groningen, b);
    const c = await adoptAndPublish(heerlen, await handleFor(groningen, b));

    await rewrite(brunssum, a.id, {
      goal: 'Alle kinderen beginnen met vertrouwen aan het vo.',
      activities: 'Elke week een uur op het vo.',
      locations: 'Drie scholen in het centrum',
    });
    await publishAgain(brunssum, a.id);

    // B sees what changed at its source, beside its own; where the source's pupils sit is none of that.
    const seen = await there(groningen, b);
    expect([seen.version, seen.newest]).toEqual([1, 2]);
    expect(seen.news.map(({ field }) => field)).toEqual(['goal', 'activities']);
    expect(seen.news[1]).toEqual({
      field: 'activities',
      then: fullContent('').activities,
      now: 'Elke week een uur op het vo.',
      ours: 'Elke maand een middag op het vo.',
    });
    // C follows B, and B published nothing new.
    expect((await there(heerlen, c)).news).toEqual([]);

    const { revision } = await groningen.adoptions.takeOver.mutate({
      id: b,
      revision: await revisionOf(groningen, b),
      version: 2,
      fields: ['goal'],
    });
    const taken = await groningen.interventions.workingCopy.query({ id: b });
    expect(taken).toMatchObject({ revision, state: 'draft' });
    expect(taken.content.goal).toBe('Alle kinderen beginnen met vertrouwen aan het vo.');
    expect(taken.content.activities).toBe('Elke maand een middag op het vo.');
    expect((await there(groningen, b)).news).toEqual([]);
    await publishAgain(groningen, b);
    expect((await there(heerlen, c)).news.map(({ field }) => field)).toEqual(['goal']);

    // The whole family, for everybody, with what each did to the text.
    const { pages, adopters } = await alliance
      .visitor(door)
      .adoptions.lineage.query({ handle: await handleFor(heerlen, c) });
    expect(pages.map(({ municipality, fromVersion }) => [municipality.name, fromVersion])).toEqual([
      ['Brunssum', null],
      ['Midden-Groningen', 2],
      ['Heerlen', 2],
    ]);
    expect(pages[1]?.fidelity?.fields.filter(({ standing }) => standing !== 'kept')).toEqual([
      { field: 'activities', standing: 'changed', why: 'Bij ons ligt het vo verder weg.' },
    ]);
    expect(pages[2]?.from).toBe(pages[1]?.slug);
    expect(adopters).toBeNull();
    const page = await alliance.visitor(door).interventions.get.query({ handle: a.handle });
    expect(page.state === 'published' && page.relations.adapted_from.from).toMatchObject([
      { municipality: { name: 'Midden-Groningen' } },
    ]);
  });

  it('the source counts who took over, and names only whom it may see', async () => {
    const { handle } = await makeIntervention(alliance, { state: 'published', title: 'Taalmaatjes' });
    await adoptAndPublish(await as('strangerPublisher'), handle);
    const hidden = await adoptAndPublish(await as('agreedPublisher'), handle, { visibility: 'municipality' });
    const asSource = async () => (await as('reader')).adoptions.lineage.query({ handle });
    const family = await asSource();
    expect(family.pages.map(({ municipality }) => municipality.name)).toEqual([
      'Brunssum',
      'Midden-Groningen',
    ]);
    expect(family.adopters).toBe(2);
    // Others are not told that there is one more.
    expect((await alliance.visitor(door).adoptions.lineage.query({ handle })).adopters).toBeNull();
    await (
      await as('agreedPublisher')
    ).interventions.withdraw.mutate({ id: hidden, reason: 'Het project is gestopt.' });
    expect((await asSource()).adopters).toBe(1);
  });

  it('what the lead explains is not published by the answer of a participant', async () => {
    const source = await makeIntervention(alliance, { state: 'published', title: 'Buurtgezin' });
    const lead = await as('strangerPublisher');
    const id = await adoptAndPublish(lead, source.handle, { goal: 'Een gezin helpt een gezin.' });
    const part = { municipality: agreed, commitment: 'confirmed', pupils: null, schools: '' } as const;
    await lead.interventions.stateParticipation.mutate({ id, ...part });
    await rewrite(lead, id, {});
    await publishAgain(lead, id);
    await lead.adoptions.explain.mutate({ id, reasons: { goal: 'Dit staat nog nergens.' } });
    const { municipality: _, ...answer } = part;
    const participant = await as('agreedPublisher');
    await participant.interventions.answerParticipation.mutate({ id, ...answer });
    // Who takes part reads the draft, and says nothing in the name of its lead.
    expect(
      await codeOf(participant.adoptions.explain.mutate({ id, reasons: { goal: 'Zeggen wij erbij.' } })),
    ).toBe('intervention.read_only');
    const handle = await handleFor(lead, id);
    const shown = async () =>
      JSON.stringify(await alliance.visitor(door).adoptions.lineage.query({ handle }));
    const page = await alliance.visitor(door).interventions.get.query({ handle });
    expect(page.state === 'published' && page.card.version).toBe(3);
    expect(await shown()).toContain('Buurtgezin');
    expect(await shown()).not.toContain('Dit staat nog nergens.');
    await rewrite(lead, id, {});
    await publishAgain(lead, id);
    expect(await shown()).toContain('Dit staat nog nergens.');
  });

  it('what one may not read cannot be taken over, and the own page need not be', async () => {
    const secret = await makeIntervention(alliance, { state: 'published', visibility: 'municipality' });
    const draft = await makeIntervention(alliance, { state: 'draft' });
    const gone = await makeIntervention(alliance, { state: 'withdrawn' });
    const stranger = await as('strangerEditor');
    for (const { handle } of [secret, draft, gone]) {
      expect(await codeOf(stranger.adoptions.adopt.mutate({ handle }))).toBe('intervention.not_found');
    }
    const open = await makeIntervention(alliance, { state: 'published' });
    expect(await codeOf((await as('editor')).adoptions.adopt.mutate({ handle: open.handle }))).toBe(
      'adoption.own',
    );
  });

  it('a source that moved meanwhile, or a draft that somebody else changed, changes nothing', async () => {
    const source = await makeIntervention(alliance, { state: 'published', title: 'Rekenclub' });
    const publisher = await as('publisher');
    const stranger = await as('strangerPublisher');
    const { id } = await stranger.adoptions.adopt.mutate({ handle: source.handle });
    const before = await stranger.interventions.workingCopy.query({ id });
    await rewrite(publisher, source.id, { goal: 'Meer plezier in rekenen.' });
    await publishAgain(publisher, source.id);
    const take = { id, revision: before.revision, fields: ['goal' as const] };
    expect(await codeOf(stranger.adoptions.takeOver.mutate({ ...take, version: 1 }))).toBe(
      'adoption.source_moved',
    );
    await rewrite(stranger, id, { summary: 'Samen rekenen.' });
    expect(await codeOf(stranger.adoptions.takeOver.mutate({ ...take, version: 2 }))).toBe(
      'intervention.stale',
    );
    expect((await stranger.interventions.workingCopy.query({ id })).content.goal).toBe(before.content.goal);
  });

  it('a source that is withdrawn leaves the adopter its text', async () => {
    const source = await makeIntervention(alliance, { state: 'published', title: 'Huiswerkklas' });
    const stranger = await as('strangerPublisher');
    const id = await adoptAndPublish(stranger, source.handle);
    await (await as('publisher')).interventions.withdraw.mutate({ id: source.id, reason: 'Gestopt.' });
    expect(await stranger.adoptions.source.query({ id })).toMatchObject({ state: 'gone' });
    expect(
      await codeOf(
        stranger.adoptions.takeOver.mutate({
          id,
          revision: await revisionOf(stranger, id),
          version: 1,
          fields: [],
        }),
      ),
    ).toBe('adoption.not_found');
    const { pages } = await alliance
      .visitor(door)
      .adoptions.lineage.query({ handle: await handleFor(stranger, id) });
    expect(pages.map(({ from, fidelity }) => [from, fidelity])).toEqual([[null, null]]);
  });
});
