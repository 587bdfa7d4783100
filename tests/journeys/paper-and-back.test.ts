// A municipality hands out its agenda as Word or PDF, somebody brings that file in again, and it is the same draft.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, conditional, makeAlliance, stated, type Alliance } from '../support/alliance.ts';
import { broughtBack, fetchPaper, type Form } from '../support/papers.ts';
import type { Client } from '../support/platform.ts';
import {
  fullContent,
  handleOf,
  makeIntervention,
  publishAgain,
  type AgendaContent,
  type InterventionContent,
} from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const forms: Form[] = ['docx', 'pdf'];

/** Everything that an intervention can hold, with the marks that a long text may have. */
const richContent = (title: string, more: Partial<InterventionContent> = {}) =>
  fullContent(title, {
    summary: 'Lezen met *plezier*, en 1. niets moet [echt](waar).',
    goal: '### Samen lezen\n\nMeer kinderen **lezen** met *plezier*.\n\n#### Waarom\n\n- thuis\n  - met ouders\n- op school\n\n1. Begin klein\n2. Groei',
    activities:
      '| Wanneer | Wat |\n| --- | --- |\n| Elke week | Voorlezen |\n| Elke maand | [Bibliotheek](https://bibliotheek.example/lezen) |\n\nEn verder: 2 * 3 = 6.',
    website: 'https://lezen.example/mee_doen_nu?a=1&b=_2_',
    contactRole: 'Projectleider lezen, afdeling Onderwijs',
    contactMailbox: 'lezen@gemeente.example',
    activeIngredients: ['Vaste leesmaatjes', '- minstens een uur', '*Echte* boeken | geen kopieën'],
    localForm: 'Hier gebeurt het **buiten**.\n\nOok in de winter.',
    transferability: '- een ruimte\n- een bibliotheek',
    unwantedEffects: 'Geen, voor zover bekend.',
    themes: ['taalontwikkeling', 'kansrijke-start', 'aanwezigheid'],
    phases: ['voorschools', 'po-vo'],
    programmes: ['gka', 'school-en-omgeving'],
    ageFrom: null,
    ageTo: 12,
    periodFrom: 2024,
    periodTo: null,
    course: 'adjusted',
    costBand: 'very_low',
    ...more,
  });

const key = (name: string) => name.padEnd(8, '0');

const richAgenda = (first: string, second: string): AgendaContent => ({
  kind: 'local_accord',
  title: 'Gelijk aan de start',
  periodFrom: 2024,
  periodTo: 2027,
  mission: 'Elk kind **telt**.\n\n- hier\n- en daar',
  background:
    'Vooraf.\n\n### Waarom nu\n\nOmdat het moet.\n\n#### De cijfers\n\n1. Eén\n2. Twee\n\n### Verder\n\nMet [de bron](https://bron.example/a_b).',
  principles: [
    { title: 'Samen', text: 'Altijd.\n\n- met ouders\n- met scholen' },
    { title: '1. Dichtbij', text: '' },
  ],
  goals: [
    {
      key: key('one'),
      number: '1',
      parent: null,
      title: 'Taal: een goed begin',
      text: 'Toelichting met *nadruk*.\n\n- een\n- twee',
      intendedResults: [
        {
          text: 'Meer kinderen lezen *echt*\nen praten',
          target: { value: 1250.5, unit: 'kinderen', year: 2026 },
        },
        { text: 'In 2026 doen 30 scholen mee', target: null },
        { text: 'Nog open', target: { value: null, unit: 'uren per week', year: null } },
      ],
    },
    {
      key: key('part'),
      number: '1.1',
      parent: key('one'),
      title: 'Thuis',
      text: '',
      intendedResults: [{ text: '≥ 7 kindcentra', target: null }],
    },
    {
      key: key('deep'),
      number: '1.1.1',
      parent: key('part'),
      title: 'Resultaten',
      text: 'Tekst.',
      intendedResults: [],
    },
    {
      key: key('least'),
      number: '1.1.1.1',
      parent: key('deep'),
      title: 'Acties',
      text: '',
      intendedResults: [],
    },
    { key: key('two'), number: '2', parent: null, title: 'Rust', text: '', intendedResults: [] },
  ],
  actions: [
    {
      key: key('acta'),
      text: 'Voorlezen in de wijk',
      goals: [key('one'), key('two')],
      status: 'done',
      from: 2024,
      until: 2025,
      who: 'Bibliotheek',
      interventions: [first, second],
    },
    {
      key: key('actb'),
      text: '- Plan maken (klaar in 2026)',
      goals: [key('part')],
      status: 'under_way',
      from: null,
      until: 2026,
      who: '',
      interventions: [],
    },
    {
      key: key('actc'),
      text: 'Diep',
      goals: [key('least')],
      status: 'stopped',
      from: 2025,
      until: null,
      who: 'Scholen en opvang',
      interventions: [second],
    },
    {
      key: key('actd'),
      text: 'Zonder doel, wel nodig',
      goals: [],
      status: 'planned',
      from: null,
      until: null,
      who: 'Gemeente',
      interventions: [],
    },
  ],
  bodies: [{ name: 'Lokaal overleg', text: 'Komt *vier* keer per jaar samen.' }],
  keyFigures: ['Schooladviezen: 30% *vmbo*', 'Afstroom'],
  commitments: ['Levert elk jaar *cijfers*', 'Deelt wat werkt'],
  signatories: [
    { role: 'Wethouder onderwijs', organisation: 'Gemeente Brunssum', date: '2024-03-01' },
    { role: 'Voorzitter college van bestuur', organisation: '', date: null },
  ],
  addenda: [
    {
      key: key('adda'),
      title: 'Nieuwkomers',
      text: 'Ook voor **nieuwkomers**.\n\n### Hoe\n\n- een schakelklas\n- taal thuis',
      periodFrom: 2025,
      periodTo: 2026,
      signedOn: '2025-02-14',
      signatories: [{ role: 'Wethouder onderwijs', organisation: 'Gemeente Brunssum', date: '2025-02-14' }],
    },
    {
      key: key('addb'),
      title: 'Zomerschool',
      text: '',
      periodFrom: null,
      periodTo: 2027,
      signedOn: null,
      signatories: [],
    },
  ],
  visibility: 'public',
});

/** An agenda without its keys and ids: what points at something says what that is called. */
async function agendaTold(editor: Client, id: string) {
  const { content } = await editor.agendas.workingCopy.query({ id });
  const goalOf = new Map(content.goals.map((goal) => [goal.key, `${goal.number} ${goal.title}`]));
  const titles = new Map<string, string>();
  for (const one of new Set(content.actions.flatMap(({ interventions }) => interventions)))
    titles.set(one, (await editor.interventions.workingCopy.query({ id: one })).content.title);
  return {
    ...content,
    goals: content.goals.map(({ key: _key, parent, ...goal }) => ({
      ...goal,
      parent: parent && goalOf.get(parent),
    })),
    actions: content.actions
      .map(({ key: _key, goals, interventions, ...action }) => ({
        ...action,
        goals: goals.map((goal) => goalOf.get(goal)),
        interventions: interventions.map((one) => titles.get(one)),
      }))
      .sort((a, b) => a.text.localeCompare(b.text)),
    addenda: content.addenda.map(({ key: _key, ...addendum }) => addendum),
  };
}

async function interventionTold(editor: Client, id: string) {
  const { content, participations } = await editor.interventions.workingCopy.query({ id });
  const titleOf = async (one: string) =>
    (await editor.interventions.workingCopy.query({ id: one })).content.title;
  // What something is to others has no order.
  const titlesOf = async (ids: readonly string[]) => (await Promise.all(ids.map(titleOf))).sort();
  return {
    ...content,
    evaluates: await titlesOf(content.evaluates),
    partOf: await titlesOf(content.partOf ?? []),
    replaces: await titlesOf(content.replaces ?? []),
    // Who was stated again has not confirmed again: that a file cannot do.
    participations: participations.map(({ agreed: _agreed, earlier: _earlier, ...part }) => part),
  };
}

async function makeWhole() {
  const editor = await alliance.as('editor');
  const publisher = await alliance.as('publisher');
  const outside = await makeIntervention(alliance, { title: 'Buiten dit stuk', state: 'published' });
  const first = await makeIntervention(alliance, {
    title: 'Warme overdracht',
    content: richContent('Warme overdracht'),
  });
  const second = await makeIntervention(alliance, {
    title: 'Onderzoek [naar] lezen (2024)',
    content: richContent('Onderzoek [naar] lezen (2024)', {
      evaluates: [first.id, outside.id],
      replaces: [outside.id],
      visibility: 'alliance',
    }),
  });
  await editor.interventions.stateParticipation.mutate({
    id: first.id,
    municipality: agreed,
    commitment: 'confirmed',
    pupils: 40,
    schools: 'De Ster; Het *Anker*',
    budgetShare: '€ 5.000 per jaar',
    contactRole: 'Coördinator, onderwijs',
    contactMailbox: 'onderwijs@buren.example',
  });
  await editor.interventions.stateParticipation.mutate({
    id: first.id,
    municipality: conditional,
    commitment: 'conditional',
    pupils: null,
    schools: '',
    condition: 'Als de raad in juni geld vrijmaakt.',
    contactRole: 'Alleen een functie',
  });
  await editor.interventions.stateParticipation.mutate({
    id: first.id,
    municipality: stated,
    commitment: 'intended',
    pupils: 0,
    schools: '',
  });
  for (const { id } of [first, second]) await publishAgain(publisher, id);
  const { id } = await editor.agendas.create.mutate({ title: 'Gelijk aan de start', kind: 'local_accord' });
  const content = richAgenda(first.id, second.id);
  await editor.agendas.save.mutate({
    id,
    revision: 1,
    content: { ...content, actions: content.actions.map((one) => ({ ...one, status: 'planned' })) },
  });
  const publish = async () => {
    const { revision } = await publisher.agendas.workingCopy.query({ id });
    await publisher.agendas.publish.mutate({ id, revision, note: '', personalDataReason: null });
  };
  await publish();
  const { revision, slug } = await editor.agendas.workingCopy.query({ id });
  await editor.agendas.save.mutate({ id, revision, content });
  await publish();
  return { id, slug, interventions: [first.id, second.id] };
}

describe('An agenda that is handed out and brought in again', () => {
  let whole: Awaited<ReturnType<typeof makeWhole>>;
  beforeAll(async () => {
    whole = await makeWhole();
  });

  const ways = forms.flatMap((form) => [['the page', form] as const, ['the draft', form] as const]);
  it.each(ways)('is the same draft, field by field: from %s as %s', async (from, form) => {
    const editor = await alliance.as('editor');
    const path = from === 'the page' ? `/agendas/${whole.slug}/${form}` : `/mijn/agendas/${whole.id}/${form}`;
    const { paper, found, made } = await broughtBack(alliance, 'editor', path);
    expect(paper.name).toMatch(
      from === 'the page'
        ? new RegExp(`^agenda-gelijk-aan-de-start-[a-z0-9]{10}-\\d{4}-\\d\\d-\\d\\d\\.${form}$`)
        : new RegExp(`^CONCEPT-agenda-gelijk-aan-de-start-[a-z0-9]{10}-\\d{4}-\\d\\d-\\d\\d\\.${form}$`),
    );
    expect(found.draft?.unplaced).toEqual([]);
    expect(await agendaTold(editor, made.agenda)).toEqual(await agendaTold(editor, whole.id));
    expect(made.interventions).toHaveLength(2);
    for (const [at, id] of made.interventions.entries())
      expect(await interventionTold(editor, id)).toEqual(
        await interventionTold(editor, whole.interventions[at] ?? ''),
      );
  });

  it('tells how actions stood before, and how far it is', async () => {
    const { found } = await broughtBack(alliance, 'editor', `/agendas/${whole.slug}/docx`);
    const [goal] = found.draft?.goals ?? [];
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(goal?.actions[0]?.progress).toMatchObject({
      status: 'done',
      history: [
        { status: 'planned', version: 1, date: today },
        { status: 'done', version: 2, date: today },
      ],
    });
    expect(found.text).toContain('Alle acties');
    expect(found.text).toMatch(/\d van 4 beoogde resultaten (is|zijn) meetbaar/);
  });

  it('is a paper of its own for each addendum, and for the version of then', async () => {
    const addendum = await fetchPaper(
      alliance,
      null,
      `/agendas/${whole.slug}/aanvullingen/${key('adda')}/docx`,
    );
    expect([addendum.status, addendum.name]).toEqual([
      200,
      expect.stringMatching(/^addendum-nieuwkomers-adda0000-.*\.docx$/),
    ]);
    const old = await broughtBack(alliance, 'editor', `/agendas/${whole.slug}/versies/1/pdf`);
    expect(old.found.draft?.form?.version?.number).toBe(1);
    expect(old.found.draft?.goals[0]?.actions[0]?.progress?.status).toBe('planned');
    expect(old.found.draft?.form?.address).toBe(`${alliance.origin}/agendas/${whole.slug}/versies/1`);
    expect(handleOf(whole.slug)).toHaveLength(10);
  });
});
