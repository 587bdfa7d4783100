// A knowledge session as calendars and feed readers are told of it.
import type { AtomEntry, CalendarEvent } from '../calendar-files/index.ts';
import { slugOf } from '../kernel/index.ts';

/** A published session as it is read; moments as the database gives them. */
export interface SessionRow extends Record<string, unknown> {
  readonly id: string;
  readonly handle: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly form: 'on_site' | 'online' | 'both';
  readonly place: string;
  readonly address: string;
  readonly state: string;
  /** Why it does not go on. */
  readonly reason: string;
  readonly starts: Date | string;
  readonly ends: Date | string;
  readonly published: Date | string;
  /** Since when it stands where it stands. */
  readonly settled: Date | string;
  /** Name of the municipality that holds it; null of the alliance and of a community. */
  readonly host: string | null;
}

type Place = Pick<SessionRow, 'form' | 'place' | 'address'>;

/** Empty when it is online only. */
export const placeOf = ({ form, place, address }: Place): string =>
  form === 'online' ? '' : [place, address].filter((each) => each.trim() !== '').join(', ');

const isOff = ({ state }: Pick<SessionRow, 'state'>) => state === 'cancelled';

const changeOf = ({ published, settled }: SessionRow) =>
  new Date(Math.max(new Date(published).getTime(), new Date(settled).getTime()));

const howToJoin: Readonly<Record<SessionRow['form'], string | null>> = {
  on_site: null,
  online: 'Deze sessie is online. Wie is aangemeld, vindt de link om mee te doen op deze pagina:',
  both: 'U kunt ook online meedoen. Wie is aangemeld, vindt de link op deze pagina:',
};

/** The link to join stands on the page, for who may see it: a calendar is read by more people, and kept by others. */
function descriptionOf(row: SessionRow, url: string): string {
  const lines = [
    ...(isOff(row) ? [`Deze kennissessie gaat niet door. ${row.reason}`.trim(), ''] : []),
    ...(row.summary === '' ? [] : [row.summary, '']),
    isOff(row) ? 'Meer hierover:' : (howToJoin[row.form] ?? 'Programma en aanmelding:'),
    url,
  ];
  return lines.join('\n');
}

/** `origin`: the public address of the installation, without a slash at the end. */
export function eventOf(row: SessionRow, origin: string): CalendarEvent {
  const url = `${origin}/kennissessies/${slugOf(row.title, row.handle)}`;
  const place = placeOf(row);
  return {
    id: row.id,
    // Each published version is a change, and so is that it does not go on.
    sequence: row.number - 1 + (isOff(row) ? 1 : 0),
    changedAt: changeOf(row),
    startsAt: new Date(row.starts),
    endsAt: new Date(row.ends),
    title: isOff(row) ? `Gaat niet door: ${row.title}` : row.title,
    description: descriptionOf(row, url),
    place: place === '' ? (row.form === 'online' ? 'Online' : null) : place,
    url,
    cancelled: isOff(row),
  };
}

const day = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

export function entryOf(row: SessionRow, origin: string): AtomEntry {
  const { title, url, description, place, startsAt, changedAt } = eventOf(row, origin);
  const when = [day.format(startsAt), ...(place === null ? [] : [place])].join(' · ');
  return {
    id: row.id,
    title,
    url,
    publishedAt: new Date(row.published),
    changedAt,
    author: row.host === null ? 'Kansenplein' : `Gemeente ${row.host}`,
    summary: `${when}\n${isOff(row) ? (description.split('\n')[0] ?? '') : row.summary}`.trim(),
  };
}
