// Taking over, following a source and saying why one differs, as domain.md says it ('Relations', 'adapted from').
import { nameOf, pageOf, seesPage, seesVersion, touch, type World } from './model.ts';
import type { Step } from './rules.ts';

type Adopting = Step & { readonly verb: 'adopt' | 'take from source' | 'explain' };

/** What may be read may be taken over, into a draft of one's own that is not complete: what belongs to the place is empty. */
function adopt(world: World, step: Adopting): boolean {
  const source = world.things[step.about];
  if (source?.kind !== 'intervention' || source.owner === step.by || !seesPage(step.by, source)) return false;
  const page = pageOf(source);
  if (page === null) return false;
  world.things[nameOf(step)] = {
    kind: 'intervention',
    owner: step.by,
    state: 'draft',
    written: {
      step: step.step,
      visibility: 'municipality',
      complete: false,
      goal: page.written.goal,
      pointsAt: [],
      names: [],
    },
    remarks: [],
    changes: 1,
    changedAt: step.step,
    versions: [],
    notice: null,
    parts: {},
    questions: [],
    adopted: { source: step.about, version: page.number, explained: null },
    // Files stay with whom they are of; the adopter is shown where they are.
    attached: [],
  };
  return true;
}

/** Plays one step in the world, which it changes; false when it is refused. */
export function changeAdoption(world: World, step: Adopting): boolean {
  if (step.verb === 'adopt') return adopt(world, step);
  const thing = world.things[step.about];
  if (!thing?.adopted || thing.owner !== step.by) return false;
  if (step.verb === 'explain') {
    thing.adopted = { ...thing.adopted, explained: step.step };
    return true;
  }
  const source = world.things[thing.adopted.source];
  const page = source ? pageOf(source) : null;
  const then = source?.versions.find(({ number }) => number === thing.adopted?.version);
  const seen = (version: typeof then) =>
    source !== undefined &&
    version !== undefined &&
    !version.withdrawn &&
    seesVersion(step.by, source, version);
  if (page === null || !seen(page) || !seen(then)) return false;
  thing.adopted = { ...thing.adopted, version: page.number };
  thing.written = { ...thing.written, step: step.step, goal: page.written.goal };
  thing.state = thing.state === 'in_review' ? 'in_review' : 'draft';
  touch(thing, step);
  return true;
}
