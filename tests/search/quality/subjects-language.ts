// Wordings of the judged set: language, sums, and what is done with parents. Own sentences, invented places of work.
import type { Wording } from './wording.ts';

export const language: readonly Wording[] = [
  {
    about: 'taal-peuters',
    phases: ['voorschools'],
    themes: ['taalontwikkeling'],
    programmes: ['oab'],
    cases: [
      {
        title: 'Meer taal op de voorschool',
        summary:
          'VVE-groepen krijgen een extra medewerker die elke dag in een klein groepje aan woordenschat werkt.',
      },
      {
        title: 'Taalrijke peuteropvang',
        summary:
          'Peuters horen en gebruiken de hele ochtend nieuwe woorden, in de zandbak net zo goed als in de kring.',
      },
      {
        title: 'Voor- en vroegschoolse educatie met een logisch programma',
        summary: 'Alle locaties werken met dezelfde methode en meten twee keer per jaar de taalontwikkeling.',
      },
      {
        title: 'Praten met je handen in het deeg',
        summary: 'Kinderen van twee en drie bakken, wassen en planten, en leren al doende hoe alles heet.',
      },
    ],
    goals: [
      'Doelgroeppeuters beginnen zonder taalachterstand aan groep 1.',
      'De woordenschat van jonge kinderen groeit sneller.',
      'De kwaliteit van de VVE is op alle locaties even hoog.',
    ],
    doings: [
      'Een taalcoach kijkt elke maand mee op de groep.',
      'Thema’s lopen gelijk met die van de kleuterklas; ouders krijgen de woorden mee naar huis.',
      'Medewerkers herhalen nieuwe woorden in spel, liedje en verhaal.',
    ],
    aside: 'De taalontwikkeling van peuters kreeg daardoor ook aandacht.',
  },
  {
    about: 'lezen',
    phases: ['po', 'vo'],
    themes: ['taalontwikkeling', 'basisvaardigheden'],
    programmes: ['oab', 'basisvaardigheden'],
    cases: [
      {
        title: 'Bibliotheek op school',
        summary:
          'Een leesconsulent van de bibliotheek bouwt met elke school een collectie op en helpt leraren met leesplezier.',
      },
      {
        title: 'Leesbevordering in de onderbouw van het vmbo',
        summary:
          'Elke dag twintig minuten lezen in een boek dat je zelf kiest, en erover praten met een ander.',
      },
      {
        title: 'Een boek is een deur',
        summary: 'Schrijvers, opa’s en voetballers komen voorlezen; elke klas heeft een kast vol verhalen.',
      },
      {
        title: 'Begrijpend lezen zonder losse teksten',
        summary:
          'Scholen leren kinderen lezen bij geschiedenis en natuur, in plaats van in een apart lesuur.',
      },
    ],
    goals: [
      'Meer leerlingen halen niveau 1S voor lezen.',
      'Kinderen lezen graag en lezen meer.',
      'Minder leerlingen verlaten school laaggeletterd.',
    ],
    doings: [
      'De bibliotheek leent elke drie weken nieuwe boeken uit op school.',
      'Leraren volgen een training in leesonderwijs; elke school heeft een leescoördinator.',
      'Kinderen schrijven een aanbeveling voor een klasgenoot.',
    ],
    aside: 'Kinderen lezen er ook meer boeken door.',
  },
  {
    about: 'rekenen',
    phases: ['po', 'vo', 'mbo'],
    themes: ['basisvaardigheden'],
    programmes: ['basisvaardigheden', 'npo'],
    cases: [
      {
        title: 'Rekenen in kleine stappen',
        summary:
          'Leerlingen die vastlopen, krijgen drie keer per week een half uur rekenles in een klein groepje.',
        also: ['tutoring'],
      },
      {
        title: 'Rekencoördinatoren leren van elkaar',
        summary:
          'Elke school heeft een specialist; samen kiezen zij wat werkt voor leerlingen die 1F niet halen.',
        also: ['scholing-leraren'],
      },
      {
        title: 'Sommen op de markt',
        summary:
          'Kinderen wegen, betalen en verdelen op de weekmarkt en snappen daarna de breuken in hun boek.',
      },
      {
        title: 'Verbetering van het rekenonderwijs op het vmbo',
        summary:
          'Secties wiskunde, techniek en economie spreken één aanpak af voor procenten en verhoudingen.',
      },
    ],
    goals: [
      'Meer leerlingen halen het streefniveau voor rekenen.',
      'Leerlingen durven weer te rekenen.',
      'Het rekenniveau aan het eind van de basisschool stijgt.',
    ],
    doings: [
      'Elke acht weken is er een toets die alleen de leraar gebruikt om te kiezen wat daarna komt.',
      'Ouders krijgen spelletjes mee waarin getallen voorkomen.',
      'Een rekenexpert doet lessen voor en kijkt mee.',
    ],
    aside: 'In de uren daarna is er ook tijd om te rekenen.',
  },
  {
    about: 'nieuwkomers',
    phases: ['po', 'vo'],
    themes: ['nieuwkomers'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Internationale schakelklas met een vak erbij',
        summary: 'ISK-leerlingen krijgen naast Nederlands twee dagen techniek of zorg.',
        also: ['loopbaan'],
      },
      {
        title: 'Nieuwkomersonderwijs in de wijk',
        summary:
          'Kinderen van vluchtelingen leren een jaar lang Nederlands (NT2) in een eigen klas en sporten met de andere.',
      },
      {
        title: 'Welkomstklas',
        summary: 'Wie net uit een ander land komt, vindt hier rust, nieuwe woorden en een vriend.',
      },
      {
        title: 'Van azc naar klas',
        summary:
          'Gemeente en schoolbesturen regelen dat een asielzoekerskind binnen twee weken onderwijs krijgt.',
      },
    ],
    goals: [
      'Anderstalige leerlingen stromen binnen twee jaar door naar een passend niveau.',
      'Nieuwkomers leren snel Nederlands zonder hun eigen taal kwijt te raken.',
      'Elk nieuw kind gaat naar school, ook halverwege het jaar.',
    ],
    doings: [
      'De taalklas komt elke middag bij de gewone groep.',
      'Leraren krijgen scholing in Nederlands als tweede taal en in omgaan met vlucht en verlies.',
      'Een tolk is bij elk intakegesprek.',
    ],
    aside: 'Ook voor leerlingen die net in Nederland zijn, is er plaats.',
  },
  {
    about: 'thuistaal',
    phases: ['voorschools', 'po'],
    themes: ['taalontwikkeling', 'nieuwkomers'],
    programmes: ['oab'],
    cases: [
      {
        title: 'Meertalig opgroeien, meertalig leren',
        summary: 'Leraren gebruiken de talen die kinderen meebrengen om het Nederlands te versterken.',
      },
      {
        title: 'Alle talen welkom',
        summary:
          'Dialect, Fries, Turks of Tigrinya: wat thuis gesproken wordt, krijgt een plek in het lokaal.',
      },
    ],
    goals: [
      'Kinderen bouwen hun Nederlands op wat zij in hun thuistaal al kennen.',
      'Ouders weten dat meertaligheid een voordeel is.',
    ],
    doings: [
      'Er zijn boeken in tien talen en ouders lezen daaruit voor.',
      'Leerlingen vergelijken woorden in hun moedertaal met het Nederlands.',
    ],
    aside: 'Kinderen mogen daarbij ook hun eigen taal gebruiken.',
  },
  {
    about: 'taal-ouders',
    phases: ['po', 'voorschools'],
    themes: ['ouderbetrokkenheid', 'taalontwikkeling'],
    programmes: ['oab', 'lea'],
    cases: [
      {
        title: 'Taalles voor ouders op school',
        summary: 'Vaders en moeders leren Nederlands in het gebouw waar hun kind les heeft.',
      },
      {
        title: 'Laaggeletterdheid aanpakken in het gezin',
        summary:
          'Taalvrijwilligers helpen ouders die moeite hebben met lezen en schrijven, en lezen samen met het kind.',
      },
      {
        title: 'Meelezen met de brieven van school',
        summary:
          'Wie de post van de leerkracht niet goed kan lezen, oefent daarmee in een kleine groep volwassenen.',
      },
    ],
    goals: [
      'Laaggeletterde ouders kunnen hun kind helpen en de school begrijpen.',
      'Minder gezinnen waarin niemand goed Nederlands leest.',
    ],
    doings: [
      'De lessen zijn direct na het brengen; er is oppas.',
      'Het taalpunt van de bibliotheek verwijst door naar een cursus.',
      'Ouders oefenen met de app en de nieuwsbrief van school.',
    ],
    aside: 'Ouders oefenden hun Nederlands in de pauze.',
  },
  {
    about: 'logopedie',
    phases: ['voorschools', 'po'],
    themes: ['taalontwikkeling'],
    programmes: ['oab'],
    cases: [
      {
        title: 'Logopedist op de voorschool',
        summary:
          'Peuters die achterblijven in spraak, worden op de groep gezien in plaats van in een praktijk.',
      },
      {
        title: 'Vroeg zien wie moeilijk praat',
        summary:
          'Consultatiebureau en opvang verwijzen kinderen met een taalontwikkelingsstoornis sneller door.',
      },
    ],
    goals: ['Kinderen met TOS krijgen voor hun vierde hulp.', 'Geen wachttijd voor spraakhulp.'],
    doings: [
      'De logopedist traint medewerkers om zelf te oefenen.',
      'Ouders leren thuis oefeningen van vijf minuten.',
    ],
    aside: 'Als het nodig is, kijkt een logopedist mee.',
  },
  {
    about: 'ouderbetrokkenheid',
    phases: ['po', 'vo', 'voorschools'],
    themes: ['ouderbetrokkenheid'],
    programmes: ['oab', 'gka'],
    cases: [
      {
        title: 'Ouderbetrokkenheid begint bij de voordeur',
        summary: 'Elke leraar gaat in de eerste maand bij alle gezinnen thuis op bezoek.',
      },
      {
        title: 'Educatief partnerschap op zes scholen',
        summary: 'Scholen en ouders maken samen afspraken over leren thuis; een coach helpt teams op weg.',
      },
      {
        title: 'Vaders voor de klas',
        summary: 'Een groep vaders denkt mee, leest voor en haalt andere vaders over om ook te komen.',
      },
      {
        title: 'Ouderkamer met koffie',
        summary:
          'Moeders en vaders lopen binnen in een eigen lokaal, ontmoeten elkaar en praten mee over de school.',
      },
      {
        title: 'Leerling, school en thuis in één gesprek',
        summary:
          'Het tienminutengesprek wordt een half uur waarin het kind vertelt en de familie vragen stelt.',
      },
    ],
    goals: [
      'Ouders voelen zich welkom en weten hoe zij hun kind kunnen steunen.',
      'De ouderparticipatie groeit, ook bij gezinnen die de school niet vanzelf vindt.',
      'School en thuis trekken één lijn.',
    ],
    doings: [
      'Teams krijgen training in gesprekken met ouders.',
      'Elke maand is er een thema-ochtend die ouders zelf kiezen.',
      'Ouders die de taal spreken van andere ouders, zijn contactpersoon.',
    ],
    aside: 'Ouders kwamen ook vaker op de ouderavond.',
  },
  {
    about: 'huisbezoek-start',
    phases: ['voorschools'],
    themes: ['kansrijke-start'],
    programmes: ['kansrijke-start'],
    cases: [
      {
        title: 'Kansrijke Start: samen rond de zwangerschap',
        summary: 'Verloskundigen, kraamzorg en JGZ spreken één route af voor kwetsbare zwangeren.',
      },
      {
        title: 'Prenataal huisbezoek door de jeugdverpleegkundige',
        summary:
          'Aanstaande ouders met zorgen krijgen al voor de geboorte bezoek van de jeugdgezondheidszorg.',
      },
      {
        title: 'De eerste duizend dagen',
        summary:
          'Jonge ouders krijgen een vast gezicht, van de zwangerschap tot de tweede verjaardag van hun baby.',
      },
    ],
    goals: [
      'Elk kind heeft een veilige start in de eerste 1000 dagen.',
      'Stress en geldzorgen rond de geboorte nemen af.',
    ],
    doings: [
      'De GGD en de verloskundige overleggen elke maand.',
      'Een vrijwilliger met ervaring komt wekelijks langs bij het jonge gezin.',
    ],
    aside: 'Ook zwangere vrouwen vinden er informatie.',
  },
  {
    about: 'geld',
    phases: ['po', 'vo'],
    themes: ['armoede'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Armoede op school bespreekbaar',
        summary:
          'Leraren leren signalen van geldzorgen te zien en weten naar wie zij ouders kunnen verwijzen.',
      },
      {
        title: 'Schoolkosten geen drempel',
        summary: 'Schoolreis, laptop en gymkleren worden betaald voor gezinnen met een laag inkomen.',
      },
      {
        title: 'Kindpakket in één aanvraag',
        summary: 'Stichting Leergeld, jeugdfonds en gemeente hebben samen één formulier voor minimagezinnen.',
      },
      {
        title: 'Ieder kind doet mee',
        summary:
          'Wie het thuis niet breed heeft, krijgt een fiets, een tas en zwemles zonder te hoeven bedelen.',
      },
    ],
    goals: [
      'Kinderen in armoede doen mee zoals ieder ander.',
      'Ouders met schulden krijgen snel hulp.',
      'Kinderarmoede heeft minder gevolgen voor het leren.',
    ],
    doings: [
      'De school schaft de vrijwillige ouderbijdrage af.',
      'Het wijkteam houdt inloop over geld in de hal.',
      'Een voorziening voor winterkleren en schoolspullen is open voor iedereen.',
    ],
    aside: 'Voor gezinnen met weinig geld is meedoen gratis.',
  },
  {
    about: 'schoolmaaltijd',
    phases: ['po', 'vo'],
    themes: ['armoede', 'welzijn-en-veerkracht'],
    programmes: ['school-en-omgeving'],
    cases: [
      {
        title: 'Schoolontbijt voor iedereen',
        summary: 'Elke ochtend staat er brood en fruit klaar, voor alle kinderen van de school.',
      },
      {
        title: 'Warme lunch op school',
        summary: 'Leerlingen eten samen een gezonde maaltijd; ouders koken om de beurt.',
      },
      {
        title: 'Niet met een lege maag in de les',
        summary: 'Een vrijwilliger smeert vanaf acht uur boterhammen in de aula.',
      },
    ],
    goals: ['Geen kind heeft honger in de klas.', 'Samen eten geeft rust en een beter begin van de dag.'],
    doings: ['De voedselbank en een supermarkt leveren.', 'Leerlingen kiezen het menu en ruimen zelf op.'],
    aside: 'Er is fruit en een boterham.',
  },
  {
    about: 'brugfunctionaris',
    phases: ['po', 'vo'],
    themes: ['ouderbetrokkenheid', 'armoede'],
    programmes: ['gka', 'school-en-omgeving'],
    cases: [
      {
        title: 'Brugfunctionaris op vijf scholen',
        summary: 'Iemand die het gezin, de school en de wijk kent, wijst ouders de weg naar hulp.',
        also: ['ouderbetrokkenheid'],
      },
      {
        title: 'Verbinder tussen school en gezin',
        summary:
          'Een vaste contactpersoon staat ’s ochtends bij de poort en regelt wat ouders boven het hoofd groeit.',
        also: ['ouderbetrokkenheid'],
      },
    ],
    goals: ['Gezinnen vinden hulp voordat zorgen groot worden.', 'Leraren kunnen weer lesgeven.'],
    doings: [
      'De brugfunctionaris gaat mee naar het loket en kent de regelingen.',
      'Elke week bespreekt zij met het wijkteam wat er speelt.',
    ],
    aside: 'De brugfunctionaris van de school wees ouders erop.',
  },
  {
    about: 'opvoedsteun',
    phases: ['voorschools', 'po'],
    themes: ['ouderbetrokkenheid', 'welzijn-en-veerkracht'],
    programmes: ['oab'],
    cases: [
      {
        title: 'Opvoedspreekuur op het kindcentrum',
        summary: 'Ouders lopen binnen met vragen over slapen, grenzen en schermen.',
      },
      {
        title: 'Cursus opvoeden voor jonge ouders',
        summary: 'Het Centrum voor Jeugd en Gezin geeft acht avonden, met ruimte voor twijfel en humor.',
      },
    ],
    goals: [
      'Ouders krijgen antwoord op vragen over opvoeden zolang die klein zijn.',
      'Ouders leren van elkaar.',
    ],
    doings: ['De pedagoog is twee ochtenden aanwezig.', 'CJG en jeugdarts verwijzen naar de groep.'],
    aside: 'Ouders konden er ook vragen stellen over opvoeding.',
  },
];
