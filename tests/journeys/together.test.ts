// Joint interventions and agendas: what municipalities promise together, and how far they are.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, conditional, makeAlliance, own, stated, type Alliance } from '../support/alliance.ts';
import { doors } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { fullAgenda, fullContent, handleOf } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

describe.each(doors)('through the %s door', (door) => {
  it('four municipalities do something together: 55 pupils and one unknown, with and without the conditional one', async () => {
    const lead = await alliance.as('publisher', door);
    const { id } = await lead.interventions.create.mutate({ title: 'Samen over de drempel' });
    await lead.interventions.save.mutate({ id, revision: 1, content: fullContent('Samen over de drempel') });
    const state = (municipality: string, commitment: 'confirmed' | 'conditional', pupils: number | null) =>
      lead.interventions.stateParticipation.mutate({
        id,
        municipality,
        commitment,
        pupils,
        schools: 'Een school',
      });
    await state(own, 'confirmed', 25);
    await state(agreed, 'confirmed', 20);
    await state(stated, 'confirmed', 10);
    await state(conditional, 'conditional', null);
    const answer = { id, commitment: 'confirmed', pupils: 20, schools: 'Een school' } as const;
    await (await alliance.as('agreedPublisher', door)).interventions.answerParticipation.mutate(answer);
    const { revision, slug } = await lead.interventions.workingCopy.query({ id });
    await lead.interventions.publish.mutate({ id, revision, note: '', personalDataReason: null });

    const page = await alliance.visitor(door).interventions.get.query({ handle: handleOf(slug) });
    if (page.state !== 'published') throw new Error('not published');
    expect(page.totals).toMatchObject({
      confirmed: { municipalities: 2, pupils: 45, unknown: 0 },
      stated: { municipalities: 2, pupils: 10, unknown: 1 },
      withoutConditional: { pupils: 55, unknown: 0 },
      withConditional: { pupils: 55, unknown: 1 },
    });
    expect(page.card).toMatchObject({ partners: 3, conditional: 1, unconfirmed: 2, confirmed: 1 });
    // The page says who has not confirmed: stated is not agreed.
    expect(
      page.participations.map((each) => [each.municipality.name, each.lead, each.commitment, each.agreed]),
    ).toEqual([
      ['Brunssum', true, 'confirmed', true],
      ['Heerlen', false, 'confirmed', true],
      ['Kerkrade', false, 'confirmed', false],
      ['Landgraaf', false, 'conditional', false],
    ]);

    // Landgraaf makes up its mind; its own number counts from then on.
    const landgraaf = await alliance.as('conditionalPublisher', door);
    await landgraaf.interventions.answerParticipation.mutate({
      id,
      commitment: 'confirmed',
      pupils: 12,
      schools: 'Twee scholen',
    });
    const later = await alliance.visitor(door).interventions.get.query({ handle: handleOf(slug) });
    expect(later.state === 'published' && later.totals).toMatchObject({
      confirmed: { pupils: 57, unknown: 0 },
      withoutConditional: { pupils: 67, unknown: 0 },
      withConditional: { pupils: 67, unknown: 0 },
    });
    // What a participant promised is no longer the lead's to change.
    expect(await codeOf(state(conditional, 'confirmed', 1000))).toBe('participation.agreed_by_participant');
  });

  it('an evaluation points at what it evaluates, and back', async () => {
    const publisher = await alliance.as('publisher', door);
    const publish = async (title: string, evaluates: string[]) => {
      const { id } = await publisher.interventions.create.mutate({ title });
      await publisher.interventions.save.mutate({
        id,
        revision: 1,
        content: fullContent(title, { evaluates }),
      });
      const { slug } = await publisher.interventions.publish.mutate({
        id,
        revision: 2,
        note: '',
        personalDataReason: null,
      });
      return { id, slug };
    };
    const subject = await publish('De zomerklas', []);
    const evaluation = await publish('Evaluatie van de zomerklas', [subject.id]);
    const visitor = alliance.visitor(door);
    expect(await visitor.interventions.get.query({ handle: handleOf(evaluation.slug) })).toMatchObject({
      relations: { evaluates: { to: [{ slug: subject.slug, title: 'De zomerklas' }] } },
    });
    expect(await visitor.interventions.get.query({ handle: handleOf(subject.slug) })).toMatchObject({
      relations: { evaluates: { from: [{ slug: evaluation.slug, title: 'Evaluatie van de zomerklas' }] } },
    });
    // Whoever may not see the evaluation is not told that it exists.
    await publisher.interventions.withdraw.mutate({ id: evaluation.id, reason: 'Wordt herzien.' });
    expect(await visitor.interventions.get.query({ handle: handleOf(subject.slug) })).toMatchObject({
      relations: { evaluates: { from: [] } },
    });
  });

  it('an agenda is written, published and says how far it is and what is late', async () => {
    const editor = await alliance.as('editor', door);
    const publisher = await alliance.as('publisher', door);
    const visitor = alliance.visitor(door);
    const { id } = await editor.agendas.create.mutate({ title: 'Iedereen doet mee', kind: 'gka_agenda' });
    const incomplete = await refusalOf(
      publisher.agendas.publish.mutate({ id, revision: 1, note: '', personalDataReason: null }),
    );
    expect(incomplete).toMatchObject({ code: 'agenda.incomplete' });
    expect(incomplete.fields.map(({ field }) => field)).toEqual(['periodFrom', 'periodTo', 'goals']);

    const content = fullAgenda('Iedereen doet mee');
    await editor.agendas.save.mutate({ id, revision: 1, content });
    expect(await codeOf(editor.agendas.save.mutate({ id, revision: 1, content }))).toBe('agenda.stale');
    const lost = {
      ...content,
      actions: content.actions.map((action) => ({ ...action, goals: ['nergens1'] })),
    };
    expect(await codeOf(editor.agendas.save.mutate({ id, revision: 2, content: lost }))).toBe('agenda.keys');
    expect(
      await codeOf(editor.agendas.publish.mutate({ id, revision: 2, note: '', personalDataReason: null })),
    ).toBe('account.other_role_needed');
    const { slug } = await publisher.agendas.publish.mutate({
      id,
      revision: 2,
      note: '',
      personalDataReason: null,
    });

    const page = await visitor.agendas.get.query({ handle: handleOf(slug) });
    expect(page).toMatchObject({
      state: 'published',
      card: { goals: 2, progress: { total: 4, done: 1, underWay: 1, stopped: 1, late: 1 } },
      late: ['actie200'],
      workingCopy: null,
    });
    // Whom it names stands beside it, as far as the reader may see them.
    const { organisations, ...said } = content;
    expect(page.state === 'published' && page.content).toEqual(said);
    expect(page).toMatchObject({ organisations });
    expect(
      (await visitor.agendas.list.query({ municipality: own })).agendas.map((each) => each.id),
    ).toContain(id);
    const found = await visitor.finding.find.query({ text: 'leesclub', kinds: ['agenda'] });
    expect(found.hits.some((hit) => hit.kind === 'agenda' && hit.card.id === id)).toBe(true);

    await publisher.agendas.withdraw.mutate({ id, reason: 'Er komt een nieuwe.' });
    expect(await visitor.agendas.get.query({ handle: handleOf(slug) })).toMatchObject({
      state: 'withdrawn',
      reason: 'Er komt een nieuwe.',
    });
    expect(
      (await visitor.agendas.list.query({ municipality: own })).agendas.map((each) => each.id),
    ).not.toContain(id);
  });
});
