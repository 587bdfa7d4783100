// The default host: one process serves the API and the pages. Node runs this file as it is.
import { developing } from './config.ts';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import {
  ConfigError,
  createHost,
  EngineError,
  readConfig,
  startApi,
  type Api,
  type Config,
} from '@kansenplein/api';

const OWN_FILE = /^\/(?:_app\/)?[\w./-]+\.(?:js|css|svg|woff2)$/;
const API_PATHS = /^\/(trpc|v1|files|papier|feeds|live|stop|health)(\/|\?|$)/;

type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

async function builtPages(): Promise<Pages> {
  const built = new URL('./build/handler.js', import.meta.url);
  const { handler } = (await import(built.href)) as { handler: Pages };
  return handler;
}

async function pagesInDevelopment(): Promise<{ pages: Pages; stop: () => Promise<void> }> {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ root: import.meta.dirname, server: { middlewareMode: true } });
  return { pages: vite.middlewares, stop: () => vite.close() };
}

/** Who is asking and over what: from the socket, or from a proxy that the configuration names. Never from a stranger. */
function markOrigin(request: IncomingMessage, config: Config): void {
  const peer = request.socket.remoteAddress ?? '';
  const trusted = config.trustedProxies.includes(peer.replace(/^::ffff:/, ''));
  const forwarded = (name: string): string | undefined =>
    request.headers[name]?.toString().split(',').at(-1)?.trim();
  const address = trusted ? forwarded('x-forwarded-for') : undefined;
  const protocol = trusted && forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http';
  request.headers['x-kansenplein-address'] = address && isIP(address) ? address : peer;
  request.headers['x-kansenplein-protocol'] = 'encrypted' in request.socket ? 'https' : protocol;
}

function listener(api: Api, pages: Pages): RequestListener {
  const answerApi = getRequestListener(api.app.fetch);
  return (request, response) => {
    markOrigin(request, api.config);
    // Our own files are asked after each time instead of fetched each time; what has a hash in its name says so itself.
    if (OWN_FILE.test(request.url ?? '')) response.setHeader('cache-control', 'no-cache');
    if (API_PATHS.test(request.url ?? '')) void answerApi(request, response);
    else pages(request, response, () => response.writeHead(404).end());
  };
}

function sayWhere(config: Config, port: number): void {
  console.log(`\n  Kansenplein staat klaar op http://localhost:${port}`);
  if (config.demo) {
    console.log('  Dit is een proefopstelling met voorbeeldgegevens.');
    console.log(`  Inloggen: http://localhost:${port}/inloggen (daar staan de voorbeeldaccounts)`);
  }
  console.log('  Stoppen: Ctrl-C\n');
}

/** What the person who starts this can mend is one message without a stack. */
async function start(): Promise<Api> {
  try {
    return await startApi(readConfig());
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof EngineError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const api = await start();
const { config } = api;
const { pages, stop } = developing
  ? await pagesInDevelopment()
  : { pages: await builtPages(), stop: async () => {} };

const server = createHost(config, listener(api, pages));
server.headersTimeout = 20_000;
server.requestTimeout = 60_000;
server.on('error', async (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Poort ${config.port} is al in gebruik. Stop wat daar draait, of kies een andere met PORT=3001.`
      : error,
  );
  await api.close();
  process.exit(1);
});
server.listen(config.port, config.host, () => {
  const address = server.address();
  sayWhere(config, typeof address === 'object' && address ? address.port : config.port);
});

let stopping = false;
async function close(): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\n  Kansenplein stopt.');
  const closed = new Promise((resolve) => server.close(resolve));
  await api.endStreams();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(patience);
  await stop();
  await api.close();
  process.exit(0);
}
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());
