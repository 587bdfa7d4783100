/** An intervention on the form: the nine fields of the alliance's template, who takes part, and what it holds besides. */
import {
  agreedEarlier,
  commitmentNames,
  fieldLabels,
  leadName,
  notAgreed,
  paperNames,
  partNames,
  participationColumns,
  unknownNumber,
} from '../form/wording.ts';
import { templateFields } from '../draft.ts';
import { shareLines } from '../form/amounts.ts';
import { blocksOfMarkdown } from './blocks.ts';
import { documentOf, frontFacts, heading, lineCell, linesCell, provenanceParts } from './form.ts';
import type { FormDocument, FormPart } from './form.ts';
import type { InterventionPaper, PaperInterventionFields, PaperParticipation } from './paper.ts';

export function interventionForm(paper: InterventionPaper): FormDocument {
  return documentOf(paper, [
    heading(1, paper.title),
    frontFacts(paper, paperNames.intervention),
    heading(2, numbered(paper.number)),
    ...interventionParts(3, paper),
    ...provenanceParts(paper),
  ]);
}

export const numbered = (number: number | null): string =>
  number === null ? paperNames.intervention : `${paperNames.intervention} ${number}`;

/** `level` is that of the headings inside. */
export function interventionParts(level: number, fields: PaperInterventionFields): FormPart[] {
  const rows = templateFields.map((field) => ({
    label: fieldLabels[field],
    cell: field === 'title' ? lineCell(fields.title) : blocksOfMarkdown(fields[field]),
  }));
  const details = fields.details.map(({ label, text }) => ({ label, cell: blocksOfMarkdown(text) }));
  return [
    { kind: 'facts', name: numbered(fields.number), rows },
    ...participationParts(level, fields),
    ...(details.length > 0
      ? [
          heading(level, partNames.details),
          { kind: 'facts' as const, name: partNames.details, rows: details },
        ]
      : []),
  ];
}

const widths = [0.19, 0.21, 0.21, 0.12, 0.13, 0.14];

function participationParts(
  level: number,
  { participations: all, totals = [] }: PaperInterventionFields,
): FormPart[] {
  if (all.length === 0) return [];
  const name = partNames.participations;
  return [
    heading(level, name),
    {
      kind: 'table',
      name,
      columns: participationColumns.map((label, index) => ({ label, share: widths[index] ?? 0 })),
      rows: all.map((one) => [
        linesCell([one.municipality, ...(one.lead ? [leadName] : [])]),
        linesCell([
          commitmentNames[one.commitment] + (one.condition === '' ? '' : `: ${one.condition}`),
          ...(one.agreed ? [] : [one.earlier ? agreedEarlier : notAgreed]),
        ]),
        blocksOfMarkdown(one.schools),
        lineCell(one.pupils === null ? unknownNumber : String(one.pupils)),
        linesCell(shareLines(one)),
        lineCell(one.contact),
      ]),
      forSigning: false,
    },
    ...totalsOf(all),
    ...totals.flatMap(remark),
    ...localForms(level, all),
  ];
}

/** A long text of each municipality has no room in a table of six columns. */
function localForms(level: number, all: PaperParticipation[]): FormPart[] {
  const name = partNames.localForms;
  const rows = all
    .map(({ municipality, localForm = '' }) => ({ label: municipality, cell: blocksOfMarkdown(localForm) }))
    .filter(({ cell }) => cell.length > 0);
  return rows.length > 0 ? [heading(level, name), { kind: 'facts', name, rows }] : [];
}

/** With and without those that take part conditionally, and what is not known. Who withdrew does not count. */
function totalsOf(all: PaperParticipation[]): FormPart[] {
  const taking = all.filter(({ commitment }) => commitment !== 'withdrawn');
  const conditional = taking.filter(({ commitment }) => commitment === 'conditional');
  const names = inWords(conditional.map(({ municipality }) => municipality));
  if (conditional.length === 0) return remark(`Samen: ${counted(taking)}.`);
  const sure = taking.filter(({ commitment }) => commitment !== 'conditional');
  return remark(`Zonder ${names} (onder voorbehoud): ${counted(sure)}. Met ${names}: ${counted(taking)}.`);
}

const remark = (text: string): FormPart[] => [{ kind: 'remark', text }];

function counted(list: PaperParticipation[]): string {
  const known = list.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0);
  const unknown = list.filter(({ pupils }) => pupils === null).map(({ municipality }) => municipality);
  const pupils = `${known} ${known === 1 ? 'leerling' : 'leerlingen'}`;
  if (unknown.length === 0) return pupils;
  const of = `een onbekend aantal van ${inWords(unknown)}`;
  return unknown.length === list.length ? of : `${pupils} en ${of}`;
}

const inWords = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} en ${names.at(-1) ?? ''}`;
