// What holds on every page: it fits a small telephone, says its language, has one title, and shows where one is.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { tooSmall, wide } from './fit.ts';
import { pagesInOtherStates, pagesOfRoutes } from './pages.ts';
import { stage, visit } from './visit.ts';

interface Focused {
  readonly tag: string;
  readonly shown: boolean;
}

/** Presses Tab and tells whether the place where one is differs to the eye from itself without focus; null at the end. */
async function tabOn(page: Page): Promise<Focused | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const look = () => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } =
        getComputedStyle(element);
      const outline =
        outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineStyle} ${outlineWidth}`;
      return `${outline} ${boxShadow} ${backgroundColor} ${borderColor}`;
    };
    const focused = look();
    element.blur();
    const plain = look();
    element.focus();
    return { tag: element.outerHTML.slice(0, 100), shown: focused !== plain };
  });
}

describe('every page', () => {
  const visits = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates }).map(
    ([name, { address, who }]) => ({
      name,
      path: address(stage.made),
      as: who.includes('administrator')
        ? ('administrator' as const)
        : who.includes('editor')
          ? ('editor' as const)
          : who.includes('coordinator')
            ? ('coordinator' as const)
            : undefined,
    }),
  );

  it.each(visits)('$name says what it is, shows where the keyboard is, and fits 320 pixels', async (one) => {
    const page = await visit(one.as && { as: one.as });
    await page.goto(one.path);
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    expect(await page.title()).toMatch(/ – Kansenplein$|^Over Kansenplein$|^Kansenplein – /);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.getByText('Voorbeeldgegevens:').isVisible()).toBe(true);

    const first = await tabOn(page);
    expect(first?.tag).toContain('Naar de inhoud');
    const passed: Focused[] = [];
    for (let here = first; here && passed.length < 16; here = await tabOn(page)) passed.push(here);
    expect(passed.length).toBeGreaterThan(8);
    expect(passed.filter(({ shown }) => !shown)).toEqual([]);

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await wide(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
  });

  it('would be seen to be too wide, or to hold a button that is too small', async () => {
    const page = await visit({ width: 320, height: 640 });
    await page.goto('/over');
    await page.locator('main').evaluate((main) => {
      main.insertAdjacentHTML('beforeend', '<div class="broad">x</div><button class="tiny">y</button>');
      for (const broad of main.querySelectorAll<HTMLElement>('.broad')) broad.style.width = '400px';
      for (const tiny of main.querySelectorAll<HTMLElement>('.tiny'))
        Object.assign(tiny.style, { all: 'unset', display: 'inline-block', width: '10px', height: '10px' });
    });
    expect((await wide(page)).join()).toContain('broad');
    expect(await tooSmall(page)).toHaveLength(1);
  });
});
