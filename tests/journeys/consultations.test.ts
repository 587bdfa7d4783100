// A consultation from both sides, what a municipality is asked in a year, and a page of one's own: as people use them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import type { Client } from '../support/platform.ts';
import { refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeAgenda, makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
let publisher: Client;
let coordinator: Client;
beforeAll(async () => {
  alliance = await makeAlliance();
  [publisher, coordinator] = [await alliance.as('publisher'), await alliance.as('coordinator')];
});
afterAll(() => alliance?.close());

const text = {
  municipalityRoles: ['Wethouder onderwijs'],
  allianceRoles: ['Coördinator'],
  points: ['Hoe het met de agenda gaat'],
  record: '',
  agendas: [],
  interventions: [],
};
const written = (heldOn: string, change: Partial<typeof text> = {}) => ({
  heldOn,
  text: { ...text, ...change },
  personalDataReason: null,
});
const record = (client: Client, heldOn: string, change: Partial<typeof text> = {}) =>
  client.consultations.record.mutate({ municipality: own, ...written(heldOn, change) });
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a consultation', () => {
  it('goes from one side to the other until both say the same, and every word stays', async () => {
    const { id } = await record(coordinator, '2024-02-01');
    const waiting = await publisher.consultations.list.query({ waiting: true });
    expect(waiting.consultations.map((one) => [one.id, one.waitsForYou])).toEqual([[id, true]]);
    expect((await coordinator.consultations.list.query({ waiting: true })).consultations).toEqual([]);
    await publisher.consultations.deny.mutate({
      id,
      number: 1,
      words: 'Het was een dag later.',
      personalDataReason: null,
    });
    await coordinator.consultations.correct.mutate({
      id,
      number: 2,
      ...written('2024-02-02'),
      words: 'U hebt gelijk.',
    });
    await publisher.consultations.confirm.mutate({ id, number: 3 });
    const page = await coordinator.consultations.get.query({ id });
    expect(page).toMatchObject({ state: 'confirmed', heldOn: '2024-02-02', number: 4 });
    expect(page.steps.map(({ what, side, words }) => [what, side, words])).toEqual([
      ['recorded', 'alliance', ''],
      ['denied', 'municipality', 'Het was een dag later.'],
      ['corrected', 'alliance', 'U hebt gelijk.'],
      ['confirmed', 'municipality', ''],
    ]);
    expect(page.steps[0]?.heldOn).toBe('2024-02-01');
  });

  it('is not answered by who saw an older text, nor twice', async () => {
    const { id } = await record(publisher, '2024-03-01');
    await publisher.consultations.correct.mutate({ id, number: 1, ...written('2024-03-02'), words: '' });
    const stale = await refusalOf(coordinator.consultations.confirm.mutate({ id, number: 1 }));
    expect(stale.code).toBe('consultation.stale');
    const both = await Promise.allSettled([
      coordinator.consultations.confirm.mutate({ id, number: 2 }),
      coordinator.consultations.deny.mutate({ id, number: 2, words: 'Nee.', personalDataReason: null }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused when it must still come, on a day that is taken, and about what the other cannot read', async () => {
    await record(publisher, '2024-05-06');
    const codeOf = async (work: Promise<unknown>) => {
      const { code, fields } = await refusalOf(work);
      return [code, fields.map(({ field }) => field)];
    };
    expect(await codeOf(record(publisher, dayFromNow(3)))).toEqual(['consultation.in_future', ['heldOn']]);
    expect(await codeOf(record(coordinator, '2024-05-06'))).toEqual(['consultation.same_day', []]);
    const draft = await makeIntervention(alliance);
    const ownOnly = await makeAgenda(alliance, { state: 'published', visibility: 'municipality' });
    const about = { interventions: [draft.id], agendas: [ownOnly.id] } as unknown as Partial<typeof text>;
    expect(await codeOf(record(publisher, '2024-05-07', about))).toEqual([
      'consultation.not_readable',
      ['agendas', 'interventions'],
    ]);
  });

  it('is recorded once when both sides do so at the same moment', async () => {
    const both = await Promise.allSettled([
      record(publisher, '2024-06-01'),
      record(coordinator, '2024-06-01'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(alliance.internalErrors).toEqual([]);
  });

  it('names roles and no persons, and says beside which field a name stands', async () => {
    const named = record(publisher, '2024-07-01', { municipalityRoles: ['Wethouder mevrouw Voorbeeld'] });
    const { code, fields } = await refusalOf(named);
    expect([code, fields]).toEqual([
      'publication.personal_data',
      [{ field: 'municipalityRoles', code: 'name' }],
    ]);
    const bsn = record(publisher, '2024-07-01', { record: 'Het nummer is 111222333.' });
    expect((await refusalOf(bsn)).code).toBe('publication.bsn');
  });

  it('shows the pages it was about to who may read them', async () => {
    const page = await makeIntervention(alliance, { state: 'published', visibility: 'alliance' });
    const about = { interventions: [page.id] } as unknown as Partial<typeof text>;
    const { id } = await record(publisher, '2024-08-01', about);
    const shown = await coordinator.consultations.get.query({ id });
    expect(shown.interventions.map((one) => one.id)).toEqual([page.id]);
    await publisher.interventions.withdraw.mutate({ id: page.id, reason: 'Gestopt.' });
    expect((await coordinator.consultations.get.query({ id })).interventions).toEqual([]);
  });
});

describe('the table of all municipalities', () => {
  const keep = (signedOn: string, endedOn: string | null = null) =>
    coordinator.commitments.keep.mutate({
      municipality: own,
      commitment: 'consultation',
      signedOn,
      endedOn,
      source: 'Brief',
      personalDataReason: null,
    });

  it('has every municipality of today with every promise, also who signed nothing', async () => {
    const { rows, totals } = await coordinator.commitments.overview.query({});
    expect(rows.length).toBe(342);
    expect(rows.every(({ commitments }) => commitments.length === 4)).toBe(true);
    expect(totals.reduce((sum, { municipalities }) => sum + municipalities, 0)).toBe(342 * 4);
  });

  it('judges a year that is over by what happened since the municipality signed and came', async () => {
    await keep('2020-01-01');
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update municipality set joined_at = '2023-01-01T12:00:00Z' where code = $1`,
      [own],
    );
    for (const day of ['2023-04-01', '2023-10-01']) {
      const { id } = await record(publisher, day);
      await coordinator.consultations.confirm.mutate({ id, number: 1 });
    }
    const cellOf = async (year: number) => {
      const { rows } = await coordinator.commitments.overview.query({ year, text: 'brunssum' });
      const found = rows[0]?.commitments.find(({ commitment }) => commitment === 'consultation');
      return found && [found.standing, found.counted, found.asked, found.since];
    };
    expect(await cellOf(2023)).toEqual(['met', 2, 2, '2023-01-01']);
    expect(await cellOf(2022)).toEqual(['not_joined', 0, 0, null]);
    await keep('2023-09-01');
    expect(await cellOf(2023)).toEqual(['met', 1, 1, '2023-09-01']);
    await keep('2023-01-01', '2023-05-31');
    expect(await cellOf(2023)).toEqual(['met', 1, 1, '2023-01-01']);
    expect(await cellOf(2024)).toEqual(['ended', 0, 0, null]);
    const { code } = await refusalOf(coordinator.commitments.overview.query({ year: 2100 }));
    expect(code).toBe('commitment.no_such_year');
    const { rows } = await coordinator.commitments.overview.query({ year: 2023, signedOnly: true });
    expect(rows.map(({ municipality }) => municipality.code)).toEqual([own]);
  });

  it('refuses an end before the beginning', async () => {
    expect((await refusalOf(keep('2023-01-01', '2022-01-01'))).code).toBe('input.invalid');
  });
});

describe('a page of one’s own', () => {
  const fields = (change: object = {}) => ({
    work: { text: 'Regisseur', shownTo: 'alliance' as const },
    place: { shownTo: 'nobody' as const },
    themes: { themes: [], shownTo: 'nobody' as const },
    ask_me: { text: '', shownTo: 'nobody' as const },
    about: { text: '', shownTo: 'nobody' as const },
    telephone: { text: '', shownTo: 'nobody' as const },
    ...change,
  });

  it('is refused with the field where a number or a name does not belong', async () => {
    const editor = await alliance.as('editor');
    const named = fields({ about: { text: 'Ik werk met mevrouw Voorbeeld.', shownTo: 'own' } });
    expect(await refusalOf(editor.people.save.mutate(named))).toMatchObject({
      code: 'profile.personal_data',
      fields: [{ field: 'about', code: 'name' }],
    });
    const html = fields({ ask_me: { text: '<b>Alles</b>', shownTo: 'own' } });
    expect((await refusalOf(editor.people.save.mutate(html))).code).toBe('input.invalid');
    const telephone = fields({ telephone: { text: 'bel maar', shownTo: 'own' } });
    expect((await refusalOf(editor.people.save.mutate(telephone))).code).toBe('input.invalid');
  });

  it('is found by name without accents, page by page, and follows its person: renamed, told, taken away', async () => {
    for (const person of ['editor', 'publisher', 'administrator', 'partner'] as const)
      await (await alliance.as(person)).people.save.mutate(fields());
    const reader = await alliance.as('reader');
    const names: string[] = [];
    let after: { name: string; handle: string } | null = null;
    do {
      const { people, next, total }: Awaited<ReturnType<Client['people']['list']['query']>> =
        await reader.people.list.query({ limit: 1, after });
      expect(total).toBe(4);
      names.push(...people.map(({ name }) => name));
      after = next;
    } while (after);
    expect(names).toEqual([...names].sort());
    expect(names.length).toBe(4);
    const partner = await alliance.as('partner');
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update account set name = 'Renée Proef' where address like 'partner@%'`,
    );
    expect((await reader.people.list.query({ text: 'renee' })).people.map(({ name }) => name)).toEqual([
      'Renée Proef',
    ]);
    const { parts } = await partner.personalData.mine.mutate();
    expect(parts.some(({ rows }) => rows.some((row) => row.some(({ value }) => value === 'Regisseur')))).toBe(
      true,
    );
    await asSuperuser(
      alliance.urls.superuserUrl,
      `select wall.erase_person(id, true) from account where address like 'partner@%'`,
    );
    expect((await reader.people.list.query({})).total).toBe(3);
    const left = await asSuperuser<{ count: number }>(
      alliance.urls.superuserUrl,
      `select (select count(*) from profile where name like 'Ren%')::int as count`,
    );
    expect(left).toEqual([{ count: 0 }]);
  });
});
