// Before the browser tests: the real host with the demo alliance, one Chromium, and a stage to look at.
import { chromium } from '@playwright/test';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './config.ts';
import { startHost } from './host.ts';
import { prepareStage, type Stage } from './stage.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stage: Stage;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const host = await startHost();
  const browser = await chromium
    .launchServer({
      executablePath: chromiumPath,
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    .catch(async (error: unknown) => {
      await host.stop();
      throw error;
    });
  const stop = async () => {
    await browser.close();
    await host.stop();
  };
  try {
    project.provide('stage', await prepareStage(host.address, browser.wsEndpoint()));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
