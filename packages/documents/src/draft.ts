/**
 * What reading an agenda document gives: a draft in which every text can be traced back to its source.
 * Offsets are UTF-16 indices into the extracted text (`ExtractedText.text`, what `--text` prints).
 */

export interface Span {
  /** First index of the slice. */
  start: number;
  /** Index after the last one: `text.slice(start, end)`. */
  end: number;
}

/** A text as a person would want to read it, beside the exact place it came from. */
export interface SourcedText {
  /** Cleaned: no HTML remnants, lists as '- …' lines, no names of persons from contact or signature cells. */
  text: string;
  /** The verbatim slice `extracted.slice(span.start, span.end)`. */
  source: string;
  span: Span;
  /** How sure the reader is that this text belongs in this field, 0..1. Never how true the text is. */
  confidence: number;
}

/** A date as it stands in the source, with its ISO form (YYYY-MM-DD) when it can only mean one day. */
export interface SourcedDate extends SourcedText {
  iso: string | null;
}

/** A statement with the paragraphs that explain it (principle, pillar). */
export interface ExplainedStatement extends SourcedText {
  description: SourcedText[];
}

export type AgendaKind = 'gka_agenda' | 'local_accord' | 'national_theme';

/** Years, both included. */
export interface Period {
  from: number;
  to: number;
}

export interface GoalDraft {
  /** The number as it stands there ('1', '1.2'), or null when the goal has none. */
  number: string | null;
  title: SourcedText;
  /** Paragraphs and lists that stand between the title and the first heading for results or actions. */
  description: SourcedText[];
  intendedResults: ResultDraft[];
  actions: ActionDraft[];
  goals: GoalDraft[];
}

/** Only a document on the form says these apart; absent in every other. */
export interface ResultDraft extends SourcedText {
  target?: { value: number | null; unit: string; year: number | null } | null;
}

export interface ActionDraft extends SourcedText {
  progress?: {
    status: 'planned' | 'under_way' | 'done' | 'stopped' | null;
    from: number | null;
    until: number | null;
    who: string;
    /** Titles of interventions. */
    interventions: string[];
    /** How it stood before, oldest first; it follows from what was published. */
    history?: {
      status: 'planned' | 'under_way' | 'done' | 'stopped';
      version: number;
      date: string;
    }[];
  };
}

export const templateFields = [
  'title',
  'parties',
  'goal',
  'targetGroup',
  'locations',
  'activities',
  'monitoring',
  'funding',
  'moreInformation',
] as const;

/** The nine fields of the GKA template, in the order of the template. */
export type TemplateField = (typeof templateFields)[number];

export type ParticipationStatus = 'intended' | 'conditional';

/** A municipality named among the parties. A document states; only the municipality itself confirms. */
export interface ParticipationDraft {
  /** CBS code ('gm0899'), or null when the name means no municipality, or more than one. */
  municipality: string | null;
  name: SourcedText;
  status: ParticipationStatus;
  /** What a document on the form says of it besides. It is stated, not agreed: only the municipality confirms. */
  stated?: {
    lead: boolean;
    commitment: 'intended' | 'conditional' | 'confirmed' | 'withdrawn';
    agreed: boolean;
    earlier?: boolean;
    condition: string;
    schools: SourcedText | null;
    pupils: number | null;
    share: string;
    amount?: { euros: number; per: 'year' | 'whole' | null };
    contact: string;
    /** How it is done there. */
    localForm?: SourcedText;
  };
}

/** Planned number of pupils at one location; null means: not stated. */
export interface PlannedReach {
  location: SourcedText;
  municipality: string | null;
  pupils: number | null;
  conditional: boolean;
}

/** A functional contact: the person's name is only in `role.source`. */
export interface ContactDraft {
  role: SourcedText;
  organisation: SourcedText | null;
  municipality: string | null;
}

/** Where a field of an intervention mentions interventions by number ('interventies 1 en 2'). */
export interface InterventionMention extends SourcedText {
  field: TemplateField;
  numbers: number[];
}

export interface InterventionDraft {
  /** The number in the heading, or null when the heading has none. */
  number: number | null;
  /** Which one it is in the document, counted from 1. */
  position: number;
  heading: SourcedText | null;
  /** A field that does not stand in the document is null. */
  fields: Record<TemplateField, SourcedText | null>;
  participations: ParticipationDraft[];
  plannedReach: PlannedReach[];
  indicators: SourcedText[];
  contacts: ContactDraft[];
  mentions: InterventionMention[];
  /** What a document on the form holds beside the template, under its own labels. */
  details?: { label: string; text: SourcedText }[];
}

export type BodyKind =
  'lea' | 'vve_consultation' | 'sounding_board' | 'working_group' | 'steering_group' | 'other';

/** A body in which the partners meet; the sourced text is its name. */
export interface BodyDraft extends SourcedText {
  kind: BodyKind;
  description: SourcedText[];
  /** 'minimaal 2 keer per jaar' → 2; null when no frequency is stated. */
  meetingsPerYear: number | null;
}

/** What the municipality promised the alliance; the number as it stands there. */
export interface CommitmentDraft extends SourcedText {
  number: string | null;
}

/** A dated role. Who held it is only in `role.source`. */
export interface SignatoryDraft {
  role: SourcedText;
  organisation: SourcedText | null;
  date: SourcedDate | null;
  place: SourcedText | null;
  portfolio: SourcedText | null;
}

export interface SectionDraft {
  heading: SourcedText | null;
  paragraphs: SourcedText[];
}

/** Something in the document that a person has to look at. Nothing was changed because of it. */
export interface Finding {
  code: FindingCode;
  /** One or two Dutch sentences for the editor, without names of persons. */
  message: string;
  spans: Span[];
}

export type FindingCode =
  | 'agenda.municipality_unknown'
  | 'agenda.period_unknown'
  | 'commitment.number_order'
  | 'funding.municipality_count_differs'
  | 'goal.list_without_heading'
  | 'goal.number_missing'
  | 'goal.number_order'
  | 'intervention.field_empty'
  | 'intervention.field_missing'
  | 'intervention.field_repeated'
  | 'intervention.number_missing'
  | 'intervention.number_repeated'
  | 'intervention.references_differ'
  | 'intervention.references_itself'
  | 'intervention.references_unknown'
  | 'municipality.ambiguous'
  | 'municipality.name_misspelt'
  | 'municipality.unknown'
  | 'period.differs'
  | 'person.name_in_text'
  | 'person.name_replaced'
  | 'reach.pupils_unknown'
  | 'signature.date_missing'
  | 'signature.outside_period'
  | 'text.encoding_assumed'
  | 'text.left_open'
  | 'text.page_is_picture'
  | 'text.scanning_fault';

/** A piece of the document that was recognised but is no content: a heading, a label, a cover line. */
export interface StructureMark {
  kind: 'heading' | 'label' | 'cover' | 'introduction' | 'page_mark' | 'derived';
  text: string;
  span: Span;
}

/** Text that found no place; a person places it or leaves it. */
export interface UnplacedText {
  span: Span;
  text: string;
}

/** A year or a day on both sides, as the form tells them; an open end is null. */
export interface StatedPeriod {
  from: string | null;
  to: string | null;
}

/** An addition to an agenda with a period and signatures of its own. */
export interface AddendumDraft {
  title: SourcedText;
  period: StatedPeriod | null;
  status: SourcedText | null;
  /** YYYY-MM-DD */
  signedOn?: string | null;
  text: SectionDraft[];
  signatories: SignatoryDraft[];
}

/** What a document on the form says of itself. */
export interface FormFacts {
  paper: 'agenda' | 'intervention' | 'addendum';
  period: StatedPeriod | null;
  status: SourcedText | null;
  version: { number: number; date: string } | null;
  /** Who may read it, when that is not everybody. */
  readableBy?: 'alliance' | 'municipality';
  /** The page it was taken from, and the day. */
  address: string | null;
  writtenOn: string | null;
  /** Of an addendum: the agenda it belongs to, and the day it was signed. */
  agenda: SourcedText | null;
  signedOn?: string | null;
}

export interface AgendaDraft {
  kind: AgendaKind;
  /** CBS code, or null when the document does not say (a finding then says so) or is a national theme. */
  municipality: string | null;
  period: Period | null;
  title: SourcedText | null;
  /** Where municipality and period were read. */
  evidence: { municipality: SourcedText | null; period: SourcedText | null };
  mission: SourcedText | null;
  pillars: ExplainedStatement[];
  principles: ExplainedStatement[];
  background: SectionDraft[];
  goals: GoalDraft[];
  interventions: InterventionDraft[];
  bodies: BodyDraft[];
  keyFigures: SourcedText[];
  commitments: CommitmentDraft[];
  /** Agreements on communication and monitoring, which have no field of their own. */
  otherAgreements: SectionDraft[];
  signatories: SignatoryDraft[];
  findings: Finding[];
  structure: StructureMark[];
  unplaced: UnplacedText[];
  /** Only for a document on the form: see `packages/documents/decisions/0003-paper-out.md`. */
  form?: FormFacts;
  /** Actions that serve no goal. */
  otherActions?: ActionDraft[];
  addenda?: AddendumDraft[];
  /** Partners with a page of their own, a list of links. */
  organisations?: SourcedText;
}

/** Name and CBS code of a municipality; the caller owns the list. */
export interface MunicipalityName {
  code: string;
  name: string;
}

export type ReadFailureCode =
  | 'document.empty'
  | 'document.too_large'
  | 'document.not_text'
  | 'document.type_unsupported'
  | 'document.not_agenda'
  | 'document.encrypted'
  | 'document.damaged'
  | 'document.hostile'
  | 'document.picture_only'
  | 'document.too_many_pages'
  | 'document.too_heavy';

export interface ReadFailure {
  ok: false;
  code: ReadFailureCode;
  /** One Dutch sentence. */
  message: string;
}

export type ReadResult = { ok: true; text: string; draft: AgendaDraft } | ReadFailure;
