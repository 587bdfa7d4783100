// What crosses the wire about what is followed, what happened and how somebody wants to hear of it.
import { z } from 'zod';
import { id, moment, secret } from '../kernel/fields.ts';
import { followKinds, toldKinds, ways } from './vocabulary.ts';

/** Code of a municipality, slug of a theme, or an id. */
const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const isKind = z.enum(toldKinds);

export const Target = z.strictObject({ kind: z.enum(followKinds), key });
export const TheFollow = z.strictObject({ id });
/** Id of the own follow; null when it is not followed. */
export const Followed = z.object({ id: id.nullable() });
export const Follows = z.object({
  follows: z.array(
    z.object({
      id,
      kind: z.enum(followKinds),
      key: z.string(),
      /** Null for what cannot be seen any more. */
      title: z.string().nullable(),
      /** Null for what has no page. */
      href: z.string().nullable(),
      createdAt: moment,
    }),
  ),
  /** How many more can be followed. */
  room: z.int(),
});

/** What is unread and can be seen now; more than this is not counted. */
export const mostCounted = 100;
export const Unread = z.object({ unread: z.int().max(mostCounted) });

/** Not the 31st of June. */
const isMoment = (value: string) =>
  new Date(value.slice(0, 27)).toJSON()?.slice(0, 10) === value.slice(0, 10);

export const ListTold = z.strictObject({
  /** Moment and id of the last that was shown. */
  cursor: z
    .string()
    .regex(
      /^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    )
    .refine(isMoment)
    .optional(),
});

/** What happened to one thing, newest first. */
export const ToldGroup = z.object({
  title: z.string(),
  /** Where it is of, or who did it, when that is the same for all; otherwise each says it. */
  place: z.string().nullable(),
  href: z.string(),
  items: z.array(
    z.object({ id, kind: isKind, happenedAt: moment, read: z.boolean(), place: z.string().nullable() }),
  ),
});
export const ToldPage = z.object({ groups: z.array(ToldGroup), next: z.string().nullable() });

/** Those that were shown, or everything up to a moment. */
export const MarkRead = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(100) }),
  z.strictObject({ until: moment }),
]);
export const Marked = z.object({ marked: z.int() });

export const Choices = z.object({
  choices: z.array(z.object({ kind: isKind, way: z.enum(ways), possible: z.array(z.enum(ways)) })),
});
export const Choose = z.strictObject({ kind: isKind, way: z.enum(ways) });

export const StopLink = z.strictObject({ token: secret });
/** What a link stops: kinds of notifications, or the mail of a kept question by its name. */
export const StopView = z.object({
  kinds: z.array(isKind),
  search: z.string().nullable(),
  stopped: z.boolean(),
});

/** For the operator: what of the mail does not arrive. Addresses show a first letter and a domain; no subject, no text. */
export const Undelivered = z.object({
  waiting: z.int(),
  failing: z.int(),
  givenUp: z.int(),
  sentToday: z.int(),
  /** People whose mail with notifications is due and not made yet. */
  digests: z.int(),
  mails: z.array(
    z.object({
      id,
      recipient: z.string(),
      queuedAt: moment,
      attempts: z.int(),
      error: z.string(),
      nextTry: moment.nullable(),
      givenUpAt: moment.nullable(),
    }),
  ),
});
export const TheMail = z.strictObject({ id });

export type Target = z.infer<typeof Target>;
export type ToldGroup = z.infer<typeof ToldGroup>;
export type MarkRead = z.infer<typeof MarkRead>;
export type Choose = z.infer<typeof Choose>;
