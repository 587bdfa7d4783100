// The API alone, without pages: for an installation in which other processes serve those.
import { getRequestListener } from '@hono/node-server';
import { readConfig } from './config.ts';
import { createHost } from './host.ts';
import { startApi } from './start.ts';

const config = readConfig();
const api = await startApi(config);
const server = createHost(config, getRequestListener(api.app.fetch));
server.listen(config.port, config.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  console.log(`De API van Kansenplein staat klaar op http://localhost:${port}`);
});

const stop = () => {
  server.close(() => void api.close().then(() => process.exit(0)));
  void api.endStreams();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
