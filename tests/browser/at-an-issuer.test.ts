// Signing in through one's work, at a real OpenID provider in a process of its own.
import { describe, expect, it } from 'vitest';
import { people, silent, working } from './issuers.ts';
import { loseConfirmation, signInByPassword, signOut } from './signing.ts';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const withoutJavaScript = () => visit({ javaScript: false, width: 390, height: 844 });
const via = { name: `Inloggen via ${working.name}` };

describe('signing in through an issuer', () => {
  it('tells who is not known here where to ask, and lets nobody in', async () => {
    const page = await withoutJavaScript();
    await page.goto('/inloggen');
    await page.getByRole('link', via).click();
    await page.getByRole('button', { name: people.stranger.name }).click();
    await page.getByRole('heading', { name: 'Uw inlogdienst kent u, Kansenplein nog niet' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Vraag een uitnodiging aan');
    // What the issuer said is no longer in the address.
    expect(page.url()).not.toMatch(/code=|state=/);
    await page.goto('/mijn');
    expect(new URL(page.url()).pathname).toBe('/inloggen');
  });

  it('can be broken off there, and tried again', async () => {
    const page = await withoutJavaScript();
    await page.goto('/inloggen?terug=/over');
    await page.getByRole('link', via).click();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('heading', { name: 'U bent gestopt met inloggen' }).waitFor();
    await page.getByRole('link', { name: 'Naar inloggen' }).click();
    expect(page.url()).toContain('terug=%2Fover');
  });

  it('says that an issuer does not answer, and that it is nobody’s fault here', async () => {
    const page = await withoutJavaScript();
    await page.goto('/inloggen');
    await page.getByRole('link', { name: `Inloggen via ${silent.name}` }).click();
    await page.getByRole('heading', { name: 'De inlogdienst geeft geen antwoord' }).waitFor();
  });

  it(
    'is linked on Mijn account, opens the door from then on, and is cut loose',
    { timeout: 120_000 },
    async () => {
      const page = await withoutJavaScript();
      await signInByPassword(page, 'publicist@zaanstad.example');
      await page.getByRole('button', { name: `Koppel ${working.name}` }).click();
      // A form may not end at another site, so the page leads on; without JavaScript too.
      await page.getByRole('button', { name: people.linker.name }).click();
      await page.waitForURL('**/mijn/account?gedaan=koppeling');
      expect(await page.getByRole('heading', { name: working.name }).isVisible()).toBe(true);

      await signOut(page);
      await page.goto('/inloggen?terug=/mijn/inlezen');
      // Still signed in there: straight through.
      await page.getByRole('link', via).click();
      await page.waitForURL('**/mijn/inlezen');

      await page.goto('/mijn/account');
      await loseConfirmation(page);
      await page.getByText('E-mailadres wijzigen').click();
      await page.getByLabel('Nieuw e-mailadres').fill('nieuw@zaanstad.example');
      await page.getByRole('button', { name: 'Stuur de link' }).click();
      await page.getByRole('button', { name: `Bevestig via ${working.name}` }).click();
      // Who breaks off there comes back unconfirmed, with what was typed.
      await page.getByRole('button', { name: 'Annuleren' }).click();
      await page.getByRole('link', { name: 'Terug' }).click();
      await page.getByRole('heading', { name: 'U bent nog niet bevestigd' }).waitFor();
      expect(await page.getByLabel('Nieuw e-mailadres').inputValue()).toBe('nieuw@zaanstad.example');
      await page.getByRole('button', { name: 'Stuur de link' }).click();
      await page.getByRole('button', { name: `Bevestig via ${working.name}` }).click();
      // Asked anew there, although still signed in.
      await page.getByRole('button', { name: people.linker.name }).click();
      await page.waitForURL('**/mijn/account?gedaan=bevestigd');
      await page.getByRole('heading', { name: 'Dank u, u bent het' }).waitFor();
      // Coming back alone changes nothing, and nothing was lost, however often one looks.
      await page.reload();
      expect(await page.getByLabel('Nieuw e-mailadres').inputValue()).toBe('nieuw@zaanstad.example');
      await page.getByRole('button', { name: 'Stuur de link' }).click();
      expect(await page.getByRole('status').innerText()).toContain('nieuw@zaanstad.example');
      expect(await page.getByRole('main').innerText()).toContain('Wordt nieuw@zaanstad.example');
      // Done is done: it waits no longer.
      await page.goto('/mijn/account?gedaan=bevestigd');
      await page.getByRole('heading', { name: 'Mijn account' }).waitFor();
      await page.getByRole('button', { name: `Koppel los van ${working.name}` }).click();
      expect(await page.getByRole('status').innerText()).toContain('losgekoppeld');
      await signOut(page);
      await page.getByRole('link', via).click();
      await page.getByRole('heading', { name: /Kansenplein nog niet/ }).waitFor();
    },
  );

  it('accepts an invitation, whatever address the issuer knows', { timeout: 120_000 }, async () => {
    const address = `beleid-${Date.now()}@brunssum.example`;
    const administrator = clientOf(stage.address, stage.secrets.administrator);
    await administrator.accounts.invite.mutate({ address, role: 'reader' });
    const page = await withoutJavaScript();
    await page.goto('/demo/postvak');
    await page.locator('main li', { hasText: address }).getByRole('link').click();
    await page.getByLabel('Uw naam').fill('Beleidsadviseur die werkt');
    await page.getByRole('radio', { name: `Via ${working.name}` }).check();
    await page.getByRole('button', { name: 'Doe mee' }).click();
    await page.getByRole('button', { name: people.invited.name }).click();
    await page.waitForURL('**/mijn');
    expect(await page.getByRole('complementary', { name: 'Ingelogd' }).innerText()).toContain('Brunssum');
    await page.goto('/mijn/account');
    expect(await page.getByRole('main').innerText()).toContain(address);
  });
});
