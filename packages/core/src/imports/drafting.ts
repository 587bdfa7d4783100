// From what the reader found to what the editor works on: nothing is added, each field comes from one place.
import type {
  AgendaDraft,
  GoalDraft,
  InterventionDraft,
  ParticipationDraft,
  SectionDraft,
  SourcedText,
} from '@kansenplein/documents';
import { type AgendaContent, deepestGoal, emptyAgenda, targetIn } from '../agendas/index.ts';
import { emptyContent, type InterventionContent } from '../interventions/index.ts';
import { formAgendaOf, formInterventionOf, partDetails, statedPart } from './drafting-form.ts';
import { keyOf } from './keys.ts';

/** Key of the goal at a path such as `0.1` (the second part of the first goal). */
export const goalKey = (path: string) => keyOf('goal', `/${path.replaceAll('.', '/')}`);

const cut = (text: string, max: number) => text.slice(0, max);
const oneLine = (text: string, max: number) => cut(text.replace(/^- /, '').replace(/\s+/g, ' ').trim(), max);
const paragraphs = (texts: readonly SourcedText[]) => texts.map(({ text }) => text).join('\n\n');

/** A section as one text, its heading as a heading. */
export const sectionText = ({ heading, paragraphs: texts }: SectionDraft) =>
  [heading ? `### ${oneLine(heading.text, 200)}` : '', paragraphs(texts)].filter(Boolean).join('\n\n');

type Goal = AgendaContent['goals'][number];
type Action = AgendaContent['actions'][number];

/** '… in 2024/2025' and '… is in 2025 gereed' name a last year; a text without one names none. */
const lastYear = (text: string): number | null => {
  const years = [...text.matchAll(/\b(20\d{2})\b/g)].map(([, year]) => Number(year));
  return years.length > 0 ? Math.max(...years) : null;
};

function goalsOf(
  drafts: readonly GoalDraft[],
  parent: string | null,
  path: string,
  level = 1,
): { goals: Goal[]; actions: Action[] } {
  const parts = drafts.map((draft, index) => {
    const here = `${path}/${index}`;
    const key = keyOf('goal', here);
    const goal: Goal = {
      key,
      number: draft.number ?? '',
      parent,
      title: oneLine(draft.title.text, 300),
      text: cut(paragraphs(draft.description), 6000),
      intendedResults: draft.intendedResults.map(({ text }) => {
        const result = oneLine(text, 1000);
        return { text: result, target: targetIn(result) };
      }),
    };
    const actions = draft.actions.map(({ text }, position): Action => ({
      key: keyOf('action', here, position),
      text: oneLine(text, 1000),
      goals: [key],
      status: 'planned',
      from: null,
      until: lastYear(text),
      who: '',
      interventions: [],
    }));
    // What the document nests deeper than an agenda goes stands beside the goal it belongs to.
    const below = goalsOf(draft.goals, level < deepestGoal ? key : parent, here, level + 1);
    return { goals: [goal, ...below.goals], actions: [...actions, ...below.actions] };
  });
  return { goals: parts.flatMap(({ goals }) => goals), actions: parts.flatMap(({ actions }) => actions) };
}

/** The agenda as a working copy. Actions get the status 'planned': no document says what has been done since. */
export function agendaOf(draft: AgendaDraft, fallbackTitle: string): AgendaContent {
  const { goals, actions } = goalsOf(draft.goals, null, '');
  const content: AgendaContent = {
    ...emptyAgenda(oneLine(draft.title?.text ?? fallbackTitle, 200), draft.kind),
    periodFrom: draft.period?.from ?? null,
    periodTo: draft.period?.to ?? null,
    mission: cut(draft.mission?.text ?? '', 2000),
    background: cut(
      [...draft.background, ...draft.otherAgreements].map(sectionText).filter(Boolean).join('\n\n'),
      20_000,
    ),
    principles: [...draft.principles, ...draft.pillars].map((each) => ({
      title: oneLine(each.text, 200),
      text: cut(paragraphs(each.description), 4000),
    })),
    goals,
    actions,
    bodies: draft.bodies.map((body) => ({
      name: oneLine(body.text, 200),
      text: cut(paragraphs(body.description), 4000),
    })),
    keyFigures: draft.keyFigures.map(({ text }) => oneLine(text, 300)),
    commitments: draft.commitments.map(({ text }) => oneLine(text, 600)),
    signatories: draft.signatories.map(({ role, organisation, date }) => ({
      role: oneLine(role.text, 200),
      organisation: oneLine(organisation?.text ?? '', 200),
      date: date?.iso ?? null,
    })),
  };
  return draft.form ? formAgendaOf(draft, content) : content;
}

/** One intervention as a working copy; themes, phases and summary are the editor's to choose. */
export function interventionOf(draft: InterventionDraft, agenda: AgendaDraft): InterventionContent {
  const field = (name: keyof InterventionDraft['fields'], max: number) =>
    cut(draft.fields[name]?.text ?? '', max);
  const content: InterventionContent = {
    ...emptyContent(oneLine(field('title', 1000), 200) || `Interventie ${draft.position}`),
    parties: field('parties', 4000),
    goal: field('goal', 8000),
    targetGroup: field('targetGroup', 4000),
    locations: field('locations', 4000),
    activities: field('activities', 12_000),
    monitoring: field('monitoring', 8000),
    funding: field('funding', 4000),
    contactRole: cut(
      [...new Set(draft.contacts.map(({ role }) => oneLine(role.text, 200)))].filter(Boolean).join('; '),
      400,
    ),
    periodFrom: agenda.period?.from ?? null,
    periodTo: agenda.period?.to ?? null,
    course: 'running',
  };
  return agenda.form ? formInterventionOf(draft, content) : content;
}

export interface Part {
  municipality: string;
  commitment: 'intended' | 'conditional' | 'confirmed';
  pupils: number | null;
  schools: string;
  /** Only a paper of the platform itself says the rest apart. */
  condition?: string;
  budgetShare?: string;
  budgetEuros?: number | null;
  budgetPer?: 'year' | 'whole' | null;
  contactRole?: string;
  contactMailbox?: string;
}

/** How sure one municipality is according to the document, its planned pupils and where. */
export function partOf(draft: InterventionDraft, { municipality, status, stated }: ParticipationDraft) {
  if (stated) return statedPart(stated);
  const reach = draft.plannedReach.filter((each) => each.municipality === municipality);
  const known = reach.filter(({ pupils }) => pupils !== null);
  return {
    commitment: status,
    pupils: known.length > 0 ? known.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0) : null,
    schools: oneLine(reach.map(({ location }) => location.text).join('; '), 300),
  };
}

/** Everything the document says of the part of one municipality; null when that is no part, or of nobody known. */
export function statedPartOf(
  draft: InterventionDraft,
  part: ParticipationDraft,
  agenda: AgendaDraft,
): Part | null {
  if (part.municipality === null || part.stated?.commitment === 'withdrawn') return null;
  // A paper of the platform has a table of who takes part; a name elsewhere on it is only a name.
  if (agenda.form && !part.stated) return null;
  return { municipality: part.municipality, ...partOf(draft, part), ...partDetails(part) };
}

/** Interventions an intervention says it evaluates, by position; only where title and goal name the same ones. */
export function evaluatedPositions(draft: InterventionDraft, agenda: AgendaDraft): number[] {
  const evaluates = /\bevaluatie\b/i.test(draft.fields.title?.text ?? '');
  const goal = draft.mentions.find(({ field }) => field === 'goal');
  if (!evaluates || !goal) return [];
  return goal.numbers
    .map((number) => agenda.interventions.find((other) => other.number === number)?.position ?? number)
    .filter((position) => position !== draft.position);
}
