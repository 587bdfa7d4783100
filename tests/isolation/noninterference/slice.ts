// What may be left out: A's and C's actions without which B would, by the specification, see exactly the same.
import { sightOf } from './model.ts';
import { openingWorld, play, type Step } from './rules.ts';

/** What the specification says of each step: its outcome, and what B sees after it. */
function courseOf(steps: readonly Step[]): { outcomes: Map<number, string>; sights: Map<number, string> } {
  const world = openingWorld();
  const outcomes = new Map<number, string>();
  const sights = new Map<number, string>();
  for (const step of steps) {
    outcomes.set(step.step, play(world, step));
    sights.set(step.step, sightOf('B', world));
  }
  return { outcomes, sights };
}

/** Whether `kept` goes as it went in the whole sequence, and shows B the same at every moment. */
function goesAlike(whole: ReturnType<typeof courseOf>, all: readonly Step[], kept: readonly Step[]): boolean {
  const part = courseOf(kept);
  let sight = sightOf('B', openingWorld());
  for (const { step } of all) {
    const outcome = part.outcomes.get(step);
    if (outcome !== undefined) {
      if (outcome !== whole.outcomes.get(step)) return false;
      sight = part.sights.get(step) ?? sight;
    }
    if (sight !== whole.sights.get(step)) return false;
  }
  return true;
}

/**
 * The same sequence without everything that B may not notice. From the end to the beginning, because what comes later
 * stands on what came before; B's own actions always stay.
 */
export function withoutTheHidden(all: readonly Step[]): readonly Step[] {
  const whole = courseOf(all);
  let kept = [...all];
  for (const step of all.toReversed()) {
    if (step.by === 'B') continue;
    const without = kept.filter((each) => each !== step);
    if (goesAlike(whole, all, without)) kept = without;
  }
  return kept;
}

/** Whether B may not notice the difference between these two. */
export const showTheSame = (all: readonly Step[], kept: readonly Step[]) =>
  goesAlike(courseOf(all), all, kept);

export const outcomesOf = (steps: readonly Step[]) => courseOf(steps).outcomes;
