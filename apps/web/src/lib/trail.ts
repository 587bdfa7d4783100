// How the log names people, things and reasons.
import { errorSentence } from './messages/errors.ts';
import type { TrailEvent } from './wire.ts';

/** A name for who belongs to the municipality now, a short pseudonym for others. */
export const nameOf = (person: NonNullable<TrailEvent['person']>): string =>
  person.name ?? `Persoon ${person.pseudonym.slice(0, 8)}`;

/** Nobody who was signed in: a visitor comes from somewhere, the platform itself does not. */
export const actorName = ({ person, origin }: Pick<TrailEvent, 'person' | 'origin'>): string =>
  person ? nameOf(person) : origin === null ? 'Kansenplein zelf' : 'Iemand die niet was ingelogd';

const exactly = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Amsterdam',
});

/** With the year and the second: the log goes back for years. */
export const formatExactly = (moment: string): string => exactly.format(new Date(moment));

/** Enough of a number to tell it from the others on the page. */
export const shortObject = (object: string): string =>
  object.replace(/^([0-9a-f]{8})-[0-9a-f-]{27}/, '$1').replace(/:[0-9a-f]{64}$/, '');

const PAGES: Readonly<Record<string, string>> = {
  intervention: '/mijn/interventies/',
  participation: '/mijn/interventies/',
  agenda: '/mijn/agendas/',
  import: '/mijn/inlezen/',
};
const GONE = /\.discarded$/;

/** The page of what it happened to, where there is one; whether the reader may see it is decided there. */
export function objectHref({ action, object }: Pick<TrailEvent, 'action' | 'object'>): string | null {
  const page = PAGES[action.split('.')[0] ?? ''];
  const id = /^[0-9a-f-]{36}/.exec(object)?.[0];
  return page === undefined || id === undefined || GONE.test(action) ? null : page + id;
}

/** With what somebody proved who it was, as the log keeps it. */
export const wayWords: Readonly<Record<string, string>> = {
  password: 'met een wachtwoord',
  totp: 'met een code uit de app',
  recovery_code: 'met een herstelcode',
  passkey: 'met een passkey',
  link: 'met een link uit een mail',
  operator: 'door het beheer van Kansenplein',
};

function accountReason(action: string, reason: string): string {
  if (action === 'account.issuer_refused') return errorSentence(reason).title;
  const way = wayWords[reason];
  if (way) return `${way.charAt(0).toUpperCase()}${way.slice(1)}.`;
  return `Inlogdienst: ${reason.replace(/^issuer /, '')}`;
}

/** A reason that somebody gave, or in words why something was refused. */
export function reasonSentence({ action, reason }: Pick<TrailEvent, 'action' | 'reason'>): string | null {
  if (reason === 'counted') return 'Deze keren zijn alleen geteld.';
  if (reason !== null && action.startsWith('account.')) return accountReason(action, reason);
  if (reason === null || action !== 'access.denied') return reason === null ? null : `Reden: ${reason}`;
  const [procedure = '', code = ''] = reason.split(': ');
  // Only what may not be seen or not be done is a refusal.
  return `${errorSentence(code, code.endsWith('.not_found') ? 404 : 403).title} (${procedure})`;
}
