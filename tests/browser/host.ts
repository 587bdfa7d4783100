// The real host, as `npm start` runs it: built pages and API in one process, on a folder of its own.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { environmentOfHost } from './config.ts';

const root = join(import.meta.dirname, '../..');
const PATIENCE = 180_000;

export interface Host {
  readonly address: string;
  /** For what only time does: making something old. */
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const answers = async (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ status }) => status === 200,
    () => false,
  );

/** The database of a host that runs on the embedded engine, as its folder tells it. */
async function superuserUrlIn(folder: string): Promise<string> {
  const { superuser } = JSON.parse(await readFile(join(folder, 'engine-secrets.json'), 'utf8')) as {
    superuser: string;
  };
  const pid = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  const [, , , port = '', socket = ''] = pid.split('\n');
  return `postgresql://postgres:${superuser}@/kansenplein?host=${encodeURIComponent(socket)}&port=${port}`;
}

/** `settings` go on top of the environment of a demo. */
export async function startHost(settings: Record<string, string> = {}): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-browser-'));
  // As root the engine runs as an ordinary user, who must be able to enter.
  await chmod(folder, 0o755);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const host = spawn(join(root, 'node_modules/.bin/node'), ['apps/web/server.ts'], {
    cwd: root,
    env: environmentOfHost({
      KANSENPLEIN_DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  host.stdout.on('data', (text: Buffer) => (said += text.toString()));
  host.stderr.on('data', (text: Buffer) => {
    said += text.toString();
    process.stderr.write(text);
  });
  // Also when the tests are broken off.
  process.once('exit', () => host.kill('SIGTERM'));
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));

  const stop = async () => {
    if (host.exitCode === null) {
      host.kill('SIGTERM');
      const patience = setTimeout(() => host.kill('SIGKILL'), 30_000);
      await ended;
      clearTimeout(patience);
    }
    await rm(folder, { recursive: true, force: true });
  };

  const until = Date.now() + PATIENCE;
  while (!(await answers(address))) {
    if (host.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`the host did not start:\n${said}`);
    }
    await wait(250);
  }
  return { address, superuserUrl: await superuserUrlIn(join(folder, 'data')), stop };
}
