/** What the cover says: title, kind, municipality and period; and where the document says otherwise. */
import { foldWord, isBlank } from './characters.ts';
import { periodsIn } from './numbers.ts';
import { isPillar, sectionOf } from './sections.ts';
import { mark, sourced } from './sourced.ts';
import { wordsOf } from './parts.ts';
import type { AgendaDraft, AgendaKind, Finding, Period, SourcedText, Span } from '../draft.ts';
import type { MunicipalityIndex, NamedMunicipality } from './municipality-names.ts';
import type { FoundPeriod } from './numbers.ts';
import type { Part } from './parts.ts';
import type { Unit } from './units.ts';

const topicSource =
  'gka|gelijke\\s+(?:onderwijs)?kansen|kansengelijkheid|kansenongelijkheid|onderwijskansen|kansenakkoord|kansenagenda|onderwijsachterstand';
const topics = new RegExp(topicSource, 'giu');
const topic = new RegExp(topicSource, 'iu');

/** How often the text speaks of equal opportunities; ten is enough to know. */
export function topicCount(text: string): number {
  let count = 0;
  for (const _match of text.matchAll(topics)) {
    count += 1;
    if (count >= 10) break;
  }
  return count;
}

const isTopic = (words: string): boolean => topic.test(words);

/** The lines before the first running text; cover lines are taken out of the front part. */
export function readCover(
  text: string,
  front: Part | undefined,
  draft: AgendaDraft,
  municipalities: MunicipalityIndex,
): Span | null {
  const units = front?.kind === 'front' ? front.units : [];
  const until = units.findIndex(
    (unit) => !unit.headingLike && !isLogo(text, unit, municipalities) && !isQuoted(text, unit),
  );
  const cover = units
    .slice(0, until < 0 ? units.length : until)
    .filter((unit) => !isPillar(wordsOf(text, unit)));
  const taken = new Set<Unit>();
  const [first, second] = cover;
  if (first && !isQuoted(text, first)) {
    const longer =
      second &&
      isPlaceAndYears(text, second, municipalities) &&
      periodsIn(text, first.start, first.end).length === 0;
    const end = longer ? second.end : first.end;
    draft.title = sourced(text, first.start, end, 0.85, titleText(text, first.start, end));
    taken.add(first);
    if (longer) taken.add(second);
  }
  for (const unit of cover) {
    if (taken.has(unit)) continue;
    const words = wordsOf(text, unit);
    if (isTopic(words) || isLogo(text, unit, municipalities) || isPlaceAndYears(text, unit, municipalities)) {
      draft.structure.push(mark(text, 'cover', unit.start, unit.end));
      taken.add(unit);
    }
  }
  if (front) front.units = front.units.filter((unit) => !taken.has(unit));
  const last = cover.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

const titleText = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replace(/[*#_]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const isQuoted = (text: string, unit: Unit): boolean =>
  /^["“„‘']/.test(text.slice(unit.start, unit.end)) && unit.end - unit.start < 200;

/** 'Gemeente X' and nothing else. */
export function isLogo(text: string, unit: Span, municipalities: MunicipalityIndex): boolean {
  const words = text.slice(unit.start, Math.min(unit.end, unit.start + 100));
  const lead = /^[*_\s]*gemeente\s+/iu.exec(words);
  const named = lead && municipalities.at(text, unit.start + lead[0].length);
  return Boolean(named && isBlank(text.slice(named.end, unit.end).replace(/[*_]+/g, '')));
}

function isPlaceAndYears(text: string, unit: Unit, municipalities: MunicipalityIndex): boolean {
  const period = periodsIn(text, unit.start, unit.end)[0];
  const named = municipalities.at(text, unit.start);
  return Boolean(
    named &&
    period &&
    isBlank(text.slice(named.end, period.start)) &&
    isBlank(text.slice(period.end, unit.end)),
  );
}

/** Lines elsewhere that only repeat what the cover says: a logo, or a page title with topic and municipality. */
export function isCoverLine(text: string, unit: Unit, municipalities: MunicipalityIndex): boolean {
  if (isLogo(text, unit, municipalities)) return true;
  const words = wordsOf(text, unit);
  return (
    unit.headingLike &&
    isTopic(words) &&
    sectionOf(words) === null &&
    municipalities.namesIn(text, unit.start, unit.end).length > 0
  );
}

export function kindOf(text: string, cover: Span | null, draft: AgendaDraft): AgendaKind {
  const words = foldWord(cover ? text.slice(cover.start, cover.end) : '');
  if (/landelijke\s+(?:gka|thema|agenda)/.test(words)) return 'national_theme';
  if (/gka-?\s?agenda|gelijke kansen alliantie/.test(words)) return 'gka_agenda';
  if (/akkoord|convenant|onderwijskansenagenda|kansenagenda/.test(words)) return 'local_accord';
  return draft.interventions.length > 0 ? 'gka_agenda' : 'local_accord';
}

/** The municipality of the cover; else the one most often called 'gemeente X'. */
export function findMunicipality(
  text: string,
  cover: Span | null,
  municipalities: MunicipalityIndex,
): { code: string | null; evidence: SourcedText | null; findings: Finding[] } {
  const onCover = cover ? namedMunicipalities(text, cover, municipalities, true) : [];
  const named =
    onCover.length > 0
      ? onCover
      : namedMunicipalities(text, { start: 0, end: text.length }, municipalities, false);
  const counts = new Map<string, NamedMunicipality[]>();
  for (const one of named) counts.set(one.name, [...(counts.get(one.name) ?? []), one].slice(0, 50));
  const [most, other] = [...counts.values()].sort((a, b) => b.length - a.length);
  const chosen = most?.[0];
  if (!chosen || (other && other.length === most.length)) {
    const message = 'In dit document staat niet duidelijk van welke gemeente het is. Kies de gemeente.';
    return {
      code: null,
      evidence: null,
      findings: [{ code: 'agenda.municipality_unknown', message, spans: [] }],
    };
  }
  const evidence = sourced(text, chosen.start, chosen.end, onCover.length > 0 ? 0.95 : 0.7);
  if (chosen.code !== null) return { code: chosen.code, evidence, findings: [] };
  const message = `De naam '${chosen.name}' hoort bij meer dan één gemeente; kies welke bedoeld is.`;
  return {
    code: null,
    evidence,
    findings: [{ code: 'municipality.ambiguous', message, spans: [evidence.span] }],
  };
}

/** Names behind the word 'gemeente'; on a cover a name before a period counts too, or the only name there. */
function namedMunicipalities(
  text: string,
  span: Span,
  municipalities: MunicipalityIndex,
  cover: boolean,
): NamedMunicipality[] {
  const named: NamedMunicipality[] = [];
  for (const match of text
    .slice(span.start, span.end)
    .matchAll(/(?<!\p{L})gemeente\s{1,4}(?=['’]?(?:s-)?\p{Lu})/giu)) {
    const found = municipalities.at(text, span.start + match.index + match[0].length);
    if (found) named.push(found);
    if (named.length >= 1000) break;
  }
  if (!cover || named.length > 0) return named;
  const all = municipalities.namesIn(text, span.start, span.end);
  const dated = all.filter(({ end }) => periodsIn(text, end, Math.min(end + 14, span.end)).length > 0);
  return dated.length > 0 ? dated : all;
}

const speaksOfAgenda = /agenda|akkoord/iu;

/** The period of the cover, else of the first sentence that gives the agenda one; other periods differ. */
export function findPeriod(
  text: string,
  cover: Span | null,
): { period: Period | null; evidence: SourcedText | null; findings: Finding[] } {
  const told = [...(cover ? periodsIn(text, cover.start, cover.end) : []), ...statedPeriods(text)];
  const [first] = told;
  if (!first) {
    const message = 'In dit document staat niet voor welke jaren het geldt. Vul de periode in.';
    return {
      period: null,
      evidence: null,
      findings: [{ code: 'agenda.period_unknown', message, spans: [] }],
    };
  }
  const different = told.filter(({ from, to }) => from !== first.from || to !== first.to);
  const message = `De periode van deze agenda staat er op meer dan één manier: ${first.from}-${first.to} en ${different[0]?.from}-${different[0]?.to}.`;
  const spans = [first, ...different].map(({ start, end }) => ({ start, end }));
  return {
    period: { from: first.from, to: first.to },
    evidence: sourced(text, first.start, first.end, cover && first.end <= cover.end ? 0.95 : 0.85),
    findings: different.length > 0 ? [{ code: 'period.differs', message, spans }] : [],
  };
}

/** 'in de periode 2021-2024 … agenda', 'GKA-agenda 2021-2024': the sentence is about this agenda. */
function statedPeriods(text: string): FoundPeriod[] {
  const found: FoundPeriod[] = [];
  for (const match of text.matchAll(
    /(?<!\p{L})(?:periode|gka-?agenda|kansenakkoord|onderwijskansenakkoord)\s{1,3}(?=20\d\d)/giu,
  )) {
    const at = match.index + match[0].length;
    const [period] = periodsIn(text, at, at + 24);
    const sentence = text.slice(match.index, at + 120).split(/[.!?]\s/, 1)[0] ?? '';
    if (period?.start === at && speaksOfAgenda.test(sentence)) found.push(period);
    if (found.length >= 100) break;
  }
  return found;
}
