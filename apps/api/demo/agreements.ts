// What the demo's municipalities signed, the consultations they had, and the pages of some of its people. Everything that
// is said here is invented, and nobody here is a person.
import type { ThemeKey } from './types.ts';

export const signed: readonly {
  readonly municipality: string;
  readonly daysAgo: number;
  readonly commitments: readonly ('consultation' | 'knowledge_session' | 'sharing' | 'national_agenda')[];
}[] = [
  {
    municipality: 'gm0899',
    daysAgo: 700,
    commitments: ['consultation', 'knowledge_session', 'sharing', 'national_agenda'],
  },
  {
    municipality: 'gm1952',
    daysAgo: 640,
    commitments: ['consultation', 'knowledge_session', 'sharing', 'national_agenda'],
  },
  { municipality: 'gm0917', daysAgo: 500, commitments: ['consultation', 'knowledge_session', 'sharing'] },
  { municipality: 'gm0928', daysAgo: 500, commitments: ['consultation', 'sharing', 'national_agenda'] },
  {
    municipality: 'gm0882',
    daysAgo: 480,
    commitments: ['consultation', 'knowledge_session', 'sharing', 'national_agenda'],
  },
  { municipality: 'gm0153', daysAgo: 300, commitments: ['consultation', 'knowledge_session', 'sharing'] },
  {
    municipality: 'gm0855',
    daysAgo: 20,
    commitments: ['consultation', 'knowledge_session', 'sharing', 'national_agenda'],
  },
];

export interface DemoConsultation {
  readonly municipality: string;
  readonly daysAgo: number;
  readonly by: 'municipality' | 'alliance';
  readonly points: readonly string[];
  readonly record: string;
  /** What the other side said; nothing: it waits. */
  readonly answer?: 'confirmed' | { readonly denied: string };
}

export const consultations: readonly DemoConsultation[] = [
  {
    municipality: 'gm0899',
    daysAgo: 210,
    by: 'municipality',
    points: ['Voortgang van de agenda', 'Samen optrekken met Landgraaf bij de leesgroepen'],
    record:
      'De acties voor **voorschoolse taal** lopen. Over de leesgroepen maken we in het najaar een afspraak.',
    answer: 'confirmed',
  },
  {
    municipality: 'gm0899',
    daysAgo: 12,
    by: 'alliance',
    points: ['Wat volgend jaar op de landelijke agenda komt', 'Eigen kennissessie over ouders in de wijk'],
    record: 'Brunssum wil volgend jaar een kennissessie houden over ouderbetrokkenheid.',
  },
  {
    municipality: 'gm1952',
    daysAgo: 190,
    by: 'alliance',
    points: ['Kindcentra in aardbevingsgebied', 'Kengetallen: wat wij elk jaar meten'],
    record: 'De kengetallen blijven zoals ze zijn, zodat jaren te vergelijken zijn.',
    answer: 'confirmed',
  },
  {
    municipality: 'gm1952',
    daysAgo: 45,
    by: 'municipality',
    points: ['Uitkomst van de kennissessie', 'Wat er nodig is voor 2027'],
    record: '',
    answer: 'confirmed',
  },
  {
    municipality: 'gm0917',
    daysAgo: 60,
    by: 'municipality',
    points: ['Start van de schakelklas'],
    record: 'De schakelklas begint na de zomer.',
    answer: { denied: 'Dit was een ambtelijk overleg; de wethouder was er niet bij.' },
  },
  {
    municipality: 'gm0882',
    daysAgo: 30,
    by: 'municipality',
    points: ['Meedoen met Brunssum', 'Personeel voor de zomerschool'],
    record: 'Landgraaf beslist voor het eind van het jaar over de zomerschool.',
  },
];

type ShownTo = 'nobody' | 'own' | 'alliance';

export interface DemoProfile {
  readonly by: string;
  readonly work: string;
  readonly themes: readonly ThemeKey[];
  readonly askMe: string;
  readonly about?: string;
  readonly telephone?: readonly [number: string, shownTo: ShownTo];
}

export const profiles: readonly DemoProfile[] = [
  {
    by: 'coordinator@alliantie.example',
    work: 'Coördinator van de alliantie',
    themes: ['professionalisering', 'soepele-overgangen'],
    askMe: 'Wie in het land met hetzelfde bezig is, en hoe u een kennissessie opzet.',
    telephone: ['045 000 00 01', 'alliance'],
  },
  {
    by: 'redacteur@brunssum.example',
    work: 'Beleidsmedewerker onderwijs',
    themes: ['taalontwikkeling', 'ouderbetrokkenheid'],
    askMe: 'Leesmaatjes, en hoe wij ouders bereiken die niet naar school komen.',
    about: 'Werkt op maandag, dinsdag en donderdag.',
    telephone: ['045 000 00 02', 'own'],
  },
  {
    by: 'publicist@brunssum.example',
    work: 'Teamleider jeugd en onderwijs',
    themes: ['armoede'],
    askMe: 'De agenda van Brunssum, en hoe wij samenwerken in de Mijnstreek.',
  },
  {
    by: 'onderwijskansen@midden-groningen.example',
    work: 'Projectleider onderwijskansen',
    themes: ['kansrijke-start', 'brede-ontwikkeling', 'aanwezigheid'],
    askMe: 'Kindcentra: wat het kost, en wat wij de tweede keer anders deden.',
  },
  {
    by: 'partner@kulturhus.example',
    work: 'Adviseur leesbevordering',
    themes: ['taalontwikkeling', 'basisvaardigheden'],
    askMe: 'De bibliotheek op school, ook in kleine dorpen.',
    telephone: ['050 000 00 03', 'alliance'],
  },
  {
    by: 'publicist@heerlen.example',
    work: 'Strategisch adviseur onderwijs',
    themes: ['nieuwkomers', 'taalontwikkeling'],
    askMe: 'Schakelklassen en nieuwkomers.',
  },
  {
    by: 'publicist@enschede.example',
    work: 'Programmamanager kansengelijkheid',
    themes: ['welzijn-en-veerkracht', 'armoede'],
    askMe: 'De brugfunctionaris tussen school en thuis.',
  },
];
