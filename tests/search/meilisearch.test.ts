// The conformance suite through the Meilisearch adapter. Against a real server where MEILI_URL names one; always against
// a stand-in that was written from the documentation, which proves our side and nothing about Meilisearch.
import { conformance } from '@kansenplein/search/conformance';
import { expect, it } from 'vitest';
import { testEngine } from '../support/config.ts';
import { startMeilisearchServer } from '../support/meilisearch-server.ts';
import { makeDatabase } from '../support/platform.ts';
import { meilisearchUnderTest } from './meilisearch-under-test.ts';

conformance('the Meilisearch adapter on a stand-in (a real Meilisearch was not tried by this)', async () => {
  const [database, server] = await Promise.all([makeDatabase(), startMeilisearchServer()]);
  const adapter = await meilisearchUnderTest(database, server.settings);
  return {
    ...adapter,
    close: async () => {
      await adapter.close();
      await server.close();
      await database.drop();
    },
  };
});

const engine = testEngine();
it.skipIf(engine === null)('a real Meilisearch is there, because MEILI_URL and its keys name one', () => {
  expect(engine).not.toBeNull();
});
if (engine)
  conformance('a real Meilisearch', async () => {
    const database = await makeDatabase();
    const adapter = await meilisearchUnderTest(database, engine);
    return { ...adapter, close: () => adapter.close().then(() => database.drop()) };
  });

console.log(
  `Search adapters: PostgreSQL ran, Meilisearch ${engine ? 'ran' : 'was not available (its adapter ran on a stand-in only)'}.`,
);
