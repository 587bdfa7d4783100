// Who comes with SQL instead of the API: the own part is the municipality's own, its words above all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, stated, type Alliance, type PersonName } from '../support/alliance.ts';
import { sqlAs } from '../support/sql.ts';
import { makeIntervention, type Made } from '../support/writing.ts';

let alliance: Alliance;
let made: Made;
beforeAll(async () => {
  alliance = await makeAlliance();
  made = await makeIntervention(alliance, {
    state: 'published',
    parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }, { municipality: stated }],
  });
});
afterAll(() => alliance.close());

interface Changed {
  readonly count: number;
  /** The part as it stands afterwards. */
  readonly part: unknown;
  /** The newest version, with what it says about that municipality. */
  readonly page: unknown;
}

/** What a statement leaves, seen by who sent it; why it was refused, where it was. */
const change = (person: PersonName, set: string, municipality: string): Promise<Changed | string> =>
  sqlAs(alliance, person, async (query) => {
    const about = [made.id, municipality];
    const { count } = await query(
      `update participation set ${set} where intervention_id = $1 and municipality = $2`,
      about,
    );
    const part = await query(
      'select local_form, pupils, budget_euros from participation where intervention_id = $1 and municipality = $2',
      about,
    );
    const page = await query(
      `select number, note, (select e from jsonb_array_elements(participations) e where e #>> '{municipality,code}' = $2) as entry
       from intervention_version where intervention_id = $1 and current`,
      about,
    );
    return { count, part: part.rows[0], page: page.rows[0] };
  }).catch((error: Error) => error.message);

describe('how a municipality does it', () => {
  it('is never written by the lead, neither for who did not answer nor for itself', async () => {
    expect(await change('editor', `local_form = 'Zo doen zij het.', pupils = 7`, stated)).toMatchObject({
      count: 1,
      part: { local_form: '', pupils: 7 },
    });
    expect(await change('editor', `local_form = 'Zo doen wij het.', pupils = 8`, own)).toMatchObject({
      count: 1,
      part: { local_form: '', pupils: 8 },
    });
    expect(await change('publisher', `local_form = 'Zo doen zij het.'`, agreed)).toContain(
      'participation.agreed_by_participant',
    );
  });

  it('is written by a publisher of that municipality, and the page follows in a version of its own', async () => {
    for (const person of ['agreedEditor', 'statedPublisher'] as const)
      expect(await change(person, `local_form = 'Bij ons.'`, agreed)).toMatchObject({
        count: 0,
        page: { number: 1 },
      });
    const set = `local_form = 'Bij ons.', budget_euros = 50, budget_per = 'year'`;
    expect(await change('agreedPublisher', set, agreed)).toMatchObject({
      count: 1,
      page: {
        number: 2,
        note: 'Gemeente Heerlen heeft haar eigen deel bijgewerkt.',
        entry: { localForm: 'Bij ons.', budgetEuros: 50, budgetPer: 'year', agreed: true },
      },
    });
  });

  it('makes no version when nothing of it changed', async () => {
    expect(await change('agreedPublisher', 'pupils = pupils', agreed)).toMatchObject({
      count: 1,
      page: { number: 1 },
    });
  });
});

it('an amount says what it is for, is not below zero, and has a most', async () => {
  const refused = [
    'budget_euros = 5',
    `budget_per = 'year'`,
    `budget_euros = -1, budget_per = 'year'`,
    `budget_euros = 1000000001, budget_per = 'year'`,
  ];
  for (const set of refused)
    expect({ set, outcome: await change('agreedPublisher', set, agreed) }).toEqual({
      set,
      outcome: expect.stringContaining('participation_budget') as string,
    });
  expect(await change('agreedPublisher', `budget_euros = 0, budget_per = 'whole'`, agreed)).toMatchObject({
    part: { budget_euros: 0 },
  });
});
