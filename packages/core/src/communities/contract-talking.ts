// What crosses the wire about what is said in a community.
import { z } from 'zod';
import { handle, id, line, moment, name } from '../kernel/fields.ts';
import { markdownText } from '../kernel/markdown.ts';
import { Somebody, Themes } from './contract.ts';
import { cardKinds, joinings, reactionKinds, threadKinds } from './vocabulary.ts';

const Kind = z.enum(threadKinds);

/** A thread as everybody knows it who may read its title: not who began it. */
export const ThreadCard = z.object({
  id,
  handle,
  slug: z.string(),
  kind: Kind,
  title: z.string(),
  pinned: z.boolean(),
  closed: z.boolean(),
  answered: z.boolean(),
  replies: z.int(),
  lastAt: moment,
});

const ThreadPlace = z.strictObject({ pinned: z.boolean(), at: moment, id });

export const ListThreads = z.strictObject({
  handle,
  kind: Kind.nullable().default(null),
  /** Only questions without an answer. */
  unanswered: z.boolean().default(false),
  after: ThreadPlace.nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
});
export const ThreadList = z.object({ threads: z.array(ThreadCard), next: ThreadPlace.nullable() });

/** A page that somebody points at, as the reader may see it. */
export const Card = z.object({
  kind: z.enum(cardKinds),
  id,
  slug: z.string(),
  title: z.string(),
  from: z.string(),
});

export const Post = z.object({
  id,
  number: z.int(),
  author: Somebody,
  own: z.boolean(),
  body: z.string(),
  createdAt: moment,
  /** Since when it says something else than at first; null when it does not. */
  editedAt: moment.nullable(),
  /** By whom it was removed: it is empty, and keeps its place. */
  removed: z.enum(['author', 'moderator']).nullable(),
  answer: z.boolean(),
  mentioned: z.boolean(),
  reactions: z.array(z.object({ kind: z.enum(reactionKinds), count: z.int(), mine: z.boolean() })),
  cards: z.array(Card),
  can: z.object({
    edit: z.boolean(),
    remove: z.boolean(),
    markAnswer: z.boolean(),
    react: z.boolean(),
    report: z.boolean(),
  }),
});

/** `from`: number of the first post to show, for long threads. `since`: only what changed after a change one knows of. */
export const GetThread = z.strictObject({
  handle,
  from: z.int().min(0).max(1_000_000).default(0),
  since: z.int().min(0).max(2_000_000_000).nullable().default(null),
  limit: z.int().min(1).max(100).default(100),
});

export const ThreadPage = z.object({
  thread: ThreadCard.extend({ change: z.int() }),
  community: z.object({ id, slug: z.string(), name: z.string(), joining: z.enum(joinings) }),
  /** Empty for who may read the title and no more. */
  posts: z.array(Post),
  next: z.int().nullable(),
  can: z.object({
    read: z.boolean(),
    reply: z.boolean(),
    rename: z.boolean(),
    moderate: z.boolean(),
    move: z.boolean(),
    offer: z.boolean(),
    join: z.boolean(),
  }),
});

/** Addresses of pages, as somebody copied them. */
const links = z.array(line(400)).max(5).default([]);
const body = markdownText(10_000).refine((text) => text !== '', 'empty');
const personalDataReason = line(500).nullable().default(null);

export const StartThread = z.strictObject({
  id,
  kind: Kind,
  title: name(200),
  body,
  links,
  personalDataReason,
});
export const Started = z.object({ id, slug: z.string() });
export const RenameThread = z.strictObject({ id, kind: Kind, title: name(200), personalDataReason });

export const Reply = z.strictObject({ id, body, links, personalDataReason });
export const Replied = z.object({ id, number: z.int() });
export const EditPost = z.strictObject({ id, body, personalDataReason });
export const RemovePost = z.strictObject({ id, reason: line(500).default('') });
export const MarkAnswer = z.strictObject({ id, answer: z.boolean() });
export const React = z.strictObject({ id, kind: z.enum(reactionKinds), on: z.boolean() });

export const ThePost = z.strictObject({ id });
export const EarlierTexts = z.object({
  /** Newest first. */
  texts: z.array(z.object({ number: z.int(), body: z.string(), until: moment })),
});

export const arrangements = ['pin', 'unpin', 'close', 'open', 'remove'] as const;
export const ArrangeThread = z.strictObject({
  id,
  what: z.enum(arrangements),
  reason: line(500).default(''),
});
export const MoveThread = z.strictObject({ id, to: id, reason: line(500).default('') });

export const OfferQuestion = z.strictObject({ id, themes: Themes.min(1) });

export const Moved = z.object({ id, slug: z.string(), community: z.string() });

export const Nicknames = z.object({ names: z.array(z.object({ nickname: z.string(), name: z.string() })) });

export type ThreadCard = z.infer<typeof ThreadCard>;
export type Post = z.infer<typeof Post>;
export type Card = z.infer<typeof Card>;
export type ListThreads = z.infer<typeof ListThreads>;
export type StartThread = z.infer<typeof StartThread>;
export type ThreadPage = z.infer<typeof ThreadPage>;
export type GetThread = z.infer<typeof GetThread>;
