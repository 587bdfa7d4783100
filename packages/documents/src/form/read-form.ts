/**
 * A document that follows the form, as a draft. Chapters are found by their headings, not by guessing: what the
 * writers wrote is read back field by field, also after somebody worked on it in Word.
 */
import { emptyDraft, inOrder } from '../read/agenda.ts';
import { spansOf, unplacedText } from '../read/coverage.ts';
import { documentFindings } from '../read/findings.ts';
import { mentionFindings } from '../read/mentions.ts';
import { misspeltMunicipalities } from '../read/participations.ts';
import { scanningFaults } from '../read/scanning.ts';
import { mark } from '../read/sourced.ts';
import { readChapter } from './read-chapters.ts';
import {
  factOf,
  isEmptyCell,
  isHeading,
  lineOf,
  partsAt,
  plainOf,
  rowsOf,
  spanOf,
  titleOf,
  wordsOfNode,
} from './fields.ts';
import {
  chapters,
  factLabels,
  kindNames,
  momentOf,
  paperNames,
  periodOf,
  readershipNames,
} from './wording.ts';
import type { AgendaDraft, AgendaKind, FormFacts, Span } from '../draft.ts';
import type { MunicipalityIndex } from '../read/municipality-names.ts';
import type { FormNode } from './form-node.ts';
import type { Readership } from '../write/paper.ts';
import type { Chapter } from './wording.ts';

export interface FormContext {
  text: string;
  draft: AgendaDraft;
  form: FormFacts;
  municipalities: MunicipalityIndex;
  /** Slices in which names of persons became roles. */
  replaced: Span[];
}

const chapterOf = (words: string): Chapter | null =>
  (Object.entries(chapters).find(([, name]) => name === words)?.[0] as Chapter | undefined) ?? null;

/** True when the headings are those of the form: a title, and a chapter that says where it comes from. */
export const followsForm = (nodes: readonly FormNode[]): boolean =>
  nodes.some((node) => isHeading(node, 1)) &&
  nodes.some((node) => isHeading(node, 2) && wordsOfNode(node) === chapters.provenance);

/** `text` is what `placeNodes` wrote of these nodes. */
export function readForm(
  text: string,
  nodes: readonly FormNode[],
  municipalities: MunicipalityIndex,
): AgendaDraft {
  const draft = emptyDraft();
  const form: FormFacts = {
    paper: 'agenda',
    period: null,
    status: null,
    version: null,
    address: null,
    writtenOn: null,
    agenda: null,
  };
  draft.form = form;
  const context: FormContext = { text, draft, form, municipalities, replaced: [] };
  for (const { heading, inside } of partsAt(nodes, 2)) {
    const words = heading ? wordsOfNode(heading) : '';
    if (heading?.level === 1) {
      const title = titleOf(text, heading);
      if (title.text !== '') draft.title = title;
      else draft.structure.push(mark(text, 'cover', heading.start, heading.end));
      readFacts(context, inside);
    } else if (heading) {
      const chapter = chapterOf(words);
      readChapter(context, chapter, heading, inside);
      if (chapter === 'provenance') readFacts(context, inside);
    }
  }
  markEmpty(context, nodes);
  finish(context);
  return draft;
}

/** Cells that say that nothing is in them hold no text. */
function markEmpty(context: FormContext, nodes: readonly FormNode[]): void {
  for (const node of nodes) {
    if (node.kind !== 'row') continue;
    for (const cell of node.cells) {
      const { start, end } = spanOf(cell);
      if (cell.length > 0 && isEmptyCell(cell))
        context.draft.structure.push(mark(context.text, 'label', start, end));
      else markEmpty(context, cell);
    }
  }
}

/** The facts at the beginning, and at the end where the document comes from. */
function readFacts(context: FormContext, nodes: readonly FormNode[]): void {
  const { text, draft, form, municipalities } = context;
  for (const row of rowsOf(nodes)) {
    const fact = factOf(row);
    if (!fact) continue;
    const words = plainOf(fact.value);
    const value = lineOf(text, fact.value);
    if (fact.label === factLabels.kind) {
      const [kind] = Object.entries(kindNames).find(([, name]) => words.endsWith(name)) ?? [];
      if (kind) draft.kind = kind as AgendaKind;
      if (words === paperNames.intervention) Object.assign(draft, { kind: 'gka_agenda' });
      if (words === paperNames.intervention) form.paper = 'intervention';
      else if (words.startsWith(`${paperNames.addendum} `)) form.paper = 'addendum';
    } else if (fact.label === factLabels.municipality && value) {
      draft.municipality = municipalities.codeOf(words);
      draft.evidence.municipality = value;
    } else if (fact.label === factLabels.period && value) {
      form.period = periodOf(words);
      const { from, to } = form.period ?? {};
      if (from && to) draft.period = { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) };
      draft.evidence.period = value;
    } else if (fact.label === factLabels.status) form.status = value;
    else if (fact.label === factLabels.agenda) form.agenda = value;
    else if (fact.label === factLabels.version) {
      const match = /^(\d{1,9}), (.+)$/.exec(words);
      const date = match && momentOf(match[2] ?? '');
      if (match && date) form.version ??= { number: Number(match[1]), date };
    } else if (fact.label === factLabels.readableBy) {
      const [readership] = Object.entries(readershipNames).find(([, name]) => name === words) ?? [];
      if (readership) form.readableBy = readership as Readership;
    } else if (fact.label === factLabels.signedOn) form.signedOn = momentOf(words);
    else if (fact.label === factLabels.address) form.address = words === '' ? null : words;
    else if (fact.label === factLabels.writtenOn) form.writtenOn = momentOf(words);
    const span = spanOf(row.cells.flat());
    draft.structure.push(mark(text, 'cover', span.start, span.end));
  }
}

function finish({ text, draft, municipalities, replaced, form }: FormContext): void {
  if (draft.kind !== 'national_theme' && draft.municipality === null) {
    const message = 'In dit document staat niet duidelijk van welke gemeente het is. Kies de gemeente.';
    draft.findings.push({ code: 'agenda.municipality_unknown', message, spans: [] });
  }
  if (draft.period === null && form.paper === 'agenda') {
    const message = 'In dit document staat niet voor welke jaren het geldt. Vul de periode in.';
    draft.findings.push({ code: 'agenda.period_unknown', message, spans: [] });
  }
  draft.findings.push(
    ...mentionFindings(draft.interventions),
    ...misspeltMunicipalities(text, municipalities),
    ...documentFindings(text, draft, replaced, municipalities),
    ...scanningFaults(text),
  );
  draft.findings = inOrder(draft.findings);
  draft.structure.sort((a, b) => a.span.start - b.span.start);
  draft.unplaced = unplacedText(text, spansOf(draft));
}
