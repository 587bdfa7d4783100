// From what was read and what was decided about it to the drafts. Pure: the same decisions give the same drafts.
import type { AgendaDraft } from '@kansenplein/documents';
import { isDeepStrictEqual } from 'node:util';
import { AgendaContent, emptyAgenda } from '../agendas/index.ts';
import { InterventionContent } from '../interventions/index.ts';
import type { Decision, DecisionValue } from './contract-review.ts';
import {
  agendaOf,
  evaluatedPositions,
  goalKey,
  interventionOf,
  type Part,
  statedPartOf,
} from './drafting.ts';
import { organisationsOf, partiesOf, relationsOf } from './drafting-form.ts';
import { actionLinks } from './drafting-form-goals.ts';
import { keyOf } from './keys.ts';
import type { Named, Relations } from '../papers/index.ts';
import { placesOf } from './review-items.ts';

export type Verdict = Pick<Decision, 'verdict' | 'text' | 'target' | 'value'>;
export type Verdicts = ReadonlyMap<string, Verdict>;

export interface PlannedIntervention {
  /** Which one it is in the document, counted from 1. */
  readonly position: number;
  readonly content: InterventionContent;
  readonly parts: readonly Part[];
  /** Positions of the interventions it evaluates. */
  readonly evaluates: readonly number[];
  /** By field of the content: what it names there, inside the document or elsewhere. */
  readonly relations: Relations;
  /** Partners and schools with a page, as the paper names them. */
  readonly organisations: readonly Named[];
}

export interface Plan {
  readonly agenda: AgendaContent;
  readonly interventions: readonly PlannedIntervention[];
  readonly organisations: readonly Named[];
  /** By key of an action: positions of the interventions that carry it out. */
  readonly actionLinks: ReadonlyMap<string, readonly number[]>;
  /** Fields that grew too long because texts were placed there: `agenda.mission`, `intervention/2.funding`. */
  readonly tooLong: readonly string[];
}

interface Moved {
  readonly item: string;
  readonly target: string;
  readonly text: string;
}

interface Applied {
  readonly draft: AgendaDraft;
  readonly moved: readonly Moved[];
  readonly values: ReadonlyMap<string, DecisionValue>;
  /** Groups of which nothing was taken over. */
  readonly left: ReadonlySet<string>;
}

/** The draft as decided: other texts in place, left and moved ones gone. What nobody decided stays as it was read. */
function applied(found: AgendaDraft, extracted: string, verdicts: Verdicts): Applied {
  const draft = structuredClone(found);
  const moved: (Moved & { start: number })[] = [];
  const values = new Map<string, DecisionValue>();
  const texts = new Map<string, { all: number; left: number }>();
  for (const { item, set } of placesOf(draft, extracted)) {
    const decided = verdicts.get(item.key);
    if (item.kind === 'text') {
      const count = texts.get(item.group) ?? { all: 0, left: 0 };
      texts.set(item.group, { all: count.all + 1, left: count.left + (decided?.verdict === 'left' ? 1 : 0) });
    }
    if (decided?.verdict === 'left') {
      set('');
      if (item.kind === 'choice') values.set(item.key, { chosen: [] });
    }
    if (decided?.verdict === 'edited' && item.kind === 'text') set(decided.text ?? '');
    if (decided?.verdict === 'edited' && decided.value) values.set(item.key, decided.value);
    if (decided?.verdict === 'moved' && decided.target) {
      const start = item.spans[0]?.start ?? 0;
      moved.push({ item: item.key, target: decided.target, text: decided.text ?? item.text, start });
      if (item.kind === 'text') set('');
    }
  }
  const left = [...texts].filter(([, { all, left: none }]) => all === none).map(([group]) => group);
  return { draft, moved: moved.sort((a, b) => a.start - b.start), values, left: new Set(left) };
}

const grown = (before: string, text: string) => [before, text].filter(Boolean).join('\n\n');
const inOneLine = (text: string) => text.replace(/^- /, '').replace(/\s+/g, ' ').trim();

/** A text that was moved to the agenda; anything else is left to the interventions. */
function placeInAgenda(agenda: AgendaContent, { item, target, text }: Moved): void {
  const [part = '', path = '', field] = target.split('/');
  if (target === 'agenda/mission') agenda.mission = grown(agenda.mission, text);
  if (target === 'agenda/background') agenda.background = grown(agenda.background, text);
  if (target === 'more/keyfigure') agenda.keyFigures.push(inOneLine(text));
  if (target === 'more/commitment') agenda.commitments.push(inOneLine(text));
  if (part !== 'goal') return;
  const key = goalKey(path);
  const goal = agenda.goals.find((each) => each.key === key);
  if (field === 'text' && goal) goal.text = grown(goal.text, text);
  if (field === 'result') goal?.intendedResults.push({ text: inOneLine(text), target: null });
  if (field === 'action' && goal) {
    const action = { text: inOneLine(text), status: 'planned' as const, from: null, until: null, who: '' };
    agenda.actions.push({ key: keyOf('placed', item), goals: [key], interventions: [], ...action });
  }
}

/** What was emptied is no row any more; a goal stays as long as anything hangs on it. */
function withoutEmpty(agenda: AgendaContent): AgendaContent {
  const actions = agenda.actions.filter(({ text }) => text !== '');
  const goals = agenda.goals.map((goal) => ({
    ...goal,
    intendedResults: goal.intendedResults.filter(({ text }) => text !== ''),
  }));
  const needed = new Set<string>();
  // Children stand behind their parents, so from the back every parent knows whether it is needed.
  for (const { key, parent, title, text, intendedResults } of goals.toReversed()) {
    const says = title !== '' || text !== '' || intendedResults.length > 0;
    if (!says && !needed.has(key) && !actions.some((action) => action.goals.includes(key))) continue;
    needed.add(key);
    if (parent !== null) needed.add(parent);
  }
  return {
    ...agenda,
    goals: goals.filter(({ key }) => needed.has(key)),
    actions,
    principles: agenda.principles.filter(({ title, text }) => title !== '' || text !== ''),
    bodies: agenda.bodies.filter(({ name, text }) => name !== '' || text !== ''),
    keyFigures: agenda.keyFigures.filter(Boolean),
    commitments: agenda.commitments.filter(Boolean),
    signatories: agenda.signatories.filter(({ role }) => role !== ''),
    addenda: agenda.addenda.filter(({ title, text }) => title !== '' || text !== ''),
  };
}

const described = ['goal', 'targetGroup', 'activities', 'locations', 'monitoring', 'parties', 'funding'];
const proseFields = new Set([...described, 'localForm', 'transferability', 'unwantedEffects']);
const lineFields = new Set<string>(['summary', 'contactRole']);

function placeInIntervention(content: InterventionContent, field: string, text: string): InterventionContent {
  const before = content[field as 'goal'];
  if (proseFields.has(field)) return { ...content, [field]: grown(before, text) };
  if (lineFields.has(field))
    return { ...content, [field]: [before, inOneLine(text)].filter(Boolean).join('; ') };
  return content;
}

/** Choices from closed lists; an empty choice leaves the field open. */
function chosenIn(
  content: InterventionContent,
  field: 'course' | 'themes' | 'phases',
  value: DecisionValue | undefined,
) {
  if (!value || !('chosen' in value)) return content;
  const chosen = field === 'course' ? (value.chosen[0] ?? 'preparation') : value.chosen;
  const known = InterventionContent.shape[field].safeParse(chosen);
  return known.success ? { ...content, [field]: known.data } : content;
}

/** The drafts that the decisions make of a document; `fallbackTitle` where it has no title of its own. */
export function planOf(
  found: AgendaDraft,
  extracted: string,
  verdicts: Verdicts,
  fallbackTitle: string,
): Plan {
  const { draft, moved, values, left } = applied(found, extracted, verdicts);
  const period = values.get('agenda/period');
  if (period && 'from' in period) {
    const { from, to } = period;
    draft.period = from !== null && to !== null ? { from, to } : null;
  }
  const full = agendaOf(draft, fallbackTitle);
  for (const each of moved) placeInAgenda(full, each);
  const agenda = withoutEmpty({
    ...full,
    ...(period && 'from' in period && { periodFrom: period.from, periodTo: period.to }),
  });
  const interventions = draft.interventions
    .filter(({ position }) => !left.has(`intervention/${position}`))
    .map((each): PlannedIntervention => {
      const at = `intervention/${each.position}`;
      const placed = moved
        .filter(({ target }) => target.startsWith(`${at}/`))
        .reduce(
          (content, { target, text }) => placeInIntervention(content, target.slice(at.length + 1), text),
          interventionOf(each, draft),
        );
      const content = (['course', 'themes', 'phases'] as const).reduce(
        (before, field) => chosenIn(before, field, values.get(`${at}/${field}`)),
        placed,
      );
      const parts = each.participations.flatMap((part, index): Part[] => {
        const read = statedPartOf(each, part, draft);
        const other = values.get(`${at}/part/${index}`);
        return read ? [{ ...read, ...(other && 'commitment' in other ? other : {}) }] : [];
      });
      const evaluates = draft.form ? [] : evaluatedPositions(each, found);
      return {
        position: each.position,
        ...{ content, parts, evaluates },
        relations: relationsOf(each),
        organisations: organisationsOf(each),
      };
    });
  const links = draft.form ? actionLinks(draft) : new Map<string, number[]>();
  const tooLong = tooLongIn(agenda, interventions);
  return { agenda, interventions, organisations: partiesOf(draft), actionLinks: links, tooLong };
}

/**
 * The paper of one intervention says nothing of an agenda: its title, years and readers are those of the intervention. What
 * somebody wrote into it besides still makes one, so that nothing is lost.
 */
export function needsAgenda({ form }: AgendaDraft, { agenda, interventions, organisations }: Plan): boolean {
  if (form?.paper !== 'intervention' || interventions.length !== 1 || organisations.length > 0) return true;
  const { title, kind, periodFrom, periodTo, visibility } = agenda;
  return !isDeepStrictEqual(agenda, { ...emptyAgenda(title, kind), periodFrom, periodTo, visibility });
}

export function tooLongIn(agenda: AgendaContent, interventions: readonly PlannedIntervention[]): string[] {
  const fields = (
    start: string,
    parsed: ReturnType<typeof AgendaContent.safeParse> | ReturnType<typeof InterventionContent.safeParse>,
  ) => (parsed.success ? [] : parsed.error.issues.map(({ path }) => `${start}.${path.join('.')}`));
  return [
    ...fields('agenda', AgendaContent.safeParse(agenda)),
    ...interventions.flatMap(({ position, content }) =>
      fields(`intervention/${position}`, InterventionContent.safeParse(content)),
    ),
  ];
}
