// Demo interventions of municipalities in Parkstad Limburg. Invented, apart from the names of the municipalities.
import type { DemoIntervention } from '../types.ts';

export const parkstad: DemoIntervention[] = [
  {
    key: 'heerlen-huiswerkplek',
    municipality: 'gm0917',
    title: 'Huiswerkplek in de buurt',
    summary:
      'Drie middagen per week kunnen leerlingen van de onderbouw in een buurthuis rustig leren, met een student die helpt plannen. Thuis is die rust er niet altijd.',
    content: {
      parties:
        '- Gemeente Heerlen\n- Twee scholen voor voortgezet onderwijs\n- Welzijnsorganisatie, eigenaar van de buurthuizen\n- Een hogeschool, die studenten levert',
      goal: 'Leerlingen maken hun huiswerk af en leren zelf een week te plannen. We willen dat minder leerlingen in de onderbouw blijven zitten om iets wat met leren zelf weinig te maken heeft: geen rust, geen tafel, niemand om iets aan te vragen.',
      targetGroup:
        'Leerlingen van klas 1 en 2 van vmbo en havo die thuis geen rustige plek hebben. De mentor nodigt uit.',
      locations:
        'Twee buurthuizen, beide op loopafstand van een school. Per buurthuis is er plaats voor 14 leerlingen.',
      activities:
        'Op maandag, dinsdag en donderdag is de zaal open van drie tot zes. De middag heeft een vaste opbouw:\n\n- een kwartier eten en bijpraten\n- samen de agenda doorlopen en kiezen wat eerst moet\n- werken in stilte, met twee studenten die rondlopen\n- vijf minuten terugkijken: wat is af, wat nog niet\n\nDe mentor krijgt elke maand een kort bericht over aanwezigheid, niet over wat een leerling vertelt.',
      monitoring:
        'We tellen hoe vaak leerlingen komen en vragen twee keer per jaar aan leerlingen en mentoren wat er veranderd is. De scholen vergelijken hoeveel deelnemers overgaan met het jaar ervoor.',
      funding:
        'De gemeente betaalt de begeleiding uit het onderwijskansenbudget. De zalen zijn gratis. De hogeschool geeft studiepunten in plaats van loon.',
      website: 'https://www.heerlen.example/huiswerkplek',
      contactRole: 'Beleidsadviseur onderwijs',
      contactMailbox: 'onderwijs@heerlen.example',
      activeIngredients: [
        'Een vaste plek op vaste dagen',
        'Eerst plannen, dan werken',
        'Begeleiders die een heel schooljaar blijven',
      ],
      localForm:
        'In Heerlen zijn het buurthuizen, omdat de scholen na vier uur dicht zijn. Een bibliotheek of een lokaal op school kan ook.',
      transferability:
        'U hebt per plek een zaal, twee studenten en iemand nodig die het rooster maakt. Reken op drie maanden tussen de eerste afspraak en de eerste middag.',
      unwantedEffects:
        'De plek kreeg eerst de naam van een strafklas, omdat mentoren er leerlingen met onvoldoendes heen stuurden. We vragen mentoren nu om ook leerlingen met goede cijfers uit te nodigen.',
    },
    themes: ['basisvaardigheden', 'armoede'],
    phases: ['vo'],
    programmes: ['gka', 'school-en-omgeving'],
    ageFrom: 12,
    ageTo: 15,
    periodFrom: -3,
    periodTo: 1,
    course: 'running',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 840,
    versions: [
      {
        daysAgo: 470,
        note: 'Een derde buurthuis erbij; de opbouw van de middag beschreven.',
        changes: {
          ownPupils: 42,
          content: {
            locations:
              'Drie buurthuizen, alle drie op loopafstand van een school. Per buurthuis is er plaats voor 14 leerlingen. Het derde ging vorig schooljaar open.',
          },
        },
      },
      {
        daysAgo: 95,
        note: 'Na de tussenmeting: leerlingen kunnen zich nu ook zelf aanmelden.',
        changes: {
          course: 'adjusted',
          content: {
            targetGroup:
              'Leerlingen van klas 1 en 2 van vmbo en havo die thuis geen rustige plek hebben. Iedereen die wil kan binnenlopen; een uitnodiging van de mentor is niet meer nodig.',
          },
        },
      },
    ],
    participations: [],
    ownPupils: 28,
    ownSchools: 'Twee scholen voor voortgezet onderwijs',
  },
  {
    key: 'heerlen-aanwezigheid',
    municipality: 'gm0917',
    title: 'Aanwezig is meer dan niet afwezig',
    summary:
      'Een klein team belt bij de derde dag verzuim, gaat bij het gezin langs en zoekt met school naar de reden. Zonder dreigen, met een afspraak binnen een week.',
    content: {
      parties:
        '- Gemeenten Heerlen, Kerkrade en Landgraaf\n- Leerplicht van de regio\n- Jeugdarts van de GGD\n- Vier scholen voor voortgezet onderwijs',
      goal: 'Een leerling die begint weg te blijven, is binnen twee weken weer op school of heeft een plan dat hij zelf begrijpt. We willen verzuim zien als een signaal en niet als een overtreding.',
      targetGroup:
        'Leerlingen van 12 tot 16 jaar die in een maand drie of meer dagen missen, met of zonder briefje van thuis.',
      locations:
        'Vier scholen: twee in Heerlen, één in Kerkrade en één in Landgraaf. Het team werkt vanuit een kamer op school, niet vanuit het stadhuis.',
      activities:
        'Het team bestaat uit een leerplichtambtenaar, een jeugdverpleegkundige en een ervaren mentor. Op de derde dag belt de mentor naar huis. Blijft de leerling weg, dan gaan twee van hen langs. Aan de keukentafel gaat het over drie vragen: wat houdt je thuis, wat zou helpen, wie kan dat doen. De afspraken passen op één blad.',
      monitoring:
        'De scholen geven elk kwartaal door hoeveel leerlingen lang wegblijven. We houden bij hoeveel tijd er zit tussen eerste melding en eerste gesprek.',
      funding:
        'De regio betaalt de uren van leerplicht. De scholen betalen de mentor uit hun eigen budget. De GGD levert de verpleegkundige binnen de gewone afspraken.',
      website: '',
      contactRole: 'Coördinator aanwezigheid',
      contactMailbox: 'aanwezigheid@heerlen.example',
      activeIngredients: [
        'Snel: contact binnen drie dagen',
        'Iemand die de leerling al kent belt als eerste',
        'Eén plan, op één blad, van de leerling zelf',
      ],
      localForm:
        'Dat de jeugdverpleegkundige meegaat, komt doordat zij op deze scholen al een vaste dag heeft.',
      transferability:
        'Begin op één school waar de mentoren het willen. Spreek vooraf af wie welke gegevens mag zien; dat kostte ons het meeste werk.',
      unwantedEffects:
        'In het eerste jaar steeg het gemelde verzuim, omdat scholen beter gingen tellen. Dat moet u vooraf uitleggen aan de gemeenteraad.',
    },
    themes: ['aanwezigheid', 'welzijn-en-veerkracht'],
    phases: ['vo'],
    programmes: ['lea'],
    ageFrom: 12,
    ageTo: 16,
    periodFrom: -2,
    periodTo: 1,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 310,
    participations: [
      {
        municipality: 'gm0928',
        status: 'confirmed',
        agreed: true,
        pupils: 35,
        schools: 'Eén school voor voortgezet onderwijs',
      },
      {
        municipality: 'gm0882',
        status: 'conditional',
        agreed: true,
        pupils: null,
        schools: 'Eén school, na besluit van de raad',
        condition: 'Als de raad in het voorjaar geld vrijmaakt.',
        contactRole: 'Beleidsadviseur onderwijs',
      },
    ],
    ownPupils: 80,
    ownSchools: 'Twee scholen voor voortgezet onderwijs',
  },
  {
    key: 'kerkrade-ouderkamer',
    municipality: 'gm0928',
    title: 'De ouderkamer: koffie met een agenda',
    summary:
      'Op vijf basisscholen is een kamer waar ouders binnenlopen, elkaar ontmoeten en vragen stellen. Een ouder die de school kent, is gastvrouw of gastheer.',
    content: {
      parties:
        '- Gemeente Kerkrade\n- Schoolbesturen voor primair onderwijs\n- Welzijnswerk\n- Ouders als betaalde gastheer of gastvrouw',
      goal: 'Ouders voelen zich welkom op school en weten hoe zij thuis kunnen helpen. Leraren leren de gezinnen kennen voordat er een probleem is.',
      targetGroup:
        'Alle ouders van de vijf scholen. We letten extra op ouders die nooit op een ouderavond komen.',
      locations:
        'Vijf basisscholen in wijken met veel jonge gezinnen. De kamer ligt bij de ingang, nooit op de verdieping.',
      activities:
        'De kamer is drie ochtenden open. Elke week is er één onderwerp dat ouders zelf kiezen: rekenen in groep 3, schermtijd, de brief van de Belastingdienst. De gastheer of gastvrouw krijgt een training van vier dagdelen en verdient een kleine vergoeding. Elke maand schuift een leraar aan, zonder verslag.',
      monitoring:
        'We tellen bezoekers en vragen elk halfjaar aan leraren of zij meer ouders spreken. Eén keer per jaar is er een gesprek met ouders die niet komen, op een plek die zij kiezen.',
      funding: 'Onderwijsachterstandenbudget van de gemeente. De school levert de kamer en de koffie.',
      website: '',
      contactRole: 'Projectleider ouderbetrokkenheid',
      contactMailbox: 'onderwijs@kerkrade.example',
      activeIngredients: [
        'Een ouder ontvangt, geen beroepskracht',
        'Ouders bepalen het onderwerp',
        'De kamer is open als ouders er toch al zijn',
      ],
      localForm:
        'Op twee scholen is er ook een kledingruil. Dat trok vaders die anders bij het hek bleven staan.',
      transferability:
        'Zoek eerst de ouder die de kamer gaat dragen, dan pas de meubels. Zonder haar of hem blijft het een vergaderruimte.',
      unwantedEffects:
        'Op één school werd de kamer van een vaste groep. Door een tweede gastvrouw uit een andere straat kwamen er weer nieuwe gezichten.',
    },
    themes: ['ouderbetrokkenheid'],
    phases: ['po'],
    programmes: ['oab'],
    ageFrom: 4,
    ageTo: 12,
    periodFrom: -4,
    periodTo: null,
    course: 'continued',
    costBand: 'low',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 620,
    participations: [],
    ownPupils: null,
    ownSchools: 'Vijf basisscholen',
  },
  {
    key: 'landgraaf-peuterkleuter',
    municipality: 'gm0882',
    title: 'Peuters en kleuters in één groep',
    summary:
      'Op twee kindcentra spelen en leren kinderen van drie tot vijf jaar een deel van de dag samen. De overgang naar groep 1 is daardoor geen sprong meer.',
    content: {
      parties: '- Gemeente Landgraaf\n- Kinderopvangorganisatie\n- Schoolbestuur voor primair onderwijs',
      goal: 'Kinderen beginnen met vertrouwen aan groep 1 en houden hun tempo in taal vast. Medewerkers van de opvang en leraren werken volgens één plan.',
      targetGroup:
        'Peuters vanaf drie jaar en kleuters van groep 1. De helft van de plaatsen is voor kinderen die extra taal nodig hebben.',
      locations: 'Twee kindcentra, elk met één gemengde groep van hoogstens 22 kinderen.',
      activities:
        'Vier ochtenden per week is de groep gemengd. Een leraar en twee pedagogisch medewerkers staan samen voor de groep. Zij bereiden elke twee weken een thema voor en kijken samen naar wat een kind laat zien. Ouders krijgen één gesprek, met beiden.',
      monitoring:
        'Beide teams gebruiken hetzelfde kindvolgsysteem. In november en mei bespreken we met de VVE-werkgroep hoe de woordenschat groeit.',
      funding:
        'Onderwijsachterstandenbudget voor de extra medewerker. Opvang en school betalen elk hun eigen personeel.',
      website: '',
      contactRole: 'Beleidsmedewerker jonge kind',
      contactMailbox: 'onderwijs@landgraaf.example',
      activeIngredients: [
        'Leraar en pedagogisch medewerker samen in één ruimte',
        'Eén thema, één plan, één oudergesprek',
        'Oudere kinderen als voorbeeld',
      ],
      localForm: 'De groepen zijn gemengd tot half twaalf. Daarna gaan de kleuters naar hun eigen lokaal.',
      transferability:
        'Controleer vroeg wat de inspectie en de GGD van de ruimte vragen; de regels voor opvang en school verschillen.',
      unwantedEffects:
        'De eerste maanden vroegen de jongste kinderen zo veel aandacht dat kleuters te weinig uitdaging kregen. Een vaste kleuterhoek hielp.',
    },
    themes: ['soepele-overgangen', 'taalontwikkeling'],
    phases: ['voorschools', 'po'],
    programmes: ['oab', 'lea'],
    ageFrom: 3,
    ageTo: 5,
    periodFrom: -1,
    periodTo: 2,
    course: 'running',
    costBand: 'moderate',
    visibility: 'public',
    state: 'published',
    publishedDaysAgo: 205,
    participations: [],
    ownPupils: 44,
    ownSchools: 'Twee kindcentra',
  },
  {
    key: 'simpelveld-voorleestas',
    municipality: 'gm0965',
    title: 'De voorleestas gaat rond',
    summary:
      'Elke week gaat een tas met prentenboeken, een spel en een kaart met vragen mee naar huis. Pedagogisch medewerkers laten ouders bij het ophalen zien hoe je voorleest.',
    content: {
      parties: '- Gemeenten Simpelveld, Voerendaal en Beekdaelen\n- Peuteropvang\n- Bibliotheek',
      goal: 'In elk gezin met een peuter wordt een paar keer per week voorgelezen, in de taal waarin de ouder het liefst praat.',
      targetGroup: 'Ouders van peuters op de voorschool. Ook opa’s en oma’s die oppassen.',
      locations: 'Alle peutergroepen in Simpelveld en Voerendaal. Beekdaelen beslist nog.',
      activities:
        'In de tas zitten drie boeken, waarvan één zonder woorden. Op een kaart staan vijf vragen die je bij elk boek kunt stellen. Eén keer per maand leest de bibliothecaris voor en doen ouders mee. Boeken zijn er ook in het Duits, Pools en Arabisch.',
      monitoring:
        'We vragen ouders aan het begin en aan het eind van het jaar hoe vaak zij voorlezen. De bibliotheek telt nieuwe pasjes.',
      funding:
        'Elke gemeente betaalt haar eigen tassen. De bibliotheek levert de boeken binnen de bestaande subsidie.',
      website: '',
      contactRole: 'Beleidsmedewerker samenleving',
      contactMailbox: 'samenleving@simpelveld.example',
      activeIngredients: [
        'Voordoen bij het ophalen, niet op een cursusavond',
        'Thuistaal telt mee',
        'Elke week iets nieuws in huis',
      ],
      localForm: 'De tassen zijn genaaid door een groep inwoners van Simpelveld.',
      transferability:
        'Een groep kan binnen een maand beginnen. U hebt per kind anderhalve tas nodig, want er blijft altijd iets thuis liggen.',
      unwantedEffects:
        'Sommige ouders durfden de tas niet mee te nemen uit angst voor een boete bij een kapot boek. We zeggen nu meteen dat dat niet geeft.',
    },
    themes: ['taalontwikkeling', 'ouderbetrokkenheid'],
    phases: ['voorschools'],
    programmes: ['oab'],
    ageFrom: 2,
    ageTo: 4,
    periodFrom: -1,
    periodTo: 1,
    course: 'running',
    costBand: 'very_low',
    visibility: 'alliance',
    state: 'published',
    publishedDaysAgo: 75,
    participations: [
      {
        municipality: 'gm0986',
        status: 'confirmed',
        agreed: true,
        pupils: 48,
        schools: 'Drie peutergroepen',
      },
      {
        municipality: 'gm1954',
        status: 'conditional',
        agreed: false,
        pupils: null,
        schools: 'Nog niet besloten',
      },
    ],
    ownPupils: 40,
    ownSchools: 'Twee peutergroepen',
  },
];
