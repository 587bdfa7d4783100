// Passkeys, with a device of Chromium's own: to make one, to sign in with it, and what is said when that cannot be.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { signInByPassword, signOut, withDevice } from './signing.ts';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const byPasskey = (page: Page) => page.getByRole('button', { name: 'Inloggen met een passkey' });

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/mijn/account');
  await page.getByRole('button', { name: 'Voeg een passkey toe' }).click();
  await page.getByLabel('Naam voor deze passkey').fill(name);
  await page.getByRole('button', { name: 'Maak een passkey' }).click();
  await page.waitForURL('**/mijn/account?*');
}

describe('a passkey', () => {
  it(
    'is made on Mijn account, signs in with one press, and is gone once removed',
    { timeout: 120_000 },
    async () => {
      const page = await visit({ width: 390, height: 844 });
      const device = await withDevice(page);
      await signInByPassword(page, 'publicist@enschede.example');
      await addPasskey(page, 'Telefoon van het werk');
      expect(await page.getByRole('status').innerText()).toContain('Gelukt');
      expect(await device.passkeys()).toBe(1);
      const passkey = page.locator('li', { hasText: 'Telefoon van het werk' });
      expect(await passkey.innerText()).toContain('nog niet gebruikt');

      await signOut(page);
      await page.goto('/inloggen?terug=/mijn/account');
      await byPasskey(page).click();
      await page.waitForURL('**/mijn/account');
      expect(await passkey.innerText()).toContain('laatst gebruikt');

      // The device has one already, and says so before a second is made.
      await page.getByRole('button', { name: 'Voeg een passkey toe' }).click();
      await page.getByRole('button', { name: 'Maak een passkey' }).click();
      await page.getByText('Op dit apparaat staat al een passkey').waitFor();

      await page.goto('/mijn/account');
      await passkey.getByText('Wijzigen').click();
      await passkey.getByLabel('Naam').fill('Oude telefoon');
      await passkey.getByRole('button', { name: 'Bewaar de naam' }).click();
      await page.getByRole('heading', { name: 'Oude telefoon' }).waitFor();
      await page.locator('li', { hasText: 'Oude telefoon' }).getByText('Wijzigen').click();
      await page.getByRole('button', { name: 'Verwijder deze passkey' }).click();
      expect(await page.getByRole('status').innerText()).toContain('verwijderd');
      await signOut(page);
      await byPasskey(page).click();
      await page.getByText('Deze passkey werkt hier niet').waitFor();
      expect(new URL(page.url()).pathname).toBe('/inloggen');
    },
  );

  it('signs in with the keyboard alone', { timeout: 120_000 }, async () => {
    const page = await visit();
    await withDevice(page);
    await signInByPassword(page, 'publicist@deventer.example');
    await addPasskey(page, 'Laptop');
    await signOut(page);
    await page.getByRole('link', { name: 'Naar de inhoud' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('passkey');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/mijn');
  });

  it('is refused by a device that does not know the finger: said in words, and the page is as it was', async () => {
    const page = await visit();
    const device = await withDevice(page);
    await signInByPassword(page, 'publicist@arnhem.example');
    await addPasskey(page, 'Tablet');
    await signOut(page);
    await device.recognises(false);
    await page.getByLabel('E-mailadres').fill('publicist@arnhem.example');
    await byPasskey(page).click();
    await page.getByText('Er is niets veranderd. Probeer het nog eens.').waitFor();
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('publicist@arnhem.example');
    await device.recognises(true);
    await byPasskey(page).click();
    await page.waitForURL('**/mijn');
  });

  it('works in a browser that cannot read the options itself', { timeout: 120_000 }, async () => {
    const page = await visit();
    await withDevice(page);
    await page.addInitScript(() => {
      for (const name of ['parseCreationOptionsFromJSON', 'parseRequestOptionsFromJSON'])
        Reflect.deleteProperty(PublicKeyCredential, name);
      Reflect.deleteProperty(PublicKeyCredential.prototype, 'toJSON');
    });
    await signInByPassword(page, 'publicist@lelystad.example');
    await addPasskey(page, 'Oude browser');
    await signOut(page);
    await byPasskey(page).click();
    await page.waitForURL('**/mijn');
  });

  it('says that it needs JavaScript where there is none, and shows the other ways', async () => {
    const page = await visit({ javaScript: false });
    await page.goto('/inloggen');
    await byPasskey(page).click();
    expect(await page.getByRole('alert').innerText()).toContain('werkt niet zonder JavaScript');
    expect(await page.getByLabel('Wachtwoord').isVisible()).toBe(true);
  });

  it('is enough to accept an invitation: no password is ever chosen', { timeout: 120_000 }, async () => {
    const address = `directeur-${Date.now()}@school.example`;
    const administrator = clientOf(stage.address, stage.secrets.administrator);
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    const page = await visit({ width: 390, height: 844 });
    await withDevice(page);
    await page.goto('/demo/postvak');
    await page.locator('main li', { hasText: address }).getByRole('link').click();
    expect(new URL(page.url()).pathname).toBe('/uitnodiging');
    await page.getByLabel('Uw naam').fill('Directeur van De Regenboog');
    await page.getByRole('radio', { name: /^Met een passkey/ }).check();
    expect(await page.getByLabel('Kies een wachtwoord').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Doe mee' }).click();
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.waitForURL('**/mijn');
    await signOut(page);
    await byPasskey(page).click();
    await page.waitForURL('**/mijn');
    await page.goto('/mijn/account');
    expect(await page.getByRole('main').innerText()).toContain('Niet ingesteld · Kies een wachtwoord');
  });
});
