// Demo interventions of municipalities in Fryslân and Drenthe. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const fryslanDrenthe: DemoIntervention[] = [
  {
    key: 'leeuwarden-drie-talen',
    municipality: 'gm0080',
    title: 'Voorschool in drie talen',
    summary:
      'Peuters horen Nederlands, Fries en de taal van thuis. Medewerkers leren hoe je die talen naast elkaar gebruikt, zodat elk kind ergens in kan uitblinken.',
    content: {
      parties:
        '- Gemeente Leeuwarden\n- Twee kinderopvangorganisaties\n- Bibliotheek\n- Een kenniscentrum voor meertaligheid',
      goal: 'Peuters begrijpen meer woorden en durven te praten. Ouders horen dat hun eigen taal een hulp is en geen hindernis.',
      targetGroup: 'Peuters van twee tot vier jaar op vier locaties, en hun ouders.',
      locations: 'Vier locaties in de stad.',
      activities:
        'Elke dag is er een vast moment per taal: een lied, een verhaal, een spel. Medewerkers volgen zes bijeenkomsten en oefenen tussendoor met een coach. Ouders nemen een voorwerp mee en vertellen erover in hun eigen taal.',
      monitoring:
        'Medewerkers meten twee keer per jaar de woordenschat in het Nederlands. De coach maakt korte video’s om van te leren; die blijven op de locatie.',
      funding: 'Onderwijsachterstandenbudget en een bijdrage van de provincie.',
      website: 'https://www.leeuwarden.example/voorschool-talen',
      contactRole: 'Beleidsadviseur jonge kind',
      contactMailbox: 'jongekind@leeuwarden.example',
      activeIngredients: [
        'Eén persoon of één moment per taal',
        'Coach op de werkvloer',
        'Ouders als bron van taal',
      ],
      localForm:
        'Fries is hier voor veel kinderen de eerste taal. Elders kan dat een andere streektaal of thuistaal zijn.',
      transferability:
        'U hebt één enthousiaste locatie nodig om te beginnen, en een coach die meertalig opvoeden kent.',
      unwantedEffects:
        'Enkele ouders waren bang dat hun kind in de war zou raken. Een gesprek met een logopedist nam dat weg.',
    },
    themes: ['taalontwikkeling', 'professionalisering'],
    phases: ['voorschools'],
    programmes: ['oab'],
    ageFrom: 2,
    ageTo: 4,
    periodFrom: -2,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 500,
    versions: [
      {
        daysAgo: 215,
        note: 'Twee dorpen erbij en het Fries meegenomen in de meting.',
        changes: {
          ownPupils: 96,
          ownSchools: 'Zes peutergroepen',
          content: {
            targetGroup: 'Peuters van twee tot vier jaar op zes locaties, en hun ouders.',
            locations: 'Vier locaties in de stad en twee in de dorpen.',
            monitoring:
              'Medewerkers meten twee keer per jaar de woordenschat in het Nederlands, en in het Fries als dat de thuistaal is. De coach maakt korte video’s om van te leren; die blijven op de locatie.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: 64,
    ownSchools: 'Vier peutergroepen',
  },
  {
    key: 'leeuwarden-vindplaats-veerkracht',
    municipality: 'gm0080',
    title: 'Praatplek: een kwartier voor wie het kwijt is',
    summary:
      'Leerlingen kunnen in elke pauze terecht bij een jongerenwerker op school. Geen intake, geen dossier, hoogstens een afspraak voor morgen.',
    content: {
      parties: '- Gemeente Leeuwarden\n- Drie scholen voor voortgezet onderwijs\n- Jongerenwerk',
      goal: 'Leerlingen die somber of boos zijn, praten met iemand voordat het uit de hand loopt.',
      targetGroup: 'Alle leerlingen van de onderbouw.',
      locations: 'Drie scholen. De plek ligt naast de kantine, met een open deur.',
      activities:
        'De jongerenwerker is er alle pauzes en een uur na school. Wie wil, komt zitten. Als er meer nodig is, loopt de jongerenwerker mee naar de juiste persoon. Leerlingen bedenken elke maand een thema voor de muur.',
      monitoring:
        'Turven per pauze, en twee keer per jaar een vragenlijst over hoe veilig leerlingen zich voelen.',
      funding: 'Jeugdpreventiebudget van de gemeente.',
      website: '',
      contactRole: 'Beleidsadviseur jeugd',
      contactMailbox: 'jeugd@leeuwarden.example',
      activeIngredients: ['Open deur zonder aanmelding', 'Iemand die geen cijfers geeft'],
      localForm: 'De muur met thema’s is een vondst van leerlingen zelf.',
      transferability:
        'Maak goede afspraken met het ondersteuningsteam van de school over wat de jongerenwerker wel en niet doorvertelt.',
      unwantedEffects: '',
    },
    themes: ['welzijn-en-veerkracht'],
    phases: ['vo'],
    programmes: [],
    ageFrom: 12,
    ageTo: 15,
    periodFrom: 0,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'municipality',
    state: 'published',
    publishedDaysAgo: 40,
    participations: [],
    ownPupils: 900,
    ownSchools: 'Drie scholen voor voortgezet onderwijs',
  },
  {
    key: 'heerenveen-rijke-schooldag',
    municipality: 'gm0074',
    title: 'Rijke schooldag in het dorp',
    summary:
      'Vier dorpsscholen delen sport, muziek en techniek na schooltijd. De bus rijdt langs, zodat ook kinderen zonder auto kunnen meedoen.',
    content: {
      parties:
        '- Gemeente Heerenveen\n- Vier basisscholen\n- Sportverenigingen, muziekschool en een technieklokaal',
      goal: 'Kinderen uit kleine dorpen ontdekken waar zij goed in zijn. Wat in de stad om de hoek ligt, komt hier met de bus.',
      targetGroup: 'Leerlingen van groep 5 tot en met 8 van vier scholen. Meedoen is gratis.',
      locations: 'Vier dorpen. De activiteiten wisselen van plek, elke acht weken.',
      activities:
        'Op twee middagen per week blijven kinderen tot vijf uur. Er is eerst fruit en buitenspelen, dan een blok van een uur. Kinderen kiezen zelf per periode. Aan het einde van elke periode laten zij het dorp zien wat zij kunnen.',
      monitoring:
        'We tellen welke kinderen meedoen en welke niet, en vragen die laatste groep waarom. Kinderen vertellen in een gesprek wat zij nieuw hebben ontdekt.',
      funding:
        'Rijksregeling School en Omgeving voor twee jaar. Daarna moeten gemeente en scholen het samen dragen.',
      website: '',
      contactRole: 'Coördinator School en Omgeving',
      contactMailbox: 'schoolenomgeving@heerenveen.example',
      activeIngredients: ['Vervoer is geregeld', 'Kinderen kiezen zelf', 'Mensen uit het dorp geven les'],
      localForm: 'Kaatsen en fierljeppen doen mee, omdat de verenigingen daar mensen voor hebben.',
      transferability:
        'Begin met het rooster van de bus; daar staat of valt alles mee. Spreek met verenigingen een vast bedrag per uur af.',
      unwantedEffects:
        'Oudere broers en zussen konden niet meer oppassen op dezelfde tijd. Met ouders is de eindtijd aangepast.',
    },
    themes: ['brede-ontwikkeling'],
    phases: ['po'],
    programmes: ['school-en-omgeving'],
    ageFrom: 8,
    ageTo: 12,
    periodFrom: -1,
    periodTo: 1,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 230,
    participations: [],
    ownPupils: 185,
    ownSchools: 'Vier basisscholen',
    adapted: {
      from: { key: 'midden-groningen-tijd-voor-toekomst', municipality: 'gm1952' },
      reasons: {
        targetGroup: 'Wij beginnen met de hoogste groepen. Jongere kinderen zijn te lang onderweg.',
        activeIngredients: 'Hier is het na schooltijd, omdat vier scholen een bus delen.',
      },
    },
  },
  {
    key: 'emmen-babykoffer',
    municipality: 'gm0114',
    title: 'De koffer voor de eerste duizend dagen',
    summary:
      'Verloskundige en wijkverpleegkundige komen samen op huisbezoek bij ouders die daar behoefte aan hebben. Zij brengen een koffer mee, en vooral tijd.',
    content: {
      parties: '- Gemeente Emmen\n- Verloskundigen\n- Jeugdgezondheidszorg\n- Kraamzorg en bibliotheek',
      goal: 'Elk kind heeft een veilige en rustige start. Ouders weten al vóór de geboorte wie zij kunnen bellen.',
      targetGroup:
        'Aanstaande ouders met zorgen over geld, wonen of gezondheid, of ouders die er alleen voor staan.',
      locations: 'Heel de gemeente. De bezoeken zijn thuis.',
      activities:
        'Rond de 28e week komen verloskundige en verpleegkundige samen langs. In de koffer zitten een boekje, een rompertje, een badthermometer en een kaart met telefoonnummers. Het gesprek gaat over wat ouders zelf belangrijk vinden. Na de geboorte komt dezelfde verpleegkundige terug.',
      monitoring:
        'De jeugdgezondheidszorg volgt hoeveel gezinnen bereikt worden en hoe vaak zij later zelf om hulp vragen.',
      funding: 'Rijksbijdrage Kansrijke Start. De inhoud van de koffer komt van lokale winkels.',
      website: '',
      contactRole: 'Coördinator Kansrijke Start',
      contactMailbox: 'kansrijkestart@emmen.example',
      activeIngredients: [
        'Samen op bezoek, zodat ouders hun verhaal één keer vertellen',
        'Dezelfde verpleegkundige voor en na de geboorte',
        'Beginnen bij de vraag van de ouders',
      ],
      localForm: 'De koffer is gemaakt bij een sociale werkplaats in de gemeente.',
      transferability:
        'Verloskundigen en jeugdgezondheidszorg moeten elkaar al kennen. Is dat niet zo, organiseer dan eerst een middag samen.',
      unwantedEffects:
        'De naam koffer wekte de indruk dat het om een cadeau ging. In de folder staat nu het gesprek voorop.',
    },
    themes: ['kansrijke-start', 'armoede'],
    phases: ['voorschools'],
    programmes: ['kansrijke-start'],
    ageFrom: 0,
    ageTo: 2,
    periodFrom: -2,
    periodTo: null,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 345,
    participations: [],
    ownPupils: 110,
    ownSchools: '',
  },
  {
    key: 'emmen-rekenen-in-de-kas',
    municipality: 'gm0114',
    title: 'Rekenen in de kas',
    summary:
      'Leerlingen van groep 7 rekenen een dag per maand in een tuinbouwkas: oppervlakte, liters, prijzen. Rekenen krijgt een plek waar het nodig is.',
    content: {
      parties: '- Gemeente Emmen\n- Acht basisscholen\n- Twee tuinders en een school voor groen onderwijs',
      goal: 'Leerlingen die vastlopen met sommen op papier, begrijpen verhoudingen en meten beter. Meer kinderen halen het streefniveau.',
      targetGroup: 'Groep 7 van acht scholen, met extra plaatsen voor scholen met een hoge schoolweging.',
      locations: 'Twee kassen in de gemeente. Het vervoer is geregeld.',
      activities:
        'Elke dag in de kas begint met een vraag van de tuinder: hoeveel water, hoeveel planten, wat levert het op? Leerlingen meten en rekenen in groepjes. Op school werkt de leraar in de week erna met dezelfde getallen.',
      monitoring:
        'We vergelijken de toets voor meten en verhoudingen in januari en juni met die van scholen die later beginnen.',
      funding: 'Masterplan basisvaardigheden, via de scholen. De gemeente betaalt de bus.',
      website: '',
      contactRole: 'Beleidsadviseur onderwijs',
      contactMailbox: 'onderwijs@emmen.example',
      activeIngredients: [
        'Een echte vraag van iemand die het antwoord nodig heeft',
        'Dezelfde getallen terug in de klas',
      ],
      localForm: 'Glastuinbouw is hier dichtbij. Een bouwplaats, bakkerij of haven kan hetzelfde bieden.',
      transferability:
        'Maak de opdrachten samen met leraren; de tuinder weet niet wat een kind van tien al kan.',
      unwantedEffects: '',
    },
    themes: ['basisvaardigheden', 'brede-ontwikkeling'],
    phases: ['po'],
    programmes: ['basisvaardigheden'],
    ageFrom: 10,
    ageTo: 11,
    periodFrom: 0,
    periodTo: 2,
    course: 'preparation',
    costBand: 'low',
    visibility: 'alliance',
    state: 'published',
    publishedDaysAgo: 25,
    participations: [],
    ownPupils: 210,
    ownSchools: 'Acht basisscholen',
  },
];
