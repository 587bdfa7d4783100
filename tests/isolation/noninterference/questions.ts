// Everything that can be asked, for every question of the router: a procedure without an entry fails a test.
import { router } from '@kansenplein/core';
import { holdings } from '../../../packages/core/src/leaving/index.ts';
import { codes, type Person } from './cast.ts';
import type { Asked } from './copy.ts';
import { undisclosed } from './disclosures.ts';
import type { Names } from './names.ts';
import { begun, searched } from './words.ts';

type Inputs = (names: Names, turn: number) => readonly unknown[];

const once: Inputs = () => [undefined];
const ids =
  (of: (names: Names) => readonly string[]): Inputs =>
  (names) =>
    of(names).map((name) => ({ id: names.of(name).id }));
const handles =
  (kind: 'intervention' | 'agenda'): Inputs =>
  (names) =>
    names.things(kind).map((name) => ({ handle: names.of(name).handle }));
const inTurn = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

/**
 * What tells most of others is taken along each time, the rest in turn. Not the events: a refusal is one, only the first
 * ten are written, and of questions that go together any can be first. That no number of an event is in the export is
 * asked in leaving.test.ts.
 */
function partsOfLeaving(turn: number): readonly string[] {
  const always = new Set(['participation', 'participation_question']);
  const all = holdings.map(({ table }) => table).filter((table) => table !== 'audit_event');
  return all.filter((table, place) => always.has(table) || place % 4 === turn % 4);
}

/** Inputs of each question, about everything that any step of the sequence makes, seen or not. */
export const questions: Readonly<Record<string, Inputs>> = {
  'municipalities.get': () => [{ slug: 'brunssum' }],
  'municipalities.list': once,
  'municipalities.regions': once,
  'accounts.me': once,
  'accounts.people': once,
  'accounts.invitation': () => [{ token: 'A'.repeat(43) }],
  'interventions.get': handles('intervention'),
  'interventions.workingCopies': once,
  'interventions.workingCopy': ids((names) => names.things('intervention')),
  'adoptions.lineage': handles('intervention'),
  'adoptions.source': ids((names) => names.things('intervention')),
  'agendas.get': handles('agenda'),
  'agendas.list': () => [{ municipality: codes.A }, { municipality: codes.B }],
  'agendas.workingCopies': once,
  'agendas.workingCopy': ids((names) => names.things('agenda')),
  'imports.list': once,
  'imports.get': ids((names) => names.imports()),
  'imports.review': ids((names) => names.imports()),
  'imports.earlier': ids((names) => names.imports()),
  'imports.compare': ids((names) => names.imports()),
  'imports.marks': (names) =>
    [...names.things('intervention'), ...names.things('agenda')].map((name) => ({
      draft: names.of(name).id,
    })),
  'interventions.question': ids((names) => names.things('intervention')),
  'signing.ways': once,
  'signing.step': () => [{ step: 'A'.repeat(43) }],
  'signing.link': () => [{ token: 'A'.repeat(43) }],
  'signing.overview': once,
  'audit.list': (names, turn) => {
    const things = names.things('intervention');
    // Refusals are left out: see partsOfLeaving.
    const outcome = 'done';
    const object = names.of(inTurn(things, turn)).id;
    return [{ outcome }, { outcome, action: 'participation' }, { outcome, object }];
  },
  'audit.export': () => [{ outcome: 'done' }],
  'leaving.overview': once,
  'leaving.part': (_, turn) => partsOfLeaving(turn).map((part) => ({ part, after: null })),
  'finding.find': (_, turn) => [
    { limit: 100 },
    { limit: 1, sort: 'newest', kinds: ['intervention', 'agenda'], facets: false },
    { text: inTurn(searched, turn) },
    { text: inTurn(searched, turn + 1), facets: false },
    { text: inTurn(searched, turn + 2), facets: false },
    { themes: ['taalontwikkeling'], municipalities: [codes.A, codes.B] },
  ],
  'finding.suggest': (_, turn) => [{ text: inTurn(begun, turn) }, { text: inTurn(begun, turn + 1) }],
};

/** Long, and the same for everybody: asked by visitors only. */
const forVisitors = new Set(['municipalities.list', 'municipalities.regions']);
const ofMembers =
  /^(accounts\.people|imports\.|leaving\.|interventions\.question|adoptions\.source|.*\.workingCop)/;
/** Questions of one batch are answered at the same time, and leave their events in any order: these come before. */
const aboutEvents = /^(audit|leaving)\./;

function asked(procedure: string, names: Names, turn: number): Asked[] {
  return (questions[procedure]?.(names, turn) ?? []).map((input) => ({ procedure, kind: 'query', input }));
}

/** What somebody asks at the end. Who has no municipality is refused at the door of what is for members: tried once. */
export function finalQuestions(person: Person | null, names: Names): readonly Asked[] {
  const turn = names.places.length;
  const member = person !== null && person.includes('B');
  return Object.keys(questions).flatMap((procedure) => {
    if (aboutEvents.test(procedure) || (forVisitors.has(procedure) && person !== null)) return [];
    const all = asked(procedure, names, turn);
    return !member && ofMembers.test(procedure) ? all.slice(0, 1) : all;
  });
}

/** What somebody asks before that, one question after the other. */
export function oneByOne(person: Person | null, names: Names): readonly Asked[] {
  return Object.keys(questions)
    .filter((procedure) => aboutEvents.test(procedure))
    .flatMap((procedure) => {
      const all = asked(procedure, names, names.places.length);
      return person === 'B' ? all : all.slice(0, 1);
    });
}

/** What B asks in between: another handful each time. */
export function lookingAround(step: number, names: Names): readonly Asked[] {
  const looks = [
    ['interventions.workingCopies', 'finding.suggest'],
    ['finding.find', 'agendas.list'],
    ['interventions.get', 'interventions.workingCopy'],
    ['agendas.get', 'agendas.workingCopies', 'agendas.workingCopy'],
    ['accounts.people', 'imports.list', 'imports.get'],
    ['interventions.question', 'audit.list'],
    ['imports.review', 'imports.compare', 'imports.earlier', 'imports.marks'],
  ];
  return inTurn(looks, step).flatMap((procedure) => asked(procedure, names, step));
}

/** At most ten go together: what a batch may hold. */
export const inTens = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, place) => all.slice(place * 10, place * 10 + 10));

interface Procedure {
  readonly _def: { readonly type: string };
}
const procedures = router._def.procedures as unknown as Record<string, Procedure>;

/** Questions of the router that nobody asks here, and questions asked that the router does not have. */
export function forgottenQuestions(): { forgotten: string[]; unknown: string[] } {
  const all = Object.entries(procedures)
    .filter(([, { _def }]) => _def.type === 'query')
    .map(([name]) => name);
  const known = new Set([...Object.keys(questions), ...Object.keys(undisclosed)]);
  return {
    forgotten: all.filter((name) => !known.has(name)),
    unknown: [...known].filter((name) => !all.includes(name)),
  };
}
