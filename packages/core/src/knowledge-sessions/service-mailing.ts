// The host writes to all who have a place: a plain mail to each, in the transaction in which the message is kept.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { notFound, recordEvent } from '../kernel/index.ts';
import type { MailParticipants } from './contract-writing.ts';
import { participantsMail } from './mails.ts';
import * as may from './permissions.ts';
import { cardsWhere } from './service-cards.ts';
import { ask } from './service-registering.ts';
import { getSession } from './service-writing.ts';

/**
 * Answers how many people were mailed; the same words a second time are the same message, and nobody is mailed again.
 * Throws `session.not_found`, also for who reads along; `session.nobody` when nobody has a place, `session.messages_enough` after three in a day,
 * `session.over` when it is more than a month ago.
 */
export async function mailParticipants(tx: Tx, actor: Actor, input: MailParticipants, origin: string) {
  const session = await getSession(tx, input.id);
  if (!may.canHost(actor, session)) throw notFound('session');
  const [card] = await cardsWhere(tx, sql`v.session_id = ${input.id}`);
  // Never published, so that nobody could register.
  if (!card) throw notFound('session');
  const [subject, text] = [input.subject.trim(), input.text.trim()];
  const mail = participantsMail({ subject, text, card, origin });
  const sentTo = await ask<number>(
    tx,
    sql`select wall.mail_participants(${input.id}, ${subject}, ${text}, ${mail.subject}, ${mail.body}) as value`,
  );
  if (sentTo === null) throw notFound('session');
  await recordEvent(tx, {
    action: 'session.mailed',
    object: input.id,
    municipality: session.municipality,
  });
  return { sentTo };
}
