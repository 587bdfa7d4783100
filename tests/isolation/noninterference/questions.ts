// Everything that can be asked, for every question of the router: a procedure without an entry fails a test.
import { router } from '@kansenplein/core';
import { holdings } from '../../../packages/core/src/leaving/index.ts';
import { codes } from './cast.ts';
import { undisclosed } from './disclosures.ts';
import type { Names } from './names.ts';
import { begun, searched } from './words.ts';

export interface Question {
  readonly input: unknown;
  /** Name of the thing it is about, when it is about one. */
  readonly about?: string;
}

type Questions = (names: Names, turn: number) => readonly Question[];

/** An id that nothing has. */
const nowhere = '00000000-0000-4000-8000-000000000000';

const once: Questions = () => [{ input: undefined }];
const asking = (...inputs: readonly unknown[]): Questions => {
  const all = inputs.map((input) => ({ input }));
  return () => all;
};
/** In which the sessions of a sequence are held. */
const months = [0, 31].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 7));
const ids =
  (of: (names: Names) => readonly string[], field = 'id'): Questions =>
  (names) =>
    of(names).map((about) => ({ input: { [field]: names.of(about).id }, about }));
const handles =
  (kind: 'intervention' | 'agenda', more: object = {}): Questions =>
  (names) =>
    names.things(kind).map((about) => ({ input: { handle: names.of(about).handle, ...more }, about }));
const drafts =
  (kind: 'intervention' | 'agenda'): Questions =>
  (names) =>
    names.things(kind).map((about) => ({ input: { id: names.of(about).id, with: null }, about }));
const communities: Questions = (names) =>
  names.communities().map((about) => ({ input: { handle: names.of(about).handle }, about }));
const organisations: Questions = (names) =>
  names.organisations().map((about) => ({ input: { handle: names.of(about).handle }, about }));
export const inTurn = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

/** Questions of each procedure, about everything that any step of the sequence makes, seen or not. */
export const questions: Readonly<Record<string, Questions>> = {
  'municipalities.get': asking({ slug: 'brunssum' }),
  'municipalities.list': once,
  'municipalities.alike': asking({ slug: 'brunssum' }, { slug: 'midden-groningen' }),
  'municipalities.regions': once,
  'organisations.list': (_, turn) =>
    [{}, { text: inTurn(begun, turn) }, { limit: 1 }].map((input) => ({ input })),
  'organisations.get': organisations,
  'organisations.alike': (_, turn) => [
    { input: { name: `Stichting ${inTurn(begun, turn)} o${turn % 9}`, locatedIn: null, brin: '' } },
  ],
  'organisations.doubles': once,
  'organisations.merges': once,
  'interventions.ofOrganisation': organisations,
  'agendas.ofOrganisation': organisations,
  'accounts.me': once,
  'accounts.people': once,
  'accounts.invitation': asking({ token: 'A'.repeat(43) }),
  'interventions.get': handles('intervention'),
  'interventions.workingCopies': once,
  'interventions.workingCopy': ids((names) => names.things('intervention')),
  'adoptions.lineage': handles('intervention'),
  'adoptions.source': ids((names) => names.things('intervention')),
  'interventions.question': ids((names) => names.things('intervention')),
  'interventions.versions': handles('intervention'),
  'interventions.version': handles('intervention', { number: 1 }),
  'interventions.compareVersions': handles('intervention', { from: 1, to: 2 }),
  'interventions.compareWorkingCopy': drafts('intervention'),
  'interventions.review': ids((names) => names.things('intervention')),
  'interventions.attachments': handles('intervention', { number: null }),
  'interventions.draftAttachments': ids((names) => names.things('intervention')),
  'agendas.attachments': handles('agenda', { number: null }),
  'agendas.draftAttachments': ids((names) => names.things('agenda')),
  'agendas.versions': handles('agenda'),
  'agendas.version': handles('agenda', { number: 1 }),
  'agendas.compareVersions': handles('agenda', { from: 1, to: 2 }),
  'agendas.compareWorkingCopy': drafts('agenda'),
  'agendas.review': ids((names) => names.things('agenda')),
  'agendas.get': handles('agenda'),
  'agendas.list': asking({ municipality: codes.A }, { municipality: codes.B }),
  'agendas.measured': once,
  'agendas.workingCopies': once,
  'agendas.workingCopy': ids((names) => names.things('agenda')),
  // Of everything made: the paper of its page, of its first version, and of its working copy.
  'papers.intervention': (names, turn) =>
    handles('intervention', { version: inTurn([null, 1], turn) })(names, turn),
  'papers.interventionDraft': ids((names) => names.things('intervention')),
  'papers.agenda': (names, turn) =>
    handles('agenda', { version: inTurn([null, 1], turn), addendum: null })(names, turn),
  'papers.agendaDraft': (names) =>
    names.things('agenda').map((about) => ({ input: { id: names.of(about).id, addendum: null }, about })),
  'imports.list': once,
  'imports.get': ids((names) => names.imports()),
  'imports.review': ids((names) => names.imports()),
  'imports.earlier': ids((names) => names.imports()),
  'imports.belonging': ids((names) => names.imports()),
  'imports.compare': ids((names) => names.imports()),
  'imports.marks': ids((names) => [...names.things('intervention'), ...names.things('agenda')], 'draft'),
  'signing.ways': once,
  'signing.step': asking({ step: 'A'.repeat(43) }),
  'signing.link': asking({ token: 'A'.repeat(43) }),
  'signing.overview': once,
  'finding.find': (_, turn) =>
    [
      { limit: 100 },
      { limit: 1, sort: 'newest', kinds: ['intervention', 'agenda'], facets: false },
      { text: inTurn(searched, turn) },
      { text: inTurn(searched, turn + 1), facets: false },
      { text: inTurn(searched, turn + 2), facets: false },
      { themes: ['taalontwikkeling'], municipalities: [codes.A, codes.B] },
      { kinds: ['goal', 'organisation'], limit: 100 },
      { courses: ['running'], text: inTurn(searched, turn) },
    ].map((input) => ({ input })),
  // All of them each time: in turn, a hidden title and its own beginning meet too seldom.
  'finding.suggest': asking(...begun.map((text) => ({ text }))),
  'finding.concepts': once,
  // Who resembles whom, in which order and why, must not follow from what only others may read.
  'finding.related': handles('intervention'),
  'finding.grouped': (_, turn) => [{}, { text: inTurn(searched, turn) }].map((input) => ({ input })),
  'finding.values': asking({ wanted: 'b' }, { wanted: 'm' }),
  'finding.wider': (_, turn) =>
    [{ text: inTurn(searched, turn), themes: ['armoede'] }].map((input) => ({ input })),
  'finding.export': (_, turn) => [{}, { text: inTurn(searched, turn) }].map((input) => ({ input })),
  'knowledgeSessions.list': asking({}, { themes: ['armoede'] }, { when: 'past' }),
  'knowledgeSessions.get': asking({ handle: 'aaaaaaaaaa' }),
  'knowledgeSessions.mine': once,
  'knowledgeSessions.link': asking({ token: 'A'.repeat(43) }),
  'knowledgeSessions.workingSessions': once,
  'knowledgeSessions.workingSession': asking({ id: nowhere }),
  'knowledgeSessions.registrations': asking({ id: nowhere }),
  'savedSearches.list': once,
  'calendar.month': asking(...months.map((month) => ({ month }))),
  'calendar.ownMonth': asking(...months.map((month) => ({ month }))),
  'calendar.file': asking({ handle: 'aaaaaaaaaa' }),
  'calendar.publicFeed': once,
  'calendar.atom': once,
  'calendar.address': once,
  'calendar.ownFeed': asking({ token: 'A'.repeat(43) }),
  'communities.list': asking({}, { mine: true }, { joinings: ['invitation'] }),
  'communities.get': communities,
  'communities.threads': communities,
  'communities.library': communities,
  'communities.members': communities,
  'communities.nicknames': communities,
  'communities.moderation': communities,
  'communities.thread': (names) =>
    names.conversations().map((about) => ({ input: { handle: names.of(about).handle }, about })),
  'communities.earlier': asking({ id: nowhere }),
  'communities.waiting': once,
  // Everybody follows the others: what is told of, and how much of it is unread, must not follow from what stays hidden.
  'notifications.unread': once,
  'notifications.list': asking({}),
  'notifications.follows': once,
  'notifications.followed': (names) =>
    names
      .things('intervention')
      .map((about) => ({ input: { kind: 'intervention', key: names.of(about).id }, about })),
  'notifications.choices': once,
  'notifications.link': asking({ token: 'A'.repeat(43) }),
  'notifications.undelivered': once,
  'people.list': (_, turn) =>
    [{}, { theme: 'armoede', limit: 1 }, { text: inTurn(begun, turn) }].map((input) => ({ input })),
  'people.get': asking({ handle: 'zzzzzzzzzz' }),
  'people.mine': once,
  'commitments.mine': asking({}),
  'commitments.overview': asking({}),
  'commitments.municipality': asking({ slug: 'brunssum' }),
  'consultations.list': asking({}, { waiting: true }),
  'consultations.get': ids((names) => names.meetings()),
  'consultations.choices': asking({ municipality: null }),
  'leaving.overview': once,
  'leaving.part': () => holdings.map(({ table }) => ({ input: { part: table, after: null }, about: table })),
  // Refusals too, so these come after all others: see asking.ts.
  'audit.list': (names, turn) => {
    const object = names.of(inTurn(names.things('intervention'), turn)).id;
    return [{}, { action: 'participation' }, { action: 'intervention' }, { object }].map((input) => ({
      input,
    }));
  },
  'audit.export': asking({}),
};

interface Procedure {
  readonly _def: { readonly type: string };
}
const procedures = router._def.procedures as unknown as Record<string, Procedure>;

/** Names of everything in the router that asks, or that changes. */
export const proceduresThat = (kind: 'query' | 'mutation'): string[] =>
  Object.entries(procedures)
    .filter(([, { _def }]) => _def.type === kind)
    .map(([name]) => name);

/** Questions of the router that nobody asks here, and questions asked that the router does not have. */
export function forgottenQuestions(): { forgotten: string[]; unknown: string[] } {
  const all = proceduresThat('query');
  const known = new Set([...Object.keys(questions), ...Object.keys(undisclosed)]);
  return {
    forgotten: all.filter((name) => !known.has(name)),
    unknown: [...known].filter((name) => !all.includes(name)),
  };
}
