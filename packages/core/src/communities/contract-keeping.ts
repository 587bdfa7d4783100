// What crosses the wire about order in a community, its library, and what waits for somebody.
import { z } from 'zod';
import { handle, id, line, moment, name } from '../kernel/fields.ts';
import { CommunityCard, Somebody } from './contract.ts';
import { ThreadCard } from './contract-talking.ts';
import { libraryKinds, moderations, reportOutcomes } from './vocabulary.ts';

export const ReportPost = z.strictObject({ id, reason: name(500) });
export const SettleReport = z.strictObject({
  id,
  outcome: z.enum(['kept', 'removed']),
  reason: line(500).default(''),
});

/** Everything for moderators, on one page. */
export const Moderation = z.object({
  community: CommunityCard,
  asked: z.array(Somebody.extend({ note: z.string(), at: moment })),
  blocked: z.array(Somebody.extend({ at: moment })),
  invitations: z.array(
    z.object({
      id,
      address: z.string(),
      state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
      expiresAt: moment,
    }),
  ),
  reports: z.array(
    z.object({
      id,
      reason: z.string(),
      by: Somebody,
      at: moment,
      outcome: z.enum(reportOutcomes).nullable(),
      post: z.object({ number: z.int(), body: z.string(), author: Somebody }),
      thread: z.object({ slug: z.string(), title: z.string() }),
    }),
  ),
  /** Newest first. */
  log: z.array(
    z.object({
      id,
      what: z.enum(moderations),
      by: Somebody,
      about: Somebody.nullable(),
      thread: z.object({ slug: z.string(), title: z.string() }).nullable(),
      reason: z.string(),
      at: moment,
    }),
  ),
});

/** What a page is called that was picked for the library, as the reader may see it. */
export const LibraryItem = z.object({
  id,
  kind: z.enum(libraryKinds),
  slug: z.string(),
  title: z.string(),
  from: z.string(),
  note: z.string(),
  at: moment,
});
export const Library = z.object({ items: z.array(LibraryItem), can: z.object({ change: z.boolean() }) });
export const GetLibrary = z.strictObject({ handle });
/** `address`: of a thread, an intervention or an agenda, as somebody copied it. */
export const KeepInLibrary = z.strictObject({ id, address: name(400), note: line(300).default('') });
export const TheLibraryItem = z.strictObject({ id });

/** What waits for the person, and for the municipality one acts for. */
export const Waiting = z.object({
  /** Where one moderates, and how many wait there. */
  moderating: z.array(CommunityCard.extend({ asked: z.int(), reports: z.int() })),
  invitations: z.array(CommunityCard),
  mine: z.array(CommunityCard),
  /** Where somebody named one in the last two weeks, newest first. */
  mentioned: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      number: z.int(),
      community: z.string(),
      communitySlug: z.string(),
      at: moment,
    }),
  ),
  offers: z.array(ThreadCard.extend({ community: z.object({ slug: z.string(), name: z.string() }) })),
  /** Whether the municipality wants to be asked; null for who acts for none. */
  offersWanted: z.boolean().nullable(),
  can: z.object({ chooseOffers: z.boolean(), setAside: z.boolean() }),
});

export const SetAside = z.strictObject({ id });
export const ChooseOffers = z.strictObject({ wanted: z.boolean() });

export type LibraryItem = z.infer<typeof LibraryItem>;
