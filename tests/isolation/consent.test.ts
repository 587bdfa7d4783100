// Consent with SQL as role app: nobody writes a question, tells anybody, or consents for another.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, stated, type Alliance, type PersonName } from '../support/alliance.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { makeIntervention, publishAgain, type Made } from '../support/writing.ts';

let alliance: Alliance;
let joint: Made;
beforeAll(async () => {
  alliance = await makeAlliance();
  joint = await makeIntervention(alliance, {
    parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }, { municipality: stated }],
  });
});
afterAll(() => alliance.close());

const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);
const outOfReach = expect.stringContaining('42501 permission denied');

describe('a question', () => {
  const seenBy = (person: PersonName | null) =>
    run(person, 'select 1 from participation_question where intervention_id = $1', [joint.id]);

  it('is seen by the lead and by who is asked, not by who takes part beside it or by anybody else', async () => {
    expect(await seenBy('reader')).toBe(2);
    expect(await seenBy('statedPublisher')).toBe(1);
    expect(await seenBy('agreedEditor')).toBe(1);
    for (const person of [
      'strangerPublisher',
      'partner',
      'coordinator',
      'operator',
      'memberless',
      null,
    ] as const)
      expect({ person, seen: await seenBy(person) }).toEqual({ person, seen: 0 });
  });

  it('is written by nobody: not by the lead, not by who is asked', async () => {
    for (const person of ['publisher', 'statedPublisher', 'administrator'] as const)
      for (const statement of [
        `update participation_question set answer = 'confirmed'`,
        'delete from participation_question',
        `insert into participation_question (intervention_id, municipality, round, lead, title, stated)
         values ('${joint.id}', '${stated}', 9, '${own}', 'x', '{}')`,
      ])
        expect(await run(person, statement)).toEqual(outOfReach);
  });

  it('tells no request who answers for a municipality, and is taken by the job only', async () => {
    for (const statement of [
      `select wall.answerers_of('${own}')`,
      'select * from wall.take_due_questions()',
      `select wall.demo_backdate_questions('${joint.id}', 3)`,
      `select wall.ask_again('${joint.id}', '{}')`,
      `select wall.page_with('${joint.id}', '[]', 'x')`,
    ])
      expect({ statement, outcome: await run('administrator', statement) }).toEqual({
        statement,
        outcome: outOfReach,
      });
  });
});

describe('declining', () => {
  const decline = async (person: PersonName | null, municipality: string) =>
    sqlAs(alliance, person, async (query) => {
      const { rows } = await query('select wall.decline_participation($1, $2, $3) as declined', [
        joint.id,
        municipality,
        '',
      ]);
      return rows[0]?.['declined'];
    });

  it('is for a publisher of who is named, for its own municipality, before it agreed', async () => {
    expect(await decline('statedPublisher', stated)).toBe(true);
    expect(await decline('statedPublisher', agreed)).toBe(false);
    expect(await decline('agreedPublisher', agreed)).toBe(false);
    expect(await decline('agreedEditor', stated)).toBe(false);
    expect(await decline('publisher', stated)).toBe(false);
    expect(await decline('publisher', own)).toBe(false);
    expect(await decline(null, stated)).toBe(false);
  });

  it('is not leaving: who never agreed cannot be recorded as somebody who left', async () => {
    expect(
      await run(
        'statedPublisher',
        `update participation set commitment = 'withdrawn', agreed_at = now() where intervention_id = $1 and municipality = $2`,
        [joint.id, stated],
      ),
    ).toEqual(expect.stringContaining('participation.decline_instead'));
  });
});

describe('consent to a text', () => {
  const consent = async (made: Made) => {
    const [row] = await asSuperuser<{ consented: object | null; again: boolean }>(
      alliance.urls.superuserUrl,
      `select consented_to as consented, asked_again_at is not null as again from participation where intervention_id = $1 and municipality = $2`,
      [made.id, agreed],
    );
    return row;
  };

  it('is neither given nor renewed by anybody else, nor by typing it', async () => {
    const made = await makeIntervention(alliance, {
      state: 'published',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
    });
    const before = await consent(made);
    expect(before).toMatchObject({ again: false });
    const lead = await alliance.as('publisher');
    const copy = await lead.interventions.workingCopy.query({ id: made.id });
    const content = { ...copy.content, funding: 'Alles betaalt de ander.' };
    await lead.interventions.save.mutate({ id: made.id, revision: copy.revision, content });
    await publishAgain(lead, made.id);
    expect(await consent(made)).toEqual({ consented: before?.consented, again: true });
    const after = async (person: PersonName, change: string) =>
      sqlAs(alliance, person, async (query) => {
        await query(`update participation set ${change} where intervention_id = $1 and municipality = $2`, [
          made.id,
          agreed,
        ]);
        const { rows } = await query(
          'select asked_again_at is not null as again from participation where intervention_id = $1 and municipality = $2',
          [made.id, agreed],
        );
        return rows[0]?.['again'];
      }).catch((error: Error) => error.message);
    expect(await after('publisher', 'asked_again_at = null')).toBe('participation.agreed_by_participant');
    expect(await after('agreedPublisher', `asked_again_at = null, consented_to = '{}'`)).toBe(true);
    expect(await after('agreedPublisher', 'agreed_at = now()')).toBe(false);
  });
});
