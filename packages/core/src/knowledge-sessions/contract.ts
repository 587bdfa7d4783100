// What crosses the wire about knowledge sessions that can be read: the card, the page, the list.
import { z } from 'zod';
import { InterventionCard, themes } from '../interventions/index.ts';
import { handle, id, moment } from '../kernel/fields.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { key, SessionFields } from './contract-content.ts';
import { forms, forWhom, linkKinds, outcomeKinds, seatStates, sessionStates } from './vocabulary.ts';

/** Who holds it. Of a community that the reader cannot see no more than that it is one. */
export const Host = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('municipality'), municipality: MunicipalityName }),
  z.object({ kind: z.literal('alliance') }),
  z.object({
    kind: z.literal('community'),
    community: z.object({ name: z.string(), slug: z.string(), handle: z.string() }).nullable(),
  }),
]);

/** Places of the session or of a workshop; null: as many as come. */
const Places = z.object({
  places: z.int().nullable(),
  left: z.int().nullable(),
  waiting: z.int(),
});

/** A published session in a list, a calendar or a mail. */
export const SessionCard = z.object({
  id,
  handle,
  /** Last part of the address of its page; only the handle counts. */
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  host: Host,
  visibility: z.enum(forWhom),
  /** Instants; shown in `timeZone`. */
  startsAt: moment,
  endsAt: moment,
  timeZone: z.string(),
  form: z.enum(forms),
  place: z.string(),
  address: z.string(),
  themes: z.array(z.enum(themes)),
  state: z.enum(sessionStates),
  /** Why it does not go on; empty while it does. */
  cancelledReason: z.string(),
  /** One can register at this moment. */
  registers: z.boolean(),
  ...Places.shape,
  version: z.int(),
  /** Of the newest change that somebody with it in a calendar must know: rises with each version, and when it is cancelled. */
  sequence: z.int(),
  publishedAt: moment,
  changedAt: moment,
});

/** What the reader has to do with it. */
export const OwnRegistration = z.object({
  id,
  state: z.enum(['requested', 'declined', 'cancelled', ...seatStates]),
  /** A guest who did not confirm yet. */
  confirmed: z.boolean(),
  offeredUntil: moment.nullable(),
  /** Place on the waiting list, from 1; null when not waiting. */
  turn: z.int().nullable(),
  answer: z.string(),
  workshops: z.array(
    z.object({
      key,
      title: z.string(),
      state: z.enum(seatStates),
      offeredUntil: moment.nullable(),
    }),
  ),
  attended: z.boolean(),
  gaveFeedback: z.boolean(),
});

export const SessionLink = z.object({
  id,
  kind: z.enum(linkKinds),
  title: z.string(),
  url: z.string(),
});

/** A thing that was taken away, with what the reader may see of the intervention it is about. */
export const OutcomeCard = z.object({
  key,
  kind: z.enum(outcomeKinds),
  text: z.string(),
  intervention: InterventionCard.nullable(),
  municipality: MunicipalityName.nullable(),
});

export const GetSession = z.strictObject({ handle });
export const SessionPage = z.object({
  card: SessionCard,
  content: SessionFields.omit({
    invited: true,
    interventions: true,
    report: true,
  }),
  parts: z.array(z.object({ part: z.string(), ...Places.shape })),
  /** Only those that the reader may see too. */
  interventions: z.array(InterventionCard),
  report: z.object({ text: z.string(), outcomes: z.array(OutcomeCard) }).nullable(),
  /** Only for who is registered, and for the host. */
  links: z.array(SessionLink),
  registration: OwnRegistration.nullable(),
  can: z.object({
    register: z.boolean(),
    cancel: z.boolean(),
    host: z.boolean(),
  }),
  /** Id of the working copy, for who may change it. */
  workingCopy: id.nullable(),
});

/** Sessions the person registered for, soonest first; those that are over after them. */
export const OwnSessions = z.object({
  sessions: z.array(z.object({ card: SessionCard, registration: OwnRegistration })),
});

export type Host = z.infer<typeof Host>;
export type SessionCard = z.infer<typeof SessionCard>;
export type SessionPage = z.infer<typeof SessionPage>;
export type OwnRegistration = z.infer<typeof OwnRegistration>;
export type OutcomeCard = z.infer<typeof OutcomeCard>;
