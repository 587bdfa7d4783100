// What holds on every page that a visitor may open: nobody is kept out in light and dark, wide and narrow; it fits a small
// telephone, says its language, has one title and shows where one is; little script comes, from here only. Each page is
// opened once and asked all of it.
import { describe, expect, it } from 'vitest';
import { fromAllSides } from './barriers.ts';
import { expectLittle, expectWays } from './looking-right.ts';
import { lookAt, type Seen } from './looking.ts';
import { pagesInOtherStates, pagesOfRoutes, routesOfTheWebApp } from './pages.ts';
import { addressOf, stage } from './visit.ts';

const visits = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates })
  .filter(([, { who }]) => who.includes('visitor'))
  .map(([name, { address }]) => ({ name, path: address(stage.made) }));

describe('every page', () => {
  it('knows every page of the web app, so that a new one is looked at too', () => {
    expect(Object.keys(pagesOfRoutes).sort()).toEqual(routesOfTheWebApp());
  });
});

describe.each(visits)('$name, for a visitor', ({ name, path }) => {
  let looking: Promise<Seen> | undefined;
  const look = () => (looking ??= lookAt({ path, looks: fromAllSides, ways: true }));

  it('puts no barrier', { timeout: 60_000 }, async () => {
    const { shownAt, barriers } = await look();
    // The secret of a mailed link is out of the address before anything is shown.
    expect(shownAt).toBe(
      new URL(addressOf(path)).pathname.replace(/^\/uitnodiging\/[\w-]{43}$/, '/uitnodiging'),
    );
    expect(barriers).toEqual([]);
  });

  it('says what it is, shows where the keyboard is, and fits 320 pixels', { timeout: 60_000 }, async () =>
    expectWays(await look()),
  );

  // A browser complains of an answer that says 404, as it should.
  if (name in pagesOfRoutes)
    it('brings little script, from here only, without complaints', { timeout: 60_000 }, async () =>
      expectLittle(name, await look()),
    );
});
