// What a paper names is what its reader may see: partners that only the own municipality knows yet, and files that went
// along with the version that is asked for.
import { readAgendaFile } from '@kansenplein/documents';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { attachTo } from '../support/attaching.ts';
import { fetchPaper } from '../support/papers.ts';
import { makeAgenda, makeIntervention, publishAgain } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

async function paperText(person: PersonName | null, path: string): Promise<string> {
  const paper = await fetchPaper(alliance, person && (await alliance.secretOf(person)), path);
  const read = await readAgendaFile(paper.bytes, { municipalities: [] });
  if (!read.ok) throw new Error(read.message);
  return read.text;
}

async function addLibrary(name: string): Promise<string> {
  const editor = await alliance.as('editor');
  const about = { kind: 'library' as const, locatedIn: null, brin: '', website: '' };
  return (await editor.organisations.add.mutate({ ...about, name })).id;
}

it('a partner that only its municipality knows stands on no paper of others, until it is published', async () => {
  const ownName = 'Bibliotheek van ons';
  const organisations = [await addLibrary(ownName)];
  const { id, handle } = await makeIntervention(alliance, {
    content: { organisations },
    parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
  });
  const path = `/mijn/interventies/${id}/docx`;
  expect(await paperText('editor', path)).toContain(ownName);
  expect(await paperText('agreedEditor', path)).not.toContain(ownName);
  await publishAgain(await alliance.as('publisher'), id);
  expect(await paperText('agreedEditor', path)).toContain(ownName);
  expect(await paperText(null, `/interventies/${handle}/docx`)).toContain(ownName);
});

it('the same of an agenda', async () => {
  const ownName = 'Bibliotheek van de agenda';
  const organisations = [await addLibrary(ownName)];
  const draft = await makeAgenda(alliance, { content: { organisations } });
  expect(await paperText('editor', `/mijn/agendas/${draft.id}/docx`)).toContain(ownName);
  const page = await makeAgenda(alliance, { state: 'published', content: { organisations } });
  expect(await paperText(null, `/agendas/${page.handle}/docx`)).toContain(ownName);
});

it('a version names what went along with it, and a draft what goes along now', async () => {
  const editor = await alliance.as('editor');
  const publisher = await alliance.as('publisher');
  const { id, handle } = await makeIntervention(alliance);
  await attachTo(alliance, 'editor', 'interventions', id, undefined, { title: 'Het eerste draaiboek' });
  await publishAgain(publisher, id);
  const { attachments } = await editor.interventions.draftAttachments.query({ id });
  for (const { id: attachment } of attachments) await editor.interventions.detach.mutate({ id, attachment });
  await attachTo(alliance, 'editor', 'interventions', id, undefined, { title: 'Het tweede draaiboek' });
  const page = `/interventies/${handle}`;
  expect(await paperText(null, `${page}/docx`)).toContain('Het eerste draaiboek (Word)');
  expect(await paperText(null, `${page}/docx`)).not.toContain('Het tweede');
  expect(await paperText('editor', `/mijn/interventies/${id}/docx`)).toContain('Het tweede draaiboek (Word)');
  await publishAgain(publisher, id);
  expect(await paperText(null, `${page}/docx`)).toContain('Het tweede draaiboek (Word)');
  expect(await paperText(null, `${page}/versies/1/docx`)).toContain('Het eerste draaiboek (Word)');
  expect(await paperText(null, `${page}/versies/1/docx`)).not.toContain('Het tweede');
});
