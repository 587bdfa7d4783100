// How one subject is told about: several cases that need not share a word, sentences for the body, and the sentence with
// which a document about something else mentions it.
import type { Phase, Programme, Subject } from './facts.ts';

export interface Case {
  title: string;
  summary: string;
  also?: readonly Subject[];
  touches?: readonly Subject[];
}

export interface Wording {
  about: Subject;
  phases: readonly Phase[];
  themes: readonly string[];
  programmes: readonly Programme[];
  cases: readonly Case[];
  goals: readonly string[];
  doings: readonly string[];
  /** Found in documents about something else. */
  aside: string;
}

/** Subjects whose aside shares a word by chance or says nothing about it: being mentioned so is worth nothing. */
export const emptyAsides: ReadonlySet<Subject> = new Set<Subject>([
  'politie',
  'verkeer',
  'burgerschap',
  'stage',
  'digitaal',
  'lerarentekort',
  'bso',
  'kindcentrum',
  'scholing-opvang',
  'gezondheid',
  'ziekteverzuim-personeel',
]);

/** The same group of people in the words that different writers choose. */
export const groupsOf: Readonly<Record<Phase, readonly string[]>> = {
  voorschools: [
    'Peuters van twee tot vier jaar en hun ouders.',
    'Kinderen van nul tot vier op vier locaties.',
    'Jonge kinderen in twee wijken, met voorrang voor wie een VVE-indicatie heeft.',
  ],
  po: [
    'Leerlingen van groep 3 tot en met 6.',
    'Kinderen op acht basisscholen met een hoge schoolweging.',
    'Leerlingen in het PO.',
    'Alle kinderen van de onderbouw en de bovenbouw op drie locaties.',
    'Scholen voor primair onderwijs in het oosten van de gemeente.',
  ],
  'po-vo': [
    'Leerlingen van groep 8 en hun ouders.',
    'Kinderen van elf tot dertien jaar.',
    'Leerlingen uit groep 7 en 8 en brugklassers.',
  ],
  vo: [
    'Leerlingen van klas 1 tot en met 3 van het vmbo.',
    'Scholieren van vmbo, havo en vwo.',
    'Leerlingen in het VO.',
    'Jongeren van twaalf tot zestien jaar op vijf middelbare scholen.',
    'Leerlingen in het voortgezet onderwijs.',
  ],
  mbo: [
    'Mbo-studenten van niveau 2 en 3.',
    'Jongeren op het roc.',
    'Jongeren van zestien tot drieëntwintig jaar.',
  ],
};

export const moneyOf: Readonly<Record<Programme, readonly string[]>> = {
  oab: ['Middelen uit het onderwijsachterstandenbeleid.', 'OAB-budget van de gemeente.'],
  lea: [
    'Afspraak in de Lokale Educatieve Agenda.',
    'Gemeente en schoolbesturen, ieder de helft; vastgelegd in de LEA.',
  ],
  npo: ['Nationaal Programma Onderwijs.', 'NPO-geld van de scholen.'],
  gka: ['Bijdrage van de Gelijke Kansen Alliantie.', 'GKA-agenda en eigen middelen.'],
  'school-en-omgeving': ['Rijksregeling School en Omgeving.', 'Subsidie School & Omgeving.'],
  basisvaardigheden: ['Masterplan basisvaardigheden.', 'Subsidie voor de verbetering van basisvaardigheden.'],
  'kansrijke-start': ['Programma Kansrijke Start.', 'Rijksmiddelen Kansrijke Start.'],
};

export const following: readonly string[] = [
  'We kijken elk halfjaar met de partners wat er goed gaat en wat niet.',
  'Een korte vragenlijst vooraf en achteraf, en gesprekken met deelnemers.',
  'De projectleider telt wie meedoet en wie afhaakt.',
  'Na een jaar beslist de stuurgroep over het vervolg.',
];

export const parties: readonly string[] = [
  'Gemeente, schoolbesturen en welzijn.',
  'Vier scholen, de bibliotheek en een vrijwilligersorganisatie.',
  'Gemeente, kinderopvang en jeugdgezondheidszorg.',
  'Schoolbesturen, hogeschool en ouders.',
];
