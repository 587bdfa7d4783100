// What axe finds wrong on the page as it stands now, in words that say where.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

const inWords = ({ violations }: Results, circumstances: string): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${circumstances}: ${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );

// One page without frames: the older way of running saves opening a second page for each analysis.
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

/** At both widths everything; in the dark only what colours can break, for nothing else differs there. */
export async function barriersOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    const all = axe(page)
      .withTags(STANDARDS)
      .options({ rules: { 'target-size': { enabled: true } }, runOnly: STANDARDS });
    found.push(...inWords(await all.analyze(), `${width} light`));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...inWords(await axe(page).withRules('color-contrast').analyze(), `${width} dark`));
  }
  return found;
}
