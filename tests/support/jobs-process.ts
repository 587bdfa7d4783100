// The jobs of a host in a process of its own, so that a test can kill it. Started with the addresses of a database and of a
// mail server in its environment; says 'ready' once it runs.
import { createFileStore, createSearch } from '@kansenplein/core';
import { readConfig } from '@kansenplein/api';
import { openDatabase } from '@kansenplein/db';
import { pino } from 'pino';
import { startJobs } from '../../apps/api/src/jobs.ts';

const { APP_URL = '', WORKER_URL = '', SMTP_URL = '', FILES = '' } = process.env;

const database = await openDatabase({ appUrl: APP_URL, workerUrl: WORKER_URL });
const config = readConfig({
  DEMO: '1',
  SMTP_URL,
  MAIL_FROM: 'plein@kansenplein.example',
  LOG_LEVEL: 'silent',
});
startJobs(
  {
    database,
    files: createFileStore({ kind: 'disk', folder: FILES }),
    search: createSearch(null, () => undefined),
  },
  config,
  pino({ level: 'silent' }),
);
process.stdout.write('ready\n');
