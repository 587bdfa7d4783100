// Wordings of the judged set: more time, help, wellbeing. Own sentences, invented places of work.
import type { Wording } from './wording.ts';

export const growing: readonly Wording[] = [
  {
    about: 'huiswerk',
    phases: ['vo', 'po'],
    themes: ['basisvaardigheden', 'armoede'],
    programmes: ['gka', 'school-en-omgeving'],
    cases: [
      {
        title: 'Gratis huiswerkbegeleiding in het buurthuis',
        summary: 'Scholieren maken vier middagen per week hun huiswerk onder begeleiding van studenten.',
      },
      {
        title: 'Huiswerkklas na de laatste bel',
        summary: 'De school blijft open tot zes uur voor wie thuis geen rustige plek heeft.',
      },
      {
        title: 'Een tafel, een lamp en iemand die helpt',
        summary: 'Leerlingen die thuis niet kunnen leren, werken in de bibliotheek aan hun schoolwerk.',
      },
    ],
    goals: [
      'Leerlingen leren plannen en maken hun werk af.',
      'Elke leerling heeft een rustige plek om te leren.',
    ],
    doings: [
      'De middag begint met eten en eindigt met een plan voor morgen.',
      'Mentoren melden leerlingen aan; ouders tekenen mee.',
      'Huiswerkhulp is gratis en voor alle niveaus.',
    ],
    aside: 'Leerlingen kunnen er ook hun huiswerk maken.',
  },
  {
    about: 'tutoring',
    phases: ['po', 'vo'],
    themes: ['basisvaardigheden'],
    programmes: ['npo', 'basisvaardigheden'],
    cases: [
      {
        title: 'Tutoring onder schooltijd',
        summary: 'Groepjes van drie leerlingen oefenen met een getrainde tutor wat zij gemist hebben.',
      },
      {
        title: 'Bijles voor wie het niet kan betalen',
        summary: 'Studenten geven een op een les aan leerlingen uit gezinnen met een laag inkomen.',
        touches: ['geld'],
      },
      {
        title: 'Inhalen wat in de coronatijd bleef liggen',
        summary:
          'Met geld van het Nationaal Programma Onderwijs krijgen leerlingen extra uitleg in kleine groepjes.',
      },
    ],
    goals: [
      'Leerlingen lopen hun achterstand in een half jaar in.',
      'Extra uitleg voor wie dat nodig heeft.',
    ],
    doings: [
      'Drie keer per week een half uur, twintig weken.',
      'De tutor stemt elke week af met de leerkracht.',
      'Bijlessen sluiten aan op de methode van de klas.',
    ],
    aside: 'Wie achterloopt, krijgt een uur bijles.',
  },
  {
    about: 'mentoring',
    phases: ['vo', 'mbo', 'po'],
    themes: ['loopbaan', 'welzijn-en-veerkracht'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Mentorprogramma: student en scholier',
        summary: 'Een student trekt een jaar op met een scholier, één middag per week.',
      },
      {
        title: 'Maatjesproject voor jongeren',
        summary: 'Een vrijwilliger is een buddy voor een jongere die weinig steun om zich heen heeft.',
      },
      {
        title: 'Iemand die in je gelooft',
        summary: 'Jonge professionals uit de wijk zijn rolmodel voor tieners die hun weg zoeken.',
      },
    ],
    goals: [
      'Jongeren hebben een volwassene die meedenkt.',
      'Mentoring vergroot het zelfvertrouwen en het netwerk.',
    ],
    doings: [
      'Koppels zien elkaar wekelijks en kiezen zelf wat zij doen.',
      'Mentoren krijgen training en intervisie.',
    ],
    aside: 'Sommige leerlingen vonden er een maatje.',
  },
  {
    about: 'zomerschool',
    phases: ['po', 'vo', 'po-vo'],
    themes: ['basisvaardigheden', 'brede-ontwikkeling'],
    programmes: ['npo', 'oab'],
    cases: [
      {
        title: 'Zomerschool voor groep 5 tot en met 8',
        summary: 'Twee weken leren en ontdekken in de grote vakantie.',
      },
      {
        title: 'Lenteschool in de meivakantie',
        summary: 'Leerlingen werken een week lang aan de vakken waar zij onvoldoende voor staan.',
      },
      {
        title: 'Leren als de school dicht is',
        summary:
          'In de vakantie is er een programma van taal, sport en uitstapjes voor kinderen die niet weggaan.',
      },
    ],
    goals: ['Kinderen zakken in de vakantie niet terug.', 'Minder zittenblijvers na de zomer.'],
    doings: ['’s Ochtends oefenen, ’s middags op pad.', 'De eigen leraar nodigt uit; vervoer is geregeld.'],
    aside: 'In de zomer gaat het een week door.',
  },
  {
    about: 'rijke-schooldag',
    phases: ['po', 'vo'],
    themes: ['brede-ontwikkeling'],
    programmes: ['school-en-omgeving'],
    cases: [
      {
        title: 'Rijke schooldag met zeven scholen',
        summary:
          'Na de lessen kiezen leerlingen uit koken, muziek, techniek en sport; de coalitie regelt het aanbod.',
      },
      {
        title: 'Verlengde schooldag in de wijk',
        summary: 'Zes uur per week extra, gegeven door vakmensen uit de buurt.',
      },
      {
        title: 'School & Omgeving: de dag houdt niet op om drie uur',
        summary: 'School, thuis en buurt bieden samen een programma dat kinderen anders niet kennen.',
      },
      {
        title: 'Meer uren, meer wereld',
        summary: 'Leerlingen blijven twee middagen langer en ontdekken waar zij goed in zijn.',
      },
    ],
    goals: [
      'Kinderen ontdekken hun talenten in een verrijkte schooldag.',
      'Meer leertijd voor leerlingen met minder kansen.',
      'Elk kind doet mee aan iets buiten de gewone lessen.',
    ],
    doings: [
      'Een coördinator maakt per kwartaal één rooster met alle aanbieders.',
      'Naschoolse activiteiten zijn gratis en op loopafstand.',
      'Leerlingen kiezen zelf en laten aan het eind zien wat zij kunnen.',
    ],
    aside: 'Na schooltijd zijn er extra activiteiten.',
  },
  {
    about: 'cultuur',
    phases: ['po', 'vo'],
    themes: ['brede-ontwikkeling'],
    programmes: ['school-en-omgeving'],
    cases: [
      {
        title: 'Muziekles voor elke klas',
        summary: 'Een vakdocent geeft wekelijks les op viool, trommel of stem.',
      },
      {
        title: 'Cultuureducatie in de wijk',
        summary: 'Theater, museum en dansschool maken met scholen een doorlopend programma.',
      },
      { title: 'Op de planken', summary: 'Leerlingen schrijven en spelen hun eigen voorstelling.' },
    ],
    goals: ['Kinderen maken kennis met kunst en cultuur.', 'Elk kind staat een keer op een podium.'],
    doings: ['Instrumenten zijn te leen.', 'Kunstenaars werken zes weken in de klas.'],
    aside: 'Aan het eind is er een voorstelling met muziek.',
  },
  {
    about: 'sport',
    phases: ['po', 'vo'],
    themes: ['brede-ontwikkeling', 'welzijn-en-veerkracht'],
    programmes: ['school-en-omgeving'],
    cases: [
      {
        title: 'Elke dag bewegen',
        summary: 'Combinatiefunctionarissen geven beweeglessen in de pauze en na school.',
      },
      {
        title: 'Sportclub op het plein',
        summary: 'Kinderen proberen verenigingen uit zonder lid te hoeven worden.',
      },
    ],
    goals: ['Meer kinderen sporten.', 'Bewegen helpt om te leren.'],
    doings: ['De buurtsportcoach is vier middagen op school.', 'Het jeugdfonds betaalt de contributie.'],
    aside: 'Tussendoor wordt er gesport.',
  },
  {
    about: 'techniek',
    phases: ['po', 'vo'],
    themes: ['loopbaan', 'brede-ontwikkeling'],
    programmes: ['school-en-omgeving'],
    cases: [
      {
        title: 'Techniek ontdekken in een echte werkplaats',
        summary: 'Basisschoolkinderen lassen, solderen en programmeren bij bedrijven.',
        touches: ['loopbaan'],
      },
      {
        title: 'Meisjes en techniek',
        summary: 'Vakvrouwen begeleiden leerlingen van het vmbo bij een opdracht uit de fabriek.',
      },
    ],
    goals: ['Meer kinderen kiezen voor techniek.', 'Kinderen zien wat zij met hun handen kunnen.'],
    doings: ['Elke groep bouwt in zes weken iets dat werkt.', 'Studenten begeleiden groepjes van vier.'],
    aside: 'Ook techniek komt aan bod.',
  },
  {
    about: 'talent',
    phases: ['po', 'vo'],
    themes: ['brede-ontwikkeling'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Talentontwikkeling voor wie thuis weinig hulp heeft',
        summary:
          'Leerlingen die meer kunnen dan hun cijfers laten zien, krijgen uitdagende opdrachten in een plusgroep.',
      },
      {
        title: 'Slimme kinderen zien in elke buurt',
        summary: 'Leraren leren hoogbegaafdheid te herkennen bij kinderen met een kleine woordenschat.',
        also: ['scholing-leraren'],
      },
    ],
    goals: ['Verborgen talent komt tevoorschijn.', 'Hoge verwachtingen voor elk kind.'],
    doings: [
      'Op vrijdagmiddag werken kinderen aan vragen zonder vast antwoord.',
      'Leraren kiezen een kind dat hen verbaast.',
    ],
    aside: 'Zo komt talent boven dat niemand zag.',
  },
  {
    about: 'welbevinden',
    phases: ['vo', 'po', 'mbo'],
    themes: ['welzijn-en-veerkracht'],
    programmes: ['npo'],
    cases: [
      {
        title: 'Mentaal welzijn van jongeren op school',
        summary: 'Een jongerenwerker en een psycholoog hebben een open plek in de aula.',
      },
      {
        title: 'Faalangst de baas',
        summary: 'Leerlingen met stress voor toetsen volgen zes bijeenkomsten in een kleine groep.',
      },
      {
        title: 'Veerkracht in de klas',
        summary: 'Leerlingen leren omgaan met tegenslag, somberheid en ruzie.',
      },
      {
        title: 'Hoe gaat het echt met je?',
        summary: 'Elke leerling heeft twee keer per jaar een gesprek dat niet over cijfers gaat.',
      },
    ],
    goals: [
      'Jongeren voelen zich beter en weten bij wie zij terecht kunnen.',
      'Psychische klachten worden eerder gezien.',
    ],
    doings: [
      'Leerlingen bedenken zelf thema’s.',
      'De GGD vraagt elk jaar naar het welbevinden.',
      'Mentoren leren luisteren.',
    ],
    aside: 'Leerlingen zitten lekkerder in hun vel.',
  },
  {
    about: 'pesten',
    phases: ['po', 'vo'],
    themes: ['welzijn-en-veerkracht'],
    programmes: [],
    cases: [
      {
        title: 'Samen tegen pesten',
        summary: 'Elke klas maakt afspraken en een anti-pestcoördinator houdt ze levend.',
      },
      {
        title: 'Sociale veiligheid op het plein',
        summary: 'Leerlingen bemiddelen zelf bij ruzie, met een gele hes aan.',
      },
    ],
    goals: ['Minder kinderen worden gepest.', 'Elke leerling voelt zich veilig op school.'],
    doings: [
      'Alle groepen volgen lessen in weerbaarheid.',
      'De school vraagt elk jaar wie zich onveilig voelt.',
    ],
    aside: 'Er wordt minder gepest.',
  },
  {
    about: 'schoolmaatschappelijk-werk',
    phases: ['po', 'vo'],
    themes: ['welzijn-en-veerkracht'],
    programmes: ['oab', 'lea'],
    cases: [
      {
        title: 'Schoolmaatschappelijk werk op elke basisschool',
        summary: 'De smw’er is een dag per week aanwezig voor leerlingen, ouders en team.',
      },
      {
        title: 'School maatschappelijk werker als eerste stap',
        summary: 'Korte gesprekken op school voorkomen een lange wachtlijst bij de jeugdhulp.',
      },
      {
        title: 'Hulp in het gebouw zelf',
        summary: 'Wie ergens mee zit, klopt aan bij een hulpverlener die gewoon op de gang werkt.',
      },
    ],
    goals: [
      'Kinderen en ouders krijgen snel lichte hulp op school.',
      'Leraren weten bij wie zij met zorgen terecht kunnen.',
    ],
    doings: [
      'De werker sluit aan bij het ondersteuningsteam en de intern begeleider.',
      'Vijf gesprekken zonder verwijzing.',
    ],
    aside: 'De schoolmaatschappelijk werker denkt mee.',
  },
  {
    about: 'passend-onderwijs',
    phases: ['po', 'vo'],
    themes: ['welzijn-en-veerkracht'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Passend onderwijs dicht bij huis',
        summary:
          'Het samenwerkingsverband helpt scholen om kinderen met een extra ondersteuningsvraag zelf op te vangen.',
      },
      {
        title: 'Speciaal waar het moet, gewoon waar het kan',
        summary: 'Leerlingen van het speciaal basisonderwijs volgen vakken op een gewone school.',
      },
      {
        title: 'Onderwijs en jeugdhulp in één lokaal',
        summary:
          'Een jeugdhulpverlener staat naast de leraar in een groep met kinderen die meer nodig hebben.',
      },
    ],
    goals: [
      'Elk kind vindt een passende plek in de eigen wijk.',
      'Minder verwijzingen naar het speciaal onderwijs.',
    ],
    doings: ['Het SWV betaalt een ondersteuner per wijk.', 'Leraren leren van collega’s uit het so en sbo.'],
    aside: 'Leerlingen met een ondersteuningsvraag doen gewoon mee.',
  },
];
