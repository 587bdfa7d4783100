// Without JavaScript: looking for something works the same.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { visit } from './visit.ts';

const countOn = (page: Page) => page.locator('#resultaten h2').innerText();
const numberIn = (text: string) => Number(/\d+/.exec(text.replace(/\./g, ''))?.[0]);

describe('reading without JavaScript', () => {
  it('searches from the front page and opens what it finds', async () => {
    const page = await visit({ javaScript: false });
    await page.goto('/');
    await page.getByRole('searchbox').fill('ouders');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    expect(new URL(page.url()).search).toBe('?q=ouders');
    const title = await page.locator('#resultaten h3 a').first().innerText();
    expect(await page.locator('#resultaten mark').count()).toBeGreaterThan(0);
    await page.locator('#resultaten h3 a').first().click();
    // A goal is found on the page of its agenda.
    expect(await page.locator('main').innerText()).toContain(title.replace(/^Gemeente /, ''));
  });

  it('filters with a button; the count beside a filter is the number of results', async () => {
    const page = await visit({ javaScript: false });
    await page.goto('/interventies');
    const theme = page.locator('label', { has: page.locator('input[value="ouderbetrokkenheid"]') });
    if (!(await theme.isVisible())) await page.locator('.facets summary').first().click();
    const promised = numberIn(await theme.locator('.count').innerText());
    await theme.locator('input').check();
    await page.getByRole('button', { name: 'Toon wat past' }).click();
    expect(new URL(page.url()).searchParams.get('thema')).toBe('ouderbetrokkenheid');
    expect(numberIn(await countOn(page))).toBe(promised);
    expect(promised).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^Ouderbetrokkenheid weghalen/ }).click();
    expect(new URL(page.url()).searchParams.get('thema')).toBeNull();
    expect(numberIn(await countOn(page))).toBeGreaterThan(promised);
  });

  it('pages through a whole list: everything once, nothing twice', async () => {
    const page = await visit({ javaScript: false });
    await page.goto('/interventies');
    const total = numberIn(await countOn(page));
    const seen: string[] = [];
    const links = page.locator('#resultaten h3 a');
    const hrefs = () => links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    seen.push(...(await hrefs()));
    const next = page.getByRole('link', { name: /^Volgende/ });
    while ((await next.count()) > 0) {
      await next.click();
      seen.push(...(await hrefs()));
      expect(seen.length).toBeLessThanOrEqual(total);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
    expect(total).toBeGreaterThan(20);
    await page.getByRole('link', { name: 'Terug naar het begin' }).click();
    // Others may have published meanwhile: what was first is on the first page still.
    expect(await hrefs()).toContain(seen[0]);
  });

  it('opens the menu of a telephone', async () => {
    const page = await visit({ javaScript: false, width: 390, height: 844 });
    await page.goto('/');
    await page.locator('.main-menu summary').click();
    await page
      .getByRole('navigation', { name: 'Menu', exact: true })
      .getByRole('link', { name: 'Gemeenten' })
      .click();
    expect(new URL(page.url()).pathname).toBe('/gemeenten');
  });
});
