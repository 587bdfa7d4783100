/** What was found, as a person wants to read it in a terminal. */
import { pageOf } from './apart/read-agenda-file.ts';
import { fieldNames } from './read/interventions.ts';
import type { ReadFileResult } from './apart/read-agenda-file.ts';
import type { AgendaKind, GoalDraft, InterventionDraft, MunicipalityName, Span } from './draft.ts';
import type { DocumentType } from './extract/document-type.ts';

const typeNames: Record<DocumentType, string> = {
  'text/plain': 'platte tekst',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
};

const kindNames: Record<AgendaKind, string> = {
  gka_agenda: 'GKA-agenda',
  local_accord: 'Onderwijskansenakkoord',
  national_theme: 'Landelijke thema-agenda',
};

export function summaryOf(
  { draft, type, pages }: Extract<ReadFileResult, { ok: true }>,
  municipalities: readonly MunicipalityName[],
): string {
  const placeOf = (span: Span | undefined): string => {
    const page = span && pageOf(pages, span.start);
    return page ? `, bladzijde ${page}` : '';
  };
  const nameOf = (code: string | null): string =>
    municipalities.find((one) => one.code === code)?.name ?? code ?? 'onbekend';
  const lines = [
    `${kindNames[draft.kind]}: ${draft.title?.text ?? 'zonder titel'}`,
    `Bestand:        ${typeNames[type]}${pages ? `, ${pages.length} ${pages.length === 1 ? 'bladzijde' : 'bladzijden'}` : ''}`,
    `Gemeente:       ${nameOf(draft.municipality)}${draft.municipality ? ` (${draft.municipality})` : ''}`,
    `Periode:        ${draft.period ? `${draft.period.from} tot en met ${draft.period.to}` : 'onbekend'}`,
    `Missie:         ${draft.mission?.text ?? 'geen gevonden'}`,
    `Uitgangspunten: ${draft.principles.length}`,
    ...draft.principles.map(({ text }) => `  - ${text}`),
    `Pijlers:        ${draft.pillars.map(({ text }) => text).join(', ') || 'geen'}`,
    `Doelstellingen: ${draft.goals.length}`,
    ...draft.goals.flatMap((goal) => goalLines(goal, '  ')),
    `Interventies:   ${draft.interventions.length}`,
    ...draft.interventions.flatMap((intervention) => interventionLines(intervention, nameOf)),
    `Overleggen:     ${draft.bodies.map(({ text }) => text).join('; ') || 'geen'}`,
    `Kengetallen:    ${draft.keyFigures.length}`,
    `Afspraken:      ${draft.commitments.length}`,
    `Ondertekenaars: ${draft.signatories.length}`,
    ...draft.signatories.map(({ role, date }) => `  - ${role.text}, ${date?.text ?? 'zonder datum'}`),
    '',
    `Om na te kijken: ${draft.findings.length}`,
    ...draft.findings.map(({ code, message, spans }) => `  - ${message} [${code}${placeOf(spans[0])}]`),
    '',
    `Niet geplaatste tekst: ${draft.unplaced.length}`,
    ...draft.unplaced.map(
      ({ text, span }) => `  - ${span.start}-${span.end}${placeOf(span)}: ${shortened(text)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function goalLines(goal: GoalDraft, indent: string): string[] {
  const counts = `${goal.intendedResults.length} resultaten, ${goal.actions.length} acties`;
  return [
    `${indent}${goal.number ?? '-'} ${goal.title.text} (${counts})`,
    ...goal.goals.flatMap((inside) => goalLines(inside, `${indent}  `)),
  ];
}

function interventionLines(
  intervention: InterventionDraft,
  nameOf: (code: string | null) => string,
): string[] {
  const { number, fields, participations, plannedReach, indicators } = intervention;
  const known = plannedReach.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0);
  const unknown = plannedReach.filter(({ pupils }) => pupils === null).length;
  const missing = Object.entries(fieldNames).filter(
    ([field]) => fields[field as keyof typeof fields] === null,
  );
  const parts = participations.map(
    ({ municipality, name, status }) =>
      `${municipality ? nameOf(municipality) : name.text}${status === 'conditional' ? ' (onder voorbehoud)' : ''}`,
  );
  return [
    `  ${number ?? '-'} ${shortened(fields.title?.text ?? 'zonder titel')}`,
    `     velden: ${9 - missing.length} van 9${missing.length > 0 ? `; ontbreekt: ${missing.map(([, name]) => name).join(', ')}` : ''}`,
    `     gemeenten: ${parts.join(', ') || 'geen genoemd'}`,
    `     gepland bereik: ${known} leerlingen${unknown > 0 ? ` en op ${unknown} ${unknown === 1 ? 'locatie' : 'locaties'} onbekend` : ''}; indicatoren: ${indicators.length}`,
  ];
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};
