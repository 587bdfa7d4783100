// Who asks which questions of a sequence. `npm test` asks everything after each fifth; otherwise, and in the long run, a
// rotating part is asked, and most often what depends most on others: about things that a hidden action touched,
// searching, lists.
import { observers, type Person } from './cast.ts';
import type { Asked } from './copy.ts';
import type { Names } from './names.ts';
import { inTurn, questions, type Question } from './questions.ts';

export interface Asking {
  /** A number of the sequence, the same in both copies: what is taken in turn follows it. */
  readonly turn: number;
  readonly everything: boolean;
  /** Names of things that a hidden action made or changed. */
  readonly touched: ReadonlySet<string>;
}

/** In the long run: about what a hidden action touched these are asked every time, because they tell most of it … */
const tellMost = new Set([
  'interventions.get',
  'interventions.workingCopy',
  'agendas.get',
  'agendas.workingCopy',
]);
/** … any other question about it once in so many sequences … */
const ofTouched = 8;
/** … and about what only stands beside it seldom. */
const ofUntouched = 50;
/** … but a page of something else, and lists, are where the hidden would show itself wherever it stands. */
const ofLists = 8;
const onceIn: Readonly<Record<string, number>> = {
  'interventions.get': 20,
  'agendas.get': 20,
  'finding.related': 20,
  'adoptions.lineage': 30,
  'interventions.workingCopies': 4,
  'agendas.workingCopies': 4,
  'agendas.list': 6,
  'finding.suggest': 3,
  'finding.find': 16,
  'finding.grouped': 20,
  'finding.values': 20,
  'finding.wider': 20,
  'finding.export': 40,
  'organisations.alike': 10,
  'organisations.doubles': 25,
  'organisations.merges': 25,
  'municipalities.alike': 10,
  'leaving.overview': 15,
  'audit.export': 15,
  'notifications.list': 3,
  'notifications.unread': 6,
  'commitments.overview': 20,
  'commitments.municipality': 12,
  'people.list': 20,
  'consultations.choices': 20,
  'notifications.follows': 20,
  'notifications.followed': 20,
  'notifications.choices': 25,
  'notifications.link': 25,
  'notifications.undelivered': 25,
};
/** About oneself, or about nothing that a sequence makes (unplayed.ts says what is not played). */
const aside =
  /^(accounts\.(me|invitation)|municipalities\.(list|regions)|(signing|savedSearches|communities|knowledgeSessions|calendar)\..*|people\.(get|mine)|finding\.concepts)$/;
const ofAside = 30;
/** Of what a municipality takes along, each table. */
const ofHoldings = 60;
const atTheDoor = 40;

/** A coordinator reads what each municipality recorded, because that is whom it was recorded for; nobody else does. */
const notOfCoordinators = /^consultations\./;
/**
 * An operator reads in the trail of the installation that somebody changed its own page, and how many mails wait
 * (disclosures.ts): asked about other actions only.
 */
const toldToOperators = (procedure: string, input: unknown) =>
  procedure === 'notifications.undelivered' ||
  (procedure.startsWith('audit.') && !(typeof input === 'object' && input !== null && 'action' in input));
/** Long, and the same for everybody: asked by visitors only. */
const forVisitors = new Set(['municipalities.list', 'municipalities.regions']);
const ofMembers =
  /^(accounts\.people|imports\.|leaving\.|audit\.|interventions\.question|adoptions\.source|.*\.workingCop)/;
/** Never refused, so they leave no event, whose order would differ: these go together, as the pages' client sends them. */
const together = /^(finding\.(find|suggest|grouped|values|wider)$|municipalities\.|agendas\.list$)/;
const aboutEvents = /^(audit|leaving)\./;
/** Of what a municipality takes along, what tells most of others is always asked; a fourth of the rest. */
const toldOfOthers = new Set(['participation', 'participation_question']);

/** Evenly spread: an unlike answer for each place and turn, the same in every run. */
function drawn(turn: number, place: number): number {
  let mixed = Math.imul(turn ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const isMember = (person: Person | null) => person !== null && person.includes('B');

function isAsked(
  person: Person | null,
  procedure: string,
  { about, input }: Question,
  place: number,
  { everything, touched, turn }: Asking,
): boolean {
  if (forVisitors.has(procedure) && person !== null) return false;
  if (person === 'coordinator' && notOfCoordinators.test(procedure)) return false;
  if (person === 'operator' && toldToOperators(procedure, input)) return false;
  // Who has no municipality is refused at the door of what is for members: tried once.
  const refused = !isMember(person) && ofMembers.test(procedure);
  const chance = drawn(turn, place);
  if (refused && place % 100 > 0) return false;
  if (procedure === 'leaving.part' && !refused) {
    const often = toldOfOthers.has(about ?? '') ? 4 : 1;
    return everything ? often > 1 || chance % 4 === 0 : chance % ofHoldings < often;
  }
  if (everything) return true;
  if (refused) return chance % atTheDoor === 0;
  return chance % seldomOf(procedure, about, touched) === 0;
}

function seldomOf(procedure: string, about: string | undefined, touched: Asking['touched']): number {
  if (about === undefined) return onceIn[procedure] ?? (aside.test(procedure) ? ofAside : ofLists);
  if (touched.has(about)) return tellMost.has(procedure) ? 1 : ofTouched;
  return onceIn[procedure] ?? ofUntouched;
}

const ask = (procedure: string, { input }: Question): Asked => ({ procedure, kind: 'query', input });

/** What somebody asks: one question after the other, at most ten in one request, and what tells of all that at last. */
export interface Round {
  readonly oneByOne: readonly Asked[];
  readonly inTens: readonly (readonly Asked[])[];
  /** The trail: it tells of the refusals before. */
  readonly atLast: readonly Asked[];
}

/** The questions at the end of a sequence. */
export function finalQuestions(person: Person | null, names: Names, asking: Asking): Round {
  const asked = Object.entries(questions).flatMap(([procedure, make], room) =>
    make(names, asking.turn)
      // Who is not of B reads of the trail what a municipality does not have: one look is enough.
      .filter((question, place) => isAsked(person, procedure, question, room * 100 + place, asking))
      .map((question) => ask(procedure, question)),
  );
  const [first, alone, last] = [
    asked.filter(({ procedure }) => together.test(procedure)),
    asked.filter(({ procedure }) => !together.test(procedure) && !aboutEvents.test(procedure)),
    asked.filter(({ procedure }) => aboutEvents.test(procedure)),
  ];
  const tens = Array.from({ length: Math.ceil(first.length / 10) }, (_, ten) =>
    first.slice(ten * 10, ten * 10 + 10),
  );
  return { oneByOne: alone, inTens: tens, atLast: last };
}

/** Of the questions in between, about what a hidden action touches and about all else. */
const [ofTouchedMeanwhile, meanwhile] = [2, 8];

/** What B asks in between: another handful each time. */
export function lookingAround(step: number, names: Names, asking: Asking): readonly Asked[] {
  const looks = [
    ['interventions.workingCopies', 'finding.suggest'],
    ['finding.find', 'agendas.list', 'agendas.measured'],
    ['interventions.get', 'interventions.workingCopy'],
    ['agendas.get', 'agendas.workingCopies', 'agendas.workingCopy'],
    ['accounts.people', 'imports.list', 'imports.get'],
    ['interventions.question', 'audit.list'],
    ['people.list', 'consultations.list', 'commitments.mine'],
    ['organisations.list', 'organisations.get', 'interventions.ofOrganisation'],
    ['notifications.unread', 'notifications.list'],
    [
      'communities.list',
      'communities.get',
      'communities.threads',
      'communities.thread',
      'communities.waiting',
    ],
    ['imports.review', 'imports.compare', 'imports.earlier', 'imports.marks'],
    ['interventions.attachments', 'interventions.draftAttachments', 'agendas.draftAttachments'],
  ];
  return inTurn(looks, step).flatMap((procedure, room) =>
    (questions[procedure]?.(names, step) ?? [])
      .filter(
        ({ about }, place) =>
          asking.everything ||
          drawn(asking.turn + step, room * 100 + place) %
            (about !== undefined && asking.touched.has(about) ? ofTouchedMeanwhile : meanwhile) ===
            0,
      )
      .map((question) => ask(procedure, question)),
  );
}

/** Who asks at the end: B, and beside it a visitor and one who looks on; in the long run one of these two. */
export function whoAsks({ everything, turn }: Asking): readonly (Person | null)[] {
  const watching = inTurn(observers, turn >>> 3);
  if (everything) return [...new Set(['B' as const, null, watching])];
  return ['B', turn % 2 === 0 ? null : watching];
}
