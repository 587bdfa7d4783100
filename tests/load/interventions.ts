// Generated interventions: believable in length, words, themes and places; the same in every run.
import type { inferRouterInputs } from '@trpc/server';
import type { Router } from '@kansenplein/core';
import { prose, seeded, title } from './vocabulary.ts';

type Content = inferRouterInputs<Router>['interventions']['save']['content'];

export const themes: Content['themes'] = [
  'taalontwikkeling',
  'ouderbetrokkenheid',
  'soepele-overgangen',
  'brede-ontwikkeling',
  'basisvaardigheden',
  'professionalisering',
  'welzijn-en-veerkracht',
  'armoede',
  'aanwezigheid',
  'nieuwkomers',
  'kansrijke-start',
  'loopbaan',
];
export const phases: Content['phases'] = ['voorschools', 'po', 'po-vo', 'vo', 'mbo'];
export const courses: Content['course'][] = [
  'preparation',
  'running',
  'evaluated',
  'continued',
  'adjusted',
  'stopped',
];
const costBands: Content['costBand'][] = ['very_low', 'low', 'moderate', 'high', null];

export interface Part {
  readonly municipality: string;
  readonly commitment: 'confirmed' | 'conditional' | 'intended';
  readonly pupils: number | null;
  readonly schools: string;
  readonly agrees: boolean;
}

export interface Generated {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly municipality: string;
  readonly content: Content;
  /** Without the lead itself. */
  readonly partners: readonly Part[];
  readonly versions: 1 | 2;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

type Random = () => number;
const pick = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};
const some = <T>(random: Random, values: readonly T[], atMost: number): T[] => [
  ...new Set(Array.from({ length: 1 + Math.floor(random() * atMost) }, () => pick(random, values))),
];
const digits = (random: Random, length: number) =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
const uuid = (random: Random) =>
  `${digits(random, 8)}-${digits(random, 4)}-4${digits(random, 3)}-a${digits(random, 3)}-${digits(random, 12)}`;

/** 60 % public, 20 % for the alliance, 20 % for the municipality itself. */
const visibilityOf = (random: Random): Content['visibility'] => {
  const part = random();
  return part < 0.6 ? 'public' : part < 0.8 ? 'alliance' : 'municipality';
};

function contentOf(random: Random, evaluates: string[]): Content {
  const periodFrom = 2019 + Math.floor(random() * 7);
  const ageFrom = 2 + Math.floor(random() * 14);
  return {
    title: title(random),
    summary: prose(random, 22),
    parties: prose(random, 14),
    goal: prose(random, 55),
    targetGroup: prose(random, 16),
    locations: prose(random, 12),
    activities: prose(random, 60 + Math.floor(random() * 140)),
    monitoring: prose(random, 40),
    funding: prose(random, 10),
    website: '',
    contactRole: 'Beleidsmedewerker onderwijs',
    contactMailbox: '',
    activeIngredients: Array.from({ length: 3 }, () => prose(random, 5)),
    localForm: prose(random, 25),
    transferability: prose(random, 20),
    unwantedEffects: '',
    themes: some(random, themes, 3),
    phases: some(random, phases, 2),
    programmes: ['gka'],
    ageFrom,
    ageTo: ageFrom + 4,
    periodFrom,
    periodTo: periodFrom + 3,
    course: pick(random, courses),
    costBand: pick(random, costBands),
    visibility: visibilityOf(random),
    evaluates,
  };
}

function partnersOf(random: Random, lead: string, codes: readonly string[]): Part[] {
  if (random() > 0.12) return [];
  return some(random, codes, 4)
    .filter((code) => code !== lead)
    .map((municipality) => ({
      municipality,
      commitment: pick(random, ['confirmed', 'confirmed', 'conditional', 'intended'] as const),
      pupils: random() < 0.8 ? 10 + Math.floor(random() * 200) : null,
      schools: title(random),
      agrees: random() < 0.7,
    }));
}

/** Yields `size` interventions grouped by municipality; large municipalities have more of them. */
export function* generate(size: number, codes: readonly string[]): Generator<Generated[]> {
  const random = seeded(2);
  const weights = codes.map(() => 0.3 + random() ** 3 * 4);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  let due = 0;
  for (const [index, municipality] of codes.entries()) {
    due += ((weights[index] ?? 0) / total) * size;
    const count = (index === codes.length - 1 ? size : Math.round(due)) - given;
    given += count;
    const made: Generated[] = [];
    for (let at = 0; at < count; at += 1) {
      const earlier = made.at(-1);
      const content = contentOf(random, earlier && random() < 0.05 ? [earlier.id] : []);
      made.push({
        id: uuid(random),
        handle: Array.from({ length: 10 }, () => pick(random, [...letters])).join(''),
        title: content.title,
        municipality,
        content,
        partners: partnersOf(random, municipality, codes),
        versions: random() < 0.08 ? 2 : 1,
      });
    }
    yield made;
  }
}
