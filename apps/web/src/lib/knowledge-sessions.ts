// Words and times of knowledge sessions. Every time is Dutch time, summer and winter.
import { plural } from './format.ts';
import type { OwnRegistration, SessionCard, SessionContent } from './wire.ts';

const timeZone = 'Europe/Amsterdam';
const weekday = new Intl.DateTimeFormat('nl-NL', { timeZone, dateStyle: 'full' });
const clock = new Intl.DateTimeFormat('nl-NL', { timeZone, timeStyle: 'short' });

/** 'donderdag 3 december 2026, 13:00 tot 16:30 uur' */
export function whenOf({ startsAt, endsAt }: Pick<SessionCard, 'startsAt' | 'endsAt'>): string {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return weekday.format(start) === weekday.format(end)
    ? `${weekday.format(start)}, ${clock.format(start)} tot ${clock.format(end)} uur`
    : `${weekday.format(start)}, ${clock.format(start)} uur, tot ${weekday.format(end)}, ${clock.format(end)} uur`;
}

export const momentOf = (at: string): string =>
  `${weekday.format(new Date(at))} om ${clock.format(new Date(at))} uur`;

export const sessionHref = (one: { slug: string }): string => `/kennissessies/${one.slug}`;

export const sessionStateLabels: Record<SessionCard['state'], string> = {
  proposal: 'voorstel',
  planned: 'gepland',
  open: 'aanmelden kan',
  held: 'geweest',
  reported: 'met verslag',
  cancelled: 'gaat niet door',
};
export const sessionStateTones = {
  proposal: 'plain',
  planned: 'plain',
  open: 'leaf',
  held: 'plain',
  reported: 'accent',
  cancelled: 'brick',
} as const;

export const formLabels: Record<SessionCard['form'], string> = {
  on_site: 'Op locatie',
  online: 'Online',
  both: 'Op locatie en online',
};

export const forWhomLabels: Record<SessionContent['visibility'], string> = {
  public: 'Iedereen',
  alliance: 'Leden van de alliantie',
  community: 'Leden van de community',
  invited: 'Alleen wie is uitgenodigd',
};

/** Whom it can be for, by who holds it: members of a community only where one does. */
export const circlesOf = ({ host }: Pick<SessionCard, 'host'>): [string, string][] =>
  Object.entries(forWhomLabels).filter(([circle]) => circle !== 'community' || host.kind === 'community');

/** Said beside a session that not everybody sees; null of one that everybody does. */
export const closedLabel = ({ visibility }: Pick<SessionCard, 'visibility'>): string | null =>
  visibility === 'public' ? null : visibility === 'community' ? 'alleen voor leden' : 'niet openbaar';

export const outcomeLabels = {
  takeover: 'Dit nemen wij mee',
  adopts: 'Wie wat overneemt',
  question: 'Vragen die open zijn',
} as const;

export const ownStateLabels: Record<OwnRegistration['state'], string> = {
  requested: 'De organisator bekijkt uw aanmelding',
  waiting: 'U staat op de wachtlijst',
  offered: 'Er is een plaats voor u vrij',
  seated: 'U bent aangemeld',
  lapsed: 'Uw plaats ging naar een ander',
  declined: 'U kunt niet deelnemen',
  cancelled: 'U bent afgemeld',
};

/** Who holds it, as one reads it. */
export function hostName({ host }: Pick<SessionCard, 'host'>): string {
  if (host.kind === 'municipality') return `Gemeente ${host.municipality.name}`;
  if (host.kind === 'alliance') return 'Gelijke Kansen Alliantie';
  return host.community ? `Community ${host.community.name}` : 'Een community';
}

/** The page of who holds it; null of the alliance, and of a community that the reader cannot see. */
export function hostHref({ host }: Pick<SessionCard, 'host'>): string | null {
  if (host.kind === 'municipality') return `/gemeenten/${host.municipality.slug}`;
  return host.kind === 'community' && host.community ? `/communities/${host.community.slug}` : null;
}

/** 'Nog 3 plaatsen', 'Vol, 4 wachten'; null where as many come as want. */
export function placesWords({ left, waiting }: { left: number | null; waiting: number }): string | null {
  if (left === null) return null;
  if (left > 0 && waiting === 0) return `Nog ${plural(left, 'plaats', 'plaatsen')}`;
  return waiting === 0 ? 'Vol' : `Vol, ${plural(waiting, 'persoon wacht', 'personen wachten')}`;
}

/** Addresses of the interventions with these ids, a line each; of one that is not among the cards nothing. */
export const addressesOf = (
  ids: readonly string[],
  cards: readonly { readonly id: string; readonly slug: string }[],
) =>
  ids
    .flatMap((id) => cards.find((card) => card.id === id)?.slug ?? [])
    .map((slug) => `/interventies/${slug}`)
    .join('\n');

/** One thing that a report says somebody takes over, or that anybody can. */
export interface PromisedAdoption {
  readonly session: { readonly title: string; readonly slug: string };
  /** Its key in the report. */
  readonly outcome: string;
  readonly text: string;
  /** Who said so, as the report has it; null of what anybody can take over. */
  readonly municipality: string | null;
}
