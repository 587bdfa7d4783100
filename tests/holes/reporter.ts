// Writes down what came of each attempt: a line of JSON for whatever failed, and for the first that passed.
import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { outcomesFile } from './config.ts';

export interface Outcome {
  /** The name of the attempt; null: nothing could be tried at all. */
  readonly attempt: string | null;
  /** The test without its attempt; null: what comes before the tests. */
  readonly test: string | null;
  readonly state: 'passed' | 'failed';
  readonly messages: readonly string[];
}

type Node = TestCase | TestSuite;

/** The attempt something belongs to: the outermost suite. */
function attemptOf(node: Node): TestSuite | null {
  let suite = node.type === 'suite' ? node : null;
  for (let parent = node.parent; parent.type === 'suite'; parent = parent.parent) suite = parent;
  return suite;
}

export default class OutcomesReporter implements Reporter {
  #passed = new Set<string>();

  #write(outcome: Outcome): void {
    appendFileSync(outcomesFile, `${JSON.stringify(outcome)}\n`);
  }

  onTestCaseResult(test: TestCase): void {
    const attempt = attemptOf(test)?.name ?? null;
    const { state, errors } = test.result();
    if (state === 'failed')
      this.#write({ attempt, test: test.name, state, messages: errors.map(({ message }) => message) });
    if (state !== 'passed' || this.#passed.has(String(attempt))) return;
    this.#passed.add(String(attempt));
    this.#write({ attempt, test: test.name, state, messages: [] });
  }

  onTestSuiteResult(suite: TestSuite): void {
    const messages = suite.errors().map(({ message }) => message);
    if (messages.length > 0)
      this.#write({ attempt: attemptOf(suite)?.name ?? null, test: null, state: 'failed', messages });
  }

  onTestModuleEnd(module: TestModule): void {
    const messages = module.errors().map(({ message }) => message);
    if (messages.length > 0) this.#write({ attempt: null, test: null, state: 'failed', messages });
  }
}
