// The moderation log: what moderators did and why, for moderators.
import type { Tx } from '@kansenplein/db';
import { randomUUID } from 'node:crypto';
import { communityLog } from './tables-keeping.ts';
import type { Moderation } from './vocabulary.ts';

export interface Moderated {
  readonly community: string;
  readonly what: Moderation;
  /** The account it was done to. */
  readonly about?: string;
  readonly thread?: string;
  readonly reason?: string;
}

/** In the transaction of what it tells; who and when come from the login. */
export async function logModeration(
  tx: Tx,
  { community: communityId, what, about, thread, reason = '' }: Moderated,
): Promise<void> {
  await tx.insert(communityLog).values({
    id: randomUUID(),
    communityId,
    what,
    // Overwritten by the wall with whoever is signed in.
    accountId: '00000000-0000-0000-0000-000000000000',
    about: about ?? null,
    threadId: thread ?? null,
    reason,
  });
}
