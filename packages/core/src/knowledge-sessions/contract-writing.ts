// What crosses the wire for who holds a session: its working copy, publishing, what is only for who comes.
import { z } from 'zod';
import { InterventionCard } from '../interventions/index.ts';
import { id, line, moment, prose, revision } from '../kernel/fields.ts';
import { PersonalDataReason, PersonalDataWarning } from '../kernel/publication.ts';
import { OrganisationName } from '../organisations/index.ts';
import { Host, OwnRegistration, SessionLink } from './contract.ts';
import { SessionContent, SessionFields, webAddress } from './contract-content.ts';
import { linkKinds, registrationStates, seatStates, sessionStates } from './vocabulary.ts';

export const CreateSession = z.strictObject({
  title: line(200).refine((text) => text.trim() !== '', 'empty'),
  /** For a community that one moderates; null: for who one acts for. */
  community: id.nullable().default(null),
});
export const CreatedSession = z.object({ id });
export const TheSession = z.strictObject({ id });
export const SaveSession = z.strictObject({
  id,
  revision,
  content: SessionContent,
});

export const WorkingSessions = z.object({
  sessions: z.array(
    z.object({
      id,
      slug: z.string(),
      title: z.string(),
      state: z.enum(sessionStates),
      startsAt: moment.nullable(),
      publishedVersion: z.int().nullable(),
      /** Whether the actor may know who comes. */
      hosts: z.boolean(),
      /** People with a place, who wait for one, and who wait for the host to say yes. */
      seated: z.int(),
      waiting: z.int(),
      requested: z.int(),
      updatedAt: moment,
    }),
  ),
});

const Can = z.object({
  host: z.boolean(),
  edit: z.boolean(),
  publish: z.boolean(),
  open: z.boolean(),
  close: z.boolean(),
  report: z.boolean(),
  cancel: z.boolean(),
  discard: z.boolean(),
});

export const WorkingSession = z.object({
  id,
  slug: z.string(),
  host: Host,
  state: z.enum(sessionStates),
  revision: z.int(),
  publishedVersion: z.int().nullable(),
  updatedAt: moment,
  cancelledReason: z.string(),
  content: SessionFields,
  /** As they are called, of those that the actor may see. */
  interventions: z.array(InterventionCard),
  organisations: z.array(OrganisationName),
  /** Published pages that can be linked: newest first. */
  links: z.array(SessionLink),
  /** Names of fields that are empty and must not be at publishing. */
  missing: z.array(z.string()),
  personalData: z.array(PersonalDataWarning),
  /** The programme says something that stands in no published version. */
  unpublished: z.boolean(),
  can: Can,
});

export const PublishSession = z.strictObject({
  id,
  revision,
  note: line(300),
  personalDataReason: PersonalDataReason,
  /** The report goes along: from then on the session is reported. */
  report: z.boolean(),
});
export const MoveSession = z.strictObject({
  id,
  to: z.enum(['open', 'planned']),
});
export const CancelSession = z.strictObject({
  id,
  reason: line(500).refine((text) => text.trim() !== '', 'empty'),
});
const Link = z.strictObject({
  kind: z.enum(linkKinds),
  title: line(200).refine((text) => text.trim() !== '', 'empty'),
  url: webAddress,
});
/** All of them, in their order: what is left out is gone. */
export const SaveLinks = z.strictObject({ id, links: z.array(Link).max(30) });
export const SavedLinks = z.object({ links: z.array(SessionLink) });

const choices = z.array(z.string().regex(/^[a-z0-9]{6,12}$/)).max(8);
const answer = line(500);
export const Register = z.strictObject({ session: id, choices, answer });
export const Registered = z.object({
  id,
  outcome: z.enum(['seated', 'waiting', 'requested', 'known']),
});
export const RegisterGuest = z.strictObject({
  session: id,
  name: line(120).refine((text) => text.trim() !== '', 'empty'),
  address: z
    .string()
    .max(200)
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.email()),
  choices,
  answer,
});
export const TheRegistration = z.strictObject({ id });
export const AcceptSeat = z.strictObject({
  id,
  part: z.union([z.literal(''), z.string().regex(/^[a-z0-9]{6,12}$/)]),
});
const feedback = {
  score: z.int().min(1).max(5),
  useful: line(1000),
  better: line(1000),
};
export const GiveFeedback = z.strictObject({ id, ...feedback });

export const Registration = z.object({
  id,
  name: z.string(),
  belongs: z.string(),
  /** Only of a guest: the platform mails members without telling their address. */
  address: z.string().nullable(),
  answer: z.string(),
  state: z.enum(registrationStates),
  seats: z.array(
    z.object({
      part: z.string(),
      title: z.string(),
      state: z.enum(seatStates),
      ordinal: z.int(),
    }),
  ),
  createdAt: moment,
  attended: z.boolean(),
});
export const Registrations = z.object({
  session: z.object({
    id,
    slug: z.string(),
    title: z.string(),
    state: z.enum(sessionStates),
    startsAt: moment,
    endsAt: moment,
    question: z.string(),
    places: z.int().nullable(),
    taken: z.int(),
    waiting: z.int(),
  }),
  /** In the order in which they came. */
  registrations: z.array(Registration),
  feedback: z.array(z.object({ score: z.int(), useful: z.string(), better: z.string() })),
  /** What was mailed to all who had a place, newest first. */
  messages: z.array(z.object({ subject: z.string(), text: z.string(), sentTo: z.int(), sentAt: moment })),
});
/** To all who have a place, as plain text. */
export const MailParticipants = z.strictObject({
  id,
  subject: line(120).refine((text) => text.trim() !== '', 'empty'),
  text: prose(4000).refine((text) => text.trim() !== '', 'empty'),
});
export const MailedParticipants = z.object({ sentTo: z.int() });
export const Decide = z.strictObject({ id, yes: z.boolean() });
export const CheckIn = z.strictObject({ id, there: z.boolean() });

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const TheLink = z.strictObject({ token });
export const AcceptByLink = z.strictObject({
  token,
  part: AcceptSeat.shape.part,
});
export const FeedbackByLink = z.strictObject({ token, ...feedback });
/** What a link from a mail opens. */
export const LinkedRegistration = z.object({
  title: z.string(),
  /** Of its page, when everybody may read that. */
  slug: z.string().nullable(),
  startsAt: moment,
  endsAt: moment,
  place: z.string(),
  address: z.string(),
  sessionState: z.enum(sessionStates),
  cancelledReason: z.string(),
  name: z.string(),
  registration: OwnRegistration,
  confirmUntil: moment.nullable(),
  links: z.array(SessionLink),
  can: z.object({
    confirm: z.boolean(),
    withdraw: z.boolean(),
    feedback: z.boolean(),
  }),
});

export type CreateSession = z.infer<typeof CreateSession>;
export type SaveSession = z.infer<typeof SaveSession>;
export type PublishSession = z.infer<typeof PublishSession>;
export type Register = z.infer<typeof Register>;
export type RegisterGuest = z.infer<typeof RegisterGuest>;
export type MailParticipants = z.infer<typeof MailParticipants>;
export type GiveFeedback = z.infer<typeof GiveFeedback>;
