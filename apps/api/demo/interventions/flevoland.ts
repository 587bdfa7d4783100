// Demo interventions of municipalities in Flevoland. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const flevoland: DemoIntervention[] = [
  {
    key: 'almere-wijkcoalitie',
    municipality: 'gm0034',
    title: 'Wijkcoalitie: één rooster voor na schooltijd',
    summary:
      'Scholen, sport, muziek en jongerenwerk in één wijk maken samen het aanbod na schooltijd. Dubbel aanbod verdween, en op vrijdag gebeurt er nu ook iets.',
    content: {
      parties:
        '- Gemeente Almere\n- Zes basisscholen en één school voor voortgezet onderwijs\n- Sportbedrijf, muziekschool, jongerenwerk, makersplaats',
      goal: 'Elk kind in de wijk doet ten minste één keer per week mee aan iets wat het zelf koos.',
      targetGroup: 'Kinderen van 6 tot 14 jaar in één stadsdeel.',
      locations: 'Eén stadsdeel, met zeven scholen en een sporthal.',
      activities:
        'Een coördinator legde alle losse activiteiten naast elkaar. Daaruit bleek dat er op dinsdag vier keer voetbal was en op vrijdag niets. De coalitie maakt nu één rooster per kwartaal. Ouders geven hun kind op via de school.',
      monitoring:
        'Per kwartaal kijken we wie meedoet en wie niet, per klas en zonder namen. Met kinderen die niet meedoen gaan we wandelen en praten.',
      funding: 'Rijksregeling School en Omgeving. De partners brengen hun eigen budget in.',
      website: 'https://www.almere.example/wijkcoalitie',
      contactRole: 'Coördinator wijkcoalitie',
      contactMailbox: 'wijkcoalitie@almere.example',
      activeIngredients: ['Eén rooster voor alle aanbieders', 'Een coördinator die van niemand is'],
      localForm: 'De makersplaats is een oude winkel die leegstond.',
      transferability:
        'Begin met een overzicht van wat er al is. Dat kost een maand en levert meteen ruimte op.',
      unwantedEffects:
        'Aanbieders die minder gekozen werden, voelden zich beoordeeld. We delen de cijfers nu eerst met henzelf.',
    },
    themes: ['brede-ontwikkeling'],
    phases: ['po', 'vo'],
    programmes: ['school-en-omgeving'],
    ageFrom: 6,
    ageTo: 14,
    periodFrom: -2,
    periodTo: 1,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 445,
    versions: [
      {
        daysAgo: 160,
        note: 'De keuze gebeurt nu in de klas in plaats van via ouders; meer kinderen doen mee.',
        changes: {
          ownPupils: 1320,
          content: {
            activities:
              'Een coördinator legde alle losse activiteiten naast elkaar. Daaruit bleek dat er op dinsdag vier keer voetbal was en op vrijdag niets. De coalitie maakt nu één rooster per kwartaal. Kinderen kiezen in de klas, op een tablet met plaatjes. Ouders zien in één bericht waar hun kind is.',
            activeIngredients: [
              'Eén rooster voor alle aanbieders',
              'Kinderen kiezen in de klas, dus iedereen kiest',
              'Een coördinator die van niemand is',
            ],
          },
        },
      },
    ],
    participations: [],
    ownPupils: 940,
    ownSchools: 'Zeven scholen',
  },
  {
    key: 'almere-startersteam',
    municipality: 'gm0034',
    title: 'Startersteam: samen door het eerste jaar',
    summary:
      'Beginnende leraren van verschillende besturen leren samen en kijken bij elkaar in de klas. De stad groeit hard en kan geen leraar missen.',
    content: {
      parties: '- Gemeente Almere\n- Vier schoolbesturen\n- Pabo en lerarenopleiding',
      goal: 'Beginnende leraren blijven in de stad en geven na een jaar met plezier les.',
      targetGroup: 'Leraren in hun eerste twee jaar, in primair en voortgezet onderwijs.',
      locations: 'Bijeenkomsten wisselen van school.',
      activities:
        'Elke drie weken is er een middag met een vraag uit de praktijk. Tussendoor bezoeken starters elkaar, twee aan twee, met één kijkopdracht. Een vertrouwenspersoon van buiten de scholen is altijd bereikbaar.',
      monitoring:
        'De besturen vergelijken elk jaar hoeveel starters blijven. Starters schrijven in januari een brief aan zichzelf en lezen die in juni.',
      funding: 'Schoolbesturen, met een startbijdrage van de gemeente.',
      website: '',
      contactRole: 'Programmaleider lerarentekort',
      contactMailbox: 'onderwijs@almere.example',
      activeIngredients: [
        'Leren over de grens van het eigen bestuur',
        'Kijken in elkaars klas met één opdracht',
      ],
      localForm: 'Almere heeft veel zij-instromers; zij vormen een eigen groep.',
      transferability:
        'De besturen moeten vervanging geven op de middagen. Zonder die afspraak komt niemand.',
      unwantedEffects: '',
    },
    themes: ['professionalisering'],
    phases: ['po', 'vo'],
    programmes: ['lea'],
    ageFrom: null,
    ageTo: null,
    periodFrom: -1,
    periodTo: null,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 170,
    participations: [],
    ownPupils: null,
    ownSchools: 'Scholen van vier besturen',
  },
  {
    key: 'lelystad-verborgen-talent',
    municipality: 'gm0995',
    title: 'Op zoek naar verborgen talent',
    summary:
      'Leraren zoeken in groep 6 naar kinderen die meer kunnen dan hun cijfers laten zien. Zij krijgen een half jaar lang lastige opdrachten in een gemengde groep.',
    content: {
      parties: '- Gemeente Lelystad\n- Negen basisscholen\n- Eén school voor voortgezet onderwijs',
      goal: 'Kinderen met veel in hun mars en weinig steun thuis krijgen een advies dat bij hen past.',
      targetGroup:
        'Leerlingen van groep 6 en 7 die opvallen door vragen, grappen of plannen, niet per se door toetsen.',
      locations: 'Een lokaal op een school voor voortgezet onderwijs.',
      activities:
        'Leraren leren eerst waar zij op kunnen letten. Elk noemt drie kinderen, van wie één die hen verbaast. Op vrijdagmiddag werken 40 kinderen aan vragen zonder vast antwoord: ontwerp een brug, bedenk een wet, verdeel water. In groep 7 en 8 houdt een leraar van de middelbare school contact.',
      monitoring:
        'We volgen het advies van deze kinderen en het niveau in klas 3. Ouders vertellen of hun kind anders over zichzelf praat.',
      funding: 'Gemeente en schoolbesturen, ieder de helft.',
      website: '',
      contactRole: 'Beleidsadviseur onderwijs',
      contactMailbox: 'onderwijs@lelystad.example',
      activeIngredients: [
        'Leraren leren anders kijken',
        'Een groep waarin niemand de enige is',
        'Iemand die contact houdt tot in de brugklas',
      ],
      localForm: '',
      transferability:
        'De training van leraren is het halve werk. Zonder die stap kiest men de kinderen met de hoogste cijfers.',
      unwantedEffects:
        'Kinderen die niet gekozen werden, vonden het oneerlijk. De opdrachten gaan nu ook naar de klas.',
    },
    themes: ['brede-ontwikkeling', 'soepele-overgangen'],
    phases: ['po', 'po-vo'],
    programmes: ['gka'],
    ageFrom: 9,
    ageTo: 12,
    periodFrom: -2,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 365,
    participations: [],
    ownPupils: 40,
    ownSchools: 'Negen basisscholen',
  },
  {
    key: 'lelystad-huiswerkapp',
    municipality: 'gm0995',
    title: 'Huiswerkhulp op de telefoon',
    summary:
      'Leerlingen kunnen ’s avonds via een app een student om hulp vragen. Een proef van twee jaar op twee scholen.',
    content: {
      parties:
        '- Gemeente Lelystad\n- Twee scholen voor voortgezet onderwijs\n- Een leverancier van huiswerkhulp',
      goal: 'Leerlingen zonder hulp thuis krijgen ’s avonds antwoord op hun vraag.',
      targetGroup: 'Leerlingen van klas 1 tot en met 3.',
      locations: 'Twee scholen voor voortgezet onderwijs; de hulp was online.',
      activities:
        'Tussen vijf en negen uur beantwoorden studenten vragen in een chat. Leerlingen krijgen in de klas uitleg over de app.',
      monitoring:
        'De leverancier telt het gebruik. Na een jaar vragen wij leerlingen wie de app gebruikt en waarom.',
      funding: 'Nationaal Programma Onderwijs.',
      website: '',
      contactRole: 'Beleidsadviseur onderwijs',
      contactMailbox: 'onderwijs@lelystad.example',
      activeIngredients: ['Hulp op het moment dat je vastloopt'],
      localForm: '',
      transferability: 'Elke school met telefoons kan meedoen; de leverancier regelt de studenten.',
      unwantedEffects: '',
    },
    themes: ['basisvaardigheden'],
    phases: ['vo'],
    programmes: ['npo'],
    ageFrom: 12,
    ageTo: 15,
    periodFrom: -4,
    periodTo: -2,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'withdrawn',
    withdrawnReason:
      'De proef is gestopt en het contract met de leverancier is afgelopen. Wat wij leerden: leerlingen die hulp het hardst nodig hebben, stellen de vraag niet uit zichzelf. Een vaste begeleider die hen kent, gaat voor een app.',
    withdrawnDaysAgo: 85,
    publishedDaysAgo: 790,
    versions: [
      {
        daysAgo: 400,
        note: 'Uitkomst na een jaar toegevoegd; besloten om te stoppen.',
        changes: {
          course: 'stopped',
          summary:
            'Leerlingen konden ’s avonds via een app een student om hulp vragen. De proef is gestopt: juist de leerlingen voor wie hij bedoeld was, gebruikten hem niet.',
          content: {
            monitoring:
              'Na een jaar bleek dat zes van de tien gebruikers thuis al hulp hadden. Leerlingen zonder hulp zeiden dat zij niet wisten wát zij moesten vragen.',
            transferability:
              'Een app alleen is niet genoeg. Met een vaste begeleider die de leerling kent, zou het misschien anders gaan.',
            unwantedEffects:
              'Het verschil tussen leerlingen met en zonder hulp werd iets groter in plaats van kleiner.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: 240,
    ownSchools: 'Twee scholen voor voortgezet onderwijs',
  },
];
