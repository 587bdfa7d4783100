// An agenda and its addenda as they are printed. Pure; everything given to it was read by who asks.
import {
  plainMarkdown,
  type AgendaPaper,
  type PaperAction,
  type PaperActionCounts,
  type PaperAddendumContent,
  type PaperGoal,
  type PaperInterventionFields,
  type PaperProgress,
} from '@kansenplein/documents';
import { type AgendaContent, progressOf, resultsOf, shareOf, type StatusHistory } from '../agendas/index.ts';
import { dayOf } from './days.ts';

/** An agenda without whom it names: those are records, of which the reader sees some. */
export type PrintedAgenda = Omit<AgendaContent, 'organisations'>;
type Goal = AgendaContent['goals'][number];
type Action = AgendaContent['actions'][number];
type Addendum = AgendaContent['addenda'][number];

export type AgendaBody = Omit<AgendaPaper, 'municipality' | 'status' | 'version' | 'provenance'>;

export interface PrintableAgenda {
  readonly content: PrintedAgenda;
  readonly statusHistory: readonly StatusHistory[];
  /** In the order in which actions name them; only what the reader may see. */
  readonly interventions: readonly { readonly id: string; readonly fields: PaperInterventionFields }[];
}

const yearWords = (year: number | null) => year?.toString() ?? null;
export const periodOf = ({
  periodFrom,
  periodTo,
}: {
  periodFrom: number | null;
  periodTo: number | null;
}) => ({
  from: yearWords(periodFrom),
  to: yearWords(periodTo),
});

const textSections = (text: string) => (text.trim() === '' ? [] : [{ heading: null, text }]);

const signatoryOf = ({ role, organisation, date }: AgendaContent['signatories'][number]) => ({
  role,
  organisation,
  portfolio: '',
  place: '',
  date,
});

/** '2. Warme overdracht': the number it has in the same paper tells two of one title apart. */
export const numberedTitle = (number: number, title: string) => `${number}. ${title}`;

function actionOf(
  action: Action,
  titles: ReadonlyMap<string, string>,
  past: StatusHistory | undefined,
): PaperAction {
  const changes = past?.changes ?? [];
  const history = changes.map(({ status, version, at }) => ({ status, version, date: dayOf(at) }));
  return {
    text: plainMarkdown(action.text),
    status: action.status,
    from: action.from,
    until: action.until,
    who: action.who,
    interventions: action.interventions.flatMap((id) => titles.get(id) ?? []),
    // One that stood so from the beginning has no history.
    ...(history.length > 1 ? { history } : {}),
  };
}

function countsOf(actions: readonly Action[], thisYear: number): PaperActionCounts {
  const { total, done, underWay, stopped, late } = progressOf(actions, thisYear);
  return { done, underWay, planned: total - done - underWay - stopped, stopped, late };
}

/** Keys of a goal and of everything below it. */
function below(goal: Goal, goals: readonly Goal[]): string[] {
  return [
    goal.key,
    ...goals.filter(({ parent }) => parent === goal.key).flatMap((part) => below(part, goals)),
  ];
}

function progressIn(content: PrintedAgenda, thisYear: number): PaperProgress {
  const { goals, actions } = content;
  const rows = (parent: string | null): PaperProgress['goals'] =>
    goals
      .filter((goal) => goal.parent === parent)
      .flatMap((goal) => {
        const keys = new Set(below(goal, goals));
        const counted = actions.filter((action) => action.goals.some((key) => keys.has(key)));
        const name = [goal.number, goal.title].filter(Boolean).join(' ') || 'Zonder titel';
        return [{ name, counts: countsOf(counted, thisYear) }, ...rows(goal.key)];
      });
  return { goals: rows(null), all: countsOf(actions, thisYear), measured: shareOf(resultsOf(content)) };
}

export function agendaBody(
  { content, statusHistory, interventions }: PrintableAgenda,
  thisYear: number,
): AgendaBody {
  const { goals, actions, principles } = content;
  const titles = new Map(
    interventions.map(({ id, fields }) => [id, numberedTitle(fields.number ?? 0, fields.title)]),
  );
  const past = new Map(statusHistory.map((one) => [one.action, one]));
  const printed = (some: readonly Action[]) => some.map((one) => actionOf(one, titles, past.get(one.key)));
  const tree = (parent: string | null): PaperGoal[] =>
    goals
      .filter((goal) => goal.parent === parent)
      .map((goal) => ({
        number: goal.number === '' ? null : goal.number,
        title: goal.title,
        text: goal.text,
        results: goal.intendedResults.map(({ text, target }) => ({ text: plainMarkdown(text), target })),
        actions: printed(actions.filter((action) => action.goals.includes(goal.key))),
        goals: tree(goal.key),
      }));
  return {
    title: content.title,
    kind: content.kind,
    period: periodOf(content),
    ...(content.visibility === 'public' ? {} : { readableBy: content.visibility }),
    mission: content.mission,
    background: textSections(content.background),
    pillars: [],
    principles: principles.map(({ title, text }) => ({ title, text })),
    goals: tree(null),
    otherActions: printed(actions.filter((action) => action.goals.length === 0)),
    ...(actions.length > 0 ? { progress: progressIn(content, thisYear) } : {}),
    interventions: interventions.map(({ fields }) => fields),
    bodies: content.bodies.map(({ name, text }) => ({ name, text })),
    keyFigures: [...content.keyFigures],
    commitments: content.commitments.map((text, index) => ({ number: index + 1, text: plainMarkdown(text) })),
    otherAgreements: [],
    addenda: content.addenda.map(addendumContent),
    signatories: content.signatories.map(signatoryOf),
  };
}

export const addendumContent = (addendum: Addendum): PaperAddendumContent => ({
  title: addendum.title,
  period: periodOf(addendum),
  status: null,
  signedOn: addendum.signedOn,
  text: textSections(addendum.text),
  signatories: addendum.signatories.map(signatoryOf),
});
