// Goals and actions of a paper that this platform wrote, and which interventions carry them out.
import type { ActionDraft, AgendaDraft, GoalDraft } from '@kansenplein/documents';
import { type AgendaContent, deepestGoal } from '../agendas/index.ts';
import { numberedTitle } from '../papers/index.ts';
import { cut, joined, line, plain } from './form-texts.ts';
import { keyOf } from './keys.ts';

type Goal = AgendaContent['goals'][number];
type Action = AgendaContent['actions'][number];

function goalOf(draft: GoalDraft, key: string, parent: string | null): Goal {
  return {
    key,
    number: draft.number ?? '',
    parent,
    title: line(draft.title.text, 300),
    text: cut(joined(draft.description), 6000),
    intendedResults: draft.intendedResults.map(({ text, target }) => ({
      text: plain(text, 1000),
      target: target ? { ...target, unit: line(target.unit, 60) } : null,
    })),
  };
}

const actionOf = ({ text, progress }: ActionDraft, key: string): Action => ({
  key,
  text: plain(text, 1000),
  goals: [],
  status: progress?.status ?? 'planned',
  from: progress?.from ?? null,
  until: progress?.until ?? null,
  who: line(progress?.who ?? '', 200),
  interventions: [],
});

interface Read {
  readonly goals: Goal[];
  readonly actions: Action[];
  /** How paper names the interventions of an action, by its key. */
  readonly named: Map<string, readonly string[]>;
}

/** The tree below `parent`. An action that stands under several goals in the same words is one action of all of them. */
function readGoals(
  drafts: readonly GoalDraft[],
  into: Read,
  path = '',
  parent: string | null = null,
  level = 1,
) {
  drafts.forEach((draft, index) => {
    const here = `${path}/${index}`;
    const key = keyOf('goal', here);
    into.goals.push(goalOf(draft, key, parent));
    draft.actions.forEach((each, at) => addAction(each, keyOf('action', here, at), key, into));
    readGoals(draft.goals, into, here, level < deepestGoal ? key : parent, level + 1);
  });
}

const saysOf = ({ key: _key, goals: _goals, ...action }: Action, named: readonly string[]) =>
  JSON.stringify([action, named]);

function addAction(draft: ActionDraft, key: string, goal: string | null, { actions, named }: Read) {
  const action = actionOf(draft, key);
  const names = draft.progress?.interventions ?? [];
  const same = actions.find(
    (other) =>
      goal !== null &&
      !other.goals.includes(goal) &&
      saysOf(other, named.get(other.key) ?? []) === saysOf(action, names),
  );
  if (same && goal !== null) same.goals.push(goal);
  else {
    actions.push({ ...action, goals: goal === null ? [] : [goal] });
    if (names.length > 0) named.set(key, names);
  }
}

export const readActions = (draft: AgendaDraft): Read => {
  const read: Read = { goals: [], actions: [], named: new Map() };
  readGoals(draft.goals, read);
  (draft.otherActions ?? []).forEach((each, at) => addAction(each, keyOf('action', 'other', at), null, read));
  return read;
};

/** Positions of the interventions of this document that its actions name, by the key of the action. */
export function actionLinks(draft: AgendaDraft): Map<string, number[]> {
  const positionOf = (name: string) => {
    const titled = draft.interventions.map(({ position, number, fields }) => ({
      position,
      title: line(fields.title?.text ?? '', 200),
      number,
    }));
    const named =
      titled.find((one) => one.number !== null && numberedTitle(one.number, one.title) === name) ??
      titled.find(({ title }) => title === name);
    return named ? [named.position] : [];
  };
  const { named } = readActions(draft);
  return new Map([...named].map(([key, names]) => [key, [...new Set(names.flatMap(positionOf))]]));
}
