/** Builds interventions from the tables found: fields, participations, planned reach, indicators, contacts. */
import { append } from './append.ts';
import { isBlank } from './characters.ts';
import { segmentsOf } from './clean.ts';
import { readContacts } from './contacts.ts';
import { mentionsOf } from './mentions.ts';
import { participationsOf } from './participations.ts';
import { plannedReachOf } from './reach.ts';
import { mark, sourced, sourcedItem } from './sourced.ts';
import { templateFields } from '../draft.ts';
import type {
  Finding,
  InterventionDraft,
  SourcedText,
  Span,
  StructureMark,
  TemplateField,
} from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';
import type { LabelStyle } from './template-labels.ts';
import type { InterventionTable, TableCell } from './template-table.ts';

export interface ReadInterventions {
  interventions: InterventionDraft[];
  findings: Finding[];
  structure: StructureMark[];
  /** Slices in which names of persons became roles. */
  replaced: Span[];
}

/** A tab or colon between label and value leaves no doubt; one space might be chance. */
const sureness: Record<LabelStyle, number> = {
  tab: 0.95,
  pipe: 0.95,
  colon: 0.95,
  line: 0.9,
  dash: 0.85,
  space: 0.75,
};

export function buildInterventions(
  text: string,
  tables: InterventionTable[],
  municipalities: MunicipalityIndex,
): ReadInterventions {
  const read: ReadInterventions = { interventions: [], findings: [], structure: [], replaced: [] };
  tables.forEach((table, index) => {
    read.interventions.push(interventionOf(text, table, index + 1, municipalities, read));
  });
  return read;
}

function interventionOf(
  text: string,
  table: InterventionTable,
  position: number,
  municipalities: MunicipalityIndex,
  read: ReadInterventions,
): InterventionDraft {
  const { heading } = table;
  if (heading?.strayMark) {
    read.findings.push({
      code: 'text.scanning_fault',
      message:
        'Achter de kop van deze interventie staat een los vraagteken; waarschijnlijk een fout bij het scannen.',
      spans: [{ start: heading.start, end: heading.end }],
    });
  }
  const draft: InterventionDraft = {
    number: heading?.number ?? null,
    position,
    heading: heading ? sourced(text, heading.start, heading.end, 0.95) : null,
    fields: {
      title: null,
      parties: null,
      goal: null,
      targetGroup: null,
      locations: null,
      activities: null,
      monitoring: null,
      funding: null,
      moreInformation: null,
    },
    participations: [],
    plannedReach: [],
    indicators: [],
    contacts: [],
    mentions: [],
  };
  if (heading?.title && !table.cells.has('title')) {
    draft.fields.title = sourced(text, heading.title.start, heading.title.end, 0.85);
  }
  for (const [field, cell] of table.cells) {
    read.structure.push(mark(text, 'label', cell.label.start, cell.label.end));
    fillField(text, draft, field, cell, municipalities, read);
  }
  for (const cell of table.repeated) {
    read.structure.push(mark(text, 'label', cell.label.start, cell.label.end));
    const message = `Het veld '${fieldNames[cell.label.field]}' staat twee keer in deze interventie; het eerste is gebruikt.`;
    read.findings.push({
      code: 'intervention.field_repeated',
      message,
      spans: [{ start: cell.label.start, end: cell.end }],
    });
  }
  draft.mentions = mentionsOf(text, draft);
  append(read.findings, fieldFindings(draft, table));
  return draft;
}

function fillField(
  text: string,
  draft: InterventionDraft,
  field: TemplateField,
  cell: TableCell,
  municipalities: MunicipalityIndex,
  read: ReadInterventions,
): void {
  const confidence = sureness[cell.label.style];
  const value = sourced(text, cell.start, cell.end, confidence);
  if (isBlank(value.source)) return;
  draft.fields[field] = value;
  if (field === 'parties') {
    const { participations, findings } = participationsOf(text, value.span, confidence, municipalities);
    draft.participations = participations;
    append(read.findings, findings);
  } else if (field === 'locations') {
    draft.plannedReach = plannedReachOf(text, value.span, confidence, municipalities);
  } else if (field === 'monitoring') {
    draft.indicators = indicatorsOf(text, value.span, confidence);
  } else if (field === 'moreInformation') {
    const contacts = readContacts(text, value.span, confidence, municipalities);
    draft.fields.moreInformation = contacts.field;
    draft.contacts = contacts.contacts;
    append(read.replaced, contacts.replaced);
    for (const span of contacts.misread) {
      const message = `'${text.slice(span.start, span.end)}' is geen aanspreekvorm; waarschijnlijk een fout bij het scannen.`;
      read.findings.push({ code: 'text.scanning_fault', message, spans: [span] });
    }
  }
}

/** What will be followed: the list items of the monitoring cell. */
export function indicatorsOf(text: string, cell: Span, confidence: number): SourcedText[] {
  return segmentsOf(text, cell.start, cell.end)
    .filter((segment) => segment.kind === 'item')
    .map(({ start, end }) => sourcedItem(text, start, start, end, Math.min(confidence, 0.85)));
}

export const fieldNames: Record<TemplateField, string> = {
  title: 'Naam/titel interventie',
  parties: 'Betrokken partijen',
  goal: 'Doel interventie',
  targetGroup: 'Doelgroep',
  locations: 'Locatie',
  activities: 'Omschrijving activiteiten',
  monitoring: 'Monitoring en evaluatie',
  funding: 'Financiering',
  moreInformation: 'Meer informatie',
};

function fieldFindings(draft: InterventionDraft, table: InterventionTable): Finding[] {
  const first = table.heading ?? [...table.cells.values()][0]?.label;
  const spans = first ? [{ start: first.start, end: first.end }] : [];
  return templateFields.flatMap((field): Finding[] => {
    if (draft.fields[field]) return [];
    const cell = table.cells.get(field);
    const name = fieldNames[field];
    return cell
      ? [
          {
            code: 'intervention.field_empty',
            message: `Het veld '${name}' is leeg.`,
            spans: [{ start: cell.label.start, end: cell.label.end }],
          },
        ]
      : [
          {
            code: 'intervention.field_missing',
            message: `Het veld '${name}' ontbreekt bij interventie ${draft.number ?? draft.position}.`,
            spans,
          },
        ];
  });
}
