// Mail leaves through the server that is configured: once, after a failure again, and what failed can be seen.
import { SMTPServer } from 'smtp-server';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startJobs } from '../../apps/api/src/jobs.ts';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';

interface Received {
  readonly to: string[];
  readonly text: string;
}

let alliance: Alliance;
let smtp: SMTPServer;
const received: Received[] = [];
/** What the server says to every recipient; null: that it is welcome. */
let refuses: Error | null = null;
const saying = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

beforeAll(async () => {
  alliance = await makeAlliance();
  smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refuses),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await alliance.close();
});

const until = async (condition: () => boolean | Promise<boolean>) => {
  for (const deadline = Date.now() + 10_000; !(await condition());) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** The jobs of the host, with a loopback server as its mail server, while `work` runs. */
async function whileJobsRun(
  work: () => Promise<void>,
  server: Server = smtp.server,
  options = '',
): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const mail = {
    smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true${options}`,
    from: 'plein@kansenplein.example',
  };
  const jobs = startJobs(alliance, { ...alliance.config, mail }, alliance.log);
  await work().finally(() => jobs.stop());
}

const invite = async (address: string) =>
  (await alliance.as('administrator')).accounts.invite.mutate({ address, role: 'reader' });
const arrived = (address: string) => received.filter(({ to }) => to.includes(address));

const queueOf = (address: string) =>
  asSuperuser<{ attempts: number; sent: boolean; body: string; last_error: string | null; waits: boolean }>(
    alliance.urls.superuserUrl,
    'select attempts, sent_at is not null as sent, body, last_error, due_at > now() as waits from outgoing_mail where recipient = $1',
    [address],
  );

describe('an invitation by mail', () => {
  it('arrives once, also when the host is started again, and its text is not kept', async () => {
    const address = 'een@kansenplein.example';
    await invite(address);
    await whileJobsRun(() => until(() => arrived(address).length > 0));
    await whileJobsRun(() => new Promise((resolve) => setTimeout(resolve, 700)));
    expect(arrived(address).length).toBe(1);
    const text = arrived(address)[0]?.text.replace(/=\r\n/g, '') ?? '';
    expect(text).toContain('From: plein@kansenplein.example');
    expect(text).toMatch(/Subject: Uitnodiging voor Kansenplein: gemeente Brunssum/);
    expect(text).toContain('/uitnodiging/');
    expect(await queueOf(address)).toMatchObject([{ sent: true, body: '', last_error: null }]);
  });

  it('goes out once from two hosts on one database', async () => {
    const addresses = Array.from({ length: 6 }, (_, nth) => `twee${nth}@kansenplein.example`);
    for (const address of addresses) await invite(address);
    await whileJobsRun(() =>
      whileJobsRun(() => until(() => addresses.every((address) => arrived(address).length > 0))),
    );
    expect(addresses.map((address) => arrived(address).length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('that the server refuses waits, says why, and arrives when it is tried again', async () => {
    const address = 'later@kansenplein.example';
    refuses = saying(450, 'mailbox closed for a while');
    await invite(address);
    await whileJobsRun(() => until(async () => typeof (await queueOf(address))[0]?.last_error === 'string'));
    expect(await queueOf(address)).toMatchObject([
      {
        attempts: 1,
        sent: false,
        waits: true,
        last_error: expect.stringContaining('mailbox closed for a while'),
      },
    ]);
    expect(arrived(address)).toEqual([]);
    refuses = null;
    // A minute passes.
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update outgoing_mail set due_at = now() where recipient = '${address}'`,
    );
    await whileJobsRun(() => until(() => arrived(address).length > 0));
    expect(await queueOf(address)).toMatchObject([{ sent: true, last_error: null }]);
    expect(arrived(address).length).toBe(1);
  });

  it('that the server refuses for good is not tried again, until the operator says so', async () => {
    const address = 'nergens@kansenplein.example';
    refuses = saying(550, `no such mailbox ${address}`);
    await invite(address);
    await whileJobsRun(() => until(async () => typeof (await queueOf(address))[0]?.last_error === 'string'));
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update outgoing_mail set due_at = now() where recipient = '${address}'`,
    );
    refuses = null;
    await whileJobsRun(() => new Promise((resolve) => setTimeout(resolve, 700)));
    expect(await queueOf(address)).toMatchObject([{ attempts: 1, sent: false }]);
    const operator = await alliance.as('operator');
    const { mails, givenUp } = await operator.notifications.undelivered.query();
    const failed = mails.find(({ recipient }) => recipient === 'n…@kansenplein.example');
    expect(failed).toMatchObject({ attempts: 1, nextTry: null, givenUpAt: expect.any(String) });
    expect(givenUp).toBe(1);
    // What it is about, and whose it is, is told no further.
    expect(failed?.error).toContain('no such mailbox …@kansenplein.example');
    expect(JSON.stringify(mails)).not.toMatch(/nergens|Uitnodiging/);
    await operator.notifications.tryAgain.mutate({ id: failed?.id ?? '' });
    await whileJobsRun(() => until(() => arrived(address).length > 0));
    expect(await queueOf(address)).toMatchObject([{ sent: true, last_error: null }]);
  });

  it('that meets a server which never answers is given up, waits and says why', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = 'stil@kansenplein.example';
    await invite(address);
    const failed = () => until(async () => typeof (await queueOf(address))[0]?.last_error === 'string');
    await whileJobsRun(failed, silent, '&greetingTimeout=200');
    expect(await queueOf(address)).toMatchObject([
      { sent: false, waits: true, last_error: expect.stringMatching(/greeting/i) },
    ]);
    await new Promise((resolve) => silent.close(resolve));
  });

  it('is not sent when what caused it was refused', async () => {
    const before = await asSuperuser(alliance.urls.superuserUrl, 'select 1 from outgoing_mail');
    const editor = await alliance.as('editor');
    await expect(
      editor.accounts.invite.mutate({ address: 'nooit@kansenplein.example', role: 'reader' }),
    ).rejects.toThrow();
    expect((await asSuperuser(alliance.urls.superuserUrl, 'select 1 from outgoing_mail')).length).toBe(
      before.length,
    );
  });
});
