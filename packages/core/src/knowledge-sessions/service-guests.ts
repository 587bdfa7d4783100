// Guests, who have no account: name and address only, a place after opening the mail, and all the rest by the link in it.
// The same links stand in the mails to members.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { conflict, invalid, notFound, recordEvent, Refusal, slugOf, type Context } from '../kernel/index.ts';
import type { GiveFeedback, RegisterGuest } from './contract-writing.ts';
import type { SessionCard, SessionPage } from './contract.ts';
import { iso } from './service-cards.ts';
import { ownRegistration, type RegistrationRow } from './service-own.ts';
import { ask, demandChoices, getProgramme } from './service-registering.ts';

const done = { done: true as const };
const hour = 3600;
const keyed = (text: string) => createHash('sha256').update(text).digest('hex');

/** Mails that somebody else asks for in your name are few. Counted alike for addresses that nobody has. */
async function limitGuests({ database, origin }: Context, address: string): Promise<void> {
  const byPerson = await database.attempt('guest-address', keyed(address), {
    points: 5,
    seconds: hour,
  });
  const byPlace = await database.attempt('guest-origin', keyed(origin), {
    points: 60,
    seconds: hour,
  });
  if (!byPerson || !byPlace) throw new Refusal('tooMany', 'session.too_many_guests');
}

/** Answers alike whether the address is on the list already: only its mailbox is told. */
export async function registerGuest(ctx: Context, tx: Tx, input: RegisterGuest) {
  const page = await getProgramme(tx, input.session);
  if (!page.content.guests) throw invalid('session.no_guests');
  demandChoices(page.content, input.choices);
  await limitGuests(ctx, input.address);
  const noted = await ask<boolean>(
    tx,
    sql`select wall.note_guest(${input.session}, ${input.name.trim()}, ${input.address}, ${sql.param([...input.choices])}::text[], ${input.answer.trim()}) as value`,
  );
  if (!noted) throw notFound('session');
  await recordEvent(tx, {
    action: 'session.guest_noted',
    object: input.session,
    municipality: page.municipality,
  });
  return done;
}

interface Linked extends Record<string, unknown> {
  registration: string;
  handle: string;
  title: string;
  starts_at: string;
  ends_at: string;
  place: string;
  address: string;
  session_state: SessionCard['state'];
  cancelled_reason: string;
  registers: boolean;
  public: boolean;
  municipality: string | null;
  called: string;
  state: RegistrationRow['state'];
  confirm_until: string | null;
  attended: boolean;
  gave_feedback: boolean;
  turn: number | null;
  seats: RegistrationRow['seats'];
  links: SessionPage['links'];
}

/** What the link that the transaction holds is about; forgotten and never existing are the same. */
async function getLinked(tx: Tx): Promise<Linked> {
  const { rows } = await tx.execute<Linked>(
    sql`select l.*, wall.seat_turn(l.registration, '') as turn from wall.session_of_link() l`,
  );
  if (!rows[0]) throw notFound('registration');
  return rows[0];
}

export async function viewLinked(tx: Tx) {
  const row = await getLinked(tx);
  const over = Date.parse(row.ends_at) < Date.now();
  const seated = row.seats.some(({ part, state }) => part === '' && state === 'seated');
  const isConfirmed = row.state !== 'unconfirmed';
  return {
    title: row.title,
    slug: row.public ? slugOf(row.title, row.handle) : null,
    startsAt: iso(row.starts_at),
    endsAt: iso(row.ends_at),
    place: row.place,
    address: row.address,
    sessionState: row.session_state,
    cancelledReason: row.cancelled_reason,
    name: row.called,
    registration: ownRegistration({
      ...{
        id: row.registration,
        state: row.state,
        answer: '',
        attended: row.attended,
        turn: row.turn,
      },
      ...{ gave_feedback: row.gave_feedback, seats: row.seats },
    }),
    confirmUntil: row.confirm_until === null ? null : iso(row.confirm_until),
    links: row.links,
    can: {
      confirm:
        !isConfirmed &&
        row.registers &&
        row.confirm_until !== null &&
        Date.parse(row.confirm_until) > Date.now(),
      withdraw: !over && ['requested', 'admitted'].includes(row.state),
      feedback: ['held', 'reported'].includes(row.session_state) && seated && !row.gave_feedback,
    },
  };
}

/** The guest opened the mail: now the place is taken. Pressed twice it is the same. */
export async function confirmLinked(tx: Tx) {
  const { registration, municipality, state } = await getLinked(tx);
  const outcome = await ask<string>(tx, sql`select wall.confirm_guest() as value`);
  if (outcome === null && !['requested', 'admitted'].includes(state)) throw conflict('session.confirm_over');
  await recordEvent(tx, {
    action: 'session.registered',
    object: registration,
    municipality,
  });
  return done;
}

export async function withdrawLinked(tx: Tx) {
  const { registration, municipality } = await getLinked(tx);
  await ask<string>(tx, sql`select wall.withdraw_registration(null) as value`);
  await recordEvent(tx, {
    action: 'session.withdrawn',
    object: registration,
    municipality,
  });
  return done;
}

export async function acceptLinked(tx: Tx, part: string) {
  const { registration, municipality } = await getLinked(tx);
  if (!(await ask<boolean>(tx, sql`select wall.accept_seat(null, ${part}) as value`)))
    throw conflict('session.offer_over');
  await recordEvent(tx, {
    action: 'session.accepted',
    object: registration,
    municipality,
  });
  return done;
}

export async function feedbackLinked(tx: Tx, { score, useful, better }: Omit<GiveFeedback, 'id'>) {
  const { registration, municipality } = await getLinked(tx);
  const said = await ask<boolean>(
    tx,
    sql`select wall.give_feedback(null, ${score}, ${useful.trim()}, ${better.trim()}) as value`,
  );
  if (!said) throw conflict('session.no_feedback');
  await recordEvent(tx, {
    action: 'session.feedback',
    object: registration,
    municipality,
  });
  return done;
}
