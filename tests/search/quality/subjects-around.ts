// Wordings of the judged set: staff, early years, work, city, and what only sounds alike. Own sentences.
import type { Wording } from './wording.ts';

export const around: readonly Wording[] = [
  {
    about: 'lerarentekort',
    phases: ['po', 'vo'],
    themes: ['professionalisering'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Lerarentekort samen te lijf',
        summary:
          'Schoolbesturen en pabo werven zij-instromers voor scholen in wijken waar vacatures het langst openstaan.',
      },
      {
        title: 'Wonen en werken voor nieuwe leerkrachten',
        summary: 'Starters op scholen met een zware opgave krijgen een woning en een coach.',
      },
      {
        title: 'Niemand naar huis gestuurd',
        summary: 'Als er geen juf of meester is, geeft een vakman uit de stad die dag les.',
      },
    ],
    goals: ['Op elke school staan genoeg bevoegde leraren.', 'Startende leraren blijven langer.'],
    doings: [
      'Zij-instroom begint met een half jaar meelopen.',
      'De gemeente geeft voorrang bij huurwoningen.',
    ],
    aside: 'Door het tekort aan leraren duurde het langer.',
  },
  {
    about: 'scholing-leraren',
    phases: ['po', 'vo'],
    themes: ['professionalisering'],
    programmes: ['gka', 'lea'],
    cases: [
      {
        title: 'Leernetwerk voor leraren over hoge verwachtingen',
        summary: 'Teams oefenen met blikken, beurten en feedback die elk kind serieus nemen.',
      },
      {
        title: 'Professionalisering van docenten: kijken bij elkaar',
        summary: 'Docenten bezoeken elkaars lessen met één vraag en bespreken wat zij zagen.',
      },
      {
        title: 'Onbewuste vooroordelen in de klas',
        summary: 'Nascholing over wat een achternaam of een accent met een oordeel doet.',
      },
    ],
    goals: ['Leerkrachten verwachten veel van elke leerling.', 'Scholen leren van elkaar.'],
    doings: ['Vijf studiemiddagen en een opdracht in de eigen klas.', 'Elke school stuurt twee trekkers.'],
    aside: 'Leraren volgden daarvoor een korte training.',
  },
  {
    about: 'scholing-opvang',
    phases: ['voorschools'],
    themes: ['professionalisering', 'taalontwikkeling'],
    programmes: ['oab'],
    cases: [
      {
        title: 'Pedagogisch coach op elke VVE-locatie',
        summary: 'Pedagogisch medewerkers krijgen wekelijks coaching op de werkvloer.',
      },
      {
        title: 'Taalniveau 3F voor pm’ers',
        summary: 'Medewerkers van de kinderopvang volgen een cursus en een toets Nederlands.',
      },
    ],
    goals: ['De kwaliteit van de voorschoolse educatie groeit met die van haar medewerkers.'],
    doings: ['De coach filmt en bespreekt korte stukjes.', 'De hbo’er werkt mee op de groep.'],
    aside: 'Medewerkers van de opvang leerden ervan.',
  },
  {
    about: 'onderzoek',
    phases: ['po', 'vo'],
    themes: ['professionalisering'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Kansenmonitor: meten wat verschil maakt',
        summary:
          'Gemeente en universiteit volgen elk jaar acht cijfers over gelijke kansen en bespreken die met scholen.',
      },
      {
        title: 'Evaluatie van het onderwijsachterstandenbeleid',
        summary: 'Onderzoekers kijken welke onderdelen van het OAB iets opleveren en welke niet.',
      },
      {
        title: 'Wat werkt voor wie?',
        summary: 'De hogeschool vergelijkt groepen met en zonder programma en vertelt ook wat tegenviel.',
      },
    ],
    goals: ['Weten wat werkt en stoppen met wat niet werkt.', 'Besluiten rusten op cijfers en op verhalen.'],
    doings: ['Scholen krijgen elk half jaar een terugkoppeling.', 'Metingen vooraf, tussendoor en achteraf.'],
    aside: 'Een student deed er onderzoek naar.',
  },
  {
    about: 'bereik-voorschool',
    phases: ['voorschools'],
    themes: ['kansrijke-start', 'taalontwikkeling'],
    programmes: ['oab'],
    cases: [
      {
        title: 'Meer doelgroeppeuters naar de VVE',
        summary: 'Consultatiebureau en voorschool zoeken gezinnen op die nog geen plaats gebruiken.',
      },
      {
        title: 'Geen peuter buiten beeld',
        summary: 'Wijkmoeders gaan op huisbezoek bij gezinnen met een kind dat nog thuis is.',
      },
      {
        title: 'Lagere ouderbijdrage voor de peuterspeelzaal',
        summary: 'Ouders zonder toeslag betalen bijna niets voor zestien uur.',
        touches: ['geld'],
      },
    ],
    goals: [
      'Het bereik van de voorschoolse educatie stijgt naar 90 procent.',
      'Alle kinderen die recht hebben op VVE, komen ook.',
    ],
    doings: [
      'De JGZ geeft de indicatie en meldt wie niet komt.',
      'Een medewerker vult samen met ouders het formulier in.',
    ],
    aside: 'Enkele ouders meldden hun peuter daarna aan.',
  },
  {
    about: 'loopbaan',
    phases: ['vo', 'mbo'],
    themes: ['loopbaan'],
    programmes: ['gka'],
    cases: [
      {
        title: 'LOB voor leerlingen zonder netwerk',
        summary: 'Vakmensen uit de stad vertellen op school over hun werk en nemen leerlingen een dag mee.',
      },
      {
        title: 'Loopbaanoriëntatie vanaf klas 1',
        summary: 'Leerlingen bezoeken elk jaar drie beroepen en houden een portfolio bij.',
      },
      {
        title: 'Wat wil jij worden?',
        summary: 'Jongeren die als eerste in hun familie gaan studeren, krijgen hulp bij het kiezen.',
        also: ['mentoring'],
      },
    ],
    goals: [
      'Leerlingen kiezen een opleiding en beroep die bij hen passen.',
      'De studiekeuze hangt niet af van wie je kent.',
    ],
    doings: [
      'Elke leerling heeft vier keer een loopbaangesprek.',
      'Bedrijven openen een ochtend hun deuren.',
    ],
    aside: 'Leerlingen dachten na over hun studiekeuze.',
  },
  {
    about: 'stage',
    phases: ['mbo', 'vo'],
    themes: ['loopbaan'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Tegen stagediscriminatie',
        summary: 'Roc en werkgevers koppelen studenten aan een plek zonder brief en zonder foto.',
      },
      {
        title: 'Een stageplek voor iedereen',
        summary: 'Een matcher zoekt voor mbo-studenten die na veel afwijzingen nog niets hebben.',
      },
    ],
    goals: ['Elke student heeft op tijd een leerbedrijf.', 'Afkomst maakt geen verschil bij een stage.'],
    doings: ['Werkgevers nemen om de beurt iemand aan.', 'Een meldpunt volgt klachten op.'],
    aside: 'Studenten lopen er stage.',
  },
  {
    about: 'menging',
    phases: ['po', 'vo'],
    themes: ['ouderbetrokkenheid'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Onderwijssegregatie tegengaan',
        summary: 'Eén aanmeldmoment en eerlijke loting maken scholen meer een afspiegeling van de buurt.',
      },
      {
        title: 'Gemengde scholen door samen te kiezen',
        summary: 'Groepen ouders bezoeken scholen in de eigen wijk en schrijven hun kinderen samen in.',
      },
    ],
    goals: [
      'Kinderen van verschillende achtergrond komen elkaar tegen.',
      'Elke school is een afspiegeling van haar wijk.',
    ],
    doings: ['Ouders krijgen een schoolwijzer.', 'Twee scholen wisselen een dag per week van klas.'],
    aside: 'Kinderen van twee scholen leerden elkaar kennen.',
  },
  {
    about: 'digitaal',
    phases: ['po', 'vo'],
    themes: ['basisvaardigheden', 'armoede'],
    programmes: ['npo'],
    cases: [
      {
        title: 'Een laptop voor elke leerling',
        summary: 'Wie thuis geen computer heeft, leent er een en krijgt internet erbij.',
        also: ['geld'],
      },
      {
        title: 'Digitale geletterdheid',
        summary: 'Leerlingen leren informatie beoordelen, programmeren en veilig omgaan met sociale media.',
      },
    ],
    goals: ['Digitale middelen zijn er voor iedereen.', 'Leerlingen zijn mediawijs.'],
    doings: ['Een helpdesk van leerlingen repareert apparaten.', 'Elke groep heeft een uur computerles.'],
    aside: 'Kinderen werken daarbij op een tablet.',
  },
  {
    about: 'burgerschap',
    phases: ['po', 'vo', 'mbo'],
    themes: ['brede-ontwikkeling'],
    programmes: [],
    cases: [
      {
        title: 'Burgerschap in de raadzaal',
        summary: 'Leerlingen voeren een debat in het gemeentehuis en dienen een voorstel in.',
      },
      { title: 'Kinderraad', summary: 'Twintig kinderen denken een jaar mee met de burgemeester.' },
    ],
    goals: ['Leerlingen leren hoe democratie werkt.', 'Kinderen hebben een stem.'],
    doings: ['Raadsleden komen in de klas.', 'Leerlingen kiezen een probleem in hun buurt.'],
    aside: 'De wethouder opende het project in de raadzaal.',
  },
  {
    about: 'kindcentrum',
    phases: ['voorschools', 'po'],
    themes: ['brede-ontwikkeling'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Integraal kindcentrum in de nieuwbouwwijk',
        summary: 'Opvang, school en jeugdzorg onder één dak en één directie, voor kinderen van 0 tot 12.',
      },
      {
        title: 'IKC: één team, één visie',
        summary: 'Leerkrachten en pedagogisch medewerkers vormen samen een team.',
      },
    ],
    goals: ['Kindcentra bieden van 0 tot 12 jaar één ontwikkellijn.'],
    doings: ['Eén directeur stuurt opvang en onderwijs aan.', 'Teams hebben samen studiedagen.'],
    aside: 'De opvang in hetzelfde gebouw doet mee.',
  },
  {
    about: 'bso',
    phases: ['po'],
    themes: ['brede-ontwikkeling'],
    programmes: ['school-en-omgeving'],
    cases: [
      {
        title: 'Buitenschoolse opvang voor alle kinderen',
        summary: 'Ook kinderen van ouders zonder werk kunnen twee middagen naar de bso.',
        touches: ['geld'],
      },
    ],
    goals: ['De bso is er ook voor kinderen met minder kansen.'],
    doings: ['De gemeente betaalt de plaatsen van kinderen zonder toeslag.'],
    aside: 'Daarna gaan sommige kinderen naar de bso.',
  },
  {
    about: 'politie',
    phases: ['po', 'vo'],
    themes: ['welzijn-en-veerkracht'],
    programmes: [],
    cases: [
      { title: 'De politie in de klas', summary: 'De wijkagent vertelt over vuurwerk, drugs en wapens.' },
      {
        title: 'Portfolio van een politiek talent',
        summary: 'Jongeren volgen de politiek in hun provincie en maken een podcast.',
      },
    ],
    goals: ['Jongeren kennen de wijkagent.', 'Minder overlast rond de school.'],
    doings: ['De politie komt drie keer in groep 7.', 'Jongeren lopen een dag mee op het bureau.'],
    aside: 'De bijeenkomst was in het gebouw van de politie.',
  },
  {
    about: 'verkeer',
    phases: ['po'],
    themes: ['welzijn-en-veerkracht'],
    programmes: [],
    cases: [
      {
        title: 'Veilig naar school: de fietsbrug',
        summary: 'Een oversteek met lichten en een nieuwe brug over het kanaal voor kinderen op de fiets.',
      },
      {
        title: 'Fietsles voor moeders en kinderen',
        summary: 'Leren fietsen op het plein, met een leenfiets en een examen.',
      },
    ],
    goals: ['Kinderen komen veilig op school.'],
    doings: [
      'De overgang bij het spoor krijgt bomen en een bel.',
      'De verkeersouder staat elke ochtend op de hoek.',
    ],
    aside: 'De school ligt achter de overgang van het spoor.',
  },
  {
    about: 'gezondheid',
    phases: ['po'],
    themes: ['welzijn-en-veerkracht'],
    programmes: [],
    cases: [
      {
        title: 'Gezonde School',
        summary: 'Water drinken, tandenpoetsen en gezond gewicht in groep 1 tot en met 8.',
      },
      {
        title: 'Kinderen op gezond gewicht',
        summary: 'Diëtist en sportcoach begeleiden gezinnen een half jaar.',
      },
    ],
    goals: ['Minder kinderen met overgewicht.'],
    doings: ['De GGD meet en weegt.', 'Elke klas heeft een moestuin.'],
    aside: 'Er is aandacht voor gezond eten.',
  },
];
