/**
 * What the writers are given: an agenda, an addendum or an intervention as it is to be printed, in types of this
 * package. Every `Markdown` is Markdown-light as the fields hold it; every `line` is one line of plain text. Names of
 * persons have no place in it: who signs is a role.
 */
import type { AgendaKind } from '../draft.ts';

export type Markdown = string;

/** A year ('2024') or a day ('2024-09-01'). */
export type Moment = string;

/** Both included; an end that is open is null. */
export interface PaperPeriod {
  from: Moment | null;
  to: Moment | null;
}

/** Where the paper was taken from. */
export interface Provenance {
  /** Address of the page, https. */
  address: string;
  /** The day on which it was written, YYYY-MM-DD: a pure function knows no clock. */
  writtenOn: string;
}

/** Who may read the page it was taken from, when that is not everybody. */
export type Readership = 'alliance' | 'municipality';

/** What every paper says at its beginning and its end. */
export interface PaperFrame {
  title: string;
  /** Without the word 'gemeente'; null for a paper of the alliance. */
  municipality: string | null;
  period: PaperPeriod;
  /** 'Vastgesteld', 'Concept': how far it is. */
  status: string | null;
  /** Null for a working copy, which says 'Concept' on each page. */
  version: { number: number; date: string } | null;
  readableBy?: Readership;
  /** Of a try-out: nobody may take it for what a municipality says. */
  example?: true;
  provenance: Provenance;
}

export interface PaperStatement {
  title: string;
  text: Markdown;
}

export interface PaperSection {
  heading: string | null;
  text: Markdown;
}

export interface PaperTarget {
  /** May still be open while the unit or the year is known. */
  value: number | null;
  unit: string;
  year: number | null;
}

export interface PaperResult {
  text: Markdown;
  target: PaperTarget | null;
}

export type ActionStatus = 'planned' | 'under_way' | 'done' | 'stopped';

/** Since when an action stands as it does, as the published versions tell: oldest first. */
export interface PaperStatusChange {
  status: ActionStatus;
  version: number;
  /** YYYY-MM-DD */
  date: string;
}

/** An action that serves several goals is given under each of them. */
export interface PaperAction {
  text: Markdown;
  /** Null when nobody said. */
  status: ActionStatus | null;
  from: number | null;
  until: number | null;
  who: string;
  /** Titles of the interventions that carry it out, unlike one another. */
  interventions: string[];
  /** Left out when nothing ever changed. */
  history?: PaperStatusChange[];
}

export interface PaperGoal {
  /** '1', '1.2'; null when goals have no numbers. */
  number: string | null;
  title: string;
  text: Markdown;
  results: PaperResult[];
  actions: PaperAction[];
  goals: PaperGoal[];
}

export type Commitment = 'intended' | 'conditional' | 'confirmed' | 'withdrawn';

/** Whole euros. */
export interface PaperAmount {
  euros: number;
  /** Each year, or all of it together; null when that was not said. */
  per: 'year' | 'whole' | null;
}

/** One municipality that takes part in a joint intervention, the leading one included. */
export interface PaperParticipation {
  municipality: string;
  lead: boolean;
  commitment: Commitment;
  /** False as long as only the lead has stated it. */
  agreed: boolean;
  /** It agreed to an earlier text; this one it has not confirmed. */
  earlier?: boolean;
  /** Under which condition; '' when there is none or nobody said. */
  condition: string;
  schools: string;
  /** Null: not known, which is not zero. */
  pupils: number | null;
  /** Share of the costs, and what is said of it in words; left out when none is named. */
  amount?: PaperAmount;
  share: string;
  /** A function and its mailbox. */
  contact: string;
  /** How it is done there; left out when it says nothing of it. */
  localForm?: Markdown;
}

/** The nine fields of the alliance's template, and what belongs to an intervention besides. */
export interface PaperInterventionFields {
  /** The number in its heading; null when it has none. */
  number: number | null;
  title: string;
  parties: Markdown;
  goal: Markdown;
  targetGroup: Markdown;
  locations: Markdown;
  activities: Markdown;
  monitoring: Markdown;
  funding: Markdown;
  moreInformation: Markdown;
  /** Empty when it is not joint. */
  participations: PaperParticipation[];
  /** What the shares come to, a sentence each; it follows from them, and is not read back. */
  totals?: string[];
  /** What it holds beside the template: summary, active ingredients, period. Labels are unlike one another. */
  details: { label: string; text: Markdown }[];
}

export interface PaperSignatory {
  role: string;
  organisation: string;
  portfolio: string;
  place: string;
  /** The day on which was signed, YYYY-MM-DD. */
  date: string | null;
}

export interface PaperAddendumContent {
  title: string;
  period: PaperPeriod;
  status: string | null;
  /** The day on which it was signed as a whole, YYYY-MM-DD. */
  signedOn?: string | null;
  text: PaperSection[];
  signatories: PaperSignatory[];
}

/** Actions by how far they are; a goal counts those of its parts too. */
export interface PaperActionCounts {
  done: number;
  underWay: number;
  planned: number;
  stopped: number;
  late: number;
}

/** How far an agenda is: counted from its actions and results, and so no content of its own. */
export interface PaperProgress {
  goals: { name: string; counts: PaperActionCounts }[];
  /** An action that serves several goals counts once. */
  all: PaperActionCounts;
  /** Of all intended results, how many say who, how much, by when and measured with what. */
  measured: { results: number; measurable: number };
}

/** A body in which the partners meet. */
export interface PaperBody {
  name: string;
  text: Markdown;
}

export interface AgendaPaper extends PaperFrame {
  kind: AgendaKind;
  mission: Markdown;
  background: PaperSection[];
  pillars: PaperStatement[];
  principles: PaperStatement[];
  goals: PaperGoal[];
  /** Actions that serve no goal. */
  otherActions: PaperAction[];
  interventions: PaperInterventionFields[];
  bodies: PaperBody[];
  keyFigures: string[];
  /** With the number they have in the document, if any. */
  commitments: { number: number | null; text: Markdown }[];
  /** Agreements on communication, monitoring and the like. */
  otherAgreements: PaperSection[];
  addenda: PaperAddendumContent[];
  signatories: PaperSignatory[];
  /** Partners with a page of their own, a list of links. */
  organisations?: Markdown;
  /** What goes along with the page: a list of titles. It is not in the paper, and so not read back. */
  attachments?: Markdown;
  progress?: PaperProgress;
}

export interface InterventionPaper extends Omit<PaperFrame, 'title'>, PaperInterventionFields {}

export interface AddendumPaper extends PaperFrame, PaperAddendumContent {
  kind: AgendaKind;
  /** Title of the agenda it belongs to. */
  agenda: string;
}

export type PaperFormat = 'docx' | 'pdf';
