// Knowledge sessions as their hosts make them: written, published, opened.
import type { Alliance, PersonName } from './alliance.ts';
import type { Client } from './platform.ts';

export type SessionContent = Parameters<Client['knowledgeSessions']['save']['mutate']>[0]['content'];

export interface Wanted {
  readonly by?: PersonName;
  readonly state?: 'proposal' | 'planned' | 'open' | 'cancelled';
  readonly content?: Partial<SessionContent>;
}

export interface MadeSession {
  readonly id: string;
  readonly handle: string;
}

/** The day that lies so many days ahead, as `2027-03-11`; in the past when negative. */
export const dayAhead = (days: number) =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

const contentOf = (content: Partial<SessionContent>): SessionContent => ({
  title: 'Samen lezen',
  summary: 'Wat werkt bij het voorlezen.',
  description: '',
  visibility: 'public',
  invited: { municipalities: [], organisations: [] },
  approval: false,
  guests: content.visibility === undefined || content.visibility === 'public',
  day: dayAhead(30),
  lastDay: '',
  from: '10:00',
  until: '12:30',
  closes: '',
  form: 'on_site',
  place: 'Bibliotheek',
  address: 'Dorpsplein 1, Brunssum',
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
  report: { text: '', outcomes: [] },
  ...content,
});

/** Publishes what stands there now, changed. */
export async function publishAgain(
  alliance: Alliance,
  { id }: { readonly id: string },
  change: Partial<SessionContent>,
  by: PersonName = 'publisher',
) {
  const host = await alliance.as(by);
  const { revision, content } = await host.knowledgeSessions.workingSession.query({ id });
  const saved = await host.knowledgeSessions.save.mutate({
    id,
    revision,
    content: { ...(content as SessionContent), ...change },
  });
  await host.knowledgeSessions.publish.mutate({
    id,
    revision: saved.revision,
    note: '',
    personalDataReason: null,
    report: false,
  });
}

export async function makeSession(
  alliance: Alliance,
  { by = 'publisher', state = 'open', content = {} }: Wanted = {},
): Promise<MadeSession> {
  const host = await alliance.as(by);
  const wanted = contentOf(content);
  const { id } = await host.knowledgeSessions.create.mutate({ title: wanted.title });
  if (state === 'proposal') {
    const { revision } = await host.knowledgeSessions.workingSession.query({ id });
    await host.knowledgeSessions.save.mutate({ id, revision, content: wanted });
  } else {
    await publishAgain(alliance, { id }, wanted, by);
    if (state === 'open') await host.knowledgeSessions.move.mutate({ id, to: 'open' });
    if (state === 'cancelled')
      await host.knowledgeSessions.cancel.mutate({ id, reason: 'De spreker is ziek.' });
  }
  const { slug } = await host.knowledgeSessions.workingSession.query({ id });
  return { id, handle: slug.slice(-10) };
}

/** Registers one person; gives the id of the registration. */
export async function register(alliance: Alliance, person: PersonName, { id }: { readonly id: string }) {
  const client = await alliance.as(person);
  return client.knowledgeSessions.register.mutate({ session: id, choices: [], answer: '' });
}
