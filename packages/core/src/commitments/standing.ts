// How a municipality stands with a promise in one calendar year. Pure: dates are days such as `2026-03-01`, which compare
// as text. Decision 'How a commitment is derived' of core says why.
import { askedInAYear, type Commitment, type Standing } from './vocabulary.ts';

export interface Kept {
  readonly commitment: Commitment;
  /** Null when it was not signed. */
  readonly signedOn: string | null;
  /** The last day it holds; null while no end was agreed. */
  readonly endedOn: string | null;
  /** When the municipality came to the platform; null when it has not. */
  readonly joinedOn: string | null;
  /** How many things happened in the part of the year that is looked at. */
  readonly counted: number;
}

export interface Judged {
  readonly standing: Standing;
  /** How many times are asked in this part of the year. */
  readonly asked: number;
  /** The part of the year that is looked at; null when none is. */
  readonly since: string | null;
  readonly until: string | null;
}

const dayMs = 24 * 3600 * 1000;
/** Both days included. */
const daysFrom = (since: string, until: string): number =>
  (Date.parse(until) - Date.parse(since)) / dayMs + 1;

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);
const pad = (year: number) => String(year).padStart(4, '0');

/** Pro rata, rounded: who begins halfway through the year is asked one of two, who begins in December nothing yet. */
export function askedIn(commitment: Commitment, year: number, since: string, until: string): number {
  const whole = daysFrom(`${pad(year)}-01-01`, `${pad(year)}-12-31`);
  return Math.round((askedInAYear[commitment] * daysFrom(since, until)) / whole);
}

const nothing = (standing: Standing): Judged => ({
  standing,
  asked: 0,
  since: null,
  until: null,
});

export function judge(
  { commitment, signedOn, endedOn, joinedOn, counted }: Kept,
  year: number,
  today: string,
): Judged {
  const [first, last] = [`${pad(year)}-01-01`, `${pad(year)}-12-31`];
  if (signedOn === null || signedOn > last) return nothing('not_signed');
  if (endedOn !== null && endedOn < first) return nothing('ended');
  if (joinedOn === null || joinedOn > last) return nothing('not_joined');
  const since = later(first, later(signedOn, joinedOn));
  const until = endedOn === null ? last : earlier(last, endedOn);
  if (since > until) return nothing('ended');
  const asked = askedIn(commitment, year, since, until);
  const part = { asked, since, until };
  if (asked === 0)
    return {
      ...part,
      standing: endedOn !== null && until === endedOn ? 'ended' : 'from_next_year',
    };
  if (counted >= asked) return { ...part, standing: 'met' };
  return { ...part, standing: today <= until ? 'to_do' : 'not_met' };
}
