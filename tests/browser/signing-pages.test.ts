// The pages of signing in as somebody meets them half-way: with a step or a link in hand, after a mistake, folded open.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './barriers.ts';
import { tooSmall, wide } from './fit.ts';
import {
  addApp,
  confirm,
  givePassword,
  loseConfirmation,
  openMail,
  signInByPassword,
  signOut,
} from './signing.ts';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

/** No barrier from any side, nothing too wide at 320 pixels, nothing too small to press. */
async function looksRight(page: Page, title: string | RegExp): Promise<void> {
  expect(await page.title()).toMatch(title);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await barriersOn(page), String(title)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await wide(page), String(title)).toEqual([]);
  expect(await tooSmall(page), String(title)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('half-way signing in', () => {
  it('puts no barrier on an invitation, alive or dead', { timeout: 120_000 }, async () => {
    const page = await visit();
    await page.goto(`/uitnodiging/${stage.made.invitation}`);
    expect(page.url()).toBe(`${stage.address}/uitnodiging`);
    await looksRight(page, 'Uitnodiging – Kansenplein');
    const response = await page.goto(`/uitnodiging/${'x'.repeat(43)}`);
    expect(response?.status()).toBe(404);
    await looksRight(page, 'Deze uitnodiging werkt niet meer – Kansenplein');
  });

  it('asks who is signed in as another to change, and keeps the invitation', async () => {
    const page = await visit({ as: 'editor' });
    await page.goto(`/uitnodiging/${stage.made.invitation}`);
    expect(await page.getByRole('main').innerText()).toContain('U bent nu ingelogd met redacteur@');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('lets who has an account sign in first, and join with it', { timeout: 120_000 }, async () => {
    const address = 'publicist@helmond.example';
    const administrator = clientOf(stage.address, stage.secrets.administrator);
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    const page = await visit({ javaScript: false });
    await openMail(page, address, /Uitnodiging/);
    await page.getByRole('main').getByRole('link', { name: 'Inloggen' }).click();
    await givePassword(page, address);
    await page.waitForURL('**/uitnodiging');
    await page.getByRole('button', { name: 'Doe mee' }).click();
    await page.waitForURL('**/mijn');
    const acting = page.getByRole('complementary', { name: 'Ingelogd' });
    expect(await acting.innerText()).toContain('lezer van Gemeente Brunssum');
    expect(await acting.getByRole('link', { name: 'Wisselen' }).isVisible()).toBe(true);
  });

  it(
    'puts no barrier on the way to an app, on its codes and on the second step',
    { timeout: 240_000 },
    async () => {
      const address = 'publicist@vlissingen.example';
      const page = await visit();
      await signInByPassword(page, address);
      await page.getByRole('button', { name: 'Voeg een passkey toe' }).click();
      await looksRight(page, 'Hoe wilt u voortaan inloggen? – Kansenplein');
      await page.getByRole('link', { name: 'Stel een app in' }).click();
      await looksRight(page, 'Authenticator-app instellen – Kansenplein');
      await page.getByLabel('Code van 6 cijfers').fill('0');
      await page.getByRole('button', { name: 'Klaar' }).click();
      await looksRight(page, 'Fout: Authenticator-app instellen – Kansenplein');
      const { app } = await addApp(page);
      await looksRight(page, 'Mijn account – Kansenplein');
      await page.getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click();
      await looksRight(page, 'Nieuwe herstelcodes – Kansenplein');
      await page.goto('/mijn/account');
      await loseConfirmation(page);
      await page.getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click();
      await looksRight(page, 'Bevestig dat u het bent – Kansenplein');
      await confirm(page, app, 'niet goed');
      await looksRight(page, 'Fout: Bevestig dat u het bent – Kansenplein');

      await signOut(page);
      await givePassword(page, address);
      await page.waitForURL('**/inloggen/code');
      await looksRight(page, 'Nog één stap – Kansenplein');
      await page.getByRole('link', { name: 'Gebruik een herstelcode' }).click();
      await page.getByLabel('Herstelcode').fill('abc');
      await page.getByRole('button', { name: 'Verder' }).click();
      await looksRight(page, 'Fout: Nog één stap – Kansenplein');
    },
  );

  it('moves nothing on the sign-in page when the script arrives', async () => {
    const [plain, scripted] = [await visit({ javaScript: false }), await visit()];
    const places = async (page: Page) => {
      await page.goto('/inloggen', { waitUntil: 'load' });
      const boxes = await page.locator('main form button, main form input:not([type=hidden])').all();
      return Promise.all(boxes.slice(0, 6).map((box) => box.boundingBox()));
    };
    const [without, withScript] = [await places(plain), await places(scripted)];
    expect(without.length).toBeGreaterThan(3);
    // Who has no script reads one line more, below the button.
    expect(withScript[0]).toEqual(without[0]);
    await scripted.waitForTimeout(300);
    expect(await places(scripted)).toEqual(withScript);
  });

  it('leaves no secret behind in an address, and sends none along', async () => {
    const page = await visit();
    const seen: { url: string; referer: string | undefined }[] = [];
    page.on('request', (request) => seen.push({ url: request.url(), referer: request.headers()['referer'] }));
    const link = await fetch(`${stage.address}/uitnodiging/${stage.made.invitation}`, { redirect: 'manual' });
    expect(link.status).toBe(303);
    expect(link.headers.get('referrer-policy')).toBe('no-referrer');
    expect(link.headers.get('cache-control')).toBe('no-store');
    expect(link.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    expect(link.headers.get('set-cookie')).toMatch(/SameSite=Lax/i);
    await page.goto(`/uitnodiging/${stage.made.invitation}`);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.filter(({ referer }) => referer?.includes(stage.made.invitation))).toEqual([]);
    expect(await page.content()).not.toContain(stage.made.invitation);
  });
});
