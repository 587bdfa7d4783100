/** What must hold for every draft, whatever the document. */
import { expect } from 'vitest';
import { isBlank } from '../read/characters.ts';
import type { AgendaDraft, Span } from '../draft.ts';

/** Every object in the draft that has a span and a verbatim slice beside it; written anew, not the reader's own. */
function placedSpans(value: unknown, path: string, text: string): Span[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => placedSpans(one, `${path}[${index}]`, text));
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const inside = Object.entries(record).flatMap(([key, one]) =>
    key === 'findings' ? [] : placedSpans(one, `${path}.${key}`, text),
  );
  const span = record.span as Span | undefined;
  if (!span) return inside;
  if (typeof record.source === 'string') {
    expect(record.source, `${path} is the verbatim slice`).toBe(text.slice(span.start, span.end));
    expect(record.confidence, `${path} has a confidence`).toSatisfy((sure: number) => sure > 0 && sure <= 1);
    expect(String(record.text), `${path} is cleaned`).not.toMatch(/<\/?(?:ul|ol|li|p|br)\b/);
  }
  return [span, ...inside];
}

/** Nothing lost: every character that is not blank stands in a placed text or in the list of unplaced text. */
export function expectNothingLost(text: string, draft: AgendaDraft): void {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of placedSpans(draft, 'draft', text)) covered.fill(1, start, end);
  let lost = '';
  for (let index = 0; index < text.length; index += 1) {
    if (covered[index] === 0 && !isBlank(text.charAt(index))) lost += text.charAt(index);
  }
  expect(lost, 'characters that are neither placed nor unplaced').toBe('');
  for (const { spans } of draft.findings) {
    for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  }
}

/** The countable facts of a draft, to compare a document with its variants. */
export function factsOf(draft: AgendaDraft) {
  return {
    kind: draft.kind,
    municipality: draft.municipality,
    period: draft.period,
    mission: draft.mission !== null,
    pillars: draft.pillars.length,
    principles: draft.principles.length,
    goals: draft.goals.map(goalFacts),
    interventions: draft.interventions.map((one) => ({
      number: one.number,
      fields: Object.entries(one.fields)
        .filter(([, field]) => field !== null)
        .map(([name]) => name)
        .sort(),
      participations: one.participations.map(({ municipality, status }) => [municipality, status]),
      reach: one.plannedReach.map(({ municipality, pupils }) => [municipality, pupils]),
      indicators: one.indicators.length,
      contacts: one.contacts.map(({ municipality }) => municipality),
    })),
    bodies: draft.bodies.map(({ kind, meetingsPerYear }) => [kind, meetingsPerYear]),
    keyFigures: draft.keyFigures.length,
    commitments: draft.commitments.map(({ number }) => number),
    signatories: draft.signatories.map(({ date, place }) => [date?.iso ?? null, place !== null]),
    findings: draft.findings.map(({ code }) => code).sort(),
  };
}

interface GoalFacts {
  number: string | null;
  results: number;
  actions: number;
  goals: GoalFacts[];
}

function goalFacts(goal: AgendaDraft['goals'][number]): GoalFacts {
  const { number, intendedResults, actions, goals } = goal;
  return { number, results: intendedResults.length, actions: actions.length, goals: goals.map(goalFacts) };
}
