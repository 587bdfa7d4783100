// What somebody has to do with a session: of who is signed in, and of who holds a link.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import type { OwnRegistration } from './contract.ts';
import { iso } from './service-cards.ts';

interface Seat {
  readonly part: string;
  readonly state: OwnRegistration['workshops'][number]['state'];
  readonly offeredUntil: string | null;
  readonly title: string | null;
}

export interface RegistrationRow {
  readonly id: string;
  readonly state: 'unconfirmed' | 'requested' | 'admitted' | 'declined' | 'cancelled';
  readonly answer: string;
  readonly attended: boolean;
  readonly gave_feedback: boolean;
  readonly seats: readonly Seat[];
  readonly turn: number | null;
}

/** The state of the registration is that of its place in the session, once it has one. */
export function ownRegistration(row: RegistrationRow): OwnRegistration {
  const whole = row.seats.find(({ part }) => part === '');
  const settled = row.state === 'declined' || row.state === 'cancelled' ? row.state : null;
  return {
    id: row.id,
    state: settled ?? whole?.state ?? 'requested',
    confirmed: row.state !== 'unconfirmed',
    offeredUntil: whole?.offeredUntil ? iso(whole.offeredUntil) : null,
    turn: row.turn,
    answer: row.answer,
    workshops: row.seats
      .filter(({ part }) => part !== '')
      .map(({ part, title, state, offeredUntil }) => ({
        key: part,
        title: title ?? '',
        state,
        offeredUntil: offeredUntil === null ? null : iso(offeredUntil),
      })),
    attended: row.attended,
    gaveFeedback: row.gave_feedback,
  };
}

/** Own registrations by session, of these sessions or of all. */
export async function listOwnRegistrations(
  tx: Tx,
  actor: Actor,
  sessions: readonly string[] | null,
): Promise<Map<string, OwnRegistration>> {
  if (actor.account === null) return new Map();
  const { rows } = await tx.execute<RegistrationRow & { session_id: string } & Record<string, unknown>>(sql`
    select r.id, r.session_id, r.state, r.answer, r.attended_at is not null as attended, r.feedback_at is not null as gave_feedback,
      wall.seat_turn(r.id, '') as turn,
      (select coalesce(json_agg(json_build_object('part', s.part, 'state', s.state, 'offeredUntil', s.offered_until,
          'title', (select w ->> 'title' from knowledge_session_version v, jsonb_array_elements(v.content -> 'rounds') o,
              jsonb_array_elements(o -> 'workshops') w
            where v.session_id = r.session_id and v.current and w ->> 'key' = s.part)) order by s.part), '[]')
        from session_seat s where s.registration_id = r.id) as seats
    from session_registration r
    where r.account_id = ${actor.account}
      ${sessions === null ? sql`` : sql`and r.session_id = any(${sql.param(sessions)}::uuid[])`}`);
  return new Map(rows.map((row) => [row.session_id, ownRegistration(row)]));
}
