// Sequences that make sense: numbers from fast-check choose among what each municipality can do in the world as it is
// by then. Smaller numbers choose simpler actions, so that a counterexample shrinks to a story one can tell.
import fc from 'fast-check';
import { sides, type Side } from './cast.ts';
import { shownTo } from './meeting-and-showing.ts';
import { nameOf, seesPage, type Commitment, type Thing, type World } from './model.ts';
import { knows } from './organising.ts';
import { openingWorld, play, type Step, type Verb } from './rules.ts';
import { showTheSame } from './slice.ts';
import { talkOfChoice } from './talking.ts';

/** What fast-check makes and makes smaller. */
export interface Choice {
  readonly who: number;
  readonly verb: number;
  readonly which: number;
  readonly detail: number;
}

const visibilities = ['municipality', 'alliance', 'public'] as const;
const commitments = ['confirmed', 'conditional', 'intended'] as const;
const answers: readonly Commitment[] = ['confirmed', 'withdrawn', 'conditional', 'intended'];
const givenRoles = ['reader', 'editor', 'publisher'] as const;

/** Every name that is not yet taken by something thrown away is worth asking about; this picks one. */
const pick = <T>(from: readonly T[], by: number): T | undefined => from[by % Math.max(from.length, 1)];

type Maker = (world: World, by: Side, choice: Choice) => Verb | undefined;

const ofMine =
  (fits: (thing: Thing) => boolean, make: (about: string, choice: Choice, world: World) => Verb): Maker =>
  (world, by, choice) => {
    const mine = Object.entries(world.things).filter(([, thing]) => thing.owner === by && fits(thing));
    const about = pick(mine, choice.which)?.[0];
    return about === undefined ? undefined : make(about, choice, world);
  };

const anything: Maker = (world, _by, { which, detail }) => {
  const about = pick(Object.keys(world.things), which);
  const verbs = [
    'publish',
    'withdraw',
    'discard',
    'submit',
    'answer',
    'save',
    'state',
    'remove',
    'decline',
    'keep up',
    'attach',
    'detach',
  ] as const;
  const verb = pick(verbs, detail) ?? 'publish';
  if (about === undefined) return undefined;
  if (verb === 'answer') return { verb, about, commitment: 'confirmed' };
  if (verb === 'save') return { verb, about, visibility: 'public', word: detail, pointsAt: [] };
  if (verb === 'state') return { verb, about, whom: 'B', commitment: 'confirmed' };
  if (verb === 'decline') return { verb, about };
  if (verb === 'keep up') return { verb, about };
  if (verb === 'attach' || verb === 'detach') return { verb, about };
  return verb === 'remove' ? { verb, about, whom: 'C' } : { verb, about };
};

/** The first of them brings a document in; later ones do something with one that is there. */
const bringingIn: Maker = (world, by, { which, detail }) => {
  // Once in a while one of somebody else, which is refused.
  const own = Object.entries(world.imports).flatMap(([name, each]) =>
    each.of === by || detail % 10 === 7 ? [name] : [],
  );
  const about = pick(own, which);
  if (about === undefined || (own.length === 1 && detail % 5 === 4)) return { verb: 'bring in' };
  const verbs = ['make drafts', 'decide', 'take over', 'follow'] as const;
  const verb = pick(verbs, detail) ?? 'decide';
  if (verb !== 'follow') return { verb, about };
  return { verb, about, earlier: pick(own, which + 1) ?? about };
};

/** Something of another that may be read, once in a while something that may not; later ones follow what was taken over. */
const adopting: Maker = (world, by, { which, detail }) => {
  const taken = Object.entries(world.things).filter(([, { owner, adopted }]) => owner === by && adopted);
  const about = pick(taken, which)?.[0];
  if (about !== undefined && detail % 3 !== 0)
    return { verb: detail % 3 === 1 ? 'take from source' : 'explain', about };
  const pages = Object.entries(world.things).filter(
    ([, thing]) => thing.owner !== by && (seesPage(by, thing) || detail % 10 === 7),
  );
  const source = pick(pages, which)?.[0];
  return source === undefined ? undefined : { verb: 'adopt', about: source };
};

/** The first of them adds one; later ones correct it, or name what is known, once in a while what is not. */
const organising: Maker = (world, by, choice) => {
  const { which, detail } = choice;
  const all = Object.entries(world.organisations);
  const own = all.filter(([, { of }]) => of === by);
  if (own.length === 0 || detail % 4 === 0) return { verb: 'add organisation', word: which };
  if (detail % 4 === 1) return { verb: 'correct organisation', about: pick(own, which)?.[0] ?? '' };
  const names = all
    .filter(([, each]) => knows(by, each) || detail % 10 === 7)
    .map(([name]) => name)
    .slice(-3);
  return ofMine(
    () => true,
    (about) => ({
      verb: 'save',
      about,
      visibility: visibilities[detail % 3] ?? 'public',
      word: which,
      pointsAt: [],
      names,
    }),
  )(world, by, choice);
};

/** Mostly something more goes along; now and then what was attached last is taken away again. */
const attaching: Maker = (world, by, choice) => {
  const has = choice.detail % 3 === 2;
  return ofMine(
    ({ attached }) => !has || attached.length > 0,
    (about) => ({ verb: has ? 'detach' : 'attach', about }),
  )(world, by, choice);
};

/** The first of them records one; later ones correct it, once in a while that of another, which is refused. */
const meeting: Maker = (world, by, { which, detail }) => {
  const own = Object.entries(world.meetings).flatMap(([name, each]) =>
    each.of === by || detail % 10 === 7 ? [name] : [],
  );
  const about = pick(own, which);
  return about === undefined || detail % 2 === 0
    ? { verb: 'record meeting' }
    : { verb: 'correct meeting', about };
};

const isIntervention = ({ kind }: Thing) => kind === 'intervention';
const others = (by: Side) => sides.filter((side) => side !== by);

/** How often each kind of action is chosen: as often as it stands here. */
const makers: readonly Maker[] = [
  (_w, _b, { detail }) => ({ verb: 'create', kind: 'intervention', word: detail }),
  (_w, _b, { detail, which }) => ({
    verb: 'create',
    kind: which % 3 === 2 ? 'agenda' : 'intervention',
    word: detail,
  }),
  ...Array<Maker>(4).fill(
    ofMine(
      () => true,
      (about, { detail, which }, world) => ({
        verb: 'save',
        about,
        visibility: visibilities[detail % 3] ?? 'public',
        word: which,
        pointsAt: detail % 5 === 4 ? Object.keys(world.things).slice(0, 3) : [],
      }),
    ),
  ),
  ...Array<Maker>(5).fill(
    ofMine(
      ({ state, written }) => state !== 'published' && written.complete,
      (about) => ({ verb: 'publish', about }),
    ),
  ),
  ofMine(
    ({ versions }) => versions.length > 0,
    (about) => ({ verb: 'withdraw', about }),
  ),
  ofMine(
    ({ versions }) => versions.length === 0,
    (about) => ({ verb: 'discard', about }),
  ),
  ofMine(
    (thing) => thing.state !== 'published',
    (about) => ({ verb: 'submit', about }),
  ),
  ofMine(
    ({ state }) => state === 'in_review',
    (about) => ({ verb: 'return', about }),
  ),
  ofMine(
    () => true,
    (about) => ({ verb: 'remark', about }),
  ),
  ...Array<Maker>(3).fill((world, by, choice) =>
    ofMine(isIntervention, (about, { detail }) => ({
      verb: 'state',
      about,
      whom: others(by)[detail % 2] ?? 'C',
      commitment: commitments[detail % 3] ?? 'confirmed',
    }))(world, by, choice),
  ),
  (world, by, choice) =>
    ofMine(isIntervention, (about, { detail }) => ({
      verb: 'remove',
      about,
      whom: others(by)[detail % 2] ?? 'C',
    }))(world, by, choice),
  ...Array<Maker>(3).fill((world, by, { which, detail }) => {
    const named = Object.entries(world.things).filter(([, thing]) => thing.owner !== by && thing.parts[by]);
    const about = pick(named, which)?.[0];
    return about === undefined
      ? undefined
      : { verb: 'answer', about, commitment: pick(answers, detail) ?? 'confirmed' };
  }),
  (world, by, { which, detail }) => {
    const asked = Object.entries(world.things).filter(([, thing]) => {
      const part = thing.owner === by ? undefined : thing.parts[by];
      // Once in a while also after agreeing, which is refused.
      return part !== undefined && (!part.agreed || detail % 4 === 3);
    });
    const about = pick(asked, which)?.[0];
    return about === undefined ? undefined : { verb: 'decline', about };
  },
  (world, by, { which, detail }) => {
    const taking = Object.entries(world.things).filter(([, thing]) => {
      const part = thing.owner === by ? undefined : thing.parts[by];
      // Once in a while also who has not agreed, which is refused.
      return part !== undefined && (part.agreed || detail % 4 === 3);
    });
    const about = pick(taking, which)?.[0];
    return about === undefined ? undefined : { verb: 'keep up', about };
  },
  adopting,
  adopting,
  attaching,
  attaching,
  bringingIn,
  bringingIn,
  organising,
  organising,
  organising,
  meeting,
  talkOfChoice,
  talkOfChoice,
  talkOfChoice,
  (_w, _b, { detail }) => ({ verb: 'show oneself', to: shownTo[detail % 3] ?? 'own' }),
  (world, by, { which, detail }) => {
    const own = Object.entries(world.invitations).filter(([, each]) => each.of === by);
    const about = pick(own, which)?.[0];
    if (about === undefined || detail % 3 === 0) return { verb: 'invite' };
    return { verb: detail % 3 === 1 ? 'revoke' : 'accept', about };
  },
  (_w, _b, { detail }) =>
    detail % 3 === 2
      ? { verb: 'end membership' }
      : { verb: 'change role', role: givenRoles[detail % 3] ?? 'editor' },
  // Who asks for its own data is read by operators, in the trail of the installation: so A and C do not (disclosures.ts).
  (_w, by, { detail }) =>
    detail % 2 === 0 || by !== 'B' ? { verb: 'take along' } : { verb: 'ask for own data' },
  anything,
];

const choice = (who: fc.Arbitrary<number>) =>
  fc.record({
    who,
    verb: fc.nat(999),
    which: fc.nat(99),
    detail: fc.nat(59),
  });

/** Three of five choices are A's, one is B's and one C's or B's look around. */
export const choices = fc.array(choice(fc.nat(9)), { minLength: 2, maxLength: 15, size: 'max' });

function whoActs(who: number): Side | 'look' {
  if (who < 5) return 'A';
  if (who < 8) return 'B';
  return who === 8 ? 'C' : 'look';
}

const actionOf = (world: World, by: Side, choice: Choice): Verb | undefined =>
  makers[choice.verb % makers.length]?.(world, by, choice);

/** The actions that these choices stand for. That A or C looks around is none: nobody asks what it is told. */
export function stepsOf(chosen: readonly Choice[]): readonly Step[] {
  const world = openingWorld();
  const steps: Step[] = [];
  for (const each of chosen) {
    const who = whoActs(each.who);
    const by = who === 'look' ? 'B' : who;
    const verb: Verb = (who === 'look' ? undefined : actionOf(world, by, each)) ?? { verb: 'look' };
    if (verb.verb === 'look' && by !== 'B') continue;
    const made: Step = { ...verb, step: steps.length, by };
    play(world, made);
    steps.push(made);
  }
  return steps;
}

/** What makes something that has a name of its own. */
export const making: ReadonlySet<Verb['verb']> = new Set([
  'create',
  'attach',
  'add organisation',
  'record meeting',
  'found community',
  'begin conversation',
  'bring in',
  'make drafts',
  'adopt',
  'invite',
  'accept',
]);

/** What leaves a row with an id of its own that somebody may be told. */
export const naming: ReadonlySet<Verb['verb']> = new Set([
  ...making,
  'show oneself',
  'reply',
  'remark',
  'submit',
  'return',
  'publish',
  'withdraw',
  // Each makes a version, with rows for what goes along with it.
  'answer',
  'keep up',
  'decline',
]);

const attemptsAtEach = 4;

/**
 * The same story up to `times` times more, with other hidden actions in the places of the hidden ones; `kept` is what B
 * may notice, in all of them. What makes something stays, so that all tellings know the same things.
 */
export function retold(
  steps: readonly Step[],
  kept: readonly Step[],
  chosen: readonly Choice[],
  times: number,
): readonly (readonly Step[])[] {
  const known = new Set([JSON.stringify(steps)]);
  const tellings: (readonly Step[])[] = [];
  for (let telling = 1; telling <= attemptsAtEach * times && tellings.length < times; telling += 1) {
    const other = toldAnew(steps, kept, chosen, telling);
    // Some choices come to the same story, and some to one of which B could notice something.
    if (known.has(JSON.stringify(other)) || !showTheSame(other, kept)) continue;
    known.add(JSON.stringify(other));
    tellings.push(other);
  }
  return tellings;
}

function toldAnew(
  steps: readonly Step[],
  kept: readonly Step[],
  chosen: readonly Choice[],
  telling: number,
): readonly Step[] {
  const world = openingWorld();
  return steps.map((step, place): Step => {
    const { who = 0, verb = 0, which = 0, detail = 0 } = chosen[place] ?? {};
    const choice = {
      who,
      verb: verb + 173 * telling,
      which: which + 17 * telling,
      detail: detail + 23 * telling,
    };
    const stays = kept.includes(step) || making.has(step.verb);
    const instead = stays ? undefined : actionOf(world, step.by, choice);
    const isOther = instead !== undefined && instead.verb !== 'look' && !making.has(instead.verb);
    const made: Step = isOther ? { ...instead, step: step.step, by: step.by } : step;
    play(world, made);
    return made;
  });
}

/** One line for each action, as a person would tell it. */
export function tell(step: Step): string {
  const { by, verb, step: place, ...rest } = step;
  const said = Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const made = [
    'create',
    'attach',
    'add organisation',
    'record meeting',
    'found community',
    'begin conversation',
    'adopt',
    'bring in',
    'invite',
  ].includes(verb)
    ? [`→ ${nameOf(step)}`]
    : [];
  return [`${place}.`, by, verb, ...said, ...made].join(' ');
}
