// A mail server on loopback that keeps what it is given, and the jobs of the host that send to it.
import type { Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { startJobs } from '../../apps/api/src/jobs.ts';
import type { Platform } from './platform.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Empty when the letter has no such part. */
  readonly html: string;
  /** A header as it travelled, its lines joined; empty when there is none. */
  header(name: string): string;
}

export interface Mailbox {
  readonly letters: readonly Letter[];
  /** What lies there for one address. */
  to(address: string): readonly Letter[];
  /** The jobs of `hosts` hosts on one database, until `condition` holds or ten seconds have passed. */
  whileJobsRun(
    platform: Platform,
    condition: () => boolean | Promise<boolean>,
    hosts?: number,
  ): Promise<void>;
  close(): Promise<void>;
}

/** Quoted-printable as nodemailer writes it: soft line ends and bytes of UTF-8. */
const decoded = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** A subject with accents travels in pieces, in base64 or in quoted-printable. */
const decodedSubject = (head: string) =>
  (/^Subject: (.*(?:\r?\n[ \t].*)*)/m.exec(head)?.[1] ?? '')
    .replace(/\?=\r?\n[ \t]+=\?/g, '?==?')
    .replace(/\r?\n[ \t]+/g, ' ')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, said: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(said, 'base64').toString('utf8')
        : decoded(said.replace(/_/g, ' ')),
    );

export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const letter = letterOf(Buffer.concat(parts).toString('latin1'));
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, ...letter });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = (smtp.server as Server).address() as AddressInfo;
  const mail = { smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`, from: 'plein@kansenplein.example' };
  return {
    letters,
    to: (address) => letters.filter((each) => each.to === address),
    async whileJobsRun(platform, condition, hosts = 1) {
      const running = Array.from({ length: hosts }, () =>
        startJobs(platform, { ...platform.config, mail }, platform.log),
      );
      try {
        for (const deadline = Date.now() + 10_000; !(await condition());) {
          if (Date.now() > deadline) throw new Error('it did not happen');
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
      } finally {
        await Promise.all(running.map((jobs) => jobs.stop()));
      }
    },
    close: () => new Promise<void>((resolve) => smtp.close(resolve)),
  };
}

const headerIn = (head: string, name: string) =>
  (new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? '')
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();

/** Reads a letter as it came over the wire: one text, or a text and the same as HTML. */
export function letterOf(source: string): Omit<Letter, 'to'> {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const boundary = /boundary="?([^";\r\n]+)/i.exec(headerIn(head, 'Content-Type'))?.[1];
  const parts =
    boundary === undefined
      ? [source]
      : rest
          .join('\r\n\r\n')
          .split(`--${boundary}`)
          .map((part) => part.replace(/^\r\n/, ''));
  const read = (type: string) => {
    const part = parts.find((each) =>
      headerIn(each.split('\r\n\r\n')[0] ?? '', 'Content-Type').startsWith(type),
    );
    const [own = '', ...body] = part?.split('\r\n\r\n') ?? [];
    return part === undefined ? '' : bodyOf(own, body);
  };
  return {
    subject: decodedSubject(head),
    text: read('text/plain'),
    html: read('text/html'),
    header: (name) => headerIn(head, name),
  };
}

function bodyOf(head: string, rest: readonly string[]): string {
  const body = rest.join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return /quoted-printable/i.test(head) ? decoded(body) : Buffer.from(body, 'latin1').toString('utf8');
}
