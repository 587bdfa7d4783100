// What is written about a knowledge session: its programme, and afterwards its report. Incomplete is allowed, what
// contradicts itself is not: each contradiction is a code beside its field.
import { z } from 'zod';
import { id, line, municipalityCode, prose } from '../kernel/fields.ts';
import { themes } from '../interventions/index.ts';
import { instantOf, isCalendarDay } from './dutch-time.ts';
import { forms, forWhom, outcomeKinds } from './vocabulary.ts';

/** Made by the page for each item of a list; stays the same over versions. */
export const key = z.string().regex(/^[a-z0-9]{6,12}$/);

/** `2027-03-28`, or empty as long as nobody knows. */
const day = z.union([
  z.literal(''),
  z
    .string()
    .regex(/^20\d{2}-\d{2}-\d{2}$/)
    .refine(isCalendarDay, 'no_such_day'),
]);
/** `14:30` in Dutch time, or empty. */
const time = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);
const places = z.int().min(1).max(10_000).nullable();
export const webAddress = z.url({ protocol: /^https$/ }).max(500);

const ProgrammeItem = z.strictObject({
  key,
  from: time,
  until: time,
  title: line(200),
  text: prose(2000),
});
const Workshop = z.strictObject({
  key,
  title: line(200),
  text: prose(2000),
  places,
});
/** Workshops that are given at the same time: one chooses one of them. */
const Round = z.strictObject({
  key,
  title: line(200),
  from: time,
  until: time,
  workshops: z.array(Workshop).max(12),
});
/** A name is published only of who agreed to it. */
const Speaker = z.strictObject({
  key,
  name: line(120),
  role: line(200),
  agreed: z.boolean(),
});

/** One thing that was taken away: what can be taken over, who means to, what is still a question. */
const Outcome = z.strictObject({
  key,
  kind: z.enum(outcomeKinds),
  text: line(500),
  intervention: id.nullable(),
  municipality: municipalityCode.nullable(),
});
const Report = z.strictObject({
  text: prose(12_000),
  outcomes: z.array(Outcome).max(60),
});

export const SessionFields = z.strictObject({
  title: line(200),
  summary: line(400),
  description: prose(8000),
  visibility: z.enum(forWhom),
  /** Who may read and register when it is by invitation; their members, that is. */
  invited: z.strictObject({
    municipalities: z.array(municipalityCode).max(100),
    organisations: z.array(id).max(100),
  }),
  /** The host says yes or no to each. */
  approval: z.boolean(),
  /** People without an account may come too; only where everybody may read the programme. */
  guests: z.boolean(),
  day,
  /** Empty: the same day. */
  lastDay: day,
  from: time,
  until: time,
  /** The last day on which one can register; empty: until it begins. */
  closes: day,
  form: z.enum(forms),
  place: line(200),
  address: line(300),
  directions: prose(1000),
  places,
  /** What the host wants to know of who comes; empty: nothing. */
  question: line(300),
  programme: z.array(ProgrammeItem).max(40),
  rounds: z.array(Round).max(8),
  speakers: z.array(Speaker).max(40),
  themes: z.array(z.enum(themes)).max(themes.length),
  interventions: z.array(id).max(20),
  contactRole: line(200),
  contactMailbox: z.union([z.literal(''), z.email().max(200)]),
  report: Report,
});

type Fields = z.infer<typeof SessionFields>;
type Path = readonly (string | number)[];
type Issue = readonly [path: Path, code: string];

/** Instants of begin and end; null where the day or the time is not known yet, or is not one instant. */
export function instantsOf({
  day: first,
  lastDay,
  from,
  until,
}: Pick<Fields, 'day' | 'lastDay' | 'from' | 'until'>) {
  const at = (on: string, when: string) => {
    if (on === '' || when === '' || !isCalendarDay(on)) return null;
    const found = instantOf(on, when);
    return found.kind === 'instant' ? found.at : null;
  };
  return { startsAt: at(first, from), endsAt: at(lastDay || first, until) };
}

function* clockIssues(content: Fields): Generator<Issue> {
  const { day: first, lastDay, from, until, closes } = content;
  for (const [field, on, when] of [
    ['from', first, from],
    ['until', lastDay || first, until],
  ] as const) {
    if (on === '' || when === '' || !isCalendarDay(on)) continue;
    const { kind } = instantOf(on, when);
    if (kind !== 'instant') yield [[field], kind === 'twice' ? 'clock_twice' : 'clock_missing'];
  }
  if (first !== '' && lastDay !== '' && lastDay < first) yield [['lastDay'], 'ends_before_start'];
  const { startsAt, endsAt } = instantsOf(content);
  if (startsAt && endsAt && endsAt <= startsAt && !(lastDay !== '' && lastDay < first))
    yield [['until'], 'ends_before_start'];
  if (first !== '' && closes > first) yield [['closes'], 'closes_after_start'];
}

const before = (from: string, until: string) => from === '' || until === '' || from < until;

/** Where each key stands: one set of them over all lists, because places and choices are kept by key. */
function* keysIn({
  programme,
  rounds,
  speakers,
  report,
}: Fields): Generator<readonly [path: Path, key: string]> {
  for (const [at, item] of programme.entries()) yield [['programme', at], item.key];
  for (const [at, round] of rounds.entries()) {
    yield [['rounds', at], round.key];
    for (const [of, workshop] of round.workshops.entries())
      yield [['rounds', at, 'workshops', of], workshop.key];
  }
  for (const [at, speaker] of speakers.entries()) yield [['speakers', at], speaker.key];
  for (const [at, outcome] of report.outcomes.entries()) yield [['report', 'outcomes', at], outcome.key];
}

function* listIssues(content: Fields): Generator<Issue> {
  for (const [at, item] of content.programme.entries())
    if (!before(item.from, item.until)) yield [['programme', at, 'until'], 'ends_before_start'];
  for (const [at, round] of content.rounds.entries())
    if (!before(round.from, round.until)) yield [['rounds', at, 'until'], 'ends_before_start'];
  const seen = new Set<string>();
  for (const [path, given] of keysIn(content)) {
    if (seen.has(given)) yield [[...path, 'key'], 'key_twice'];
    seen.add(given);
  }
  if (content.guests && content.visibility !== 'public') yield [['guests'], 'guests_need_public'];
}

/** Everything that is written about one session. */
export const SessionContent = SessionFields.superRefine((content, context) => {
  for (const [path, message] of [...clockIssues(content), ...listIssues(content)])
    context.addIssue({ code: 'custom', path: [...path], message });
});

export type SessionContent = z.infer<typeof SessionContent>;
export type SessionOutcome = z.infer<typeof Outcome>;
