// The agenda editor's form. It changes texts and the state of actions; what it does not show stays as it is stored.
import { randomBytes } from 'node:crypto';
import { actionLabels, visibilityLabels } from '../messages/labels.ts';
import type { Action, AgendaContent, Goal } from '../wire.ts';
import { numberOrNull, readMany, readText } from './intervention-form.ts';

/** A key for a new goal or action: eight characters of the alphabet the contract allows. */
export const newKey = (): string => [...randomBytes(8)].map((byte) => (byte % 36).toString(36)).join('');

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(Boolean);

/** Results keep their target as long as their text stays the same. */
function resultsFrom(goal: Goal, text: string): Goal['intendedResults'] {
  const known = new Map(goal.intendedResults.map((result) => [result.text.trim(), result.target]));
  return lines(text).map((line) => ({ text: line, target: known.get(line) ?? null }));
}

function goalFrom(form: FormData, goal: Goal): Goal {
  const at = `goal-${goal.key}`;
  if (!form.has(`${at}-title`)) return goal;
  return {
    ...goal,
    title: readText(form, `${at}-title`).trim(),
    text: readText(form, `${at}-text`),
    intendedResults: resultsFrom(goal, readText(form, `${at}-results`)),
  };
}

function actionFrom(form: FormData, action: Action): Action {
  const at = `action-${action.key}`;
  if (!form.has(`${at}-text`)) return action;
  const status = readText(form, `${at}-status`);
  return {
    ...action,
    text: readText(form, `${at}-text`).trim(),
    status: Object.hasOwn(actionLabels, status) ? (status as Action['status']) : action.status,
    from: numberOrNull(readText(form, `${at}-from`)),
    until: numberOrNull(readText(form, `${at}-until`)),
    who: readText(form, `${at}-who`).trim(),
    goals: form.has(`${at}-goals-shown`) ? readMany(form, `${at}-goals`) : action.goals,
    interventions: form.has(`${at}-interventions-shown`)
      ? readMany(form, `${at}-interventions`)
      : action.interventions,
  };
}

/** What the form says, laid over what was stored. An action marked as gone is left out. */
export function agendaFrom(form: FormData, stored: AgendaContent): AgendaContent {
  const gone = new Set(readMany(form, 'gone'));
  const visibility = readText(form, 'visibility');
  return {
    ...stored,
    title: readText(form, 'title').trim(),
    periodFrom: numberOrNull(readText(form, 'periodFrom')),
    periodTo: numberOrNull(readText(form, 'periodTo')),
    mission: readText(form, 'mission'),
    background: readText(form, 'background'),
    visibility: Object.hasOwn(visibilityLabels, visibility)
      ? (visibility as AgendaContent['visibility'])
      : stored.visibility,
    goals: stored.goals.map((goal) => goalFrom(form, goal)),
    actions: stored.actions
      .filter((action) => !gone.has(action.key))
      .map((action) => actionFrom(form, action)),
  };
}

export function withNewGoal(content: AgendaContent): AgendaContent {
  const tops = content.goals.filter((goal) => goal.parent === null).length;
  const goal: Goal = {
    key: newKey(),
    number: String(tops + 1),
    parent: null,
    title: '',
    text: '',
    intendedResults: [],
  };
  return { ...content, goals: [...content.goals, goal] };
}

export function withNewAction(content: AgendaContent, goal: string): AgendaContent {
  const action: Action = {
    key: newKey(),
    text: '',
    goals: content.goals.some((one) => one.key === goal) ? [goal] : [],
    status: 'planned',
    from: content.periodFrom,
    until: content.periodTo,
    who: '',
    interventions: [],
  };
  return { ...content, actions: [...content.actions, action] };
}
