// Who may see a row follows what becomes of it, also when that takes it out of the sight of who changed it; and what is
// thrown away takes along everything that hung on it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainQuery } from '@kansenplein/db';
import { stated, type Alliance } from '../support/alliance.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import {
  fullAgenda,
  fullContent,
  makeAgenda,
  makeIntervention,
  publishAgain,
  strangerDesk,
} from '../support/writing.ts';
import { makeFilledAlliance } from './raw-sql-world.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeFilledAlliance();
});
afterAll(() => alliance?.close());

const stored = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

describe('an invitation', () => {
  /** How many invitations the holder of the link sees with SQL. */
  const seenWith = async (link: string) =>
    (
      await alliance.database.asActor({ login: null, link }, 'read', (tx) =>
        plainQuery(tx)('select id from invitation', []),
      )
    ).length;

  const invited = async (address: string) => {
    const administrator = await alliance.as('administrator');
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    const [row] = await stored<{ id: string; link: string }>(
      'select id, token_hash as link from invitation where address = $1',
      [address],
    );
    if (!row) throw new Error(`nobody was invited at ${address}`);
    return { ...row, administrator };
  };

  it('is seen with its link and with no other', async () => {
    const { link } = await invited('een@kansenplein.example');
    expect([await seenWith(link), await seenWith('0'.repeat(64))]).toEqual([1, 0]);
  });

  it('is changed by nobody with its link', async () => {
    const { link } = await invited('vier@kansenplein.example');
    const changed = await alliance.database.asActor({ login: null, link }, 'write', (tx) =>
      plainQuery(tx)('update invitation set revoked_at = now() where true returning id', []),
    );
    expect(changed).toEqual([]);
  });

  it('is seen with its link no more when it was taken back', async () => {
    const { id, link, administrator } = await invited('twee@kansenplein.example');
    await administrator.accounts.revokeInvitation.mutate({ id });
    expect(await seenWith(link)).toBe(0);
  });

  it('is seen with its link no more when it was accepted', async () => {
    const { link } = await invited('drie@kansenplein.example');
    const accepted = await alliance.database.asActor({ login: null, link }, 'write', (tx) =>
      plainQuery(tx)(`select * from wall.accept_invitation('Proef drie', 'x')`, []),
    );
    expect(accepted.length).toBe(1);
    expect(await seenWith(link)).toBe(0);
  });
});

describe('a page', () => {
  const versions = 'select number from intervention_version where intervention_id = $1';

  it('that is published to fewer takes its older versions along', async () => {
    const { id, title } = await makeIntervention(alliance, { state: 'published' });
    expect(await tryAs(alliance, null, versions, [id])).toBe(1);
    const publisher = await alliance.as('publisher');
    const { revision } = await publisher.interventions.workingCopy.query({ id });
    const content = fullContent(title, { visibility: 'municipality' });
    await publisher.interventions.save.mutate({ id, revision, content });
    await publishAgain(publisher, id);
    expect([
      await tryAs(alliance, null, versions, [id]),
      await tryAs(alliance, 'partner', versions, [id]),
      await tryAs(alliance, 'reader', versions, [id]),
    ]).toEqual([0, 0, 2]);
  });

  it('that is withdrawn is seen no more, in any version', async () => {
    const { id } = await makeIntervention(alliance, { state: 'published' });
    const agenda = await makeAgenda(alliance, { state: 'published' });
    const agendaVersions = 'select number from agenda_version where agenda_id = $1';
    expect(await tryAs(alliance, null, agendaVersions, [agenda.id])).toBe(1);
    const publisher = await alliance.as('publisher');
    await publisher.interventions.withdraw.mutate({ id, reason: 'Het project is gestopt.' });
    await publisher.agendas.withdraw.mutate({ id: agenda.id, reason: 'Er is een nieuwe agenda.' });
    expect(await tryAs(alliance, null, versions, [id])).toBe(0);
    expect(await tryAs(alliance, null, agendaVersions, [agenda.id])).toBe(0);
  });

  it('of an agenda that is published to fewer takes its older versions along', async () => {
    const { id, title } = await makeAgenda(alliance, { state: 'published' });
    const publisher = await alliance.as('publisher');
    const { revision } = await publisher.agendas.workingCopy.query({ id });
    const content = fullAgenda(title, { visibility: 'municipality' });
    await publisher.agendas.save.mutate({ id, revision, content });
    const again = await publisher.agendas.workingCopy.query({ id });
    await publisher.agendas.publish.mutate({
      id,
      revision: again.revision,
      note: '',
      personalDataReason: null,
    });
    const seen = 'select number from agenda_version where agenda_id = $1';
    expect([await tryAs(alliance, null, seen, [id]), await tryAs(alliance, 'reader', seen, [id])]).toEqual([
      0, 2,
    ]);
  });
});

it('who is named in a draft knows it by the title that it has now', async () => {
  const { id } = await makeIntervention(alliance, { parts: [{ municipality: stated }] });
  const editor = await alliance.as('editor');
  const { revision } = await editor.interventions.workingCopy.query({ id });
  await editor.interventions.save.mutate({ id, revision, content: fullContent('Anders genoemd') });
  const named = await sqlAs(alliance, 'statedPublisher', (query) =>
    query(
      `select p.title, q.title as asked from participation p join participation_question q using (intervention_id, municipality)
       where intervention_id = $1`,
      [id],
    ),
  );
  expect(named.rows).toEqual([{ title: 'Anders genoemd', asked: 'Anders genoemd' }]);
});

describe('what hangs on it goes along with', () => {
  const hanging = [
    ['a document', 'document_import', 'id', 'import_decision', 'import_id'],
    ['a document', 'document_import', 'id', 'import_presence', 'import_id'],
    ['a draft', 'agenda', 'id', 'agenda_presence', 'document_id'],
    ['a draft', 'agenda', 'id', 'agenda_remark', 'document_id'],
    ['a draft', 'agenda', 'id', 'agenda_step', 'document_id'],
    ['a draft', 'intervention', 'id', 'adoption', 'intervention_id'],
    ['a draft', 'intervention', 'id', 'intervention_presence', 'document_id'],
    ['a draft', 'intervention', 'id', 'intervention_remark', 'document_id'],
    ['a draft', 'intervention', 'id', 'intervention_step', 'document_id'],
    ['a draft', 'intervention', 'id', 'participation', 'intervention_id'],
    ['a draft', 'intervention', 'id', 'participation_question', 'intervention_id'],
    ['a file', 'file', 'id', 'file_content', 'file_id'],
    ['what can be found', 'search_document', 'doc', 'search_text', 'doc'],
    ['what can be found', 'search_document', 'doc', 'search_vector', 'doc'],
  ] as const;

  /** Drafts on which hangs what a colleague or an adopter leaves; bytes from before there was a store. */
  beforeAll(async () => {
    const [editor, publisher] = [await alliance.as('editor'), await alliance.as('publisher')];
    for (const [room, make] of [
      ['interventions', makeIntervention],
      ['agendas', makeAgenda],
    ] as const) {
      const [remarked, submitted] = [await make(alliance), await make(alliance)];
      await publisher[room].remark.mutate({ id: remarked.id, field: 'title', text: 'Kan dit korter?' });
      await editor[room].submit.mutate({ id: submitted.id });
    }
    const { handle } = await makeIntervention(alliance, { desk: strangerDesk, state: 'published' });
    await editor.adoptions.adopt.mutate({ handle });
    await stored(
      `insert into file_content (file_id, bytes) select id, 'x' from file where held_by is null limit 1`,
    );
  });

  it.each(hanging)('%s (%s.%s): %s', async (_, table, key, child, column) => {
    const [row] = await stored<{ key: string }>(
      `select c.${column}::text as key from ${child} c
       where not exists (select from intervention_version v where v.intervention_id::text = c.${column}::text)
         and not exists (select from agenda_version v where v.agenda_id::text = c.${column}::text) limit 1`,
    );
    expect(row).toBeDefined();
    await stored(`delete from ${table} where ${key}::text = $1`, [row?.key]);
    expect(await stored(`select from ${child} where ${column}::text = $1`, [row?.key])).toEqual([]);
  });
});
