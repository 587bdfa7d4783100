// Organisations with SQL as role app: nobody widens, merges or names past what the platform does for them.
import { plainQuery } from '@kansenplein/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { asSuperuser, hashOf, sqlAs, tryAs } from '../support/sql.ts';
import { makeIntervention, publishAgain, type Made } from '../support/writing.ts';
import { makeMerged, makeOrganisation } from './matrix-organisations.ts';
import { nowhere } from './matrix-world.ts';

let alliance: Alliance;
/** Known to Brunssum, to Midden-Groningen, and to everybody. */
let mine: string;
let theirs: string;
let known: string;
let merged: string;
let draft: Made;

beforeAll(async () => {
  alliance = await makeAlliance();
  ({ id: mine } = await makeOrganisation(alliance, { owner: own, named: null }));
  ({ id: theirs } = await makeOrganisation(alliance, { owner: stranger, named: null }));
  ({ id: known } = await makeOrganisation(alliance, { owner: own, named: 'public' }));
  ({ id: merged } = await makeMerged(alliance));
  draft = await makeIntervention(alliance);
});
afterAll(() => alliance.close());

const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);
/** How many wait for what somebody else has locked. */
const waiting = async () =>
  (
    await asSuperuser(
      alliance.urls.superuserUrl,
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length;
const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');
const cannotBeMerged = expect.stringContaining('organisation.cannot_be_merged');

const adding = `insert into organisation (id, name, kind, municipality, reach, merged_into, survivor_id, visible_to, writable_by)
  values (gen_random_uuid(), 'Eigenmachtig', 'other', $1, 'public', $2, $2, '{public}', '{public}')`;
const merging = `insert into organisation_merge (id, what, organisation_id, into_id, reason)
  values (gen_random_uuid(), $1, $2, $3, 'Eigenmachtig')`;
const publishing = `insert into intervention_version (intervention_id, number, municipality, handle, visibility, title, content, participations, note)
  values ($1, 1, '${own}', 'x', 'public', 'Eigenmachtig', jsonb_build_object('organisations', jsonb_build_array($2::text, $3::text)), '[]', '')`;

describe('an organisation', () => {
  it('begins as its own municipality’s, whatever the statement says', async () => {
    const added = await sqlAs(alliance, 'editor', async (query) => {
      await query(adding, [own, known]);
      return query(
        `select reach, merged_into, survivor_id, visible_to from organisation where name = 'Eigenmachtig'`,
      );
    });
    expect(added.rows).toEqual([
      { reach: 'municipality', merged_into: null, survivor_id: null, visible_to: [`municipality:${own}`] },
    ]);
    expect(await run('editor', adding, [stranger, null])).toEqual(refusedByRule);
    for (const person of ['reader', 'partner', 'coordinator', 'operator', null] as const)
      expect(await run(person, adding, [own, null])).toEqual(refusedByRule);
  });

  it('is made known to others by nobody, and given to nobody', async () => {
    const fixed = expect.stringContaining('row.column_fixed');
    for (const change of [
      `reach = 'public'`,
      `municipality = '${stranger}'`,
      'municipality = null',
      `merged_into = '${known}'`,
      `survivor_id = '${known}'`,
      `handle = 'abcdefghij'`,
    ])
      expect({
        change,
        outcome: await run('editor', `update organisation set ${change} where id = $1`, [mine]),
      }).toEqual({ change, outcome: fixed });
    for (const person of ['strangerEditor', 'coordinator', 'operator', 'reader', null] as const)
      expect(await run(person, `update organisation set name = 'Anders' where id = $1`, [mine])).toBe(0);
    expect(await run('editor', `update organisation set name = 'Anders' where id = $1`, [known])).toBe(0);
    expect(await run('coordinator', 'delete from organisation')).toEqual(expect.stringContaining('42501'));
  });

  it('that somebody may not see is neither named nor made known by the id of it', async () => {
    const outcome = await sqlAs(alliance, 'publisher', async (query) => {
      await query(publishing, [draft.id, theirs, mine]);
      return query('select named from intervention_party where intervention_id = $1', [draft.id]);
    });
    expect(outcome.rows).toEqual([{ named: mine }]);
    // A text of long ago may hold such an id, and is published as it stands.
    const other = await makeIntervention(alliance);
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update intervention set content = jsonb_set(content, '{organisations}', jsonb_build_array($2::text)) where id = $1`,
      [other.id, theirs],
    );
    await publishAgain(await alliance.as('publisher'), other.id);
    const reach = await asSuperuser(
      alliance.urls.superuserUrl,
      'select reach from organisation where id = $1',
      [theirs],
    );
    expect(reach).toEqual([{ reach: 'municipality' }]);
  });

  it('that a page named stays named when a participant answers, who may not see it', async () => {
    const { id } = await makeIntervention(alliance, {
      state: 'published',
      visibility: 'municipality',
      content: { organisations: [mine] },
      parts: [{ municipality: agreed }],
    });
    const participant = await alliance.as('agreedPublisher');
    await participant.interventions.answerParticipation.mutate({
      ...{ id, commitment: 'confirmed', pupils: null, schools: '', condition: '' },
    });
    expect(await run('agreedPublisher', 'select 1 from organisation where id = $1', [mine])).toBe(0);
    const named = await asSuperuser(
      alliance.urls.superuserUrl,
      'select number, named from intervention_party where intervention_id = $1 order by number',
      [id],
    );
    expect(named).toEqual([
      { number: 1, named: mine },
      { number: 2, named: mine },
    ]);
  });

  it('is linked to a page by nobody but the wall', async () => {
    for (const person of ['publisher', 'coordinator', 'operator'] as const)
      for (const statement of [
        `insert into intervention_party values ('${draft.id}', 1, '${known}', '${known}')`,
        `update intervention_party set organisation_id = '${known}'`,
        'delete from agenda_party',
      ])
        expect(await run(person, statement)).toEqual(expect.stringContaining('42501 permission denied'));
    expect(await run('publisher', `select * from wall.name_organisations('{}', 'public')`)).toEqual(
      expect.stringContaining('42501 permission denied'),
    );
  });
});

describe('a merge', () => {
  it('is a coordinator’s alone', async () => {
    const other = (await makeOrganisation(alliance, { owner: own, named: 'public' })).id;
    for (const person of ['administrator', 'publisher', 'partner', 'operator', null] as const) {
      expect(await run(person, merging, ['merged', other, known])).toEqual(refusedByRule);
      expect(await run(person, 'select 1 from organisation_merge')).toBe(0);
    }
    expect(await run('coordinator', merging, ['merged', other, known])).toBe(1);
    expect(await run('coordinator', `update organisation_merge set reason = 'x'`)).toEqual(
      expect.stringContaining('42501'),
    );
  });

  it('of what one does not see, of what is not there, and of what is merged is refused alike', async () => {
    for (const [what, gone, stays] of [
      ['merged', mine, known],
      ['merged', known, mine],
      ['merged', nowhere, known],
      ['merged', known, nowhere],
      ['merged', known, known],
      ['merged', merged, known],
      ['merged', known, merged],
      ['undone', known, merged],
      ['undone', mine, known],
    ])
      expect(await run('coordinator', merging, [what, gone, stays])).toEqual(cannotBeMerged);
  });

  it('of two that go into each other at once is one: who was slower is refused', async () => {
    const both = { owner: own, named: 'public' } as const;
    const [one, other] = [await makeOrganisation(alliance, both), await makeOrganisation(alliance, both)];
    const login = hashOf(await alliance.secretOf('coordinator'));
    const merge = (gone: string, stays: string, meanwhile = async () => {}) =>
      alliance.database.asActor({ login, link: null }, 'write', async (tx) => {
        await plainQuery(tx)(merging, ['merged', gone, stays]);
        await meanwhile();
      });
    // Each sees two that were never merged; the slower one waits for the rows of the other.
    const slower: Promise<unknown>[] = [];
    await merge(one.id, other.id, async () => {
      slower.push(merge(other.id, one.id).catch((error: Error) => error.message));
      await expect.poll(waiting).toBe(1);
    });
    expect(await Promise.all(slower)).toEqual([cannotBeMerged]);
  });

  it('never takes away what people work for, and tells nobody but coordinators that they do', async () => {
    const [worked] = await asSuperuser<{ id: string }>(
      alliance.urls.superuserUrl,
      'select organisation_id as id from membership where organisation_id is not null',
    );
    expect(await run('coordinator', merging, ['merged', worked?.id, known])).toEqual(
      expect.stringContaining('organisation.has_people'),
    );
    const told = async (person: PersonName | null) =>
      (
        await sqlAs(alliance, person, (query) =>
          query('select wall.organisation_has_people($1) as has', [worked?.id]),
        )
      ).rows;
    expect(await told('coordinator')).toEqual([{ has: true }]);
    for (const person of ['administrator', 'partner', 'operator', null] as const)
      expect(await told(person)).toEqual([{ has: false }]);
  });
});
