// Knowledge sessions as far as a test wants them, made by who holds them.
import { settleNextSession } from '@kansenplein/core';
import type { Alliance, PersonName } from './alliance.ts';
import type { Client } from './platform.ts';
import { asSuperuser } from './sql.ts';
import { handleOf, ownDesk, type Desk } from './writing.ts';

export type SessionContent = Parameters<Client['knowledgeSessions']['save']['mutate']>[0]['content'];
export type SessionState = 'proposal' | 'planned' | 'open' | 'held' | 'reported' | 'cancelled';

/** Coordinators do both for the alliance. */
export const allianceDesk: Desk = { editor: 'coordinator', publisher: 'coordinator' };

/** The day so many days from now, as the calendar of the Netherlands has it. */
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * 86_400_000);

export const fullSession = (title: string, change: Partial<SessionContent> = {}): SessionContent => ({
  title,
  summary: 'Samen kijken naar wat werkt.',
  description: 'Wij vertellen wat wij deden en wat het opleverde.',
  visibility: 'public',
  invited: { municipalities: [], organisations: [] },
  approval: false,
  guests: true,
  day: dayFromNow(30),
  lastDay: '',
  from: '13:00',
  until: '16:30',
  closes: '',
  form: 'both',
  place: 'Stadhuis',
  address: 'Plein 1',
  directions: '',
  places: null,
  question: '',
  programme: [],
  rounds: [],
  speakers: [],
  themes: ['taalontwikkeling'],
  interventions: [],
  contactRole: 'Beleidsadviseur onderwijs',
  contactMailbox: '',
  report: { text: 'Wij leerden van elkaar.', outcomes: [] },
  ...change,
});

export interface MadeSession {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
}

/** A circle for members only. */
export const forMembers = { visibility: 'community', guests: false } as const;

export interface WantedSession {
  readonly desk?: Desk;
  readonly state?: SessionState;
  readonly title?: string;
  readonly content?: Partial<SessionContent>;
  /** Id of the community that holds it; the desk moderates it. */
  readonly community?: string;
}

let made = 0;

/** Publishes the programme as it stands now. */
export async function publishSession(publisher: Client, id: string, report = false) {
  const { revision } = await publisher.knowledgeSessions.workingSession.query({ id });
  return publisher.knowledgeSessions.publish.mutate({
    id,
    revision,
    note: '',
    personalDataReason: null,
    report,
  });
}

/** As if it ended an hour ago, and the job that notices has run. */
export async function letItBeOver(alliance: Alliance, id: string): Promise<void> {
  const past = `update knowledge_session_version set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'
    where session_id = $1`;
  await asSuperuser(alliance.urls.superuserUrl, past, [id], { withoutTriggers: true });
  while (await settleNextSession(alliance.database));
}

export async function makeSession(alliance: Alliance, wanted: WantedSession = {}): Promise<MadeSession> {
  const { desk = ownDesk, state = 'open', community = null } = wanted;
  const title = wanted.title ?? `Kennissessie ${(made += 1)}`;
  const editor = await alliance.as(desk.editor);
  const publisher = await alliance.as(desk.publisher);
  const { id } = await editor.knowledgeSessions.create.mutate({ title, community });
  await editor.knowledgeSessions.save.mutate({
    id,
    revision: 1,
    content: fullSession(title, wanted.content),
  });
  if (state !== 'proposal') await publishSession(publisher, id);
  if (state === 'open') await publisher.knowledgeSessions.move.mutate({ id, to: 'open' });
  if (state === 'cancelled')
    await publisher.knowledgeSessions.cancel.mutate({ id, reason: 'De zaal is niet beschikbaar.' });
  if (state === 'held' || state === 'reported') await letItBeOver(alliance, id);
  if (state === 'reported') await publishSession(publisher, id, true);
  const { slug } = await editor.knowledgeSessions.workingSession.query({ id });
  return { id, handle: handleOf(slug), title };
}

/** Who registers, and what came of it. */
export async function registerFor(
  alliance: Alliance,
  person: PersonName,
  session: string,
  choices: string[] = [],
) {
  const client = await alliance.as(person);
  return client.knowledgeSessions.register.mutate({ session, choices, answer: '' });
}
