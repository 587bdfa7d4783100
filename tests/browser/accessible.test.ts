// Nobody is kept out: every page, in light and dark, wide and narrow.
import { describe, expect, it } from 'vitest';
import { barriersOn, fromAllSides } from './barriers.ts';
import { pagesInOtherStates, pagesOfRoutes, routesOfTheWebApp } from './pages.ts';
import { addressOf, stage, visit } from './visit.ts';

describe('accessibility for a visitor', () => {
  it('knows every page of the web app, so that a new one is looked at too', () => {
    expect(Object.keys(pagesOfRoutes).sort()).toEqual(routesOfTheWebApp());
  });

  const visits = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates })
    .filter(([, { who }]) => who.includes('visitor'))
    .map(([name, { address }]) => ({ name, path: address(stage.made) }));

  it.each(visits)('puts no barrier on $name', async ({ path }) => {
    const page = await visit();
    await page.goto(path);
    // The secret of a mailed link is out of the address before anything is shown.
    const shownAt = new URL(addressOf(path)).pathname.replace(/^\/uitnodiging\/[\w-]{43}$/, '/uitnodiging');
    expect(new URL(page.url()).pathname).toBe(shownAt);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('puts no barrier on the open menu of a telephone', async () => {
    const page = await visit({ width: 390, height: 844 });
    await page.goto('/');
    await page.locator('.main-menu summary').click();
    await page.getByRole('navigation', { name: 'Menu', exact: true }).waitFor();
    expect(
      await barriersOn(
        page,
        fromAllSides.filter(([width]) => width === 390),
      ),
    ).toEqual([]);
  });

  it('can see a barrier: a picture without words, grey on grey, buttons of ten pixels', async () => {
    const page = await visit();
    await page.goto('/over');
    await page.locator('main').evaluate((main) => {
      main.insertAdjacentHTML(
        'beforeend',
        '<img src="/mark.svg"><p class="grey">grijs</p><button class="tiny">x</button><button class="tiny">y</button>',
      );
      for (const grey of main.querySelectorAll<HTMLElement>('.grey'))
        Object.assign(grey.style, { color: '#888', background: '#999' });
      for (const tiny of main.querySelectorAll<HTMLElement>('.tiny'))
        Object.assign(tiny.style, { all: 'unset', display: 'inline-block', width: '10px', height: '10px' });
    });
    const found = (await barriersOn(page)).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('dark: color-contrast');
    expect(found).toContain('target-size');
  });
});
