// Demo interventions of municipalities in Utrecht and Noord-Holland. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const utrechtNoordHolland: DemoIntervention[] = [
  {
    key: 'amersfoort-kansrijk-adviseren',
    municipality: 'gm0307',
    title: 'Kansrijk adviseren: van groep 6 tot klas 3',
    summary:
      'Basisscholen en middelbare scholen kijken samen terug op adviezen van drie jaar geleden. Wat daaruit blijkt, bespreken zij in elk team.',
    content: {
      parties:
        '- Gemeente Amersfoort\n- Alle schoolbesturen primair en voortgezet onderwijs\n- Een onderzoeksbureau',
      goal: 'Het advies past bij wat een kind kan, ook als thuis niemand heeft doorgeleerd.',
      targetGroup:
        'Leerlingen van groep 6 tot en met klas 3, met aandacht voor kinderen van ouders zonder startkwalificatie.',
      locations: 'De hele stad.',
      activities:
        'Elke basisschool krijgt één blad met de weg die haar oud-leerlingen aflegden: op niveau gebleven, hoger, lager. Teams bespreken dat aan de hand van drie verhalen. In het voorjaar zitten leraren van groep 8 en brugklas een middag aan dezelfde tafel.',
      monitoring:
        'Per wijk volgen we heroverwegingen, bijstellingen en op- en afstroom. Groepen kleiner dan tien laten we weg.',
      funding: 'De gemeente betaalt het onderzoek, de scholen hun eigen tijd.',
      website: 'https://www.amersfoort.example/kansrijk-adviseren',
      contactRole: 'Adviseur onderwijskansen',
      contactMailbox: 'onderwijskansen@amersfoort.example',
      activeIngredients: [
        'Terugkijken op echte leerlingen van de eigen school',
        'Leraren van voor en na de overstap aan één tafel',
      ],
      localForm:
        'De stad kiest ervoor om alle besturen tegelijk te laten meedoen, zodat geen school zich bekeken voelt.',
      transferability:
        'Vraag de data op vóór de zomer. Spreek af dat cijfers van scholen niet naast elkaar in de krant komen.',
      unwantedEffects:
        'Het aantal hogere adviezen steeg snel, ook bij leerlingen die daar moeite mee kregen.',
    },
    themes: ['soepele-overgangen', 'professionalisering'],
    phases: ['po', 'po-vo', 'vo'],
    programmes: ['gka', 'lea'],
    ageFrom: 9,
    ageTo: 15,
    periodFrom: -3,
    periodTo: null,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 655,
    versions: [
      {
        daysAgo: 410,
        note: 'Uitleg aan ouders in groep 6 toegevoegd.',
        changes: {
          content: {
            activities:
              'Elke basisschool krijgt één blad met de weg die haar oud-leerlingen aflegden: op niveau gebleven, hoger, lager. Teams bespreken dat aan de hand van drie verhalen. In het voorjaar zitten leraren van groep 8 en brugklas een middag aan dezelfde tafel. Ouders krijgen in groep 6 al uitleg over wat een advies is.',
            activeIngredients: [
              'Terugkijken op echte leerlingen van de eigen school',
              'Leraren van voor en na de overstap aan één tafel',
              'Ouders al in groep 6 meenemen',
            ],
          },
        },
      },
      {
        daysAgo: 120,
        note: 'Aangepast na de tweede meting: meer steun in de brugklas.',
        changes: {
          course: 'adjusted',
          content: {
            unwantedEffects:
              'Het aantal hogere adviezen steeg snel, ook bij leerlingen die daar moeite mee kregen. De middelbare scholen geven nu extra steun in de eerste maanden.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: null,
    ownSchools: 'Alle basisscholen en middelbare scholen in de gemeente',
  },
  {
    key: 'amersfoort-thuiszitters-klusdag',
    municipality: 'gm0307',
    title: 'Klussen aan de weg terug',
    summary:
      'Jongeren die al maanden thuis zitten, werken twee dagen per week in een fietswerkplaats. Een leraar sleutelt mee en bouwt lessen in als het kan.',
    content: {
      parties:
        '- Gemeente Amersfoort\n- Samenwerkingsverband passend onderwijs\n- Een sociale fietswerkplaats',
      goal: 'Jongeren krijgen weer een ritme en gaan binnen een jaar naar school of werk met leren.',
      targetGroup: 'Jongeren van 14 tot 18 jaar die langer dan drie maanden geen les volgen.',
      locations: 'Eén fietswerkplaats met acht plaatsen.',
      activities:
        'De dag begint om tien uur met ontbijt. Ieder heeft een eigen fiets om op te knappen. De leraar maakt van bestellen en meten een rekenles, maar pas als de jongere daaraan toe is.',
      monitoring: 'Per jongere een plan in eigen woorden, elke zes weken bijgesteld.',
      funding: 'Samenwerkingsverband en gemeente.',
      website: '',
      contactRole: 'Coördinator passend onderwijs',
      contactMailbox: 'passendonderwijs@amersfoort.example',
      activeIngredients: ['Werken met de handen', 'Eerst ritme, dan les'],
      localForm: '',
      transferability: 'Leg vast wie verantwoordelijk is voor de leerplicht in deze periode.',
      unwantedEffects: '',
    },
    themes: ['aanwezigheid', 'welzijn-en-veerkracht'],
    phases: ['vo', 'mbo'],
    programmes: [],
    ageFrom: 14,
    ageTo: 18,
    periodFrom: 0,
    periodTo: 1,
    course: 'running',
    costBand: 'high',
    visibility: 'municipality',
    state: 'published',
    publishedDaysAgo: 55,
    participations: [],
    ownPupils: 8,
    ownSchools: '',
  },
  {
    key: 'zaanstad-brugfunctionaris',
    municipality: 'gm0479',
    title: 'Brugfunctionaris op acht Zaanse scholen',
    summary:
      'Acht scholen hebben een brugfunctionaris die gezinnen de weg wijst. Zaanstad keek dit af in Groningen en koos voor één team dat de gemeente zelf in dienst heeft.',
    content: {
      parties:
        '- Gemeente Zaanstad, werkgever van het team\n- Vijf schoolbesturen\n- Jeugdteams en schuldhulp',
      goal: 'Gezinnen krijgen hulp voordat zorgen de klas binnenkomen.',
      targetGroup: 'Gezinnen van leerlingen op acht basisscholen en één school voor praktijkonderwijs.',
      locations:
        'Acht scholen. Het team heeft een gezamenlijke kamer in het stadhuis, maar komt daar weinig.',
      activities:
        'Elke brugfunctionaris is drie dagen op een school. Op maandag bespreekt het team lastige vragen met schuldhulp en jeugdteam aan tafel. Zij mogen tot een klein bedrag zelf beslissen: een busabonnement, een bril, een paar schoenen.',
      monitoring:
        'Aantal gezinnen, soort vragen, en de tijd tot een antwoord. Een onderzoeker praat jaarlijks met twintig ouders.',
      funding:
        'De gemeente betaalt alles in de eerste drie jaar. Daarna vragen wij een derde aan de besturen.',
      website: '',
      contactRole: 'Teamleider brugfunctionarissen',
      contactMailbox: 'brug@zaanstad.example',
      activeIngredients: [
        'Elke dag zichtbaar op het schoolplein',
        'Zelf mogen beslissen over kleine bedragen',
        'Elke week overleg met wie de regels kent',
      ],
      localForm:
        'Anders dan in Groningen is het team in dienst van de gemeente. Daardoor gaat contact met schuldhulp sneller, en met de schoolleiding soms trager.',
      transferability:
        'Het eigen budget is klein en maakt veel verschil. Vraag uw accountant vooraf hoe u het verantwoordt.',
      unwantedEffects: 'Ouders van andere scholen kwamen vragen waarom zij dit niet hebben.',
    },
    themes: ['ouderbetrokkenheid', 'armoede', 'welzijn-en-veerkracht'],
    phases: ['po', 'vo'],
    programmes: ['gka'],
    ageFrom: 4,
    ageTo: 16,
    periodFrom: -1,
    periodTo: 2,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 150,
    participations: [],
    ownPupils: 2100,
    ownSchools: 'Acht scholen',
    adapted: {
      from: { key: 'groningen-brugfunctionaris', municipality: 'gm0014' },
      reasons: {
        activities:
          'Bij ons is de gemeente werkgever. Daarom kan het team zelf over kleine bedragen beslissen.',
        activeIngredients: 'De korte lijn loopt hier via schuldhulp, want daar zaten de meeste vragen.',
      },
    },
  },
  {
    key: 'zaanstad-isk-brug',
    municipality: 'gm0479',
    title: 'Een dag per week gewoon naar school',
    summary:
      'Leerlingen van de schakelklas volgen elke vrijdag les op de school waar zij later heen gaan. De overstap begint zo een half jaar eerder.',
    content: {
      parties: '- Gemeente Zaanstad\n- Schakelklas\n- Vier scholen voor voortgezet onderwijs',
      goal: 'Nieuwe leerlingen komen op een niveau dat bij hen past en kennen er al iemand.',
      targetGroup: 'Leerlingen in hun laatste half jaar van de schakelklas.',
      locations: 'Vier scholen, met per school ten hoogste zes gastleerlingen.',
      activities:
        'Op vrijdag volgen leerlingen gym, tekenen, wiskunde of Engels met een maatje naast zich. De taaldocent van de schakelklas is die dag op de school en helpt leraren hun les begrijpelijk te maken.',
      monitoring:
        'Na een jaar: zit de leerling nog op hetzelfde niveau? Maatjes en leerlingen vullen een korte vragenlijst in.',
      funding: 'Nieuwkomersbudget van de scholen.',
      website: '',
      contactRole: 'Beleidsadviseur nieuwkomers',
      contactMailbox: 'onderwijs@zaanstad.example',
      activeIngredients: ['Vóór de overstap al meedoen', 'Taaldocent helpt ook de vakleraar'],
      localForm: 'Vrijdag is gekozen omdat de schakelklas dan halve dagen had.',
      transferability: 'De roosters van vijf scholen naast elkaar leggen is het moeilijkste deel.',
      unwantedEffects: 'Leerlingen misten les op de schakelklas. Die wordt nu op dinsdag ingehaald.',
    },
    themes: ['nieuwkomers', 'soepele-overgangen'],
    phases: ['vo'],
    programmes: [],
    ageFrom: 12,
    ageTo: 17,
    periodFrom: -1,
    periodTo: 0,
    course: 'running',
    costBand: 'low',
    visibility: 'alliance',
    state: 'published',
    publishedDaysAgo: 90,
    participations: [],
    ownPupils: 22,
    ownSchools: 'Vier scholen voor voortgezet onderwijs',
  },
  {
    key: 'den-helder-stage',
    municipality: 'gm0400',
    title: 'Stage zonder netwerk',
    summary:
      'Mbo-studenten die geen oom met een bedrijf hebben, krijgen een stageplaats via een groep werkgevers die om de beurt iemand aanneemt, zonder sollicitatiebrief.',
    content: {
      parties: '- Gemeente Den Helder\n- Roc\n- Haven, zorg en techniekbedrijven',
      goal: 'Elke student heeft op tijd een stage. Afkomst of achternaam maakt geen verschil meer.',
      targetGroup: 'Mbo-studenten van niveau 2 en 3 die na vijf pogingen geen plek hebben.',
      locations: 'Eén roc en 26 bedrijven.',
      activities:
        'Bedrijven spreken af dat zij een student aannemen als zij aan de beurt zijn. Een coach brengt de student de eerste dag en belt na een week met beiden. Lukt het niet, dan komt er binnen vijf dagen een andere plek.',
      monitoring: 'We tellen hoe lang studenten wachten en hoeveel stages worden afgemaakt.',
      funding: 'Regionaal arbeidsmarktbudget.',
      website: '',
      contactRole: 'Accountmanager leren en werken',
      contactMailbox: 'lerenenwerken@denhelder.example',
      activeIngredients: [
        'Geen sollicitatie, maar een beurt',
        'Coach gaat de eerste dag mee',
        'Snelle tweede kans',
      ],
      localForm: 'De haven is groot genoeg om altijd een plek te hebben.',
      transferability:
        'Twaalf bedrijven zijn genoeg om een rooster te vullen. Vraag een werkgever om de rest over te halen.',
      unwantedEffects: '',
    },
    themes: ['loopbaan'],
    phases: ['mbo'],
    programmes: [],
    ageFrom: 16,
    ageTo: 23,
    periodFrom: -1,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 140,
    participations: [],
    ownPupils: 48,
    ownSchools: 'Eén roc',
  },
];
