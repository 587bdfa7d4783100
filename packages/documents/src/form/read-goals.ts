/** The goals of the form as a tree, with their results and actions. */
import { mark, sourced } from '../read/sourced.ts';
import {
  fieldOf,
  itemGroups,
  itemText,
  paragraphsOf,
  partsAt,
  plainOf,
  recordsOf,
  rowsOf,
  sure,
  wordsOfNode,
} from './fields.ts';
import {
  actionColumns,
  historyOf,
  numberOf,
  partNames,
  periodOf,
  resultColumns,
  statusNames,
} from './wording.ts';
import type { ActionDraft, GoalDraft, ResultDraft, SourcedText } from '../draft.ts';
import type { FormNode, HeadingNode } from './form-node.ts';
import type { FormContext } from './read-form.ts';

const goalHeading = /^Doelstelling(?: (\d{1,3}(?:\.\d{1,3})*))?: ?/;

interface OpenGoal {
  goal: GoalDraft;
  level: number;
}

/** The nodes of the chapter; a goal hangs under the goal whose heading is one level higher. */
export function readFormGoals(context: FormContext, nodes: readonly FormNode[]): void {
  const { text, draft } = context;
  const open: OpenGoal[] = [];
  for (const { heading, inside } of partsAt(nodes, 6)) {
    const current = open.at(-1);
    const name = heading ? wordsOfNode(heading) : '';
    if (heading && goalHeading.test(name)) {
      hang(draft.goals, open, goalOf(text, heading), heading.level);
      open.at(-1)?.goal.description.push(...paragraphsOf(text, inside, true));
    } else if (heading && current && name === partNames.results) {
      draft.structure.push(mark(text, 'heading', heading.start, heading.end));
      current.goal.intendedResults.push(...readResults(context, inside));
    } else if (heading && current && name === partNames.actions) {
      draft.structure.push(mark(text, 'heading', heading.start, heading.end));
      current.goal.actions.push(...readActions(context, inside));
    } else if (current)
      current.goal.description.push(...paragraphsOf(text, heading ? [heading, ...inside] : inside, true));
  }
}

function goalOf(text: string, heading: HeadingNode): GoalDraft {
  const words = wordsOfNode(heading);
  const match = goalHeading.exec(words);
  const title = words.slice(match?.[0].length ?? 0);
  return {
    number: match?.[1] ?? null,
    title: sourced(text, heading.start, heading.end, sure, title),
    description: [],
    intendedResults: [],
    actions: [],
    goals: [],
  };
}

/** Headings go six levels deep; below that the number tells where a goal belongs. */
function hang(goals: GoalDraft[], open: OpenGoal[], goal: GoalDraft, level: number): void {
  const { number } = goal;
  const isBelow = (one: OpenGoal): boolean =>
    one.level < level ||
    (level === 6 && number !== null && one.goal.number !== null && number.startsWith(`${one.goal.number}.`));
  while (open.length > 0 && !isBelow(open.at(-1) as OpenGoal)) open.pop();
  (open.at(-1)?.goal.goals ?? goals).push(goal);
  open.push({ goal, level });
}

const [resultColumn, valueColumn, unitColumn, yearColumn] = resultColumns;

function readResults(context: FormContext, nodes: readonly FormNode[]): ResultDraft[] {
  const { text } = context;
  const rows = rowsOf(nodes);
  if (rows.length === 0) return itemGroups(nodes).flatMap((group) => itemText(text, group) ?? []);
  markHead(context, rows);
  return recordsOf(rows).flatMap((record): ResultDraft[] => {
    const result = told(context, record, resultColumn);
    if (!result) return [];
    const value = numberOf(plainOf(record.get(valueColumn)));
    const unit = plainOf(record.get(unitColumn));
    const year = numberOf(plainOf(record.get(yearColumn)));
    const isOpen = value === null && unit === '' && year === null;
    return [{ ...result, target: isOpen ? null : { value, unit, year } }];
  });
}

const [actionColumn, whoColumn, whenColumn, statusColumn, linkedColumn] = actionColumns;

export function readActions(context: FormContext, nodes: readonly FormNode[]): ActionDraft[] {
  const { text } = context;
  const rows = rowsOf(nodes);
  if (rows.length === 0) return itemGroups(nodes).flatMap((group) => itemText(text, group) ?? []);
  markHead(context, rows);
  return recordsOf(rows).flatMap((record): ActionDraft[] => {
    const action = told(context, record, actionColumn);
    if (!action) return [];
    const period = periodOf(plainOf(record.get(whenColumn)));
    const [words, ...changes] = plainOf(record.get(statusColumn)).split('\n');
    const history = historyOf(changes);
    const [status] = Object.entries(statusNames).find(([, name]) => name === words) ?? [];
    const linked = plainOf(record.get(linkedColumn));
    return [
      {
        ...action,
        progress: {
          status: (status ?? null) as keyof typeof statusNames | null,
          from: period?.from ? Number(period.from.slice(0, 4)) : null,
          until: period?.to ? Number(period.to.slice(0, 4)) : null,
          who: plainOf(record.get(whoColumn)),
          interventions: linked === '' ? [] : linked.split('\n'),
          ...(history.length > 0 ? { history } : {}),
        },
      },
    ];
  });
}

/** The text of a row; what stands beside it is accounted for. */
function told(
  { text, draft }: FormContext,
  record: Map<string, FormNode[]>,
  column: string,
): SourcedText | null {
  for (const [name, nodes] of record) {
    const [first] = nodes;
    const last = nodes.at(-1);
    if (name !== column && first && last) draft.structure.push(mark(text, 'label', first.start, last.end));
  }
  return fieldOf(text, record.get(column) ?? []);
}

function markHead({ text, draft }: FormContext, rows: ReturnType<typeof rowsOf>): void {
  for (const row of rows) if (row.isHead) draft.structure.push(mark(text, 'label', row.start, row.end));
}
