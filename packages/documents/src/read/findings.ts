/** What does not fit together in the whole document. Every rule is about a kind of fault, none about a sentence. */
import { foldWord } from './characters.ts';
import { numberOf, numberSource, periodsIn } from './numbers.ts';
import { personsAnywhere } from './persons.ts';
import type { AgendaDraft, Finding, InterventionDraft, Span } from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';
import type { FoundPeriod } from './numbers.ts';

export function documentFindings(
  text: string,
  draft: AgendaDraft,
  replaced: Span[],
  municipalities: MunicipalityIndex,
): Finding[] {
  return [
    ...draft.interventions.flatMap((intervention) => fundingFindings(intervention)),
    ...numberFindings(draft.interventions),
    ...reachFindings(draft.interventions),
    ...leftOpen(text),
    ...periodsOfDocuments(text, municipalities),
    ...signatureFindings(draft),
    ...personFindings(text, replaced),
  ];
}

const countedMunicipalities = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${numberSource})\s{1,3}(?:deelnemende\s{1,3}|betrokken\s{1,3})?gemeenten(?!\p{L})`,
  'giu',
);

/** The budget counts municipalities; the parties name them. */
function fundingFindings(intervention: InterventionDraft): Finding[] {
  const { fields, participations } = intervention;
  if (!fields.funding || !fields.parties || participations.length === 0) return [];
  const { start, source } = { start: fields.funding.span.start, source: fields.funding.source };
  return [...source.matchAll(countedMunicipalities)].flatMap((match): Finding[] => {
    const counted = numberOf(match[1] ?? '');
    if (counted === null || counted === participations.length) return [];
    const conditional = participations.filter(({ status }) => status === 'conditional').length;
    const remark = conditional > 0 ? ` (waarvan ${conditional} onder voorbehoud)` : '';
    const message = `De financiering telt ${counted} gemeenten, de betrokken partijen noemen er ${participations.length}${remark}.`;
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    return [
      {
        code: 'funding.municipality_count_differs',
        message,
        spans: [span, ...participations.map(({ name }) => name.span)],
      },
    ];
  });
}

function numberFindings(interventions: InterventionDraft[]): Finding[] {
  const seen = new Set<number>();
  return interventions.flatMap((intervention): Finding[] => {
    const { number, position, heading, fields } = intervention;
    const spans = [heading?.span ?? fields.title?.span].filter((span) => span !== undefined);
    if (number === null) {
      const message = `De kop van de ${position}e interventie heeft geen nummer.`;
      return [{ code: 'intervention.number_missing', message, spans }];
    }
    if (seen.has(number)) {
      return [
        {
          code: 'intervention.number_repeated',
          message: `Er zijn twee interventies met nummer ${number}.`,
          spans,
        },
      ];
    }
    seen.add(number);
    return [];
  });
}

function reachFindings(interventions: InterventionDraft[]): Finding[] {
  return interventions.flatMap((intervention): Finding[] => {
    const known = intervention.plannedReach.some(({ pupils }) => pupils !== null);
    const unknown = intervention.plannedReach.filter(({ pupils }) => pupils === null);
    if (!known || unknown.length === 0) return [];
    const message = `Bij ${unknown.length === 1 ? 'één locatie' : `${unknown.length} locaties`} staat geen aantal leerlingen; het totaal is dus deels onbekend.`;
    return [{ code: 'reach.pupils_unknown', message, spans: unknown.map(({ location }) => location.span) }];
  });
}

const openPattern =
  /\[[\s.…_-]{0,20}\]|\.{5,}|…{2,}|_{3,}|(?<!\p{L})(?:n\.?t\.?b\.?|nader te bepalen|nog in te vullen|invullen)(?!\p{L})/giu;

function leftOpen(text: string): Finding[] {
  const spans = [...text.matchAll(openPattern)]
    .slice(0, 100)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return spans.map((span) => ({
    code: 'text.left_open',
    message: 'Hier is iets opengelaten dat nog ingevuld moet worden.',
    spans: [span],
  }));
}

const documentKind = /(agenda|plan|kader|akkoord|programma|visie|notitie|convenant|regeling)$/u;

/** One document ('agenda VVE') with two periods. Known by its kind and the abbreviation of its subject. */
function periodsOfDocuments(text: string, municipalities: MunicipalityIndex): Finding[] {
  const named = new Map<string, FoundPeriod[]>();
  for (const period of periodsIn(text, 0, text.length).slice(0, 500)) {
    for (const name of documentNames(text, period.start, municipalities)) {
      named.set(name, [...(named.get(name) ?? []), period]);
    }
  }
  return [...named].flatMap(([name, periods]): Finding[] => {
    const ways = [...new Set(periods.map(({ from, to }) => `${from}-${to}`))];
    if (ways.length < 2) return [];
    const message = `De periode van '${name}' staat er op meer dan één manier: ${ways.join(' en ')}.`;
    return [{ code: 'period.differs', message, spans: periods.map(({ start, end }) => ({ start, end })) }];
  });
}

/** The names a period may belong to: kinds of document in the six words before it, each with each subject. */
function documentNames(text: string, periodStart: number, municipalities: MunicipalityIndex): string[] {
  const before = text.slice(Math.max(0, periodStart - 120), periodStart);
  const clause = before.slice(
    Math.max(...['.', ';', ':', '(', '\n\n', ','].map((border) => before.lastIndexOf(border))) + 1,
  );
  const words = (clause.match(/[\p{L}\p{N}-]+/gu) ?? []).slice(-6);
  const kinds = words.flatMap((word) => documentKind.exec(foldWord(word))?.[1] ?? []);
  const subjects = words.filter(
    (word) => /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}]{2,6}$/u.test(word) && municipalities.nearest(word) === null,
  );
  return [...new Set(kinds.flatMap((kind) => subjects.map((subject) => `${kind} ${subject}`)))];
}

function signatureFindings({ signatories, period }: AgendaDraft): Finding[] {
  const undated = signatories.filter(({ date }) => date === null).map(({ role }) => role.span);
  const outside = signatories.flatMap(({ date }) => {
    const year = date?.iso ? Number(date.iso.slice(0, 4)) : null;
    return date && year !== null && period && (year < period.from - 1 || year > period.to) ? [date.span] : [];
  });
  const findings: Finding[] = [];
  if (undated.length > 0) {
    const message = `Bij ${undated.length === 1 ? 'één ondertekenaar' : `${undated.length} ondertekenaars`} staat geen datum.`;
    findings.push({ code: 'signature.date_missing', message, spans: undated });
  }
  if (outside.length > 0) {
    findings.push({
      code: 'signature.outside_period',
      message: 'De datum van ondertekening valt buiten de periode van de agenda.',
      spans: outside,
    });
  }
  return findings;
}

function personFindings(text: string, replaced: Span[]): Finding[] {
  const findings: Finding[] = [];
  if (replaced.length > 0) {
    const message = 'Hier stonden namen of adressen van personen; in het concept staat daarvoor een rol.';
    findings.push({ code: 'person.name_replaced', message, spans: replaced });
  }
  const sorted = [...replaced].sort((a, b) => a.start - b.start);
  let next = 0;
  const left = personsAnywhere(text, 0, text.length).filter(({ start, end }) => {
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= start) next += 1;
    return (sorted[next]?.start ?? Infinity) >= end;
  });
  if (left.length > 0) {
    const message = 'Hier staat misschien de naam van een persoon. Vervang die door een rol als dat kan.';
    findings.push({
      code: 'person.name_in_text',
      message,
      spans: left.map(({ start, end }) => ({ start, end })),
    });
  }
  return findings;
}
