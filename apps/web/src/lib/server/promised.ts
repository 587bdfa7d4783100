// What the report of a knowledge session says that a municipality takes over, brought along to where that begins. It stands
// in the address and is read as whoever opens it may read it: a made-up address shows nothing.
import { handleIn } from '../format.ts';
import type { PromisedAdoption } from '../knowledge-sessions.ts';
import { attempt, type Client } from './api.ts';

/** Names in an address: the session, and the outcome in its report. */
const names = { session: 'uit', outcome: 'uitkomst' } as const;

const chosenIn = (chosen: URLSearchParams | FormData) => ({
  session: String(chosen.get(names.session) ?? ''),
  outcome: String(chosen.get(names.outcome) ?? ''),
});

/** To be put behind an address; empty when nothing was chosen. */
export function promisedQuery(chosen: URLSearchParams | FormData): string {
  const { session, outcome } = chosenIn(chosen);
  if (session === '' || outcome === '') return '';
  return `&${new URLSearchParams({ [names.session]: session, [names.outcome]: outcome })}`;
}

/** Null when none was asked for, when the reader may not see it, and when it is about another intervention. */
export async function promisedIn(
  api: Client,
  chosen: URLSearchParams,
  intervention: string | null,
): Promise<PromisedAdoption | null> {
  const { session, outcome } = chosenIn(chosen);
  const handle = handleIn(session);
  if (!handle || outcome === '') return null;
  const { done } = await attempt(api.knowledgeSessions.get.query({ handle }));
  const found = done?.report?.outcomes.find(({ key }) => key === outcome);
  if (!done || !found?.intervention) return null;
  if (intervention !== null && found.intervention.slug !== intervention) return null;
  const { title, slug } = done.card;
  return {
    session: { title, slug },
    outcome,
    text: found.text,
    municipality: found.municipality?.name ?? null,
  };
}
