// What a municipality can promise when it joins the alliance, what is asked for each in a calendar year, and how it can
// stand with it. Dutch words live in the web.

export const commitments = ['consultation', 'knowledge_session', 'sharing', 'national_agenda'] as const;
export type Commitment = (typeof commitments)[number];

/** How many times in a whole calendar year (domain.md, 'Commitment'). */
export const askedInAYear: Readonly<Record<Commitment, number>> = {
  consultation: 2,
  knowledge_session: 1,
  sharing: 1,
  national_agenda: 1,
};

export const standings = [
  'met',
  /** Not yet, in a year that is not over. */
  'to_do',
  'not_met',
  /** It began so late in the year that nothing is asked of it yet. */
  'from_next_year',
  'not_signed',
  'not_joined',
  'ended',
] as const;
export type Standing = (typeof standings)[number];

/** What happened that counts. */
export const factKinds = [
  'consultation',
  'session_hosted',
  'session_adopted',
  'published',
  'new_version',
  'theme_agenda',
] as const;
export type FactKind = (typeof factKinds)[number];

export const sides = ['municipality', 'alliance'] as const;
export type Side = (typeof sides)[number];

/** `recorded`: waits for the other side. */
export const consultationStates = ['recorded', 'confirmed', 'denied', 'withdrawn'] as const;
export const consultationSteps = ['recorded', 'corrected', 'confirmed', 'denied', 'withdrawn'] as const;
export type ConsultationState = (typeof consultationStates)[number];
export type ConsultationStepKind = (typeof consultationSteps)[number];
