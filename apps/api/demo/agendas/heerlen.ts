// Demo agenda of Heerlen. Invented, apart from the name of the municipality.
import type { DemoAgenda } from '../types.ts';

export const heerlen: DemoAgenda = {
  key: 'agenda-heerlen',
  municipality: 'gm0917',
  kind: 'gka_agenda',
  title: 'GKA-agenda Heerlen: talent heeft geen postcode',
  periodFrom: -2,
  periodTo: 1,
  mission: 'In Heerlen bepaalt niet je straat, maar wat je kunt en wilt, hoe ver je komt.',
  background:
    'In sommige wijken krijgt de helft van de leerlingen een advies voor vmbo-basis of -kader, in andere één op de tien. Dat verschil is groter dan wij uit toetsen kunnen verklaren. Scholen, welzijn en gemeente hebben vorig jaar samen naar de cijfers gekeken en drie doelen gekozen.\n\nDe agenda sluit aan op wat er al loopt in Parkstad. Waar leerlingen over de gemeentegrens naar school gaan, doen wij het samen met de buren.',
  principles: [
    {
      title: 'Eerst de leerling die het minst krijgt',
      text: 'Extra geld en extra mensen gaan naar de plekken waar de achterstand het grootst is, ook als een andere school eerder vroeg.',
    },
    {
      title: 'Vijf jaar volhouden',
      text: 'Wij beginnen aan weinig en maken af wat we beginnen. Elk jaar kijken we of het beter gaat.',
    },
    {
      title: 'Open over wat niet lukt',
      text: 'Een aanpak die niet werkt, stoppen we. Wat we ervan leerden, zetten we op papier voor anderen.',
    },
  ],
  goals: [
    {
      key: 'heerlen-1',
      number: '1',
      title: 'Leren na schooltijd voor wie thuis geen plek heeft',
      text: 'Een tafel, rust en iemand die meekijkt: dat is voor veel leerlingen niet vanzelfsprekend. Wij maken plekken in de wijk waar dat er wel is.',
      intendedResults: [
        {
          text: 'Zes buurthuizen hebben een huiswerkplek',
          target: { value: 6, unit: 'buurthuizen', year: 1 },
        },
        { text: 'Minder leerlingen blijven zitten in klas 1 en 2' },
      ],
      goals: [],
    },
    {
      key: 'heerlen-2',
      number: '2',
      title: 'Elke leerling is op school',
      text: 'Verzuim begint klein. Wij zijn er snel bij, en kijken eerst wat er aan de hand is.',
      intendedResults: [
        {
          text: 'Binnen drie dagen contact bij beginnend verzuim',
          target: { value: 95, unit: 'procent', year: 0 },
        },
        { text: 'Minder jongeren zitten langer dan drie maanden thuis' },
      ],
      goals: [
        {
          key: 'heerlen-2-1',
          number: '2.1',
          title: 'Mentoren weten wat zij kunnen doen',
          text: 'De mentor is de eerste die het ziet. Dan moet hij ook weten wat een goed eerste gesprek is.',
          intendedResults: [
            {
              text: 'Mentoren van vier scholen zijn getraind',
              target: { value: 4, unit: 'scholen', year: 0 },
            },
          ],
          goals: [],
        },
      ],
    },
    {
      key: 'heerlen-3',
      number: '3',
      title: 'Ouders kunnen meepraten over het schooladvies',
      text: 'Veel ouders horen het advies, maar weten niet welke vragen zij mogen stellen. Wij leggen het eerder en eenvoudiger uit.',
      intendedResults: [
        { text: 'Ouders krijgen in groep 6 al uitleg over de weg naar het voortgezet onderwijs' },
      ],
      goals: [],
    },
  ],
  actions: [
    {
      key: 'heerlen-a1',
      text: 'Wij openen elk jaar een nieuwe huiswerkplek in een buurthuis.',
      goals: ['heerlen-1'],
      status: 'under_way',
      from: -2,
      until: 1,
      who: 'Gemeente en welzijnsorganisatie',
      interventions: ['heerlen-huiswerkplek'],
    },
    {
      key: 'heerlen-a2',
      text: 'Studenten van de hogeschool krijgen een training van twee dagen voordat zij leerlingen begeleiden.',
      goals: ['heerlen-1'],
      status: 'done',
      from: -2,
      until: -1,
      who: 'Hogeschool',
      interventions: ['heerlen-huiswerkplek'],
    },
    {
      key: 'heerlen-a3',
      text: 'Op vier scholen komt een team dat bij de derde dag verzuim in actie komt.',
      goals: ['heerlen-2'],
      status: 'under_way',
      from: -2,
      until: 0,
      who: 'Leerplicht, GGD en scholen',
      interventions: ['heerlen-aanwezigheid'],
    },
    {
      key: 'heerlen-a4',
      text: 'Mentoren volgen samen een training in het eerste gesprek.',
      goals: ['heerlen-2', 'heerlen-2-1'],
      status: 'under_way',
      from: -2,
      until: -1,
      who: 'Schoolbesturen',
      interventions: ['heerlen-aanwezigheid'],
    },
    {
      key: 'heerlen-a5',
      text: 'We maken een filmpje en een blad over de overstap, in zes talen.',
      goals: ['heerlen-3'],
      status: 'planned',
      from: 0,
      until: 1,
      who: 'Gemeente en ouderraden',
      interventions: [],
    },
    {
      key: 'heerlen-a6',
      text: 'Een bonus voor leerlingen met weinig verzuim. Gestopt: het hielp alleen leerlingen die toch al kwamen.',
      goals: ['heerlen-2'],
      status: 'stopped',
      from: -2,
      until: -1,
      who: 'Eén school',
      interventions: [],
    },
    {
      key: 'heerlen-a7',
      text: 'Ouders en leraren oefenen samen het adviesgesprek, in het buurthuis waar ook de huiswerkplek is.',
      goals: ['heerlen-1', 'heerlen-3'],
      status: 'planned',
      from: -1,
      until: 0,
      who: 'Basisscholen en welzijn',
      interventions: [],
    },
  ],
  bodies: [
    {
      name: 'LEA-overleg',
      text: 'Bestuurders van scholen, opvang en welzijn komen drie keer per jaar bij elkaar, met de wethouder als voorzitter.',
    },
    {
      name: 'Werkgroep gelijke kansen',
      text: 'Acht mensen uit de praktijk maken van de doelen een planning en melden wat vastloopt.',
    },
  ],
  keyFigures: [
    'Schooladviezen per wijk, vergeleken met het niveau in klas 3',
    'Leerlingen die langer dan vier weken verzuimen',
    'Zittenblijvers in klas 1 en 2',
    'Stapelaars in het voortgezet onderwijs',
  ],
  commitments: [
    'Twee keer per jaar overlegt de wethouder met de alliantie.',
    'Eén keer per jaar ontvangen wij andere gemeenten voor een kennissessie.',
    'Wij delen onze interventies, ook die zijn gestopt.',
    'Wij doen mee aan de landelijke agenda voor kennisdeling.',
  ],
  signatories: [
    { role: 'Wethouder onderwijs', organisation: 'Gemeente Heerlen', dateDaysAgo: 800 },
    {
      role: 'Voorzitter college van bestuur',
      organisation: 'Schoolbestuur voortgezet onderwijs (voorbeeld)',
      dateDaysAgo: 800,
    },
    { role: 'Directeur', organisation: 'Welzijn Mijnstreek (voorbeeld)', dateDaysAgo: 796 },
  ],
  visibility: 'public',
  publishedDaysAgo: 780,
};
