// What can be set for the isolation tests: how many sequences, and from which seed.
const { NONINTERFERENCE_SEED: seed, NONINTERFERENCE_RUNS: runs, MALFORMED_SEED: malformed } = process.env;

/** The same each time unless somebody asks for another. */
export const noninterference = {
  seed: seed === undefined ? 20261122 : Number(seed),
  runs: runs === undefined ? 200 : Number(runs),
  /** By `npm run test:noninterference`. */
  longRuns: runs === undefined ? 10_000 : Number(runs),
};

export const malformedSeed = malformed === undefined ? 20261122 : Number(malformed);
