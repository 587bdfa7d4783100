// The jobs of a host in a process of its own, so that a test can kill it. Its one argument says which database,
// which mail server and which folder of files; it says 'ready' once it runs.
import { createFileStore, createSearch } from '@kansenplein/core';
import { readConfig } from '@kansenplein/api';
import { openDatabase } from '@kansenplein/db';
import { startJobs } from '../../apps/api/src/jobs.ts';

export interface JobsArgument {
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly smtpUrl: string;
  readonly files: string;
}

const { appUrl, workerUrl, smtpUrl, files } = JSON.parse(process.argv[2] ?? '') as JobsArgument;

const database = await openDatabase({ appUrl, workerUrl });
const config = readConfig({
  DEMO: '1',
  SMTP_URL: smtpUrl,
  MAIL_FROM: 'plein@kansenplein.example',
  LOG_LEVEL: 'silent',
});
startJobs(
  {
    database,
    files: createFileStore({ kind: 'disk', folder: files }),
    search: createSearch(null, () => undefined),
  },
  config,
  { error: () => undefined, info: () => undefined } as unknown as Parameters<typeof startJobs>[2],
);
process.stdout.write('ready\n');
