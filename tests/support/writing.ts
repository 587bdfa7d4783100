// Interventions and agendas in any state, made as people make them: through the API, never by SQL.
import type { Alliance, PersonName } from './alliance.ts';
import type { Client } from './platform.ts';

export type InterventionContent = Parameters<Client['interventions']['save']['mutate']>[0]['content'];
export type AgendaContent = Parameters<Client['agendas']['save']['mutate']>[0]['content'];
export type Visibility = InterventionContent['visibility'];
type Commitment = Parameters<Client['interventions']['stateParticipation']['mutate']>[0]['commitment'];

/** Who writes and who publishes for one municipality. */
export interface Desk {
  readonly editor: PersonName;
  readonly publisher: PersonName;
}

export const ownDesk: Desk = { editor: 'editor', publisher: 'publisher' };
export const strangerDesk: Desk = { editor: 'strangerEditor', publisher: 'strangerPublisher' };

/** Everything that publishing asks for, and nothing that the guard stops. */
export const fullContent = (
  title: string,
  change: Partial<InterventionContent> = {},
): InterventionContent => ({
  title,
  summary: 'Kinderen oefenen samen met een leesmaatje.',
  parties: 'Gemeente, basisscholen en bibliotheek',
  goal: 'Meer kinderen lezen met plezier.',
  targetGroup: 'Leerlingen van groep 5 tot en met 8',
  locations: 'Twee scholen in het centrum',
  activities: 'Elke week een uur voorlezen en spelen met woorden.',
  monitoring: 'Twee keer per jaar kijken we met de scholen terug.',
  funding: 'Onderwijsachterstandenbeleid',
  website: '',
  contactRole: 'Beleidsmedewerker onderwijs',
  contactMailbox: '',
  activeIngredients: ['Vaste leesmaatjes'],
  localForm: '',
  transferability: '',
  unwantedEffects: '',
  themes: ['taalontwikkeling'],
  phases: ['po'],
  programmes: ['gka'],
  ageFrom: 8,
  ageTo: 12,
  periodFrom: 2024,
  periodTo: 2026,
  course: 'running',
  costBand: 'low',
  visibility: 'public',
  evaluates: [],
  partOf: [],
  replaces: [],
  budget: null,
  budgetPer: null,
  organisations: [],
  programmeLinks: [],
  ...change,
});

export interface Wanted {
  readonly title?: string;
  readonly state?: 'draft' | 'in_review' | 'published' | 'withdrawn';
  readonly visibility?: Visibility;
  readonly content?: Partial<InterventionContent>;
  readonly parts?: readonly {
    municipality: string;
    commitment?: Commitment;
    pupils?: number | null;
    /** Who agrees for it; left out: merely stated. */
    agreedBy?: PersonName;
  }[];
  readonly desk?: Desk;
}

export interface Made {
  readonly id: string;
  /** The random end of the page's address. */
  readonly handle: string;
  readonly title: string;
}

let made = 0;

export const handleOf = (slug: string) => slug.slice(-10);

export const revisionOf = async (client: Client, id: string) =>
  (await client.interventions.workingCopy.query({ id })).revision;

export async function makeIntervention(alliance: Alliance, wanted: Wanted = {}): Promise<Made> {
  const { desk = ownDesk, state = 'draft', visibility = 'public', parts = [] } = wanted;
  const title = wanted.title ?? `Leesmaatjes ${(made += 1)}`;
  const editor = await alliance.as(desk.editor);
  const publisher = await alliance.as(desk.publisher);
  const { id } = await editor.interventions.create.mutate({ title });
  await editor.interventions.save.mutate({
    id,
    revision: 1,
    content: fullContent(title, { visibility, ...wanted.content }),
  });
  for (const { municipality, commitment = 'confirmed', pupils = null, agreedBy } of parts) {
    await editor.interventions.stateParticipation.mutate({
      id,
      municipality,
      commitment,
      pupils,
      schools: '',
    });
    if (!agreedBy) continue;
    const participant = await alliance.as(agreedBy);
    const condition = commitment === 'conditional' ? 'Als de raad akkoord gaat.' : '';
    await participant.interventions.answerParticipation.mutate({
      id,
      commitment,
      pupils,
      schools: '',
      condition,
    });
  }
  if (state === 'in_review') await editor.interventions.submit.mutate({ id });
  if (state === 'published' || state === 'withdrawn') await publishAgain(publisher, id);
  if (state === 'withdrawn')
    await publisher.interventions.withdraw.mutate({ id, reason: 'Het project is gestopt.' });
  const { slug } = await editor.interventions.workingCopy.query({ id });
  return { id, handle: handleOf(slug), title };
}

/** Publishes the working copy as it stands now. */
export async function publishAgain(publisher: Client, id: string, note = '') {
  const revision = await revisionOf(publisher, id);
  return publisher.interventions.publish.mutate({ id, revision, note, personalDataReason: null });
}

/** Changes some fields of a draft, as an editor would. */
export async function rewrite(editor: Client, id: string, change: Partial<InterventionContent>) {
  const { content, revision } = await editor.interventions.workingCopy.query({ id });
  await editor.interventions.save.mutate({ id, revision, content: { ...content, ...change } });
}

/** Takes over the page of another municipality, fills in what is local, and publishes it to everybody; its id. */
export async function adoptAndPublish(
  publisher: Client,
  handle: string,
  change: Partial<InterventionContent> = {},
): Promise<string> {
  const { id } = await publisher.adoptions.adopt.mutate({ handle });
  const local = { contactRole: 'Beleidsmedewerker onderwijs', locations: 'Een school bij ons' };
  await rewrite(publisher, id, { ...local, visibility: 'public', ...change });
  await publishAgain(publisher, id);
  return id;
}

const key = (name: string) => name.padEnd(8, '0');

/** One goal with a part, and actions that are done, late and still to come. */
export const fullAgenda = (title: string, change: Partial<AgendaContent> = {}): AgendaContent => ({
  kind: 'gka_agenda',
  title,
  periodFrom: 2023,
  periodTo: 2027,
  mission: 'Ieder kind komt verder.',
  background: '',
  principles: [],
  goals: [
    { key: key('goal1'), number: '1', parent: null, title: 'Samen lezen', text: '', intendedResults: [] },
    {
      key: key('goal11'),
      number: '1.1',
      parent: key('goal1'),
      title: 'Thuis lezen',
      text: '',
      intendedResults: [
        { text: 'Elf scholen doen mee.', target: { value: 11, unit: 'scholen', year: 2025 } },
      ],
    },
  ],
  actions: [
    action('actie1', 'Een leesclub op elke school', ['goal1', 'goal11'], 'done', 2020),
    action('actie2', 'Ouders krijgen een boek', ['goal11'], 'under_way', 2020),
    action('actie3', 'De bibliotheek komt langs', ['goal1'], 'planned', 2099),
    action('actie4', 'Een proef die is gestopt', ['goal1'], 'stopped', 2020),
  ],
  bodies: [],
  keyFigures: [],
  commitments: [],
  signatories: [],
  addenda: [],
  organisations: [],
  visibility: 'public',
  ...change,
});

function action(
  name: string,
  text: string,
  goals: string[],
  status: AgendaContent['actions'][number]['status'],
  until: number,
): AgendaContent['actions'][number] {
  return {
    key: key(name),
    text,
    goals: goals.map(key),
    status,
    from: null,
    until,
    who: '',
    interventions: [],
  };
}

export async function makeAgenda(
  alliance: Alliance,
  {
    title = `Agenda ${(made += 1)}`,
    state = 'draft',
    visibility = 'public',
    desk = ownDesk,
    content = {},
  }: {
    title?: string;
    state?: 'draft' | 'published' | 'withdrawn';
    visibility?: Visibility;
    desk?: Desk;
    content?: Partial<AgendaContent>;
  } = {},
): Promise<Made> {
  const publisher = await alliance.as(desk.publisher);
  const { id } = await publisher.agendas.create.mutate({ title, kind: 'gka_agenda' });
  await publisher.agendas.save.mutate({
    id,
    revision: 1,
    content: fullAgenda(title, { visibility, ...content }),
  });
  if (state !== 'draft')
    await publisher.agendas.publish.mutate({ id, revision: 2, note: '', personalDataReason: null });
  if (state === 'withdrawn')
    await publisher.agendas.withdraw.mutate({ id, reason: 'Er is een nieuwe agenda.' });
  const { slug } = await publisher.agendas.workingCopy.query({ id });
  return { id, handle: handleOf(slug), title };
}
