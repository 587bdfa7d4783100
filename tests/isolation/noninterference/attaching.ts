// What goes along with a page, as security.md ('Files') and the decision on the file store say it: its writers change it,
// a version keeps what it was published with, and a file is had by whoever sees something that it goes along with.
import type { Thing, World } from './model.ts';
import type { Step } from './rules.ts';

type Attaching = Step & { readonly verb: 'attach' | 'detach' };

/** Plays one step in the world, which it changes; false when it is refused. What is attached is known by its step. */
export function changeAttached({ things }: World, step: Attaching): boolean {
  const thing = things[step.about];
  if (thing?.owner !== step.by) return false;
  if (step.verb === 'attach') thing.attached = [...thing.attached, step.step];
  else if (thing.attached.length === 0) return false;
  else thing.attached = thing.attached.slice(0, -1);
  // The page does not have it yet. The text is what it was, so no revision is raised.
  thing.state = thing.state === 'in_review' ? 'in_review' : 'draft';
  thing.changedAt = step.step;
  return true;
}

/** The files of every version, also of those that were withdrawn: who is inside may still have them. */
export const filesOf = ({ attached, versions }: Thing) => [
  attached,
  ...versions.map((version) => version.attached),
];
