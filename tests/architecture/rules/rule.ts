// A rule finds what is wrong in a house. Each carries violations of its own that it must notice, so that a rule which
// sees nothing is itself seen.
import type { SourceFile } from '../house.ts';

export interface Rule {
  /** The promise, as a sentence. */
  promise: string;
  /** What breaks it: one line each, with the file. */
  find: (house: readonly SourceFile[]) => string[];
  /** Path and text of files that break it. */
  planted: readonly (readonly [path: string, text: string])[];
}
