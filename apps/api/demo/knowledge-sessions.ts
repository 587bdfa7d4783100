// Knowledge sessions of the demo: held and coming, by municipalities and by the alliance. Days are counted from today.
// Speakers are roles; nobody here is a person.

export interface DemoSession {
  /** Null: the alliance, or the community that is named. */
  readonly municipality: string | null;
  /** Name of a demo community. */
  readonly community?: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  /** Days from today; before zero it was held. */
  readonly days: number;
  readonly from: string;
  readonly until: string;
  readonly form: 'on_site' | 'online' | 'both';
  readonly place: string;
  readonly themes: readonly string[];
  readonly visibility: 'public' | 'alliance' | 'community';
  readonly guests?: true;
  readonly places?: number;
  /** Registering is not possible yet. */
  readonly planned?: true;
  /** Keys of demo interventions. */
  readonly interventions: readonly string[];
  readonly programme: readonly (readonly [from: string, until: string, title: string])[];
  readonly workshops?: readonly (readonly [title: string, places: number])[];
  readonly report?: {
    readonly text: string;
    readonly outcomes: readonly {
      readonly kind: 'takeover' | 'adopts' | 'question';
      readonly text: string;
      readonly intervention?: string;
      readonly municipality?: string;
    }[];
  };
}

export const knowledgeSessions: readonly DemoSession[] = [
  {
    municipality: 'gm0917',
    title: 'De huiswerkplek: wat kost het, wat levert het op',
    summary:
      'Heerlen laat zien hoe een rustige plek na schooltijd werkt, ook voor scholen die weinig ruimte hebben.',
    description:
      'We lopen een middag mee op een huiswerkplek. Daarna praten we over geld, begeleiding en het contact met thuis.\n\nNeem uw eigen vraag mee: aan elke tafel zit iemand die er dagelijks werkt.',
    days: -75,
    from: '13:30',
    until: '16:30',
    form: 'on_site',
    place: 'Wijkcentrum, grote zaal (voorbeeld)',
    themes: ['basisvaardigheden', 'welzijn-en-veerkracht'],
    visibility: 'public',
    guests: true,
    places: 40,
    interventions: ['heerlen-huiswerkplek', 'lelystad-huiswerkapp'],
    programme: [
      ['13:30', '14:00', 'Welkom en rondleiding'],
      ['14:00', '15:30', 'Gesprekken aan tafels'],
      ['15:30', '16:30', 'Wat nemen wij mee?'],
    ],
    report: {
      text: 'Er kwamen vooral vragen over begeleiding: wie staat er elke dag, en wie betaalt die uren? De gemeenten die al begonnen zijn, merken dat een vaste begeleider meer uitmaakt dan een mooie ruimte.\n\nOuders weten de plek te vinden als school hen persoonlijk uitnodigt. Een folder alleen werkt niet.',
      outcomes: [
        {
          kind: 'takeover',
          text: 'Eén vaste begeleider per plek, elke week dezelfde dagen.',
          intervention: 'heerlen-huiswerkplek',
        },
        {
          kind: 'adopts',
          text: 'Wil na de zomer op één school beginnen.',
          municipality: 'gm0928',
          intervention: 'heerlen-huiswerkplek',
        },
        { kind: 'question', text: 'Hoe meten we of leerlingen er rustiger van worden?' },
      ],
    },
  },
  {
    municipality: null,
    title: 'Van po naar vo: adviseren zonder vooroordeel',
    summary: 'Zes gemeenten vertellen hoe zij scholen helpen om kansrijk te adviseren.',
    description:
      'Een landelijke middag over het schooladvies. Met korte verhalen uit de praktijk en tijd om te vragen.',
    days: -33,
    from: '10:00',
    until: '12:00',
    form: 'online',
    place: '',
    themes: ['soepele-overgangen'],
    visibility: 'alliance',
    interventions: ['amersfoort-kansrijk-adviseren', 'deventer-advies-in-gesprek'],
    programme: [
      ['10:00', '11:00', 'Zes keer tien minuten praktijk'],
      ['11:00', '12:00', 'In groepen verder praten'],
    ],
    report: {
      text: 'Het gesprek vóór het advies maakt het verschil, vooral als ouders zelf vertellen wat hun kind thuis laat zien.\n\nScholen vragen om voorbeelden van zo’n gesprek. Die verzamelen we.',
      outcomes: [
        {
          kind: 'takeover',
          text: 'Ouders spreken vóór het advies, niet erna.',
          intervention: 'deventer-advies-in-gesprek',
        },
        { kind: 'question', text: 'Wie bewaart de voorbeelden van gesprekken, en hoe houden we ze actueel?' },
      ],
    },
  },
  {
    municipality: 'gm1952',
    title: 'Kind-ouder ondersteuners vertellen',
    summary: 'Midden-Groningen laat zien wat een ondersteuner in het kindcentrum doet op een gewone dag.',
    description:
      'Met drie verhalen en veel ruimte voor vragen. Ook over grenzen: wat doet een ondersteuner niet?',
    days: 12,
    from: '14:00',
    until: '16:00',
    form: 'both',
    place: 'Gemeentehuis, raadzaal (voorbeeld)',
    themes: ['ouderbetrokkenheid', 'welzijn-en-veerkracht'],
    visibility: 'public',
    guests: true,
    places: 6,
    interventions: ['midden-groningen-kind-ouder-ondersteuner'],
    programme: [
      ['14:00', '15:00', 'Drie verhalen'],
      ['15:00', '16:00', 'Vragen, ook online'],
    ],
  },
  {
    municipality: null,
    title: 'Landelijke dag: ouders als partner',
    summary: 'Een dag vol praktijk over samenwerken met ouders, met workshops van en voor gemeenten.',
    description: 'In de ochtend horen we wat onderzoek zegt. In de middag kiest u een workshop.',
    days: 45,
    from: '09:30',
    until: '16:30',
    form: 'on_site',
    place: 'Congrescentrum in Utrecht (voorbeeld)',
    themes: ['ouderbetrokkenheid', 'professionalisering'],
    visibility: 'public',
    guests: true,
    places: 150,
    interventions: ['kerkrade-ouderkamer', 'oldambt-taalhuis-ouders', 'arnhem-isk-ouders'],
    programme: [
      ['09:30', '10:00', 'Inloop'],
      ['10:00', '12:00', 'Wat werkt, en wat nog niet?'],
      ['15:00', '16:30', 'Samen afsluiten'],
    ],
    workshops: [
      ['Een ouderkamer beginnen', 25],
      ['Ouders die nog weinig Nederlands spreken', 25],
      ['Vaders bereiken', 20],
    ],
  },
  {
    municipality: 'gm0855',
    title: 'Tutoring: eerste uitkomsten van het onderzoek',
    summary: 'Tilburg deelt wat het onderzoek tot nu toe laat zien, en wat nog onzeker is.',
    description: 'Een uur online. De cijfers zijn voorlopig; we bespreken ook wat wij niet weten.',
    days: 27,
    from: '15:30',
    until: '16:30',
    form: 'online',
    place: '',
    themes: ['basisvaardigheden'],
    visibility: 'alliance',
    interventions: ['tilburg-tutoring', 'tilburg-onderzoek-tutoring'],
    programme: [],
  },
  {
    municipality: 'gm0899',
    title: 'Zomer voor groep 8: plannen maken',
    summary: 'Brunssum denkt met buurgemeenten na over een zomerprogramma voor wie naar de brugklas gaat.',
    description: 'Een werkmiddag voor de regio. Het programma staat vast, aanmelden kan binnenkort.',
    days: 80,
    from: '13:00',
    until: '15:30',
    form: 'on_site',
    place: 'Raadhuis (voorbeeld)',
    themes: ['soepele-overgangen', 'brede-ontwikkeling'],
    visibility: 'alliance',
    planned: true,
    places: 30,
    interventions: ['brunssum-zomer-groep-8'],
    programme: [],
  },
  {
    municipality: null,
    community: 'Taal thuis en op school',
    title: 'Voorlezen met ouders die weinig lezen',
    summary: 'Leden laten elkaar zien hoe zij ouders laten meedoen voor wie lezen niet vanzelf gaat.',
    description:
      'Een uur online, met drie korte voorbeelden. Daarna zoeken we samen uit wat u morgen kunt doen.',
    days: 18,
    from: '10:00',
    until: '11:00',
    form: 'online',
    place: '',
    themes: ['taalontwikkeling', 'ouderbetrokkenheid'],
    visibility: 'community',
    places: 15,
    interventions: [],
    programme: [],
  },
];
