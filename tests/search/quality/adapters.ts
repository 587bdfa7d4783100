// The adapters whose quality is measured, and why one is not there.
import { createDatabaseFrom, migrate, type EngineUrls } from '@kansenplein/db';
import type { AdapterUnderTest } from '@kansenplein/search/conformance';
import { testEngine } from '../../support/config.ts';
import { meilisearchUnderTest } from '../meilisearch-under-test.ts';
import { postgresUnderTest } from '../postgres-under-test.ts';

export interface MeasuredAdapter {
  name: string;
  /** Null when it can be measured here; otherwise why not. */
  absent: string | null;
  make(engine: EngineUrls): Promise<AdapterUnderTest>;
}

const postgres: MeasuredAdapter = {
  name: 'PostgreSQL',
  absent: null,
  async make(engine) {
    const database = await createDatabaseFrom(engine, null, 'search_quality');
    await migrate(database.ownerUrl);
    const adapter = await postgresUnderTest(database);
    return { ...adapter, close: () => adapter.close().then(() => database.drop()) };
  },
};

const server = testEngine();

/** The server that MEILI_URL and its keys name; its index of tests is emptied and filled anew. */
const meilisearch: MeasuredAdapter = {
  name: 'Meilisearch',
  absent: server === null ? 'MEILI_URL and its keys name no server' : null,
  async make(engine) {
    if (server === null) throw new Error('MEILI_URL and its keys name no server');
    const database = await createDatabaseFrom(engine, null, 'search_quality_engine');
    await migrate(database.ownerUrl);
    const adapter = await meilisearchUnderTest(database, server);
    return { ...adapter, close: () => adapter.close().then(() => database.drop()) };
  },
};

export const adapters: readonly MeasuredAdapter[] = [postgres, meilisearch];
