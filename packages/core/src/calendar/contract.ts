// What crosses the wire about calendars: a month, what programs follow, and the secret address of one's own.
import { z } from 'zod';
import { handle, id, moment, secret } from '../kernel/fields.ts';

/** `2027-03` */
export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
export const GetMonth = z.strictObject({ month: Month });

/** A knowledge session as a calendar shows it. */
export const CalendarEntry = z.object({
  id,
  /** Last part of the address of its page. */
  slug: z.string(),
  title: z.string(),
  startsAt: moment,
  endsAt: moment,
  /** Who holds it: the name of a municipality; empty of the alliance and of a community. */
  host: z.string(),
  /** Where; empty when it is online only. */
  place: z.string(),
  cancelled: z.boolean(),
  /** The reader has a place. */
  own: z.boolean(),
});
/** What touches the month, by when it begins. `isMore`: there is more than one page can show. */
export const MonthView = z.object({ entries: z.array(CalendarEntry), isMore: z.boolean() });

export const GetFile = z.strictObject({ handle });
/** A text to hand out as it is. */
export const TextFile = z.object({ text: z.string() });

/** Since when there is a secret address; null when there is none. */
export const Address = z.object({ since: moment.nullable() });
/** The secret of the new address; shown once. */
export const NewAddress = z.object({ secret });
export const Done = z.object({ done: z.literal(true) });
export const AddressLink = z.strictObject({ token: secret });

export type CalendarEntry = z.infer<typeof CalendarEntry>;
export type TextFile = z.infer<typeof TextFile>;
