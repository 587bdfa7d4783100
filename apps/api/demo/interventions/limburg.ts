// Demo interventions of municipalities elsewhere in Limburg. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const limburg: DemoIntervention[] = [
  {
    key: 'vaals-taalmaatjes',
    municipality: 'gm0981',
    title: 'Taalmaatjes over de grens',
    summary:
      'Kinderen die thuis Duits, Arabisch of Oekraïens spreken, oefenen Nederlands met een maatje uit de bovenbouw. Eén middag per week, in duo’s die een jaar blijven.',
    content: {
      parties: '- Gemeente Vaals\n- Basisscholen in Vaals\n- Bibliotheek\n- Vrijwilligers uit het dorp',
      goal: 'Nieuwe kinderen durven na een halfjaar in de klas te praten. De maatjes leren uitleggen, luisteren en geduld hebben.',
      targetGroup:
        'Kinderen uit groep 3 tot en met 6 die korter dan twee jaar in Nederland naar school gaan. De maatjes zitten in groep 7 en 8.',
      locations: 'De bibliotheek en twee basisscholen. Er doen 24 duo’s mee.',
      activities:
        'De duo’s zien elkaar op woensdagmiddag. Ze lezen samen, koken, spelen winkeltje en lopen door het dorp met een woordenlijst die ze zelf maken. Twee vrijwilligers en een leraar zijn erbij. De maatjes krijgen vooraf één les: hoe praat je langzaam zonder kinderachtig te doen?',
      monitoring:
        'De leraar houdt bij of een kind uit zichzelf praat in de kring. Maatjes en kinderen maken samen een boekje van hun jaar.',
      funding:
        'De gemeente betaalt de coördinator, vier uur per week. De bibliotheek geeft ruimte en boeken.',
      website: '',
      contactRole: 'Coördinator nieuwkomers',
      contactMailbox: 'nieuwkomers@vaals.example',
      activeIngredients: [
        'Een vast maatje, een heel jaar',
        'Praten over echte dingen: winkel, keuken, straat',
        'Ook het maatje leert, en merkt dat',
      ],
      localForm:
        'In een grensdorp spreken veel kinderen Duits. Die taal mag, en helpt vaak om een Nederlands woord te vinden.',
      transferability:
        'Werkt ook in een groter dorp. Houd de groep klein: boven de dertig duo’s wordt het onrustig.',
      unwantedEffects:
        'Een maatje dat stopt, is voor een nieuw kind opnieuw een verlies. We vragen daarom ook het gezin van het maatje om een jaar vol te maken.',
    },
    themes: ['nieuwkomers', 'taalontwikkeling'],
    phases: ['po'],
    programmes: ['lea'],
    ageFrom: 6,
    ageTo: 12,
    periodFrom: -2,
    periodTo: 0,
    course: 'running',
    costBand: 'very_low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 420,
    versions: [
      {
        daysAgo: 60,
        note: 'Uitkomst van de eerste evaluatie toegevoegd; de maatjes krijgen nu drie lessen in plaats van één.',
        changes: {
          course: 'evaluated',
          content: {
            activities:
              'De duo’s zien elkaar op woensdagmiddag. Ze lezen samen, koken, spelen winkeltje en lopen door het dorp met een woordenlijst die ze zelf maken. Twee vrijwilligers en een leraar zijn erbij. De maatjes krijgen vooraf drie lessen: hoe praat je langzaam zonder kinderachtig te doen?',
            monitoring:
              'De leraar houdt bij of een kind uit zichzelf praat in de kring. Bij 19 van de 24 kinderen ging dat vooruit; bij twee niet, en drie kinderen verhuisden. Maatjes en kinderen maken samen een boekje van hun jaar.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: 24,
    ownSchools: 'Twee basisscholen',
  },
  {
    key: 'gulpen-wittem-steunpunt',
    municipality: 'gm1729',
    title: 'Steunpunt overstap in het Heuvelland',
    summary:
      'Drie kleine gemeenten delen één begeleider voor leerlingen die buiten hun dorp naar de middelbare school gaan. Zij reist mee, soms letterlijk.',
    content: {
      parties:
        '- Gemeenten Gulpen-Wittem, Vaals en Valkenburg aan de Geul\n- Negen basisscholen\n- Scholen voor voortgezet onderwijs in de omgeving',
      goal: 'Een leerling uit een klein dorp komt niet alleen te staan op een grote school. In december van de brugklas weet elke leerling bij wie hij terecht kan.',
      targetGroup:
        'Leerlingen van groep 8 die met hulp van hun leraar zeggen dat zij tegen de overstap opzien. Ook hun ouders, die de nieuwe school vaak niet kennen.',
      locations:
        'Basisscholen in drie gemeenten. De begeleider werkt vanuit een lokaal in Gulpen en gaat naar de scholen toe.',
      activities:
        'In het voorjaar oefenen kleine groepjes: de bus nemen, een rooster lezen, een kluisje vinden. In de zomer is er een dag op de nieuwe school zonder lessen. Tot de kerst belt de begeleider elke twee weken. De mentor van de nieuwe school krijgt één bladzijde, geschreven door de leerling zelf.',
      monitoring:
        'In december en juni vragen we leerlingen hoe het gaat. De gemeenten vergelijken hoeveel leerlingen in de brugklas van school wisselen.',
      funding:
        'De drie gemeenten betalen naar het aantal leerlingen. Zonder Valkenburg aan de Geul wordt het aantal uren lager, niet de aanpak anders.',
      website: '',
      contactRole: 'Beleidsmedewerker jeugd',
      contactMailbox: 'jeugd@gulpen-wittem.example',
      activeIngredients: [
        'Eén begeleider voor en na de zomer',
        'Oefenen in het echt, niet op papier',
        'De leerling schrijft zelf wat de mentor moet weten',
      ],
      localForm: 'De busrit hoort erbij omdat de school soms een halfuur rijden is.',
      transferability:
        'Geschikt voor kleine gemeenten die samen genoeg leerlingen hebben. Leg vast wie de begeleider in dienst heeft.',
      unwantedEffects: '',
    },
    themes: ['soepele-overgangen'],
    phases: ['po-vo'],
    programmes: ['lea', 'npo'],
    ageFrom: 11,
    ageTo: 13,
    periodFrom: -1,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 150,
    // The longer period came after Vaals agreed: it is asked again and has not answered yet.
    versions: [
      {
        daysAgo: 9,
        note: 'Het steunpunt gaat een jaar langer door.',
        changes: { periodTo: 2 },
      },
    ],
    participations: [
      {
        municipality: 'gm0981',
        status: 'confirmed',
        agreed: true,
        pupils: 12,
        schools: 'Twee basisscholen',
        budgetShare: 'Een derde van de kosten',
        contactRole: 'Coördinator onderwijskansen',
      },
      { municipality: 'gm0994', status: 'intended', agreed: false, pupils: null, schools: 'Nog te bepalen' },
    ],
    ownPupils: 18,
    ownSchools: 'Vier basisscholen',
  },
  {
    key: 'venlo-leerwerkplek',
    municipality: 'gm0983',
    title: 'Een eerste baan op school',
    summary:
      'Leerlingen van vmbo-basis draaien een dag per week mee in een bedrijf, met een leraar die meegaat. Zo kiezen zij hun mbo-opleiding met iets in handen.',
    content: {
      parties: '- Gemeente Venlo\n- Een school voor vmbo\n- Een roc\n- Elf bedrijven uit de stad',
      goal: 'Leerlingen kiezen een mbo-opleiding die bij hen past en maken het eerste jaar af.',
      targetGroup:
        'Leerlingen van klas 3 en 4 van vmbo-basis en -kader die thuis niemand hebben met een netwerk in het werk dat zij zoeken.',
      locations: 'Eén school voor vmbo. De bedrijven liggen op fietsafstand.',
      activities:
        'Elke woensdag werken de leerlingen in een bedrijf. Een leraar gaat langs en koppelt wat hij ziet aan de lessen van de rest van de week. Na tien weken wisselen de leerlingen van bedrijf. Aan het eind laten zij ouders zien wat zij kunnen.',
      monitoring:
        'Het roc meldt in november hoeveel leerlingen nog op de gekozen opleiding zitten. Bedrijven en leerlingen vullen na elke periode vijf vragen in.',
      funding: 'Regionaal budget tegen voortijdig schoolverlaten en een bijdrage van de bedrijven.',
      website: '',
      contactRole: 'Adviseur onderwijs en arbeidsmarkt',
      contactMailbox: 'onderwijs@venlo.example',
      activeIngredients: [
        'Elke week dezelfde dag, dus echt meewerken',
        'Een leraar die op de werkvloer komt',
        'Wisselen, zodat de leerling kan vergelijken',
      ],
      localForm: 'Logistiek en groen zijn in Venlo groot; dat bepaalt welke bedrijven meedoen.',
      transferability:
        'Begin met bedrijven die al stageplaatsen hebben. Regel verzekering en vervoer voor de eerste dag.',
      unwantedEffects: 'Leerlingen zonder fiets haakten af. Nu is er een leenfiets.',
    },
    themes: ['loopbaan', 'soepele-overgangen'],
    phases: ['vo', 'mbo'],
    programmes: ['gka'],
    ageFrom: 14,
    ageTo: 17,
    periodFrom: -2,
    periodTo: 0,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 265,
    participations: [],
    ownPupils: 60,
    ownSchools: 'Eén school voor vmbo',
  },
];
