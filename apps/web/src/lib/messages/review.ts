// Words for what was found in a document and for what people decide about it.
import type { ReviewItem } from '../wire.ts';
import { fieldLabel } from './fields.ts';

const own: Record<string, string> = {
  period: 'Periode',
  mission: 'Missie',
  background: 'Achtergrond',
  principles: 'Uitgangspunt',
  addenda: 'Aanvulling',
  goals: 'Doel',
  goalText: 'Toelichting bij doel',
  results: 'Resultaat',
  actions: 'Actie',
  bodies: 'Overleg',
  keyFigures: 'Kengetal',
  commitments: 'Afspraak',
  signatories: 'Ondertekenaar',
  moreInformation: 'Meer informatie',
  participations: 'Doet mee',
  unplaced: 'Tekst zonder plek',
};

const findings: Record<string, string> = {
  agenda: 'Gegevens van de agenda',
  commitment: 'Nummer van een afspraak',
  funding: 'Geld en gemeenten',
  goal: 'Doelen',
  intervention: 'Interventies',
  municipality: 'Naam van een gemeente',
  period: 'Periode',
  person: 'Naam van een persoon',
  reach: 'Aantal leerlingen',
  signature: 'Ondertekening',
  text: 'Tekst van het document',
};
const findingsByCode: Record<string, string> = {
  'text.left_open': 'Iets opengelaten',
  'text.scanning_fault': 'Leesfout',
  'intervention.references_differ': 'Verwijzing naar een interventie',
};

type Labelled = Pick<ReviewItem, 'field' | 'number' | 'group'>;

export function itemLabel({ field, number, group }: Labelled): string {
  if (group === 'findings')
    return findingsByCode[field] ?? findings[field.split('.')[0] ?? ''] ?? 'Aandachtspunt';
  const label = group.startsWith('intervention/')
    ? (own[field] ?? fieldLabel(field))
    : (own[field] ?? fieldLabel(field));
  return group.startsWith('intervention/') || number === '' ? label : `${label} ${number}`;
}

export function groupLabel(group: string): string {
  const position = /^intervention\/(\d+)$/.exec(group)?.[1];
  if (position) return `Interventie ${position}`;
  const labels: Record<string, string> = {
    agenda: 'De agenda',
    goals: 'Doelen, resultaten en acties',
    more: 'Verder',
    findings: 'Aandachtspunten',
    unplaced: 'Zonder plek',
  };
  return labels[group] ?? group;
}

/** Label with its group, where the group does not stand beside it. */
export const fullLabel = (item: Labelled): string =>
  item.group.startsWith('intervention/') ? `${groupLabel(item.group)}: ${itemLabel(item)}` : itemLabel(item);

type Verdict = NonNullable<ReviewItem['decision']>['verdict'];

export const verdictLabels: Record<Verdict, string> = {
  open: 'nog niet bekeken',
  accepted: 'overgenomen',
  edited: 'gewijzigd overgenomen',
  moved: 'verplaatst',
  left: 'niet overgenomen',
  settled: 'afgehandeld',
};
export const verdictSigns: Record<Verdict, string> = {
  open: '○',
  accepted: '✓',
  edited: '✎',
  moved: '→',
  left: '–',
  settled: '✓',
};
export const verdictTones = {
  open: 'plain',
  accepted: 'leaf',
  edited: 'leaf',
  moved: 'accent',
  left: 'plain',
  settled: 'leaf',
} as const satisfies Record<Verdict, string>;

type Settlement = NonNullable<NonNullable<ReviewItem['decision']>['choice']>;

export const settlementLabels: Record<Settlement, string> = {
  as_is: 'Het document klopt zo',
  corrected: 'Ik heb het in het veld verbeterd',
  irrelevant: 'Dit maakt hier niet uit',
  ask: 'Iemand moet dit nog uitzoeken',
};
