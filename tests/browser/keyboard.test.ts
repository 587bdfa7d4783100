// With the keyboard only: whoever cannot use a mouse reads, writes and publishes.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { fillEverything } from './writing-by-hand.ts';
import { tabTo } from './keys.ts';
import { stage, visit } from './visit.ts';

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

async function signInWithKeys(page: Page, account: string): Promise<void> {
  await page.goto('/');
  await tabTo(page, 'a', 'Inloggen');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/inloggen*');
  await tabTo(page, 'input', /E-mailadres/);
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(stage.demoPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mijn');
}

describe('the keyboard alone', () => {
  it('skips the menu, searches, opens a result and comes back where it was', async () => {
    const page = await visit();
    await page.goto('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focusedId(page)).toBe('inhoud');
    await tabTo(page, 'input', /Zoek/);
    await page.keyboard.type('ouders');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zoeken?q=ouders');
    const first = (await page.locator('#resultaten h3 a').first().innerText()).trim();
    await tabTo(page, 'a', first);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(interventies|agendas|gemeenten)\//);
    // A goal is found on the page of its agenda.
    expect(await page.locator('main').innerText()).toContain(first.replace(/^Gemeente /, ''));
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?q=ouders');
    expect(await page.getByRole('combobox').inputValue()).toBe('ouders');
  });

  it('filters a list, keeps its place in the filters, and goes back', async () => {
    const page = await visit();
    await page.goto('/interventies');
    await tabTo(page, 'input', /^Ouderbetrokkenheid/);
    const promised = await page
      .locator('label', { hasText: 'Ouderbetrokkenheid' })
      .locator('.count')
      .innerText();
    await page.keyboard.press('Space');
    await page.waitForURL(/thema=ouderbetrokkenheid/);
    const found = page.locator('#resultaten h2');
    await expect.poll(() => found.innerText()).toMatch(new RegExp(`^${promised} `));
    // Whoever does not see the list change hears it.
    expect(await page.getByRole('status').textContent()).toContain(await found.innerText());
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      'ouderbetrokkenheid',
    );
    expect(await page.getByRole('list', { name: 'Gekozen filters' }).innerText()).toContain(
      'Ouderbetrokkenheid',
    );
    await page.goBack();
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    expect(Number.parseInt(await found.innerText())).toBeGreaterThan(Number(promised));
  });

  it('writes a draft, is told what is missing, publishes it and finds it', { timeout: 60_000 }, async () => {
    const page = await visit();
    const title = `Voorlezen aan de keukentafel ${Date.now()}`;
    await signInWithKeys(page, 'publicist@heerlen.example');
    await tabTo(page, 'input', 'Titel van de interventie', 150);
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/mijn\/interventies\//);

    await tabTo(page, 'textarea', 'Samenvatting');
    await page.keyboard.type('Ouders lezen thuis voor.');
    await page.getByText(/^Bewaard om/).waitFor();
    await page.reload();
    expect(await page.locator('#summary').inputValue()).toBe('Ouders lezen thuis voor.');

    await tabTo(page, 'button', 'Publiceer', 150);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Fout: /);
    expect(await focusedId(page)).toBe('fouten');
    await page.keyboard.press('Tab');
    const target = (await page.locator(':focus').getAttribute('href'))?.slice(1) ?? '';
    await page.keyboard.press('Enter');
    expect(target).not.toBe('');
    await expect.poll(() => focusedId(page)).toBe(target);
    const wrong = page.locator(`#${target}`);
    const told = page.locator(`#${(await wrong.getAttribute('aria-describedby'))?.split(' ').at(-1)}`);
    expect(await told.innerText()).toContain('Fout:');
    expect(await page.locator('#summary').inputValue()).toBe('Ouders lezen thuis voor.');

    await fillEverything(page, title);
    await page.locator('#funding').focus();
    await tabTo(page, 'button', 'Publiceer', 150);
    await page.keyboard.press('Enter');
    await page.waitForURL(/gedaan=gepubliceerd/);
    await page.goto(`/zoeken?q=${encodeURIComponent(`"${title}"`)}`);
    await tabTo(page, 'a', title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/interventies\/voorlezen-aan-de-keukentafel/);
    expect(await page.locator('h1').innerText()).toBe(title);
  });

  it('acts as somebody else of oneself, and signs out', async () => {
    const page = await visit();
    await signInWithKeys(page, 'jeugd@heuvelland.example');
    const acting = page.getByRole('complementary', { name: 'Ingelogd' });
    const before = await acting.locator('strong').innerText();
    await tabTo(page, 'a', 'Wisselen');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', /^Wissel naar .*Voerendaal$/);
    const wanted = (await page.locator(':focus').innerText()).replace('Wissel naar ', '');
    await page.keyboard.press('Enter');
    await expect.poll(() => acting.locator('strong').innerText()).toBe(wanted);
    expect(before).not.toContain('Voerendaal');
    await tabTo(page, 'button', 'Uitloggen');
    await page.keyboard.press('Enter');
    await page.getByText('U bent uitgelogd.').waitFor();
    await page.goto('/mijn');
    expect(new URL(page.url()).pathname).toBe('/inloggen');
  });
});
