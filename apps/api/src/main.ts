// The API alone, without pages: for an installation in which other processes serve those.
import { serve } from '@hono/node-server';
import { readConfig } from './config.ts';
import { startApi } from './start.ts';

const config = readConfig();
const api = await startApi(config);
const server = serve({ fetch: api.app.fetch, hostname: config.host, port: config.port }, ({ port }) =>
  console.log(`De API van Kansenplein staat klaar op http://localhost:${port}`),
);

const stop = () => server.close(() => void api.close().then(() => process.exit(0)));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
