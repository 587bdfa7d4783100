// Nobody is kept out: every page, for everybody, in light and dark, wide and narrow.
import { describe, expect, it } from 'vitest';
import { barriersOn } from './barriers.ts';
import { pagesInOtherStates, pagesOfRoutes, routesOfTheWebApp } from './pages.ts';
import { stage, visit } from './visit.ts';

describe('accessibility', () => {
  it('knows every page of the web app, so that a new one is looked at too', () => {
    expect(Object.keys(pagesOfRoutes).sort()).toEqual(routesOfTheWebApp());
  });

  const visits = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates }).flatMap(
    ([name, { address, who }]) => who.map((as) => ({ name, as, path: address(stage.made) })),
  );

  it.each(visits)('puts no barrier on $name for $as', async ({ as, path }) => {
    const page = await visit(as === 'visitor' ? {} : { as });
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe(new URL(path, stage.address).pathname);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('puts no barrier on a form that was refused', async () => {
    const page = await visit({ as: 'publisher' });
    await page.goto('/mijn');
    await page.getByLabel('Titel van de interventie').fill('Nog bijna leeg');
    await page.getByRole('button', { name: 'Begin een interventie' }).click();
    await page.getByRole('button', { name: 'Publiceer' }).click();
    await page.getByRole('alert').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('can see a barrier: a picture without words, grey on grey, a button of ten pixels', async () => {
    const page = await visit();
    await page.goto('/over');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML(
        'beforeend',
        '<img src="/mark.svg"><p id="grey">grijs</p><button id="tiny">x</button><button id="close">y</button>',
      );
      const grey = document.getElementById('grey');
      if (grey) Object.assign(grey.style, { color: '#888', background: '#999' });
      for (const id of ['tiny', 'close']) {
        const button = document.getElementById(id);
        if (button) Object.assign(button.style, { all: 'unset', width: '10px', height: '10px' });
        if (button) Object.assign(button.style, { display: 'inline-block', overflow: 'hidden' });
      }
    });
    const found = (await barriersOn(page)).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('dark: color-contrast');
    expect(found).toContain('target-size');
  });
});
