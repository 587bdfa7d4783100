// The goals of an agenda in the order in which they are read, and what happens when one is moved: the tree stays a tree
// of at most four levels, and the numbers follow. Pure; every move gives new content.
import type { AgendaContent, Goal } from '../wire.ts';

export const deepest = 4;

export const moves = ['up', 'down', 'in', 'out'] as const;
export type Move = (typeof moves)[number];

type Parts = Map<string | null, Goal[]>;

/** By parent. A goal whose parent is unknown, or whose parents go round in a circle, stands at the top. */
function partsOf(goals: readonly Goal[]): Parts {
  const byKey = new Map(goals.map((goal) => [goal.key, goal]));
  const endsAtTop = (goal: Goal): boolean => {
    const seen = new Set<string>();
    for (let at: Goal | undefined = goal; at; at = at.parent === null ? undefined : byKey.get(at.parent)) {
      if (seen.has(at.key)) return false;
      seen.add(at.key);
    }
    return true;
  };
  const parentOf = (goal: Goal) =>
    goal.parent !== null && byKey.has(goal.parent) && endsAtTop(goal) ? goal.parent : null;
  return Map.groupBy(
    goals.map((goal) => ({ ...goal, parent: parentOf(goal) })),
    (goal) => goal.parent,
  );
}

const reading = (parts: Parts, above: string | null = null): Goal[] =>
  (parts.get(above) ?? []).flatMap((goal) => [goal, ...reading(parts, goal.key)]);

/** An agenda that numbers its goals keeps numbering them; one that does not stays without. */
function numbered(parts: Parts): Goal[] {
  const goals = reading(parts);
  if (goals.length > 1 && goals.every(({ number }) => number === '')) return goals;
  const numbers = new Map<string, string>();
  const number = (above: string | null, before: string): void => {
    for (const [at, { key }] of (parts.get(above) ?? []).entries()) {
      numbers.set(key, `${before}${at + 1}`);
      number(key, `${before}${at + 1}.`);
    }
  };
  number(null, '');
  return goals.map((goal) => ({ ...goal, number: numbers.get(goal.key) ?? '' }));
}

/** In the order of reading, parts under their goal. */
export const inOrder = (goals: readonly Goal[]): Goal[] => reading(partsOf(goals));

/** Level of each goal, 1 for a top goal. */
export function levels(goals: readonly Goal[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const goal of inOrder(goals)) {
    found.set(goal.key, goal.parent === null ? 1 : (found.get(goal.parent) ?? 0) + 1);
  }
  return found;
}

/** How many levels hang below this goal, itself included. */
const height = (parts: Parts, key: string): number =>
  1 + Math.max(0, ...(parts.get(key) ?? []).map((part) => height(parts, part.key)));

interface Place {
  goal: Goal;
  beside: Goal[];
  at: number;
}
function placeOf(parts: Parts, key: string): Place | null {
  for (const beside of parts.values()) {
    const at = beside.findIndex((goal) => goal.key === key);
    const goal = beside[at];
    if (goal) return { goal, beside, at };
  }
  return null;
}

/** What can be done with a goal where it stands now. */
export function movesOf(goals: readonly Goal[], key: string): Record<Move, boolean> {
  const parts = partsOf(goals);
  const place = placeOf(parts, key);
  if (!place) return { up: false, down: false, in: false, out: false };
  const { goal, beside, at } = place;
  const level = levels(goals).get(key) ?? 1;
  return {
    up: at > 0,
    down: at < beside.length - 1,
    in: at > 0 && level + height(parts, key) <= deepest,
    out: goal.parent !== null,
  };
}

/** The goals after a move; the same goals in the same order when it cannot be done. */
export function moved(goals: readonly Goal[], key: string, move: Move): Goal[] {
  const parts = partsOf(goals);
  const place = placeOf(parts, key);
  if (!place || !movesOf(goals, key)[move]) return inOrder(goals);
  const { goal, beside, at } = place;
  beside.splice(at, 1);
  if (move === 'up' || move === 'down') beside.splice(move === 'up' ? at - 1 : at + 1, 0, goal);
  else if (move === 'in') {
    const above = beside[at - 1]?.key ?? null;
    parts.set(above, [...(parts.get(above) ?? []), { ...goal, parent: above }]);
  } else {
    const above = placeOf(parts, goal.parent ?? '');
    above?.beside.splice(above.at + 1, 0, { ...goal, parent: above.goal.parent });
  }
  return numbered(parts);
}

/** A new goal as the last part of `parent`, or as the last one of all. */
export function withGoal(goals: readonly Goal[], key: string, parent: string | null): Goal[] {
  const above = parent !== null && (levels(goals).get(parent) ?? deepest) < deepest ? parent : null;
  const goal: Goal = { key, number: '', parent: above, title: '', text: '', intendedResults: [] };
  const parts = partsOf(goals);
  parts.set(above, [...(parts.get(above) ?? []), goal]);
  return numbered(parts);
}

/** Without a goal: its parts come in its place, its actions stay and stand under it no more. */
export function withoutGoal(content: AgendaContent, key: string): AgendaContent {
  const parts = partsOf(content.goals);
  const place = placeOf(parts, key);
  if (!place) return content;
  const below = (parts.get(key) ?? []).map((part) => ({ ...part, parent: place.goal.parent }));
  place.beside.splice(place.at, 1, ...below);
  parts.delete(key);
  return {
    ...content,
    goals: numbered(parts),
    actions: content.actions.map((action) => ({
      ...action,
      goals: action.goals.filter((goal) => goal !== key),
    })),
  };
}
