// Without JavaScript: every form does what it promises, from signing in to an accepted invitation.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { demoDocument } from './stage.ts';
import { stage, visit } from './visit.ts';
import { fillEverything } from './writing-by-hand.ts';

async function signIn(page: Page, account: string, password = stage.demoPassword): Promise<void> {
  await page.goto('/inloggen');
  await page.getByLabel('E-mailadres').fill(account);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click();
  await page.waitForURL('**/mijn');
}

async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Ingelogd' })
    .getByRole('button', { name: 'Uitloggen' })
    .click();
  await page.getByText('U bent uitgelogd.').waitFor();
}

const withoutJavaScript = () => visit({ javaScript: false });

describe('writing without JavaScript', () => {
  it('signs in with one press on a demo account, and out again', async () => {
    const page = await withoutJavaScript();
    await page.goto('/inloggen');
    await page.getByRole('button', { name: /^Lezer Brunssum/ }).click();
    expect(new URL(page.url()).pathname).toBe('/mijn');
    await signOut(page);
    await page.goto('/mijn');
    expect(new URL(page.url()).pathname).toBe('/inloggen');
  });

  it('says no to a wrong password, and keeps the address that was typed', async () => {
    const page = await withoutJavaScript();
    await page.goto('/inloggen');
    await page.getByLabel('E-mailadres').fill('lezer@brunssum.example');
    await page.getByLabel('Wachtwoord').fill('dit is het niet');
    await page.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('horen niet bij elkaar');
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('lezer@brunssum.example');
    expect(await page.getByLabel('Wachtwoord').inputValue()).toBe('');
  });

  it(
    'an editor writes and submits; a publisher is asked, publishes, and everybody reads it',
    { timeout: 60_000 },
    async () => {
      const title = `Wandelen en tellen ${Date.now()}`;
      const editor = await withoutJavaScript();
      await signIn(editor, 'redacteur@brunssum.example');
      await editor.getByLabel('Titel van de interventie').fill(title);
      await editor.getByRole('button', { name: 'Begin een interventie' }).click();
      await fillEverything(editor, title);
      await editor.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
      await editor.getByText('Bewaard.').waitFor();
      expect(await editor.getByRole('button', { name: 'Publiceer' }).count()).toBe(0);
      await editor.getByRole('button', { name: 'Dien in' }).click();
      await editor.getByText('Ingediend. Een publiceerder').waitFor();

      const publisher = await withoutJavaScript();
      await signIn(publisher, 'publicist@brunssum.example');
      const waiting = publisher.locator('section', {
        has: publisher.getByRole('heading', { name: 'Wacht op u' }),
      });
      await waiting.getByRole('link', { name: title }).click();
      await publisher.getByRole('button', { name: 'Publiceer' }).click();
      await publisher.getByText('Gepubliceerd. De pagina staat nu in Kansenplein.').waitFor();

      const visitor = await withoutJavaScript();
      await visitor.goto(`/interventies?q=${encodeURIComponent(title)}`);
      await visitor.getByRole('link', { name: title }).click();
      expect(await visitor.locator('h1').innerText()).toBe(title);
      expect(await visitor.getByRole('link', { name: 'Bewerken' }).count()).toBe(0);
    },
  );

  it('tells at publishing what is missing, keeps the text, and names the same fields in summary and form', async () => {
    const page = await withoutJavaScript();
    await signIn(page, 'publicist@kerkrade.example');
    await page.getByLabel('Titel van de interventie').fill('Nog niet af');
    await page.getByRole('button', { name: 'Begin een interventie' }).click();
    await page.locator('#goal').fill('Dit mag niet verloren gaan.');
    await page.getByRole('button', { name: 'Publiceer' }).click();
    const links = page.getByRole('alert').getByRole('link');
    const fields = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    expect(fields.length).toBeGreaterThan(2);
    for (const field of fields) expect(await page.locator(field).count(), field).toBe(1);
    expect(await page.locator('[name="goal"]').inputValue()).toBe('Dit mag niet verloren gaan.');
    await page.reload();
    await page.goto('/mijn');
    await page.getByRole('link', { name: 'Nog niet af' }).click();
    expect(await page.locator('[name="goal"]').inputValue()).toBe('Dit mag niet verloren gaan.');
  });

  it('reads a document in: progress, what was found, drafts', async () => {
    const page = await withoutJavaScript();
    await signIn(page, 'redacteur@brunssum.example');
    await page.goto('/mijn/inlezen');
    await page.getByLabel('Kies een bestand').setInputFiles(demoDocument);
    await page.getByRole('button', { name: 'Lees in' }).click();
    await page.waitForURL(/\/mijn\/inlezen\/.+/);
    // The page reloads itself until the document has been read.
    await page
      .getByText(/van \d+ bekeken/)
      .first()
      .waitFor();
    expect(await page.locator('main').innerText()).toContain('Warme overdracht');
    await page.getByRole('button', { name: 'Maak concepten' }).click();
    await page.getByText('De concepten zijn gemaakt').waitFor();
    await page.getByRole('link', { name: 'De agenda' }).click();
    expect(await page.locator('#title').inputValue()).not.toBe('');
    await page.goBack();
    const draft = page.getByRole('main').locator('a[href^="/mijn/interventies/"]').first();
    const title = await draft.innerText();
    await draft.click();
    expect(await page.locator('#title').inputValue()).toBe(title);
    expect(await page.locator('[name="goal"]').inputValue()).not.toBe('');
  });

  it('refuses a document that is no text, in words', async () => {
    const page = await visit({ as: 'editor', javaScript: false });
    await page.goto('/mijn/inlezen');
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000', 'hex');
    await page
      .getByLabel('Kies een bestand')
      .setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: png });
    await page.getByRole('button', { name: 'Lees in' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Dit soort bestand kunnen we niet lezen');
  });

  it('an invitation goes from Mensen by the mailbox to somebody who works along, once', async () => {
    const address = `nieuw-${Date.now()}@brunssum.example`;
    const administrator = await withoutJavaScript();
    await signIn(administrator, 'beheerder@brunssum.example');
    await administrator.getByRole('link', { name: 'Beheer' }).click();
    await administrator.getByLabel('E-mailadres').fill(address);
    await administrator.getByRole('radio', { name: /^redacteur/ }).check();
    await administrator.getByRole('button', { name: 'Nodig uit' }).click();
    await administrator.getByText(`De uitnodiging voor ${address} is verstuurd.`).waitFor();

    const invited = await withoutJavaScript();
    await invited.goto('/demo/postvak');
    const mail = invited.locator('li', { hasText: address });
    const link = mail.locator('a[href^="/uitnodiging/"]');
    const path = (await link.getAttribute('href')) ?? '';
    await link.click();
    await invited.getByLabel('Uw naam').fill('Nieuwe redacteur');
    await invited.getByLabel('Kies een wachtwoord').fill('een zin van genoeg woorden');
    await invited.getByRole('button', { name: 'Doe mee' }).click();
    await invited.waitForURL('**/mijn');
    expect(await invited.getByRole('complementary', { name: 'Ingelogd' }).innerText()).toContain('Brunssum');

    await administrator.goto('/mijn/mensen');
    expect(await administrator.getByRole('main').innerText()).toContain('Nieuwe redacteur');
    const late = await withoutJavaScript();
    const response = await late.goto(path);
    expect(response?.status()).toBe(404);
    expect(await late.locator('h1').innerText()).toContain('werkt niet meer');
  });

  it('changes an agenda: a goal, an action, its state, and publishes that', async () => {
    const page = await withoutJavaScript();
    await signIn(page, 'publicist@emmen.example');
    await page.locator('a[href^="/mijn/agendas/"]').first().click();
    await page.getByRole('button', { name: 'Doel erbij' }).click();
    await page.getByLabel('Titel van het doel').fill('Een doel van vandaag');
    await page.getByLabel('Wat is er dan bereikt?').fill('Grotere ouderbetrokkenheid');
    await page.getByRole('button', { name: 'Actie erbij' }).click();
    await page.getByLabel('Wat gaat er gebeuren?').fill('Een actie van vandaag');
    await page.getByLabel('Stand').selectOption({ label: 'gedaan' });
    // Opening another part saves this one: nothing is lost by a click.
    await page.getByRole('button', { name: /Een doel van vandaag/ }).click();
    expect(await page.getByLabel('Titel van het doel').inputValue()).toBe('Een doel van vandaag');
    const help = page.locator('.measure');
    expect(await help.innerText()).toMatch(/nog niet meetbaar/i);
    expect(await help.innerText()).toContain('‘Grotere’ is nog niet precies');
    expect(await page.getByRole('button', { name: /Een actie van vandaag/ }).innerText()).toMatch(/gedaan/i);
    await page.getByRole('button', { name: 'Publiceer' }).click();
    await page.getByText('Gepubliceerd. De agenda staat nu in Kansenplein.').waitFor();
    await page.getByRole('link', { name: /Bekijk de gepubliceerde versie/ }).click();
    const main = page.getByRole('article');
    expect(await main.innerText()).toContain('Een doel van vandaag');
    expect(await main.locator('.actions li', { hasText: 'Een actie van vandaag' }).innerText()).toMatch(
      /gedaan/i,
    );
  });
});
