// Who is told that somebody has a draft open: whoever may read the draft now, colleagues by name, nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressOf,
  agreed,
  makeAlliance,
  stated,
  stranger,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { makeAgenda, makeIntervention } from '../support/writing.ts';
import { nowhere } from './matrix-world.ts';

let alliance: Alliance;
let joint: string;
let agenda: string;
beforeAll(async () => {
  alliance = await makeAlliance();
  joint = (
    await makeIntervention(alliance, {
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }, { municipality: stated }],
    })
  ).id;
  agenda = (await makeAgenda(alliance)).id;
});
afterAll(() => alliance.close());

type Room = 'interventions' | 'agendas';
const be = async (
  person: PersonName,
  id: string,
  {
    room = 'interventions',
    place = '',
    stay = 'looking',
  }: { room?: Room; place?: string; stay?: 'page' | 'looking' | 'left' } = {},
) => (await (await alliance.as(person))[room].present.mutate({ id, place, stay })).others;

const outside = [
  'strangerEditor',
  'statedPublisher',
  'partner',
  'coordinator',
  'operator',
  'memberless',
  null,
] as const;

describe('who has a draft open', () => {
  it('is told to a colleague by name, with the field', async () => {
    await be('editor', agenda, { room: 'agendas', place: 'doel-ab12cd' });
    expect(await be('publisher', agenda, { room: 'agendas' })).toEqual([
      {
        name: 'Proef editor',
        role: 'editor',
        municipality: { code: 'gm0899', name: 'Brunssum' },
        place: 'doel-ab12cd',
      },
    ]);
  });

  it('is told across municipalities that write together by role, never by name', async () => {
    await be('editor', joint, { place: 'goal' });
    const toThem = await be('agreedEditor', joint, { place: 'funding' });
    expect(toThem).toEqual([
      { name: null, role: 'editor', municipality: { code: 'gm0899', name: 'Brunssum' }, place: 'goal' },
    ]);
    const [there] = await be('editor', joint, { place: 'goal' });
    expect(there).toMatchObject({ name: null, role: 'editor', place: 'funding' });
    expect(there?.municipality?.code).toBe(agreed);
  });

  it('is told by role when somebody works for another municipality, also to who knows the name', async () => {
    const { id } = await makeIntervention(alliance, {
      parts: [{ municipality: stranger, agreedBy: 'strangerPublisher' }],
    });
    // A colleague of the editor's, who acts for the other municipality now.
    const secret = await alliance.signIn(addressOf('twice'));
    const here = alliance.client('local', secret);
    const { memberships } = await here.accounts.me.query();
    const other = memberships.find(({ key }) => key === stranger)?.id ?? '';
    const { secret: acting } = await here.accounts.actAs.mutate({ membership: other });
    await alliance.client('local', acting).interventions.present.mutate({ id, place: '', stay: 'looking' });
    expect(await be('editor', id)).toEqual([
      {
        ...{ name: null, role: 'publisher', place: '' },
        municipality: { code: stranger, name: 'Midden-Groningen' },
      },
    ]);
  });

  it('is told to a reader by role, because a reader knows no names', async () => {
    await be('editor', agenda, { room: 'agendas', place: 'title' });
    expect((await be('reader', agenda, { room: 'agendas' })).map(({ name }) => name)).toContain(null);
  });

  it('is a row that nobody outside sees, says or changes with SQL', async () => {
    await be('editor', joint);
    for (const person of outside) {
      const seen = await tryAs(
        alliance,
        person,
        'select 1 from intervention_presence where document_id = $1',
        [joint],
      );
      const said = await tryAs(
        alliance,
        person,
        `insert into intervention_presence (document_id, account_id, until) values ($1, $2, now())`,
        [joint, nowhere],
      );
      expect([person, seen]).toEqual([person, 0]);
      expect([person, said]).toEqual([person, expect.stringContaining('42501')]);
    }
    expect(
      await tryAs(
        alliance,
        'publisher',
        `update intervention_presence set place = 'x' where document_id = $1`,
        [joint],
      ),
    ).toBe(0);
  });

  it('is asked by nobody of a draft that is not there for it', async () => {
    for (const id of [joint, nowhere])
      expect(await codeOf(be('strangerEditor', id))).toBe('intervention.not_found');
    expect(await codeOf(be('strangerEditor', agenda, { room: 'agendas' }))).toBe('agenda.not_found');
  });

  it('is whoever is signed in, for no longer than two minutes, whatever the statement says', async () => {
    const { id } = await makeAgenda(alliance);
    const [row] = await sqlAs(alliance, 'publisher', async (query) => {
      await query(
        `insert into agenda_presence (document_id, account_id, by_role, by_municipality, until, visible_to)
         values ($1, $2, 'administrator', $3, now() + interval '9 years', '{public}')`,
        [id, nowhere, agreed],
      );
      const { rows } = await query(
        `select by_role, by_municipality, until <= now() + interval '2 minutes' as soon, visible_to
         from agenda_presence where account_id = wall.app_account() and document_id = $1`,
        [id],
      );
      return rows;
    });
    expect(row).toEqual({
      by_role: 'publisher',
      by_municipality: 'gm0899',
      soon: true,
      visible_to: ['municipality:gm0899'],
    });
  });
});

describe('who has gone', () => {
  it('is not told of any more, when it said so or when its time is over', async () => {
    await be('editor', agenda, { room: 'agendas' });
    await be('editor', agenda, { room: 'agendas', stay: 'left' });
    expect((await be('publisher', agenda, { room: 'agendas' })).map(({ name }) => name)).not.toContain(
      'Proef editor',
    );
    await be('editor', agenda, { room: 'agendas' });
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update agenda_presence set until = now() - interval '1 second'`,
      [],
      {
        withoutTriggers: true,
      },
    );
    expect(await be('publisher', agenda, { room: 'agendas' })).toEqual([]);
  });

  it('leaves the draft at once with the right to read it, and was never told of afterwards', async () => {
    await be('agreedEditor', joint);
    expect((await be('editor', joint)).length).toBe(1);
    const publisher = await alliance.as('agreedPublisher');
    await publisher.interventions.answerParticipation.mutate({
      id: joint,
      commitment: 'withdrawn',
      condition: '',
      pupils: null,
      schools: '',
    });
    expect(await be('editor', joint)).toEqual([]);
    expect(
      await tryAs(alliance, 'agreedEditor', 'select 1 from intervention_presence where document_id = $1', [
        joint,
      ]),
    ).toBe(0);
  });
});

it.each([
  ['interventions', 'intervention_presence', 'agreedEditor'],
  ['agendas', 'agenda_presence', 'strangerEditor'],
] as const)(
  'whoever saw %s a moment ago is told no more as soon as it is looked at again',
  async (room, table, other) => {
    const { id } = await (room === 'interventions' ? makeIntervention(alliance) : makeAgenda(alliance));
    await be('editor', id, { room });
    // Somebody left in the moment in which the editor came: the row was made for who could read the draft then.
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update ${table} set audience = wall.audience_of(visible_to || $2::text[]) where document_id = $1`,
      [id, [`municipality:${other === 'agreedEditor' ? agreed : stranger}`]],
      { withoutTriggers: true },
    );
    const seen = () => tryAs(alliance, other, `select 1 from ${table} where document_id = $1`, [id]);
    expect(await seen()).toBe(1);
    await be('editor', id, { room });
    expect(await seen()).toBe(0);
  },
);

it('being present leaves no event and no trace in the draft', async () => {
  const count = async () =>
    (
      await asSuperuser<{ count: number }>(
        alliance.urls.superuserUrl,
        'select (select count(*) from audit_event)::int + (select sum(revision) from agenda)::int as count',
      )
    )[0]?.count;
  const before = await count();
  await be('editor', agenda, { room: 'agendas' });
  expect(await count()).toBe(before);
});
