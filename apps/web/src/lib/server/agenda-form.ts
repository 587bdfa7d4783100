// The agenda editor's form. Only the part that is open is sent; what the form does not show stays as it is stored.
import { actionLabels, agendaKindLabels, visibilityLabels } from '../messages/labels.ts';
import type { Action, AgendaContent, FieldProblem, Goal } from '../wire.ts';
import { numberOrNull, readMany, readText } from './intervention-form.ts';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(Boolean);

const isoDate = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** A number as people here write it, '1.250' or '7,5'; null when empty, undefined when it is no number. */
export function dutchNumber(text: string): number | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(bare)) return undefined;
  return Number(bare.replaceAll('.', '').replace(',', '.'));
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

function resultsFrom(form: FormData, at: string): Goal['intendedResults'] {
  return rowsFrom(form, at, ['text', 'value', 'unit', 'year']).map(({ text, ...told }) => {
    const target = {
      value: dutchNumber(told.value) ?? null,
      unit: told.unit.trim(),
      year: numberOrNull(told.year),
    };
    const isOpen = target.value === null && target.unit === '' && target.year === null;
    return { text: text.replace(/\n+/g, ' ').trim(), target: isOpen ? null : target };
  });
}

function goalFrom(form: FormData, goal: Goal): Goal {
  const at = `goal-${goal.key}`;
  if (!form.has(`${at}-title`)) return goal;
  return {
    ...goal,
    title: readText(form, `${at}-title`).trim(),
    text: readText(form, `${at}-text`),
    intendedResults: form.has(`${at}-results-shown`)
      ? resultsFrom(form, `${at}-result`)
      : goal.intendedResults,
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

const signatoriesFrom = (form: FormData, name: string): AgendaContent['signatories'] =>
  rowsFrom(form, name, ['role', 'organisation', 'date']).map((row) => ({
    role: row.role.trim(),
    organisation: row.organisation.trim(),
    date: isoDate(row.date),
  }));

function addendumFrom(form: FormData, addendum: AgendaContent['addenda'][number]) {
  const at = `addendum-${addendum.key}`;
  if (!form.has(`${at}-title`)) return addendum;
  return {
    ...addendum,
    title: readText(form, `${at}-title`).trim(),
    text: readText(form, `${at}-text`),
    periodFrom: numberOrNull(readText(form, `${at}-from`)),
    periodTo: numberOrNull(readText(form, `${at}-until`)),
    signedOn: isoDate(readText(form, `${at}-signed`)),
    signatories: signatoriesFrom(form, `${at}-signatory`),
  };
}

const titledRows = (form: FormData, name: string) =>
  rowsFrom(form, name, ['title', 'text']).map(({ title, text }) => ({ title: title.trim(), text }));

/** The lists that are edited as a whole; as stored when the form does not show them. */
function listsFrom(form: FormData, stored: AgendaContent) {
  const shown = (name: string) => form.has(`${name}-shown`);
  return {
    principles: shown('principle') ? titledRows(form, 'principle') : stored.principles,
    bodies: shown('body')
      ? titledRows(form, 'body').map(({ title, text }) => ({ name: title, text }))
      : stored.bodies,
    keyFigures: form.has('keyFigures') ? lines(readText(form, 'keyFigures')) : stored.keyFigures,
    commitments: form.has('commitments') ? lines(readText(form, 'commitments')) : stored.commitments,
    signatories: shown('signatory') ? signatoriesFrom(form, 'signatory') : stored.signatories,
  };
}

/** What the form says, laid over what was stored. */
export function agendaFrom(form: FormData, stored: AgendaContent): AgendaContent {
  const text = (name: 'title' | 'mission' | 'background') =>
    form.has(name) ? readText(form, name) : stored[name];
  const year = (name: 'periodFrom' | 'periodTo') =>
    form.has(name) ? numberOrNull(readText(form, name)) : stored[name];
  const visibility = readText(form, 'visibility');
  const kind = readText(form, 'kind');
  return {
    ...stored,
    ...listsFrom(form, stored),
    kind: Object.hasOwn(agendaKindLabels, kind) ? (kind as AgendaContent['kind']) : stored.kind,
    title: text('title').trim(),
    periodFrom: year('periodFrom'),
    periodTo: year('periodTo'),
    mission: text('mission'),
    background: text('background'),
    visibility: Object.hasOwn(visibilityLabels, visibility)
      ? (visibility as AgendaContent['visibility'])
      : stored.visibility,
    goals: stored.goals.map((goal) => goalFrom(form, goal)),
    actions: stored.actions.map((action) => actionFrom(form, action)),
    addenda: stored.addenda.map((addendum) => addendumFrom(form, addendum)),
  };
}

/** What was typed where a number belongs and is none: nothing is saved until it is, so that it is not lost either. */
export const unreadable = (form: FormData): FieldProblem[] =>
  [...form]
    .filter(([name, value]) => /^goal-.+-result-\d+-value$/.test(name) && typeof value === 'string')
    .filter(([, value]) => dutchNumber(String(value)) === undefined)
    .map(([field]) => ({ field, code: 'number' }));
