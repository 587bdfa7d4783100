// 500 people register at the same moment for 20 places: exactly 20 get one, and the others stand in a row without a gap or
// a double. `SESSION_ROUNDS=100` repeats it a hundred times.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { makeSession } from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';

const people = 500;
const places = 20;
const rounds = Number(process.env.SESSION_ROUNDS ?? 2);

let alliance: Alliance;
let logins: string[];

beforeAll(async () => {
  alliance = await makeAlliance({ poolSize: 20 });
  // People with a login session each; what is tested is who gets a place, not how they signed in.
  const made = await asSuperuser<{ login: string }>(
    alliance.urls.superuserUrl,
    `with made as (
       insert into account (address, name) select 'deelnemer' || n || '@kansenplein.example', 'Deelnemer ' || n
       from generate_series(1, $1) n returning id
     )
     insert into login_session (id, account_id, expires_at)
     select encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), id, now() + interval '6 hours' from made returning id as login`,
    [people],
  );
  logins = made.map(({ login }) => login);
});
afterAll(() => alliance?.close());

interface Seat extends Record<string, unknown> {
  state: string;
  ordinal: number;
}

const seatsOf = (session: string) =>
  asSuperuser<Seat>(
    alliance.urls.superuserUrl,
    `select state, ordinal from session_seat where session_id = $1 and part = '' order by ordinal`,
    [session],
  );

describe(`${people} registrations at once for ${places} places`, () => {
  it.for(Array.from({ length: rounds }, (_, at) => at + 1))(
    'give exactly that many, and an ordered waiting list (round %i)',
    { timeout: 120_000 },
    async () => {
      const { id, handle } = await makeSession(alliance, { content: { places } });
      const outcomes = await Promise.all(
        logins.map((login) =>
          alliance.database.asActor({ login, link: null }, 'write', async (tx) => {
            const { $client: client } = tx as unknown as {
              $client: { query(text: string, params: unknown[]): Promise<{ rows: { outcome: string }[] }> };
            };
            const { rows } = await client.query(
              `select outcome from wall.register_for_session($1, '{}', '')`,
              [id],
            );
            return rows[0]?.outcome;
          }),
        ),
      );
      const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
      expect([count('seated'), count('waiting')]).toEqual([places, people - places]);
      const seats = await seatsOf(id);
      expect(seats.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: people }, (_, at) => at + 1));
      expect(seats.map(({ state }) => state)).toEqual([
        ...Array.from({ length: places }, () => 'seated'),
        ...Array.from({ length: people - places }, () => 'waiting'),
      ]);
      const { card } = await alliance.visitor().knowledgeSessions.get.query({ handle });
      expect(card).toMatchObject({ left: 0, waiting: people - places });
    },
  );
});
