// What is said and done about a working copy, and whose an adoption is, with SQL as role app: the statement says what,
// the wall says who, in which role, when and for whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, type Alliance, type PersonName } from '../support/alliance.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { makeAgenda, makeIntervention, strangerDesk, type Wanted } from '../support/writing.ts';
import { nowhere } from './matrix-world.ts';

const remark = '00000000-0000-4000-8000-00000000aaaa';
const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');

let alliance: Alliance;
/** A draft with a remark that editor and publisher share with a participant, and another of the same municipality. */
const drafts = { intervention: ['', ''], agenda: ['', ''] };
const remarks = { intervention: '', agenda: '' };
let account: string | undefined;
let source: { id: string; handle: string };

beforeAll(async () => {
  alliance = await makeAlliance();
  const editor = await alliance.as('editor');
  account = (await editor.accounts.me.query()).account?.id;
  for (const at of [0, 1]) {
    drafts.intervention[at] = (
      await makeIntervention(alliance, { parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }] })
    ).id;
    drafts.agenda[at] = (await makeAgenda(alliance, { state: 'draft' })).id;
  }
  for (const noun of ['intervention', 'agenda'] as const) {
    const [id = ''] = drafts[noun];
    await editor[`${noun}s`].remark.mutate({ id, field: '', text: 'Voor wie is dit?' });
    remarks[noun] = (await editor[`${noun}s`].review.query({ id })).remarks[0]?.id ?? '';
  }
  source = await makeIntervention(alliance, { desk: strangerDesk, state: 'published', visibility: 'public' });
}, 120_000);
afterAll(() => alliance.close());

/** What stands in a row that somebody added, saying of itself whatever `values` say. */
const added = (person: PersonName, table: string, values: Readonly<Record<string, unknown>>) =>
  sqlAs(alliance, person, async (query) => {
    const columns = Object.keys(values);
    await query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(values),
    );
    return (
      await query(`select *, at > now() - interval '1 hour' as fresh from ${table} where id = $1`, [
        values['id'],
      ])
    ).rows[0];
  });

const lied = {
  by_account: nowhere,
  by_role: 'administrator',
  at: '2020-01-01',
  visible_to: '{public}',
  writable_by: '{public}',
};

describe.each(['intervention', 'agenda'] as const)('%s', (noun) => {
  it('a remark says who said it, in which role and when, whatever the statement says', async () => {
    const [document_id] = drafts[noun];
    const row = await added('editor', `${noun}_remark`, {
      ...{ id: remark, document_id, thread: remark, what: 'remark', field: '', text: 'x' },
      ...lied,
    });
    expect(row).toMatchObject({ by_account: account, by_role: 'editor', fresh: true });
    expect(row).toMatchObject({
      visible_to: [`municipality:${own}`],
      writable_by: [`municipality:${own}:editor`],
    });
  });

  it('a step as well', async () => {
    const [document_id] = drafts[noun];
    const row = await added('editor', `${noun}_step`, {
      id: remark,
      document_id,
      what: 'submitted',
      ...lied,
    });
    expect(row).toMatchObject({
      by_account: account,
      by_role: 'editor',
      fresh: true,
      visible_to: [`municipality:${own}`],
    });
  });

  it('that it was published is written by who publishes', async () => {
    const add = (person: PersonName, what: string) =>
      tryAs(alliance, person, `insert into ${noun}_step (id, document_id, what) values ($1, $2, $3)`, [
        remark,
        drafts[noun][0],
        what,
      ]);
    for (const what of ['published', 'returned', 'withdrawn']) {
      expect([what, await add('editor', what)]).toEqual([what, refusedByRule]);
      expect([what, await add('publisher', what)]).toEqual([what, 1]);
    }
  });

  it('an answer to a remark on something else is an answer to nothing', async () => {
    const answer = (document: string | undefined) =>
      tryAs(
        alliance,
        'editor',
        `insert into ${noun}_remark (id, document_id, thread, what, field, text) values ($1, $2, $3, 'answer', '', 'x')`,
        [remark, document, remarks[noun]],
      );
    expect(await answer(drafts[noun][0])).toBe(1);
    expect(await answer(drafts[noun][1])).toEqual(refusedByRule);
  });

  it('who takes part and reads the draft sees nothing of what colleagues said or did', async () => {
    for (const table of [`${noun}_remark`, `${noun}_step`])
      for (const person of ['agreedEditor', 'strangerEditor', 'partner', 'coordinator'] as const)
        expect([
          table,
          person,
          await tryAs(alliance, person, `select 1 from ${table} where document_id = $1`, [drafts[noun][0]]),
        ]).toEqual([table, person, 0]);
  });

  it('in which role a version was published is not what the statement says', async () => {
    const { id } =
      noun === 'agenda'
        ? await makeAgenda(alliance, { state: 'published' })
        : await makeIntervention(alliance, { state: 'published' });
    const [version] = await asSuperuser(
      alliance.urls.superuserUrl,
      `select * from ${noun}_version where ${noun}_id = $1`,
      [id],
    );
    const columns = Object.keys(version ?? {}).filter(
      (each) => each !== 'number' && each !== 'published_role',
    );
    const roles = await sqlAs(alliance, 'publisher', async (query) => {
      await query(
        `insert into ${noun}_version (${columns.join(', ')}, number, published_role)
         select ${columns.join(', ')}, number + 1, 'operator' from ${noun}_version where ${noun}_id = $1`,
        [id],
      );
      return (
        await query(
          `select published_role as role from ${noun}_version where ${noun}_id = $1 and number = 2`,
          [id],
        )
      ).rows;
    });
    expect(roles).toEqual([{ role: 'publisher' }]);
    // Nor what anybody says of it later.
    const later = asSuperuser(
      alliance.urls.superuserUrl,
      `update ${noun}_version set published_role = 'operator' where ${noun}_id = $1`,
      [id],
    );
    await expect(later).rejects.toThrow('version.immutable');
  });
});

describe('an adoption', () => {
  it('belongs to the municipality of its working copy, whatever the statement says', async () => {
    const rows = await sqlAs(alliance, 'editor', async (query) => {
      await query(
        `insert into adoption (intervention_id, municipality, source_id, source_version) values ($1, 'gm1952', $2, 1)`,
        [drafts.intervention[1], source.id],
      );
      return (
        await query('select municipality from adoption where intervention_id = $1', [drafts.intervention[1]])
      ).rows;
    });
    expect(rows).toEqual([{ municipality: own }]);
  });

  it('is of a version that one may read, and alike refused of one that is hidden, withdrawn or not there', async () => {
    const make = (wanted: Wanted) => makeIntervention(alliance, { desk: strangerDesk, ...wanted });
    const hidden = await make({ state: 'published', visibility: 'municipality' });
    const withdrawn = await make({ state: 'withdrawn', visibility: 'public' });
    const draft = await make({});
    const adopt = (of: string, version: number) =>
      tryAs(
        alliance,
        'editor',
        `insert into adoption (intervention_id, municipality, source_id, source_version) values ($1, $2, $3, $4)`,
        [drafts.intervention[1], own, of, version],
      );
    expect(await adopt(source.id, 1)).toBe(1);
    for (const [of, version] of [
      [hidden.id, 1],
      [withdrawn.id, 1],
      [draft.id, 1],
      [nowhere, 1],
      [source.id, 2],
    ] as const)
      expect([of, await adopt(of, version)]).toEqual([of, expect.stringContaining('adoption.source')]);
    const moved = sqlAs(alliance, 'editor', async (query) => {
      await query(
        `insert into adoption (intervention_id, municipality, source_id, source_version) values ($1, $2, $3, 1)`,
        [drafts.intervention[1], own, source.id],
      );
      await query('update adoption set source_version = 2 where intervention_id = $1', [
        drafts.intervention[1],
      ]);
    });
    await expect(moved).rejects.toThrow('adoption.source');
  });
});
