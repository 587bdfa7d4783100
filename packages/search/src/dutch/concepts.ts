/**
 * The thesaurus, shaped as SKOS: one concept, its preferred label, other labels, abbreviations. Every label of a
 * concept finds the others. `narrower` is found from above only: who asks for 'po' also wants 'basisschool', who asks
 * for 'basisschool' does not want everything about primary education. Labels are in plain form (no accents).
 */

export interface Concept {
  prefLabel: string;
  altLabel?: readonly string[];
  abbreviation?: readonly string[];
  narrower?: readonly string[];
}

export const concepts: readonly Concept[] = [
  // sectors and kinds of education
  {
    prefLabel: 'primair onderwijs',
    altLabel: ['basisonderwijs'],
    abbreviation: ['po'],
    narrower: ['basisschool', 'basisscholen'],
  },
  {
    prefLabel: 'voortgezet onderwijs',
    altLabel: ['middelbaar onderwijs'],
    abbreviation: ['vo'],
    narrower: ['middelbare school', 'middelbare scholen', 'vmbo', 'havo', 'vwo'],
  },
  { prefLabel: 'speciaal onderwijs', abbreviation: ['so'] },
  { prefLabel: 'speciaal basisonderwijs', abbreviation: ['sbo'] },
  { prefLabel: 'voortgezet speciaal onderwijs', abbreviation: ['vso'] },
  {
    prefLabel: 'middelbaar beroepsonderwijs',
    abbreviation: ['mbo'],
    narrower: ['regionaal opleidingencentrum', 'roc'],
  },
  { prefLabel: 'voorbereidend middelbaar beroepsonderwijs', abbreviation: ['vmbo'] },
  { prefLabel: 'hoger beroepsonderwijs', altLabel: ['hogeschool'], abbreviation: ['hbo'] },
  {
    prefLabel: 'voor- en vroegschoolse educatie',
    altLabel: ['voorschoolse educatie', 'vroegschoolse educatie'],
    abbreviation: ['vve'],
    narrower: ['voorschool', 'vroegschool'],
  },
  { prefLabel: 'internationale schakelklas', altLabel: ['schakelklas'], abbreviation: ['isk'] },
  { prefLabel: 'nederlands als tweede taal', abbreviation: ['nt2'] },
  { prefLabel: 'buitenschoolse opvang', abbreviation: ['bso'] },
  { prefLabel: 'peuteropvang', altLabel: ['peuterspeelzaal'], abbreviation: ['psz'] },
  { prefLabel: 'kinderdagverblijf', altLabel: ['kinderopvang'], abbreviation: ['kdv'] },
  { prefLabel: 'kindcentrum', altLabel: ['integraal kindcentrum', 'kindcentra'], abbreviation: ['ikc'] },

  // policy, money, consultation
  {
    prefLabel: 'onderwijsachterstandenbeleid',
    altLabel: ['achterstandenbeleid', 'gemeentelijk onderwijsachterstandenbeleid', 'onderwijskansenbeleid'],
    abbreviation: ['oab', 'goab'],
  },
  { prefLabel: 'lokale educatieve agenda', altLabel: ['lokaal educatieve agenda'], abbreviation: ['lea'] },
  { prefLabel: 'gelijke kansen alliantie', abbreviation: ['gka'] },
  { prefLabel: 'nationaal programma onderwijs', abbreviation: ['npo'] },
  {
    prefLabel: 'samenwerkingsverband',
    altLabel: ['samenwerkingsverband passend onderwijs'],
    abbreviation: ['swv'],
  },
  { prefLabel: 'jeugdgezondheidszorg', abbreviation: ['jgz'] },
  { prefLabel: 'gemeentelijke gezondheidsdienst', abbreviation: ['ggd'] },
  { prefLabel: 'centrum voor jeugd en gezin', abbreviation: ['cjg'] },
  { prefLabel: 'intern begeleider', altLabel: ['interne begeleider'], abbreviation: ['ib', 'iber'] },
  { prefLabel: 'sociaal economische status', altLabel: ['sociaaleconomische status'], abbreviation: ['ses'] },
  { prefLabel: 'monitoring', altLabel: ['monitor', 'volgsysteem'] },
  { prefLabel: 'kansengelijkheid', altLabel: ['gelijke kansen', 'kansenongelijkheid', 'kansongelijkheid'] },

  // school attendance
  { prefLabel: 'schoolverzuim', altLabel: ['verzuim', 'spijbelen'], narrower: ['ziekteverzuim'] },
  {
    prefLabel: 'voortijdig schoolverlaten',
    altLabel: ['schooluitval', 'voortijdige schoolverlaters'],
    abbreviation: ['vsv'],
  },
  { prefLabel: 'thuiszitters', altLabel: ['thuiszitter', 'thuiszitten'] },
  { prefLabel: 'leerplicht', altLabel: ['leerplichtambtenaar'] },

  // what is done
  {
    prefLabel: 'schoolmaatschappelijk werk',
    altLabel: ['schoolmaatschappelijkwerk', 'school maatschappelijk werk', 'schoolmaatschappelijk werker'],
    abbreviation: ['smw'],
  },
  {
    prefLabel: 'overstap',
    altLabel: ['overgang', 'doorstroom', 'schoolovergang'],
    narrower: ['warme overdracht'],
  },
  {
    prefLabel: 'ouderbetrokkenheid',
    altLabel: ['ouderparticipatie', 'educatief partnerschap', 'ouders betrekken'],
  },
  {
    prefLabel: 'verlengde schooldag',
    altLabel: ['rijke schooldag', 'dagarrangement', 'verlengde leertijd', 'brede schooldag'],
  },
  {
    prefLabel: 'zomerschool',
    altLabel: ['vakantieschool', 'zomerscholen'],
    narrower: ['lenteschool', 'weekendschool'],
  },
  { prefLabel: 'huiswerkbegeleiding', altLabel: ['huiswerkklas', 'huiswerkondersteuning'] },
  { prefLabel: 'mentoring', altLabel: ['mentoraat', 'maatjesproject', 'buddyproject'] },
  { prefLabel: 'brugfunctionaris', altLabel: ['verbindingsfunctionaris', 'schoolcontactpersoon'] },
  {
    prefLabel: 'loopbaanorientatie en begeleiding',
    altLabel: ['loopbaanbegeleiding', 'studiekeuze'],
    abbreviation: ['lob'],
  },
  {
    prefLabel: 'taalontwikkeling',
    altLabel: ['taalstimulering', 'taalonderwijs'],
    narrower: ['leesbevordering', 'voorleesproject'],
  },
  { prefLabel: 'taalachterstand', altLabel: ['taalachterstanden'] },
  { prefLabel: 'laaggeletterdheid', altLabel: ['laaggeletterd', 'laaggeletterden'] },
  { prefLabel: 'nieuwkomers', altLabel: ['nieuwkomer', 'nieuwkomersonderwijs', 'anderstaligen'] },
  { prefLabel: 'burgerschap', altLabel: ['burgerschapsonderwijs'] },
  { prefLabel: 'armoede', altLabel: ['armoedebestrijding', 'kinderarmoede'] },
  { prefLabel: 'lerarentekort', altLabel: ['tekort aan leraren', 'leerkrachtentekort'] },
  { prefLabel: 'leraar', altLabel: ['leerkracht', 'docent', 'leraren'] },
  { prefLabel: 'schooladvies', altLabel: ['basisschooladvies', 'eindadvies', 'heroverweging'] },
  { prefLabel: 'gemeente', altLabel: ['gemeentelijk'] },
  { prefLabel: 'bibliotheek', altLabel: ['bieb', 'bibliotheken'] },
];
