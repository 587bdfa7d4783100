// What each municipality brings into something joint: pupils, money and its own way, and what that is together.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, conditional, makeAlliance, own, stated, type Alliance } from '../support/alliance.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention, publishAgain, rewrite, type Made } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

type Answerer = 'agreedPublisher' | 'conditionalPublisher' | 'statedPublisher';

const money = (budgetEuros: number, budgetPer: 'year' | 'whole' = 'year') => ({ budgetEuros, budgetPer });
const nothing = { budgetEuros: null, budgetPer: null };

const part = {
  pupils: 30,
  schools: 'De Ark',
  budgetShare: '',
  contactRole: '',
  contactMailbox: '',
  localForm: 'Bij ons leest een **oudere leerling** voor.',
};

async function state(made: Made, municipality: string, more: object = {}) {
  const lead = await alliance.as('editor');
  const stating = { id: made.id, municipality, commitment: 'confirmed' as const, pupils: 20, schools: '' };
  return lead.interventions.stateParticipation.mutate({ ...stating, ...more });
}

async function answer(
  person: Answerer,
  made: Made,
  more: Partial<typeof part> & {
    commitment?: 'confirmed' | 'conditional' | 'withdrawn';
    budgetEuros?: number | null;
    budgetPer?: 'year' | 'whole' | null;
  } = {},
) {
  const { commitment = 'confirmed', ...rest } = more;
  const client = await alliance.as(person);
  const condition = commitment === 'conditional' ? 'Als de raad akkoord gaat.' : '';
  return client.interventions.answerParticipation.mutate({ id: made.id, commitment, condition, ...rest });
}

async function pageOf({ handle }: Made) {
  const page = await alliance.visitor('http').interventions.get.query({ handle });
  if (page.state !== 'published') throw new Error('not published');
  return page;
}

/** The own part as who takes part reads it, and sends it back with a change. */
async function change(person: Answerer, made: Made, more: object) {
  const client = await alliance.as(person);
  const { part: now, seen } = await client.interventions.question.query({ id: made.id });
  if (!now) throw new Error('no part');
  const { commitment: _commitment, condition: _condition, ...fields } = now;
  return client.interventions.saveOwnPart.mutate({ id: made.id, seen, ...fields, ...more });
}

describe('money of several municipalities', () => {
  it('is a total of who confirmed, with and without who is conditional, and says who named none', async () => {
    const made = await makeIntervention(alliance, { content: { budget: 25_000, budgetPer: 'year' } });
    await state(made, own, money(10_000));
    for (const each of [agreed, conditional, stated]) await state(made, each, money(900));
    await answer('agreedPublisher', made, { ...part, ...nothing });
    await answer('conditionalPublisher', made, { commitment: 'conditional', ...part, ...money(5_000) });
    await publishAgain(await alliance.as('publisher'), made.id);
    const { totals, participations } = await pageOf(made);
    expect(totals.confirmed).toMatchObject({
      municipalities: 2,
      money: { year: 10_000, whole: null, unknown: 1 },
    });
    expect(totals.confirmedWithConditional).toMatchObject({
      municipalities: 3,
      money: { year: 15_000, whole: null, unknown: 1 },
    });
    // What the lead said for somebody who is silent stands apart.
    expect(totals.stated).toMatchObject({ municipalities: 1, money: { year: 900, whole: null, unknown: 0 } });
    expect(totals.budget).toEqual({ euros: 25_000, per: 'year', gap: 10_000 });
    expect(participations.map(({ budgetEuros }) => budgetEuros)).toEqual([10_000, null, 900, 5_000]);
    // The lead sees the same where it writes.
    const copy = await (await alliance.as('editor')).interventions.workingCopy.query({ id: made.id });
    expect(copy.totals).toEqual(totals);
  });

  it('that does not add up to what it costs is said, and never keeps anybody from publishing', async () => {
    const made = await makeIntervention(alliance, { content: { budget: 1_000, budgetPer: 'whole' } });
    await state(made, own, money(1_500, 'whole'));
    await publishAgain(await alliance.as('publisher'), made.id);
    expect((await pageOf(made)).totals.budget).toEqual({ euros: 1_000, per: 'whole', gap: -500 });
  });

  it('is a whole amount with what it is for', async () => {
    const made = await makeIntervention(alliance);
    expect(await codeOf(state(made, agreed, { budgetEuros: 500 }))).toBe(
      'participation.budget_period_missing',
    );
    for (const budgetEuros of [-1, 1.5, 2_000_000_000])
      expect(await codeOf(state(made, agreed, { budgetEuros, budgetPer: 'year' }))).toBe('input.invalid');
    // A period without an amount says nothing, and is not kept.
    await state(made, agreed, { budgetPer: 'year' });
    const copy = await (await alliance.as('editor')).interventions.workingCopy.query({ id: made.id });
    expect(copy.participations.at(1)).toMatchObject(nothing);
  });

  it('of who withdraws after publication is gone from a new version, and stays in the one before', async () => {
    const made = await makeIntervention(alliance);
    await state(made, own, money(10_000));
    await state(made, agreed);
    await answer('agreedPublisher', made, {
      ...part,
      ...money(5_000),
      contactMailbox: 'jeugd@heerlen.example',
    });
    await publishAgain(await alliance.as('publisher'), made.id);
    await answer('agreedPublisher', made, { commitment: 'withdrawn' });
    const page = await pageOf(made);
    expect(page.card.version).toBe(2);
    expect(page.totals.confirmed).toMatchObject({ municipalities: 1, money: { year: 10_000, unknown: 0 } });
    // Named as who left, with nothing else of it.
    expect(page.participations.at(1)).toMatchObject({
      municipality: { code: agreed },
      commitment: 'withdrawn',
      ...nothing,
      pupils: null,
      contactMailbox: '',
      localForm: '',
    });
    const visitor = alliance.visitor('http');
    const first = await visitor.interventions.version.query({ handle: made.handle, number: 1 });
    expect(first.page.totals.confirmed.money).toEqual({ year: 15_000, whole: null, unknown: 0 });
    const { differences } = await visitor.interventions.compareVersions.query({
      handle: made.handle,
      from: 1,
      to: 2,
    });
    const sums = differences.filter(({ path }) => path[0] === 'totals' && path.at(-1) === 'eurosPerYear');
    expect(sums.map(({ words }) => words.map(({ kind, text }) => `${kind} ${text}`))).toContainEqual([
      'removed 15000',
      'added 10000',
    ]);
  });

  it('asks again who agreed when what all of it costs has changed, and not when it stayed', async () => {
    const made = await makeIntervention(alliance, { content: { budget: 5_000, budgetPer: 'whole' } });
    await state(made, agreed);
    await answer('agreedPublisher', made, { ...part, ...money(500) });
    const publisher = await alliance.as('publisher');
    await publishAgain(publisher, made.id);
    await rewrite(publisher, made.id, { summary: 'Een betere samenvatting.' });
    await publishAgain(publisher, made.id);
    expect((await pageOf(made)).totals.stated.municipalities).toBe(0);
    await rewrite(publisher, made.id, { budget: 50_000 });
    await publishAgain(publisher, made.id);
    const { totals, participations } = await pageOf(made);
    expect(participations.at(1)).toMatchObject({ agreed: false, earlier: true });
    expect(totals.confirmed.municipalities).toBe(1);
    expect(totals.stated.money.year).toBe(500);
    const question = await (
      await alliance.as('agreedPublisher')
    ).interventions.question.query({ id: made.id });
    expect(question.changed).toEqual(['budget']);
  });
});

describe('the own part', () => {
  const published = async () => {
    const made = await makeIntervention(alliance, { content: { localForm: 'Een vrijwilliger leest voor.' } });
    await state(made, agreed);
    await answer('agreedPublisher', made, { ...part, ...money(5_000) });
    await publishAgain(await alliance.as('publisher'), made.id);
    return made;
  };

  it('is changed by who agreed without answering again: the page says so in a version of its own', async () => {
    const made = await published();
    const before = await pageOf(made);
    await change('agreedPublisher', made, {
      pupils: 45,
      ...money(6_000),
      localForm: 'Nu in **twee** wijken.',
    });
    const page = await pageOf(made);
    expect(page.participations.at(1)).toMatchObject({
      commitment: 'confirmed',
      agreed: true,
      pupils: 45,
      ...money(6_000),
      localForm: 'Nu in **twee** wijken.',
    });
    expect(page.versions[0]).toMatchObject({
      number: before.card.version + 1,
      note: 'Gemeente Heerlen heeft haar eigen deel bijgewerkt.',
    });
    // What was published before says what it said.
    const old = await alliance
      .visitor('http')
      .interventions.version.query({ handle: made.handle, number: 1 });
    expect(old.page.participations.at(1)).toMatchObject({ pupils: 30, ...money(5_000) });
    expect(old.page.content).toEqual(page.content);
  });

  it('makes no version of what nobody can read yet, and takes nothing along that the lead is still writing', async () => {
    const made = await published();
    await rewrite(await alliance.as('editor'), made.id, { goal: 'Een nieuw doel, nog in concept.' });
    await change('agreedPublisher', made, { pupils: 46 });
    expect((await pageOf(made)).content.goal).not.toContain('nog in concept');
    const draft = await makeIntervention(alliance);
    await state(draft, agreed);
    await answer('agreedPublisher', draft, part);
    await change('agreedPublisher', draft, { pupils: 47 });
    const [count] = await asSuperuser<{ count: number }>(
      alliance.urls.superuserUrl,
      'select count(*)::int from intervention_version where intervention_id = $1',
      [draft.id],
    );
    expect(count).toEqual({ count: 0 });
  });

  it('shows who writes it how the lead does it, and nobody who has not agreed', async () => {
    const made = await published();
    const ask = async (person: Answerer) =>
      (await alliance.as(person)).interventions.question.query({ id: made.id });
    expect((await ask('agreedPublisher')).leadForm).toBe('Een vrijwilliger leest voor.');
    await state(made, stated);
    expect(await ask('statedPublisher')).toMatchObject({ leadForm: null, can: { editPart: false } });
  });

  it('is not changed by the lead, by an editor, before agreeing, after leaving, or while asked again', async () => {
    const made = await published();
    expect(await codeOf(state(made, agreed, { pupils: 1 }))).toBe('participation.agreed_by_participant');
    const fields = { id: made.id, seen: '', ...part, ...nothing };
    const editor = await alliance.as('agreedEditor');
    expect(await codeOf(editor.interventions.saveOwnPart.mutate(fields))).toBe('account.other_role_needed');
    const lead = await alliance.as('publisher');
    expect(await codeOf(lead.interventions.saveOwnPart.mutate(fields))).toBe('participation.cannot_answer');
    await state(made, stated);
    expect(await codeOf(change('statedPublisher', made, {}))).toBe('participation.not_agreed');
    await rewrite(await alliance.as('editor'), made.id, { goal: 'Een heel ander doel.' });
    await publishAgain(lead, made.id);
    expect(await codeOf(change('agreedPublisher', made, { pupils: 2 }))).toBe('participation.answer_first');
    await answer('agreedPublisher', made, { commitment: 'withdrawn' });
    expect(await codeOf(change('agreedPublisher', made, { pupils: 2 }))).toBe(
      'participation.needs_new_invitation',
    );
  });

  it('is not overwritten by who read an older one', async () => {
    const made = await published();
    const client = await alliance.as('agreedPublisher');
    const { seen } = await client.interventions.question.query({ id: made.id });
    await change('agreedPublisher', made, { pupils: 31 });
    const late = client.interventions.saveOwnPart.mutate({ id: made.id, seen, ...part, ...nothing });
    expect(await codeOf(late)).toBe('participation.changed_meanwhile');
    expect((await pageOf(made)).participations.at(1)?.pupils).toBe(31);
  });

  it('is stopped when it names a person or holds what no page may hold', async () => {
    const made = await published();
    const mail = change('agreedPublisher', made, { localForm: 'Vraag het jan.jansen@heerlen.example.' });
    expect((await refusalOf(mail)).code).toBe('publication.personal_data');
    const html = change('agreedPublisher', made, { localForm: '<script>alert(1)</script>' });
    expect(await refusalOf(html)).toMatchObject({
      code: 'input.invalid',
      fields: [{ code: 'markdown_html' }],
    });
  });

  it('stays what it was when an answer says nothing of it, and is nobody else’s words after a new invitation', async () => {
    const made = await published();
    await answer('agreedPublisher', made, { commitment: 'conditional' });
    expect((await pageOf(made)).participations.at(1)).toMatchObject({ pupils: 30, ...money(5_000) });
    await answer('agreedPublisher', made, { commitment: 'withdrawn' });
    // The lead has no words for it to send.
    expect(await codeOf(state(made, agreed, { localForm: 'Zo.' }))).toBe('input.invalid');
    await state(made, agreed, { pupils: 12 });
    const copy = await (await alliance.as('editor')).interventions.workingCopy.query({ id: made.id });
    expect(copy.participations.at(1)).toMatchObject({ agreed: false, pupils: 12, localForm: '' });
    // What it once wrote waits for it.
    const question = await (
      await alliance.as('agreedPublisher')
    ).interventions.question.query({ id: made.id });
    expect(question.part?.localForm).toBe(part.localForm);
  });
});
