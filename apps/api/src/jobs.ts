// Work that waits in the database: documents to read, mail to send, events to chain, what is over its time to forget. Each
// step is one transaction.
import {
  chainEvents,
  countDigestsWaiting,
  createFollower,
  fanOutNext,
  mailNextDigests,
  markMailFailed,
  markMailSent,
  readNextImport,
  settleNextSession,
  takeDueMail,
  tellNext,
  tellNextRegistration,
  tellNextSearch,
  type Alerting,
  type FileStore,
} from '@kansenplein/core';
import type { Database } from '@kansenplein/db';
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { keepingJobs } from './keeping-jobs.ts';
import { searchJobs } from './search-jobs.ts';

interface SmtpError extends Error {
  /** What the server answered, such as 550. */
  readonly responseCode?: number;
  /** To which command. */
  readonly command?: string;
}

/**
 * Refused for good: the server says 5xx of this recipient or this message. What it says of the connection, of who we are
 * or of the sender is about our settings, and is tried again.
 */
const isFinal = ({ responseCode = 0, command = '' }: SmtpError) =>
  responseCode >= 500 && responseCode < 600 && ['RCPT TO', 'DATA'].includes(command);

/**
 * The calendar beside the text of a mail: as an alternative, which Outlook and Google show as a meeting, and as a file for
 * who opens it by hand. The method of the part is the one of the file: Outlook refuses a mail in which they differ.
 */
function calendarPart(content: string | null | undefined) {
  const method = /^METHOD:(REQUEST|CANCEL)\r$/m.exec(content ?? '')?.[1];
  return content && method ? { icalEvent: { method, content, filename: 'kennissessie.ics' } } : {};
}

/**
 * Sends the oldest mail that is due; false when there is none. It is taken in one transaction, sent outside any, and
 * what came of it is written down in another. A mail counts as sent once the server has taken it; its Message-ID is that
 * of its row, so that whoever gets it again after this process died in between can tell (core/decisions).
 */
export async function sendNextMail(
  database: Database,
  transport: Transporter,
  from: string,
): Promise<boolean> {
  const mail = await database.asJob('take-mail', takeDueMail);
  if (!mail) return false;
  const { id, recipient, subject, body, html, headers, calendar } = mail;
  const message = {
    ...{ from, to: recipient, subject, text: body, messageId: `<${id}@kansenplein>` },
    ...(html !== null && { html }),
    ...(headers !== null && { headers }),
    ...calendarPart(calendar),
  };
  const failure = await transport.sendMail(message).then(
    () => null,
    (error: SmtpError) => ({ error: error.message, isFinal: isFinal(error) }),
  );
  await database.asJob('send-mail', (tx) =>
    failure === null ? markMailSent(tx, id) : markMailFailed(tx, mail, failure),
  );
  return true;
}

/** A mail server that does not answer fails long before the mail is due again, so that nobody sends it twice. */
function withPatience(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, milliseconds] of [
    ['connectionTimeout', 8_000],
    ['greetingTimeout', 8_000],
    ['socketTimeout', 12_000],
  ] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds));
  }
  return url.href;
}

/** Makes mails of notifications, a handful at a time; says how far it is when there are many. */
async function makeDigests(database: Database, origin: string, log: Logger): Promise<boolean> {
  const made = await mailNextDigests(database, origin);
  if (made < 25) return made > 0;
  log.info({ made, waiting: await countDigestsWaiting(database) }, 'mails with notifications');
  return true;
}

/** Runs every job until `stop`; a job that fails is logged and tried again at the next round. */
export function startJobs(
  services: { readonly database: Database; readonly files: FileStore; readonly search: Alerting['search'] },
  config: Config,
  log: Logger,
): { stop(): Promise<void> } {
  const { database, files, search } = services;
  const transport = config.mail ? createTransport(withPatience(config.mail.smtpUrl)) : null;
  const from = config.mail?.from ?? '';
  const jobs: (() => Promise<boolean>)[] = [
    ...keepingJobs({ database, files }, config),
    () => chainEvents(database),
    () => readNextImport(database, files),
    () => tellNext(database, config.origin),
    () => settleNextSession(database),
    () => tellNextRegistration(database, config.origin, config.mail?.from ?? null),
    () => tellNextSearch(database, { search, origin: config.origin }),
    () => fanOutNext(database),
    () => makeDigests(database, config.origin, log),
  ];
  const sending = transport ? [() => sendNextMail(database, transport, from)] : [];
  const follower = config.meilisearch ? createFollower(config.meilisearch) : null;
  // Beside the others: a withdrawal does not wait for a document that is being read, and nothing for a slow mail server.
  const lanes = [
    startLane(jobs, 500, log),
    startLane(sending, 500, log),
    startLane(searchJobs(database, follower, log), follower ? 100 : 60_000, log),
  ];
  return {
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
      transport?.close();
    },
  };
}

/** Runs these jobs one after the other, again and again, with a pause in milliseconds after each round. */
function startLane(
  jobs: readonly (() => Promise<boolean>)[],
  pause: number,
  log: Logger,
): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};

  const round = async () => {
    for (const job of jobs) {
      try {
        while (!stopped && (await job()));
      } catch (error) {
        log.error({ err: error }, 'job failed');
      }
    }
  };
  const running = (async () => {
    while (!stopped) {
      await round();
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
