// The pages as they are served, in a process of their own that asks the API of the platform under test (API_URL).
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './wire.ts';

const root = join(import.meta.dirname, '../..');

export interface Pages {
  readonly origin: string;
  readonly port: number;
  /** One page as this person gets it; redirects are answers, not followed. */
  get(path: string, secret: string | null): Promise<Answer>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves the built pages beside an API; rejects when they are not up within a minute and a half. */
export const servePages = (apiUrl: string): Promise<Pages> => serveHost({ API_URL: apiUrl, DEMO: '1' });

/** The default host with these settings: pages beside an API, or both in one process. */
export async function serveHost(settings: Readonly<Record<string, string>>): Promise<Pages> {
  const port = await freePort();
  const host = spawn(join(root, 'node_modules/.bin/node'), ['apps/web/server.ts'], {
    cwd: root,
    env: {
      PATH: '/usr/bin:/bin',
      NODE_ENV: 'production',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
  const origin = `http://localhost:${port}`;
  const get = async (path: string, secret: string | null): Promise<Answer> => {
    const headers: Record<string, string> = secret === null ? {} : { cookie: `kansenplein=${secret}` };
    const response = await fetch(`${origin}${path}`, { headers, redirect: 'manual' });
    return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
  };
  const stop = async () => {
    host.kill('SIGTERM');
    await ended;
  };
  for (const until = Date.now() + 90_000; ; await wait(200)) {
    const up = await get('/over', null).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (up) return { origin, port, get, stop };
    if (host.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error('the pages did not come up');
    }
  }
}
