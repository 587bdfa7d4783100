// Taking part by consent: who is named is told, answers for itself, and is asked again when the text changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressOf,
  agreed,
  conditional,
  makeAlliance,
  own,
  stated,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { makePeople } from '../support/owner.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention, publishAgain, type Made } from '../support/writing.ts';

let alliance: Alliance;
let mailbox: Mailbox;
beforeAll(async () => {
  alliance = await makeAlliance();
  mailbox = await openMailbox();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await mailbox.close();
  await alliance.close();
});

const kerkrade = addressOf('statedPublisher');
const heerlen = addressOf('agreedPublisher');
const sql = (text: string, params: unknown[] = []) =>
  asSuperuser<Record<string, unknown>>(alliance.urls.superuserUrl, text, params);

/** Everything over HTTP, as the pages and other programs ask it. */
const as = (person: PersonName) => alliance.as(person, 'http');

const state = async (
  made: Made,
  municipality: string,
  pupils: number | null = 20,
  commitment: 'confirmed' | 'conditional' | 'intended' = 'confirmed',
) =>
  (await as('editor')).interventions.stateParticipation.mutate({
    id: made.id,
    municipality,
    commitment,
    pupils,
    schools: 'De Ark',
  });

const part = {
  pupils: 30,
  schools: 'De Ark en De Regenboog',
  budgetShare: '€ 5.000 per jaar',
  contactRole: 'Beleidsadviseur jeugd',
  contactMailbox: 'jeugd@kerkrade.example',
};
const answer = async (
  person: PersonName,
  made: Made,
  commitment: 'intended' | 'conditional' | 'confirmed' | 'withdrawn',
  change: Partial<typeof part> & { condition?: string } = {},
) =>
  (await as(person)).interventions.answerParticipation.mutate({
    id: made.id,
    commitment,
    ...part,
    ...change,
  });

/** So many minutes pass for what waits to be told. */
const minutesPass = (made: Made, minutes: number) =>
  sql(
    `update participation_question set due_at = due_at - make_interval(mins => $2) where intervention_id = $1`,
    [made.id, minutes],
  );
const about = (address: string, made: Made) =>
  mailbox.to(address).filter(({ text, subject }) => `${subject}${text}`.includes(made.title));
const jobsSettle = () => mailbox.whileJobsRun(alliance, quietAfterwards());
/** True a little later: long enough for every job to have had two rounds. */
const quietAfterwards = () => {
  const until = Date.now() + 1_200;
  return () => Date.now() > until;
};

async function pageOf(made: Made) {
  const page = await alliance.visitor('http').interventions.get.query({ handle: made.handle });
  if (page.state !== 'published') throw new Error('withdrawn');
  return page;
}
const entryOf = async (made: Made, code: string) =>
  (await pageOf(made)).participations.find(({ municipality }) => municipality.code === code);

async function events(made: Made, municipality: string) {
  const rows = await sql(
    `select action from audit_event where object like $1 || '%' and municipality = $2 and action like 'participation.%' order by id`,
    [made.id, municipality],
  );
  return rows.map(({ action }) => action);
}

describe('being told', () => {
  it('waits ten minutes while a draft is typed, and goes out once however often a line is changed', async () => {
    const made = await makeIntervention(alliance, { title: 'Samen naar de brugklas' });
    for (const pupils of [1, 10, 100]) await state(made, stated, pupils);
    await jobsSettle();
    expect(about(kerkrade, made)).toEqual([]);
    await minutesPass(made, 11);
    await mailbox.whileJobsRun(alliance, () => about(kerkrade, made).length > 0, 2);
    await jobsSettle();
    const letters = about(kerkrade, made);
    expect(letters.length).toBe(1);
    expect(letters[0]?.subject).toBe('Brunssum noemt uw gemeente in ‘Samen naar de brugklas’');
    expect(letters[0]?.text).toContain('Gemeente Brunssum noemt gemeente Kerkrade');
    expect(letters[0]?.text).toContain(`${alliance.origin}/mijn/deelnames/${made.id}`);
    expect(letters[0]?.text).toContain('omdat u namens gemeente Kerkrade publiceert of beheert');
    expect(await events(made, stated)).toEqual(['participation.told']);
    expect(await events(made, own)).toEqual([
      'participation.stated',
      'participation.stated',
      'participation.stated',
      'participation.told',
    ]);
  });

  it('happens at once when the text is handed in, and again not when it is published', async () => {
    const made = await makeIntervention(alliance, { title: 'De open schooldeur' });
    await state(made, stated);
    await (await as('editor')).interventions.submit.mutate({ id: made.id });
    await mailbox.whileJobsRun(alliance, () => about(kerkrade, made).length > 0);
    await publishAgain(await as('publisher'), made.id);
    await jobsSettle();
    expect(about(kerkrade, made).length).toBe(1);
  });

  it('says several namings by one municipality in one mail', async () => {
    const three = ['Eerste aanpak', 'Tweede aanpak', 'Derde aanpak'];
    const made: Made[] = [];
    for (const title of three) {
      const each = await makeIntervention(alliance, { title });
      await state(each, stated);
      made.push(each);
    }
    await sql(`update participation_question set due_at = now() - interval '1 second' where told_at is null`);
    await mailbox.whileJobsRun(alliance, () => made.every((each) => about(kerkrade, each).length > 0), 2);
    const letters = new Set(made.flatMap((each) => about(kerkrade, each)));
    expect(letters.size).toBe(1);
    expect([...letters][0]?.text.match(/mijn\/deelnames/g)?.length).toBe(3);
  });

  it('does not happen when the naming is taken back before, and the question is gone', async () => {
    const made = await makeIntervention(alliance, { title: 'Een vergissing' });
    await state(made, stated);
    await (
      await as('editor')
    ).interventions.removeParticipation.mutate({ id: made.id, municipality: stated });
    await jobsSettle();
    expect(about(kerkrade, made)).toEqual([]);
    expect(await codeOf((await as('statedPublisher')).interventions.question.query({ id: made.id }))).toBe(
      'participation.not_found',
    );
  });

  it('reminds once after two weeks, and not who has answered', async () => {
    const silent = await makeIntervention(alliance, { title: 'Het stille plein' });
    const answered = await makeIntervention(alliance, { title: 'Het drukke plein' });
    for (const made of [silent, answered]) {
      await state(made, stated);
      await minutesPass(made, 11);
    }
    await mailbox.whileJobsRun(alliance, () => about(kerkrade, answered).length > 0);
    await answer('statedPublisher', answered, 'confirmed');
    const day = 24 * 60;
    await minutesPass(silent, 13 * day);
    await jobsSettle();
    expect(about(kerkrade, silent).length).toBe(1);
    for (let weeks = 0; weeks < 3; weeks += 1) {
      for (const made of [silent, answered]) await minutesPass(made, 14 * day);
      await mailbox.whileJobsRun(alliance, quietAfterwards(), 2);
    }
    expect(about(kerkrade, silent).length).toBe(2);
    expect(about(kerkrade, silent)[1]?.subject).toMatch(/^Herinnering: /);
    expect(about(kerkrade, answered).length).toBe(1);
    expect(await events(silent, stated)).toEqual(['participation.told', 'participation.reminded']);
  });

  it('waits for a municipality that has not joined; whoever comes first finds the question', async () => {
    const simpelveld = 'gm0965';
    const made = await makeIntervention(alliance, { title: 'Over de gemeentegrens' });
    await state(made, simpelveld);
    await minutesPass(made, 11);
    await jobsSettle();
    expect(mailbox.letters.filter(({ text }) => text.includes(made.title))).toEqual([]);
    const lead = await as('editor');
    const { asked } = await lead.interventions.workingCopy.query({ id: made.id });
    expect(asked).toMatchObject([{ municipality: { code: simpelveld }, joined: false, toldAt: null }]);
    const first = { address: 'eerste@simpelveld.example', name: 'Proef eerste' };
    await makePeople(alliance.urls, [
      { ...first, memberships: [{ municipality: simpelveld, role: 'publisher', organisation: null }] },
    ]);
    await mailbox.whileJobsRun(alliance, () => about(first.address, made).length > 0);
    const client = alliance.client('http', await alliance.signIn(first.address));
    const { invitations } = await client.interventions.workingCopies.query();
    expect(invitations).toMatchObject([
      { intervention: made.id, title: made.title, lead: { name: 'Brunssum' } },
    ]);
  });
});

describe('answering', () => {
  it('confirms with a part of its own; the lead sees what it stated and what was corrected, by which role and when', async () => {
    const made = await makeIntervention(alliance, { title: 'Leren bij de buren' });
    await state(made, stated, 10);
    const participant = await as('statedPublisher');
    const question = await participant.interventions.question.query({ id: made.id });
    expect(question).toMatchObject({
      title: made.title,
      lead: { name: 'Brunssum' },
      agreed: false,
      part: { pupils: 10, schools: 'De Ark' },
      can: { answer: true, decline: true, withdraw: false },
    });
    await answer('statedPublisher', made, 'confirmed');
    const { asked } = await (await as('editor')).interventions.workingCopy.query({ id: made.id });
    expect(asked).toMatchObject([
      {
        municipality: { code: stated },
        answer: 'confirmed',
        answeredRole: 'publisher',
        answeredAt: expect.any(String),
        stated: { pupils: 10, schools: 'De Ark', contactRole: '' },
        part,
      },
    ]);
    expect(await events(made, stated)).toEqual(['participation.confirmed', 'participation.corrected']);
    // After agreeing it may correct its part again.
    await answer('statedPublisher', made, 'confirmed', { pupils: 31 });
    const later = await (await as('editor')).interventions.workingCopy.query({ id: made.id });
    expect(later.asked).toMatchObject([{ stated: { pupils: 10 }, part: { pupils: 31 } }]);
  });

  it('with a reservation says which, and not without', async () => {
    const made = await makeIntervention(alliance, { title: 'Met voorbehoud', state: 'published' });
    await state(made, conditional);
    expect((await refusalOf(answer('conditionalPublisher', made, 'conditional'))).fields).toEqual([
      { field: 'condition', code: 'empty' },
    ]);
    await publishAgainAfterSaving(made);
    const condition = 'Als de raad in juni akkoord gaat.';
    await answer('conditionalPublisher', made, 'conditional', { condition });
    expect(await entryOf(made, conditional)).toMatchObject({
      agreed: true,
      commitment: 'conditional',
      condition,
    });
    // A condition that is met is no longer shown.
    await answer('conditionalPublisher', made, 'confirmed', { condition });
    expect(await entryOf(made, conditional)).toMatchObject({ commitment: 'confirmed', condition: '' });
  });

  it('holds no telephone number: what is said stands on the page at once', async () => {
    const made = await makeIntervention(alliance);
    await state(made, stated);
    const refused = await refusalOf(
      answer('statedPublisher', made, 'confirmed', { schools: 'Bel 06-12345678' }),
    );
    expect(refused.code).toBe('publication.personal_data');
  });

  it('no takes the municipality off the page at once and tells the lead why; asking again is visibly a new invitation', async () => {
    const made = await makeIntervention(alliance, { title: 'Niet voor ons', state: 'published' });
    await state(made, stated);
    await publishAgainAfterSaving(made);
    expect(await entryOf(made, stated)).toMatchObject({ agreed: false });
    const participant = await as('statedPublisher');
    await participant.interventions.declineParticipation.mutate({
      id: made.id,
      reason: 'Wij hebben al iets.',
    });
    const page = await pageOf(made);
    expect(page.participations.map(({ municipality }) => municipality.code)).toEqual([own]);
    expect(JSON.stringify(page.versions)).not.toContain('Kerkrade');
    expect(await codeOf(answer('statedPublisher', made, 'confirmed'))).toBe('participation.not_found');
    const lead = await as('publisher');
    expect((await lead.interventions.workingCopy.query({ id: made.id })).asked).toMatchObject([
      { round: 1, answer: 'declined', reason: 'Wij hebben al iets.', part: null },
    ]);
    const publisher = addressOf('publisher');
    await mailbox.whileJobsRun(alliance, () => about(publisher, made).length > 0);
    await jobsSettle();
    expect(about(publisher, made).length).toBe(1);
    expect(about(publisher, made)[0]?.text).toContain('Toelichting: Wij hebben al iets.');
    expect(await events(made, stated)).toContain('participation.declined');

    await state(made, stated);
    const anew = await participant.interventions.question.query({ id: made.id });
    expect(anew).toMatchObject({ round: 2, answer: null, reason: '' });
    await minutesPass(made, 11);
    await mailbox.whileJobsRun(alliance, () =>
      about(kerkrade, made).some(({ text }) => text.includes('Dit is een nieuwe uitnodiging')),
    );
  });

  it('leaving later tells the lead', async () => {
    const made = await makeIntervention(alliance, { title: 'Een jaar samen' });
    await state(made, agreed);
    await answer('agreedPublisher', made, 'confirmed');
    expect(
      await codeOf(
        (await as('agreedPublisher')).interventions.declineParticipation.mutate({ id: made.id, reason: '' }),
      ),
    ).toBe('participation.withdraw_instead');
    await answer('agreedPublisher', made, 'withdrawn');
    await mailbox.whileJobsRun(alliance, () => about(addressOf('publisher'), made).length > 0);
    expect(about(addressOf('administrator'), made)[0]?.text).toContain('doet niet meer mee');
  });
});

async function publishAgainAfterSaving(made: Made, change: object = {}) {
  const publisher = await as('publisher');
  const copy = await publisher.interventions.workingCopy.query({ id: made.id });
  const content = { ...copy.content, ...change };
  await publisher.interventions.save.mutate({ id: made.id, revision: copy.revision, content });
  await publishAgain(publisher, made.id);
}

describe('a text that changes', () => {
  it('in what concerns a participant asks it again when it is published; until then the page says so', async () => {
    const made = await makeIntervention(alliance, { title: 'Een groeiend plan', state: 'published' });
    await state(made, agreed);
    await answer('agreedPublisher', made, 'confirmed');
    await publishAgainAfterSaving(made, { summary: 'Beter gezegd.' });
    expect(await entryOf(made, agreed)).toMatchObject({ agreed: true, earlier: false });

    await publishAgainAfterSaving(made, { funding: 'Iedere gemeente betaalt de helft.', periodTo: 2030 });
    expect(await entryOf(made, agreed)).toMatchObject({ agreed: false, earlier: true });
    const participant = await as('agreedPublisher');
    const question = await participant.interventions.question.query({ id: made.id });
    expect(question).toMatchObject({
      round: 2,
      changed: ['funding', 'periodTo'],
      answer: null,
      agreed: true,
    });
    // It keeps its sight of the text it is asked about.
    expect((await participant.interventions.workingCopy.query({ id: made.id })).content.periodTo).toBe(2030);
    await mailbox.whileJobsRun(alliance, () =>
      about(heerlen, made).some(({ text }) => text.includes('De tekst is gewijzigd')),
    );
    await answer('agreedPublisher', made, 'confirmed');
    expect(await entryOf(made, agreed)).toMatchObject({ agreed: true, earlier: false });
    await publishAgainAfterSaving(made, { summary: 'Nog beter gezegd.' });
    expect(await entryOf(made, agreed)).toMatchObject({ agreed: true });
  });

  it('back to what was agreed asks nobody any more', async () => {
    const made = await makeIntervention(alliance, { title: 'Heen en terug', state: 'published' });
    await state(made, agreed);
    await answer('agreedPublisher', made, 'confirmed');
    const { content } = await (await as('editor')).interventions.workingCopy.query({ id: made.id });
    await publishAgainAfterSaving(made, { funding: 'Anders.' });
    await publishAgainAfterSaving(made, { funding: content.funding });
    expect(await entryOf(made, agreed)).toMatchObject({ agreed: true, earlier: false });
    const { invitations } = await (await as('agreedPublisher')).interventions.workingCopies.query();
    expect(invitations.filter(({ intervention }) => intervention === made.id)).toEqual([]);
  });
});
