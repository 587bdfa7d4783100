// Demo interventions of municipalities in Overijssel and Gelderland. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const overijsselGelderland: DemoIntervention[] = [
  {
    key: 'enschede-schoolspullen',
    municipality: 'gm0153',
    title: 'Schoolspullen zonder drempel',
    summary:
      'Elke leerling die van groep 8 naar de brugklas gaat, krijgt een tegoed voor een tas, rekenmachine en gymkleren. Niemand hoeft te bewijzen dat hij arm is.',
    content: {
      parties:
        '- Gemeente Enschede\n- Alle scholen voor voortgezet onderwijs\n- Winkeliers\n- Stichting die kinderen in armoede helpt',
      goal: 'Geen leerling begint de brugklas zonder spullen. Ouders hoeven geen geld te lenen in augustus.',
      targetGroup:
        'Leerlingen die naar de brugklas gaan op scholen in wijken met veel lage inkomens. Iedereen in die klas krijgt hetzelfde.',
      locations: 'Elf basisscholen geven de pas mee, in de laatste schoolweek.',
      activities:
        'De leraar van groep 8 deelt de pas uit bij het schoolrapport. Het tegoed is geldig bij vijf winkels, ook bij de kringloop. Wie een laptop nodig heeft, krijgt die van de school in bruikleen.',
      monitoring:
        'We kijken hoeveel van het tegoed gebruikt is en vragen mentoren in september of leerlingen hun spullen hebben.',
      funding: 'Rijksgeld voor kinderen in armoede. De winkels geven korting.',
      website: '',
      contactRole: 'Beleidsadviseur armoede',
      contactMailbox: 'armoede@enschede.example',
      activeIngredients: [
        'Iedereen in de klas krijgt het, dus niemand valt op',
        'Geen formulier',
        'Op tijd: vóór de zomer',
      ],
      localForm: 'De kringloopwinkel verkoopt ook geteste rekenmachines.',
      transferability:
        'Eén wethouder en vijf winkels zijn genoeg om te beginnen. Reken met acht weken voor de passen.',
      unwantedEffects:
        'Ook kinderen die het niet nodig hebben, krijgen het tegoed. Dat is bewust: de controle zou meer kosten.',
    },
    themes: ['armoede', 'soepele-overgangen'],
    phases: ['po-vo'],
    programmes: [],
    ageFrom: 11,
    ageTo: 13,
    periodFrom: -3,
    periodTo: null,
    course: 'continued',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 700,
    participations: [],
    ownPupils: 520,
    ownSchools: 'Elf basisscholen',
  },
  {
    key: 'enschede-zomerschool',
    municipality: 'gm0153',
    title: 'Zomerschool: taal in de ochtend, stad in de middag',
    summary:
      'Twee weken in augustus oefenen kinderen taal en gaan zij op pad in hun eigen stad. Zo zakt in de zomer niet weg wat zij in het jaar leerden.',
    content: {
      parties: '- Gemeente Enschede\n- Drie schoolbesturen\n- Museum, zwembad en sportbedrijf',
      goal: 'Kinderen die thuis weinig Nederlands horen, beginnen het nieuwe schooljaar zonder terugval. Zij kennen plekken in de stad die eerder te ver weg leken.',
      targetGroup: 'Leerlingen van groep 4 tot en met 6, uitgenodigd door hun leraar.',
      locations: 'Twee scholen in het zuiden van de stad, 60 kinderen per school.',
      activities:
        'Van negen tot twaalf werken kinderen in groepen van twaalf aan lezen en vertellen. ’s Middags gaan zij naar het museum, het zwembad of de brandweer. Wat zij daar zien, is de volgende ochtend het onderwerp. Op de laatste dag leiden zij hun ouders rond.',
      monitoring:
        'Leraren leggen de leestoets van juni naast die van september, ook van kinderen die niet meededen. Ouders vertellen wat zij thuis merkten.',
      funding: 'Onderwijsachterstandenbudget. Musea en sport vragen niets voor de toegang.',
      website: '',
      contactRole: 'Projectleider zomerschool',
      contactMailbox: 'zomerschool@enschede.example',
      activeIngredients: [
        'Kleine groepen',
        'De middag levert de stof voor de ochtend',
        'Uitnodiging door een leraar die het kind kent',
      ],
      localForm: 'De bus van het sportbedrijf brengt de groepen rond.',
      transferability:
        'Werf leraren in februari. Studenten van de pabo kunnen een groep meedraaien, niet dragen.',
      unwantedEffects: 'Kinderen die op vakantie gingen, misten een week en haakten af.',
    },
    themes: ['taalontwikkeling', 'brede-ontwikkeling'],
    phases: ['po'],
    programmes: ['oab', 'npo'],
    ageFrom: 7,
    ageTo: 10,
    periodFrom: -3,
    periodTo: 0,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 560,
    versions: [
      {
        daysAgo: 290,
        note: 'Tweede periode in augustus toegevoegd.',
        changes: {
          content: {
            activities:
              'Van negen tot twaalf werken kinderen in groepen van twaalf aan lezen en vertellen. ’s Middags gaan zij naar het museum, het zwembad of de brandweer. Wat zij daar zien, is de volgende ochtend het onderwerp. Er zijn twee periodes, zodat een gezin toch op vakantie kan. Op de laatste dag leiden de kinderen hun ouders rond.',
          },
        },
      },
      {
        daysAgo: 35,
        note: 'Evaluatie van drie zomers verwerkt.',
        changes: { course: 'evaluated', ownPupils: 132 },
      },
    ],
    participations: [],
    ownPupils: 118,
    ownSchools: 'Twee basisscholen',
  },
  {
    key: 'zwolle-doorstroomcoach',
    municipality: 'gm0193',
    title: 'Doorstroomcoach van vmbo naar mbo',
    summary:
      'Een coach volgt leerlingen van het examen tot aan de herfstvakantie van het mbo. In die zes maanden gaan de meeste plannen mis.',
    content: {
      parties:
        '- Gemeente Zwolle\n- Drie scholen voor vmbo\n- Twee roc’s\n- Regionaal meld- en coördinatiepunt',
      goal: 'Elke leerling die slaagt, begint aan een opleiding en zit er in november nog.',
      targetGroup:
        'Leerlingen van vmbo-basis en -kader die in maart nog niet zijn aangemeld, of die twijfelen.',
      locations: 'Drie vmbo-scholen en twee roc’s.',
      activities:
        'De coach spreekt de leerling op school in april, belt in juli en staat in september in de hal van het roc. Zij helpt met de aanmelding, het gesprek en de reiskosten. Wisselt een leerling van opleiding, dan gaat de coach mee naar het gesprek.',
      monitoring:
        'Het coördinatiepunt geeft op 1 november door hoeveel leerlingen op een opleiding zitten. Van wie uitvalt, schrijven we op waarom.',
      funding: 'Regionaal programma tegen schooluitval.',
      website: '',
      contactRole: 'Adviseur jongeren en werk',
      contactMailbox: 'jongeren@zwolle.example',
      activeIngredients: [
        'Dezelfde coach voor en na de zomer',
        'Contact in de vakantie',
        'Meegaan in plaats van doorverwijzen',
      ],
      localForm: 'Zwolle heeft twee roc’s; de coach heeft bij beide een pasje.',
      transferability:
        'Regel toestemming van ouders voor het delen van gegevens vóór mei, want na het examen zijn leerlingen moeilijk te bereiken.',
      unwantedEffects:
        'Sommige mentoren lieten het werk aan de coach over. De eerste twee gesprekken blijven nu bij de mentor.',
    },
    themes: ['loopbaan', 'soepele-overgangen'],
    phases: ['vo', 'mbo'],
    programmes: ['gka'],
    ageFrom: 15,
    ageTo: 18,
    periodFrom: -2,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 415,
    participations: [],
    ownPupils: 95,
    ownSchools: 'Drie scholen voor vmbo',
  },
  {
    key: 'zwolle-leraar-kiest-wijk',
    municipality: 'gm0193',
    title: 'Leraar kiest voor de wijk',
    summary:
      'Nieuwe leraren op scholen met de zwaarste opgave krijgen tijd, een buddy en een woning. Zo blijven zij langer dan twee jaar.',
    content: {
      parties: '- Gemeente Zwolle\n- Twee schoolbesturen\n- Pabo\n- Woningcorporatie',
      goal: 'Op scholen met een hoge schoolweging staan genoeg bevoegde leraren en blijven zij ten minste vier jaar.',
      targetGroup: 'Startende leraren op vijf scholen. Indirect alle leerlingen van die scholen.',
      locations: 'Vijf basisscholen in twee wijken.',
      activities:
        'Een starter staat het eerste jaar vier dagen voor de klas en heeft één dag om te leren en in de wijk te zijn. Een ervaren collega van een andere school kijkt elke maand mee. De corporatie houdt elk jaar vier woningen vrij.',
      monitoring:
        'De besturen tellen het verloop per school. Starters vertellen twee keer per jaar wat hen helpt en wat hen wegjaagt.',
      funding: 'Schoolbesturen, met een bijdrage van de gemeente voor de vrije dag.',
      website: '',
      contactRole: 'Adviseur onderwijs',
      contactMailbox: 'onderwijs@zwolle.example',
      activeIngredients: [
        'Een dag per week zonder klas',
        'Buddy van buiten de eigen school',
        'De wijk leren kennen met een gids die er woont',
      ],
      localForm: 'De woningen zijn een afspraak met één corporatie en gelden alleen in deze stad.',
      transferability: 'Zonder vervanging voor de vrije dag werkt het niet. Regel die voordat u werft.',
      unwantedEffects: 'Scholen elders in de stad vonden het oneerlijk. Wie wil, kan nu tijdelijk ruilen.',
    },
    themes: ['professionalisering'],
    phases: ['po'],
    programmes: ['lea'],
    ageFrom: null,
    ageTo: null,
    periodFrom: -1,
    periodTo: 3,
    course: 'running',
    costBand: 'high',
    visibility: 'alliance',
    state: 'published',
    publishedDaysAgo: 110,
    participations: [],
    ownPupils: null,
    ownSchools: 'Vijf basisscholen',
  },
  {
    key: 'deventer-voorlezen-thuis',
    municipality: 'gm0150',
    title: 'Voorleesmaatje aan huis',
    summary:
      'Een vrijwilliger komt twintig weken voorlezen bij een gezin. Eerst leest zij, daarna de ouder, en aan het eind gaat het zonder haar.',
    content: {
      parties: '- Gemeente Deventer\n- Bibliotheek\n- Acht voorscholen en scholen',
      goal: 'Voorlezen wordt een gewoonte in gezinnen waar dat nog niet zo is.',
      targetGroup:
        'Gezinnen met een kind van twee tot zes jaar en weinig boeken in huis. Leraar of pedagogisch medewerker vraagt het aan.',
      locations: 'Heel de gemeente, bij mensen thuis.',
      activities:
        'De vrijwilliger komt elke week een uur. De eerste weken leest zij zelf. Vanaf week acht leest de ouder, in de eigen taal als dat prettiger is. In week vijftien gaan zij samen naar de bibliotheek. Vrijwilligers krijgen een training en elke maand intervisie.',
      monitoring: 'Vooraf, na twintig weken en een half jaar later vragen we hoe vaak er wordt voorgelezen.',
      funding: 'Onderwijsachterstandenbudget en fondsen.',
      website: '',
      contactRole: 'Coördinator leesbevordering',
      contactMailbox: 'lezen@deventer.example',
      activeIngredients: [
        'Wekelijks, thuis, twintig weken',
        'De ouder neemt stap voor stap over',
        'Eindigen bij de bibliotheek',
      ],
      localForm: '',
      transferability:
        'De coördinator is de spil: zij koppelt gezin en vrijwilliger. Voor zestig gezinnen zijn zestien uur per week nodig.',
      unwantedEffects:
        'Gezinnen misten hun vrijwilliger na afloop. Een voorleesgroep in de buurt vangt dat deels op.',
    },
    themes: ['taalontwikkeling', 'ouderbetrokkenheid'],
    phases: ['voorschools', 'po'],
    programmes: ['oab'],
    ageFrom: 2,
    ageTo: 6,
    periodFrom: -4,
    periodTo: null,
    course: 'continued',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 880,
    participations: [],
    ownPupils: 62,
    ownSchools: 'Acht voorscholen en scholen',
  },
  {
    key: 'deventer-advies-in-gesprek',
    municipality: 'gm0150',
    title: 'Kijk naar het kind achter de score',
    summary:
      'Leraren van groep 8 bespreken schooladviezen met een collega van een andere school. Wie kansen over het hoofd ziet, hoort dat nog op tijd.',
    content: {
      parties:
        '- Gemeente Deventer\n- Alle schoolbesturen primair onderwijs\n- Scholen voor voortgezet onderwijs',
      goal: 'Minder leerlingen krijgen een advies dat te laag is.',
      targetGroup: 'Leerlingen van groep 8 van wie het advies lager is dan hun toetsscores laten verwachten.',
      locations: 'Alle basisscholen die willen.',
      activities:
        'In november en januari leggen leraren twee adviezen anoniem voor aan een collega. Die stelt drie vragen: wat zie je, wat weet je zeker, wat zou je adviseren bij andere ouders?',
      monitoring: 'Aantal heroverwegingen en bijstellingen, per school.',
      funding: 'Uren van de scholen zelf.',
      website: '',
      contactRole: 'Beleidsadviseur onderwijs',
      contactMailbox: 'onderwijs@deventer.example',
      activeIngredients: ['Meekijken zonder de achtergrond te kennen'],
      localForm: '',
      transferability: '',
      unwantedEffects: '',
    },
    themes: ['soepele-overgangen', 'professionalisering'],
    phases: ['po-vo'],
    programmes: ['gka'],
    ageFrom: 11,
    ageTo: 12,
    periodFrom: 0,
    periodTo: null,
    course: 'preparation',
    costBand: 'very_low',
    visibility: 'alliance',
    state: 'in_review',
    publishedDaysAgo: null,
    participations: [],
    ownPupils: null,
    ownSchools: 'Nog niet bekend',
  },
  {
    key: 'arnhem-ontbijt',
    municipality: 'gm0202',
    title: 'Samen ontbijten, rustig beginnen',
    summary:
      'Op zeven scholen is er elke ochtend ontbijt voor iedereen, met een half uur om te landen. De eerste les begint daarna met kinderen die er met hun hoofd bij zijn.',
    content: {
      parties:
        '- Gemeente Arnhem\n- Zeven basisscholen\n- Voedselbank en twee supermarkten\n- Ouders en buurtbewoners',
      goal: 'Geen kind begint met een lege maag. De dag start rustig en kinderen komen vaker op tijd.',
      targetGroup: 'Alle leerlingen van zeven scholen. Niemand hoeft uit te leggen waarom hij eet.',
      locations: 'Zeven basisscholen in drie wijken.',
      activities:
        'Vanaf kwart voor acht staat er brood, fruit en melk in de hal. Ouders en buren smeren mee. Om half negen gaan kinderen naar de klas. Wie onderweg iets heeft meegemaakt, kan het aan tafel kwijt bij de conciërge of een vrijwilliger.',
      monitoring:
        'We tellen hoeveel kinderen eten, hoeveel er te laat komen en wat leraren merken aan het eerste lesuur.',
      funding:
        'Landelijke regeling voor schoolmaaltijden. De vrijwilligers krijgen een vergoeding van de gemeente.',
      website: '',
      contactRole: 'Projectleider gezonde school',
      contactMailbox: 'gezondeschool@arnhem.example',
      activeIngredients: [
        'Voor iedereen, zonder aanmelding',
        'Volwassenen eten mee',
        'Tijd, geen doorgeefluik',
      ],
      localForm: 'Op twee scholen koken ouders één keer per week warm.',
      transferability:
        'Zorg voor een keuken met koud water en een afvoer. Vraag de leverancier om één vaste levertijd.',
      unwantedEffects:
        'Op de eerste school werd het een rij met bakjes, zonder rust. Tafels met een vaste volwassene losten dat op.',
    },
    themes: ['armoede', 'welzijn-en-veerkracht', 'aanwezigheid'],
    phases: ['po'],
    programmes: ['school-en-omgeving'],
    ageFrom: 4,
    ageTo: 12,
    periodFrom: -2,
    periodTo: null,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 330,
    participations: [],
    ownPupils: 1180,
    ownSchools: 'Zeven basisscholen',
  },
  {
    key: 'arnhem-isk-ouders',
    municipality: 'gm0202',
    title: 'Ouders in de schakelklas',
    summary:
      'Ouders van nieuwe leerlingen krijgen les naast het lokaal van hun kind: hoe werkt school hier, en wat mag je vragen? Een tolk is er altijd bij.',
    content: {
      parties: '- Gemeente Arnhem\n- Internationale schakelklas\n- Vluchtelingenwerk\n- Bibliotheek',
      goal: 'Ouders begrijpen welke keuzes hun kind over een jaar moet maken en praten daarover mee.',
      targetGroup: 'Ouders en verzorgers van leerlingen die korter dan een jaar in Nederland zijn.',
      locations: 'Eén schakelklas, met een tweede op proef.',
      activities:
        'Tien ochtenden in een schooljaar. Onderwerpen: niveaus, cijfers, te laat komen, stage, bijbaan, verliefd zijn. Oud-leerlingen vertellen hoe zij het deden. Aan het eind schrijven ouders en kind samen op wat hun volgende stap is.',
      monitoring:
        'Vooraf en achteraf vragen we ouders welke vervolgopleidingen zij kennen. De mentor noteert of ouders bij het advies aanwezig waren.',
      funding: 'Inburgeringsbudget en de school.',
      website: '',
      contactRole: 'Beleidsadviseur inburgering',
      contactMailbox: 'inburgering@arnhem.example',
      activeIngredients: [
        'Altijd een tolk, ook voor de koffie',
        'Oud-leerlingen als voorbeeld',
        'Kind en ouder maken één plan',
      ],
      localForm: 'De twee bijeenkomsten over werk zijn samen met het leerwerkloket.',
      transferability:
        'Kan op elke schakelklas. Vraag vluchtelingenwerk om de uitnodiging persoonlijk te brengen.',
      unwantedEffects: '',
    },
    themes: ['nieuwkomers', 'ouderbetrokkenheid', 'loopbaan'],
    phases: ['vo'],
    programmes: [],
    ageFrom: 12,
    ageTo: 18,
    periodFrom: -1,
    periodTo: 0,
    course: 'running',
    costBand: 'very_low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 240,
    versions: [
      {
        daysAgo: 50,
        note: 'Van tien naar zes ochtenden, op verzoek van ouders die werken.',
        changes: {
          course: 'adjusted',
          content: {
            activities:
              'Zes ochtenden in een half jaar. Onderwerpen: niveaus, cijfers, te laat komen, stage, bijbaan, verliefd zijn. Oud-leerlingen vertellen hoe zij het deden. Aan het eind schrijven ouders en kind samen op wat hun volgende stap is.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: 54,
    ownSchools: 'Eén internationale schakelklas',
  },
];
