// Review: handed in, returned with remarks beside fields, answered, settled, published; and who did what when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { fullContent, makeAgenda, makeIntervention, publishAgain, revisionOf } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const review = async (person: PersonName, id: string) =>
  (await alliance.as(person)).interventions.review.query({ id });

describe('what is handed in', () => {
  it('comes back with remarks beside fields, which are answered and settled', async () => {
    const { id, title } = await makeIntervention(alliance, { state: 'in_review' });
    const editor = await alliance.as('editor');
    const publisher = await alliance.as('publisher');
    await publisher.interventions.remark.mutate({ id, field: 'goal', text: 'Hoeveel kinderen?' });
    await publisher.interventions.return.mutate({ id, remark: '' });

    const [remark] = (await review('editor', id)).remarks;
    expect(remark).toMatchObject({
      field: 'goal',
      text: 'Hoeveel kinderen?',
      role: 'publisher',
      changed: false,
      settled: null,
    });
    const about = { id, remark: remark?.id ?? '' };
    await editor.interventions.answerRemark.mutate({ ...about, text: 'Ongeveer veertig.' });

    // Saving leaves it where it is; that the text changed is said.
    const content = fullContent(title, { goal: 'Veertig kinderen lezen met plezier.' });
    await editor.interventions.save.mutate({ id, revision: await revisionOf(editor, id), content });
    const after = (await review('publisher', id)).remarks[0];
    expect(after).toMatchObject({ changed: true, answers: [{ text: 'Ongeveer veertig.', role: 'editor' }] });

    await editor.interventions.settleRemark.mutate({ ...about, settled: true });
    expect((await review('publisher', id)).remarks[0]?.settled).toMatchObject({ role: 'editor' });
    await editor.interventions.settleRemark.mutate({ ...about, settled: false });
    expect((await review('publisher', id)).remarks[0]?.settled).toBeNull();
  });

  it('is not sent back without a word of what must change', async () => {
    const { id } = await makeIntervention(alliance, { state: 'in_review' });
    const publisher = await alliance.as('publisher');
    expect(await refusalOf(publisher.interventions.return.mutate({ id, remark: '  ' }))).toMatchObject({
      code: 'review.nothing_said',
      fields: [{ field: 'remark', code: 'empty' }],
    });
    await publisher.interventions.return.mutate({ id, remark: 'Noem de bibliotheek.' });
    expect((await review('editor', id)).remarks).toMatchObject([{ field: '', text: 'Noem de bibliotheek.' }]);
  });

  it('stays handed in while its editor goes on writing', async () => {
    const { id } = await makeAgenda(alliance, {});
    const editor = await alliance.as('editor');
    await editor.agendas.submit.mutate({ id });
    const { revision, content } = await editor.agendas.workingCopy.query({ id });
    await editor.agendas.save.mutate({ id, revision, content: { ...content, mission: 'Elk kind.' } });
    expect(await editor.agendas.workingCopy.query({ id })).toMatchObject({
      state: 'in_review',
      can: { submit: false },
    });
  });

  it('can be an agenda, with a remark beside one goal', async () => {
    const { id } = await makeAgenda(alliance, {});
    const editor = await alliance.as('editor');
    const publisher = await alliance.as('publisher');
    await editor.agendas.submit.mutate({ id });
    const { content } = await publisher.agendas.workingCopy.query({ id });
    const [goal, other] = content.goals;
    await publisher.agendas.remark.mutate({ id, field: `goals/${goal?.key}`, text: 'Wanneer is dit klaar?' });
    await publisher.agendas.remark.mutate({ id, field: 'mission', text: 'Mooi.' });
    await publisher.agendas.return.mutate({ id, remark: '' });
    const { revision } = await editor.agendas.workingCopy.query({ id });
    const goals = content.goals.map((each) => (each === goal ? { ...each, text: 'In 2026.' } : each));
    await editor.agendas.save.mutate({ id, revision, content: { ...content, goals } });
    const { remarks, steps } = await editor.agendas.review.query({ id });
    expect(remarks.map(({ field, changed }) => [field, changed])).toEqual([
      [`goals/${goal?.key}`, true],
      ['mission', false],
    ]);
    expect(other).toBeDefined();
    expect(steps.map(({ what, role }) => [what, role])).toEqual([
      ['returned', 'publisher'],
      ['submitted', 'editor'],
    ]);
  });
});

describe('what happened', () => {
  it('is told to the whole municipality: in which role, and to who writes there also by whom', async () => {
    const { id } = await makeIntervention(alliance, {
      state: 'in_review',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
    });
    const publisher = await alliance.as('publisher');
    await publisher.interventions.return.mutate({ id, remark: 'Nog even.' });
    await (await alliance.as('editor')).interventions.submit.mutate({ id });
    await publishAgain(publisher, id);
    await publisher.interventions.withdraw.mutate({ id, reason: 'Gestopt.' });

    const { steps } = await review('editor', id);
    expect(steps.map(({ what, role, version }) => [what, role, version])).toEqual([
      ['withdrawn', 'publisher', null],
      ['published', 'publisher', 1],
      ['submitted', 'editor', null],
      ['returned', 'publisher', null],
      ['submitted', 'editor', null],
    ]);
    expect(steps.every(({ by }) => typeof by === 'string')).toBe(true);

    const reading = await review('reader', id);
    expect(reading.steps.map(({ what, role }) => [what, role])).toEqual(
      steps.map(({ what, role }) => [what, role]),
    );
    expect(reading.steps.some(({ by }) => by !== null)).toBe(false);
    expect(reading).toMatchObject({ remarks: [{ text: 'Nog even.', by: null }], can: { remark: false } });
  });

  it('is told to no participant, and to nobody who does not see the draft', async () => {
    const { id } = await makeIntervention(alliance, {
      state: 'in_review',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
    });
    await (await alliance.as('publisher')).interventions.return.mutate({ id, remark: 'Onder ons.' });
    expect(await review('agreedPublisher', id)).toEqual({ remarks: [], steps: [], can: { remark: false } });
    const participant = await alliance.as('agreedPublisher');
    const remark = { id, field: 'goal', text: 'Wij zien dit ook.' };
    expect(await codeOf(participant.interventions.remark.mutate(remark))).toBe('intervention.read_only');
    expect(await codeOf(review('strangerEditor', id))).toBe('intervention.not_found');
  });
});

describe('a remark', () => {
  it('is refused beside a field that there is not, with a BSN in it, without a word, and by a reader', async () => {
    const { id } = await makeIntervention(alliance, {});
    const editor = await alliance.as('editor');
    const made = (field: string, text: string) =>
      codeOf(editor.interventions.remark.mutate({ id, field, text }));
    expect(await made('nergens', 'Hier?')).toBe('review.no_such_field');
    expect(await made('constructor', 'Hier?')).toBe('review.no_such_field');
    expect(await made('goal', 'Zijn BSN is 111222333.')).toBe('review.bsn');
    expect(await made('goal', ' ')).toBe('input.invalid');
    expect(await made('goal', 'Draai \u202e om')).toBe('input.invalid');
    const reader = await alliance.as('reader');
    expect(await codeOf(reader.interventions.remark.mutate({ id, field: 'goal', text: 'Mag dit?' }))).toBe(
      'account.other_role_needed',
    );
    expect((await review('editor', id)).remarks).toEqual([]);
  });

  it('is answered where it was made: not from another draft', async () => {
    const [one, other] = [await makeIntervention(alliance, {}), await makeIntervention(alliance, {})];
    const editor = await alliance.as('editor');
    await editor.interventions.remark.mutate({ id: one.id, field: 'goal', text: 'Hoeveel?' });
    const remark = (await review('editor', one.id)).remarks[0]?.id ?? '';
    expect(
      await codeOf(editor.interventions.answerRemark.mutate({ id: other.id, remark, text: 'Tien.' })),
    ).toBe('remark.not_found');
    expect(
      await codeOf(editor.interventions.settleRemark.mutate({ id: other.id, remark, settled: true })),
    ).toBe('remark.not_found');
  });
});
