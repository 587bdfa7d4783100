// Nobody who works here is kept out either: the desk of each role, and the public pages with their own bar on it.
import { describe, expect, it } from 'vitest';
import { barriersOn, fromAllSides, fromTwoSides } from './barriers.ts';
import { pagesInOtherStates, pagesOfRoutes } from './pages.ts';
import { members } from './stage.ts';
import { addressOf, stage, visit } from './visit.ts';

describe('accessibility for who is signed in', () => {
  const visits = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates }).flatMap(
    ([name, { address, who }]) => {
      const those = members.filter((member) => who.includes(member));
      // Somebody sees each page from all sides; for the others only their own bar and buttons differ.
      const first = who.includes('visitor') ? null : those.at(-1);
      return those.map((as) => ({
        name,
        as,
        path: address(stage.made),
        looks: as === first ? fromAllSides : fromTwoSides,
      }));
    },
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
