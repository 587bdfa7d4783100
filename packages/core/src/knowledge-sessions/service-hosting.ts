// Who comes, for who works on the session for its host: the list, saying yes or no, and who was there.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { notFound, recordEvent, slugOf } from '../kernel/index.ts';
import { instantsOf } from './contract-content.ts';
import * as may from './permissions.ts';
import { iso } from './service-cards.ts';
import { ask } from './service-registering.ts';
import { getSession } from './service-writing.ts';
import type { registrationStates, seatStates } from './vocabulary.ts';

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  belongs: string;
  address: string | null;
  answer: string;
  state: (typeof registrationStates)[number];
  created_at: string;
  attended: boolean;
  seats: {
    part: string;
    title: string | null;
    state: (typeof seatStates)[number];
    ordinal: number;
  }[];
}

/** In the order of the waiting list; throws `session.not_found`, also for who reads along: that has no list of people. */
export async function listRegistrations(tx: Tx, actor: Actor, id: string) {
  const session = await getSession(tx, id);
  if (!may.canHost(actor, session)) throw notFound('session');
  const { rows } = await tx.execute<Row>(sql`
    select r.id, r.name, r.belongs, r.guest_address as address, r.answer, r.state, r.created_at, r.attended_at is not null as attended,
      (select coalesce(json_agg(json_build_object('part', s.part, 'state', s.state, 'ordinal', s.ordinal,
          'title', (select w ->> 'title' from knowledge_session_version v, jsonb_array_elements(v.content -> 'rounds') o,
              jsonb_array_elements(o -> 'workshops') w
            where v.session_id = r.session_id and v.current and w ->> 'key' = s.part)) order by s.part), '[]')
        from session_seat s where s.registration_id = r.id) as seats
    from session_registration r where r.session_id = ${id}`);
  const { rows: parts } = await tx.execute<{
    places: number | null;
    taken: number;
    waiting: number;
  }>(sql`select places, taken, waiting from session_part where session_id = ${id} and part = ''`);
  const { rows: feedback } = await tx.execute<{
    score: number;
    useful: string;
    better: string;
  }>(
    sql`select score, useful, better from session_feedback where session_id = ${id} order by score, useful, better`,
  );
  const { rows: messages } = await tx.execute<{
    subject: string;
    text: string;
    sent_to: number;
    sent_at: string;
  }>(
    sql`select subject, text, sent_to, sent_at from session_message where session_id = ${id} order by sent_at desc, id`,
  );
  const turnOf = ({ seats }: Row) =>
    seats.find(({ part }) => part === '')?.ordinal ?? Number.MAX_SAFE_INTEGER;
  const { startsAt, endsAt } = instantsOf(session.content);
  const unknown = session.createdAt.toISOString();
  return {
    session: {
      id,
      slug: slugOf(session.title, session.handle),
      title: session.title,
      state: session.state,
      startsAt: startsAt?.toISOString() ?? unknown,
      endsAt: endsAt?.toISOString() ?? unknown,
      question: session.content.question,
      ...(parts[0] ?? { places: session.content.places, taken: 0, waiting: 0 }),
    },
    registrations: rows
      .sort((one, other) => turnOf(one) - turnOf(other) || one.created_at.localeCompare(other.created_at))
      .map(({ created_at, seats, ...row }) => ({
        ...row,
        createdAt: iso(created_at),
        seats: seats.map((seat) => ({ ...seat, title: seat.title ?? '' })),
      })),
    feedback,
    messages: messages.map(({ sent_to: sentTo, sent_at, ...said }) => ({
      ...said,
      sentTo,
      sentAt: iso(sent_at),
    })),
  };
}

/** Of a session that the actor works on; throws `registration.not_found` when it is not, or only one's own. */
async function getHosted(tx: Tx, actor: Actor, registration: string) {
  const { rows } = await tx.execute<{ session_id: string }>(
    sql`select session_id from session_registration where id = ${registration}`,
  );
  const [row] = rows;
  const [session] = row
    ? await tx
        .execute<{
          municipality: string | null;
          host_community: string | null;
        }>(sql`select municipality, host_community from knowledge_session where id = ${row.session_id}`)
        .then((found) => found.rows)
    : [];
  if (!session) throw notFound('registration');
  const { municipality, host_community: hostCommunity } = session;
  if (!may.canHost(actor, { municipality, hostCommunity })) throw notFound('registration');
  return municipality;
}

/** Yes: a place, or the waiting list when it is full. No: also to who had a place; the person is mailed. */
export async function decide(tx: Tx, actor: Actor, input: { id: string; yes: boolean }) {
  const municipality = await getHosted(tx, actor, input.id);
  const decided = await ask<string>(
    tx,
    sql`select wall.decide_registration(${input.id}, ${input.yes}) as value`,
  );
  if (decided === null) throw notFound('registration');
  const action = input.yes ? 'session.approved' : 'session.declined';
  await recordEvent(tx, { action, object: input.id, municipality });
  return { done: true as const };
}

export async function checkIn(tx: Tx, actor: Actor, input: { id: string; there: boolean }) {
  const municipality = await getHosted(tx, actor, input.id);
  const seen = await ask<string>(tx, sql`select wall.check_in(${input.id}, ${input.there}) as value`);
  if (seen === null) throw notFound('registration');
  const action = input.there ? 'session.checked_in' : 'session.checked_out';
  await recordEvent(tx, { action, object: input.id, municipality });
  return { done: true as const };
}
