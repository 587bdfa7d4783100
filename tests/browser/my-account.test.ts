// Mijn account: every change asks who one is, keeps what was typed, and a login ended here is over there at once.
import { describe, expect, it } from 'vitest';
import { addApp, confirm, givePassword, loseConfirmation, openMail, signInByPassword } from './signing.ts';
import { stage, visit } from './visit.ts';

const withoutJavaScript = () => visit({ javaScript: false, width: 390, height: 844 });

describe('my account', () => {
  it(
    'keeps a new address that was typed while it asks who one is, and changes it by the link',
    { timeout: 90_000 },
    async () => {
      const old = 'publicist@veendam.example';
      const fresh = `onderwijs-${Date.now()}@veendam.example`;
      const page = await withoutJavaScript();
      await signInByPassword(page, old);
      await loseConfirmation(page);
      await page.getByText('E-mailadres wijzigen').click();
      await page.getByLabel('Nieuw e-mailadres').fill(fresh);
      await page.getByRole('button', { name: 'Stuur de link' }).click();
      await confirm(page, undefined, 'een verkeerd wachtwoord');
      expect(await page.getByRole('alert').innerText()).toContain('niets veranderd');
      await confirm(page);
      expect(await page.getByRole('status').innerText()).toContain(fresh);
      expect(await page.getByRole('main').innerText()).toContain(`Wordt ${fresh}`);
      expect(await page.getByRole('main').innerText()).toContain(old);

      await openMail(page, fresh, /nieuwe mailadres/);
      // The secret is out of the address bar before anything is shown.
      expect(new URL(page.url()).pathname).toBe('/nieuw-adres');
      await page.getByRole('button', { name: 'Bevestig dit adres' }).click();
      await page.waitForURL('**/mijn/account?*');
      expect(await page.getByRole('main').innerText()).toContain(fresh);
      expect(await page.getByRole('main').innerText()).not.toContain(old);
    },
  );

  it('changes the name everybody sees, and says what is wrong with one that cannot be', async () => {
    const page = await withoutJavaScript();
    await signInByPassword(page, 'publicist@pekela.example');
    await page.getByText('Naam wijzigen').click();
    await page.getByLabel('Uw naam').fill('Publicist \u202e achterstevoren');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByRole('alert').waitFor();
    const field = page.getByLabel('Uw naam');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toContain('achterstevoren');
    await field.fill('Publicist van de gemeente Pekela');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    expect(await page.getByRole('status').innerText()).toContain('gewijzigd');
    expect(await page.getByRole('main').innerText()).toContain('Publicist van de gemeente Pekela');
  });

  it(
    'asks who one is before a new password is typed, and the new one opens the door',
    { timeout: 90_000 },
    async () => {
      const address = 'publicist@heerenveen.example';
      const page = await withoutJavaScript();
      await signInByPassword(page, address);
      const { app } = await addApp(page);
      await loseConfirmation(page);
      await page.goto('/mijn/account');
      await page.getByRole('link', { name: 'Wijzig uw wachtwoord' }).click();
      await confirm(page, app);
      await page.getByLabel('Nieuw wachtwoord').fill('welkom123456');
      await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('te makkelijk te raden');
      await page.getByLabel('Nieuw wachtwoord').fill('drie schapen op een dijk');
      await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
      await page.waitForURL('**/mijn/account?gedaan=wachtwoord');

      const elsewhere = await withoutJavaScript();
      await elsewhere.goto('/inloggen');
      await givePassword(elsewhere, address);
      expect(await elsewhere.getByRole('alert').innerText()).toContain('horen niet bij elkaar');
      await givePassword(elsewhere, address, 'drie schapen op een dijk');
      await elsewhere.waitForURL('**/inloggen/code');
    },
  );

  it(
    'ends a login in another browser at once, also under the hands of who writes there',
    { timeout: 90_000 },
    async () => {
      const address = 'publicist@zwolle.example';
      const there = await visit();
      await signInByPassword(there, address);
      const here = await withoutJavaScript();
      await signInByPassword(here, address);
      await here.reload();
      const list = here.locator('#aanmeldingen li');
      // The examples were written under this account too.
      const before = await list.count();
      expect(before).toBeGreaterThanOrEqual(2);
      expect(await list.filter({ hasText: 'hier bent u nu' }).count()).toBe(1);
      expect(await here.getByRole('heading', { name: /op Linux/ }).count()).toBeGreaterThan(0);
      // The last one used stands on top, below the own.
      await here
        .getByRole('button', { name: /^Log hier uit/ })
        .first()
        .click();
      expect(await here.getByRole('status').innerText()).toContain('Dat werkt meteen');
      expect(await list.count()).toBe(before - 1);
      await there.goto('/mijn');
      expect(new URL(there.url()).pathname).toBe('/inloggen');

      await signInByPassword(there, address);
      await there.goto('/mijn');
      await there.getByLabel('Titel van de interventie').fill(`Nog onder de hand ${Date.now()}`);
      await there.getByRole('button', { name: 'Begin een interventie' }).click();
      await there.waitForURL('**/mijn/interventies/**');
      await here.goto('/mijn/account');
      await here.getByRole('button', { name: 'Log overal anders uit' }).click();
      await there.locator('#goal').fill('Deze zin mag niet weg.');
      await there.getByText(/^U bent uitgelogd\. Uw tekst blijft hier staan/).waitFor();
      const [tab] = await Promise.all([
        there.context().waitForEvent('page'),
        there.evaluate(() => void window.open('/inloggen?terug=/mijn')),
      ]);
      await givePassword(tab, address);
      await tab.waitForURL('**/mijn');
      await there.getByText(/^Bewaard om/).waitFor();
      expect(await there.locator('[name="goal"]').inputValue()).toBe('Deze zin mag niet weg.');
    },
  );

  it('is told from nobody: without a login there is no page', async () => {
    const page = await visit();
    await page.goto('/mijn/account');
    expect(page.url()).toBe(`${stage.address}/inloggen?terug=%2Fmijn%2Faccount`);
  });
});
