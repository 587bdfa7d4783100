// A municipality hands out its agenda as Word or PDF, somebody brings that file in again, and it is the same draft.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, conditional, makeAlliance, own, stated, type Alliance } from '../support/alliance.ts';
import { attachTo } from '../support/attaching.ts';
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
    budget: 12_500,
    budgetPer: 'year',
    programmeLinks: [
      { name: 'Databank [erkend] lezen (2024)', address: 'https://databank.example/lezen_(samen)?a=1&b=_2_' },
      { name: '', address: 'https://programma.example/' },
    ],
    ...more,
  });

const theirForm = 'Bij ons **binnen**.\n\n### Waarom\n\n- regen\n- wind';

const key = (name: string) => name.padEnd(8, '0');

const richAgenda = (first: string, second: string, organisations: string[]): AgendaContent => ({
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
  organisations,
  visibility: 'alliance',
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
    // And how it is done elsewhere is written there; it is offered to whoever looks over the document.
    participations: participations.map(
      ({ agreed: _agreed, earlier: _earlier, localForm: _theirs, ...part }) => part,
    ),
  };
}

const told = (value: unknown) => JSON.stringify(value ?? null);

/** Fields that none of these fills in otherwise than it was: what comes back of those proves nothing. */
const sameInAll = <Content extends object>(untouched: Content, all: readonly Content[]) =>
  Object.entries(untouched)
    .filter(([field, value]) => all.every((one) => told(one[field as keyof Content]) === told(value)))
    .map(([field]) => field);

const alwaysEmpty = (all: readonly object[]) =>
  [...new Set(all.flatMap((one) => Object.keys(one)))].filter((field) =>
    all.every((one) => ['null', '""', '[]'].includes(told((one as Record<string, unknown>)[field]))),
  );

async function makeWhole() {
  const editor = await alliance.as('editor');
  const publisher = await alliance.as('publisher');
  const outside = await makeIntervention(alliance, { title: 'Buiten dit stuk', state: 'published' });
  const about = { locatedIn: null, website: '' };
  const school = await editor.organisations.add.mutate({
    ...about,
    name: 'De Ster [noord] (locatie 2)',
    kind: 'school',
    brin: '01AB02',
  });
  const library = await editor.organisations.add.mutate({
    ...about,
    name: 'Bibliotheek *Zuid*',
    kind: 'library',
    brin: '',
  });
  const first = await makeIntervention(alliance, {
    title: 'Warme overdracht',
    content: richContent('Warme overdracht', {
      partOf: [outside.id],
      organisations: [school.id, library.id],
    }),
  });
  await attachTo(alliance, 'editor', 'interventions', first.id, undefined, { title: 'Draaiboek' });
  await editor.interventions.stateParticipation.mutate({
    id: first.id,
    municipality: own,
    commitment: 'confirmed',
    pupils: 25,
    schools: 'De Ster',
    budgetEuros: 1250,
    budgetPer: 'whole',
    budgetShare: 'uit de *reserve*',
    contactRole: 'Beleidsmedewerker',
    contactMailbox: 'jeugd@gemeente.example',
  });
  const second = await makeIntervention(alliance, {
    title: 'Onderzoek [naar] lezen (2024)',
    content: richContent('Onderzoek [naar] lezen (2024)', {
      evaluates: [first.id, outside.id],
      replaces: [outside.id],
      visibility: 'alliance',
      ageFrom: 4,
      periodTo: 2030,
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
  const participant = await alliance.as('agreedPublisher');
  await participant.interventions.answerParticipation.mutate({
    id: first.id,
    commitment: 'confirmed',
    localForm: theirForm,
  });
  await editor.interventions.stateParticipation.mutate({
    id: first.id,
    municipality: conditional,
    commitment: 'conditional',
    pupils: null,
    schools: '',
    condition: 'Als de raad in juni geld vrijmaakt.',
    budgetEuros: 1_000_000,
    budgetPer: 'year',
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
  const content = richAgenda(first.id, second.id, [library.id]);
  await attachTo(alliance, 'editor', 'agendas', id, undefined, { title: 'Begroting' });
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
    expect(await agendaTold(editor, made.agenda ?? '')).toEqual(await agendaTold(editor, whole.id));
    expect(made.interventions).toHaveLength(2);
    for (const [at, id] of made.interventions.entries())
      expect(await interventionTold(editor, id)).toEqual(
        await interventionTold(editor, whole.interventions[at] ?? ''),
      );
  });

  it('compares every field that an agenda, an intervention and a part of it can hold', async () => {
    const editor = await alliance.as('editor');
    const fresh = await editor.interventions.create.mutate({ title: 'Leeg' });
    const freshAgenda = await editor.agendas.create.mutate({ title: 'Leeg', kind: 'gka_agenda' });
    const empty = await editor.interventions.workingCopy.query({ id: fresh.id });
    const filled = await Promise.all(
      whole.interventions.map((id) => editor.interventions.workingCopy.query({ id })),
    );
    const [none] = empty.participations;
    if (!none) throw new Error('nobody takes part');
    // What a part says of who agreed is not taken from a file.
    const { agreed: _agreed, earlier: _earlier, ...part } = none;
    const agendas = await Promise.all(
      [freshAgenda.id, whole.id].map((id) => editor.agendas.workingCopy.query({ id })),
    );
    expect(
      sameInAll(
        empty.content,
        filled.map(({ content }) => content),
      ),
    ).toEqual([]);
    expect(
      sameInAll(
        part,
        filled.flatMap(({ participations }) => participations),
      ),
    ).toEqual([]);
    const [before, after] = agendas.map(({ content }) => content);
    if (!before || !after) throw new Error('no agenda');
    expect(sameInAll(before, [after])).toEqual([]);
    const { goals, actions, addenda, signatories, principles, bodies } = after;
    for (const list of [goals, actions, addenda, signatories, principles, bodies])
      expect(alwaysEmpty(list)).toEqual([]);
  });

  it('says amounts, their sums and what is not known, the partners, and what goes along', async () => {
    const { found, id } = await broughtBack(alliance, 'editor', `/agendas/${whole.slug}/docx`);
    const text = found.text?.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('Draaiboek (Word)');
    expect(text).toContain('Begroting (Word)');
    expect(text).toContain('Wat het alles bij elkaar kost € 12.500 per jaar');
    expect(text).toContain('Geld. Zonder voorbehoud (2 gemeenten): ten minste € 1.250 in totaal.');
    expect(text).toContain('heeft geen bedrag genoemd');
    const [first] = found.draft?.interventions ?? [];
    expect(first?.participations.map(({ stated: one }) => one?.localForm?.text)).toContain(theirForm);
    const { items } = await (await alliance.as('editor')).imports.review.query({ id });
    expect(items.filter(({ field }) => field === 'localForm')).toMatchObject([
      { kind: 'unplaced', text: theirForm, municipality: agreed },
    ]);
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
      await alliance.secretOf('editor'),
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
