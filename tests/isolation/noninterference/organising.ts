// Organisations and schools, as domain.md and the decision on them say it: who added one knows it alone, until a page
// that others read names it; then they know it as long as the platform stands.
import type { Side } from './cast.ts';
import type { Thing, Visibility, World } from './model.ts';
import type { Step } from './rules.ts';

/** One that somebody added; `reach` is the widest page that ever named it. */
export interface Organisation {
  readonly of: Side;
  readonly step: number;
  reach: Visibility;
  corrected: number | null;
}

/** Every one of the three is a member of the alliance. */
export const knows = (side: Side, organisation: Organisation | undefined): boolean =>
  organisation !== undefined && (organisation.of === side || organisation.reach !== 'municipality');

const order: readonly Visibility[] = ['municipality', 'alliance', 'public'];

/** What the text of a page names becomes known to whom the page is for. */
export function makeKnown({ organisations }: World, { owner, written }: Thing): void {
  for (const name of written.names) {
    const named = organisations[name];
    if (!named || !knows(owner, named)) continue;
    if (order.indexOf(named.reach) < order.indexOf(written.visibility)) named.reach = written.visibility;
  }
}

type Organising = Step & { readonly verb: 'add organisation' | 'correct organisation' };

/** Plays one step in the world, which it changes; false when it is refused. */
export function changeOrganisation({ organisations }: World, name: string, step: Organising): boolean {
  if (step.verb === 'add organisation') {
    organisations[name] = { of: step.by, step: step.step, reach: 'municipality', corrected: null };
    return true;
  }
  const known = organisations[step.about];
  // What others know too, only a coordinator corrects.
  if (known?.of !== step.by || known.reach !== 'municipality') return false;
  known.corrected = step.step;
  return true;
}
