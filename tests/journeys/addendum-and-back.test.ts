// The paper of an addendum that is brought in again belongs to its agenda: a person says where, and nothing is made twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { broughtIn, type Form } from '../support/papers.ts';
import type { Client } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';
import { makeAgenda, type AgendaContent } from '../support/writing.ts';

let alliance: Alliance;
let editor: Client;
beforeAll(async () => {
  alliance = await makeAlliance();
  editor = await alliance.as('editor');
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const forms: Form[] = ['docx', 'pdf'];
type Addendum = NonNullable<AgendaContent['addenda']>[number];

const newcomers: Addendum = {
  key: 'nieuwkomer',
  title: 'Nieuwkomers',
  text: 'Ook voor **nieuwkomers**.\n\n### Hoe\n\n- een schakelklas\n- taal thuis',
  periodFrom: 2025,
  periodTo: 2026,
  signedOn: '2025-02-14',
  signatories: [
    { role: 'Wethouder onderwijs', organisation: 'Gemeente Brunssum', date: '2025-02-14' },
    { role: 'Directeur', organisation: 'Stichting Samen', date: null },
  ],
};
const open: Addendum = {
  ...{ key: 'zomerschool', title: 'Zomerschool', text: 'Twee weken.', signedOn: null, signatories: [] },
  ...{ periodFrom: null, periodTo: 2027 },
};

async function makeWithAddenda(): Promise<{ id: string; slug: string }> {
  const { id } = await makeAgenda(alliance);
  const { content, revision } = await editor.agendas.workingCopy.query({ id });
  await editor.agendas.save.mutate({ id, revision, content: { ...content, addenda: [newcomers, open] } });
  const publisher = await alliance.as('publisher');
  const now = await publisher.agendas.workingCopy.query({ id });
  await publisher.agendas.publish.mutate({ id, revision: now.revision, note: '', personalDataReason: null });
  return { id, slug: now.slug };
}

const addendaOf = async (id: string) => (await editor.agendas.workingCopy.query({ id })).content.addenda;
const paperOf = (slug: string) => `/agendas/${slug}/aanvullingen/${newcomers.key}/docx`;
const countAgendas = async () => (await editor.agendas.workingCopies.query()).agendas.length;

describe('An addendum that is handed out and brought in again', () => {
  const ways = forms.flatMap((form) =>
    [newcomers, open].flatMap((one) => [['the page', form, one] as const, ['the draft', form, one] as const]),
  );
  it.each(ways)('is the same addendum of the same agenda: from %s as %s', async (from, form, one) => {
    const { id, slug } = await makeWithAddenda();
    const page = from === 'the page' ? `/agendas/${slug}` : `/mijn/agendas/${id}`;
    const brought = await broughtIn(alliance, 'editor', `${page}/aanvullingen/${one.key}/${form}`);
    const { agendas, saysMore } = await editor.imports.belonging.query({ id: brought.id });
    expect([agendas[0]?.id, agendas[0]?.likely, saysMore]).toEqual([id, true, false]);
    expect(agendas[0]?.addenda.filter(({ likely }) => likely).map(({ key }) => key)).toEqual([one.key]);
    // Somebody changed it meanwhile; what the paper says comes in its place, because that is what was chosen.
    const { content, revision } = await editor.agendas.workingCopy.query({ id });
    const changed = content.addenda.map((each) => ({ ...each, title: `${each.title} (gewijzigd)` }));
    await editor.agendas.save.mutate({ id, revision, content: { ...content, addenda: changed } });
    const before = await countAgendas();
    const made = await editor.imports.makeDrafts.mutate({
      id: brought.id,
      into: { agenda: id, addendum: one.key },
    });
    expect([made, await countAgendas()]).toEqual([{ agenda: id, interventions: [] }, before]);
    expect(await addendaOf(id)).toEqual(changed.map((each) => (each.key === one.key ? one : each)));
    expect((await editor.agendas.workingCopy.query({ id })).state).toBe('draft');
  });

  it('is one more addendum when somebody says so, and leaves the others as they are', async () => {
    const { id, slug } = await makeWithAddenda();
    const other = await makeAgenda(alliance);
    const { id: brought } = await broughtIn(alliance, 'editor', paperOf(slug));
    await editor.imports.makeDrafts.mutate({ id: brought, into: { agenda: other.id, addendum: null } });
    const [added, ...more] = await addendaOf(other.id);
    const { addendum } = await editor.imports.get.query({ id: brought });
    expect([added, more]).toEqual([{ ...newcomers, key: addendum }, []]);
    expect(await addendaOf(id)).toEqual([newcomers, open]);
  });

  it('makes no agenda by itself, and one of its own only when that was chosen', async () => {
    const { slug } = await makeWithAddenda();
    const { id } = await broughtIn(alliance, 'editor', paperOf(slug));
    const before = await countAgendas();
    expect(await codeOf(editor.imports.makeDrafts.mutate({ id }))).toBe('import.addendum_of_which');
    expect([await countAgendas(), (await editor.imports.get.query({ id })).state]).toEqual([before, 'read']);
    const { agenda } = await editor.imports.makeDrafts.mutate({ id, into: 'new' });
    expect(await countAgendas()).toBe(before + 1);
    expect((await editor.agendas.workingCopy.query({ id: agenda ?? '' })).content).toMatchObject({
      title: newcomers.title,
    });
  });

  it('goes into no agenda of another, into none that is not there, and in the place of nothing', async () => {
    const { id: mine, slug } = await makeWithAddenda();
    const stranger = await alliance.as('strangerEditor');
    const { id: theirs } = await stranger.agendas.create.mutate({ title: 'Van ons', kind: 'gka_agenda' });
    const { id } = await broughtIn(alliance, 'editor', paperOf(slug));
    const into = (agenda: string, addendum: string | null = null) =>
      codeOf(editor.imports.makeDrafts.mutate({ id, into: { agenda, addendum } }));
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect([await into(theirs), await into(nowhere)]).toEqual(['agenda.not_found', 'agenda.not_found']);
    expect(await into(mine, 'nietbekend')).toBe('addendum.not_found');
    const { agendas } = await editor.imports.belonging.query({ id });
    expect(agendas.map((each) => each.id)).not.toContain(theirs);
    expect(await codeOf(stranger.imports.belonging.query({ id }))).toBe('import.not_found');
    expect(await addendaOf(mine)).toEqual([newcomers, open]);
  });

  it('keeps its findings beside it, and is laid beside the draft by itself', async () => {
    const { id, slug } = await makeWithAddenda();
    const { id: brought } = await broughtIn(alliance, 'editor', paperOf(slug));
    await editor.imports.makeDrafts.mutate({ id: brought, into: { agenda: id, addendum: newcomers.key } });
    const { marks } = await editor.imports.marks.query({ draft: id });
    expect(new Set(marks.map((mark) => mark.import))).toEqual(new Set([brought]));
    expect(new Set(marks.map(({ place }) => place))).toEqual(new Set([`addenda/${newcomers.key}`]));
    const differences = async () =>
      (await editor.imports.compare.query({ id: brought })).drafts.map(({ id: of, revision, fields }) => ({
        of,
        revision,
        fields: fields.map(({ field, difference }) => [field, difference]),
      }));
    expect(await differences()).toMatchObject([{ of: id, fields: [['addenda', 'same']] }]);
    const { content, revision } = await editor.agendas.workingCopy.query({ id });
    const emptied = content.addenda.map((each) => ({ ...each, text: '' }));
    await editor.agendas.save.mutate({ id, revision, content: { ...content, addenda: emptied } });
    const [now] = await differences();
    expect(now?.fields).toEqual([['addenda', 'both']]);
    await editor.imports.takeOver.mutate({
      ...{ id: brought, draft: id, revision: now?.revision ?? 0, field: 'addenda', number: '' },
    });
    expect(await addendaOf(id)).toEqual([newcomers, { ...open, text: '' }]);
    const title = (await editor.agendas.workingCopy.query({ id })).content.title;
    expect(title).toBe(content.title);
  });
});
