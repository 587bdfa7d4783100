// Goals and actions of an agenda as a tree, with each goal's own progress. An action under several goals counts once per goal.
import type { Action, AgendaContent, Goal } from './wire.ts';

export interface Progress {
  total: number;
  done: number;
  underWay: number;
  stopped: number;
  late: number;
}
export interface GoalBranch {
  goal: Goal;
  actions: Action[];
  parts: GoalBranch[];
  /** Of the actions under this goal and its parts together, each counted once. */
  progress: Progress;
}

export function progressOf(actions: Iterable<Action>, late: ReadonlySet<string>): Progress {
  const progress: Progress = { total: 0, done: 0, underWay: 0, stopped: 0, late: 0 };
  for (const action of actions) {
    progress.total += 1;
    if (action.status === 'done') progress.done += 1;
    if (action.status === 'under_way') progress.underWay += 1;
    if (action.status === 'stopped') progress.stopped += 1;
    if (late.has(action.key)) progress.late += 1;
  }
  return progress;
}

export function goalTree(
  content: Pick<AgendaContent, 'goals' | 'actions'>,
  late: ReadonlySet<string>,
): GoalBranch[] {
  const known = new Set(content.goals.map((goal) => goal.key));
  const isTop = (goal: Goal): boolean =>
    goal.parent === null || !known.has(goal.parent) || goal.parent === goal.key;

  function branch(goal: Goal, above: ReadonlySet<string>): GoalBranch & { all: Map<string, Action> } {
    const path = new Set([...above, goal.key]);
    const parts = content.goals
      .filter((other) => other.parent === goal.key && !path.has(other.key))
      .map((other) => branch(other, path));
    const actions = content.actions.filter((action) => action.goals.includes(goal.key));
    const all = new Map(actions.map((action) => [action.key, action]));
    for (const part of parts) for (const [key, action] of part.all) all.set(key, action);
    return { goal, actions, parts, all, progress: progressOf(all.values(), late) };
  }
  return content.goals.filter(isTop).map((goal) => branch(goal, new Set()));
}

/** Actions that stand under no goal of this agenda. */
export function looseActions(content: Pick<AgendaContent, 'goals' | 'actions'>): Action[] {
  const known = new Set(content.goals.map((goal) => goal.key));
  return content.actions.filter((action) => !action.goals.some((key) => known.has(key)));
}
