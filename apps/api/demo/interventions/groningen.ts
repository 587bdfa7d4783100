// Demo interventions of municipalities in Groningen. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const groningen: DemoIntervention[] = [
  {
    key: 'groningen-brugfunctionaris',
    municipality: 'gm0014',
    title: 'Brugfunctionaris tussen thuis, school en wijk',
    summary:
      'Op twee basisscholen werkt iemand die gezinnen helpt voordat een vraag een probleem wordt. De weg naar hulp wordt zo een paar deuren korter.',
    content: {
      parties:
        '- Gemeente Groningen\n- Drie schoolbesturen voor primair onderwijs\n- Wijkteams\n- Jeugdgezondheidszorg',
      goal: 'Ouders vinden snel hulp bij geld, opvoeden of wonen. Leraren houden tijd over voor lesgeven en kinderen komen met een rustiger hoofd in de klas.',
      targetGroup:
        'Gezinnen van leerlingen op scholen met een hoge schoolweging. De brugfunctionaris wacht niet tot ouders komen maar staat ’s ochtends bij de deur.',
      locations: 'Twee basisscholen in twee wijken.',
      activities:
        'De brugfunctionaris is vier dagen per week op school. Zij drinkt koffie met ouders, gaat mee naar een loket, kent de regelingen en kent de mensen van het wijkteam bij naam. Zij helpt bij formulieren en bij wat daarachter zit.',
      monitoring:
        'Zij houdt bij hoeveel gezinnen zij spreekt en waarover, zonder namen. Leraren vullen twee keer per jaar in hoeveel tijd zij kwijt zijn aan andere dingen dan lesgeven.',
      funding: 'De helft komt van de gemeente, de andere helft van de schoolbesturen.',
      website: 'https://www.groningen.example/brugfunctionaris',
      contactRole: 'Projectleider onderwijskansen',
      contactMailbox: 'onderwijskansen@groningen.example',
      activeIngredients: [
        'Elke dag zichtbaar op het schoolplein',
        'In dienst van de school, met een lijn naar het wijkteam',
        'Ook de terugkerende vraag wordt opgelost, niet alleen het geval',
      ],
      localForm: 'In Groningen zijn de brugfunctionarissen in dienst van het schoolbestuur.',
      transferability:
        'Kies iemand die de wijk kent. Een diploma is minder belangrijk dan rust en een groot netwerk. Reken op een jaar voordat ouders het vertrouwen.',
      unwantedEffects: '',
    },
    themes: ['ouderbetrokkenheid', 'armoede'],
    phases: ['po'],
    programmes: ['gka', 'school-en-omgeving'],
    ageFrom: 4,
    ageTo: 12,
    periodFrom: -4,
    periodTo: 1,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 1010,
    versions: [
      {
        daysAgo: 640,
        note: 'Van twee naar zes scholen; het overleg met de directeur is toegevoegd.',
        changes: {
          summary:
            'Op zes basisscholen werkt iemand die gezinnen helpt voordat een vraag een probleem wordt. De weg naar hulp wordt zo een paar deuren korter.',
          ownPupils: 1450,
          ownSchools: 'Zes basisscholen',
          content: {
            locations: 'Zes basisscholen in vier wijken.',
            activities:
              'De brugfunctionaris is vier dagen per week op school. Zij drinkt koffie met ouders, gaat mee naar een loket, kent de regelingen en kent de mensen van het wijkteam bij naam. Eén keer in de zes weken bespreekt zij met de directeur welke vragen steeds terugkomen. Daar zoeken zij samen een oplossing voor de hele school voor.',
          },
        },
      },
      {
        daysAgo: 180,
        note: 'Het college besloot door te gaan. Ongewenste effecten beschreven.',
        changes: {
          course: 'continued',
          periodTo: null,
          content: {
            unwantedEffects:
              'Leraren schoven in het begin elke lastige ouder door. Met het team is nu afgesproken wat bij de leraar blijft. Ook vroeg het schrijven van verslagen te veel tijd; dat is gehalveerd.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: 480,
    ownSchools: 'Twee basisscholen',
  },
  {
    key: 'groningen-examenrust',
    municipality: 'gm0014',
    title: 'Examentraining zonder rekening',
    summary:
      'In de meivakantie krijgen examenleerlingen gratis training van hun eigen leraren. Wie geen duur bureau kan betalen, staat zo niet op achterstand.',
    content: {
      parties:
        '- Gemeente Groningen\n- Vijf scholen voor voortgezet onderwijs\n- Universiteit en hogeschool, voor zalen',
      goal: 'Leerlingen gaan goed voorbereid naar het examen, wat hun ouders ook verdienen.',
      targetGroup:
        'Examenleerlingen van vmbo-tl, havo en vwo. Plaatsen gaan eerst naar leerlingen met een jongerenpas.',
      locations: 'Vijf scholen en twee zalen van de hogeschool.',
      activities:
        'Vier dagen in de meivakantie, steeds één vak per dagdeel. Leraren geven uitleg in de ochtend; ’s middags oefenen leerlingen met oude examens en een student naast zich. Er is lunch, en er is een stille ruimte.',
      monitoring:
        'Scholen vergelijken het cijfer van het schoolexamen met dat van het centraal examen, van wie meedeed en van wie niet meedeed.',
      funding: 'De gemeente betaalt de uren van de leraren en de lunch.',
      website: '',
      contactRole: 'Beleidsadviseur voortgezet onderwijs',
      contactMailbox: 'onderwijs@groningen.example',
      activeIngredients: [
        'Eigen leraren, die de leerling en de stof kennen',
        'Gratis en zonder bewijs van inkomen',
        'Oefenen onder examenomstandigheden',
      ],
      localForm: 'De zalen van de hogeschool geven ruimte als een school in de vakantie dicht is.',
      transferability: 'Vraag leraren vóór de kerst. In april hebben zij hun vakantie al geregeld.',
      unwantedEffects:
        'Leerlingen die het minst nodig hadden, meldden zich het snelst aan. Daarom is er nu een week voorrang.',
    },
    themes: ['basisvaardigheden', 'armoede'],
    phases: ['vo'],
    programmes: ['npo'],
    ageFrom: 15,
    ageTo: 18,
    periodFrom: -3,
    periodTo: 0,
    course: 'evaluated',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 390,
    participations: [],
    ownPupils: 310,
    ownSchools: 'Vijf scholen voor voortgezet onderwijs',
  },
  {
    key: 'oldambt-taalhuis-ouders',
    municipality: 'gm1895',
    title: 'Taalhuis op school: ouders leren mee',
    summary:
      'Ouders die moeite hebben met lezen of schrijven, krijgen les op de school van hun kind. Ze oefenen met wat ze elke dag tegenkomen: de nieuwsbrief, de app, het formulier.',
    content: {
      parties:
        '- Gemeenten Oldambt, Veendam en Pekela\n- Bibliotheken\n- Zes basisscholen\n- Vrijwilligers van het taalhuis',
      goal: 'Ouders kunnen zelf lezen wat school schrijft en helpen hun kind met lezen. Kinderen merken dat leren bij elke leeftijd hoort.',
      targetGroup:
        'Ouders met Nederlands als eerste taal of als tweede taal. De leraar ziet het vaak als eerste, en vraagt het zonder schaamte.',
      locations: 'Zes basisscholen in drie gemeenten.',
      activities:
        'Twintig weken lang is er op dinsdagochtend les, direct na het brengen. De helft van de tijd zijn ouders onder elkaar; de andere helft lezen ze met hun kind in de klas. School schrijft intussen haar brieven korter, met hulp van dezelfde ouders.',
      monitoring:
        'Aan begin en eind lezen ouders dezelfde nieuwsbrief en vertellen zij wat erin staat. De bibliotheek volgt wie doorgaat met een cursus.',
      funding:
        'Budget voor volwassenenonderwijs, en van elke gemeente een deel uit het onderwijsachterstandenbeleid.',
      website: '',
      contactRole: 'Coördinator taal',
      contactMailbox: 'taal@oldambt.example',
      activeIngredients: [
        'Les op school, op een tijd dat ouders er toch zijn',
        'Oefenen met echte brieven',
        'School leert ook: haar taal wordt eenvoudiger',
      ],
      localForm: 'De drie gemeenten delen twee docenten; daarom zijn de lesdagen verschillend.',
      transferability:
        'Let op: de groep moet klein genoeg zijn om fouten te durven maken. Acht ouders is goed.',
      unwantedEffects:
        'Ouders die al goed lazen, kwamen voor de gezelligheid. Voor hen is er nu een leesclub.',
    },
    themes: ['ouderbetrokkenheid', 'taalontwikkeling'],
    phases: ['po'],
    programmes: ['oab', 'lea'],
    ageFrom: 4,
    ageTo: 10,
    periodFrom: -1,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 130,
    participations: [
      { municipality: 'gm0047', status: 'confirmed', agreed: true, pupils: 25, schools: 'Twee basisscholen' },
      {
        municipality: 'gm0765',
        status: 'intended',
        agreed: false,
        pupils: null,
        schools: 'Eén basisschool, nog te kiezen',
      },
      // Not on the platform yet: nobody there can confirm.
      {
        municipality: 'gm1950',
        status: 'intended',
        agreed: false,
        pupils: null,
        schools: '',
      },
      {
        municipality: 'gm1952',
        status: 'intended',
        agreed: false,
        pupils: null,
        schools: '',
        declined: 'Wij hebben al een eigen taalhuis. Wel delen wij graag wat wij leerden.',
        namedDaysAgo: 40,
      },
    ],
    ownPupils: 38,
    ownSchools: 'Drie basisscholen',
  },
];
