// What is kept of oneself: told in words instead of codes, and gone when one asks for it and says who one is.
import { describe, expect, it } from 'vitest';
import { allBytes, unpacked } from '../support/archive.ts';
import { confirm, givePassword, loseConfirmation, signInByPassword } from './signing.ts';
import { visit } from './visit.ts';

const withoutJavaScript = () => visit({ javaScript: false, width: 390, height: 844 });

describe('my own data', () => {
  it('is shown in words, with where one is and a way to take it along', async () => {
    const page = await visit({ as: 'administrator' });
    await page.goto('/mijn/account');
    await page.getByRole('link', { name: 'Bekijk wat wij van u bewaren' }).click();
    await page.getByRole('button', { name: 'Toon mijn gegevens' }).click();
    await page.getByRole('heading', { name: 'Wat u deed' }).waitFor();
    const closed = page.locator('main details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    const main = page.getByRole('main');
    const told = await main.innerText();
    expect(told).toContain('Ingelogd');
    expect(told).toContain('Wat u deed');
    // Such as `account.signed_in`; an address is no code.
    expect(told.match(/(?<![\w@.])[a-z]+\.[a-z]+_[a-z_]+/g)).toBeNull();
    expect(told.match(/\bgm\d{4}\b|[a-z]+_[a-z]+|[[\]{}"]/g)).toBeNull();
    // The one number there is, explained where it stands.
    for (const line of told.match(/[0-9a-f]{8}-[0-9a-f-]{27}.*/g) ?? [])
      expect(line).toContain('in plaats van uw naam');
    expect(told).toContain('U bent de laatste beheerder van Brunssum');
    expect(await page.locator('.desk-tabs [aria-current]').innerText()).toBe('Mijn account');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('button', { name: 'Download ze als bestand' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^mijn-gegevens-.*\.json$/);
  });

  it('goes after one has said who one is, and stays when one turns back', { timeout: 60_000 }, async () => {
    const address = 'publicist@tilburg.example';
    const page = await withoutJavaScript();
    await signInByPassword(page, address);
    const askToGo = async () => {
      await page.goto('/mijn/gegevens');
      await loseConfirmation(page);
      await page.getByLabel('Ik weet het zeker').check();
      await page.getByRole('button', { name: 'Verwijder mij' }).click();
    };
    await askToGo();
    expect(await page.getByRole('main').innerText()).toContain('niet terug te draaien');
    await page.getByRole('link', { name: 'Annuleren' }).click();
    expect(new URL(page.url()).pathname).toBe('/mijn/gegevens');

    await askToGo();
    const agree = 'Bevestig en verwijder mij';
    await confirm(page, undefined, 'een verkeerd wachtwoord', agree);
    expect(await page.getByRole('alert').innerText()).toContain('niets veranderd');
    await confirm(page, undefined, undefined, agree);
    await page.waitForURL('**/inloggen?uit=verwijderd');
    expect(await page.getByText('U bent verwijderd.').isVisible()).toBe(true);
    await givePassword(page, address);
    expect(await page.getByRole('alert').innerText()).toContain('horen niet bij elkaar');
  });
});

describe('everything of the own municipality', () => {
  it('comes as one archive that opens, with a guide in it', { timeout: 60_000 }, async () => {
    const page = await visit({ as: 'administrator' });
    await page.goto('/mijn/meenemen');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download alles' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^kansenplein-brunssum-\d{4}-\d\d-\d\d\.zip$/);
    const files = await unpacked(await allBytes(await download.createReadStream()));
    expect(files.get('LEESMIJ.txt')?.toString()).toContain('Alles van gemeente Brunssum');
    expect(JSON.parse(files.get('intervention.json')?.toString() ?? '[]')).not.toEqual([]);
    expect([...files.keys()].at(-1)).toBe('inhoud.json');
  });
});
