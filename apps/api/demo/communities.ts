// Communities of the demo, with conversations. Everything that is said here is invented.
import type { ThemeKey } from './types.ts';

export interface DemoPost {
  /** Address of who writes it. */
  readonly by: string;
  readonly body: string;
  /** Key of an intervention that it points at. */
  readonly pointsAt?: string;
}

export interface DemoThread {
  readonly kind: 'question' | 'experience' | 'announcement';
  readonly title: string;
  readonly daysAgo: number;
  readonly posts: readonly [DemoPost, ...DemoPost[]];
  /** Which of the posts answers the question. */
  readonly answer?: number;
  readonly pinned?: true;
  /** Themes under which it is put before the alliance. */
  readonly offered?: readonly ThemeKey[];
}

export interface DemoCommunity {
  readonly name: string;
  readonly purpose: string;
  readonly guidelines: string;
  readonly themes: readonly ThemeKey[];
  readonly joining: 'open' | 'request' | 'invitation';
  /** The first one founds it. */
  readonly members: readonly [string, ...string[]];
  /** Asked to join and waits. */
  readonly asks?: readonly { readonly by: string; readonly note: string }[];
  /** Invited, and has not answered. */
  readonly invited?: readonly string[];
  readonly threads: readonly DemoThread[];
}

const coordinator = 'coordinator@alliantie.example';
const brunssum = 'redacteur@brunssum.example';
const midden = 'onderwijskansen@midden-groningen.example';
const library = 'partner@kulturhus.example';
const of = (slug: string) => `publicist@${slug}.example`;

export const communities: readonly DemoCommunity[] = [
  {
    name: 'Taal thuis en op school',
    purpose:
      'Voor iedereen die werkt aan **taal van jonge kinderen**: in de wijk, in de bibliotheek en in de klas.\n\nWe delen wat werkt, en ook wat niet werkte.',
    guidelines:
      '- Schrijf zo dat iemand uit een andere gemeente het begrijpt.\n- Noem geen kinderen en geen ouders.\n- Een vraag is nooit te eenvoudig.',
    themes: ['taalontwikkeling', 'ouderbetrokkenheid', 'kansrijke-start'],
    joining: 'open',
    members: [
      coordinator,
      library,
      brunssum,
      midden,
      of('heerlen'),
      of('kerkrade'),
      of('emmen'),
      of('tilburg'),
    ],
    threads: [
      {
        kind: 'announcement',
        title: 'Welkom, en zo werkt deze community',
        daysAgo: 64,
        pinned: true,
        posts: [
          {
            by: coordinator,
            body: 'Fijn dat u er bent. Stel gerust een vraag, ook als u denkt dat het antwoord voor de hand ligt.\n\nIn de **bibliotheek** staat wat wij de moeite waard vinden om te bewaren.',
          },
        ],
      },
      {
        kind: 'question',
        title: 'Hoe bereikt u ouders die niet naar de bibliotheek komen?',
        daysAgo: 23,
        answer: 2,
        offered: ['taalontwikkeling', 'ouderbetrokkenheid'],
        posts: [
          {
            by: of('heerlen'),
            body: 'Wij hebben een mooie voorleeshoek, maar zien steeds dezelfde gezinnen. Brieven en posters helpen niet.\n\nWat werkt er bij u wel?',
          },
          {
            by: library,
            body: 'Wij zijn gestopt met uitnodigen en begonnen met langsgaan. Eerst op het schoolplein, later aan de deur bij gezinnen die de school goed kent.',
          },
          {
            by: midden,
            body: 'Bij ons maakte dit het verschil:\n\n1. Iemand die de taal van thuis spreekt, gaat mee.\n2. Het eerste bezoek duurt een kwartier, niet langer.\n3. Het kind mag het boek houden.\n\nNa een half jaar kwam ongeveer de helft ook zelf langs.',
          },
          {
            by: of('heerlen'),
            body: 'Dank u wel. Dat derde punt hadden wij nooit bedacht. Wij gaan het in het najaar proberen.',
          },
          { by: of('kerkrade'), body: 'Mogen wij eens met u meelopen? Wij staan voor dezelfde vraag.' },
        ],
      },
      {
        kind: 'experience',
        title: 'Voorlezen in de wachtkamer: dit leerden wij',
        daysAgo: 12,
        posts: [
          {
            by: brunssum,
            body: 'Drie maanden lang lazen vrijwilligers voor in de wachtkamer van het consultatiebureau.\n\n- Kinderen bleven zitten, ouders ook.\n- Te vroeg in de ochtend werkte niet: iedereen had haast.\n- Een doos met boeken om mee te nemen was de helft van het succes.',
            pointsAt: 'heerlen-huiswerkplek',
          },
          { by: of('tilburg'), body: 'Wie betaalde de boeken?' },
          {
            by: brunssum,
            body: 'De bibliotheek gaf afgeschreven exemplaren. Dat kost niets en ze zijn nog prima.',
          },
        ],
      },
      {
        kind: 'question',
        title: 'Welk moment is goed voor een taalmeting bij peuters?',
        daysAgo: 3,
        posts: [
          {
            by: of('emmen'),
            body: 'Wij meten nu bij binnenkomst en aan het eind. Daartussen zit soms twee jaar. Doet iemand een tussenmeting, en is dat de moeite waard?',
          },
        ],
      },
    ],
  },
  {
    name: 'Soepel van de basisschool naar de brugklas',
    purpose:
      'Wij werken aan de **overstap** van groep 8 naar de middelbare school: warme overdracht, brugfunctionarissen en brede brugklassen.',
    guidelines:
      'Wat leden hier over hun eigen scholen vertellen, blijft hier. Vraag eerst, voordat u het doorvertelt.',
    themes: ['soepele-overgangen'],
    joining: 'request',
    members: [of('groningen'), coordinator, midden, of('zwolle'), of('enschede'), of('arnhem')],
    asks: [
      {
        by: of('deventer'),
        note: 'Wij beginnen na de zomer met een brugfunctionaris en zoeken ervaring van anderen.',
      },
      { by: 'publicist@brunssum.example', note: 'Onze scholen willen een gezamenlijk overdrachtsformulier.' },
    ],
    threads: [
      {
        kind: 'experience',
        title: 'Een brugfunctionaris die bij de leerling thuis komt',
        daysAgo: 31,
        posts: [
          {
            by: of('groningen'),
            body: 'Onze brugfunctionaris bezocht in de zomer elk gezin dat dat wilde. Het gesprek ging over de *fietsroute*, het *huiswerk* en wie je belt als het niet gaat.\n\nIn november was er in deze groep minder verzuim dan het jaar ervoor.',
            pointsAt: 'groningen-brugfunctionaris',
          },
          { by: of('zwolle'), body: 'Hoeveel gezinnen kon één persoon aan?' },
          { by: of('groningen'), body: 'Ongeveer veertig in zes weken. Meer werd haastwerk.' },
        ],
      },
      {
        kind: 'question',
        title: 'Wie mag wat weten bij een warme overdracht?',
        daysAgo: 8,
        answer: 1,
        posts: [
          {
            by: of('arnhem'),
            body: 'Onze scholen twijfelen over wat zij mogen delen. Hoe hebt u dit geregeld?',
          },
          {
            by: of('enschede'),
            body: 'Wij vragen ouders in groep 8 om toestemming, per onderwerp. Wat zij niet willen delen, gaat niet mee. Dat staat op één bladzijde in gewone taal.',
          },
        ],
      },
    ],
  },
  {
    name: 'Redactie van de landelijke agenda',
    purpose: 'Hier bereiden wij de landelijke kennisdelingsagenda voor, tot zij klaar is om te delen.',
    guidelines: '',
    themes: ['professionalisering'],
    joining: 'invitation',
    members: [coordinator, midden, of('leeuwarden')],
    invited: [brunssum],
    threads: [
      {
        kind: 'question',
        title: 'Welke onderwerpen willen wij dit jaar?',
        daysAgo: 5,
        posts: [
          { by: coordinator, body: 'Noem er ieder drie. Ik leg ze naast elkaar.' },
          { by: of('leeuwarden'), body: 'Aanwezigheid, ouders, en wat wij doen met cijfers.' },
        ],
      },
    ],
  },
];
