// What a municipality takes along of its texts is what the database holds of them, row by row and column by column:
// addenda, statuses over the versions, remarks, steps, adoptions, relations and who takes part.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdings } from '../../packages/core/src/leaving/holdings.ts';
import { agreed, makeAlliance, own, stranger, type Alliance } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import {
  adoptAndPublish,
  makeAgenda,
  makeIntervention,
  ownDesk,
  publishAgain,
  rewrite,
  strangerDesk,
} from '../support/writing.ts';
import { makeAttached } from './matrix-attachments.ts';
import { makeOrganisation } from './matrix-organisations.ts';
import { makeReviewed } from './matrix-versions.ts';

type Row = Record<string, unknown>;

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
  const editor = await alliance.as('editor');
  const publisher = await alliance.as('publisher');
  await makeReviewed(alliance, ownDesk);
  await makeReviewed(alliance, strangerDesk);
  await makeOrganisation(alliance, { owner: own, named: 'public' });
  await makeOrganisation(alliance, { owner: stranger, named: 'public' });
  const kept = { owner: own, state: 'published', visibility: 'public', joint: false } as const;
  await makeAttached(alliance, 'interventions', kept);
  await makeAttached(alliance, 'agendas', kept);
  const source = await makeIntervention(alliance, { state: 'published', desk: strangerDesk });
  await publisher.adoptions.adopt.mutate({ handle: source.handle });
  const evaluated = await makeIntervention(alliance, { state: 'published' });
  await adoptAndPublish(await alliance.as('strangerPublisher'), evaluated.handle);
  await makeIntervention(alliance, {
    state: 'published',
    content: { evaluates: [evaluated.id] },
    parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
  });
  await rewrite(editor, evaluated.id, { goal: 'Anders dan eerst.' });
  await publishAgain(publisher, evaluated.id, 'Het doel');
  await makeIntervention(alliance, { state: 'withdrawn' });
  await makeAgenda(alliance, { state: 'withdrawn' });

  // An agenda over time: an addendum, and an action that changed its status between two versions.
  const { id } = await makeAgenda(alliance, { state: 'published' });
  const { content, revision } = await editor.agendas.workingCopy.query({ id });
  const saved = await editor.agendas.save.mutate({
    id,
    revision,
    content: {
      ...content,
      actions: content.actions.map((action) => ({ ...action, status: 'stopped' })),
      addenda: [
        {
          key: 'adda0000',
          title: 'Later afgesproken',
          text: 'Ook voor nieuwkomers.',
          periodFrom: 2025,
          periodTo: null,
          signedOn: '2025-02-14',
          signatories: [{ role: 'Wethouder', organisation: '', date: null }],
        },
      ],
    },
  });
  await publisher.agendas.publish.mutate({
    id,
    revision: saved.revision,
    note: 'Aanvulling',
    personalDataReason: null,
  });
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

/** Which rows of the database are the municipality's, said here once more and without the list of holdings. */
const ofOwn: Readonly<Record<string, string>> = {
  intervention: `t.municipality = $1`,
  intervention_version: `t.intervention_id in (select id from intervention where municipality = $1)`,
  intervention_remark: `t.document_id in (select id from intervention where municipality = $1)`,
  intervention_step: `t.document_id in (select id from intervention where municipality = $1)`,
  intervention_relation: `t.intervention_id in (select id from intervention where municipality = $1)`,
  intervention_party: `t.intervention_id in (select id from intervention where municipality = $1)`,
  intervention_withdrawal: `t.intervention_id in (select id from intervention where municipality = $1)`,
  participation: `t.intervention_id in (select id from intervention where municipality = $1) or t.municipality = $1`,
  participation_question: `t.intervention_id in (select id from intervention where municipality = $1) or t.municipality = $1`,
  adoption: `t.intervention_id in (select id from intervention where municipality = $1)`,
  adoption_count: `t.intervention_id in (select id from intervention where municipality = $1)`,
  agenda: `t.municipality = $1`,
  agenda_version: `t.agenda_id in (select id from agenda where municipality = $1)`,
  agenda_remark: `t.document_id in (select id from agenda where municipality = $1)`,
  agenda_step: `t.document_id in (select id from agenda where municipality = $1)`,
  agenda_party: `t.agenda_id in (select id from agenda where municipality = $1)`,
  attachment: `t.document_id in (select id from intervention where municipality = $1 union select id from agenda where municipality = $1)`,
  agenda_withdrawal: `t.agenda_id in (select id from agenda where municipality = $1)`,
};

/** Both come from jsonb, which has one order of keys; rows have none. */
const inOrder = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

async function exported(table: string): Promise<Row[]> {
  const administrator = await alliance.as('administrator');
  const rows: Row[] = [];
  let after: string[] | null = null;
  do {
    const piece: { rows: Row[]; next: string[] | null } = await administrator.leaving.part.query({
      part: table,
      after,
    });
    rows.push(...piece.rows);
    after = piece.next;
  } while (after !== null);
  return rows;
}

const stored = async (table: string) => {
  const rows = await asSuperuser<{ row: Row }>(
    alliance.urls.superuserUrl,
    `select to_jsonb(t) - '{visible_to,audience,writable_by}'::text[] as row from ${table} t where ${ofOwn[table]}`,
    [own],
  );
  return rows.map(({ row }) => row);
};

describe('What a municipality takes along of its texts', () => {
  it.each(Object.keys(ofOwn))('of %s is every row and every column there is', async (table) => {
    const rows = await stored(table);
    expect(rows.length).toBeGreaterThan(0);
    expect(inOrder(await exported(table))).toEqual(inOrder(rows));
  });

  it('leaves out no table of interventions and agendas', () => {
    const texts = holdings.filter(({ table }) =>
      /^(intervention|agenda|participation|adoption|attachment)/.test(table),
    );
    expect(texts.map(({ table }) => table).sort()).toEqual(Object.keys(ofOwn).sort());
  });

  it('holds the addenda, and how an action stood in each version', async () => {
    const versions = (await exported('agenda_version')) as {
      number: number;
      content: { actions: { status: string }[]; addenda?: { title: string; signedOn: string }[] };
    }[];
    const last = versions.find(({ content }) => (content.addenda ?? []).length > 0);
    expect(last?.content.addenda).toMatchObject([{ title: 'Later afgesproken', signedOn: '2025-02-14' }]);
    expect(last?.content.actions.every(({ status }) => status === 'stopped')).toBe(true);
    expect(versions.some(({ content }) => content.actions.some(({ status }) => status === 'done'))).toBe(
      true,
    );
  });
});
