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

/** In the long run a question is asked once in so many sequences; those without a number once in two. */
const onceIn: Readonly<Record<string, number>> = {
  'interventions.get': 5,
  'interventions.workingCopy': 5,
  'interventions.question': 10,
  'agendas.get': 5,
  'agendas.workingCopy': 5,
  'imports.get': 10,
  'imports.review': 10,
  'imports.earlier': 10,
  'imports.belonging': 20,
  'imports.compare': 10,
  'imports.marks': 15,
  'finding.find': 3,
  'finding.related': 5,
  'municipalities.alike': 4,
  'finding.grouped': 6,
  'finding.values': 6,
  'finding.wider': 6,
  'finding.export': 12,
  'savedSearches.list': 15,
  'savedSearches.link': 25,
  'organisations.list': 2,
  'organisations.doubles': 20,
  'organisations.merges': 20,
  'agendas.list': 3,
  'agendas.workingCopies': 3,
  'imports.list': 4,
  'accounts.people': 4,
  'accounts.me': 10,
  'accounts.invitation': 25,
  'municipalities.get': 4,
  'municipalities.list': 25,
  'municipalities.regions': 25,
  'signing.ways': 25,
  'signing.step': 25,
  'signing.link': 25,
  'signing.overview': 15,
  'leaving.overview': 8,
  'leaving.part': 20,
  'audit.list': 4,
  'audit.export': 8,
};
/** About a thing that a hidden action touched: so many times as often. */
const ofTouched = 5;
const atTheDoor = 25;

/** A coordinator reads what each municipality recorded, because that is whom it was recorded for; nobody else does. */
const notOfCoordinators = /^consultations\./;
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
  { about }: Question,
  place: number,
  { everything, touched, turn }: Asking,
): boolean {
  if (forVisitors.has(procedure) && person !== null) return false;
  if (person === 'coordinator' && notOfCoordinators.test(procedure)) return false;
  // Who has no municipality is refused at the door of what is for members: tried once.
  const refused = !isMember(person) && ofMembers.test(procedure);
  const chance = drawn(turn, place);
  if (refused && place % 100 > 0) return false;
  if (procedure === 'leaving.part' && !refused) {
    const often = toldOfOthers.has(about ?? '') ? 4 : 1;
    return everything ? often > 1 || chance % 4 === 0 : chance % 20 < often;
  }
  if (everything) return true;
  if (refused) return chance % atTheDoor === 0;
  const seldom = onceIn[procedure] ?? 2;
  return chance % (about !== undefined && touched.has(about) ? Math.ceil(seldom / ofTouched) : seldom) === 0;
}

const ask = (procedure: string, { input }: Question): Asked => ({ procedure, kind: 'query', input });

/** What somebody asks: one question after the other, and then at most ten in one request. */
export interface Round {
  readonly oneByOne: readonly Asked[];
  readonly inTens: readonly (readonly Asked[])[];
}

/** The questions at the end of a sequence. The trail comes last: it tells of the refusals before. */
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
  return { oneByOne: [...alone, ...last], inTens: tens };
}

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
    ['imports.review', 'imports.compare', 'imports.earlier', 'imports.marks'],
    ['interventions.attachments', 'interventions.draftAttachments', 'agendas.draftAttachments'],
  ];
  return inTurn(looks, step).flatMap((procedure, room) =>
    (questions[procedure]?.(names, step) ?? [])
      .filter((_, place) => asking.everything || drawn(asking.turn + step, room * 100 + place) % 3 === 0)
      .map((question) => ask(procedure, question)),
  );
}

/** Who asks at the end: B, and beside it a visitor and one who looks on; in the long run one of these two. */
export function whoAsks({ everything, turn }: Asking): readonly (Person | null)[] {
  const watching = inTurn(observers, turn >>> 3);
  if (everything) return [...new Set(['B' as const, null, watching])];
  return ['B', turn % 2 === 0 ? null : watching];
}
