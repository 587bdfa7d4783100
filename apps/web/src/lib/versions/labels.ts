// What the parts of a compared text are called, and what their closed values mean.
import { formatDate, formatEuros } from '../format.ts';
import { fieldTexts } from '../messages/fields.ts';
import {
  actionLabels,
  agendaKindLabels,
  commitmentLabels,
  costLabels,
  courseLabels,
  perLabels,
  phaseLabels,
  programmeLabels,
  sumLabels,
  themeLabels,
  visibilityLabels,
} from '../messages/labels.ts';

export type Noun = 'intervention' | 'agenda';

const agendaLabels: Readonly<Record<string, string>> = {
  kind: 'Soort',
  title: 'Titel',
  periodFrom: 'Begint in',
  periodTo: 'Loopt tot en met',
  mission: 'Missie',
  background: 'Achtergrond',
  principles: 'Uitgangspunten',
  goals: 'Doelen',
  actions: 'Acties',
  bodies: 'Wie overlegt',
  keyFigures: 'Kengetallen',
  commitments: 'Afspraken',
  signatories: 'Ondertekenaars',
  addenda: 'Aanvullingen',
  organisations: 'Partijen en scholen',
  visibility: 'Wie mag het lezen',
  attachments: 'Bijlagen',
};

/** Parts of an item, by the names on the way down from it. */
const partLabels: Readonly<Record<string, string>> = {
  number: 'Nummer',
  address: 'Adres',
  parent: 'Onderdeel van',
  title: 'Titel',
  name: 'Naam',
  text: 'Tekst',
  intendedResults: 'Resultaat',
  'intendedResults.text': 'Resultaat',
  'intendedResults.target.value': 'Streefwaarde',
  'intendedResults.target.unit': 'Eenheid',
  'intendedResults.target.year': 'Jaar',
  goals: 'Hoort bij doel',
  interventions: 'Interventie',
  status: 'Stand',
  from: 'Van',
  until: 'Tot en met',
  who: 'Wie',
  role: 'Functie',
  organisation: 'Organisatie',
  date: 'Datum',
  periodFrom: 'Geldt vanaf',
  periodTo: 'Geldt tot en met',
  signedOn: 'Ondertekend op',
  signatories: 'Ondertekenaar',
  municipality: 'Gemeente',
  commitment: 'Deelname',
  agreed: 'Zelf bevestigd',
  earlier: 'Bevestigde een eerdere tekst',
  lead: 'Trekker',
  condition: 'Voorbehoud',
  pupils: 'Aantal leerlingen',
  schools: 'Scholen',
  budgetEuros: 'Deel van de kosten',
  budgetPer: 'Bedrag geldt',
  budgetShare: 'Kosten in woorden',
  file: 'Bestand',
  alternative: 'Wat de afbeelding laat zien',
  localForm: 'Hoe het hier gaat',
  group: 'Wie',
  municipalities: 'Aantal gemeenten',
  unknown: 'Gemeenten die geen aantal leerlingen noemen',
  eurosPerYear: 'Geld per jaar',
  eurosInTotal: 'Geld in totaal',
  withoutAmount: 'Gemeenten die geen bedrag noemen',
  contactRole: 'Contact: rol',
  contactMailbox: 'Contact: e-mailadres',
};

/** In reading order; a field that is not here comes last. */
const order: Readonly<Record<Noun, readonly string[]>> = {
  intervention: Object.keys(fieldTexts),
  agenda: Object.keys(agendaLabels),
};

export const fieldName = (noun: Noun, field: string): string =>
  (noun === 'agenda' ? agendaLabels[field] : fieldTexts[field]?.label) ?? field;

export const placeOf = (noun: Noun, field: string): number => {
  const place = order[noun].indexOf(field);
  return place === -1 ? order[noun].length : place;
};

/** `names` without keys and places: `intendedResults.target.value`. */
export const partName = (names: readonly string[]): string =>
  partLabels[names.join('.')] ?? partLabels[names.at(-1) ?? ''] ?? names.join(' ');

/** Whole euros. */
const amounts = new Set(['budget', 'budgetEuros', 'eurosPerYear', 'eurosInTotal']);

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  course: courseLabels,
  costBand: costLabels,
  visibility: visibilityLabels,
  themes: themeLabels,
  phases: phaseLabels,
  programmes: programmeLabels,
  kind: agendaKindLabels,
  status: actionLabels,
  commitment: commitmentLabels,
  budgetPer: perLabels,
  group: sumLabels,
  agreed: { true: 'ja', false: 'nee' },
  earlier: { true: 'ja', false: 'nee' },
  lead: { true: 'ja', false: 'nee' },
};

/** A closed value, or a day, in words; any other text as it is. */
export function valueName(name: string, text: string): string {
  if ((name === 'date' || name === 'signedOn') && /^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text);
  if (amounts.has(name) && /^\d+$/.test(text)) return formatEuros(Number(text));
  const known = values[name];
  return known && Object.hasOwn(known, text) ? (known[text] ?? text) : text;
}
