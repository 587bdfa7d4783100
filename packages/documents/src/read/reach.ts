/**
 * Planned pupils hidden in the location cell: 'Dorp: School A en School B: 8 leerlingen per school' is two
 * schools of 8. What is not stated stays null; nothing is added up here.
 */
import { isBlank, trimRange } from './characters.ts';
import { segmentsOf } from './clean.ts';
import { numberOf, numberSource } from './numbers.ts';
import { isConditional } from './participations.ts';
import { sourced } from './sourced.ts';
import type { PlannedReach, Span } from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';

const pupilsPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<number>${numberSource})\s{1,3}(?:[\p{L}-]{1,20}\s{1,3}){0,2}(?:leerlingen|leerling|kinderen|kind|peuters|kleuters|jongeren|studenten|deelnemers)(?!\p{L})(?<each>\s{1,3}per\s{1,3}(?:school|locatie|vestiging|groep|kindcentrum))?`,
  'iu',
);

export function plannedReachOf(
  text: string,
  cell: Span,
  confidence: number,
  municipalities: MunicipalityIndex,
): PlannedReach[] {
  const segments = segmentsOf(text, cell.start, cell.end);
  const items = segments.filter((segment) => segment.kind === 'item');
  const rows = (items.length > 0 ? items : segments).flatMap((segment) => partsOf(text, segment, /;/gu));
  return rows.flatMap((row) => reachOfRow(text, row, confidence, municipalities));
}

function reachOfRow(
  text: string,
  row: Span,
  confidence: number,
  municipalities: MunicipalityIndex,
): PlannedReach[] {
  const words = text.slice(row.start, row.end);
  const stated = pupilsPattern.exec(words);
  // 'Wijk: Centrum', 'n.v.t.': without municipality, school list or number it still is a location.
  const municipality = municipalities.at(text, row.start) ?? municipalityBefore(text, row, municipalities);
  const named = namesPart(text, row, municipality?.end ?? row.start, stated);
  const pupils = stated ? numberOf(stated.groups?.number ?? '') : null;
  const each = stated?.groups?.each !== undefined;
  const places = each ? partsOf(text, named, /\s+en\s+|,|\s&\s/gu) : [named];
  return places.map((place) => ({
    location: sourced(text, place.start, place.end, confidence),
    municipality: municipality?.code ?? null,
    pupils,
    conditional: isConditional(words),
  }));
}

/** 'Gemeente Heerlen: …' */
function municipalityBefore(text: string, row: Span, municipalities: MunicipalityIndex) {
  const intro = /^gemeente\s{1,3}/i.exec(text.slice(row.start, row.end));
  return intro ? municipalities.at(text, row.start + intro[0].length) : null;
}

/** The schools or districts between the municipality and the number; the whole row when nothing is left. */
function namesPart(text: string, row: Span, from: number, stated: RegExpExecArray | null): Span {
  const end = stated && row.start + stated.index > from ? row.start + stated.index : row.end;
  const words = text.slice(from, end);
  const lead = /^[\s:,–—-]*/u.exec(words)?.[0].length ?? 0;
  const tail =
    /(?:\([^()]{0,80}\)?)?[\s:,(|–—-]{0,8}$/u.exec(words.slice(lead))?.index ?? words.length - lead;
  const range = trimRange(text, from + lead, from + lead + tail);
  return isBlank(text.slice(range.start, range.end)) ? row : range;
}

function partsOf(text: string, row: Span, separator: RegExp): Span[] {
  const parts: Span[] = [];
  let from = row.start;
  for (const match of text.slice(row.start, row.end).matchAll(separator)) {
    parts.push(trimRange(text, from, row.start + match.index));
    from = row.start + match.index + match[0].length;
  }
  parts.push(trimRange(text, from, row.end));
  return parts.filter((part) => part.end > part.start);
}
