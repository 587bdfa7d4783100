// Plants holes and tries them: those in the database ten at a time, each in databases of its own; those in the sources
// one at a time, because a process reads the house once.
import { createDatabaseFrom, dropDatabase } from '@kansenplein/db';
import type { Attempt } from '../support/global-setup.ts';
import type { OwnEngine } from '../support/own-engine.ts';
import type { Start } from '../support/prepared.ts';
import { asSuperuser } from '../support/sql.ts';
import type { Copy } from './copy-of-the-house.ts';
import type { DatabaseHole, Hole } from './hole.ts';
import { stepsFor, type Step } from './proofs.ts';
import { tryAll, type Told } from './trying.ts';
import type { Worlds } from './worlds.ts';

export interface Notice {
  readonly proof: string;
  /** The first test that failed. */
  readonly test: string;
}

export interface Verdict {
  readonly name: string;
  readonly notice: Notice | null;
  /** Why it could not be planted or a proof did not run: then nothing was learnt. */
  readonly failure?: string;
}

type Tried = Told | { readonly what: 'unplanted'; readonly why: string };

/** What holes are planted on: each copy of the house is a lane. */
export interface Bench {
  /** Its template has no hole. */
  readonly engine: OwnEngine;
  readonly copies: readonly Copy[];
  readonly worlds: Worlds;
  /** By its short name. */
  isWanted(proof: string): boolean;
}

/** A hole with what is still to be tried on it. */
interface Trial {
  readonly hole: Hole;
  readonly number: number;
  steps: Step[];
  /** Nothing was told of it among others. */
  alone: boolean;
}

const together = 10;

const worldOf = ({ worlds }: Bench, { proof, alliance }: Step) =>
  alliance === 'before' ? worlds[proof.filled ? 'filled' : 'people'] : undefined;

const attemptAt = (step: Step, name: string, start: Start): Attempt => ({
  name,
  file: step.proof.file,
  ...(step.proof.only === undefined ? {} : { only: step.proof.only }),
  start,
});

const soundStart = (bench: Bench, step: Step): Start => {
  const alliance = worldOf(bench, step);
  return { template: bench.engine.template, ...(alliance ? { alliance } : {}) };
};

/** Makes databases with the hole in them; the answer takes them away. */
async function weaken(bench: Bench, hole: DatabaseHole, number: number, step: Step) {
  const { urls, template: sound } = bench.engine;
  const made: string[] = [];
  const plantIn = async (template: string, name: string) => {
    const { superuserUrl } = await createDatabaseFrom(urls, template, name);
    made.push(name);
    await asSuperuser(superuserUrl, hole.sql);
    return name;
  };
  const remove = async () => {
    for (const name of made) await dropDatabase(urls, name);
  };
  try {
    const world = worldOf(bench, step);
    const template = await plantIn(sound, `template_hole_${number}`);
    if (!world) return { start: { template }, remove };
    const alliance = { ...world, template: await plantIn(world.template, `alliance_hole_${number}`) };
    return { start: { template, alliance }, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function tryInDatabase(bench: Bench, { root }: Copy, trials: readonly Trial[]) {
  const told = new Map<Trial, Tried>();
  const removals: (() => Promise<void>)[] = [];
  const attempts: Attempt[] = [];
  try {
    for (const trial of trials) {
      const [step] = trial.steps;
      if (trial.hole.where !== 'database' || !step) continue;
      try {
        const { start, remove } = await weaken(bench, trial.hole, trial.number, step);
        removals.push(remove);
        attempts.push(attemptAt(step, trial.hole.name, start));
      } catch (error) {
        told.set(trial, { what: 'unplanted', why: `cannot be planted: ${String(error)}` });
      }
    }
    const outcomes = attempts.length === 0 ? null : await tryAll(root, bench.engine.urls, attempts);
    for (const trial of trials) {
      const said = outcomes?.get(trial.hole.name);
      if (said) told.set(trial, said);
    }
    return told;
  } finally {
    for (const remove of removals) await remove();
  }
}

async function tryInSource(bench: Bench, copy: Copy, trial: Trial): Promise<Map<Trial, Tried>> {
  const { hole, steps } = trial;
  const [step] = steps;
  if (hole.where !== 'source' || !step) return new Map();
  trial.alone = true;
  const mend = await copy.plant(hole).catch((error: unknown) => String(error));
  if (typeof mend === 'string') return new Map([[trial, { what: 'unplanted', why: mend }]]);
  try {
    const attempts = [attemptAt(step, hole.name, soundStart(bench, step))];
    const outcomes = await tryAll(copy.root, bench.engine.urls, attempts);
    return new Map([[trial, outcomes.get(hole.name) ?? { what: 'unknown', why: 'nothing was told' }]]);
  } finally {
    await mend();
  }
}

/** The next trials for one process; taken out of the queue. */
function takeFrom(queue: Trial[]): Trial[] {
  const [first] = queue;
  if (!first) return [];
  const taken =
    first.alone || first.hole.where === 'source'
      ? [first]
      : queue.filter(({ alone, hole }) => !alone && hole.where === 'database').slice(0, together);
  for (const trial of taken) queue.splice(queue.indexOf(trial), 1);
  return taken;
}

/**
 * What a proof says of the house without a hole: asked once, when it notices something for the first time. What fails
 * there as well has noticed nothing.
 */
function soundnessOf(bench: Bench) {
  const asked = new Map<string, Promise<Told>>();
  return async (root: string, { proof, alliance }: Step): Promise<Told> => {
    const name = `${proof.file} ${alliance}`;
    const { only: _, ...whole } = proof;
    const step = { proof: whole, alliance };
    const answer =
      asked.get(name) ??
      tryAll(root, bench.engine.urls, [attemptAt(step, name, soundStart(bench, step))]).then(
        (told): Told => told.get(name) ?? { what: 'unknown', why: 'nothing was told' },
      );
    asked.set(name, answer);
    return answer;
  };
}

/** A verdict, when there is one; otherwise the trial goes on, with its next step or on its own. */
async function judge(
  trial: Trial,
  told: Tried,
  withoutHole: (step: Step) => Promise<Told>,
): Promise<Verdict | null> {
  const { name } = trial.hole;
  const [step] = trial.steps;
  if (told.what === 'noticed' && step) {
    const sound = await withoutHole(step);
    if (sound.what === 'nothing') return { name, notice: { proof: step.proof.name, test: told.test } };
    const said = sound.what === 'noticed' ? sound.test : sound.why;
    return { name, notice: null, failure: `${step.proof.file} does not hold without a hole: ${said}` };
  }
  // Where rows stand already, a rule that they break cannot be made.
  if (told.what === 'unplanted' && step?.alliance === 'before') {
    trial.steps = trial.steps.filter(({ alliance }) => alliance === 'after');
    return trial.steps.length === 0 ? { name, notice: null, failure: told.why } : null;
  }
  if (told.what === 'unknown' || told.what === 'unplanted') {
    if (trial.alone || told.what === 'unplanted') return { name, notice: null, failure: told.why };
    trial.alone = true;
    return null;
  }
  trial.steps.shift();
  return trial.steps.length === 0 ? { name, notice: null } : null;
}

/** Plants each hole until a proof notices it or all of them held. Ends what was begun when it is stopped. */
export async function plantAndTry(
  bench: Bench,
  holes: readonly Hole[],
  stopped: AbortSignal,
  onVerdict: (verdict: Verdict) => Promise<void>,
): Promise<void> {
  const all = [...holes.entries()].map(([number, hole]): Trial => {
    const steps = stepsFor(hole).filter(({ proof }) => bench.isWanted(proof.name));
    return { hole, number, steps, alone: false };
  });
  // What nothing is tried on has not held: that is told, or it would be counted as neither.
  const queue = all.filter(({ steps }) => steps.length > 0);
  for (const { hole } of all.filter(({ steps }) => steps.length === 0))
    await onVerdict({ name: hole.name, notice: null, failure: 'none of the proofs asked for is for it' });
  const sound = soundnessOf(bench);
  await Promise.all(
    bench.copies.map(async (copy) => {
      while (queue.length > 0 && !stopped.aborted) {
        const taken = takeFrom(queue);
        const inSource = taken.find(({ hole }) => hole.where === 'source');
        const told = inSource
          ? await tryInSource(bench, copy, inSource)
          : await tryInDatabase(bench, copy, taken);
        for (const [trial, said] of told) {
          const verdict = await judge(trial, said, (step) => sound(copy.root, step));
          if (verdict) await onVerdict(verdict);
          else queue.push(trial);
        }
      }
    }),
  );
}
