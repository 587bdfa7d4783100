// What somebody lost: the password, or the telephone with the app. Both come back by a link, and not by a password alone.
import { describe, expect, it } from 'vitest';
import {
  addApp,
  confirm,
  givePassword,
  loseConfirmation,
  openMail,
  setUpApp,
  signInByPassword,
  signOut,
} from './signing.ts';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const withoutJavaScript = () => visit({ javaScript: false, width: 390, height: 844 });

describe('somebody who lost a way in', () => {
  it(
    'chooses a new password by a link; who has an app gives its code before anything changes',
    { timeout: 120_000 },
    async () => {
      const address = 'publicist@schiedam.example';
      const page = await withoutJavaScript();
      await signInByPassword(page, address);
      const { app } = await addApp(page);
      await signOut(page);
      await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();

      // Known and unknown are told the same.
      const told: string[] = [];
      for (const asked of [`niemand-${Date.now()}@nergens.example`, address]) {
        await page.goto('/wachtwoord-vergeten');
        await page.getByLabel('E-mailadres').fill(asked);
        await page.getByRole('button', { name: 'Stuur de link' }).click();
        await page.waitForURL('**/wachtwoord-vergeten?verstuurd');
        told.push(await page.getByRole('main').innerText());
      }
      expect(told[0]).toBe(told[1]);

      await openMail(page, address, /nieuw wachtwoord/i);
      await page.getByLabel('Nieuw wachtwoord').fill('te kort');
      await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
      // Without JavaScript the browser itself holds a form back whose field is too short.
      expect(new URL(page.url()).pathname).toBe('/nieuw-wachtwoord');
      await page.getByLabel('Nieuw wachtwoord').fill('vier ganzen in de wei');
      await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
      await page.waitForURL('**/inloggen/code');

      const elsewhere = await withoutJavaScript();
      await elsewhere.goto('/inloggen');
      await givePassword(elsewhere, address, 'vier ganzen in de wei');
      expect(await elsewhere.getByRole('alert').innerText()).toContain('horen niet bij elkaar');

      await page.getByLabel('Code van 6 cijfers').fill(await app.code());
      await page.getByRole('button', { name: 'Verder' }).click();
      await page.waitForURL('**/mijn');
      await elsewhere.goto('/inloggen');
      await givePassword(elsewhere, address, 'vier ganzen in de wei');
      await elsewhere.waitForURL('**/inloggen/code');
    },
  );

  it(
    'sets up another app by the link of an administrator, who is asked first',
    { timeout: 120_000 },
    async () => {
      const address = `telefoon-kwijt-${Date.now()}@brunssum.example`;
      const password = 'acht bomen langs de beek';
      await clientOf(stage.address, stage.secrets.administrator).accounts.invite.mutate({
        address,
        role: 'reader',
      });
      const person = await withoutJavaScript();
      await person.goto('/demo/postvak');
      await person.locator('main li', { hasText: address }).getByRole('link').click();
      await person.getByLabel('Uw naam').fill('Lezer zonder telefoon');
      await person.getByLabel('Kies een wachtwoord').fill(password);
      await person.getByRole('button', { name: 'Doe mee' }).click();
      await person.waitForURL('**/mijn');
      const { app: lost } = await addApp(person);

      const administrator = await withoutJavaScript();
      await administrator.goto('/inloggen?terug=/mijn/mensen');
      await givePassword(administrator, 'beheerder@brunssum.example');
      await administrator.waitForURL('**/mijn/mensen');
      await loseConfirmation(administrator);
      await administrator.locator('li', { hasText: address }).getByText('Wijzigen').click();
      await administrator
        .getByRole('link', { name: 'Tweede stap opnieuw instellen van Lezer zonder telefoon' })
        .click();
      expect(await administrator.getByRole('main').innerText()).toContain('Bel eerst even');
      await administrator.getByRole('button', { name: 'Ja, opnieuw instellen' }).click();
      await confirm(administrator);
      expect(await administrator.getByRole('status').innerText()).toContain('een mail met een link');

      // Until the link is used nothing changed; the password alone does not use it.
      await openMail(person, address, /tweede stap/);
      await person.getByLabel('Uw wachtwoord').fill('niet het goede wachtwoord');
      await person.getByRole('button', { name: 'Verder' }).click();
      expect(await person.getByRole('alert').isVisible()).toBe(true);
      await person.getByLabel('Uw wachtwoord').fill(password);
      await person.getByRole('button', { name: 'Verder' }).click();
      await person.getByRole('link', { name: 'Stel een app in' }).click();
      const { app: fresh } = await setUpApp(person);

      const again = await withoutJavaScript();
      await again.goto('/inloggen');
      await givePassword(again, address, password);
      await again.getByLabel('Code van 6 cijfers').fill(await lost.code());
      await again.getByRole('button', { name: 'Verder' }).click();
      expect(await again.getByText('Deze code klopt niet').isVisible()).toBe(true);
      await again.getByLabel('Code van 6 cijfers').fill(await fresh.code());
      await again.getByRole('button', { name: 'Verder' }).click();
      await again.waitForURL('**/mijn');
    },
  );
});
