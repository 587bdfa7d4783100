// Inviting an address of the alliance, without telling anybody whether it is one.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { conflict, slugOf } from '../kernel/index.ts';
import { invitationMail } from './mail.ts';
import { getModerated } from './service-deciding.ts';
import { logModeration } from './service-log.ts';
import { namesIn, recordHere } from './service.ts';
import { communityInvitation } from './tables.ts';

const done = { done: true as const };

/** How many invitations may wait for an answer: more is a mailing. */
const mostOpen = 200;

/**
 * Invites an address. `origin` is the public address of the installation. Whether somebody of the alliance has it, nobody is told: the answer, the row and the time are the
 * same, and the mail goes out by a job.
 */
export async function inviteByMail(
  tx: Tx,
  actor: Actor,
  { id, address, origin }: { id: string; address: string; origin: string },
) {
  const row = await getModerated(tx, actor, id);
  const { rows } = await tx.execute<{ open: number; known: boolean }>(sql`
    select count(*)::int as open, coalesce(bool_or(i.address = ${address}), false) as known
    from community_invitation i where i.community_id = ${id} and i.state = 'open' and i.expires_at > now()`);
  if (rows[0]?.known) throw conflict('community.invited_already');
  if ((rows[0]?.open ?? 0) >= mostOpen) throw conflict('community.too_many_invitations');
  const invitation = randomUUID();
  await tx.insert(communityInvitation).values({ id: invitation, communityId: id, address });
  const by = (await namesIn(tx, id, [actor.account ?? '']))(actor.account ?? '').name;
  const { subject, body } = invitationMail(origin, {
    name: row.name,
    slug: slugOf(row.name, row.handle),
    by,
  });
  await tx.execute(sql`select wall.tell_invited(${invitation}, ${subject}, ${body})`);
  await logModeration(tx, { community: id, what: 'invited' });
  await recordHere(tx, actor, row, { action: 'community.invited' });
  return done;
}
