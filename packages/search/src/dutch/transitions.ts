/**
 * Moving from one kind of education to another, however it is said: 'van groep 8 naar de brugklas', 'overstap vmbo mbo'. Two
 * phases with 'naar' between them, or beside a word for moving on, mean the concept of that move.
 */
import { conceptByNotation, type Concept } from './thesaurus.ts';

type Phase = 'voorschools' | 'po' | 'vo' | 'mbo';

const phases: Readonly<Record<string, Phase>> = {
  vve: 'voorschools',
  voorschool: 'voorschools',
  'jonge-kind': 'voorschools',
  kinderopvang: 'voorschools',
  doelgroeppeuter: 'voorschools',
  'primair-onderwijs': 'po',
  basisschool: 'po',
  vroegschool: 'po',
  'voortgezet-onderwijs': 'vo',
  'middelbare-school': 'vo',
  vmbo: 'vo',
  'havo-vwo': 'vo',
  praktijkonderwijs: 'vo',
  brugklas: 'vo',
  mbo: 'mbo',
  roc: 'mbo',
};

const moves: Readonly<Record<string, string>> = {
  'voorschools po': 'overstap-voorschool-basisschool',
  'po vo': 'overstap-po-vo',
  'vo mbo': 'overstap-vmbo-mbo',
};

const movingOn = new Set(['soepele-overgangen', 'warme-overdracht', 'doorgaande-lijn']);

/** What must be known of a group of a question. */
interface Placed {
  concept: Concept | null;
  typed: readonly string[];
}

const phaseOf = ({ concept, typed }: Placed): Phase | null =>
  phases[concept?.notation ?? ''] ?? (typed[0] === 'groep' ? 'po' : null);

export interface Move {
  concept: Concept;
  /** Of the groups it takes. */
  first: number;
  last: number;
}

/** The move these groups name; `between` gives the words of the question between two groups. */
export function moveIn(
  groups: readonly Placed[],
  between: (left: number, right: number) => readonly string[],
): Move | null {
  const said = groups.findIndex(({ concept }) => movingOn.has(concept?.notation ?? ''));
  for (let left = 0; left < groups.length; left += 1)
    for (let right = left + 1; right < groups.length; right += 1) {
      const [from, to] = [groups[left], groups[right]];
      if (!from || !to) continue;
      const move = moves[`${phaseOf(from)} ${phaseOf(to)}`] ?? moves[`${phaseOf(to)} ${phaseOf(from)}`];
      const concept = move === undefined ? null : conceptByNotation(move);
      if (!concept || (said < 0 && !between(left, right).includes('naar'))) continue;
      return {
        concept,
        first: Math.min(left, said < 0 ? left : said),
        last: Math.max(right, said),
      };
    }
  return null;
}
