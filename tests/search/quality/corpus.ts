// The generated half of the corpus: some hundreds of documents, the same in every run.
import { municipalityNames } from '../../../packages/core/src/municipalities/names.ts';
import type { TestDocument } from '@kansenplein/search/conformance';
import { seeded } from '../../load/vocabulary.ts';
import type { Facts, Phase, Subject } from './facts.ts';
import { around } from './subjects-around.ts';
import { growing } from './subjects-growing.ts';
import { language } from './subjects-language.ts';
import { moving } from './subjects-moving.ts';
import { emptyAsides, following, groupsOf, moneyOf, parties, type Case, type Wording } from './wording.ts';

export interface Judged {
  document: TestDocument;
  facts: Facts;
}

export const wordings: readonly Wording[] = [...moving, ...language, ...growing, ...around];

/** Documents made of each case. */
const perCase = 2;
const agendaCount = 30;

const random = seeded(20261122);
const pick = <Item>(from: readonly Item[]): Item => {
  const item = from[Math.floor(random() * from.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
const chance = (part: number) => random() < part;
const anotherThan = (subject: Subject): Wording => {
  const other = pick(wordings);
  return other.about === subject ? anotherThan(subject) : other;
};

const places = [...municipalityNames].sort((one, other) => one.code.localeCompare(other.code));
/** Places that take part; every sixth of the country. */
const taking = places.filter((_, index) => index % 6 === 0);

let made = 0;
function identity(prefix: string): Pick<TestDocument, 'id' | 'address' | 'at' | 'scopes'> {
  made += 1;
  return {
    id: `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`,
    address: `${prefix}-${made}`,
    at: new Date(
      Date.UTC(2023, 0, 1) + Math.floor(random() * 1_380) * 86_400_000 + made * 1000,
    ).toISOString(),
    scopes: [chance(0.8) ? 'public' : 'alliance'],
  };
}

function interventionOf(wording: Wording, one: Case): Judged {
  const place = pick(taking);
  const phases: Phase[] = chance(0.3) ? [...wording.phases] : [pick(wording.phases)];
  const programmes = wording.programmes.length > 0 && chance(0.8) ? [pick(wording.programmes)] : [];
  const component = chance(0.2) ? anotherThan(wording.about) : null;
  const mentioned = chance(0.4) ? anotherThan(wording.about) : null;
  const rest = [
    place.name,
    pick(wording.goals),
    phases.map((phase) => pick(groupsOf[phase])).join(' '),
    pick(wording.doings),
    component ? pick(component.doings) : '',
    mentioned?.aside ?? '',
    pick(following),
    pick(parties),
    programmes.map((programme) => pick(moneyOf[programme])).join(' '),
  ];
  return {
    document: {
      ...identity('gemaakt'),
      kind: 'intervention',
      municipality: place.code,
      title: one.title,
      head: one.summary,
      rest: rest.filter((line) => line !== '').join('\n'),
      themes: [...wording.themes],
      phases,
    },
    facts: {
      about: wording.about,
      also: [...(one.also ?? []), ...(component ? [component.about] : [])],
      touches: [
        ...(one.touches ?? []),
        ...(mentioned && !emptyAsides.has(mentioned.about) ? [mentioned.about] : []),
      ],
      phases,
      programmes,
      municipality: place.code,
      years: null,
    },
  };
}

function agendaOf(): Judged {
  const place = pick(taking);
  const from = 2021 + Math.floor(random() * 5);
  const years: [number, number] = [from, from + 3];
  const kind = pick(['GKA-agenda', 'Onderwijskansenakkoord', 'Lokale Educatieve Agenda']);
  const goals = Array.from({ length: 3 + Math.floor(random() * 3) }, () => pick(wordings));
  return {
    document: {
      ...identity('agenda'),
      kind: 'agenda',
      municipality: place.code,
      title: `${kind} ${place.name} ${years[0]}-${years[1]}`,
      head: pick([
        'Elk kind krijgt de kans om te worden wie het kan zijn.',
        'Samen zorgen wij dat afkomst niet bepaalt hoe ver je komt.',
        'Wij maken het verschil kleiner, van de wieg tot de eerste baan.',
      ]),
      rest: [place.name, ...goals.flatMap((goal) => [pick(goal.goals), pick(goal.doings)])].join('\n'),
      themes: [],
      phases: [],
    },
    facts: {
      about: 'agenda',
      also: [...new Set(goals.map((goal) => goal.about))],
      touches: [],
      phases: [...new Set(goals.flatMap((goal) => goal.phases))],
      programmes: kind === 'GKA-agenda' ? ['gka'] : kind === 'Lokale Educatieve Agenda' ? ['lea'] : [],
      municipality: place.code,
      years,
    },
  };
}

const municipalityOf = ({ code, name }: (typeof places)[number]): Judged => ({
  document: {
    ...identity('gemeente'),
    scopes: ['public'],
    at: '2000-01-01T00:00:00.000Z',
    kind: 'municipality',
    municipality: code,
    address: name.toLowerCase(),
    title: `Gemeente ${name}`,
    head: 'Gemeente in Nederland',
    rest: '',
    themes: [],
    phases: [],
  },
  facts: {
    about: 'gemeente',
    also: [],
    touches: [],
    phases: [],
    programmes: [],
    municipality: code,
    years: null,
  },
});

export const generated: readonly Judged[] = [
  ...wordings.flatMap((wording) =>
    wording.cases.flatMap((one) => Array.from({ length: perCase }, () => interventionOf(wording, one))),
  ),
  ...Array.from({ length: agendaCount }, agendaOf),
  ...taking.map(municipalityOf),
];
