/** Which municipalities the parties cell names, and on what condition. */
import { segmentsOf } from './clean.ts';
import { listedNames } from './municipality-names.ts';
import { sourced } from './sourced.ts';
import type { Finding, ParticipationDraft, Span } from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';

/** 'onder voorbehoud' and what else makes a part conditional. */
export const isConditional = (words: string): boolean =>
  /onder\s+voorbehoud|\bo\.?v\.?b?\.?(?=[\s)]|$)|voorwaardelijk/i.test(words);

const introduction = /(?<!\p{L})gemeenten?\s{0,3}:?\s{0,3}(?=['’]?(?:s-)?\p{Lu})/giu;

export function participationsOf(
  text: string,
  cell: Span,
  confidence: number,
  municipalities: MunicipalityIndex,
): { participations: ParticipationDraft[]; findings: Finding[] } {
  const participations: ParticipationDraft[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const segment of segmentsOf(text, cell.start, cell.end)) {
    const slice = text.slice(segment.start, segment.end);
    for (const match of slice.matchAll(introduction)) {
      const names = listedNames(
        text,
        segment.start + match.index + match[0].length,
        segment.end,
        municipalities,
      );
      for (const listed of names) {
        if (seen.has(listed.name)) continue;
        seen.add(listed.name);
        participations.push({
          municipality: listed.known?.code ?? null,
          name: sourced(text, listed.start, listed.end, confidence),
          status: isConditional(listed.remark) ? 'conditional' : 'intended',
        });
        if (!listed.known) findings.push(unknownName(listed.name, listed, municipalities));
        else if (listed.known.code === null) {
          const message = `De naam '${listed.name}' hoort bij meer dan één gemeente; kies welke bedoeld is.`;
          findings.push({ code: 'municipality.ambiguous', message, spans: [spanOf(listed)] });
        }
      }
    }
  }
  return { participations, findings };
}

function unknownName(name: string, span: Span, municipalities: MunicipalityIndex): Finding {
  const nearest = municipalities.nearest(name);
  return nearest === null
    ? {
        code: 'municipality.unknown',
        message: `'${name}' is geen gemeente die nu bestaat.`,
        spans: [spanOf(span)],
      }
    : { code: 'municipality.name_misspelt', message: misspelt(name, nearest), spans: [spanOf(span)] };
}

const misspelt = (name: string, nearest: string): string =>
  `Er staat '${name}'; er is geen gemeente met die naam. Misschien is ${nearest} bedoeld.`;

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Names in lists after 'gemeente(n)' anywhere in the text that are one or two letters away from a real one. */
export function misspeltMunicipalities(text: string, municipalities: MunicipalityIndex): Finding[] {
  const spans = new Map<string, { nearest: string; spans: Span[] }>();
  let reached = 0;
  for (const match of text.matchAll(introduction)) {
    const at = match.index + match[0].length;
    if (at < reached) continue;
    for (const listed of listedNames(text, at, text.length, municipalities)) {
      reached = listed.fullEnd;
      const nearest = listed.known ? null : municipalities.nearest(listed.name);
      if (nearest === null) continue;
      const before = spans.get(listed.name);
      if (before) before.spans.push(spanOf(listed));
      else spans.set(listed.name, { nearest, spans: [spanOf(listed)] });
    }
  }
  return [...spans].map(([name, { nearest, spans: places }]) => ({
    code: 'municipality.name_misspelt',
    message: misspelt(name, nearest),
    spans: places,
  }));
}
