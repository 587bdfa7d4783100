// What a run of tests may be told by whoever started it.

/** A prepared database server and template (JSON of `PreparedEngine`), or null: the run makes its own. */
export const preparedEngine = process.env.PREPARED_ENGINE ?? null;

/** The environment of a run of proofs on a prepared engine. */
export const environmentOfProof = (engine: unknown): NodeJS.ProcessEnv => ({
  ...process.env,
  PREPARED_ENGINE: JSON.stringify(engine),
});
