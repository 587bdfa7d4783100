// A paper that this platform wrote, back to the draft it came from: nothing has to be guessed, so nothing is. What the
// reader of documents finds apart (targets, who and until when, addenda, details) goes into the field of its own.
import type {
  ActionDraft,
  AddendumDraft,
  AgendaDraft,
  GoalDraft,
  InterventionDraft,
  ParticipationDraft,
  SectionDraft,
  SignatoryDraft,
  SourcedText,
  StatedPeriod,
} from '@kansenplein/documents';
import { plainInline } from '@kansenplein/documents';
import { type AgendaContent, deepestGoal } from '../agendas/index.ts';
import type { InterventionContent } from '../interventions/index.ts';
import { plainText } from '../kernel/index.ts';
import {
  contactIn,
  type Named,
  namedIn,
  numberedTitle,
  partContactIn,
  readDetails,
  type Relations,
} from '../papers/index.ts';
import { keyOf } from './keys.ts';

type Goal = AgendaContent['goals'][number];
type Action = AgendaContent['actions'][number];

const cut = (text: string, max: number) => text.slice(0, max);
const line = (text: string, max: number) => cut(text.replace(/\s+/g, ' ').trim(), max);

/** Items that follow one another are one list; everything else is a paragraph of its own. */
function joined(texts: readonly SourcedText[]): string {
  const isItem = (text: string | undefined) => /^(?:- |\d+\. )/.test(text ?? '');
  return texts
    .map(({ text }, at) => {
      const goesOn = isItem(text) && isItem(texts[at - 1]?.text);
      return `${at === 0 ? '' : goesOn ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}

/** Plain text of a field that is no Markdown here; its paragraphs stay apart. */
const plain = (markdown: string, max: number) =>
  cut(
    markdown
      .split(/\n{2,}/)
      .map(plainText)
      .join('\n\n'),
    max,
  );

const sectionsText = (sections: readonly SectionDraft[], max: number) =>
  cut(
    sections
      .flatMap(({ heading, paragraphs }) => [
        heading ? `### ${plainInline(heading.text)}` : '',
        joined(paragraphs),
      ])
      .filter(Boolean)
      .join('\n\n'),
    max,
  );

const yearOf = (moment: string | null | undefined) => (moment ? Number(moment.slice(0, 4)) : null);
const yearsOf = (period: StatedPeriod | null | undefined) => ({
  periodFrom: yearOf(period?.from),
  periodTo: yearOf(period?.to),
});

const signatoryOf = ({ role, organisation, date }: SignatoryDraft) => ({
  role: line(role.text, 200),
  organisation: line(organisation?.text ?? '', 200),
  date: date?.iso ?? null,
});

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

const readActions = (draft: AgendaDraft): Read => {
  const read: Read = { goals: [], actions: [], named: new Map() };
  readGoals(draft.goals, read);
  (draft.otherActions ?? []).forEach((each, at) => addAction(each, keyOf('action', 'other', at), null, read));
  return read;
};

const addendumOf = (draft: AddendumDraft, index: number): AgendaContent['addenda'][number] => ({
  key: keyOf('addendum', index),
  title: line(draft.title.text, 200),
  text: sectionsText(draft.text, 20_000),
  ...yearsOf(draft.period),
  signedOn: draft.signedOn ?? null,
  signatories: draft.signatories.map(signatoryOf),
});

/** `base` is what any document gives; this says it as the form does. */
export function formAgendaOf(draft: AgendaDraft, base: AgendaContent): AgendaContent {
  const { goals, actions } = readActions(draft);
  const period = draft.form?.period;
  const isOpen = period?.from === null || period?.to === null;
  return {
    ...base,
    // A period with both its ends was looked over, and may have been left out.
    ...(isOpen ? yearsOf(period) : {}),
    background: sectionsText([...draft.background, ...draft.otherAgreements], 20_000),
    principles: [...draft.principles, ...draft.pillars].map(({ text, description }) => ({
      title: line(text, 200),
      text: cut(joined(description), 4000),
    })),
    goals,
    actions,
    bodies: draft.bodies.map(({ text, description }) => ({
      name: line(text, 200),
      text: cut(joined(description), 4000),
    })),
    keyFigures: draft.keyFigures.map(({ text }) => line(text, 300)),
    commitments: draft.commitments.map(({ text }) => line(plain(text, 2000), 600)),
    signatories: draft.signatories.map(signatoryOf),
    addenda: (draft.addenda ?? []).map(addendumOf),
    visibility: draft.form?.readableBy ?? 'public',
  };
}

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

const detailsOf = (draft: InterventionDraft) =>
  readDetails((draft.details ?? []).map(({ label, text }) => ({ label, text: text.text })));

/** What it says to be an evaluation of, a part of, or in the place of. */
export const relationsOf = (draft: InterventionDraft): Relations => detailsOf(draft).relations;

/** Partners and schools that it names by the addresses of their pages. */
export const organisationsOf = (draft: InterventionDraft): readonly Named[] => detailsOf(draft).organisations;
export const partiesOf = ({ organisations }: AgendaDraft): readonly Named[] =>
  namedIn(organisations?.text ?? '');

export function formInterventionOf(draft: InterventionDraft, base: InterventionContent): InterventionContent {
  const { content } = detailsOf(draft);
  return {
    ...base,
    periodFrom: null,
    periodTo: null,
    ...contactIn(draft.fields.moreInformation?.text ?? ''),
    ...content,
  };
}

/** What the form says of a municipality's part beside what any document may say. */
export function partDetails({ stated }: ParticipationDraft) {
  if (!stated) return {};
  const contact = partContactIn(stated.contact);
  return {
    condition: stated.commitment === 'conditional' ? line(stated.condition, 300) : '',
    budgetShare: line(stated.share, 200),
    budgetEuros: stated.amount?.euros ?? null,
    budgetPer: stated.amount?.per ?? null,
    contactRole: line(contact.contactRole, 200),
    contactMailbox: contact.contactMailbox.slice(0, 200),
  };
}

/** As the form states it; nobody can be made to take part who said that it no longer does. */
export const statedPart = (stated: NonNullable<ParticipationDraft['stated']>) => ({
  commitment: stated.commitment === 'withdrawn' ? ('intended' as const) : stated.commitment,
  pupils: stated.pupils,
  schools: line(plain(stated.schools?.text ?? '', 300), 300),
});
