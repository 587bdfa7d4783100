// Counting: every check is one, every test is one, and nothing that did not run counts as passed.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** @param {boolean} passed @returns {Counts} */
export const one = (passed) => ({ ...none, [passed ? 'passed' : 'failed']: 1 });

/** @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * What vitest wrote. A file that could not be loaded has no tests to count, but did fail; so did a run that ended
 * badly without naming a test.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(file, exitCode) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
   *   testResults: { status: string, assertionResults: { status: string }[] }[] } | null} */
  let report = null;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return one(false);
  }
  if (report === null) return one(false);
  const brokenFiles = report.testResults.filter(
    (each) => each.status === 'failed' && !each.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const silent = exitCode !== 0 && counts.failed === 0;
  return silent || counts.passed + counts.failed + counts.skipped === 0 ? add(counts, one(false)) : counts;
}
