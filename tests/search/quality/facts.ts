// What a document of the judged set is really about, apart from its words; relevance is judged on this (grade.ts).

/** One matter of policy. Neighbours that a word could confuse are subjects of their own. */
export const subjects = [
  // moving on
  'overstap-po-vo',
  'overstap-vmbo-mbo',
  'overstap-voorschool',
  'schooladvies',
  'opstroom',
  // being at school
  'schoolverzuim',
  'thuiszitters',
  'ziekteverzuim-personeel',
  'schooluitval',
  // language and sums
  'taal-peuters',
  'lezen',
  'rekenen',
  'nieuwkomers',
  'thuistaal',
  'taal-ouders',
  'logopedie',
  // home
  'ouderbetrokkenheid',
  'huisbezoek-start',
  'geld',
  'schoolmaaltijd',
  'brugfunctionaris',
  'opvoedsteun',
  // more time and help
  'huiswerk',
  'tutoring',
  'mentoring',
  'zomerschool',
  'rijke-schooldag',
  'cultuur',
  'sport',
  'techniek',
  'talent',
  // wellbeing
  'welbevinden',
  'pesten',
  'schoolmaatschappelijk-werk',
  'passend-onderwijs',
  // staff and knowledge
  'lerarentekort',
  'scholing-leraren',
  'scholing-opvang',
  'onderzoek',
  // early years
  'bereik-voorschool',
  // work
  'loopbaan',
  'stage',
  // city
  'menging',
  'digitaal',
  'burgerschap',
  'kindcentrum',
  'bso',
  // what only looks like it
  'politie',
  'verkeer',
  'gezondheid',
  // whole plans
  'agenda',
  'gemeente',
] as const;

export type Subject = (typeof subjects)[number];

export type Phase = 'voorschools' | 'po' | 'po-vo' | 'vo' | 'mbo';

export type Programme =
  'oab' | 'lea' | 'npo' | 'gka' | 'school-en-omgeving' | 'basisvaardigheden' | 'kansrijke-start';

export interface Facts {
  about: Subject;
  /** Done in it as well: a real part of the work. */
  also: readonly Subject[];
  /** Mentioned as a reason or an effect, not done. */
  touches: readonly Subject[];
  phases: readonly Phase[];
  programmes: readonly Programme[];
  municipality: string;
  /** Calendar years, both included; null when the text names none. */
  years: readonly [number, number] | null;
}
