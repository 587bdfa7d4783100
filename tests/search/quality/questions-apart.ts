// The questions set apart before tuning began: written and judged together with the others, chosen so that every kind of
// question is here, and never looked at one by one while tuning.
import { asked, type Question } from './questions.ts';

export const questionsApart: readonly Question[] = [
  ...asked('word', {
    tutoring: { about: ['tutoring'], near: ['mentoring'] },
    schooladvies: { about: ['schooladvies'] },
    nieuwkomers: { about: ['nieuwkomers'], near: ['thuistaal'] },
    thuistaal: { about: ['thuistaal'], near: ['nieuwkomers'] },
    talentontwikkeling: { about: ['talent'], near: ['rijke-schooldag'] },
  }),
  ...asked('abbreviation', {
    LEA: { programme: 'lea' },
    JGZ: { about: ['huisbezoek-start', 'bereik-voorschool'] },
    sbo: { about: ['passend-onderwijs'] },
    'vo-mbo': { about: ['overstap-vmbo-mbo'] },
  }),
  ...asked('typo', {
    lerarentekrot: { about: ['lerarentekort'], near: ['scholing-leraren'] },
    armoedde: { about: ['geld'], near: ['schoolmaaltijd', 'brugfunctionaris'] },
    brugfuntionaris: { about: ['brugfunctionaris'] },
  }),
  ...asked('form', {
    'stages voor studenten': { about: ['stage'], near: ['loopbaan'] },
    kindcentra: { about: ['kindcentrum'] },
    logopedisten: { about: ['logopedie'] },
  }),
  ...asked('compound', {
    'ouder betrokkenheid': {
      about: ['ouderbetrokkenheid'],
      near: ['brugfunctionaris', 'opvoedsteun', 'taal-ouders'],
    },
    'taal ontwikkeling peuters': { about: ['taal-peuters'], near: ['logopedie', 'bereik-voorschool'] },
    'lees bevordering': { about: ['lezen'] },
    armoedebeleid: { about: ['geld'], near: ['schoolmaaltijd', 'brugfunctionaris'] },
  }),
  ...asked('other words', {
    'hoogbegaafde kinderen': { about: ['talent'] },
    'gratis lunch': {
      about: ['schoolmaaltijd'],
      read: {
        'Schoolontbijt voor iedereen': 2,
        'Niet met een lege maag in de les': 2,
        'Samen ontbijten, rustig beginnen': 2,
      },
    },
    'naschools aanbod': { about: ['rijke-schooldag'], near: ['bso', 'sport', 'cultuur'] },
    schooluitval: { about: ['schooluitval'], near: ['overstap-vmbo-mbo', 'thuiszitters'] },
    stapelaars: { about: ['opstroom'] },
  }),
  ...asked('two ideas', {
    'overstap basisschool middelbare school': { about: ['overstap-po-vo'], near: ['schooladvies'] },
    'mentor mbo': { about: ['mentoring'], phases: ['mbo'] },
    'evaluatie achterstandenbeleid': {
      about: [],
      near: ['onderzoek'],
      read: { 'Evaluatie van het onderwijsachterstandenbeleid': 3 },
    },
    'lezen vmbo': { about: ['lezen'], phases: ['vo'] },
  }),
  ...asked('sentence', {
    'wie heeft er iets gedaan om jongeren zonder diploma terug te halen': { about: ['schooluitval'] },
    'hoe kunnen wij leerlingen helpen die thuis geen rustige plek hebben om te leren': {
      about: ['huiswerk'],
    },
    'hoe maken we de stap van de peutergroep naar groep 1 makkelijker': { about: ['overstap-voorschool'] },
    'welke gemeente betaalt laptops voor kinderen van ouders met weinig geld': {
      about: ['digitaal'],
      and: 'geld',
    },
    'hoe voorkomen we dat leerlingen na het vmbo verdwijnen': {
      about: ['overstap-vmbo-mbo'],
      near: ['schooluitval'],
    },
    'zoek een aanpak voor leerlingen die vaak ziek gemeld worden': {
      about: ['schoolverzuim'],
      near: ['thuiszitters'],
    },
  }),
  ...asked('phrase', {
    '"educatief partnerschap"': { about: ['ouderbetrokkenheid'], phrase: 'educatief partnerschap' },
  }),
  ...asked('exclusion', {
    'verzuim -leraren': { about: ['schoolverzuim'], near: ['thuiszitters'], without: 'leraren' },
  }),
  ...asked('place or year', {
    'tutoring Tilburg': { about: ['tutoring'], municipality: 'gm0855' },
    'GKA-agenda 2023': { about: ['agenda'], year: 2023, kind: 'agenda', named: 'gka-agenda' },
    gm0307: { municipality: 'gm0307' },
  }),
  ...asked('looks alike', {
    vo: { phases: ['vo', 'po-vo'] },
    brug: {
      about: ['verkeer'],
      near: ['brugfunctionaris', 'overstap-po-vo'],
      read: { 'Fietsles voor moeders en kinderen': 0 },
    },
  }),
];
