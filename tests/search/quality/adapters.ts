// The adapters whose quality is measured, and why one is not there.
import { createDatabaseFrom, migrate, type EngineUrls } from '@kansenplein/db';
import type { AdapterUnderTest } from '@kansenplein/search/conformance';
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

/** To be filled with the adapter of Meilisearch and the server that MEILI_URL names. */
const meilisearch: MeasuredAdapter = {
  name: 'Meilisearch',
  absent: 'it has no adapter here yet',
  make: () => Promise.reject(new Error('there is no adapter for Meilisearch')),
};

export const adapters: readonly MeasuredAdapter[] = [postgres, meilisearch];
