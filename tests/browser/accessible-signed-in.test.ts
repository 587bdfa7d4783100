// Nobody who works here is kept out either: the desk of each role, and the public pages with their own bar on it.
import { describe, expect, it } from 'vitest';
import { barriersOn, fromAllSides, fromTwoSides } from './barriers.ts';
import { pagesInOtherStates, pagesOfRoutes } from './pages.ts';
import { members } from './stage.ts';
import { addressOf, stage, visit } from './visit.ts';

describe('accessibility for who is signed in', () => {
  const pages = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates });
  const visits = pages.flatMap(([name, { address, who }]) =>
    members
      .filter((member) => who.includes(member))
      .map((as, at, those) => {
        // A visitor saw the public pages from all sides: of the bar and buttons of who works here each sees another side.
        const looks = who.includes('visitor')
          ? fromTwoSides.slice(at % 2).slice(0, 1)
          : at === those.length - 1
            ? fromAllSides
            : fromTwoSides;
        return { name, as, path: address(stage.made), looks };
      }),
  );

  it.each(visits)('puts no barrier on $name for $as', async ({ as, path, looks }) => {
    const page = await visit({ as });
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe(new URL(addressOf(path)).pathname);
    expect(await barriersOn(page, looks)).toEqual([]);
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
});
