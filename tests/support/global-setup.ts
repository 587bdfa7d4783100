// Before a project's tests: one engine for the run and one migrated database, from which each test file copies its own.
import type { EngineUrls } from '@kansenplein/db';
import type { TestProject } from 'vitest/node';
import { preparedEngine } from './config.ts';
import { startOwnEngine } from './own-engine.ts';
import type { Start } from './prepared.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engine: EngineUrls;
    template: string;
    attempts: readonly Attempt[];
  }
}

/** A proof of the house to run on what was made ready for it, and perhaps weakened (tests/holes). */
export interface Attempt {
  readonly name: string;
  /** The file of tests, from the root of the house. */
  readonly file: string;
  /** Only the tests whose name, after a space, holds this. */
  readonly only?: string;
  readonly start: Start;
}

/** A server that already runs, and what is to be tried on it. */
export interface PreparedEngine {
  readonly urls: EngineUrls;
  readonly attempts: readonly Attempt[];
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (preparedEngine !== null) {
    const { urls, attempts } = JSON.parse(preparedEngine) as PreparedEngine;
    project.provide('engine', urls);
    project.provide('attempts', attempts);
    return async () => undefined;
  }
  const { urls, template, stop } = await startOwnEngine();
  project.provide('engine', urls);
  project.provide('template', template);
  return stop;
}
