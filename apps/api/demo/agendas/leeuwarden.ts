// Demo agenda of Leeuwarden. Invented, apart from the name of the municipality.
import type { DemoAgenda } from '../types.ts';

export const leeuwarden: DemoAgenda = {
  key: 'agenda-leeuwarden',
  municipality: 'gm0080',
  kind: 'local_accord',
  title: 'Onderwijskansenakkoord Leeuwarden: elke taal een kans',
  periodFrom: -1,
  periodTo: 3,
  mission:
    'Kinderen in Leeuwarden leren met alle talen die zij hebben, en elk kind vindt iemand die naar hem luistert.',
  background:
    'In Leeuwarden spreken kinderen thuis Nederlands, Fries of een van de vele andere talen. Die rijkdom werd lang gezien als een probleem. Scholen, opvang en bibliotheek hebben afgesproken er voortaan mee te werken in plaats van ertegen.\n\nTegelijk melden scholen meer leerlingen die somber zijn. Daarom staat veerkracht als tweede doel in dit akkoord.',
  principles: [
    { title: 'Taal is wie je bent', text: 'Wie zijn eigen taal mag meenemen, durft een nieuwe te leren.' },
    { title: 'Dichtbij en zonder drempel', text: 'Hulp is er waar kinderen al zijn.' },
    {
      title: 'Samen leren, ook de volwassenen',
      text: 'Elke aanpak heeft tijd voor mensen die haar uitvoeren om bij elkaar te kijken.',
    },
  ],
  goals: [
    {
      key: 'leeuwarden-1',
      number: '1',
      title: 'Meertalig opgroeien',
      text: 'Voorscholen en scholen geven elke taal een plek, en volgen de groei in het Nederlands goed.',
      intendedResults: [
        {
          text: 'Twaalf peutergroepen werken met drie talen',
          target: { value: 12, unit: 'peutergroepen', year: 2 },
        },
        { text: 'Peuters begrijpen meer Nederlandse woorden als zij vier worden' },
      ],
      goals: [
        {
          key: 'leeuwarden-1-1',
          number: '1.1',
          title: 'Medewerkers die het kunnen',
          text: 'Een coach werkt mee op de groep. Leren gebeurt op de vloer en niet in een zaaltje.',
          intendedResults: [{ text: 'Alle medewerkers van de deelnemende groepen zijn gecoacht' }],
          goals: [],
        },
        {
          key: 'leeuwarden-1-2',
          number: '1.2',
          title: 'Ouders als bron',
          text: 'Ouders vertellen, zingen en lezen voor in hun eigen taal.',
          intendedResults: [{ text: 'Elke groep heeft ten minste vier ouders die meedoen' }],
          goals: [],
        },
      ],
    },
    {
      key: 'leeuwarden-2',
      number: '2',
      title: 'Veerkracht in de onderbouw',
      text: 'Leerlingen van 12 tot 15 jaar vinden op school iemand met wie zij kunnen praten, elke dag.',
      intendedResults: [
        {
          text: 'Alle scholen hebben een plek om binnen te lopen',
          target: { value: 7, unit: 'scholen', year: 2 },
        },
      ],
      goals: [],
    },
  ],
  actions: [
    {
      key: 'leeuwarden-a1',
      text: 'Elk jaar komen er drie peutergroepen bij die met drie talen werken.',
      goals: ['leeuwarden-1', 'leeuwarden-1-1'],
      status: 'under_way',
      from: -1,
      until: 2,
      who: 'Kinderopvang en gemeente',
      interventions: ['leeuwarden-drie-talen'],
    },
    {
      key: 'leeuwarden-a2',
      text: 'De bibliotheek maakt een koffer met boeken in tien talen.',
      goals: ['leeuwarden-1', 'leeuwarden-1-2'],
      status: 'done',
      from: -1,
      until: 0,
      who: 'Bibliotheek',
      interventions: [],
    },
    {
      key: 'leeuwarden-a3',
      text: 'Er komt een afspraak over wat de voorschool aan groep 1 doorgeeft over thuistaal.',
      goals: ['leeuwarden-1'],
      status: 'planned',
      from: -1,
      until: -1,
      who: 'VVE-overleg',
      interventions: [],
    },
    {
      key: 'leeuwarden-a4',
      text: 'Jongerenwerkers openen een praatplek op drie scholen, en daarna op vier andere.',
      goals: ['leeuwarden-2'],
      status: 'under_way',
      from: 0,
      until: 2,
      who: 'Jongerenwerk',
      interventions: ['leeuwarden-vindplaats-veerkracht'],
    },
    {
      key: 'leeuwarden-a5',
      text: 'Leerlingen beoordelen elk jaar zelf of de praatplek helpt.',
      goals: ['leeuwarden-2'],
      status: 'planned',
      from: 1,
      until: 3,
      who: 'Leerlingenraden',
      interventions: [],
    },
  ],
  bodies: [
    {
      name: 'LEA-overleg',
      text: 'Twee keer per jaar met besturen, opvang, bibliotheek en gemeente. Het akkoord is de agenda.',
    },
    {
      name: 'VVE-overleg',
      text: 'Locatieleiders en beleid, zes keer per jaar. Bewaakt de overdracht naar groep 1.',
    },
    { name: 'Tijdelijke werkgroep thuistaal', text: 'Werkt een jaar aan één afspraak en houdt dan op.' },
  ],
  keyFigures: [
    'Bereik van de voorschool',
    'Woordenschat bij de start van groep 1',
    'Leerlingen die zich op school veilig voelen',
  ],
  commitments: [
    'Het overleg komt ten minste twee keer per jaar bij elkaar.',
    'Elk jaar een open middag op een voorschool, ook voor andere gemeenten.',
  ],
  signatories: [
    { role: 'Wethouder onderwijs', organisation: 'Gemeente Leeuwarden', dateDaysAgo: 360 },
    { role: 'Bestuurder', organisation: 'Kinderopvangorganisatie (voorbeeld)', dateDaysAgo: 360 },
    { role: 'Directeur', organisation: 'Bibliotheek (voorbeeld)', dateDaysAgo: 355 },
  ],
  visibility: 'public',
  publishedDaysAgo: 340,
};
