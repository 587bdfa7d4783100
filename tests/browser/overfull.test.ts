// Pages that hold as much as they can: forty municipalities, sixty goals, and titles of two hundred letters without a
// space. They stay as wide as the screen, and everything on them can be reached.
import { beforeAll, describe, expect, it } from 'vitest';
import { fullAgenda, fullContent } from '../support/writing.ts';
import { wide } from './fit.ts';
import { clientOf, type Client } from './stage.ts';
import { stage, visit } from './visit.ts';

const endless = (start: string) => start.padEnd(200, 'lettergreep');
const publisher = clientOf(stage.address, stage.secrets.publisher);

interface Pages {
  readonly intervention: { id: string; slug: string };
  readonly agenda: { id: string; slug: string };
  readonly organisation: string;
}
let pages: Pages;

async function overfullIntervention(organisation: string) {
  const title = endless('Interventie');
  const { id } = await publisher.interventions.create.mutate({ title });
  const content = fullContent(title, {
    goal: `${endless('Doel')} ${endless('En').repeat(5)}`,
    activeIngredients: Array.from({ length: 12 }, (_, at) => endless(`Element${at}`)),
    programmeLinks: [
      { name: endless('Programma'), address: `https://${'a'.repeat(60)}.example/${'b'.repeat(200)}` },
    ],
    organisations: [organisation],
    website: `https://voorbeeld.example/${'pad'.repeat(60)}`,
    contactMailbox: `${'postbus'.repeat(8)}@${'gemeente'.repeat(7)}.example`,
  });
  await publisher.interventions.save.mutate({ id, revision: 1, content });
  const { municipalities } = await publisher.municipalities.list.query();
  const others = municipalities.filter(({ code }) => code !== 'gm0899').slice(0, 40);
  for (const { code } of others)
    await publisher.interventions.stateParticipation.mutate({
      ...{ id, municipality: code, commitment: 'conditional' },
      ...{ pupils: 1_000_000, schools: endless('School'), condition: endless('Als') },
      ...{ budgetEuros: 999_999_999, budgetPer: 'year' },
    });
  return { id, slug: await published('interventions', id) };
}

async function overfullAgenda() {
  const key = (at: number) => `doel${String(at).padStart(4, '0')}`;
  const title = endless('Agenda');
  const { id } = await publisher.agendas.create.mutate({ title, kind: 'gka_agenda' });
  const goals = Array.from({ length: 60 }, (_, at) => ({
    ...{ key: key(at), number: `${at + 1}`, parent: at % 4 === 0 ? null : key(at - 1) },
    ...{ title: endless(`Doelstelling${at}`), text: endless('Tekst') },
    intendedResults: [
      {
        text: endless('Resultaat'),
        target: { value: 1_000_000, unit: endless('e').slice(0, 60), year: 2027 },
      },
    ],
  }));
  const actions = goals.map(({ key: goal }, at) => ({
    ...{ key: `actie${String(at).padStart(4, '0')}`, text: endless('Actie'), goals: [goal] },
    ...{ status: 'under_way' as const, from: 2023, until: 2024, who: endless('Wie'), interventions: [] },
  }));
  const content = fullAgenda(title, {
    goals,
    actions,
    keyFigures: [endless('Kengetal')],
    commitments: [endless('Afspraak')],
    signatories: [{ role: endless('Rol'), organisation: endless('Organisatie'), date: '2026-01-01' }],
    addenda: [
      {
        ...{
          key: 'aanvulling',
          title: endless('Aanvulling'),
          text: endless('Tekst'),
          signedOn: '2026-02-01',
        },
        ...{ periodFrom: 2026, periodTo: 2027, signatories: [] },
      },
    ],
  });
  await publisher.agendas.save.mutate({ id, revision: 1, content });
  return { id, slug: await published('agendas', id) };
}

async function published(noun: 'interventions' | 'agendas', id: string): Promise<string> {
  const room: Client['interventions'] | Client['agendas'] = publisher[noun];
  for (const note of ['', endless('Bijgewerkt')]) {
    const { revision } = await room.workingCopy.query({ id });
    if (note !== '') {
      if (noun === 'agendas') {
        const { content } = await publisher.agendas.workingCopy.query({ id });
        await publisher.agendas.save.mutate({
          id,
          revision,
          content: { ...content, mission: endless('Missie') },
        });
      } else {
        const { content } = await publisher.interventions.workingCopy.query({ id });
        const summary = endless('Samenvatting');
        await publisher.interventions.save.mutate({ id, revision, content: { ...content, summary } });
      }
    }
    const now = await room.workingCopy.query({ id });
    await room.publish.mutate({
      id,
      revision: now.revision,
      note,
      personalDataReason: 'Een functionele postbus.',
    });
  }
  return (await room.workingCopy.query({ id })).slug;
}

beforeAll(async () => {
  const named = { kind: 'other', locatedIn: 'gm0899', brin: '', website: '', anyway: true } as const;
  const { id, slug: organisation } = await publisher.organisations.add.mutate({
    name: endless('Organisatie'),
    ...named,
  });
  pages = {
    intervention: await overfullIntervention(id),
    agenda: await overfullAgenda(),
    organisation,
  };
}, 120_000);

const places: readonly (readonly [what: string, path: (made: Pages) => string])[] = [
  ['the page of an intervention', ({ intervention }) => `/interventies/${intervention.slug}`],
  ['its versions', ({ intervention }) => `/interventies/${intervention.slug}/versies`],
  ['two of them', ({ intervention }) => `/interventies/${intervention.slug}/versies/vergelijken`],
  ['its editor', ({ intervention }) => `/mijn/interventies/${intervention.id}`],
  ['the page of an agenda', ({ agenda }) => `/agendas/${agenda.slug}`],
  ['versions of an agenda', ({ agenda }) => `/agendas/${agenda.slug}/versies`],
  ['two versions of an agenda', ({ agenda }) => `/agendas/${agenda.slug}/versies/vergelijken`],
  ['the editor of an agenda', ({ agenda }) => `/mijn/agendas/${agenda.id}`],
  ['an addendum in the editor', ({ agenda }) => `/mijn/agendas/${agenda.id}?deel=aanvulling-aanvulling`],
  ['one goal in the editor', ({ agenda }) => `/mijn/agendas/${agenda.id}?deel=doel-doel0059`],
  ['an organisation', ({ organisation }) => `/organisaties/${organisation}`],
  ['organisations that are found', () => '/organisaties?q=organisatielettergreep'],
  ['what is found', () => '/zoeken?q=agendalettergreep'],
  ['the list of interventions', () => '/interventies?gemeente=gm0899'],
  ['the own desk', () => '/mijn'],
];

describe.each([390, 834, 1440])('at %i pixels', (width) => {
  it.each(places)('%s is as wide as the screen', async (_what, path) => {
    const page = await visit({ as: 'publisher', width });
    const answer = await page.goto(path(pages));
    expect(answer?.status()).toBe(200);
    expect(await wide(page)).toEqual([]);
  });
});
