// What comes with time, and mailing who registered. Each message is taken and its mail queued in one transaction: what is
// rolled back was never told, what is committed never twice.
import type { Database, JobTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { createHash, randomBytes } from 'node:crypto';
import { queueMail, recordEvent } from '../kernel/index.ts';
import { registrationMail, type Told } from './mails.ts';
import type { SessionCard } from './contract.ts';
import { takeCalendarPart, type Sending } from './service-calendar.ts';

interface Happened extends Record<string, unknown> {
  happened: string;
  session: string;
  municipality: string | null;
}

/** Ends what is over, keeps places that came free for who waits, reminds; false when there is nothing to do. */
export async function settleNextSession(database: Database): Promise<boolean> {
  return database.asJob('settle-session', async (tx) => {
    const { rows } = await tx.execute<Happened>(sql`select * from wall.settle_session()`);
    const [first] = rows;
    if (!first) return false;
    const { happened: action, session: object, municipality } = first;
    await recordEvent(tx, { action, object, municipality });
    return true;
  });
}

interface Due extends Record<string, unknown> {
  registration: string;
  tell: Told['tell'];
  called: string;
  guest: boolean;
  municipality: string | null;
  title: string;
  starts_at: string;
  ends_at: string;
  form: SessionCard['form'];
  place: string;
  address: string;
  cancelled_reason: string;
  seats: readonly {
    part: string;
    title: string | null;
    state: Told['seats'][number]['state'];
    offeredUntil: string | null;
  }[];
}

/**
 * Mails one person what there is to tell; false when there is nothing. `sender`: the address that mail is from, which is
 * the organizer of the calendar that goes along; without one none goes along.
 */
export async function tellNextRegistration(
  database: Database,
  origin: string,
  sender: string | null = null,
): Promise<boolean> {
  return database.asJob('tell-registration', (tx) => tell(tx, { origin, sender }));
}

async function tell(tx: JobTx, { origin, sender }: Sending): Promise<boolean> {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest('hex');
  const { rows } = await tx.execute<Due>(sql`select * from wall.take_session_message(${hash})`);
  const [due] = rows;
  if (!due) return false;
  const { subject, body } = registrationMail({
    ...{
      tell: due.tell,
      called: due.called,
      guest: due.guest,
      title: due.title,
    },
    ...{
      place: due.place,
      address: due.address,
      cancelledReason: due.cancelled_reason,
    },
    startsAt: new Date(due.starts_at),
    endsAt: new Date(due.ends_at),
    online: due.form === 'online',
    seats: due.seats.map(({ offeredUntil, ...seat }) => ({
      ...seat,
      offeredUntil: offeredUntil === null ? null : new Date(offeredUntil),
    })),
    link: `${origin}/kennissessies/aanmelding/${secret}`,
  });
  const isNews = due.tell === 'changed';
  const part = await takeCalendarPart(tx, due.registration, { origin, sender, isNews });
  await (part
    ? queueMail(tx, { ...part, subject, body: `${body}\n\n${part.says}` })
    : tx.execute(sql`select wall.mail_registration(${due.registration}, ${subject}, ${body})`));
  await recordEvent(tx, {
    action: 'session.told',
    object: due.registration,
    municipality: due.municipality,
  });
  return true;
}
