// Before the browser tests: the real host with the demo alliance, one Chromium, and a stage to look at.
import { chromium } from '@playwright/test';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './config.ts';
import { startHost } from './host.ts';
import { settingsOfIssuers, startIssuer } from './issuers.ts';
import { prepareStage, type Stage } from './stage.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stage: Stage;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const issuer = await startIssuer();
  const host = await startHost(settingsOfIssuers(issuer)).catch(async (error: unknown) => {
    await issuer.stop();
    throw error;
  });
  const stopServers = async () => {
    await host.stop();
    await issuer.stop();
  };
  await issuer.set({ redirectUris: [`${host.address}/inloggen/terug`] });
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
      await stopServers();
      throw error;
    });
  const stop = async () => {
    await browser.close();
    await stopServers();
  };
  try {
    project.provide('stage', await prepareStage(host, browser.wsEndpoint()));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
