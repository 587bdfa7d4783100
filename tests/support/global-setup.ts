// Before a project's tests: one engine for the run and one migrated database, from which each test file copies its own.
import { createDatabaseFrom, migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { preparedEngine } from './config.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engine: EngineUrls;
    template: string;
  }
}

/** A server that already runs and a migrated template on it, perhaps weakened on purpose. */
export interface PreparedEngine {
  readonly urls: EngineUrls;
  readonly template: string;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (preparedEngine !== null) {
    const { urls, template } = JSON.parse(preparedEngine) as PreparedEngine;
    project.provide('engine', urls);
    project.provide('template', template);
    return async () => undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-engine-'));
  // As root the engine runs as an ordinary user, who must be able to enter.
  await chmod(folder, 0o755);
  const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
  const stop = async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { ownerUrl, appUrl, workerUrl, superuserUrl } = engine;
    const urls = { ownerUrl, appUrl, workerUrl, superuserUrl };
    const template = await createDatabaseFrom(urls, null, 'template_migrated');
    await migrate(template.ownerUrl);
    project.provide('engine', urls);
    project.provide('template', 'template_migrated');
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
