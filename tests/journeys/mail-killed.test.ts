// The process that tells and mails is killed at random, again and again: nothing is lost, nobody is told twice, and what
// reaches the mail server a second time is the same mail, by the same Message-ID.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { openKilledJobs, type KilledJobs } from '../support/killed-jobs.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeIntervention, strangerDesk } from '../support/writing.ts';

/** Who follows, beside the alliance. */
const followers = 120;
const kills = 12;

let alliance: Alliance;
let jobs: KilledJobs;
beforeAll(async () => {
  alliance = await makeAlliance();
  jobs = await openKilledJobs(alliance.urls, 15);
});
afterAll(async () => {
  await jobs?.close();
  await alliance?.close();
});

const byHand = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

/** Many people of one municipality who follow another and want a mail at once. */
async function makeFollowers(): Promise<void> {
  await byHand(
    `insert into account (address, name) select 'volger' || n || '@kansenplein.example', 'Volger ' || n from generate_series(1, $1) n`,
    [followers],
  );
  await byHand(
    `insert into membership (account_id, kind, municipality, role)
     select id, 'municipality', 'gm0899', 'reader' from account where address like 'volger%'`,
  );
  await byHand(
    `insert into follow (id, account_id, membership_id, target)
     select gen_random_uuid(), m.account_id, m.id, 'municipality:gm1952'
     from membership m join account a on a.id = m.account_id where a.address like 'volger%'`,
  );
  await byHand(
    `insert into notification_choice (account_id, kind, way) select id, 'published', 'at_once' from account where address like 'volger%'`,
  );
}

/** What a dead process had in hand is taken again at once instead of after minutes. */
const minutesPass = async () => {
  for (const text of [
    'update outgoing_mail set due_at = now() where sent_at is null',
    `update notification set errand_until = now() - interval '1 second' where errand_until is not null`,
  ])
    await asSuperuser(alliance.urls.superuserUrl, text, [], { withoutTriggers: true });
};

const left = async () => {
  const [row] = await byHand<{ left: number }>(
    `select ((select count(*) from happening where not held) + (select count(*) from notification where mail_at is not null)
       + (select count(*) from outgoing_mail where sent_at is null))::int as left`,
  );
  return row?.left ?? 0;
};

/** How far everything is. */
const progress = async () => {
  const [row] = await byHand<{ far: string }>(
    `select concat_ws(' ', (select count(*) from notification), (select count(*) from notification where mail_at is null),
       (select count(*) from notification where errand_hash is not null), (select sum(attempts) from outgoing_mail)) as far`,
  );
  return row?.far;
};

/** Until something was done, and a moment that nobody chooses. */
const inTheMiddle = async () => {
  const before = await progress();
  for (let tries = 0; tries < 100 && (await progress()) === before; tries += 1) await pause(5);
  await pause(Math.random() * 60);
};

describe('when the process that mails is killed again and again', () => {
  it('everybody is told once, and each mail arrives, as one mail', async () => {
    await makeFollowers();
    await makeIntervention(alliance, { desk: strangerDesk, title: 'Eerste bericht', state: 'published' });
    for (let kill = 0; kill < kills; kill += 1) {
      const process = await jobs.start();
      await inTheMiddle();
      await process.kill();
      await minutesPass();
      // Something happens in the middle of it too.
      if (kill === 5)
        await makeIntervention(alliance, { desk: strangerDesk, title: 'Tweede bericht', state: 'published' });
    }
    const last = await jobs.start();
    for (const deadline = Date.now() + 60_000; (await left()) > 0;) {
      if (Date.now() > deadline) throw new Error(`${await left()} left`);
      await pause(100);
    }
    await last.kill();

    // In the app: once each, of both.
    const told = await byHand<{ count: number }>(
      `select count(*)::int as count from notification n join account a on a.id = n.account_id where a.address like 'volger%' group by n.account_id`,
    );
    expect(told).toHaveLength(followers);
    expect(new Set(told.map(({ count }) => count))).toEqual(new Set([2]));
    // By mail: each notification in one mail; a mail may hold both.
    const mails = Map.groupBy(
      jobs.taken.filter(({ to }) => to.startsWith('volger')),
      ({ id }) => id,
    );
    const perPerson = Map.groupBy(
      [...mails.values()].map(([first]) => first),
      (mail) => mail?.to,
    );
    expect(perPerson.size).toBe(followers);
    for (const [, received] of perPerson) {
      const subjects = received.map((mail) => mail?.subject).sort();
      expect([
        ['2 meldingen van Kansenplein'],
        ['Nieuw gepubliceerd: Eerste bericht', 'Nieuw gepubliceerd: Tweede bericht'],
      ]).toContainEqual(subjects);
    }
    const [stored] = await byHand<{ count: number }>(
      `select count(*)::int as count from outgoing_mail where recipient like 'volger%'`,
    );
    expect(mails.size).toBe(stored?.count);
    // A mail the server took just before the kill is offered again: at most one for each kill, and the same mail.
    const again = [...mails.values()].filter((each) => each.length > 1);
    expect(again.length).toBeLessThanOrEqual(kills);
    const [tried] = await byHand<{ more: number }>(
      `select count(*)::int as more from outgoing_mail where recipient like 'volger%' and attempts > 1`,
    );
    // Some were in hand when it was killed, or nothing was proved.
    expect(tried?.more).toBeGreaterThan(0);
    console.log(
      `${mails.size} mails to ${followers} people through ${kills} kills; ${again.length} offered twice, with the same Message-ID`,
    );
  }, 180_000);
});
