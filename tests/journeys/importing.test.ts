// A document is brought in, read by a job, looked at, and becomes drafts of the own municipality and nobody else's.
import { readNextImport } from '@kansenplein/core';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, stranger, type Alliance } from '../support/alliance.ts';
import { fetchFile, storedFile } from '../support/files.ts';
import { doors, type Client } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';
import { handleOf } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const demoDocument = new URL('../../apps/api/demo/brunssum.txt', import.meta.url);
/** The real documents lie beside the checkout, where they are; the repository carries none of their sentences. */
const realInputs = new URL('../../../shared/input/', import.meta.url);
const realInput = (name: string) => new URL(name, realInputs);
const brunssum = 'brunssum-gka-agenda-2021-2024.txt';
const middenGroningen = 'midden-groningen-onderwijskansenakkoord-2023-2026.txt';
const hasRealInputs = existsSync(realInput(brunssum)) && existsSync(realInput(middenGroningen));

async function read(editor: Client, file: URL) {
  const text = readFileSync(file, 'utf8');
  const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
  expect(await editor.imports.get.query({ id })).toMatchObject({ state: 'received', draft: null });
  expect(await codeOf(editor.imports.makeDrafts.mutate({ id }))).toBe('import.not_ready');
  while (await readNextImport(alliance.database, alliance.files));
  return id;
}

describe.each(doors)('through the %s door', (door) => {
  it('a document becomes drafts with stated participations, is completed and published', async () => {
    const editor = await alliance.as('editor', door);
    const publisher = await alliance.as('publisher', door);
    const id = await read(editor, demoDocument);
    const found = await editor.imports.get.query({ id });
    expect(found).toMatchObject({ state: 'read', failure: null, otherMunicipality: null, agenda: null });
    const draft = found.draft;
    if (!draft) throw new Error('nothing was read');
    expect(draft.municipality).toBe(own);
    // Every field points at the text it came from.
    for (const field of draft.interventions.flatMap(({ fields }) => Object.values(fields))) {
      if (field) expect(found.text.slice(field.span.start, field.span.end)).toBe(field.source);
    }
    const made = await editor.imports.makeDrafts.mutate({ id });
    expect(made.interventions.length).toBe(draft.interventions.length);
    expect(made.interventions.length).toBe(3);
    expect(await editor.imports.get.query({ id })).toMatchObject({ state: 'drafted', agenda: made.agenda });
    expect(await codeOf(editor.imports.makeDrafts.mutate({ id }))).toBe('import.not_ready');

    // Nobody commits a neighbour by uploading a document: all others are stated, none agreed, none sees the draft.
    const first = await editor.interventions.workingCopy.query({ id: made.interventions[0] ?? '' });
    expect(first).toMatchObject({ state: 'draft', municipality: { code: own } });
    const others = first.participations.filter(({ lead }) => !lead);
    expect(others.length).toBeGreaterThan(1);
    expect(others.every(({ agreed }) => !agreed)).toBe(true);
    expect(
      others
        .filter(({ commitment }) => commitment === 'conditional')
        .map(({ municipality }) => municipality.name),
    ).toEqual(['Landgraaf']);
    const neighbour = await alliance.as('agreedPublisher', door);
    expect(await codeOf(neighbour.interventions.workingCopy.query({ id: first.id }))).toBe(
      'intervention.not_found',
    );
    const { invitations } = await neighbour.interventions.workingCopies.query();
    expect(invitations.some(({ intervention }) => intervention === first.id)).toBe(true);

    // The third evaluates the first two.
    const third = await editor.interventions.workingCopy.query({ id: made.interventions[2] ?? '' });
    expect([...third.content.evaluates].sort()).toEqual(made.interventions.slice(0, 2).sort());

    // What the document does not say is asked for, and then it is published.
    expect(first.missing).toEqual(expect.arrayContaining(['summary', 'themes', 'phases']));
    const content = {
      ...first.content,
      summary: 'Samen lezen.',
      themes: ['taalontwikkeling' as const],
      phases: ['po' as const],
      contactRole: 'Beleidsmedewerker',
    };
    const saved = await editor.interventions.save.mutate({ id: first.id, revision: first.revision, content });
    const reason = 'Algemene gegevens van het project';
    await publisher.interventions.publish.mutate({
      id: first.id,
      revision: saved.revision,
      note: '',
      personalDataReason: reason,
    });
    const page = await alliance.visitor(door).interventions.get.query({ handle: handleOf(first.slug) });
    expect(page).toMatchObject({
      state: 'published',
      totals: { withoutConditional: { pupils: 55, unknown: 0 }, withConditional: { pupils: 55, unknown: 1 } },
    });

    const agenda = await editor.agendas.workingCopy.query({ id: made.agenda ?? '' });
    expect(agenda.content.commitments.length).toBe(4);
    await publisher.agendas.publish.mutate({
      id: made.agenda ?? '',
      revision: agenda.revision,
      note: '',
      personalDataReason: reason,
    });
    expect(await alliance.visitor(door).agendas.get.query({ handle: handleOf(agenda.slug) })).toMatchObject({
      state: 'published',
    });
  });

  it('what is no agenda fails with a clear sentence and makes no drafts', async () => {
    const editor = await alliance.as('editor', door);
    const { id } = await editor.imports.start.mutate({
      fileName: 'lijstje.txt',
      text: 'Boodschappen: melk, brood en appels.',
    });
    await readNextImport(alliance.database, alliance.files);
    const { state, failure, draft } = await editor.imports.get.query({ id });
    expect({ state, draft }).toEqual({ state: 'failed', draft: null });
    expect(failure?.message).toMatch(/^[A-Z].{20,}\.$/);
    expect(failure?.message).not.toMatch(/error|undefined|null|\bat\b.*:\d/i);
    expect(await codeOf(editor.imports.makeDrafts.mutate({ id }))).toBe('import.not_ready');
  });

  it('a document of another municipality is shown as such and makes no drafts here', async () => {
    const other = await alliance.as('strangerEditor', door);
    const id = await read(other, demoDocument);
    expect(await other.imports.get.query({ id })).toMatchObject({
      state: 'read',
      otherMunicipality: 'Brunssum',
    });
    expect(await codeOf(other.imports.makeDrafts.mutate({ id }))).toBe('import.not_ready');
    expect(await codeOf((await alliance.as('editor', door)).imports.get.query({ id }))).toBe(
      'import.not_found',
    );
  });

  describe.runIf(hasRealInputs)('the real documents', () => {
    it('become drafts of Brunssum: three interventions, four municipalities, 55 pupils and one unknown', async () => {
      const editor = await alliance.as('editor', door);
      const id = await read(editor, realInput(brunssum));
      const made = await editor.imports.makeDrafts.mutate({ id });
      expect(made.interventions.length).toBe(3);
      for (const intervention of made.interventions) {
        const { participations } = await editor.interventions.workingCopy.query({ id: intervention });
        expect(participations.length).toBe(4);
        expect(participations.filter(({ commitment }) => commitment === 'conditional').length).toBe(1);
        expect(participations.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0)).toBe(55);
        expect(participations.filter(({ pupils }) => pupils === null).length).toBe(1);
      }
      const { content } = await editor.agendas.workingCopy.query({ id: made.agenda ?? '' });
      expect(content).toMatchObject({ kind: 'gka_agenda', periodFrom: 2021, periodTo: 2024 });
      expect(content.commitments.length).toBe(4);
    });

    it('become an agenda of Midden-Groningen with its goals', async () => {
      const editor = await alliance.as('strangerEditor', door);
      const id = await read(editor, realInput(middenGroningen));
      const made = await editor.imports.makeDrafts.mutate({ id });
      const { content, municipality } = await editor.agendas.workingCopy.query({ id: made.agenda ?? '' });
      expect(municipality.code).toBe(stranger);
      expect(content).toMatchObject({ periodFrom: 2023, periodTo: 2026 });
      expect(content.goals.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.3', '2', '3', '4']);
      expect(content.mission).not.toBe('');
      expect(content.actions.length).toBeGreaterThan(10);
    });
  });
});

it('a file is read like pasted text, stays fetchable for colleagues, and keeps its name', async () => {
  const secret = await alliance.secretOf('editor');
  const id = await storedFile(alliance, secret, readFileSync(demoDocument), { name: 'Agenda 2024–2027.txt' });
  const editor = await alliance.as('editor');
  const { id: asFile } = await editor.imports.start.mutate({ file: id });
  while (await readNextImport(alliance.database, alliance.files));
  const asText = await read(editor, demoDocument);
  const [fromFile, fromText] = await Promise.all(
    [asFile, asText].map((each) => editor.imports.get.query({ id: each })),
  );
  expect(fromFile).toMatchObject({
    state: 'read',
    fileName: 'Agenda 2024–2027.txt',
    file: { id, type: 'txt' },
  });
  expect(fromText?.file).toBe(null);
  expect(fromFile?.draft).toEqual(fromText?.draft);
  const colleague = await alliance.secretOf('publisher');
  expect((await fetchFile(alliance, colleague, id)).body).toBe(readFileSync(demoDocument, 'utf8'));
  // Held: it cannot be read in a second time under another import.
  expect(await codeOf(editor.imports.start.mutate({ file: id }))).toBe('file.not_found');
});

it('a document with a citizen service number is not kept, neither its text nor its file', async () => {
  const secret = await alliance.secretOf('editor');
  const text = `${readFileSync(demoDocument, 'utf8')}\nBSN 111222333 van een leerling`;
  const file = await storedFile(alliance, secret, text);
  const editor = await alliance.as('editor');
  const started = await Promise.all([
    editor.imports.start.mutate({ file }),
    editor.imports.start.mutate({ fileName: 'agenda.txt', text }),
  ]);
  while (await readNextImport(alliance.database, alliance.files));
  for (const { id } of started)
    expect(await editor.imports.get.query({ id })).toMatchObject({
      state: 'failed',
      failure: { code: 'document.bsn' },
      text: '',
      file: null,
      draft: null,
    });
  expect((await fetchFile(alliance, secret, file)).status).toBe(404);
});

it('a document is read once, however many jobs are waiting for it', async () => {
  const editor = await alliance.as('editor');
  const text = readFileSync(demoDocument, 'utf8');
  const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
  const jobs = await Promise.all([1, 2].map(() => readNextImport(alliance.database, alliance.files)));
  expect(jobs.sort()).toEqual([false, true]);
  expect(await editor.imports.get.query({ id })).toMatchObject({ state: 'read' });
});
