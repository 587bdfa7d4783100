import { attempt, downloadHeaders } from '#lib/server/api.ts';
import { csvOf } from '#lib/server/csv.ts';
import { filterFrom } from '#lib/server/trail-filter.ts';
import { actionSentence, outcomeLabels } from '#lib/messages/actions.ts';
import { actorName } from '#lib/trail.ts';
import type { TrailEvent } from '#lib/wire.ts';
import type { RequestHandler } from './$types';

const moment = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/Amsterdam',
});

const HEADINGS = [
  'Tijdstip',
  'Wat er gebeurde',
  'Actie',
  'Waarover',
  'Uitkomst',
  'Wie',
  'Pseudoniem',
  'Rol',
  'Vanaf',
  'Reden',
  'Aantal keer',
];

const rowOf = (event: TrailEvent): string[] => [
  moment.format(new Date(event.at)).replace(',', ''),
  actionSentence(event.action),
  event.action,
  event.object,
  outcomeLabels[event.outcome],
  actorName(event),
  event.person?.pseudonym ?? '',
  event.role ?? '',
  event.origin ?? '',
  event.reason ?? '',
  String(event.times),
];

const CUT = ['Er is meer dan in dit bestand past. Kies een kortere periode.'];

export const GET: RequestHandler = async ({ locals, url, fetch }) => {
  const { done, refused } = await attempt(locals.api.audit.export.query(filterFrom(url.searchParams)));
  // For who may not read it this address does not exist, and answers like one that does not.
  if (refused) return fetch('/mijn/logboek/niet-gevonden', { headers: { accept: 'text/html' } });
  const rows = [HEADINGS, ...done.events.map(rowOf), ...(done.isCut ? [CUT] : [])];
  return new Response(csvOf(rows), { headers: downloadHeaders('logboek.csv') });
};
