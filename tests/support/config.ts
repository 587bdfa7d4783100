// What a run of tests may be told by whoever started it.

/** A prepared database server and what to try on it (JSON of `PreparedEngine`), or null: the run makes its own. */
export const preparedEngine = process.env.PREPARED_ENGINE ?? null;

/** The environment of a run of proofs on a prepared engine. */
export const environmentOfProof = (engine: unknown): NodeJS.ProcessEnv => ({
  ...process.env,
  PREPARED_ENGINE: JSON.stringify(engine),
});

/** A bucket of a real S3-compatible service, `http://key:secret@host:port/bucket` in S3_TEST_URL; null: there is none. */
export function testBucket() {
  if (!process.env.S3_TEST_URL) return null;
  const url = new URL(process.env.S3_TEST_URL);
  return {
    endpoint: url.origin,
    region: 'us-east-1',
    bucket: url.pathname.slice(1),
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}

/** A real Meilisearch of one's own for tests, whose index is overwritten, as the platform's own variables name it; null: there is none. */
export function testEngine() {
  const { MEILI_URL, MEILI_SEARCH_KEY, MEILI_SEARCH_KEY_UID, MEILI_INDEX_KEY } = process.env;
  if (!MEILI_URL || !MEILI_SEARCH_KEY || !MEILI_SEARCH_KEY_UID || !MEILI_INDEX_KEY) return null;
  return {
    url: MEILI_URL,
    searchKey: MEILI_SEARCH_KEY,
    searchKeyUid: MEILI_SEARCH_KEY_UID,
    indexKey: MEILI_INDEX_KEY,
    index: 'kansenplein_test',
  };
}

/** How often 500 people register at once for 20 places (tests/journeys/session-places.test.ts). */
export const sessionRounds = Number(process.env.SESSION_ROUNDS ?? 2);
