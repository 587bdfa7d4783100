/** The words of the form: its chapters and labels, and how dates, numbers and states are said. Writer and reader share them. */
import type { AgendaKind, TemplateField } from '../draft.ts';
import type {
  ActionStatus,
  Commitment,
  Moment,
  PaperPeriod,
  PaperStatusChange,
  Readership,
} from '../write/paper.ts';

/** By this a file says that it follows the form; a newer form that reads otherwise gets another number. */
export const formMark = 'Kansenplein formulier 1';

/** Chapters in the order of the agenda. */
export const chapters = {
  mission: 'Missie',
  background: 'Achtergrond',
  pillars: 'Pijlers',
  principles: 'Uitgangspunten',
  goals: 'Doelstellingen',
  otherActions: 'Overige acties',
  progress: 'Voortgang',
  interventions: 'Interventies',
  bodies: 'Overleg',
  organisations: 'Partijen en scholen',
  keyFigures: 'Kengetallen',
  commitments: 'Samenwerkingsafspraken',
  otherAgreements: 'Overige afspraken',
  addenda: 'Addenda',
  attachments: 'Bijlagen',
  content: 'Inhoud van het addendum',
  signatures: 'Ondertekening',
  provenance: 'Waar dit vandaan komt',
} as const;

export type Chapter = keyof typeof chapters;

/** The alliance's template. */
export const fieldLabels: Record<TemplateField, string> = {
  title: 'Naam/titel interventie',
  parties: 'Betrokken partijen',
  goal: 'Doel interventie',
  targetGroup: 'Doelgroep',
  locations: 'Locatie (wijk, school)',
  activities: 'Omschrijving activiteiten',
  monitoring: 'Monitoring en evaluatie',
  funding: 'Financiering',
  moreInformation: 'Meer informatie (website, contactpersoon)',
};

export const factLabels = {
  kind: 'Soort',
  agenda: 'Hoort bij',
  municipality: 'Gemeente',
  period: 'Looptijd',
  status: 'Stand',
  version: 'Versie',
  readableBy: 'Te lezen voor',
  signedOn: 'Ondertekend op',
  address: 'Adres',
  writtenOn: 'Afgedrukt op',
} as const;

export const kindNames: Record<AgendaKind, string> = {
  gka_agenda: 'GKA-agenda',
  local_accord: 'Onderwijskansenakkoord',
  national_theme: 'Landelijke thema-agenda',
};

export const paperNames = { addendum: 'Addendum', intervention: 'Interventie' } as const;

export const partNames = {
  results: 'Resultaten',
  actions: 'Acties',
  participations: 'Deelnemende gemeenten',
  localForms: 'Hoe het per gemeente gaat',
  details: 'Wat verder van belang is',
} as const;

export const resultColumns = ['Resultaat', 'Streefwaarde', 'Eenheid', 'Jaar'] as const;
export const actionColumns = ['Actie', 'Wie', 'Wanneer', 'Stand', 'Interventies'] as const;
export const participationColumns = [
  'Gemeente',
  'Deelname',
  'Scholen',
  'Leerlingen',
  'Aandeel in de kosten',
  'Contact',
] as const;
export const signatoryColumns = ['Functie', 'Organisatie', 'Plaats', 'Datum', 'Handtekening'] as const;

export const statusNames: Record<ActionStatus, string> = {
  planned: 'gepland',
  under_way: 'bezig',
  done: 'gedaan',
  stopped: 'gestopt',
};

export const progressColumns = ['Doelstelling', 'Gedaan', 'Bezig', 'Gepland', 'Gestopt', 'Te laat'] as const;

/** On each page of a working copy. */
export const conceptMark = 'Concept: nog niet gepubliceerd';

/** On each page of a paper from a try-out. */
export const exampleMark = 'Voorbeeld uit een proefopstelling';

export const readershipNames: Record<Readership, string> = {
  alliance: 'wie is ingelogd bij Kansenplein',
  municipality: 'de eigen gemeente en wie meedoet',
};

export const commitmentNames: Record<Commitment, string> = {
  intended: 'van plan mee te doen',
  conditional: 'onder voorbehoud',
  confirmed: 'doet mee',
  withdrawn: 'doet niet meer mee',
};

export const notAgreed = 'Nog niet door de gemeente zelf bevestigd';
export const agreedEarlier = 'Nog niet bevestigd sinds de tekst is gewijzigd';
export const leadName = 'Trekker van deze interventie';
export const unknownNumber = 'onbekend';
export const portfolioLabel = 'Portefeuille: ';

/** Stands where nobody wrote anything; read back it is nothing. */
export const notFilledIn = 'Nog niet ingevuld';

/** Shown at the top of a page where a row goes on; who reads the file back tells by it that it is the same row. */
export const continuedMark = '(vervolg)';

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** '2024-09-01' → '1 september 2024'; a year stays a year. Anything else is told as it is. */
export function dutchMoment(moment: Moment): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(moment);
  const month = months[Number(match?.[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : moment;
}

/** The moment that `dutchMoment` told, or null. */
export function momentOf(words: string): Moment | null {
  if (/^\d{4}$/.test(words)) return words;
  const match = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(words);
  const month = months.indexOf(match?.[2] ?? '') + 1;
  if (!match || month === 0) return null;
  return `${match[3]}-${String(month).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
}

const between = ' tot en met ';

/** '1 september 2024 tot en met 31 augustus 2027', 'vanaf 2024', 'tot en met 2026'; null when nothing is known. */
export function dutchPeriod({ from, to }: PaperPeriod): string | null {
  if (from !== null && from === to) return dutchMoment(from);
  if (from !== null && to !== null) return dutchMoment(from) + between + dutchMoment(to);
  if (from !== null) return `vanaf ${dutchMoment(from)}`;
  return to === null ? null : `tot en met ${dutchMoment(to)}`;
}

export function periodOf(words: string): PaperPeriod | null {
  const open = /^(?:(vanaf)|tot en met) (.+)$/.exec(words);
  const [first = '', last] = open ? [open[2]] : words.split(between);
  const moments = [first, last].map((part) => (part === undefined ? null : momentOf(part)));
  if (moments[0] === null || (last !== undefined && moments[1] === null)) return null;
  const one = moments[0] ?? null;
  if (open) return open[1] ? { from: one, to: null } : { from: null, to: one };
  return { from: one, to: last === undefined ? one : (moments[1] ?? null) };
}

/** '1.234,5' */
export const dutchNumber = (value: number): string =>
  new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 20 }).format(value);

export function numberOf(words: string): number | null {
  const match = /^-?[\d.]+(?:,\d+)?$/.test(words);
  return match ? Number(words.replaceAll('.', '').replace(',', '.')) : null;
}

/** '2024 tot en met 2026', 'vanaf 2024'; '' when nothing is known. */
export const dutchYears = (from: number | null, until: number | null): string =>
  dutchPeriod({ from: from?.toString() ?? null, to: until?.toString() ?? null }) ?? '';

/** '12 maart 2026 (versie 3): van gepland naar bezig', oldest first. */
export const dutchHistory = (history: readonly PaperStatusChange[]): string[] =>
  history.map(({ status, version, date }, index) => {
    const before = history[index - 1];
    const from = before ? `van ${statusNames[before.status]} naar ` : '';
    return `${dutchMoment(date)} (versie ${version}): ${from}${statusNames[status]}`;
  });

const changeLine = /^(\d{1,2} \p{L}+ \d{4}) \(versie (\d{1,9})\): (?:van \p{L}+ naar )?(\p{L}+)$/u;

/** The changes that `dutchHistory` told; a line that says something else is none. */
export function historyOf(lines: readonly string[]): PaperStatusChange[] {
  return lines.flatMap((line) => {
    const [, day = '', version, name] = changeLine.exec(line) ?? [];
    const date = momentOf(day);
    const [status] = Object.entries(statusNames).find(([, words]) => words === name) ?? [];
    return date && status ? [{ status: status as ActionStatus, version: Number(version), date }] : [];
  });
}
