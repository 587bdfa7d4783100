/** The index side of the engine: documents, tasks, settings, swap. Everything here is asked with the index key. */
import { Meilisearch, MeilisearchApiError, type Task } from 'meilisearch';
import type { IndexedDocument } from './documents.ts';
import { indexSettings, oldestServer, type MeilisearchSettings } from './settings.ts';

/** What the relay needs of an engine; a test may stand between. */
export interface IndexEngine {
  /**
   * Throws when the server is older than what this is written for, when it asks nobody for a key (then no token of ours
   * holds anything back), and when one of our keys may do more than it is for: read the keys of others, or not only search.
   */
  checkServer(): Promise<void>;
  /** Makes the index when there is none, and gives it our settings. True when it was made, and so is empty. */
  prepare(index: string): Promise<boolean>;
  /** Full replacements. Null when all of them were taken, or what the engine said when it took none. */
  put(index: string, documents: readonly IndexedDocument[]): Promise<string | null>;
  remove(index: string, keys: readonly string[]): Promise<string | null>;
  /** Atomically: what was found under one name is found under the other. */
  swap(one: string, other: string): Promise<void>;
  drop(index: string): Promise<void>;
  /** What the index holds, in pages. */
  prints(index: string): AsyncGenerator<readonly { key: string; fingerprint: string }[]>;
}

export type SearchEngineErrorCode = 'away' | 'refused' | 'too_old' | 'unprotected' | 'too_powerful';

/** The engine did not do what it should; its message may be logged, our keys are in none. */
export class SearchEngineError extends Error {
  override readonly name = 'SearchEngineError';
  readonly code: SearchEngineErrorCode;

  constructor(code: SearchEngineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** A task may wait behind others, for as long as one relay round may last. */
const patience = { timeout: 60_000, interval: 25 };
const pageSize = 1000;

const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : undefined;

const reasonOf = (task: Task): string | null =>
  task.status === 'succeeded' ? null : `${task.status}: ${task.error?.code ?? 'unknown'}`;

/** Our own words instead of theirs: what a client throws may hold the request it made. */
const withoutSecrets = (error: unknown): SearchEngineError => {
  if (error instanceof SearchEngineError) return error;
  if (error instanceof MeilisearchApiError)
    return new SearchEngineError(
      'refused',
      `the engine refused: ${error.cause?.code ?? error.response.status}`,
    );
  return new SearchEngineError('away', 'the engine does not answer');
};

async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutSecrets(error);
  }
}

async function must(task: Promise<Task>): Promise<void> {
  const reason = reasonOf(await task);
  if (reason !== null) throw new SearchEngineError('refused', `the engine refused: ${reason}`);
}

/**
 * A request of documents that is too large or unreadable is answered at once, without a task. It is refused like a task
 * that failed, so that the one document to blame is found in the same way; anything else is no fault of a document.
 */
const blameless = new Set([401, 403, 404, 408, 429, 500, 502, 503, 504]);

async function taken(task: () => Promise<Task>): Promise<string | null> {
  try {
    return reasonOf(await task());
  } catch (error) {
    if (error instanceof MeilisearchApiError && !blameless.has(error.response.status))
      return `refused: ${codeOf(error) ?? error.response.status}`;
    throw withoutSecrets(error);
  }
}

/** Whether the engine does this for us. What it forbids (401, 403) it does not; anything else is no answer. */
async function allows(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && [401, 403].includes(error.response.status)) return false;
    throw withoutSecrets(error);
  }
}

export function createIndexEngine({ url, indexKey, searchKey }: MeilisearchSettings): IndexEngine {
  const client = new Meilisearch({ host: url, apiKey: indexKey, timeout: 20_000 });
  const asSearcher = new Meilisearch({ host: url, apiKey: searchKey, timeout: 20_000 });
  const asNobody = new Meilisearch({ host: url, timeout: 20_000 });

  return {
    checkServer: () =>
      said(async () => {
        const { pkgVersion } = await client.getVersion();
        const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
        const [least, leastMinor] = oldestServer;
        if (major < least || (major === least && minor < leastMinor))
          throw new SearchEngineError(
            'too_old',
            `the engine is ${pkgVersion}, it must be ${oldestServer.join('.')} or newer`,
          );
        if (await allows(() => asNobody.getVersion()))
          throw new SearchEngineError('unprotected', 'the engine asks nobody for a key');
        if (await allows(() => client.getKeys({ limit: 1 })))
          throw new SearchEngineError('too_powerful', 'the index key may read keys');
        if (await allows(() => asSearcher.getVersion()))
          throw new SearchEngineError('too_powerful', 'the search key may do more than search');
      }),
    prepare: (index) =>
      said(async () => {
        const isThere = await client.getRawIndex(index).then(
          () => true,
          (error: unknown) => {
            if (codeOf(error) === 'index_not_found') return false;
            throw error;
          },
        );
        if (!isThere) await must(client.createIndex(index, { primaryKey: 'key' }).waitTask(patience));
        await must(client.index(index).updateSettings(indexSettings).waitTask(patience));
        return !isThere;
      }),
    put: (index, documents) =>
      taken(() =>
        client
          .index<IndexedDocument>(index)
          .addDocuments([...documents], { primaryKey: 'key' })
          .waitTask(patience),
      ),
    remove: (index, keys) =>
      taken(() =>
        client
          .index(index)
          .deleteDocuments([...keys])
          .waitTask(patience),
      ),
    swap: (one, other) =>
      said(() => must(client.swapIndexes([{ indexes: [one, other], rename: false }]).waitTask(patience))),
    drop: (index) =>
      said(async () => {
        const reason = reasonOf(await client.deleteIndex(index).waitTask(patience));
        if (reason !== null && !reason.includes('index_not_found'))
          throw new SearchEngineError('refused', `the engine refused: ${reason}`);
      }),
    async *prints(index) {
      for (let offset = 0; ; offset += pageSize) {
        const { results } = await said(() =>
          client
            .index<IndexedDocument>(index)
            .getDocuments({ fields: ['key', 'fingerprint'], offset, limit: pageSize }),
        );
        yield results;
        if (results.length < pageSize) return;
      }
    },
  };
}
