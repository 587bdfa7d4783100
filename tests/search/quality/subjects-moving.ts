// Wordings of the judged set: moving on, and being at school. Own sentences, invented places of work.
import type { Wording } from './wording.ts';

export const moving: readonly Wording[] = [
  {
    about: 'overstap-po-vo',
    phases: ['po-vo'],
    themes: ['soepele-overgangen'],
    programmes: ['gka', 'lea'],
    cases: [
      {
        title: 'Warme overdracht van groep 8 naar de brugklas',
        summary:
          'Leraren van groep 8 en mentoren van de brugklas bespreken elke leerling die extra aandacht nodig heeft, met de ouders erbij.',
      },
      {
        title: 'Overstapcoach po-vo',
        summary:
          'Een coach begeleidt kwetsbare leerlingen bij de overgang van het primair naar het voortgezet onderwijs, van maart tot de kerst.',
      },
      {
        title: 'Goed van start op de middelbare school',
        summary:
          'Kinderen die de basisschool verlaten, leren in de zomer hun nieuwe gebouw, hun rooster en hun klasgenoten kennen.',
        also: ['zomerschool'],
      },
      {
        title: 'Samen de brug over',
        summary:
          'Achtstegroepers krijgen een vast aanspreekpunt tot ze hun draai hebben gevonden tussen de grote kinderen.',
      },
    ],
    goals: [
      'De overgang po-vo verloopt voor elke leerling zonder breuk in de ondersteuning.',
      'Geen brugklasser raakt in de eerste maanden uit beeld.',
      'Leerlingen beginnen met vertrouwen aan het voortgezet onderwijs.',
    ],
    doings: [
      'In april is er een overdrachtsgesprek van een half uur. In november bellen de scholen elkaar opnieuw.',
      'Basisscholen en scholen voor voortgezet onderwijs gebruiken één formulier en één kalender.',
      'Oud-leerlingen vertellen in de klas hoe hun eerste weken waren. Ouders krijgen een avond op de nieuwe school.',
    ],
    aside: 'Kinderen zien minder op tegen de overstap naar de middelbare school.',
  },
  {
    about: 'overstap-vmbo-mbo',
    phases: ['vo', 'mbo'],
    themes: ['soepele-overgangen', 'loopbaan'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Doorstroom van vmbo naar mbo met een vaste coach',
        summary:
          'Leerlingen die na het examen dreigen te verdwijnen, houden één begeleider tot zij op het roc gewend zijn.',
      },
      {
        title: 'Overstap vo-mbo: niemand tussen wal en schip',
        summary:
          'Scholen, gemeente en roc kijken in mei samen wie zich nog niet heeft aangemeld voor het middelbaar beroepsonderwijs.',
      },
      {
        title: 'Zomerbellers voor examenleerlingen',
        summary:
          'Studenten bellen in juli en augustus met jongeren die hun diploma hebben maar nog geen vervolgopleiding.',
      },
      {
        title: 'Kennismaken met het roc',
        summary: 'Vierdeklassers van het vmbo lopen drie dagen mee op een opleiding die zij overwegen.',
        also: ['loopbaan'],
      },
    ],
    goals: [
      'Elke leerling die van het vmbo komt, zit in november op een passende opleiding.',
      'De overgang naar het mbo is geen gat van drie maanden.',
      'Minder wisselingen van opleiding in het eerste jaar van het mbo.',
    ],
    doings: [
      'Decaan en intaker van het roc spreken elke twijfelaar samen.',
      'De coach gaat mee naar de intake en helpt met reiskosten en studiefinanciering.',
      'Het doorstroomdossier gaat met toestemming van de leerling mee.',
    ],
    aside: 'Mentoren merkten dat de stap naar het roc minder groot werd.',
  },
  {
    about: 'overstap-voorschool',
    phases: ['voorschools', 'po'],
    themes: ['soepele-overgangen', 'taalontwikkeling'],
    programmes: ['oab', 'lea'],
    cases: [
      {
        title: 'Doorgaande lijn van peutergroep naar groep 1',
        summary:
          'Pedagogisch medewerkers en leerkrachten werken met dezelfde thema’s en dragen elk kind mondeling over.',
      },
      {
        title: 'Warme overdracht voorschool en basisschool',
        summary:
          'Van elke doelgroeppeuter is er een gesprek tussen voorschool, leerkracht en ouder vóór de vierde verjaardag.',
      },
      {
        title: 'Wennen voor je vier bent',
        summary:
          'Peuters komen vanaf drie jaar en tien maanden een ochtend per week spelen bij de kleuters van hun nieuwe school.',
      },
      {
        title: 'Van spelen naar leren zonder sprong',
        summary:
          'Kleuterklas en opvang delen een lokaal en een dagritme, zodat het jonge kind niets opnieuw hoeft te leren.',
        also: ['kindcentrum'],
      },
    ],
    goals: [
      'Kinderen houden hun ontwikkeling vast als zij naar de basisschool gaan.',
      'De voorschool en de vroegschool werken volgens één plan.',
      'Geen kleuter begint als onbekende in groep 1.',
    ],
    doings: [
      'Twee keer per jaar is er een doorgaande-lijn-overleg per kindcentrum.',
      'Medewerkers vullen samen één overdrachtsformulier in.',
      'Kleuterleerkrachten lopen een dag mee op de peutergroep.',
    ],
    aside: 'De start in groep 1 verloopt voor veel peuters rustiger.',
  },
  {
    about: 'schooladvies',
    phases: ['po', 'po-vo'],
    themes: ['soepele-overgangen', 'professionalisering'],
    programmes: ['gka', 'lea'],
    cases: [
      {
        title: 'Kansrijk adviseren in groep 8',
        summary:
          'Teams leggen schooladviezen aan elkaar voor en vragen door: wat weten we zeker, wat denken we?',
      },
      {
        title: 'Tegen onderadvisering',
        summary:
          'Schoolbesturen vergelijken adviezen met de uitslag van de doorstroomtoets en bespreken de verschillen per school.',
        also: ['onderzoek'],
      },
      {
        title: 'Het tweede paar ogen',
        summary:
          'Bij twijfel over het niveau kijkt een leraar van een andere school mee, zonder naam of achtergrond van het kind te kennen.',
      },
      {
        title: 'Heroverweging van het basisschooladvies',
        summary: 'Na de doorstroomtoets bespreekt elke school met ouders of het advies omhoog kan.',
      },
    ],
    goals: [
      'Een kind krijgt het advies dat bij zijn mogelijkheden past, niet bij zijn postcode.',
      'Meer bijstellingen naar boven na de eindtoets.',
      'Ouders begrijpen hoe een schooladvies tot stand komt.',
    ],
    doings: [
      'Leraren oefenen met dossiers zonder naam.',
      'Elke school krijgt een overzicht: wat werd geadviseerd, waar zit de leerling drie jaar later?',
      'Voor ouders is er een filmpje over vmbo, havo en vwo.',
    ],
    aside: 'Ook het gesprek over het schooladvies werd er beter van.',
  },
  {
    about: 'opstroom',
    phases: ['vo', 'mbo'],
    themes: ['soepele-overgangen'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Van vmbo-t naar havo met een steuntje',
        summary:
          'Leerlingen die willen stapelen, volgen in het examenjaar extra lessen wiskunde en Engels op de havo.',
      },
      {
        title: 'Brede brugklas van twee jaar',
        summary: 'Leerlingen van verschillende niveaus blijven langer bij elkaar en kiezen later.',
        also: ['menging'],
      },
      {
        title: 'Opstromen mag',
        summary: 'Elke leerling die hoger kan, krijgt een gesprek en een half jaar hulp om het te proberen.',
      },
    ],
    goals: [
      'Meer leerlingen stromen op naar een hoger niveau.',
      'Wie later bloeit, vindt de weg naar boven open.',
    ],
    doings: [
      'Docenten van beide niveaus geven samen een schakelprogramma.',
      'De school stelt bij elke rapportvergadering de vraag wie meer aankan.',
      'Stapelaars hebben een eigen spreekuur bij de decaan.',
    ],
    aside: 'Enkele leerlingen gingen naar een hoger niveau.',
  },
  {
    about: 'schoolverzuim',
    phases: ['vo', 'mbo', 'po'],
    themes: ['aanwezigheid'],
    programmes: ['lea', 'gka'],
    cases: [
      {
        title: 'Vroeg erbij bij schoolverzuim',
        summary:
          'Na de derde dag afwezigheid belt de mentor, na de vijfde gaat de leerplichtambtenaar met de jeugdverpleegkundige langs.',
      },
      {
        title: 'Ziek gemeld? Wij bellen',
        summary:
          'De jeugdarts spreekt leerlingen die vaak ziek gemeld zijn, samen met hun ouders en de school.',
      },
      {
        title: 'Preventieve aanpak van spijbelen en te laat komen',
        summary: 'Leerplicht houdt spreekuur op school, voordat een brief nodig is.',
      },
      {
        title: 'Gemist op school',
        summary:
          'Een leerling die er niet is, hoort dezelfde ochtend van iemand die hij kent dat hij gemist wordt.',
      },
    ],
    goals: [
      'Het verzuim daalt doordat scholen eerder vragen wat er is.',
      'Elke leerling die wegblijft, is binnen twee weken in gesprek.',
      'Leerlingen zijn vaker in de les.',
    ],
    doings: [
      'Het team bekijkt elke maandag de afwezigen van de week ervoor.',
      'Samen met de leerling komt er een plan van één bladzijde om terug te keren.',
      'Mentoren leren het eerste gesprek te voeren zonder verwijt.',
    ],
    aside: 'Scholen melden dat leerlingen minder vaak wegblijven.',
  },
  {
    about: 'thuiszitters',
    phases: ['vo', 'po'],
    themes: ['aanwezigheid', 'welzijn-en-veerkracht'],
    programmes: ['lea'],
    cases: [
      {
        title: 'Terug naar school voor thuiszitters',
        summary:
          'Jongeren die langer dan drie maanden thuis zitten, bouwen in een kleine groep weer een weekritme op.',
      },
      {
        title: 'Thuiszitterstafel',
        summary:
          'Leerplicht, samenwerkingsverband en jeugdhulp nemen elke maand besluiten over kinderen zonder onderwijs.',
        also: ['passend-onderwijs'],
      },
      {
        title: 'Een tussenstap voor wie niet meer gaat',
        summary: 'In een boerderij krijgen leerlingen die al lang niet op school waren les tussen de dieren.',
      },
    ],
    goals: [
      'Geen kind zit langer dan drie maanden thuis zonder passend aanbod.',
      'Jongeren krijgen weer zin om te leren en een plek waar dat kan.',
    ],
    doings: [
      'Eén regisseur houdt contact met het gezin tot er een oplossing is.',
      'Lessen beginnen met een uur per dag, thuis of op een stille plek.',
      'Met school worden kleine stappen afgesproken: eerst het plein, dan de kantine, dan een vak.',
    ],
    aside: 'Twee leerlingen die thuis zaten, gaan weer naar school.',
  },
  {
    about: 'ziekteverzuim-personeel',
    phases: ['po', 'vo'],
    themes: ['professionalisering'],
    programmes: [],
    cases: [
      {
        title: 'Minder ziekteverzuim onder leraren',
        summary:
          'Schoolbesturen delen een bedrijfsarts en een coach, zodat medewerkers eerder over werkdruk praten.',
      },
      {
        title: 'Gezond voor de klas blijven',
        summary: 'Teams krijgen begeleiding bij werkdruk; uitval van personeel kost leerlingen lessen.',
      },
    ],
    goals: [
      'Het verzuim onder personeel daalt en lessen gaan door.',
      'Medewerkers blijven gezond aan het werk.',
    ],
    doings: [
      'De vervangingspool springt in bij ziekte van een leerkracht.',
      'Directeuren oefenen het verzuimgesprek met hun medewerkers.',
    ],
    aside: 'Het ziekteverzuim in het team nam niet toe.',
  },
  {
    about: 'schooluitval',
    phases: ['mbo', 'vo'],
    themes: ['aanwezigheid', 'loopbaan'],
    programmes: ['gka'],
    cases: [
      {
        title: 'Voortijdig schoolverlaten voorkomen op het mbo',
        summary: 'Loopbaancoaches zoeken studenten op die dreigen te stoppen zonder startkwalificatie.',
      },
      {
        title: 'Vsv-team in de regio',
        summary:
          'Het RMC, de roc’s en het jongerenloket sporen jongeren zonder diploma op en zoeken een plek.',
      },
      {
        title: 'Binnen blijven',
        summary:
          'Een plusklas voor studenten die hun opleiding dreigen af te breken door schulden, zorg of werk.',
      },
    ],
    goals: [
      'Minder jongeren verlaten de school zonder diploma.',
      'Elke uitvaller krijgt binnen een maand een nieuw aanbod.',
    ],
    doings: [
      'De coach helpt bij geldzorgen en wonen, en regelt een pauze in plaats van een uitschrijving.',
      'Wie al gestopt is, krijgt bezoek van een jongerenwerker.',
    ],
    aside: 'Minder leerlingen dachten erover om met school te stoppen.',
  },
];
