// Nobody who works here is kept out either: the desk of each role, and the public pages where they show something else
// to whoever works here. What is built of the same elements is looked at once.
import { describe, expect, it } from 'vitest';
import { barriersOn, fromAllSides, fromTwoSides } from './barriers.ts';
import { pagesInOtherStates, pagesOfRoutes } from './pages.ts';
import { members, type Member } from './stage.ts';
import { addressOf, stage, visit } from './visit.ts';

/** Of what the content of a page is built: its elements with their classes and kinds, without words and names. */
async function buildOf(path: string, as?: Member): Promise<string> {
  const cookie = as && { cookie: `kansenplein=${stage.secrets[as]}` };
  const html = await (await fetch(addressOf(path), { headers: { accept: 'text/html', ...cookie } })).text();
  const [content = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  return [...content.matchAll(/<[^>]+>/g)]
    .map(([tag]) => tag.replace(/ (?!class|type|role|aria-\w+=)([\w-]+)="[^"]*"/g, ' $1'))
    .join('');
}

describe('accessibility for who is signed in', () => {
  const pages = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates });
  const visits = pages.flatMap(([name, { address, who }]) => {
    const those = members.filter((member) => who.includes(member));
    return those.length === 0
      ? []
      : [{ name, those, path: address(stage.made), isPublic: who.includes('visitor') }];
  });

  it.each(visits)(
    'puts no barrier on $name for whoever may come there',
    async ({ path, those, isPublic }) => {
      // A visitor saw it from all sides, see accessible.test.ts.
      const looked = new Set(isPublic ? [await buildOf(path)] : []);
      for (const as of those) {
        const build = await buildOf(path, as);
        if (looked.has(build)) continue;
        const page = await visit({ as });
        await page.goto(path);
        expect(new URL(page.url()).pathname).toBe(new URL(addressOf(path)).pathname);
        expect(await barriersOn(page, looked.size === 0 ? fromAllSides : fromTwoSides), as).toEqual([]);
        looked.add(build);
        await page.context().close();
      }
    },
    90_000,
  );

  it.each(members)('puts no barrier on the bar that %s has on a public page', async (as) => {
    const page = await visit({ as });
    await page.goto('/over');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('tells pages apart that are built otherwise, and no others', async () => {
    const { draft, agendaDraft } = stage.made;
    expect(await buildOf(`/mijn/interventies/${draft}`, 'editor')).not.toBe(
      await buildOf(`/mijn/agendas/${agendaDraft}`, 'editor'),
    );
    expect(await buildOf('/mijn', 'editor')).not.toBe(await buildOf('/mijn', 'administrator'));
    expect(await buildOf('/over')).toContain('class=');
    expect(await buildOf('/over')).toBe(await buildOf('/over', 'editor'));
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
