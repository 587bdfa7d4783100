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

/** Rows `<name>-0-…`, `<name>-1-…` as the form has them; a row that was emptied is no more. */
function rowsFrom<Field extends string>(form: FormData, name: string, fields: readonly [Field, ...Field[]]) {
  const rows: Record<Field, string>[] = [];
  for (let index = 0; form.has(`${name}-${index}-${fields[0]}`); index += 1) {
    const row = Object.fromEntries(
      fields.map((field) => [field, readText(form, `${name}-${index}-${field}`)]),
    );
    rows.push(row as Record<Field, string>);
  }
  return rows.filter((row) => fields.some((field) => row[field].trim() !== ''));
}

const isoDate = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** The parts that are folded away; as stored when the form does not show them. */
function moreFrom(form: FormData, stored: AgendaContent) {
  const { principles, bodies, keyFigures, commitments, signatories } = stored;
  if (!form.has('more-shown')) return { principles, bodies, keyFigures, commitments, signatories };
  return {
    principles: rowsFrom(form, 'principle', ['title', 'text']).map(({ title, text }) => ({
      title: title.trim(),
      text,
    })),
    bodies: rowsFrom(form, 'body', ['title', 'text']).map(({ title, text }) => ({
      name: title.trim(),
      text,
    })),
    keyFigures: lines(readText(form, 'keyFigures')),
    commitments: lines(readText(form, 'commitments')),
    signatories: rowsFrom(form, 'signatory', ['role', 'organisation', 'date']).map((row) => ({
      role: row.role.trim(),
      organisation: row.organisation.trim(),
      date: isoDate(row.date),
    })),
  };
}

/** What the form says, laid over what was stored. An action marked as gone is left out. */
export function agendaFrom(form: FormData, stored: AgendaContent): AgendaContent {
  const gone = new Set(readMany(form, 'gone'));
  const visibility = readText(form, 'visibility');
  return {
    ...stored,
    ...moreFrom(form, stored),
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
