/** A draft as the paper it would be printed on: what was read from any document can be written, and read again. */
import type {
  ActionDraft,
  AddendumDraft,
  AgendaDraft,
  GoalDraft,
  InterventionDraft,
  SectionDraft,
  SignatoryDraft,
  SourcedText,
} from '../draft.ts';
import type {
  AgendaPaper,
  PaperAction,
  PaperAddendumContent,
  PaperGoal,
  PaperInterventionFields,
  PaperParticipation,
  PaperSection,
  PaperSignatory,
} from '../write/paper.ts';

const textOf = (one: SourcedText | null): string => one?.text ?? '';

/** Items that follow one another are one list, everything else is a paragraph of its own. */
export function joined(texts: readonly SourcedText[]): string {
  const isItem = (text: string | undefined): boolean => /^(?:- |\d+\. )/.test(text ?? '');
  return texts
    .map(({ text }, index) => {
      const inList = isItem(text) && isItem(texts[index - 1]?.text);
      return `${index === 0 ? '' : inList ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}

const sections = (list: readonly SectionDraft[]): PaperSection[] =>
  list.map(({ heading, paragraphs }) => ({ heading: heading?.text ?? null, text: joined(paragraphs) }));

const actionOf = ({ text, progress }: ActionDraft): PaperAction => ({
  text,
  status: null,
  from: null,
  until: null,
  who: '',
  interventions: [],
  ...progress,
});

const goalOf = (goal: GoalDraft): PaperGoal => ({
  number: goal.number,
  title: goal.title.text,
  text: joined(goal.description),
  results: goal.intendedResults.map(({ text, target }) => ({ text, target: target ?? null })),
  actions: goal.actions.map(actionOf),
  goals: goal.goals.map(goalOf),
});

const signatoryOf = (one: SignatoryDraft): PaperSignatory => ({
  role: one.role.text,
  organisation: textOf(one.organisation),
  portfolio: textOf(one.portfolio),
  place: textOf(one.place),
  date: one.date?.iso ?? null,
});

const addendumOf = (one: AddendumDraft): PaperAddendumContent => ({
  title: one.title.text,
  period: one.period ?? { from: null, to: null },
  status: one.status?.text ?? null,
  signedOn: one.signedOn ?? null,
  text: sections(one.text),
  signatories: one.signatories.map(signatoryOf),
});

export function fieldsOf({
  fields,
  number,
  participations,
  details,
}: InterventionDraft): PaperInterventionFields {
  return {
    number,
    title: textOf(fields.title),
    parties: textOf(fields.parties),
    goal: textOf(fields.goal),
    targetGroup: textOf(fields.targetGroup),
    locations: textOf(fields.locations),
    activities: textOf(fields.activities),
    monitoring: textOf(fields.monitoring),
    funding: textOf(fields.funding),
    moreInformation: textOf(fields.moreInformation),
    participations: participations.flatMap(({ name, stated }): PaperParticipation[] =>
      stated
        ? [
            {
              ...stated,
              municipality: name.text,
              schools: textOf(stated.schools),
              localForm: textOf(stated.localForm ?? null),
            },
          ]
        : [],
    ),
    details: (details ?? []).map(({ label, text }) => ({ label, text: text.text })),
  };
}

/** `frame` is what no draft holds: the name of the municipality, where it was written. */
export function paperOf(
  draft: AgendaDraft,
  frame: Pick<AgendaPaper, 'municipality' | 'provenance'>,
): AgendaPaper {
  const { form, period } = draft;
  return {
    ...frame,
    kind: draft.kind,
    title: textOf(draft.title),
    period: form?.period ?? { from: period?.from.toString() ?? null, to: period?.to.toString() ?? null },
    status: form?.status?.text ?? null,
    version: form?.version ?? null,
    ...(form?.readableBy ? { readableBy: form.readableBy } : {}),
    mission: textOf(draft.mission),
    background: sections(draft.background),
    pillars: draft.pillars.map(({ text, description }) => ({ title: text, text: joined(description) })),
    principles: draft.principles.map(({ text, description }) => ({ title: text, text: joined(description) })),
    goals: draft.goals.map(goalOf),
    otherActions: (draft.otherActions ?? []).map(actionOf),
    interventions: draft.interventions.map(fieldsOf),
    bodies: draft.bodies.map(({ text, description }) => ({ name: text, text: joined(description) })),
    keyFigures: draft.keyFigures.map(({ text }) => text),
    commitments: draft.commitments.map(({ number, text }) => ({
      number: number === null ? null : Number(number),
      text,
    })),
    otherAgreements: sections(draft.otherAgreements),
    addenda: (draft.addenda ?? []).map(addendumOf),
    organisations: textOf(draft.organisations ?? null),
    signatories: draft.signatories.map(signatoryOf),
  };
}
