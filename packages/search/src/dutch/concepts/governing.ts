// What governs: plans, money, consultation, services, and what is measured.
import type { Concept } from './concept.ts';

export const governing: readonly Concept[] = [
  {
    notation: 'kansengelijkheid',
    prefLabel: 'kansengelijkheid',
    altLabel: ['gelijke kansen', 'kansenongelijkheid', 'kansongelijkheid', 'onderwijskansen'],
    definition: 'Dat talent en inzet bepalen hoe ver een kind komt, en niet afkomst, geld of postcode.',
  },
  {
    notation: 'onderwijsachterstandenbeleid',
    prefLabel: 'onderwijsachterstandenbeleid',
    altLabel: [
      'achterstandenbeleid',
      'gemeentelijk onderwijsachterstandenbeleid',
      'onderwijskansenbeleid',
      'onderwijsachterstandenmiddelen',
    ],
    abbreviation: ['OAB', 'GOAB'],
    hiddenLabel: ['onderwijsachterstandenbudget'],
    related: ['kansengelijkheid', 'vve'],
    definition:
      'Beleid en geld van het Rijk en de gemeente voor kinderen die door hun achtergrond minder kans hebben.',
  },
  {
    notation: 'onderwijsachterstand',
    prefLabel: 'onderwijsachterstand',
    altLabel: ['leerachterstand'],
    related: ['onderwijsachterstandenbeleid'],
    definition: 'Als een kind minder leert dan het kan, door de omstandigheden waarin het opgroeit.',
  },
  {
    notation: 'achterstandsscore',
    prefLabel: 'achterstandsscore',
    broader: ['onderwijsachterstandenbeleid'],
    related: ['schoolweging'],
    definition: 'Getal van het CBS waarmee het Rijk het geld voor onderwijsachterstanden verdeelt.',
  },
  {
    notation: 'schoolweging',
    prefLabel: 'schoolweging',
    definition: 'Getal van het CBS dat laat zien hoe zwaar de opgave van een basisschool is.',
  },
  {
    notation: 'lokale-educatieve-agenda',
    prefLabel: 'Lokale Educatieve Agenda',
    altLabel: ['lokaal educatieve agenda'],
    abbreviation: ['LEA'],
    definition:
      'Jaarlijks overleg van gemeente, schoolbesturen en kinderopvang, en de afspraken die daar gemaakt worden.',
  },
  {
    notation: 'gelijke-kansen-alliantie',
    prefLabel: 'Gelijke Kansen Alliantie',
    abbreviation: ['GKA'],
    related: ['kansengelijkheid'],
    definition:
      'Programma waarin het ministerie, gemeenten, scholen en partners samenwerken aan gelijke kansen.',
  },
  {
    notation: 'onderwijskansenakkoord',
    prefLabel: 'onderwijskansenakkoord',
    related: ['lokale-educatieve-agenda', 'gelijke-kansen-alliantie'],
    definition:
      'Afspraken van een gemeente met scholen en partners over gelijke kansen, voor een aantal jaren.',
  },
  {
    notation: 'nationaal-programma-onderwijs',
    prefLabel: 'Nationaal Programma Onderwijs',
    altLabel: ['NP Onderwijs'],
    abbreviation: ['NPO'],
    definition:
      'Geld van het Rijk waarmee scholen en gemeenten herstelden wat door corona was blijven liggen.',
  },
  {
    notation: 'masterplan-basisvaardigheden',
    prefLabel: 'Masterplan basisvaardigheden',
    related: ['basisvaardigheden'],
    definition:
      'Programma van het Rijk om taal, rekenen, burgerschap en digitale vaardigheden te verbeteren.',
  },
  {
    notation: 'school-en-omgeving',
    prefLabel: 'School en Omgeving',
    altLabel: ['School & Omgeving'],
    related: ['rijke-schooldag'],
    definition:
      'Regeling van het Rijk voor extra activiteiten rond school, gemaakt door een lokale coalitie.',
  },
  {
    notation: 'samenwerking-in-de-wijk',
    prefLabel: 'wijkteam',
    altLabel: ['sociaal team', 'jeugdteam', 'buurtteam', 'wijkcoalitie', 'wijkgericht werken'],
    definition: 'Hulpverleners die in de wijk samenwerken en bewoners helpen met zorg, geld en opvoeding.',
  },
  {
    notation: 'jeugdgezondheidszorg',
    prefLabel: 'jeugdgezondheidszorg',
    altLabel: ['consultatiebureau', 'jeugdverpleegkundige', 'jeugdarts', 'schoolarts', 'wijkverpleegkundige'],
    abbreviation: ['JGZ'],
    definition: 'Artsen en verpleegkundigen die volgen hoe kinderen groeien, vanaf de geboorte.',
  },
  {
    notation: 'ggd',
    prefLabel: 'gemeentelijke gezondheidsdienst',
    abbreviation: ['GGD'],
    related: ['jeugdgezondheidszorg'],
    definition: 'Dienst van gemeenten die de gezondheid van inwoners bewaakt.',
  },
  {
    notation: 'centrum-voor-jeugd-en-gezin',
    prefLabel: 'Centrum voor Jeugd en Gezin',
    abbreviation: ['CJG'],
    related: ['opvoedondersteuning'],
    definition: 'Plek waar ouders en kinderen terechtkunnen met vragen over opvoeden en opgroeien.',
  },
  {
    notation: 'jeugdhulp',
    prefLabel: 'jeugdhulp',
    altLabel: ['jeugdzorg'],
    definition: 'Hulp aan kinderen en gezinnen bij problemen thuis, op school of met zichzelf.',
  },
  {
    notation: 'bibliotheek',
    prefLabel: 'bibliotheek',
    altLabel: ['bieb', 'bibliotheken', 'taalpunt'],
    related: ['leesbevordering'],
    definition: 'Plek waar iedereen kan lezen, lenen en leren.',
  },
  {
    notation: 'sociaal-economische-status',
    prefLabel: 'sociaal-economische status',
    altLabel: ['sociaaleconomische status'],
    abbreviation: ['SES'],
    definition: 'De plaats van een gezin in de samenleving: opleiding, werk en inkomen.',
  },
  {
    notation: 'monitoring',
    prefLabel: 'monitoring',
    altLabel: ['monitor', 'volgsysteem', 'kansenmonitor', 'dashboard'],
    related: ['evaluatie', 'onderzoek'],
    definition: 'Volgen hoe het gaat, met cijfers en gesprekken die steeds terugkomen.',
  },
  {
    notation: 'evaluatie',
    prefLabel: 'evaluatie',
    altLabel: ['evalueren', 'effectmeting', 'effectonderzoek'],
    definition: 'Achteraf of onderweg nagaan wat iets heeft opgeleverd.',
  },
  {
    notation: 'onderzoek',
    prefLabel: 'onderzoek',
    altLabel: ['wetenschappelijk onderzoek', 'onderzoeker'],
    related: ['evaluatie'],
    definition: 'Met een vaste methode uitzoeken hoe iets zit of werkt.',
  },
  {
    notation: 'kengetal',
    prefLabel: 'kengetal',
    altLabel: ['kerncijfer', 'graadmeter', 'indicator', 'kengetallen'],
    related: ['monitoring'],
    definition: 'Cijfer dat kort laat zien hoe het ergens voor staat.',
  },
  {
    notation: 'werkzame-elementen',
    prefLabel: 'werkzame elementen',
    altLabel: ['werkzame bestanddelen'],
    related: ['evaluatie'],
    definition: 'Wat er in een aanpak in moet blijven, omdat hij anders niet werkt.',
  },
  {
    notation: 'onderwijssegregatie',
    prefLabel: 'onderwijssegregatie',
    altLabel: [
      'segregatie',
      'schoolsegregatie',
      'gemengde scholen',
      'menging',
      'gemengde klassen',
      'zwarte scholen',
      'desegregatie',
    ],
    hiddenLabel: [
      'loting',
      'schoolkeuze',
      'afspiegeling van de buurt',
      'afspiegeling van haar wijk',
      'verschillende achtergrond',
    ],
    related: ['kansengelijkheid'],
    definition: 'Als kinderen van verschillende achtergrond naar verschillende scholen gaan.',
  },
  {
    notation: 'gemeente',
    setting: true,
    prefLabel: 'gemeente',
    altLabel: ['gemeentelijk'],
    definition: 'Het bestuur van een stad of een aantal dorpen.',
  },
];
