// What happens to a document that is brought in, as domain.md ('Import') says it: only its own municipality has it.
import type { Side } from './cast.ts';
import type { Import, World } from './model.ts';
import type { Step } from './rules.ts';

/** C brings in a shopping list: it is kept, and is no agenda. */
export const bringIn = (of: Side, step: number): Import => ({
  of,
  step,
  isAgenda: of !== 'C',
  drafted: null,
  follows: null,
  changed: [],
});

/** Drafts made of it, or of the earlier document that it is a newer version of. */
const hasDrafts = ({ drafted, follows }: Import) => drafted !== null || follows !== null;

type OnImport = Extract<Step, { verb: 'make drafts' | 'decide' | 'take over' | 'follow' }>;

/** Changes the import in the world; false when that is refused. */
export function changeImport({ imports }: World, step: OnImport): boolean {
  const own = (name: string) => (imports[name]?.of === step.by ? imports[name] : undefined);
  const document = own(step.about);
  if (!document?.isAgenda) return false;
  switch (step.verb) {
    case 'make drafts':
      if (hasDrafts(document)) return false;
      document.drafted = step.step;
      return true;
    case 'decide':
      document.changed.push(step.step);
      return true;
    case 'take over':
      if (!hasDrafts(document)) return false;
      document.changed.push(step.step);
      return true;
    case 'follow': {
      const earlier = own(step.earlier);
      if (hasDrafts(document) || !earlier || earlier === document || !hasDrafts(earlier)) return false;
      document.follows = step.earlier;
      return true;
    }
  }
}
