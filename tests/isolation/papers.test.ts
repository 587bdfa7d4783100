// Papers as files: every actor × what is published, hidden, withdrawn, drafted and never there, over HTTP. Who may not
// read a page gets of its paper what anybody gets of a page that never was.
import { readAgendaFile } from '@kansenplein/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { unpacked } from '../support/archive.ts';
import { fetchPaper } from '../support/papers.ts';
import { municipalityNames as municipalities } from '../../packages/core/src/municipalities/names.ts';
import { makeAgenda, makeIntervention, revisionOf, rewrite } from '../support/writing.ts';
import { normalised, type Answer } from '../support/wire.ts';
import { actors, interventionKinds, makeOfKind, nowhere, seesPage, seesWorkingCopy } from './matrix-world.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const secretOf = async (person: PersonName | null) => (person ? alliance.secretOf(person) : null);
const codeIn = ({ body }: Answer) =>
  (JSON.parse(body) as { error: { data: { code: string } } }).error.data.code;
const noHandle = 'aaaaaaaaaa';

/** Only the head of the answer is asked of what is seen: fifteen times the same file proves no more than once. */
async function statusOf(secret: string | null, path: string): Promise<number> {
  const headers: Record<string, string> = secret === null ? {} : { cookie: `kansenplein=${secret}` };
  return (await fetch(`${alliance.origin}/papier${path}`, { method: 'HEAD', headers })).status;
}

describe('the paper of an intervention', () => {
  it('is for who may read the page or the draft; for anybody else it is the paper of nothing', async () => {
    const wrong: unknown[] = [];
    const made = await Promise.all(
      Object.entries(interventionKinds).map(async ([name, each]) => ({
        name,
        each,
        ...(await makeOfKind(alliance, each)),
      })),
    );
    let given = 0;
    for (const [name, actor] of Object.entries(actors)) {
      const secret = await secretOf(actor.person);
      const isReader = actor.municipality !== null;
      const nothing = normalised(await fetchPaper(alliance, secret, `/interventies/${noHandle}/pdf`));
      const noDraft = normalised(await fetchPaper(alliance, secret, `/mijn/interventies/${nowhere}/pdf`));
      for (const { name: about, each, handle, id } of made) {
        const asked = [
          {
            path: `/interventies/x-${handle}/pdf`,
            sees: each.state === 'published' && seesPage(actor, each),
            nothing,
          },
          {
            path: `/mijn/interventies/${id}/pdf`,
            sees: isReader && seesWorkingCopy(actor, each),
            nothing: noDraft,
          },
        ];
        for (const { path, sees, nothing: expected } of asked) {
          if (sees) {
            given += 1;
            if ((await statusOf(secret, path)) !== 200) wrong.push({ actor: name, about, path });
          } else if (normalised(await fetchPaper(alliance, secret, path)) !== expected)
            wrong.push({ actor: name, about, path });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(given).toBeGreaterThan(60);
  }, 120_000);

  it('leads a person who clicked to the page, which says the rest; the same for what is hidden and never was', async () => {
    const hidden = await makeIntervention(alliance, { state: 'published', visibility: 'municipality' });
    const click = { accept: 'text/html,*/*' };
    const places = [hidden.handle, noHandle].map(async (handle) => {
      const { status, headers } = await fetchPaper(alliance, null, `/interventies/${handle}/docx`, click);
      const to = Object.fromEntries(headers)['location']?.replace(handle, 'x');
      return { status, to };
    });
    expect(await Promise.all(places)).toEqual([
      { status: 303, to: '/interventies/x' },
      { status: 303, to: '/interventies/x' },
    ]);
  });

  it('says Concept in its name and on its pages while it is a draft, also for a municipality that agreed to take part', async () => {
    const { id } = await makeIntervention(alliance, {
      title: 'Samen lezen',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
    });
    const paper = await fetchPaper(
      alliance,
      await alliance.secretOf('agreedEditor'),
      `/mijn/interventies/${id}/docx`,
    );
    expect(paper.name).toMatch(/^CONCEPT-interventie-samen-lezen-[a-z0-9]{10}-\d{4}-\d\d-\d\d\.docx$/);
    const read = await readAgendaFile(paper.bytes, { municipalities });
    expect(read.ok && read.draft.form?.status?.text).toBe('Concept');
    const files = await unpacked(Buffer.from(paper.bytes));
    const headers = [...files].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(headers.map(([, bytes]) => bytes.toString())).toEqual([
      expect.stringContaining('Concept: nog niet gepubliceerd'),
    ]);
  });

  it('goes out as an attachment that no browser opens, runs or keeps', async () => {
    const { handle } = await makeIntervention(alliance, { title: 'Één & twee', state: 'published' });
    const paper = await fetchPaper(alliance, null, `/interventies/een-twee-${handle}/pdf`);
    expect(Object.fromEntries(paper.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="interventie-een-twee-/),
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*; sandbox$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(paper.body.startsWith('%PDF-1.7')).toBe(true);
  });

  it.each([
    '/interventies/x-aaaaaaaaaa',
    '/interventies/x-aaaaaaaaaa/exe',
    '/interventies/x-aaaaaaaaaa/versies/0/pdf',
    '/interventies/x-aaaaaaaaaa/aanvullingen/abc123/pdf',
    '/interventies/x-AAAAAAAAAA/pdf',
    '/agendas/x-aaaaaaaaaa/aanvullingen/__proto__/pdf',
    '/mijn/interventies/..%2f..%2fetc/pdf',
    "/mijn/agendas/x'--/pdf",
    `/${'a'.repeat(3000)}/pdf`,
  ])('%s is the address of nothing', async (path) => {
    const answer = await fetchPaper(alliance, await alliance.secretOf('editor'), path);
    expect([answer.status, codeIn(answer)]).toEqual([404, 'paper.not_found']);
  });
});

describe('the paper of an agenda', () => {
  it('holds the interventions that its reader may see, and says nothing of the others', async () => {
    const publisher = await alliance.as('publisher');
    const open = await makeIntervention(alliance, { title: 'Voor iedereen', state: 'published' });
    const closed = await makeIntervention(alliance, {
      title: 'Binnenskamers',
      state: 'published',
      visibility: 'municipality',
    });
    const { id } = await makeAgenda(alliance, { state: 'draft' });
    const { content, revision } = await publisher.agendas.workingCopy.query({ id });
    const [first, ...rest] = content.actions;
    if (!first) throw new Error('the agenda has no action');
    const actions = [{ ...first, interventions: [closed.id, open.id] }, ...rest];
    const saved = await publisher.agendas.save.mutate({ id, revision, content: { ...content, actions } });
    const { slug } = await publisher.agendas.publish.mutate({
      id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    const seen: string[][] = [];
    for (const person of [null, 'strangerEditor', 'reader'] as const) {
      const paper = await fetchPaper(alliance, await secretOf(person), `/agendas/${slug}/docx`);
      const read = await readAgendaFile(paper.bytes, { municipalities });
      if (!read.ok) throw new Error(read.message);
      seen.push(read.draft.interventions.map(({ fields }) => fields.title?.text ?? ''));
      expect(read.text.includes('Binnenskamers')).toBe(person === 'reader');
    }
    expect(seen).toEqual([['Voor iedereen'], ['Voor iedereen'], ['Binnenskamers', 'Voor iedereen']]);
    // What is only drafted since stands on no paper of a page, also for who writes it.
    await rewrite(publisher, open.id, { title: 'Nog in concept' });
    const paper = await fetchPaper(alliance, await secretOf('publisher'), `/agendas/${slug}/docx`);
    const read = await readAgendaFile(paper.bytes, { municipalities });
    expect(read.ok && read.draft.interventions.map(({ fields }) => fields.title?.text)).toEqual([
      'Binnenskamers',
      'Voor iedereen',
    ]);
  }, 60_000);
});

describe('What was handed out once', () => {
  it('is not handed out any more when the page is narrowed or withdrawn', async () => {
    const publisher = await alliance.as('publisher');
    const { id, handle } = await makeIntervention(alliance, { state: 'published' });
    const path = `/interventies/${handle}/docx`;
    expect((await fetchPaper(alliance, null, path)).status).toBe(200);
    const { content } = await publisher.interventions.workingCopy.query({ id });
    const revision = await revisionOf(publisher, id);
    const saved = await publisher.interventions.save.mutate({
      id,
      revision,
      content: { ...content, visibility: 'alliance' },
    });
    await publisher.interventions.publish.mutate({
      id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    for (const each of [path, `/interventies/${handle}/versies/1/docx`])
      expect((await fetchPaper(alliance, null, each)).status).toBe(404);
    const partner = await alliance.secretOf('partner');
    expect(await statusOf(partner, path)).toBe(200);
    await publisher.interventions.withdraw.mutate({ id, reason: 'Het project is gestopt.' });
    expect(await statusOf(partner, path)).toBe(404);
  });

  it('is counted by address: after 120 papers in ten minutes it waits, and what is not there still is not', async () => {
    const { handle } = await makeIntervention(alliance, { state: 'published' });
    for (let count = 0; count < 120; count += 1)
      await alliance.database.attempt('paper', '127.0.0.1', { points: 120, seconds: 600 });
    const answer = await fetchPaper(alliance, null, `/interventies/${handle}/pdf`);
    expect([answer.status, codeIn(answer)]).toEqual([429, 'paper.too_many']);
    const click = await fetchPaper(alliance, null, `/interventies/${handle}/pdf`, { accept: 'text/html' });
    expect(Object.fromEntries(click.headers)['location']).toBe(`/interventies/${handle}?papier=veel#papier`);
    expect((await fetchPaper(alliance, null, `/interventies/${noHandle}/pdf`)).status).toBe(404);
  });
});
