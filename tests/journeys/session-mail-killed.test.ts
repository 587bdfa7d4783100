// The process that moves up the waiting list and mails who registered is killed at random, between giving a place and the
// mail about it too: whoever has news is mailed it, once, and what reaches the mail server a second time is the same mail.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainQuery } from '@kansenplein/db';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { openKilledJobs, type KilledJobs } from '../support/killed-jobs.ts';
import { makeSession } from '../support/sessions.ts';
import { asSuperuser } from '../support/sql.ts';

const people = 60;
const places = 25;
/** Who withdraws while it goes on, so that as many move up. */
const leavers = 10;
const kills = 6;

let alliance: Alliance;
let jobs: KilledJobs;
beforeAll(async () => {
  alliance = await makeAlliance();
  jobs = await openKilledJobs(alliance.urls, 10);
});
afterAll(async () => {
  await jobs?.close();
  await alliance?.close();
});

const byHand = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

/** People who are signed in, in the order in which they register. */
async function makePeople(): Promise<readonly string[]> {
  const made = await byHand<{ login: string }>(
    `with made as (
       insert into account (address, name) select 'komt' || n || '@kansenplein.example', 'Komt ' || n
       from generate_series(1, $1) n returning id, address
     ), login as (
       insert into login_session (id, account_id, expires_at)
       select encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), id, now() + interval '6 hours' from made returning id, account_id
     )
     select l.id as login from login l join made m on m.id = l.account_id order by length(m.address), m.address`,
    [people],
  );
  return made.map(({ login }) => login);
}

const asPerson = <Row>(login: string, text: string, params: unknown[]): Promise<Row[]> =>
  alliance.database.asActor(
    { login, link: null },
    'write',
    async (tx) => (await plainQuery(tx)(text, params)) as Row[],
  );

/** What a dead process had in hand is taken again at once instead of after minutes. */
const minutesPass = () =>
  asSuperuser(
    alliance.urls.superuserUrl,
    'update outgoing_mail set due_at = now() where sent_at is null',
    [],
    { withoutTriggers: true },
  );

interface Standing extends Record<string, unknown> {
  /** People with news that is in no mail yet, and mails that were not taken by the server. */
  untold: number;
  unsent: number;
  /** Places that came free and were offered to nobody yet. */
  free: number;
  far: string;
}
async function standing(): Promise<Standing> {
  const [row] = await byHand<Standing>(
    `select (select count(*)::int from session_registration where tell is not null) as untold,
       (select count(*)::int from outgoing_mail where sent_at is null) as unsent,
       (select coalesce(sum(least(places - taken, waiting)), 0)::int from session_part where part = '') as free,
       concat_ws(' ', (select count(*) from session_registration where tell is null), (select sum(attempts) from outgoing_mail)) as far`,
  );
  return row as Standing;
}

/** Until something was done, and a moment that nobody chooses. */
async function inTheMiddle() {
  const { far } = await standing();
  for (let tries = 0; tries < 100 && (await standing()).far === far; tries += 1) await pause(5);
  await pause(Math.random() * 60);
}

describe('when the process that moves up and mails is killed again and again', () => {
  it('everybody with news is mailed it, each in one mail', async () => {
    const { id } = await makeSession(alliance, { title: 'Vol', content: { places } });
    const logins = await makePeople();
    const registrations: string[] = [];
    for (const login of logins) {
      const [made] = await asPerson<{ registration: string }>(
        login,
        `select registration from wall.register_for_session($1, '{}', '')`,
        [id],
      );
      registrations.push(made?.registration ?? '');
    }
    let untoldAtKill = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const process = await jobs.start();
      await inTheMiddle();
      await process.kill();
      untoldAtKill += (await standing()).untold > 0 ? 1 : 0;
      await minutesPass();
      // Places come free in the middle of it too; whoever withdraws is told that instead of what was not told yet.
      if (kill === kills / 2)
        for (let at = 0; at < leavers; at += 1)
          await asPerson(logins[at] ?? '', 'select wall.withdraw_registration($1)', [registrations[at]]);
    }
    const last = await jobs.start();
    const isBusy = async () => {
      const { untold, unsent, free } = await standing();
      return untold + unsent + free > 0;
    };
    for (const deadline = Date.now() + 60_000; await isBusy();) {
      if (Date.now() > deadline) throw new Error(JSON.stringify(await standing()));
      await pause(100);
    }
    await last.kill();

    const mails = Map.groupBy(
      jobs.taken.filter(({ to }) => to.startsWith('komt')),
      ({ id: message }) => message,
    );
    const subjectsOf = Map.groupBy(
      [...mails.values()].flatMap(([first]) => first ?? []),
      ({ to }) => to,
    );
    const received = Array.from({ length: people }, (_, at) =>
      (subjectsOf.get(`komt${at + 1}@kansenplein.example`) ?? []).map(({ subject }) => subject).sort(),
    );
    const [coming, waiting, offered, left] = [
      'U bent aangemeld: Vol',
      'U staat op de wachtlijst: Vol',
      'Er is een plaats vrij: Vol',
      'U bent afgemeld: Vol',
    ] as const;
    const among = (options: readonly (readonly string[])[]) => (subjects: readonly string[]) =>
      expect(options).toContainEqual(subjects);
    // News that was not told yet is replaced by what came after it; nothing is told twice.
    received.slice(0, leavers).forEach(among([[left], [coming, left].sort()]));
    received.slice(leavers, places).forEach(among([[coming]]));
    received.slice(places, places + leavers).forEach(among([[offered], [offered, waiting].sort()]));
    received.slice(places + leavers).forEach(among([[waiting]]));
    // A mail the server took just before the kill is offered again: at most one for each kill, and the same mail.
    const again = [...mails.values()].filter((each) => each.length > 1);
    expect(again.length).toBeLessThanOrEqual(kills);
    const [stored] = await byHand<{ count: number }>(
      `select count(*)::int as count from outgoing_mail where recipient like 'komt%'`,
    );
    expect(mails.size).toBe(stored?.count);
    // Some had a place and no mail yet when it was killed, or nothing was proved.
    expect(untoldAtKill).toBeGreaterThan(0);
    console.log(
      `${mails.size} mails to ${people} people through ${kills} kills, ${untoldAtKill} of them between a place and its mail; ${again.length} offered twice, with the same Message-ID`,
    );
  }, 180_000);
});
