// The property: leave out what B may not notice, and nobody around B is told anything else. Callable against any
// prepared database, also one in which somebody planted a hole.
import { createDatabaseFrom, type EngineUrls } from '@kansenplein/db';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { asSuperuser } from '../../support/sql.ts';
import { castPlay, observers } from './cast.ts';
import { Copy, type HowToServe } from './copy.ts';
import { perform, performOpening, type Played, type Told } from './perform.ts';
import type { Step } from './rules.ts';
import { choices, stepsOf, tell, type Choice } from './sequences.ts';
import { outcomesOf, withoutTheHidden } from './slice.ts';
import { takeSnapshot } from './snapshot.ts';

/** Two databases that are alike to the last counter, with the same people in them. */
export interface Pair {
  readonly whole: Copy;
  readonly part: Copy;
  close(): Promise<void>;
}

export interface Preparation extends Partial<HowToServe> {
  readonly engine: EngineUrls;
  /** A migrated database without connections, from which the copies are made. */
  readonly template: string;
  /** SQL as superuser, before anybody is there: a hole to be found. */
  readonly hole?: string;
}

export async function makePair({
  engine,
  template,
  hole,
  door = 'socket',
  makeApp,
}: Preparation): Promise<Pair> {
  const name = `play_${randomBytes(6).toString('hex')}`;
  const base = await createDatabaseFrom(engine, template, name);
  try {
    if (hole) await asSuperuser(base.superuserUrl, hole);
    await castPlay(base);
    const first = await Copy.open(base, { door: 'in process' });
    await performOpening(first).finally(() => first.leave());
    await takeSnapshot(base);
    const open = async (suffix: string) =>
      Copy.open(await createDatabaseFrom(engine, name, `${name}_${suffix}`), {
        door,
        ...(makeApp && { makeApp }),
      });
    const whole = await open('whole');
    const part = await open('part');
    const close = async () => {
      await Promise.all([whole.close(), part.close()]);
      await base.drop();
    };
    return { whole, part, close };
  } catch (error) {
    await base.drop();
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
function surprises(steps: readonly Step[], { outcomes, internalErrors }: Played): string[] {
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

const mostAttemptsToShrink = 60;

export interface Plan {
  readonly runs: number;
  readonly seed: number;
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
  /** Null when nothing was found: what to read, with the seed to find it again. */
  readonly found: string | null;
  readonly steps: number;
}

/** Plays random sequences in both copies until one makes a difference or `runs` have passed. */
export async function checkNoninterference(
  pair: Pair,
  { runs, seed, shrink = true, onRun }: Plan,
): Promise<Verdict> {
  const count = { runs: 0, actions: 0, hidden: 0, answers: 0 };
  let smallest: { message: string; steps: number } | null = null;
  let smaller = 0;

  const onePlay = async (chosen: readonly Choice[]) => {
    const steps = stepsOf(chosen);
    const kept = withoutTheHidden(steps);
    // Nothing hidden, nothing to prove.
    fc.pre(kept.length < steps.length);
    // A counterexample is made smaller as long as that is worth the wait.
    if (smallest !== null) fc.pre((smaller += 1) <= mostAttemptsToShrink);
    const watching =
      observers[chosen.reduce((sum, { detail }) => sum + detail, 0) % observers.length] ?? null;
    const [whole, part] = await Promise.all([
      perform(pair.whole, steps, steps, watching),
      perform(pair.part, kept, steps, watching),
    ]);
    count.runs += 1;
    count.actions += steps.length;
    count.hidden += steps.length - kept.length;
    count.answers += whole.told.length;
    onRun?.(count.runs);
    const removed = steps.filter((step) => !kept.includes(step));
    const different = firstDifference(whole, part);
    const odd = surprises(steps, whole);
    if (different || odd.length > 0) {
      const message = different
        ? describe({ steps, removed, whole: different[0], part: different[1] })
        : `Not as domain.md says.\n${steps.map(tell).join('\n')}\n${odd.join('\n')}`;
      if (smallest === null && shrink) console.log(`found, now made smaller:\n${message}`);
      smallest = { message, steps: steps.length };
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
  return { ...count, found, steps: failure?.steps ?? 0 };
}
