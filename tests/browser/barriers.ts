// What axe finds wrong on a page as it stands, in words that say where.
import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

type RunOptions = Parameters<AxeBuilder['options']>[0];
type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// Only violations are worth describing, and the stylesheets are our own: nothing needs to be fetched for them.
const lean: RunOptions = { resultTypes: ['violations'], preload: false, iframes: false };
const everything: RunOptions = {
  ...lean,
  runOnly: STANDARDS,
  rules: { 'target-size': { enabled: true } },
};
const colours: RunOptions = { ...lean, runOnly: { type: 'rule', values: ['color-contrast'] } };

// The axe of @axe-core/playwright, put into each page once; its builder would do so again for every look.
const beside = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFile(beside.resolve('axe-core/axe.min.js'), 'utf8');

interface WithAxe {
  readonly axe: { run(options: RunOptions): Promise<Results> };
}

async function examine(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(async (given) => {
    // A colour halfway a transition is nobody's choice.
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    return (globalThis as unknown as WithAxe).axe.run(given);
  }, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

export type Look = readonly [width: number, scheme: 'light' | 'dark', options: RunOptions];

/** What lies folded away is there too, once somebody opens it; a menu lies over the page and has its own test. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not(.menu)')) fold.open = true;
  });

/** At both widths everything; in the dark only what colours can break, for nothing else differs there. */
export const fromAllSides: readonly Look[] = [
  [1440, 'light', everything],
  [1440, 'dark', colours],
  [390, 'light', everything],
  [390, 'dark', colours],
];
/** For a desk that a colleague saw from all sides. */
export const fromTwoSides: readonly Look[] = [
  [1440, 'dark', everything],
  [390, 'light', everything],
];

export async function barriersOn(page: Page, looks: readonly Look[] = fromAllSides): Promise<string[]> {
  await page.evaluate(await source);
  const found: string[] = [];
  for (const [width, colorScheme, options] of looks) {
    await page.setViewportSize({ width, height: 900 });
    if (width < 500) await unfold(page);
    await page.emulateMedia({ colorScheme });
    found.push(...(await examine(page, options)).map((barrier) => `${width} ${colorScheme}: ${barrier}`));
  }
  return found;
}
