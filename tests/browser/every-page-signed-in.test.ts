// The same for who works here: the desk of each role, and the public pages where they show something else to whoever works
// here. What is built of the same elements is looked at once, by whoever may see most.
import { describe, expect, it } from 'vitest';
import { fromAllSides, fromTwoSides } from './barriers.ts';
import { buildOf } from './builds.ts';
import { expectLittle, expectWays } from './looking-right.ts';
import { lookAt, type Seen } from './looking.ts';
import { pagesInOtherStates, pagesOfRoutes } from './pages.ts';
import type { Member } from './stage.ts';
import { addressOf, stage } from './visit.ts';

const mostFirst: readonly Member[] = ['administrator', 'publisher', 'editor', 'coordinator'];

const visits = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates }).flatMap(
  ([name, { address, who }]) => {
    const those = mostFirst.filter((member) => who.includes(member));
    return those.length === 0
      ? []
      : [{ name, those, path: address(stage.made), isPublic: who.includes('visitor') }];
  },
);
type Visit = (typeof visits)[number];

/** What each of them sees that nobody saw before; a visitor saw a public page from all sides, see every-page.test.ts. */
async function looksOf({ those, path, isPublic }: Visit): Promise<readonly (Seen & { as: Member })[]> {
  const looked = new Set(isPublic ? [await buildOf(path)] : []);
  const seen: (Seen & { as: Member })[] = [];
  for (const as of those) {
    const build = await buildOf(path, as);
    if (looked.has(build)) continue;
    const looks = looked.size === 0 ? fromAllSides : fromTwoSides;
    seen.push({ as, ...(await lookAt({ path, as, looks, ways: seen.length === 0 })) });
    looked.add(build);
  }
  return seen;
}

describe.each(visits)('$name, for whoever may come there', (each) => {
  let looking: ReturnType<typeof looksOf> | undefined;
  const look = () => (looking ??= looksOf(each));

  it('puts no barrier', { timeout: 90_000 }, async () => {
    for (const { as, shownAt, barriers } of await look()) {
      expect(shownAt).toBe(new URL(addressOf(each.path)).pathname);
      expect(barriers, as).toEqual([]);
    }
  });

  it('says what it is, shows where the keyboard is, and fits 320 pixels', { timeout: 90_000 }, async () => {
    const [first] = await look();
    if (first) expectWays(first);
    // A public page that is built for them as for a visitor was asked as a visitor.
    else expect(each.isPublic).toBe(true);
  });

  // Of a public page that was told of as a visitor.
  if (each.name in pagesOfRoutes && !each.isPublic)
    it('brings little script, from here only, without complaints', { timeout: 90_000 }, async () => {
      for (const seen of await look()) expectLittle(each.name, seen);
    });
});

describe('what is built of the same elements', () => {
  it('tells pages apart that are built otherwise, and no others', async () => {
    const { draft, agendaDraft } = stage.made;
    expect(await buildOf(`/mijn/interventies/${draft}`, 'editor')).not.toBe(
      await buildOf(`/mijn/agendas/${agendaDraft}`, 'editor'),
    );
    expect(await buildOf('/mijn', 'editor')).not.toBe(await buildOf('/mijn', 'administrator'));
    expect(await buildOf('/over')).toContain('class=');
    expect(await buildOf('/over')).toBe(await buildOf('/over', 'editor'));
  });
});
