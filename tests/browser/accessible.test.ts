// Nobody is kept out, also where a page alone does not show it: an open menu, the bar of who is signed in, a refused form.
// The pages themselves are in every-page.test.ts and every-page-signed-in.test.ts.
import { describe, expect, it } from 'vitest';
import { barriersOn, fromAllSides } from './barriers.ts';
import { tooSmall, wide } from './fit.ts';
import { members } from './stage.ts';
import { visit } from './visit.ts';

describe('accessibility', () => {
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

  it.each(members)('puts no barrier on the bar that %s has on a public page', async (as) => {
    const page = await visit({ as });
    await page.goto('/over');
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
