// Dates, numbers and addresses as Dutch readers expect them.

const longDate = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
});
const dateAndTime = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});
const clock = new Intl.DateTimeFormat('nl-NL', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});
const whole = new Intl.NumberFormat('nl-NL');

export const formatDate = (moment: string): string => longDate.format(new Date(moment));
export const formatMoment = (moment: string): string => dateAndTime.format(new Date(moment));
export const formatClock = (moment: string): string => clock.format(new Date(moment));
const wholeEuros = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** '€ 12.500', with a space that does not break. */
export const formatEuros = (value: number): string => wholeEuros.format(value);
export const formatNumber = (value: number): string => whole.format(value);

export function formatPeriod(from: number | null, to: number | null): string {
  if (from === null && to === null) return '';
  if (from === null) return `tot en met ${to}`;
  if (to === null) return `vanaf ${from}`;
  return from === to ? String(from) : `${from}–${to}`;
}

export function formatAges(from: number | null, to: number | null): string {
  if (from === null && to === null) return '';
  if (from === null) return `tot en met ${to} jaar`;
  if (to === null) return `vanaf ${from} jaar`;
  return from === to ? `${from} jaar` : `${from} tot en met ${to} jaar`;
}

export const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** 'Brunssum, Heerlen en Kerkrade' */
export function enumerate(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

/** The first of them, and how many more there are: for a line above a title, where forty names would hide it. */
export function enumerateSome(words: string[], most = 5): string {
  // One name takes no more room than saying that there is one more.
  if (words.length <= most + 1) return enumerate(words);
  return `${words.slice(0, most).join(', ')} en ${words.length - most} andere`;
}

/** The handle at the end of an address such as `warme-overdracht-k3f9a00001`, or null when there is none. */
export function handleIn(slug: string): string | null {
  return /(?:^|-)([a-z0-9]{10})$/.exec(slug)?.[1] ?? null;
}

/** A heading that a document shouts in capitals; the page sets it in small letters and leaves the text as it is. */
export const isShouted = (text: string): boolean => /\p{Lu}{4}/u.test(text) && text === text.toUpperCase();

export const interventionHref = (one: { slug: string }): string => `/interventies/${one.slug}`;
export const agendaHref = (one: { slug: string }): string => `/agendas/${one.slug}`;
