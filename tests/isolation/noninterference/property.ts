// The property: leave out what B may not notice, and nobody around B is told anything else. Callable against any
// prepared database, also one in which somebody planted a hole.
import { createDatabaseFrom, type EngineUrls, type TestDatabase } from '@kansenplein/db';
import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { asSuperuser } from '../../support/sql.ts';
import { castPlay } from './cast.ts';
import { Copy, type HowToServe } from './copy.ts';
import { perform, performOpening, type Ending, type Played, type Told } from './perform.ts';
import { nameOf } from './model.ts';
import type { Step } from './rules.ts';
import { choices, retold, stepsOf, tell, type Choice } from './sequences.ts';
import { outcomesOf, withoutTheHidden } from './slice.ts';
import { takeSnapshot } from './snapshot.ts';

/** Two databases that are alike to the last counter, with the same people in them. */
export interface Pair {
  readonly whole: Copy;
  readonly part: Copy;
  close(): Promise<void>;
}

/** What stands before every sequence, without connections. */
export interface Beginning {
  readonly name: string;
  drop(): Promise<void>;
}

/** Casts the play and performs its opening in a new copy of `template`, a migrated database without connections. */
export async function makeBeginning(engine: EngineUrls, template: string): Promise<Beginning> {
  const name = `play_${randomBytes(6).toString('hex')}`;
  const base = await createDatabaseFrom(engine, template, name);
  try {
    await castPlay(base);
    const first = await Copy.open(base, { door: 'in process' });
    await performOpening(first).finally(() => first.leave());
    await takeSnapshot(base);
    return { name, drop: base.drop };
  } catch (error) {
    await base.drop();
    throw error;
  }
}

export interface Preparation extends Partial<HowToServe> {
  readonly engine: EngineUrls;
  readonly beginning: Beginning;
  /** SQL as superuser, in both copies, before anything is played: a hole to be found. */
  readonly hole?: string;
}

/** Two copies of a beginning. */
export async function makePairOf({
  engine,
  beginning,
  hole,
  door = 'socket',
  makeApp,
}: Preparation): Promise<Pair> {
  const made: TestDatabase[] = [];
  try {
    for (const suffix of ['whole', 'part']) {
      const name = `${beginning.name}_${randomBytes(3).toString('hex')}_${suffix}`;
      const database = await createDatabaseFrom(engine, beginning.name, name);
      made.push(database);
      if (hole) await asSuperuser(database.superuserUrl, hole);
    }
    const [whole, part] = await Promise.all(
      made.map((database) => Copy.open(database, { door, ...(makeApp && { makeApp }) })),
    );
    if (!whole || !part) throw new Error('a pair is two');
    return { whole, part, close: async () => void (await Promise.all([whole.close(), part.close()])) };
  } catch (error) {
    await Promise.all(made.map((each) => each.drop()));
    throw error;
  }
}

/** Two copies of a beginning of their own. */
export async function makePair({
  engine,
  template,
  ...how
}: Partial<HowToServe> & { engine: EngineUrls; template: string }): Promise<Pair> {
  const beginning = await makeBeginning(engine, template);
  try {
    const pair = await makePairOf({ engine, beginning, ...how });
    const close = async () => {
      await pair.close();
      await beginning.drop();
    };
    return { ...pair, close };
  } catch (error) {
    await beginning.drop();
    throw error;
  }
}

/** What went wrong in one sequence. */
export interface Difference {
  readonly steps: readonly Step[];
  readonly removed: readonly Step[];
  readonly whole: Told | undefined;
  readonly part: Told | undefined;
}

function firstDifference(whole: Played, part: Played): readonly [Told | undefined, Told | undefined] | null {
  for (let place = 0; place < Math.max(whole.told.length, part.told.length); place += 1) {
    const [one, other] = [whole.told[place], part.told[place]];
    if (JSON.stringify(one) !== JSON.stringify(other)) return [one, other];
  }
  return null;
}

/** Steps that did not go as the specification says, or that the host could not explain. */
export function surprises(steps: readonly Step[], { outcomes, internalErrors }: Played): string[] {
  const expected = outcomesOf(steps);
  const unlike = steps.filter(({ step }) => outcomes.has(step) && outcomes.get(step) !== expected.get(step));
  return [
    ...unlike.map(
      (step) => `${tell(step)}: expected ${expected.get(step.step)}, was ${outcomes.get(step.step)}`,
    ),
    ...internalErrors.map((error) => `internal error: ${String(error)}`),
  ];
}

const around = (text: string | undefined, place: number) =>
  text === undefined ? 'nothing' : `…${text.slice(Math.max(0, place - 160), place + 240)}…`;

function describe({ steps, removed, whole, part }: Difference): string {
  const length = Math.min(whole?.answer.length ?? 0, part?.answer.length ?? 0);
  let place = 0;
  while (place < length && whole?.answer[place] === part?.answer[place]) place += 1;
  const left = new Set(removed.map(({ step }) => step));
  return [
    'What B may not see made a difference.',
    ...steps.map((step) => `  ${left.has(step.step) ? '(hidden) ' : '         '}${tell(step)}`),
    `${whole?.who ?? part?.who} asked ${whole?.about ?? part?.about} in step ${whole?.step ?? part?.step}`,
    `  with the hidden actions:    ${around(whole?.answer, place)}`,
    `  without the hidden actions: ${around(part?.answer, place)}`,
  ].join('\n');
}

/** A number of a sequence, by which everything is chosen that is taken in turn. */
const turnOf = (steps: readonly Step[]) =>
  createHash('sha256').update(JSON.stringify(steps)).digest().readUInt32BE();

/** What they make or are about, and what they point at: its pages and lists could show it. */
const touchedBy = (steps: readonly Step[]) =>
  new Set(
    steps.flatMap((step) => [
      'about' in step ? step.about : nameOf(step),
      ...('earlier' in step ? [step.earlier] : []),
      ...('pointsAt' in step ? [...step.pointsAt, ...(step.names ?? [])] : []),
    ]),
  );

const mostAttemptsToShrink = 60;

export interface Plan {
  readonly runs: number;
  readonly seed: number;
  /** Whether every question is asked after each sequence, or a rotating part of them. */
  /** `each fifth`: everything after one sequence of five, a part in turn after the others. */
  readonly asks: 'everything' | 'each fifth' | 'in turn';
  /**
   * How often the hidden part of a story is told anew, with other hidden actions: the copy without them is then played
   * once for all of these. Each telling is a sequence of its own. Left out: once.
   */
  readonly tellings?: number;
  /** What is done at the end of each sequence instead of asking questions. */
  readonly ending?: Ending;
  /** False: the first counterexample is enough, however long. */
  readonly shrink?: boolean;
  readonly onRun?: (count: number) => void;
}

export interface Verdict {
  readonly runs: number;
  /** Actions played, and how many of them were left out in the other copy. */
  readonly actions: number;
  readonly hidden: number;
  readonly answers: number;
  /** How often each action was played and each question asked, by whom. */
  readonly asked: Readonly<Record<string, number>>;
  /** Null when nothing was found: what to read, with the seed to find it again. */
  readonly found: string | null;
  readonly steps: number;
}

/** Plays random sequences in both copies until one makes a difference or `runs` have passed. */
export async function checkNoninterference(
  pair: Pair,
  { runs, seed, asks, tellings = 1, ending, shrink = true, onRun }: Plan,
): Promise<Verdict> {
  const count = { runs: 0, actions: 0, hidden: 0, answers: 0 };
  const asked: Record<string, number> = {};
  let smallest: { message: string; steps: number; turn: number } | null = null;
  let smaller = 0;

  const onePlay = async (chosen: readonly Choice[]) => {
    // Some stories can be told once only, so there are more of them than are needed.
    if (smallest === null && count.runs >= runs) return;
    const steps = stepsOf(chosen);
    const kept = withoutTheHidden(steps);
    // Nothing hidden, nothing to prove.
    fc.pre(kept.length < steps.length);
    // A counterexample is made smaller as long as that is worth the wait.
    if (smallest !== null) fc.pre((smaller += 1) <= mostAttemptsToShrink);
    const stories = [steps, ...retold(steps, kept, chosen, tellings - 1)];
    const keptSteps = new Set(kept.map(({ step }) => step));
    const hiddenIn = (story: readonly Step[]) => story.filter((step) => !keptSteps.has(step.step));
    // What was told to somebody must be asked again while its sequence is made smaller.
    const everything =
      asks === 'everything' || (asks === 'each fifth' && count.runs % 5 === 0) || smallest !== null;
    const touched = touchedBy(stories.flatMap(hiddenIn));
    const asking = { turn: smallest?.turn ?? turnOf(steps), everything, touched };
    const withHidden = async () => {
      const played: Played[] = [];
      for (const story of stories) played.push(await perform(pair.whole, story, steps, asking, ending));
      return played;
    };
    const [wholes, part] = await Promise.all([withHidden(), perform(pair.part, kept, steps, asking, ending)]);
    for (const [number, story] of stories.entries()) {
      const whole = wholes[number] ?? part;
      const removed = hiddenIn(story);
      count.runs += 1;
      count.actions += story.length;
      count.hidden += removed.length;
      count.answers += whole.told.length;
      for (const each of whole.asked) asked[each] = (asked[each] ?? 0) + 1;
      onRun?.(count.runs);
      const different = firstDifference(whole, part);
      const odd = surprises(story, whole);
      if (!different && odd.length === 0) continue;
      const message = different
        ? describe({ steps: story, removed, whole: different[0], part: different[1] })
        : `Not as domain.md says.\n${story.map(tell).join('\n')}\n${odd.join('\n')}`;
      if (smallest === null && shrink) console.log(`found, now made smaller:\n${message}`);
      smallest = { message, steps: story.length, turn: asking.turn };
      throw new Error(message);
    }
  };
  const result = await fc.check(fc.asyncProperty(choices, onePlay), {
    numRuns: runs,
    seed,
    endOnFailure: !shrink,
    maxSkipsPerRun: 1000,
  });
  const failure = smallest as { message: string; steps: number } | null;
  const found = result.failed
    ? `${failure?.message ?? `only ${result.numRuns} of ${runs} sequences could be made`}\nSeed ${seed}, path ${result.counterexamplePath ?? '-'}.`
    : null;
  return { ...count, asked, found, steps: failure?.steps ?? 0 };
}
