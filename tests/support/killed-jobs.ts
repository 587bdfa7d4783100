// A process with the jobs that a test kills at any moment, and the mail server it sends to.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import type { JobsArgument } from './jobs-process.ts';
import { letterOf } from './mailbox.ts';

/** One time that the server took a mail. */
export interface TakenMail {
  readonly to: string;
  /** Its Message-ID: the same mail, offered again, has the same. */
  readonly id: string;
  readonly subject: string;
}

export interface KilledJobs {
  readonly taken: readonly TakenMail[];
  /** A process, once it runs. */
  start(): Promise<{ kill(): Promise<void> }>;
  close(): Promise<void>;
}

/** `thinks`: how long the server takes over each mail, in ms, so that a kill falls while it thinks too. */
export async function openKilledJobs(
  { appUrl, workerUrl }: Pick<JobsArgument, 'appUrl' | 'workerUrl'>,
  thinks: number,
): Promise<KilledJobs> {
  const files = mkdtempSync(join(tmpdir(), 'kansenplein-files-'));
  const taken: TakenMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const letter = letterOf(Buffer.concat(parts).toString('latin1'));
        for (const { address } of session.envelope.rcptTo)
          taken.push({ to: address, id: letter.header('Message-ID'), subject: letter.subject });
        setTimeout(done, thinks);
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = (smtp.server as Server).address() as AddressInfo;
  const argument: JobsArgument = {
    ...{ appUrl, workerUrl, files },
    smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
  };
  return {
    taken,
    async start() {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'jobs-process.ts'), JSON.stringify(argument)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
      return {
        async kill() {
          child.kill('SIGKILL');
          await gone;
        },
      };
    },
    async close() {
      await new Promise<void>((resolve) => smtp.close(resolve));
      rmSync(files, { recursive: true, force: true });
    },
  };
}
