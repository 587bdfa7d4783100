// What the two documents do not say and an editor of Brunssum or Midden-Groningen adds before publishing: a summary,
// themes, phases, a contact; and how far the actions are. Invented, as every figure of the demo.
import type { DemoAction, DemoChanges } from './types.ts';

export interface DemoDocument {
  file: string;
  /** Who brings it in and publishes it. */
  publisher: string;
  publishedDaysAgo: number;
  /** By position in the document. */
  interventions: (DemoChanges & {
    contactRole: string;
    activeIngredients: string[];
    transferability: string;
  })[];
  /** Who of the participants agrees to the first intervention, and how. */
  answers: {
    publisher: string;
    municipality: string;
    commitment: 'intended' | 'conditional' | 'confirmed';
    positions: number[];
  }[];
  /** For a document that names no actions of its own: one per intervention. */
  actionPerIntervention: string[];
  /** Status of the actions, in the order of the document; the rest stays planned. Years are relative to this year. */
  actions: (Pick<DemoAction, 'status' | 'from' | 'until' | 'who'> & { interventions?: string[] })[];
}

export const documents: DemoDocument[] = [
  {
    file: 'brunssum.txt',
    publisher: 'publicist@brunssum.example',
    publishedDaysAgo: 9,
    interventions: [
      {
        summary:
          'De schoolmaatschappelijk werkers van de oude en de nieuwe school schuiven aan bij het overdrachtsgesprek, zodat een kwetsbare leerling niet tussen wal en schip valt.',
        themes: ['soepele-overgangen', 'welzijn-en-veerkracht'],
        phases: ['po-vo'],
        programmes: ['gka', 'oab'],
        ageFrom: 11,
        ageTo: 14,
        costBand: 'low',
        course: 'running',
        contactRole: 'Projectleiding overstap Parkstad',
        activeIngredients: [
          'Beide schoolmaatschappelijk werkers zitten aan tafel',
          'Leerling en ouders besluiten mee',
          'De intern begeleider neemt het initiatief',
        ],
        transferability:
          'Te beginnen met één basisschool en één middelbare school. Nodig: een vaste schoolmaatschappelijk werker aan beide kanten en twee uur per leerling.',
      },
      {
        summary:
          'Van januari in groep 8 tot december in de brugklas helpt één vast gezicht de leerling en de ouders bij de overstap.',
        themes: ['soepele-overgangen', 'ouderbetrokkenheid'],
        phases: ['po-vo', 'vo'],
        programmes: ['gka', 'npo'],
        ageFrom: 11,
        ageTo: 14,
        costBand: 'moderate',
        course: 'running',
        contactRole: 'Projectleiding overstap Parkstad',
        activeIngredients: [
          'Eén vast gezicht, een jaar lang',
          'Ouders krijgen eigen steun',
          'Ook in de zomer is er contact',
        ],
        transferability:
          'De uren lopen over twee schooljaren en twee schoolbesturen: spreek vooraf af wie betaalt.',
      },
      {
        summary:
          'De universiteit volgt de twee andere interventies en vertelt elk halfjaar wat zij opleveren.',
        themes: ['professionalisering', 'soepele-overgangen'],
        phases: ['po-vo'],
        programmes: ['gka'],
        ageFrom: 11,
        ageTo: 14,
        costBand: 'low',
        course: 'running',
        contactRole: 'Projectleiding overstap Parkstad',
        activeIngredients: [
          'Meten met wat scholen toch al bijhouden',
          'Elk halfjaar samen de cijfers bespreken',
        ],
        transferability:
          'Een afspraak met een universiteit of hogeschool in de buurt is genoeg om te beginnen.',
      },
    ],
    answers: [
      {
        publisher: 'publicist@heerlen.example',
        municipality: 'gm0917',
        commitment: 'confirmed',
        positions: [1, 2, 3],
      },
      {
        publisher: 'publicist@kerkrade.example',
        municipality: 'gm0928',
        commitment: 'confirmed',
        positions: [1, 2],
      },
    ],
    actionPerIntervention: [
      'De warme overdracht uitbreiden',
      'Steun voor leerling en ouders',
      'Onderzoek en evaluatie',
    ],
    actions: [],
  },
  {
    file: 'midden-groningen.txt',
    publisher: 'onderwijskansen@midden-groningen.example',
    publishedDaysAgo: 24,
    interventions: [],
    answers: [],
    actionPerIntervention: [],
    actions: [
      { status: 'done', from: -3, until: -1, who: 'Gemeente' },
      { status: 'under_way', from: -3, until: 0, who: 'Aanbieders van VVE' },
      {
        status: 'done',
        from: -3,
        until: -1,
        who: 'Schoolbesturen',
        interventions: ['midden-groningen-tijd-voor-toekomst'],
      },
      { status: 'under_way', from: -2, until: -1, who: 'Elker' },
      { status: 'done', from: -3, until: -2, who: 'Gemeente' },
      { status: 'planned', from: -1, until: -1, who: 'Gemeente en GGD' },
      { status: 'under_way', from: -3, until: 0, who: 'Bibliotheek' },
      { status: 'done', from: -3, until: -2, who: 'Aanbieders van VVE en scholen' },
      { status: 'done', from: -3, until: -2, who: 'Gemeente' },
      {
        status: 'under_way',
        from: -3,
        until: 1,
        who: 'Scholen',
        interventions: ['midden-groningen-tijd-voor-toekomst'],
      },
      { status: 'under_way', from: -2, until: 0, who: 'Scholen' },
      { status: 'under_way', from: -3, until: 0, who: 'LEA' },
      {
        status: 'done',
        from: -3,
        until: -1,
        who: 'Gemeente en welzijn',
        interventions: ['midden-groningen-kind-ouder-ondersteuner'],
      },
      { status: 'under_way', from: -2, until: 0, who: 'Werkgroep onderwijskansen' },
      { status: 'stopped', from: -3, until: -1, who: 'Werkgroep onderwijskansen' },
      { status: 'done', from: -3, until: -3, who: 'Gemeente' },
      { status: 'done', from: -3, until: -2, who: 'Gemeente' },
      { status: 'under_way', from: -3, until: -2, who: 'Schoolbesturen PO en VO' },
    ],
  },
];
