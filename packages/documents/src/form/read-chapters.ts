/** The chapters of the form, each into its place in the draft. */
import { personsInCell } from '../read/persons.ts';
import { mark, sourced } from '../read/sourced.ts';
import { interventionNumber, readIntervention } from './read-intervention.ts';
import { readActions, readFormGoals } from './read-goals.ts';
import { bodyKindOf, meetingsPerYearIn } from '../read/agreements.ts';
import {
  factOf,
  fieldOf,
  itemGroups,
  itemText,
  lineOf,
  paragraphsOf,
  partsAt,
  plainOf,
  recordsOf,
  rowsOf,
  sectionsOf,
  spanOf,
  titleOf,
  wordsOfNode,
} from './fields.ts';
import { chapters, factLabels, momentOf, periodOf, portfolioLabel, signatoryColumns } from './wording.ts';
import type { AddendumDraft, ExplainedStatement, SectionDraft, SignatoryDraft } from '../draft.ts';
import type { FormNode, HeadingNode } from './form-node.ts';
import type { FormContext } from './read-form.ts';
import type { Chapter } from './wording.ts';

/** `chapter` is null for one that the form does not know: somebody added it, and it tells of the background. */
export function readChapter(
  context: FormContext,
  chapter: Chapter | null,
  heading: HeadingNode,
  inside: readonly FormNode[],
): void {
  const { text, draft } = context;
  const single = chapter === null ? interventionNumber(heading) : undefined;
  if (single !== undefined) {
    draft.interventions.push(readIntervention(context, heading, inside));
    return;
  }
  if (chapter === null) {
    const own = partsAt(inside, 3)[0]?.heading === null ? (partsAt(inside, 3)[0]?.inside ?? []) : [];
    draft.background.push({ heading: titleOf(text, heading), paragraphs: paragraphsOf(text, own, false) });
    draft.background.push(...sectionsOf(text, inside.slice(own.length), 3));
    return;
  }
  draft.structure.push(mark(text, 'heading', heading.start, heading.end));
  switch (chapter) {
    case 'mission':
      draft.mission = fieldOf(text, inside);
      return;
    case 'background':
      draft.background.push(...sectionsOf(text, inside, 3));
      return;
    case 'pillars':
      draft.pillars.push(...statementsOf(text, inside));
      return;
    case 'principles':
      draft.principles.push(...statementsOf(text, inside));
      return;
    case 'goals':
      readFormGoals(context, inside);
      return;
    case 'otherActions':
      draft.otherActions = readActions(context, inside);
      return;
    case 'interventions':
      for (const part of partsAt(inside, 3))
        if (part.heading) draft.interventions.push(readIntervention(context, part.heading, part.inside));
      return;
    case 'organisations': {
      const named = fieldOf(text, inside);
      if (named) draft.organisations = named;
      return;
    }
    case 'attachments':
    case 'progress':
      // What goes along is not in the paper, and progress follows from the goals and actions.
      for (const node of inside) draft.structure.push(mark(text, 'derived', node.start, node.end));
      return;
    case 'bodies':
      for (const statement of statementsOf(text, inside))
        draft.bodies.push({
          ...statement,
          kind: bodyKindOf(statement.text),
          meetingsPerYear: meetingsPerYearIn(statement.description.map((one) => one.text)),
        });
      return;
    case 'keyFigures':
      draft.keyFigures.push(
        ...itemGroups(inside).flatMap((group) => {
          const { start, end } = spanOf(group);
          return sourced(text, start, end, 0.99, group.map(wordsOfNode).join(' '));
        }),
      );
      return;
    case 'commitments':
      for (const group of itemGroups(inside)) {
        const [first] = group;
        const item = itemText(text, group);
        const number = first?.kind === 'item' ? (first.number?.toString() ?? null) : null;
        if (item) draft.commitments.push({ ...item, number });
      }
      return;
    case 'otherAgreements':
      draft.otherAgreements.push(...sectionsOf(text, inside, 3));
      return;
    case 'addenda':
      draft.addenda = partsAt(inside, 3).flatMap((part) =>
        part.heading ? [readAddendum(context, part.heading, part.inside)] : [],
      );
      return;
    case 'content':
      ownAddendum(context).text.push(...sectionsOf(text, inside, 3));
      return;
    case 'signatures': {
      const signed = signatoriesOf(context, inside);
      if (context.form.paper === 'addendum') ownAddendum(context).signatories.push(...signed);
      else draft.signatories.push(...signed);
      return;
    }
    case 'provenance':
      return;
  }
}

function statementsOf(text: string, nodes: readonly FormNode[]): ExplainedStatement[] {
  return partsAt(nodes, 3).flatMap(({ heading, inside }) =>
    heading ? [{ ...titleOf(text, heading), description: paragraphsOf(text, inside, true) }] : [],
  );
}

/** A paper that is an addendum: its title, period and status are those of the paper. */
function ownAddendum({ draft, form }: FormContext): AddendumDraft {
  const [known] = draft.addenda ?? [];
  if (known) return known;
  const title = draft.title ?? sourced('', 0, 0, 0.5, '');
  const addendum: AddendumDraft = {
    title,
    period: form.period,
    status: form.status,
    signedOn: form.signedOn ?? null,
    text: [],
    signatories: [],
  };
  draft.addenda = [addendum];
  return addendum;
}

function readAddendum(
  context: FormContext,
  heading: HeadingNode,
  inside: readonly FormNode[],
): AddendumDraft {
  const { text, draft } = context;
  const addendum: AddendumDraft = {
    title: titleOf(text, heading),
    period: null,
    status: null,
    signedOn: null,
    text: [],
    signatories: [],
  };
  const content: FormNode[] = [];
  for (const part of partsAt(inside, 4)) {
    const rows = rowsOf(part.inside);
    const isSigned =
      part.heading !== null &&
      wordsOfNode(part.heading) === chapters.signatures &&
      rows.some(({ isHead }) => isHead);
    if (isSigned && part.heading) {
      draft.structure.push(mark(text, 'heading', part.heading.start, part.heading.end));
      addendum.signatories.push(...signatoriesOf(context, part.inside));
      continue;
    }
    if (part.heading) content.push(part.heading);
    for (const node of part.inside) {
      const fact = node.kind === 'row' && part.heading === null ? factOf(node) : null;
      if (fact?.label === factLabels.period) addendum.period = periodOf(plainOf(fact.value));
      else if (fact?.label === factLabels.status) addendum.status = lineOf(text, fact.value);
      else if (fact?.label === factLabels.signedOn) addendum.signedOn = momentOf(plainOf(fact.value));
      else {
        content.push(node);
        continue;
      }
      draft.structure.push(mark(text, 'cover', node.start, node.end));
    }
  }
  addendum.text = sectionsOf(text, content, 4) satisfies SectionDraft[];
  return addendum;
}

const [roleColumn, organisationColumn, placeColumn, dateColumn] = signatoryColumns;

function signatoriesOf(context: FormContext, nodes: readonly FormNode[]): SignatoryDraft[] {
  const { text, draft, replaced } = context;
  const rows = rowsOf(nodes);
  for (const row of rows) if (row.isHead) draft.structure.push(mark(text, 'label', row.start, row.end));
  return recordsOf(rows).flatMap((record): SignatoryDraft[] => {
    const [first, ...more] = record.get(roleColumn) ?? [];
    if (!first) return [];
    const portfolio = more.find((node) => wordsOfNode(node).startsWith(portfolioLabel));
    const date = lineOf(text, record.get(dateColumn) ?? []);
    const persons = personsInCell(text, first.start, first.end);
    replaced.push(...persons.map(({ start, end }) => ({ start, end })));
    const role = persons.length > 0 ? 'ondertekenaar' : plainOf([first]);
    return [
      {
        role: sourced(text, first.start, first.end, 0.99, role),
        organisation: lineOf(text, record.get(organisationColumn) ?? []),
        date: date && { ...date, iso: momentOf(date.text) },
        place: lineOf(text, record.get(placeColumn) ?? []),
        portfolio: portfolio
          ? sourced(
              text,
              portfolio.start,
              portfolio.end,
              0.99,
              wordsOfNode(portfolio).slice(portfolioLabel.length),
            )
          : null,
      },
    ];
  });
}
