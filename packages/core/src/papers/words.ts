// How the closed lists of an intervention are said on paper. The pages have the same words; a test compares them.
import type { Attached } from '../files/index.ts';
import type { InterventionContent } from '../interventions/index.ts';

type Words<List extends 'themes' | 'phases' | 'programmes'> = Record<
  InterventionContent[List][number],
  string
>;

export const themeWords: Words<'themes'> = {
  taalontwikkeling: 'Taalontwikkeling',
  ouderbetrokkenheid: 'Ouderbetrokkenheid',
  'soepele-overgangen': 'Soepele overgangen',
  'brede-ontwikkeling': 'Brede ontwikkeling',
  basisvaardigheden: 'Basisvaardigheden',
  professionalisering: 'Professionalisering',
  'welzijn-en-veerkracht': 'Welzijn en veerkracht',
  armoede: 'Armoede',
  aanwezigheid: 'Aanwezigheid op school',
  nieuwkomers: 'Nieuwkomers',
  'kansrijke-start': 'Kansrijke start',
  loopbaan: 'Loopbaan',
};

export const phaseWords: Words<'phases'> = {
  voorschools: 'Voorschools',
  po: 'Basisschool',
  'po-vo': 'Overstap naar de middelbare school',
  vo: 'Middelbare school',
  mbo: 'Mbo',
};

export const programmeWords: Words<'programmes'> = {
  oab: 'Onderwijsachterstandenbeleid (OAB)',
  lea: 'Lokale Educatieve Agenda (LEA)',
  npo: 'Nationaal Programma Onderwijs (NPO)',
  gka: 'Gelijke Kansen Alliantie (GKA)',
  'school-en-omgeving': 'School en Omgeving',
  basisvaardigheden: 'Masterplan basisvaardigheden',
  'kansrijke-start': 'Kansrijke Start',
};

export const courseWords: Record<InterventionContent['course'], string> = {
  preparation: 'In voorbereiding',
  running: 'Loopt',
  evaluated: 'Geëvalueerd',
  continued: 'Voortgezet',
  adjusted: 'Bijgesteld',
  stopped: 'Gestopt',
};

export const costWords: Record<NonNullable<InterventionContent['costBand']>, string> = {
  very_low: 'Zeer laag',
  low: 'Laag',
  moderate: 'Gemiddeld',
  high: 'Hoog',
};

/** What kind of file goes along. */
export const fileWords: Record<Attached['type'], string> = {
  txt: 'tekst',
  docx: 'Word',
  pdf: 'PDF',
  xlsx: 'Excel',
  png: 'afbeelding',
  jpeg: 'afbeelding',
  webp: 'afbeelding',
};
