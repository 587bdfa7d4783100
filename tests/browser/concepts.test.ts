// The words of the field: read, filtered and followed without JavaScript, and linked data that leads somewhere.
import { expect, it } from 'vitest';
import { addressOf, visit } from './visit.ts';

it('finds a word by another name of it, and searches with it', async () => {
  const page = await visit({ javaScript: false });
  await page.goto('/begrippen');
  await page.getByRole('searchbox').fill('spijbelen');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  expect(await page.getByRole('status').innerText()).toBe('1 begrip');
  await page.getByRole('link', { name: 'Schoolverzuim', exact: true }).click();
  expect(await page.locator('h1').innerText()).toBe('Schoolverzuim');
  expect(await page.locator('main').innerText()).toContain('spijbelen');
  await page.getByRole('link', { name: 'Zoek hierop' }).click();
  expect(await page.locator('#resultaten h3').count()).toBeGreaterThan(0);
});

it('stands by letter and by theme with the same words, and says so when there is none', async () => {
  const page = await visit({ javaScript: false });
  await page.goto('/begrippen');
  const byLetter = await page.locator('.concepts dt').allInnerTexts();
  await page.getByRole('link', { name: 'Per thema' }).click();
  expect((await page.locator('.concepts dt').allInnerTexts()).sort()).toEqual(byLetter.sort());
  expect(await page.locator('h2', { hasText: 'Ouderbetrokkenheid' }).count()).toBe(1);
  await page.goto('/begrippen?q=vliegmachine');
  expect(await page.locator('main').innerText()).toContain('Geen begrip gevonden');
});

it('as SKOS every concept leads to its page, and every relation to a concept', async () => {
  const answer = await fetch(addressOf('/begrippen.jsonld'));
  expect(answer.headers.get('content-type')).toContain('application/ld+json');
  const graph = ((await answer.json()) as { '@graph': Record<string, unknown>[] })['@graph'];
  const concepts = graph.filter((node) => node['@type'] === 'skos:Concept');
  expect(concepts.length).toBeGreaterThanOrEqual(120);
  const ids = new Set(concepts.map((node) => node['@id']));
  const related = concepts.flatMap((node) =>
    ['skos:broader', 'skos:narrower', 'skos:related'].flatMap(
      (relation) => (node[relation] ?? []) as { '@id': string }[],
    ),
  );
  expect(related.filter((one) => !ids.has(one['@id']))).toEqual([]);
  const [first] = ids;
  expect((await fetch(addressOf(new URL(String(first)).pathname))).status).toBe(200);
});
