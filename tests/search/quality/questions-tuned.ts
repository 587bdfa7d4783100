// The questions one may look at while tuning.
import type { Need } from './grade.ts';
import { asked, type Question } from './questions.ts';

const absence: Need = { about: ['schoolverzuim'], near: ['thuiszitters', 'ziekteverzuim-personeel'] };
const parents: Need = {
  about: ['ouderbetrokkenheid'],
  near: ['brugfunctionaris', 'opvoedsteun', 'taal-ouders'],
};
const atHome: Need = { about: ['thuiszitters'], near: ['schoolverzuim', 'passend-onderwijs'] };
const socialWork: Need = { about: ['schoolmaatschappelijk-werk'], near: ['brugfunctionaris'] };
const newcomers: Need = { about: ['nieuwkomers'], near: ['thuistaal'] };
const basics: Need = {
  about: ['lezen', 'taal-peuters'],
  and: 'rekenen',
  read: {
    'Tutoring in groepjes van drie': 3,
    'Onderwijskansenakkoord Tilburg': 3,
    'Tijd voor Toekomst: een rijkere schooldag': 2,
  },
};
const dropOut: Need = { about: ['schooluitval'], near: ['overstap-vmbo-mbo', 'thuiszitters'] };

export const tunedQuestions: readonly Question[] = [
  ...asked('word', {
    ouderbetrokkenheid: parents,
    thuiszitters: atHome,
    verzuim: absence,
    armoede: { about: ['geld'], near: ['schoolmaaltijd', 'brugfunctionaris'] },
    zomerschool: { about: ['zomerschool'] },
    brugfunctionaris: { about: ['brugfunctionaris'] },
    lerarentekort: { about: ['lerarentekort'], near: ['scholing-leraren'] },
    burgerschap: { about: ['burgerschap'] },
    mentoring: { about: ['mentoring'], near: ['tutoring'] },
    'kansrijk adviseren': { about: ['schooladvies'] },
    rekenen: { about: ['rekenen'], near: ['tutoring'] },
    stage: { about: ['stage'], near: ['loopbaan'] },
    pesten: { about: ['pesten'], near: ['welbevinden'] },
  }),
  ...asked('abbreviation', {
    VVE: { about: ['taal-peuters', 'bereik-voorschool', 'scholing-opvang'], near: ['overstap-voorschool'] },
    smw: socialWork,
    ISK: newcomers,
    vsv: dropOut,
    nt2: { about: ['nieuwkomers'], near: ['taal-ouders'] },
    LOB: { about: ['loopbaan'], near: ['stage'] },
    ikc: { about: ['kindcentrum'] },
    SWV: { about: ['passend-onderwijs'] },
    NPO: { programme: 'npo', read: { 'Inhalen wat in de coronatijd bleef liggen': 3 } },
    oab: { programme: 'oab', read: { 'Evaluatie van het onderwijsachterstandenbeleid': 3 } },
    TOS: { about: ['logopedie'] },
    bso: { about: ['bso'], near: ['rijke-schooldag'] },
  }),
  ...asked('typo', {
    verzium: absence,
    ouderbetrokenheid: parents,
    huiswerkbegleiding: { about: ['huiswerk'], near: ['tutoring'] },
    thuisziters: atHome,
    'schoolmaatschapelijk werk': socialWork,
    rekennen: { about: ['rekenen'], near: ['tutoring'] },
  }),
  ...asked('form', {
    thuiszitter: atHome,
    'mentoren voor jongeren': { about: ['mentoring'], near: ['tutoring', 'loopbaan'] },
    zomerscholen: { about: ['zomerschool'] },
    'kwetsbare zwangere': { about: ['huisbezoek-start'] },
    nieuwkomer: newcomers,
    'peuters met taalachterstanden': { about: ['taal-peuters'], near: ['bereik-voorschool', 'logopedie'] },
  }),
  ...asked('compound', {
    'school maatschappelijk werk': socialWork,
    schoolmaatschappelijkwerk: socialWork,
    'huiswerk begeleiding': { about: ['huiswerk'], near: ['tutoring'] },
    'onderwijs achterstanden beleid': {
      programme: 'oab',
      read: { 'Evaluatie van het onderwijsachterstandenbeleid': 3 },
    },
    'school ontbijt': { about: ['schoolmaaltijd'], read: { 'Warme lunch op school': 2 } },
    leesonderwijs: { about: ['lezen'] },
    rekenonderwijs: { about: ['rekenen'] },
    'stage discriminatie': { about: ['stage'], read: { 'Een stageplek voor iedereen': 2 } },
    ziekteverzuim: {
      about: ['ziekteverzuim-personeel'],
      near: ['schoolverzuim'],
      read: { 'Ziek gemeld? Wij bellen': 3 },
    },
  }),
  ...asked('other words', {
    spijbelen: absence,
    'voortijdige schoolverlaters': dropOut,
    ouderparticipatie: parents,
    'verrijkte schooldag': { about: ['rijke-schooldag'] },
    'verlengde leertijd': { about: ['rijke-schooldag'], near: ['zomerschool', 'huiswerk', 'tutoring'] },
    'laaggeletterde ouders': { about: ['taal-ouders'], near: ['lezen'] },
    vluchtelingenkinderen: newcomers,
    meertaligheid: { about: ['thuistaal'], near: ['nieuwkomers'] },
    bijles: { about: ['tutoring'], near: ['huiswerk'] },
    'eerste 1000 dagen': { about: ['huisbezoek-start'] },
    'zij-instromers': {
      about: ['lerarentekort'],
      read: {
        'Leraar kiest voor de wijk': 1,
        'Wonen en werken voor nieuwe leerkrachten': 1,
        'Niemand naar huis gestuurd': 2,
      },
    },
    segregatie: { about: ['menging'] },
    maatje: { about: ['mentoring'] },
    'kinderen met geldzorgen thuis': { about: ['geld'], near: ['brugfunctionaris'] },
  }),
  ...asked('two ideas', {
    'rekenen vmbo': { about: ['rekenen'], phases: ['vo'] },
    'armoede basisschool': { about: ['geld'], phases: ['po'] },
    'warme overdracht peuters': { about: ['overstap-voorschool'], near: ['overstap-po-vo'] },
    'overstap po-vo': { about: ['overstap-po-vo'], near: ['schooladvies'] },
    'overgang vmbo mbo': { about: ['overstap-vmbo-mbo'], near: ['loopbaan'] },
    'ouders van nieuwkomers': { about: ['nieuwkomers'], and: 'ouderbetrokkenheid' },
    'lezen en bibliotheek': {
      about: ['lezen'],
      read: {
        'Begrijpend lezen zonder losse teksten': 1,
        'Een boek is een deur': 2,
        'Leesbevordering in de onderbouw van het vmbo': 2,
      },
    },
    'taal en rekenen': basics,
    'huiswerk vmbo': { about: ['huiswerk'], phases: ['vo'] },
    'welzijn jongeren mbo': { about: ['welbevinden'], phases: ['mbo'] },
    'techniek meisjes': {
      about: ['techniek'],
      read: {
        'Meisjes en techniek': 3,
        'Techniek ontdekken in een echte werkplaats': 2,
        'Studenten openen hun lab': 2,
      },
    },
  }),
  ...asked('sentence', {
    'wie doet er iets aan de overgang van groep 8 naar de brugklas': {
      about: ['overstap-po-vo'],
      near: ['schooladvies'],
    },
    'Hoe krijgen we meer ouders op school?': parents,
    'welke gemeenten hebben ervaring met een brugfunctionaris': { about: ['brugfunctionaris'] },
    'wat kunnen we doen tegen thuiszitten': atHome,
    'wat helpt tegen verzuim op het mbo': {
      about: ['schoolverzuim'],
      phases: ['mbo'],
      near: ['schooluitval'],
    },
    'hoe zorg je dat kinderen niet met honger in de klas zitten': { about: ['schoolmaaltijd'] },
    'zijn er projecten waarin studenten scholieren begeleiden': {
      about: ['mentoring'],
      near: ['huiswerk', 'tutoring', 'loopbaan'],
      read: {
        'Gratis huiswerkbegeleiding in het buurthuis': 3,
        'Huiswerkplek in de buurt': 3,
        'Bijles voor wie het niet kan betalen': 3,
        'Als eerste van de familie gaan studeren': 3,
        'Iemand die in je gelooft': 2,
        'Maatjesproject voor jongeren': 2,
      },
    },
    'Hoe bereiken we peuters die niet naar de voorschool gaan?': {
      about: ['bereik-voorschool'],
      near: ['taal-peuters'],
    },
    'wat doen andere gemeenten aan het lerarentekort': {
      about: ['lerarentekort'],
      near: ['scholing-leraren'],
    },
    'kinderen die een te laag advies krijgen': { about: ['schooladvies'], near: ['opstroom'] },
    'hoe helpen we leerlingen die net in nederland zijn': newcomers,
  }),
  ...asked('phrase', {
    '"warme overdracht"': { about: ['overstap-po-vo', 'overstap-voorschool'], phrase: 'warme overdracht' },
    '"passend onderwijs"': { about: ['passend-onderwijs'], phrase: 'passend onderwijs' },
    '"doorgaande lijn"': { about: ['overstap-voorschool'], near: ['kindcentrum'], phrase: 'doorgaande lijn' },
  }),
  ...asked('exclusion', {
    'overstap -mbo': { about: ['overstap-po-vo', 'overstap-voorschool'], without: 'mbo' },
    'zomerschool -sport': { about: ['zomerschool'], without: 'sport' },
  }),
  ...asked('place or year', {
    gm0917: { municipality: 'gm0917' },
    'rekenen Emmen': { about: ['rekenen'], municipality: 'gm0114' },
    'agenda Heerlen': { about: ['agenda'], municipality: 'gm0917' },
    'onderwijskansenakkoord 2024': {
      about: ['agenda'],
      year: 2024,
      kind: 'agenda',
      named: 'onderwijskansenakkoord',
    },
  }),
  ...asked('looks alike', {
    po: { phases: ['po', 'po-vo'] },
    politie: { about: ['politie'] },
    'taal/rekenen': basics,
    'overgang bij het spoor': { about: ['verkeer'], phrase: 'bij het spoor' },
  }),
];
