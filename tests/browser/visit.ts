// A visit: a browser context of its own, signed in or not, that ends with the test.
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { afterAll, inject, onTestFinished } from 'vitest';
import type { Member } from './stage.ts';

export const stage = inject('stage');
export const addressOf = (path: string): string => new URL(path, stage.address).href;

let connecting: Promise<Browser> | undefined;
const browserOfRun = () => (connecting ??= chromium.connect(stage.browser));
afterAll(async () => {
  await (await connecting)?.close();
});

export interface VisitOptions {
  /** Left out: a visitor without an account. */
  readonly as?: Member;
  /** The secret of a login session of one's own, for tests that end it. */
  readonly secret?: string;
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly height?: number;
}

export const cookieWith = (secret: string) => ({
  name: 'kansenplein',
  value: secret,
  url: stage.address,
  httpOnly: true,
  sameSite: 'Lax' as const,
});

/** Opens a browser window; the context is closed when the test is over. */
export async function visit(options: VisitOptions = {}): Promise<Page> {
  const { as, javaScript = true, width = 1440, height = 900 } = options;
  const browser = await browserOfRun();
  const context: BrowserContext = await browser.newContext({
    baseURL: stage.address,
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  onTestFinished(() => context.close());
  const secret = options.secret ?? (as && stage.secrets[as]);
  if (secret) await context.addCookies([cookieWith(secret)]);
  return context.newPage();
}
