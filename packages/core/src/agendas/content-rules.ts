// What a contract cannot say about an agenda's content: keys that are unique and point at something, goals that are a
// tree of at most four levels, and bounds on the whole.
import { invalid } from '../kernel/index.ts';
import type { AgendaContent } from './contract.ts';
import { deepestGoal, type Goal } from './contract-parts.ts';

/** Of all goals together; each of them is read by the help with measurability. */
export const mostResults = 500;
/** Bytes of the content as JSON: some twenty times a long agenda, and what the host lets through. */
export const largestContent = 900_000;

/** How deep a goal lies, 1 for a top goal; null when its parents go round in a circle. */
export function levelOf(goal: Goal, goals: ReadonlyMap<string, Goal>): number | null {
  let level = 1;
  for (let above = goal.parent; above !== null; above = goals.get(above)?.parent ?? null) {
    level += 1;
    if (level > goals.size) return null;
  }
  return level;
}

/** Refuses with `agenda.keys`, `agenda.tree` or `agenda.too_large`, naming the part. */
export function checkContent(content: AgendaContent): void {
  const { goals, actions, addenda } = content;
  const byKey = new Map(goals.map((goal) => [goal.key, goal]));
  const unique = [goals, actions, addenda].every(
    (all) => new Set(all.map(({ key }) => key)).size === all.length,
  );
  const pointed = goals.every(({ parent }) => parent === null || byKey.has(parent));
  if (!unique || !pointed || !actions.every((action) => action.goals.every((key) => byKey.has(key))))
    throw invalid('agenda.keys', [{ field: 'goals', code: 'keys' }]);
  const levels = goals.map((goal) => levelOf(goal, byKey));
  if (levels.includes(null)) throw invalid('agenda.tree', [{ field: 'goals', code: 'circle' }]);
  if (levels.some((level) => level !== null && level > deepestGoal))
    throw invalid('agenda.tree', [{ field: 'goals', code: 'too_deep' }]);
  if (goals.reduce((sum, goal) => sum + goal.intendedResults.length, 0) > mostResults)
    throw invalid('agenda.too_large', [{ field: 'goals', code: 'too_many' }]);
  if (Buffer.byteLength(JSON.stringify(content)) > largestContent) throw invalid('agenda.too_large', []);
}
