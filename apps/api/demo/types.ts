// The shapes of the demo alliance. Every moment is relative to today, so that the demo never ages.
// What is invented (above all figures) is labelled so on the page; people are functions, never names.

export type ThemeKey =
  | 'taalontwikkeling'
  | 'ouderbetrokkenheid'
  | 'soepele-overgangen'
  | 'brede-ontwikkeling'
  | 'basisvaardigheden'
  | 'professionalisering'
  | 'welzijn-en-veerkracht'
  | 'armoede'
  | 'aanwezigheid'
  | 'nieuwkomers'
  | 'kansrijke-start'
  | 'loopbaan';

export type PhaseKey = 'voorschools' | 'po' | 'po-vo' | 'vo' | 'mbo';

export type ProgrammeKey =
  'oab' | 'lea' | 'npo' | 'gka' | 'school-en-omgeving' | 'basisvaardigheden' | 'kansrijke-start';

export type Visibility = 'municipality' | 'alliance' | 'public';

/** Texts are Markdown-light: paragraphs separated by an empty line, and '- ' lists. */
export interface DemoContent {
  parties: string;
  goal: string;
  targetGroup: string;
  locations: string;
  activities: string;
  monitoring: string;
  funding: string;
  website: string;
  contactRole: string;
  contactMailbox: string;
  activeIngredients: string[];
  localForm: string;
  transferability: string;
  unwantedEffects: string;
}

/** Whole euros; `year`: each year, `whole`: in all. */
interface DemoAmount {
  euros: number;
  per: 'year' | 'whole';
}

export interface DemoParticipation {
  municipality: string;
  status: 'intended' | 'conditional' | 'confirmed';
  /** False: stated by the lead, not (yet) confirmed by the participant itself. */
  agreed: boolean;
  pupils: number | null;
  schools: string;
  condition?: string;
  budgetShare?: string;
  budget?: DemoAmount;
  /** How it is done there, in Markdown; only of who agreed. */
  localForm?: string;
  contactRole?: string;
  contactMailbox?: string;
  /** What the lead had written, where the participant corrected it. */
  stated?: { pupils: number | null; schools: string };
  /** Declined, for this reason: named no more. `agreed` is false. */
  declined?: string;
  /** Named after publication, so many days ago; left out: before it. */
  namedDaysAgo?: number;
}

export interface DemoIntervention {
  key: string;
  /** CBS code, `gm0899`. */
  municipality: string;
  title: string;
  /** One or two sentences, at most 280 characters. */
  summary: string;
  content: DemoContent;
  themes: ThemeKey[];
  phases: PhaseKey[];
  programmes: ProgrammeKey[];
  ageFrom: number | null;
  ageTo: number | null;
  /** Calendar years relative to this year: -2 is the year before last. Null: no fixed begin or end. */
  periodFrom: number | null;
  periodTo: number | null;
  course: 'preparation' | 'running' | 'evaluated' | 'continued' | 'adjusted' | 'stopped';
  costBand: 'very_low' | 'low' | 'moderate' | 'high' | null;
  visibility: Visibility;
  state: 'draft' | 'in_review' | 'published' | 'withdrawn';
  withdrawnReason?: string;
  withdrawnDaysAgo?: number;
  /** First publication (version 1). Null while it is a draft or in review. */
  publishedDaysAgo: number | null;
  /** Later publications, oldest first; each lays its changes over what stood before. */
  versions?: DemoVersion[];
  participations: DemoParticipation[];
  ownPupils: number | null;
  ownSchools: string;
  ownBudget?: DemoAmount;
  /** What all of it costs. */
  costs?: DemoAmount;
  evaluates?: string[];
  /** Taken over from this one, with why fields differ. */
  adapted?: {
    from: { key: string; municipality: string };
    reasons: Partial<
      Record<'goal' | 'targetGroup' | 'activities' | 'activeIngredients' | 'monitoring', string>
    >;
  };
}

export type DemoChanges = Partial<
  Pick<
    DemoIntervention,
    | 'title'
    | 'summary'
    | 'themes'
    | 'phases'
    | 'programmes'
    | 'ageFrom'
    | 'ageTo'
    | 'periodFrom'
    | 'periodTo'
    | 'course'
    | 'costBand'
    | 'ownPupils'
    | 'ownSchools'
  >
> & { content?: Partial<DemoContent> };

export interface DemoVersion {
  daysAgo: number;
  /** What changed, in one sentence, as a reader of the page sees it. */
  note: string;
  changes: DemoChanges;
}

export interface DemoIntendedResult {
  text: string;
  /** `year` is relative to this year. */
  target?: { value: number; unit: string; year: number };
}

export interface DemoGoal {
  key: string;
  number: string;
  title: string;
  text: string;
  intendedResults: DemoIntendedResult[];
  goals: DemoGoal[];
}

export interface DemoAction {
  key: string;
  text: string;
  /** Keys of goals of the same agenda; an action may serve several. */
  goals: string[];
  status: 'planned' | 'under_way' | 'done' | 'stopped';
  /** Years relative to this year; an action that is not done with `until` behind us is late. */
  from: number | null;
  until: number | null;
  who: string;
  /** Keys of interventions. */
  interventions: string[];
}

export interface DemoAddendum {
  key: string;
  title: string;
  text: string;
  /** Years relative to this year. */
  periodFrom: number | null;
  periodTo: number | null;
  signedDaysAgo: number;
  signatories: { role: string; organisation: string; dateDaysAgo: number }[];
}

export interface DemoAgenda {
  key: string;
  municipality: string;
  kind: 'gka_agenda' | 'local_accord' | 'national_theme';
  title: string;
  periodFrom: number;
  periodTo: number;
  mission: string;
  background: string;
  principles: { title: string; text: string }[];
  goals: DemoGoal[];
  actions: DemoAction[];
  bodies: { name: string; text: string }[];
  keyFigures: string[];
  commitments: string[];
  signatories: { role: string; organisation: string; dateDaysAgo: number }[];
  /** Agreed later, on top of it. */
  addenda?: DemoAddendum[];
  visibility: Visibility;
  publishedDaysAgo: number | null;
}

export type MunicipalRole = 'reader' | 'editor' | 'publisher' | 'administrator';

export type DemoMembership =
  | { kind: 'municipality'; municipality: string; roles: MunicipalRole[] }
  | { kind: 'organisation'; organisation: string; roles: ['partner'] }
  | { kind: 'alliance'; roles: ['coordinator'] }
  | { kind: 'installation'; roles: ['operator'] };

export interface DemoOrganisation {
  key: string;
  name: string;
  kind: 'library' | 'welfare' | 'school_board' | 'childcare' | 'youth_health_care' | 'research' | 'other';
  municipalities: string[];
}

export interface DemoPerson {
  /** Sign-in address, always on an `.example` domain. */
  address: string;
  /** A function, never a name. */
  displayName: string;
  /** The first one is the membership acted for right after signing in. */
  memberships: DemoMembership[];
}
