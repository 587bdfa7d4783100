import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { add, closingLine, countsOf, none, one } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @param {object} report */
function written(report) {
  const file = join(folder, `${Math.random()}.json`);
  const empty = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };
  writeFileSync(file, JSON.stringify({ ...empty, ...report }));
  return file;
}

describe('the closing line', () => {
  it('has one shape, and names what was skipped only when something was', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });

  it('is the sum of the parts', () => {
    expect([one(true), one(false), { passed: 3, failed: 0, skipped: 2 }].reduce(add, none)).toEqual({
      passed: 4,
      failed: 1,
      skipped: 2,
    });
  });
});

describe('a run of tests', () => {
  it('counts what vitest counted', () => {
    const file = written({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countsOf(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as failed', () => {
    const file = written({ numPassedTests: 5, testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countsOf(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('that ended badly without naming a test has failed', () => {
    expect(countsOf(written({ numPassedTests: 5 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('without a single test, or without a report, has failed', () => {
    expect(countsOf(written({}), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countsOf(join(folder, 'nothing.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
