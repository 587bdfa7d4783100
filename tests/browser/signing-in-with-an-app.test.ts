// Password and authenticator app: to set it up, to sign in with it, and to do without the telephone. Without JavaScript.
import { describe, expect, it } from 'vitest';
import { stage, visit } from './visit.ts';
import {
  addApp,
  confirm,
  givePassword,
  loseConfirmation,
  setUpApp,
  signInByPassword,
  signOut,
} from './signing.ts';

const withoutJavaScript = () => visit({ javaScript: false, width: 390, height: 844 });

describe('signing in with an app', () => {
  it(
    'is set up on Mijn account and asked from then on; a wrong code loses nothing; a recovery code works once',
    { timeout: 120_000 },
    async () => {
      const address = 'publicist@leeuwarden.example';
      const page = await withoutJavaScript();
      await signInByPassword(page, address);
      await loseConfirmation(page);
      await page.getByRole('button', { name: 'Stel een authenticator-app in' }).click();
      await confirm(page, undefined, 'dit is het niet');
      expect(await page.getByRole('alert').innerText()).toContain('klopt niet');
      await confirm(page);

      // The picture is drawn in the page, and the key can be typed over.
      const picture = page.getByRole('img', { name: /QR-code/ });
      expect(await picture.locator('path').getAttribute('d')).toMatch(/^(M\d+ \d+h1v1h-1z){200,}$/);
      await page.getByText(/sleutel overtypen/).click();
      const key = await page.locator('code.secret').innerText();
      expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
      await page.getByLabel('Code van 6 cijfers').fill('000 000');
      await page.getByRole('button', { name: 'Klaar' }).click();
      expect(await page.getByLabel('Code van 6 cijfers').getAttribute('aria-invalid')).toBe('true');
      await page.getByText(/sleutel overtypen/).click();
      expect(await page.locator('code.secret').innerText()).toBe(key);
      const { app, recoveryCodes } = await setUpApp(page);
      expect(new Set(recoveryCodes).size).toBe(10);
      await page.getByLabel('Ik heb ze bewaard').check();
      await page.getByRole('button', { name: 'Verder' }).click();
      await page.waitForURL('**/mijn/account?*');
      expect(await page.getByRole('status').innerText()).toContain('Gelukt');
      expect(await page.getByRole('main').innerText()).toContain('Nog 10 codes');

      await signOut(page);
      await page.goto('/inloggen?terug=/mijn/inlezen');
      await givePassword(page, address);
      await page.waitForURL('**/inloggen/code');
      const field = page.getByLabel('Code van 6 cijfers');
      expect(await field.getAttribute('inputmode')).toBe('numeric');
      expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
      await field.fill('111111');
      await page.getByRole('button', { name: 'Verder' }).click();
      expect(await page.getByText('Deze code klopt niet').isVisible()).toBe(true);
      // Typed as the app shows it, with a space in the middle.
      await field.fill((await app.code()).replace(/^(...)/, '$1 '));
      await page.getByRole('button', { name: 'Verder' }).click();
      await page.waitForURL('**/mijn/inlezen');

      const withRecoveryCode = async (code: string) => {
        await signOut(page);
        await page.goto('/inloggen?terug=/mijn/account');
        await givePassword(page, address);
        await page.getByRole('link', { name: 'Gebruik een herstelcode' }).click();
        await page.getByLabel('Herstelcode').fill(code);
        await page.getByRole('button', { name: 'Verder' }).click();
      };
      const [first = '', second = ''] = recoveryCodes;
      await withRecoveryCode(first.toUpperCase());
      await page.waitForURL('**/mijn/account');
      expect(await page.getByRole('main').innerText()).toContain('Nog 9 codes');
      await withRecoveryCode(first);
      expect(await page.getByText('of is al gebruikt').isVisible()).toBe(true);
      await page.getByLabel('Herstelcode').fill(second);
      await page.getByRole('button', { name: 'Verder' }).click();
      await page.waitForURL('**/mijn/account');
      expect(await page.getByRole('main').innerText()).toContain('Nog 8 codes');
    },
  );

  it(
    'shows recovery codes once: looking again makes no new ones behind anybody’s back, and offers them',
    { timeout: 120_000 },
    async () => {
      const address = 'publicist@den-helder.example';
      const page = await withoutJavaScript();
      await signInByPassword(page, address);
      await page.getByRole('button', { name: 'Stel een authenticator-app in' }).click();
      // Told beforehand.
      expect(await page.getByRole('main').innerText()).toContain('één keer');
      const { recoveryCodes } = await setUpApp(page);
      const shownBefore = page.getByRole('heading', { name: 'Deze herstelcodes zijn al getoond' });
      await page.reload();
      await shownBefore.waitFor();
      await page.getByRole('link', { name: 'Naar Mijn account' }).click();
      expect(await page.getByRole('main').innerText()).toContain('Nog 10 codes');

      // The set that was written down still works.
      await signOut(page);
      await page.goto('/inloggen?terug=/mijn/account');
      await givePassword(page, address);
      await page.getByRole('link', { name: 'Gebruik een herstelcode' }).click();
      await page.getByLabel('Herstelcode').fill(recoveryCodes[0] ?? '');
      await page.getByRole('button', { name: 'Verder' }).click();
      await page.waitForURL('**/mijn/account');

      const renew = page.getByRole('button', { name: 'Maak nieuwe herstelcodes' });
      const codes = () =>
        page
          .getByRole('list', { name: /Herstelcodes/ })
          .getByRole('listitem')
          .allInnerTexts();
      await renew.click();
      const second = await codes();
      expect(second).toHaveLength(10);
      await page.reload();
      await shownBefore.waitFor();
      expect(await codes()).toEqual([]);
      await renew.click();
      const third = await codes();
      expect(third).toHaveLength(10);
      expect(third.filter((code) => second.includes(code) || recoveryCodes.includes(code))).toEqual([]);
    },
  );

  it('says when a step ran out, in words, and leads to signing in', async () => {
    const page = await withoutJavaScript();
    await page
      .context()
      .addCookies([{ name: 'kansenplein-stap', value: `${'x'.repeat(43)}~/mijn`, url: stage.address }]);
    await page.goto('/inloggen/code');
    expect(await page.locator('h1').innerText()).toBe('Dit duurde te lang');
    await page.getByRole('link', { name: 'Opnieuw inloggen' }).click();
    expect(new URL(page.url()).pathname).toBe('/inloggen');
  });

  it('keeps recovery codes by the clipboard, where there is JavaScript', { timeout: 120_000 }, async () => {
    const page = await visit();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.address });
    await signInByPassword(page, 'publicist@oldambt.example');
    await addApp(page);
    await page.getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click();
    const codes = await page
      .getByRole('list', { name: /Herstelcodes/ })
      .getByRole('listitem')
      .allInnerTexts();
    await page.getByRole('button', { name: 'Kopieer' }).click();
    await page.getByText('Gekopieerd').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join('\n'));
    // Not without saying so.
    await page.getByRole('button', { name: 'Terug naar Mijn account' }).click();
    expect(await page.locator('h1').innerText()).toBe('Nieuwe herstelcodes');
  });

  it(
    'needs nothing but the keyboard: the code is the first thing one can type',
    { timeout: 120_000 },
    async () => {
      const address = 'publicist@roosendaal.example';
      const page = await visit();
      await signInByPassword(page, address);
      const { app } = await addApp(page);
      await signOut(page);
      await page.getByLabel('E-mailadres').focus();
      await page.keyboard.type(address);
      await page.keyboard.press('Tab');
      await page.keyboard.type(stage.demoPassword);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/inloggen/code');
      await page.locator('input:focus').waitFor();
      await page.keyboard.type('999999');
      await page.keyboard.press('Enter');
      await page.getByText('Deze code klopt niet').waitFor();
      // The field has the focus again, and says what was wrong.
      const told = await page.locator(':focus').getAttribute('aria-describedby');
      expect(told).toContain('code-error');
      await page.keyboard.type(await app.code());
      await page.keyboard.press('Enter');
      await page.waitForURL('**/mijn');
    },
  );
});
