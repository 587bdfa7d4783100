// The closed lists of communities. Their Dutch labels live in the web.

/** How one becomes a member, and with it who reads: domain.md, 'What may be seen by whom'. */
export const joinings = ['open', 'request', 'invitation'] as const;

/** Where somebody stands with a community; only `member` reads and writes there as one. */
export const memberStates = ['asked', 'member', 'declined', 'left', 'removed', 'blocked'] as const;

export const threadKinds = ['question', 'experience', 'announcement'] as const;

/** A small fixed set: thanks, useful, recognisable, a good idea. */
export const reactionKinds = ['thanks', 'useful', 'recognised', 'idea'] as const;

/** Nouns that a post or the library points at; each is read through the wall by whoever looks. */
export const cardKinds = ['intervention', 'agenda', 'session'] as const;
export const libraryKinds = [...cardKinds, 'thread'] as const;

export const reportOutcomes = ['kept', 'removed', 'withdrawn'] as const;

/** What moderators do, as their log tells it. */
export const moderations = [
  'approved',
  'declined',
  'invited',
  'invitation_withdrawn',
  'made_moderator',
  'made_member',
  'member_removed',
  'blocked',
  'unblocked',
  'thread_pinned',
  'thread_unpinned',
  'thread_closed',
  'thread_opened',
  'thread_moved',
  'thread_removed',
  'post_removed',
  'report_kept',
  'report_removed',
  'settings_changed',
] as const;

export type Joining = (typeof joinings)[number];
export type MemberState = (typeof memberStates)[number];
export type ThreadKind = (typeof threadKinds)[number];
export type ReactionKind = (typeof reactionKinds)[number];
export type CardKind = (typeof cardKinds)[number];
export type LibraryKind = (typeof libraryKinds)[number];
export type Moderation = (typeof moderations)[number];
