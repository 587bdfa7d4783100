// Connections are shared by everybody: what one actor leaves behind must never reach the next.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainQuery } from '@kansenplein/db';
import { agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { hashOf } from '../support/sql.ts';
import { makeIntervention, strangerDesk } from '../support/writing.ts';

const transactions = 4_000;
const actors: readonly (PersonName | null)[] = [
  'editor',
  'publisher',
  'reader',
  'agreedPublisher',
  'strangerEditor',
  'partner',
  'coordinator',
  'memberless',
  'revoked',
  null,
];

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance({ poolSize: 8 });
});
afterAll(() => alliance.close());

/** The same sequence each time, spread well enough over the actors. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

it('4,000 interleaved transactions over a pool of eight, one in seven of which fails, read no wrong row', async () => {
  const drafts = await Promise.all([1, 2, 3].map(() => makeIntervention(alliance)));
  const joint = await makeIntervention(alliance, {
    parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
  });
  const foreign = await makeIntervention(alliance, { desk: strangerDesk });
  const internal = await makeIntervention(alliance, { state: 'published', visibility: 'alliance' });
  const ownRows = [...drafts, joint, internal].map(({ id }) => `draft ${id}`);
  const inAlliance = `page ${internal.id}`;
  const expected = new Map<PersonName | null, readonly string[]>([
    ['editor', [...ownRows, inAlliance]],
    ['publisher', [...ownRows, inAlliance]],
    ['reader', [...ownRows, inAlliance]],
    ['agreedPublisher', [`draft ${joint.id}`, inAlliance]],
    ['strangerEditor', [`draft ${foreign.id}`, inAlliance]],
    ['partner', [inAlliance]],
    ['coordinator', [inAlliance]],
    ['memberless', []],
    ['revoked', []],
    [null, []],
  ]);
  const logins = new Map<PersonName | null, string | null>([[null, null]]);
  for (const actor of actors) if (actor !== null) logins.set(actor, hashOf(await alliance.secretOf(actor)));

  const random = numbers(7);
  const wrong: unknown[] = [];
  let kept = 0;
  let read = 0;
  let failed = 0;
  const one = async (index: number, actor: PersonName | null): Promise<void> => {
    const mode = index % 3 === 0 ? 'write' : 'read';
    const fails = index % 7 === 3;
    await alliance.database
      .asActor({ login: logins.get(actor) ?? null, link: null }, mode, async (tx) => {
        const query = plainQuery(tx);
        // With a value, so that each connection keeps it ready and asks it again for the next (kept-statements.ts).
        const rows = await query<{ row: string }>(
          `select $1 || id as row from intervention union all select 'page ' || intervention_id from intervention_version`,
          ['draft '],
        );
        read += rows.length;
        const [statement] = await query<{ asked: number }>(
          `select coalesce(max(generic_plans), 0)::int as asked from pg_prepared_statements where statement like $1`,
          ['%intervention_version'],
        );
        kept = Math.max(kept, statement?.asked ?? 0);
        const seen = rows.map(({ row }) => row).sort();
        const wanted = [...(expected.get(actor) ?? [])].sort();
        if (JSON.stringify(seen) !== JSON.stringify(wanted)) wrong.push({ index, actor, seen, wanted });
        if (fails && index % 2 === 0) throw new Error('on purpose');
        // A statement that the database refuses leaves the transaction broken.
        if (fails) await query('select 1 / 0', []);
      })
      .catch(() => {
        failed += 1;
      });
  };
  const queue = Array.from({ length: transactions }, (_, index) => ({
    index,
    actor: actors[Math.floor((random.next().value as number) * actors.length)] ?? null,
  }));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await one(next.index, next.actor);
  };
  await Promise.all(Array.from({ length: 24 }, worker));

  expect(wrong).toEqual([]);
  expect(failed).toBe(
    Array.from({ length: transactions }, (_, index) => index).filter((index) => index % 7 === 3).length,
  );
  expect(read).toBeGreaterThan(transactions);
  // One plan was used for everybody, over and over; otherwise this would have said nothing of what is kept.
  expect(kept).toBeGreaterThan(100);
});
