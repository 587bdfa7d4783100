// The fields of an intervention as people meet them: question, help, and the order of reading.
import type { InterventionContent } from '../wire.ts';

export interface FieldText {
  label: string;
  hint?: string;
}

export const fieldTexts: Partial<Record<keyof InterventionContent | string, FieldText>> = {
  title: { label: 'Titel', hint: 'Zeg in gewone woorden wat er gebeurt.' },
  summary: {
    label: 'Samenvatting',
    hint: 'Twee zinnen die een collega uit een andere gemeente meteen begrijpt.',
  },
  goal: { label: 'Doel', hint: 'Wat moet er anders zijn als het lukt?' },
  targetGroup: { label: 'Voor wie', hint: 'Welke kinderen, ouders of professionals? Noem geen namen.' },
  locations: { label: 'Waar', hint: 'Wijken en scholen.' },
  activities: { label: 'Wat gebeurt er', hint: 'Wie doet wat, wanneer en hoe vaak?' },
  monitoring: { label: 'Volgen en evalueren', hint: 'Hoe merkt u of het werkt? Wie meet dat?' },
  funding: { label: 'Financiering', hint: 'Waar komt het geld vandaan?' },
  parties: { label: 'Betrokken partijen', hint: 'Organisaties, geen namen van mensen.' },
  organisations: {
    label: 'Partijen en scholen',
    hint: 'Organisaties die hier een eigen pagina hebben. Anderen vinden zo alles van deze partij bij elkaar.',
  },
  activeIngredients: {
    label: 'Werkzame elementen',
    hint: 'Wat moet blijven als een ander het overneemt? Eén per regel.',
  },
  localForm: { label: 'Eigen vorm', hint: 'Wat is hier anders, en mag een ander veranderen?' },
  transferability: { label: 'Om elders te beginnen', hint: 'Wat heeft een andere gemeente nodig?' },
  unwantedEffects: { label: 'Ongewenste effecten', hint: 'Waar moet een ander op letten?' },
  website: { label: 'Website', hint: 'Begint met https://' },
  contactRole: { label: 'Contact: rol', hint: 'Bijvoorbeeld: projectleider gelijke kansen. Geen naam.' },
  contactMailbox: { label: 'Contact: e-mailadres', hint: 'Een algemeen adres, zoals onderwijs@gemeente.nl.' },
  themes: { label: 'Thema’s' },
  phases: { label: 'Fasen' },
  programmes: { label: 'Hoort bij programma' },
  age: { label: 'Leeftijd' },
  ageFrom: { label: 'Leeftijd vanaf' },
  ageTo: { label: 'Leeftijd tot en met' },
  period: { label: 'Looptijd' },
  periodFrom: { label: 'Begonnen in' },
  periodTo: { label: 'Loopt tot en met' },
  programmeLinks: {
    label: 'Beschreven in een landelijk programma of databank',
    hint: 'Bijvoorbeeld de databank van erkende interventies. Lezers zien dat de link naar een andere website gaat.',
  },
  course: { label: 'Hoe staat het ervoor' },
  costBand: { label: 'Kosten per leerling' },
  visibility: { label: 'Wie mag het lezen' },
  evaluates: { label: 'Is een evaluatie van' },
  partOf: { label: 'Is onderdeel van' },
  replaces: { label: 'Komt in de plaats van' },
  participations: { label: 'Wie doet mee' },
  commitment: { label: 'Uw antwoord' },
  condition: { label: 'Onder welk voorbehoud', hint: 'Bijvoorbeeld: als de raad in juni geld vrijmaakt.' },
  pupils: { label: 'Aantal leerlingen', hint: 'Leeg betekent: nog onbekend.' },
  schools: { label: 'Scholen', hint: 'Namen van scholen of locaties.' },
  budget: { label: 'Wat kost het alles bij elkaar', hint: 'In hele euro’s. Leeg betekent: nog niet bekend.' },
  budgetPer: { label: 'Bedrag geldt' },
  totals: { label: 'Samen' },
  attachments: { label: 'Bijlagen' },
  budgetEuros: {
    label: 'Deel van de kosten, in euro’s',
    hint: 'Hele euro’s, zoals: 5000. Leeg betekent: niet genoemd. Het bedrag staat straks op de pagina.',
  },
  budgetShare: {
    label: 'Kosten in woorden',
    hint: 'Alleen als een bedrag niet genoeg zegt, zoals: een derde van de kosten.',
  },
  reason: { label: 'Toelichting voor de trekker' },
  remark: { label: 'Wat moet er nog anders?' },
};

export function fieldLabel(field: string): string {
  return fieldTexts[field]?.label ?? field;
}
