// What crosses the wire about communities and who belongs to them.
import { z } from 'zod';
import { address, handle, id, line, moment, name, revision } from '../kernel/fields.ts';
import { markdownText } from '../kernel/markdown.ts';
import { themes } from '../interventions/index.ts';
import { joinings, memberStates } from './vocabulary.ts';

const Theme = z.enum(themes);
export const Themes = z.array(Theme).max(themes.length);
const Joining = z.enum(joinings);

/** Somebody in a community: by name, and for whom. An account that was erased keeps its place without a name. */
export const Somebody = z.object({ id, name: z.string(), label: z.string() });

/** One of a list. */
export const CommunityCard = z.object({
  id,
  /** Last part of its address; only the random end counts. */
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  themes: Themes,
  joining: Joining,
  members: z.int(),
  /** Where the reader stands: a member, one who was invited, or neither. */
  standing: z.enum(['member', 'moderator', 'invited', 'none']),
});

const Place = z.strictObject({ name: line(200), id });

export const ListCommunities = z.strictObject({
  themes: Themes.default([]),
  joinings: z.array(Joining).max(joinings.length).default([]),
  /** Only those one belongs to. */
  mine: z.boolean().default(false),
  after: Place.nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
});

const Count = z.object({ value: z.string(), count: z.int() });

export const CommunityList = z.object({
  communities: z.array(CommunityCard),
  /** Of those the reader may see. */
  total: z.int(),
  /** Per value, of what the other choices leave. */
  facets: z.object({ themes: z.array(Count), joinings: z.array(Count) }),
  next: Place.nullable(),
});

export const GetCommunity = z.strictObject({ handle });

export const CommunityPage = CommunityCard.extend({
  guidelines: z.string(),
  revision: z.int(),
  /** What became of oneself here; null for who never had to do with it. */
  state: z.enum(memberStates).nullable(),
  /** For whoever reads what is said here; empty for others. */
  moderators: z.array(Somebody),
  can: z.object({
    read: z.boolean(),
    write: z.boolean(),
    comeIn: z.boolean(),
    ask: z.boolean(),
    leave: z.boolean(),
    moderate: z.boolean(),
  }),
});

const described = {
  name: name(120),
  purpose: markdownText(2000).refine((text) => text !== '', 'empty'),
  guidelines: markdownText(5000),
  themes: Themes,
  joining: Joining,
  /** Why it is right to say what the guard of personal data found. */
  personalDataReason: line(500).nullable().default(null),
};

export const FoundCommunity = z.strictObject(described);
export const ChangeCommunity = z.strictObject({ id, revision, ...described });
export const Founded = z.object({ id, slug: z.string() });

export const TheCommunity = z.strictObject({ id });
/** `note`: why one asks, for the moderators only. */
export const JoinCommunity = z.strictObject({ id, note: line(500).default('') });
export const Joined = z.object({ state: z.enum(['member', 'asked']) });

export const InviteMember = z.strictObject({ id, address });
export const TheInvitation = z.strictObject({ id });

export const decisions = [
  'approve',
  'decline',
  'remove',
  'block',
  'unblock',
  'make_moderator',
  'make_member',
] as const;
/** `reason` stands in the moderation log, for moderators. */
export const DecideMember = z.strictObject({
  id,
  account: id,
  what: z.enum(decisions),
  reason: line(500).default(''),
});

export const ListMembers = z.strictObject({
  handle,
  after: z.strictObject({ at: moment, id }).nullable().default(null),
  limit: z.int().min(1).max(100).default(60),
});

export const Member = Somebody.extend({
  role: z.enum(['member', 'moderator']),
  joinedAt: moment,
  /** How one names this person in a text, without the @. */
  nickname: z.string(),
});

export const MemberList = z.object({
  members: z.array(Member),
  next: z.object({ at: moment, id }).nullable(),
});

export type CommunityCard = z.infer<typeof CommunityCard>;
export type CommunityPage = z.infer<typeof CommunityPage>;
export type ListCommunities = z.infer<typeof ListCommunities>;
export type Somebody = z.infer<typeof Somebody>;
export type FoundCommunity = z.infer<typeof FoundCommunity>;
export type ChangeCommunity = z.infer<typeof ChangeCommunity>;
export type DecideMember = z.infer<typeof DecideMember>;
