/** A paper as it comes back: Markdown in its one spelling, lines without white space at their ends, sections by their headings. */
import { textOf } from '../form/content.ts';
import { markdownOf } from '../form/markdown-text.ts';
import { blocksOfMarkdown } from '../write/blocks.ts';
import { oneLine } from '../write/form.ts';
import type {
  AgendaPaper,
  PaperAction,
  PaperAddendumContent,
  PaperGoal,
  PaperInterventionFields,
  PaperSection,
  PaperTarget,
  PaperSignatory,
  PaperStatement,
} from '../write/paper.ts';

export const tidyText = (text: string): string => markdownOf(blocksOfMarkdown(text));

/** Headings inside a text are sections; a section without heading goes on from the one before. */
function sections(list: PaperSection[]): PaperSection[] {
  const tidied: { heading: string | null; blocks: ReturnType<typeof blocksOfMarkdown> }[] = [];
  for (const { heading, text } of list) {
    if (heading !== null || tidied.length === 0)
      tidied.push({ heading: heading === null ? null : oneLine(heading), blocks: [] });
    for (const block of blocksOfMarkdown(text)) {
      if (block.kind === 'heading' && !block.below)
        tidied.push({ heading: oneLine(textOf(block.words)), blocks: [] });
      else tidied.at(-1)?.blocks.push(block);
    }
  }
  return tidied
    .filter(({ heading, blocks }) => heading !== null || blocks.length > 0)
    .map(({ heading, blocks }) => ({ heading, text: tidyText(markdownOf(blocks)) }));
}

const statements = (list: PaperStatement[]): PaperStatement[] =>
  list.map(({ title, text }) => ({ title: oneLine(title), text: tidyText(text) }));

const action = (one: PaperAction): PaperAction => ({
  ...one,
  text: tidyText(one.text),
  who: oneLine(one.who),
  interventions: one.interventions.map(oneLine),
});

/** A target that says nothing is none. */
function tidyTarget(target: PaperTarget | null): PaperTarget | null {
  const unit = oneLine(target?.unit ?? '');
  const isOpen = !target || (target.value === null && unit === '' && target.year === null);
  return isOpen ? null : { ...target, unit };
}

const goal = (one: PaperGoal): PaperGoal => ({
  ...one,
  title: oneLine(one.title),
  text: tidyText(one.text),
  results: one.results.map(({ text, target }) => ({
    text: tidyText(text),
    target: tidyTarget(target),
  })),
  actions: one.actions.map(action),
  goals: one.goals.map(goal),
});

const signatory = (one: PaperSignatory): PaperSignatory => ({
  role: oneLine(one.role),
  organisation: oneLine(one.organisation),
  portfolio: oneLine(one.portfolio),
  place: oneLine(one.place),
  date: one.date,
});

export const tidyAddendum = (one: PaperAddendumContent): PaperAddendumContent => ({
  title: oneLine(one.title),
  period: one.period,
  status: one.status,
  signedOn: one.signedOn ?? null,
  text: sections(one.text),
  signatories: one.signatories.map(signatory),
});

export function tidyFields(one: PaperInterventionFields): PaperInterventionFields {
  return {
    number: one.number,
    title: oneLine(one.title),
    parties: tidyText(one.parties),
    goal: tidyText(one.goal),
    targetGroup: tidyText(one.targetGroup),
    locations: tidyText(one.locations),
    activities: tidyText(one.activities),
    monitoring: tidyText(one.monitoring),
    funding: tidyText(one.funding),
    moreInformation: tidyText(one.moreInformation),
    participations: one.participations.map((part) => ({
      ...part,
      municipality: oneLine(part.municipality),
      condition: oneLine(part.condition),
      schools: tidyText(part.schools),
      share: oneLine(part.share),
      contact: oneLine(part.contact),
      localForm: tidyText(part.localForm ?? ''),
    })),
    details: one.details
      .map(({ label, text }) => ({ label: oneLine(label), text: tidyText(text) }))
      .filter(({ text }) => text !== ''),
  };
}

/** How far it is follows from the rest, and what goes along is not in it: neither is read back. */
export const tidyPaper = ({
  progress: _derived,
  attachments: _apart,
  ...paper
}: AgendaPaper): AgendaPaper => ({
  ...paper,
  title: oneLine(paper.title),
  mission: tidyText(paper.mission),
  background: sections(paper.background),
  pillars: statements(paper.pillars),
  principles: statements(paper.principles),
  goals: paper.goals.map(goal),
  otherActions: paper.otherActions.map(action),
  interventions: paper.interventions.map(tidyFields),
  bodies: statements(paper.bodies.map(({ name, text }) => ({ title: name, text }))).map(
    ({ title, text }) => ({
      name: title,
      text,
    }),
  ),
  keyFigures: paper.keyFigures.map(oneLine),
  commitments: paper.commitments.map(({ number, text }) => ({ number, text: tidyText(text) })),
  otherAgreements: sections(paper.otherAgreements),
  addenda: paper.addenda.map(tidyAddendum),
  organisations: tidyText(paper.organisations ?? ''),
  signatories: paper.signatories.map(signatory),
});
