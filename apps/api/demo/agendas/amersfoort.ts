// Demo agenda of Amersfoort, shared within the alliance only. Invented, apart from the name of the municipality.
import type { DemoAgenda } from '../types.ts';

export const amersfoort: DemoAgenda = {
  key: 'agenda-amersfoort',
  municipality: 'gm0307',
  kind: 'gka_agenda',
  title: 'GKA-agenda Amersfoort: kansrijk adviseren',
  periodFrom: 0,
  periodTo: 3,
  mission:
    'Het advies dat een kind krijgt, past bij wat dat kind kan. Niet bij wat wij van zijn ouders denken.',
  background:
    'Drie jaar lang keken scholen terug op de adviezen die zij gaven. Daaruit bleek dat kinderen van ouders zonder startkwalificatie vaker een lager advies kregen bij dezelfde scores. Het verschil wordt kleiner, maar is er nog. Met deze agenda gaan wij van kijken naar doen.',
  principles: [
    {
      title: 'Hoge verwachtingen',
      text: 'We spreken uit wat een kind kan worden, en zoeken daarna naar wat nodig is om er te komen.',
    },
    {
      title: 'Alle scholen of geen',
      text: 'Dit werkt alleen als iedereen meedoet. Daarom tekenen alle besturen.',
    },
    { title: 'Steun na de overstap', text: 'Een hoger advies zonder hulp is geen kans maar een gok.' },
  ],
  goals: [
    {
      key: 'amersfoort-1',
      number: '1',
      title: 'Adviezen die passen',
      text: 'Leraren bespreken twijfelgevallen met een collega van een andere school. Toetsen, gesprekken en werk wegen mee.',
      intendedResults: [
        { text: 'Het verschil tussen wijken halveert' },
        {
          text: 'Alle basisscholen bespreken adviezen met een andere school',
          target: { value: 48, unit: 'scholen', year: 1 },
        },
      ],
      goals: [],
    },
    {
      key: 'amersfoort-2',
      number: '2',
      title: 'Een brugklas die opvangt',
      text: 'Leerlingen met een hoger advies dan verwacht krijgen in de eerste maanden extra instructie en een vaste begeleider.',
      intendedResults: [
        {
          text: 'Negen van de tien leerlingen zitten in klas 3 op hun adviesniveau',
          target: { value: 90, unit: 'procent', year: 3 },
        },
      ],
      goals: [],
    },
    {
      key: 'amersfoort-3',
      number: '3',
      title: 'Niemand raakt uit beeld',
      text: 'Jongeren die thuiszitten, krijgen een weg terug die bij hen past.',
      intendedResults: [{ text: 'Elke thuiszitter heeft binnen drie maanden een plan' }],
      goals: [],
    },
  ],
  actions: [
    {
      key: 'amersfoort-a1',
      text: 'Scholen krijgen elk najaar een blad over de weg van hun oud-leerlingen.',
      goals: ['amersfoort-1'],
      status: 'under_way',
      from: 0,
      until: 3,
      who: 'Onderzoeksbureau',
      interventions: ['amersfoort-kansrijk-adviseren'],
    },
    {
      key: 'amersfoort-a2',
      text: 'Ouders krijgen in groep 6 uitleg over het advies, op school en in het buurthuis.',
      goals: ['amersfoort-1', 'amersfoort-2'],
      status: 'under_way',
      from: 0,
      until: 1,
      who: 'Basisscholen',
      interventions: ['amersfoort-kansrijk-adviseren'],
    },
    {
      key: 'amersfoort-a3',
      text: 'De middelbare scholen maken een rooster met steunuren in de eerste tien weken.',
      goals: ['amersfoort-2'],
      status: 'planned',
      from: 0,
      until: 1,
      who: 'Besturen voortgezet onderwijs',
      interventions: [],
    },
    {
      key: 'amersfoort-a4',
      text: 'De fietswerkplaats krijgt vier plaatsen erbij.',
      goals: ['amersfoort-3'],
      status: 'planned',
      from: 1,
      until: 1,
      who: 'Gemeente',
      interventions: ['amersfoort-thuiszitters-klusdag'],
    },
  ],
  bodies: [
    {
      name: 'Regiegroep adviseren',
      text: 'Bestuurders en de wethouder. Elk kwartaal, met één school die laat zien wat zij doet.',
    },
  ],
  keyFigures: [
    'Heroverwegingen en bijstellingen',
    'Niveau in klas 3 ten opzichte van het advies',
    'Jongeren die langer dan drie maanden thuiszitten',
  ],
  commitments: [
    'Twee keer per jaar overleg met de alliantie.',
    'Cijfers van scholen worden niet naast elkaar openbaar gemaakt.',
    'Eén kennissessie per jaar over kansrijk adviseren.',
  ],
  signatories: [
    { role: 'Wethouder onderwijs', organisation: 'Gemeente Amersfoort', dateDaysAgo: 200 },
    {
      role: 'Namens de schoolbesturen',
      organisation: 'Overleg van schoolbesturen (voorbeeld)',
      dateDaysAgo: 200,
    },
  ],
  visibility: 'alliance',
  publishedDaysAgo: 185,
};
