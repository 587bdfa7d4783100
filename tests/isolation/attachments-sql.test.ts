// What goes along with a page, for who comes with SQL and for who brought it: the rows decide, whatever the host forgets.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, agreed, makeAlliance, type Alliance } from '../support/alliance.ts';
import { attachTo, wordFile } from '../support/attaching.ts';
import { fetchBytes, sendFile, storedFile } from '../support/files.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { makeIntervention, publishAgain } from '../support/writing.ts';
import { looseFileOf } from './matrix-attachments.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance.close());

const attaching = `insert into attachment (id, noun, document_id, version, file_id, position, title, alternative)
  values ($1, 'intervention', $2, $3, $4, 1, 'Eigenmachtig', '')`;
const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');

describe('what is attached with SQL', () => {
  it('is an own file that was looked over, and no other', async () => {
    const { id } = await makeIntervention(alliance);
    const secret = await alliance.secretOf('editor');
    const lookedOver = await looseFileOf(alliance, 'editor');
    const unread = await storedFile(alliance, secret, 'Om in te lezen');
    const anothers = await looseFileOf(alliance, 'publisher');
    const attach = (file: string) => tryAs(alliance, 'editor', attaching, [randomUUID(), id, null, file]);
    expect(await attach(lookedOver)).toBe(1);
    for (const file of [unread, anothers, randomUUID()])
      // That a file is not there at all is also what its foreign key would say.
      expect(await attach(file)).toEqual(expect.stringMatching(/^(42501|23503) /));
  });

  it('never becomes part of a version', async () => {
    const { id } = await makeIntervention(alliance, { state: 'published' });
    const file = await looseFileOf(alliance, 'publisher');
    const outcome = await tryAs(alliance, 'publisher', attaching, [randomUUID(), id, 1, file]);
    expect(outcome).toEqual(refusedByRule);
  });

  it('to the draft of another is read there by who takes part, and changed or taken away by its writers only', async () => {
    const parts = [{ municipality: agreed, agreedBy: 'agreedPublisher' as const }];
    const { id } = await makeIntervention(alliance, { parts });
    await attachTo(alliance, 'editor', 'interventions', id);
    const counts = (person: 'agreedEditor' | 'publisher' | 'reader') =>
      sqlAs(alliance, person, async (query) => [
        (await query('select 1 from attachment where document_id = $1', [id])).count,
        (await query(`update attachment set title = 'Anders' where document_id = $1`, [id])).count,
        (await query('delete from attachment where document_id = $1', [id])).count,
      ]);
    expect(await counts('agreedEditor')).toEqual([1, 0, 0]);
    expect(await counts('reader')).toEqual([1, 0, 0]);
    expect(await counts('publisher')).toEqual([1, 1, 1]);
  });

  it('is seen by whom its draft is for as soon as anything is said of it, whoever saw it before', async () => {
    const { id } = await makeIntervention(alliance);
    await attachTo(alliance, 'editor', 'interventions', id);
    // Somebody left in the moment in which it was attached.
    await asSuperuser(
      alliance.urls.superuserUrl,
      'update attachment set audience = wall.audience_of(visible_to || $2::text[]) where document_id = $1',
      [id, [`municipality:${agreed}`]],
      { withoutTriggers: true },
    );
    const seen = () =>
      tryAs(alliance, 'agreedEditor', 'select 1 from attachment where document_id = $1', [id]);
    expect(await seen()).toBe(1);
    const [attachment = ''] = (
      await (await alliance.as('editor')).interventions.draftAttachments.query({ id })
    ).attachments.map((each) => each.id);
    await (
      await alliance.as('editor')
    ).interventions.changeAttachment.mutate({
      ...{ id, attachment, title: 'Anders', alternative: '', personalDataReason: null },
    });
    expect(await seen()).toBe(0);
  });

  it('and published is changed and taken away by nobody', async () => {
    const { id } = await makeIntervention(alliance);
    await attachTo(alliance, 'editor', 'interventions', id);
    await publishAgain(await alliance.as('publisher'), id);
    for (const statement of [
      `update attachment set title = 'Anders' where document_id = $1 and version = 1`,
      'delete from attachment where document_id = $1 and version = 1',
    ])
      for (const person of ['editor', 'publisher', 'administrator', 'operator'] as const)
        expect([person, await tryAs(alliance, person, statement, [id])]).toEqual([person, 0]);
  });
});

it('who brought a file has it as a member has it, and no longer than that', async () => {
  const { id } = await makeIntervention(alliance);
  const secret = await alliance.signIn(addressOf('memberless'));
  const answer = await sendFile(alliance, secret, wordFile('Wat ik meebracht.'), { purpose: 'attachment' });
  const { id: file } = JSON.parse(answer.body) as { id: string };
  const client = alliance.client('local', secret);
  await client.interventions.attach.mutate({
    ...{ id, file, title: 'Draaiboek', alternative: '', personalDataReason: null },
  });
  expect(await fetchBytes(alliance, secret, file)).not.toBeNull();
  // From here on it is what its name says.
  await alliance.secretOf('memberless');
  expect(await fetchBytes(alliance, secret, file)).toBeNull();
  expect(await fetchBytes(alliance, await alliance.secretOf('memberless'), file)).toBeNull();
  expect(await fetchBytes(alliance, await alliance.secretOf('reader'), file)).not.toBeNull();
});
