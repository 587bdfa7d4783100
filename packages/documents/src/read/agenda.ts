/** Step 2 of reading: extracted text, whatever it was extracted from, becomes an agenda draft. */
import { append } from './append.ts';
import { readAgreements, readBodies, readCommitments } from './agreements.ts';
import { spansOf, unplacedText } from './coverage.ts';
import { findMunicipality, findPeriod, isCoverLine, kindOf, readCover, topicCount } from './cover.ts';
import { documentFindings } from './findings.ts';
import { readGoals } from './goals.ts';
import { buildInterventions } from './interventions.ts';
import { linesOf } from './units.ts';
import { mentionFindings } from './mentions.ts';
import { misspeltMunicipalities } from './participations.ts';
import { partsOf } from './parts.ts';
import { readPillars, readPrinciples, readProse } from './prose.ts';
import { scanningFaults } from './scanning.ts';
import { readSignatures } from './signatures.ts';
import { mark } from './sourced.ts';
import { interventionTables } from './template-table.ts';
import type { AgendaDraft, Finding, GoalDraft, Span } from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';
import type { Part } from './parts.ts';
import type { InterventionTable } from './template-table.ts';

/** The draft, or null when the text is no agenda. */
export function analyseAgenda(text: string, municipalities: MunicipalityIndex): AgendaDraft | null {
  const draft = emptyDraft();
  const lines = linesOf(text);
  const tables = interventionTables(text, lines);
  const read = buildInterventions(text, tables, municipalities);
  draft.interventions = read.interventions;
  append(draft.structure, read.structure);
  append(draft.findings, mentionFindings(draft.interventions));
  const replaced = [...read.replaced];

  const parts = partsOf(text, lines, tableSpans(tables));
  for (const part of parts) {
    part.units = part.units.filter((unit) => {
      const repeatsCover =
        !['front', 'signatures', 'commitments'].includes(part.kind) &&
        isCoverLine(text, unit, municipalities);
      if (repeatsCover) draft.structure.push(mark(text, 'cover', unit.start, unit.end));
      return !repeatsCover;
    });
  }
  const cover = readCover(text, parts[0], draft, municipalities);
  for (const part of parts) append(replaced, readPart(text, part, draft, municipalities));

  if (!isAgenda(text, draft)) return null;
  draft.kind = kindOf(text, cover, draft);
  const found = findMunicipality(text, cover, municipalities);
  const period = findPeriod(text, cover);
  if (draft.kind !== 'national_theme') {
    draft.municipality = found.code;
    draft.evidence.municipality = found.evidence;
    append(draft.findings, found.findings);
  }
  draft.period = period.period;
  draft.evidence.period = period.evidence;
  append(draft.findings, period.findings);
  append(draft.findings, read.findings);
  append(draft.findings, misspeltMunicipalities(text, municipalities));
  append(draft.findings, documentFindings(text, draft, replaced, municipalities));
  append(draft.findings, scanningFaults(text));
  draft.findings = inOrder(draft.findings);
  draft.structure.sort((a, b) => a.span.start - b.span.start);
  draft.unplaced = unplacedText(text, spansOf(draft));
  return draft;
}

/** Puts one part where it belongs; returns the slices in which names became roles. */
function readPart(text: string, part: Part, draft: AgendaDraft, municipalities: MunicipalityIndex): Span[] {
  const heading = part.heading;
  const markHeading = (): void => {
    if (heading) draft.structure.push(mark(text, 'heading', heading.start, heading.end));
  };
  switch (part.kind) {
    case 'front':
      append(draft.pillars, readPillars(text, part));
      readProse(text, part, draft, 0.5);
      return [];
    case 'background':
      readProse(text, part, draft, 0.8);
      return [];
    case 'mission':
      markHeading();
      readProse(text, { ...part, heading: null }, draft, 0.8);
      return [];
    case 'pillars':
      markHeading();
      append(draft.pillars, readPillars(text, part));
      return [];
    case 'principles':
      markHeading();
      append(draft.principles, readPrinciples(text, part).principles);
      return [];
    case 'goals': {
      markHeading();
      const { goals, findings, structure } = readGoals(text, part.units);
      append(draft.goals, goals);
      append(draft.findings, findings);
      append(draft.structure, structure);
      return [];
    }
    case 'bodies': {
      markHeading();
      const { bodies, structure } = readBodies(text, part);
      append(draft.bodies, bodies);
      append(draft.structure, structure);
      return [];
    }
    case 'communication':
    case 'monitoring':
    case 'keyFigures': {
      const { section, keyFigures } = readAgreements(text, part);
      draft.otherAgreements.push(section);
      append(draft.keyFigures, keyFigures);
      return [];
    }
    case 'commitments': {
      markHeading();
      const { commitments, structure, findings } = readCommitments(text, part, municipalities);
      append(draft.commitments, commitments);
      append(draft.structure, structure);
      append(draft.findings, findings);
      return [];
    }
    case 'signatures': {
      markHeading();
      const { signatories, structure, replaced } = readSignatures(text, part.units);
      append(draft.signatories, signatories);
      append(draft.structure, structure);
      return replaced;
    }
    case 'interventions':
      markHeading();
      return [];
    case 'other':
      return [];
  }
}

/** Everything a table's heading, labels and cells stand on, in the order of the text. */
function tableSpans(tables: InterventionTable[]): Span[] {
  return tables
    .flatMap(({ heading, cells, repeated }): Span[] => [
      ...(heading ? [{ start: heading.start, end: heading.end }] : []),
      ...[...cells.values(), ...repeated].map(({ label, end }) => ({ start: label.start, end })),
    ])
    .sort((a, b) => a.start - b.start);
}

const hasWork = (goal: GoalDraft): boolean =>
  goal.intendedResults.length + goal.actions.length > 0 || goal.goals.some(hasWork);

/** An agenda has a template table; or goals with work to do, or two other parts, and speaks of equal opportunities. */
function isAgenda(text: string, draft: AgendaDraft): boolean {
  const fields = draft.interventions.map(
    ({ fields: all }) => Object.values(all).filter((field) => field !== null).length,
  );
  if (fields.some((count) => count >= 4)) return true;
  const topics = topicCount(text);
  if (topics >= 1 && (draft.goals.some(hasWork) || draft.interventions.length > 0)) return true;
  const { pillars, principles, mission, commitments, bodies, signatories } = draft;
  const other = [pillars, principles, commitments, bodies, signatories].filter(
    (list) => list.length > 0,
  ).length;
  return topics >= 2 && other + (mission ? 1 : 0) >= 2;
}

/** The same fault in several places is one finding for a person. */
const sameEverywhere = new Set([
  'text.scanning_fault',
  'municipality.name_misspelt',
  'municipality.unknown',
  'municipality.ambiguous',
]);

/** By place in the text; findings about the whole document first. */
export function inOrder(findings: Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const place = sameEverywhere.has(finding.code) ? '' : finding.spans.map(({ start }) => start).join();
    const key = `${finding.code} ${finding.message} ${place}`;
    const before = merged.get(key);
    if (before) append(before.spans, finding.spans);
    else merged.set(key, { ...finding, spans: [...finding.spans] });
  }
  for (const finding of merged.values()) {
    const byStart = new Map(finding.spans.map((span) => [span.start, span]));
    finding.spans = [...byStart.values()].sort((a, b) => a.start - b.start);
  }
  const first = (finding: Finding): number => finding.spans[0]?.start ?? -1;
  return [...merged.values()].sort((a, b) => first(a) - first(b));
}

export function emptyDraft(): AgendaDraft {
  return {
    kind: 'local_accord',
    municipality: null,
    period: null,
    title: null,
    evidence: { municipality: null, period: null },
    mission: null,
    pillars: [],
    principles: [],
    background: [],
    goals: [],
    interventions: [],
    bodies: [],
    keyFigures: [],
    commitments: [],
    otherAgreements: [],
    signatories: [],
    findings: [],
    structure: [],
    unplaced: [],
  };
}
