// What the processes of a run of holes are told by the run.

/** Where the outcomes of a process go, a line of JSON each. */
export const outcomesFile = process.env.OUTCOMES_FILE ?? '';
