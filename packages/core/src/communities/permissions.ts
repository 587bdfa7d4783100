// The rights in a community as sentences; the row rules and triggers of the database say the same once more.
import type { Actor } from '@kansenplein/db';
import type { Joining, ThreadKind } from './vocabulary.ts';

interface Community {
  readonly id: string;
  readonly joining: Joining;
}

interface Thread {
  readonly communityId: string;
  readonly kind: ThreadKind;
  readonly closed: boolean;
  /** Whether the actor began it. */
  readonly own: boolean;
}

interface Post {
  readonly number: number;
  readonly removed: boolean;
  readonly own: boolean;
}

const isOfAlliance = ({ scopes }: Actor) => scopes.includes('alliance');

export const isMember = ({ scopes }: Actor, id: string) => scopes.includes(`community:${id}`);
export const isInvited = ({ scopes }: Actor, id: string) => scopes.includes(`community:${id}:invited`);
export const canModerate = ({ scopes }: Actor, id: string) => scopes.includes(`community:${id}:moderators`);

/** What is said: in an open community the whole alliance reads it, in any other its members do. */
export const canRead = (actor: Actor, { id, joining }: Community) =>
  joining === 'open' ? isOfAlliance(actor) : isMember(actor, id);

/** Whoever was invited comes in anywhere; anybody of the alliance where it is open. */
export const canComeIn = (actor: Actor, { id, joining }: Community) =>
  isOfAlliance(actor) && !isMember(actor, id) && (joining === 'open' || isInvited(actor, id));

export const canAsk = (actor: Actor, { id, joining }: Community) =>
  isOfAlliance(actor) && !isMember(actor, id) && !isInvited(actor, id) && joining === 'request';

/** What is closed, moderators still write in: to say why. */
export const canReply = (actor: Actor, { communityId, closed }: Thread) =>
  isMember(actor, communityId) && (!closed || canModerate(actor, communityId));

export const canRename = (actor: Actor, { communityId, kind, closed, own }: Thread) =>
  canModerate(actor, communityId) ||
  (isMember(actor, communityId) && own && !closed && kind !== 'announcement');

/** One's own words, and nobody else's. */
export const canEdit = (actor: Actor, thread: Thread, { own, removed }: Post) =>
  own && !removed && canReply(actor, thread);

export const canRemove = (actor: Actor, { communityId }: Thread, { own, removed }: Post) =>
  !removed && isMember(actor, communityId) && (own || canModerate(actor, communityId));

/** Who asked says what answers it, or a moderator does. */
export const canMarkAnswer = (actor: Actor, { communityId, kind, own }: Thread, { number, removed }: Post) =>
  kind === 'question' &&
  number > 0 &&
  !removed &&
  isMember(actor, communityId) &&
  (own || canModerate(actor, communityId));

export const canReact = (actor: Actor, { communityId }: Thread, { removed }: Post) =>
  !removed && isMember(actor, communityId);

export const canReport = (actor: Actor, { own, removed }: Post) => !own && !removed && isOfAlliance(actor);

/** Only what the whole alliance could read anyhow may go to another circle. */
export const canMove = (actor: Actor, { id, joining }: Community) =>
  joining === 'open' && canModerate(actor, id);

export const canOffer = (actor: Actor, { joining }: Community, { kind, closed, own, communityId }: Thread) =>
  joining === 'open' &&
  kind === 'question' &&
  !closed &&
  isMember(actor, communityId) &&
  (own || canModerate(actor, communityId));
