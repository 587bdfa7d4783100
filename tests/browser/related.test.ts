// What resembles a page, and which municipalities are like one: seen, reached by keyboard, explained, without JavaScript.
import { describe, expect, it } from 'vitest';
import { clientOf, publishIntervention } from './stage.ts';
import { wide } from './fit.ts';
import { stage, visit } from './visit.ts';

const publisher = clientOf(stage.address, stage.secrets.publisher);

describe('what resembles a page', () => {
  it.each([true, false])('stands below it with the reason (JavaScript: %s)', async (javaScript) => {
    const summary = `Een klankschaal en een ${javaScript ? 'bamboefluit' : 'herdershoorn'}.`;
    const place = { themes: ['nieuwkomers'], phases: ['mbo'] } as const;
    const made = [];
    for (const title of ['Muziek bij de thee', 'Thee bij de muziek'])
      made.push(
        await publishIntervention(publisher, {
          title,
          summary,
          themes: [...place.themes],
          phases: [...place.phases],
        }),
      );
    const page = await visit({ javaScript, width: 390 });
    await page.goto(`/interventies/${made[0]?.slug}`);
    const section = page.locator('#lijkt-hierop');
    expect(await section.getByRole('heading', { level: 2 }).innerText()).toBe('Lijkt hierop');
    const row = section.locator(`li:has(a[href="/interventies/${made[1]?.slug}"])`);
    expect(await row.innerText()).toMatch(/Zelfde thema en fase; allebei over: .*(bamboefluit|herdershoorn)/);
    expect(await section.locator('li').count()).toBeLessThanOrEqual(6);
    expect(await section.locator(`a[href="/interventies/${made[0]?.slug}"]`).count()).toBe(0);
    expect(await wide(page)).toEqual([]);
    const fold = section.getByText('Hoe kiezen wij deze pagina’s?');
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await section.getByText('alleen pagina’s die u mag lezen').isVisible()).toBe(true);
    await row.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/interventies/${made[1]?.slug}$`));
  });

  it('does not stand below an older version, which is a page of the past', async () => {
    const page = await visit();
    await page.goto(`/interventies/${stage.made.intervention}/versies/1`);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('#lijkt-hierop').count()).toBe(0);
  });

  it('is not the source of the page, nor who took it over', async () => {
    const page = await visit();
    await page.goto(`/interventies/${stage.made.adoptedPage}`);
    const source = await page.locator('#overgenomen a').first().getAttribute('href');
    expect(source).toMatch(/^\/interventies\//);
    expect(await page.locator(`#lijkt-hierop a[href="${source}"]`).count()).toBe(0);
  });
});

describe('municipalities like this one', () => {
  it.each([true, false])(
    'are named with the reason, and the page says what it does not know (JavaScript: %s)',
    async (javaScript) => {
      const page = await visit({ javaScript, width: 390 });
      await page.goto('/gemeenten/brunssum');
      const section = page.locator('#gemeenten-als-deze');
      expect(await section.getByRole('heading', { level: 2 }).innerText()).toBe('In de buurt van Brunssum');
      expect(await section.locator('p').first().innerText()).toContain(
        'kennen wij het aantal inwoners, de stedelijkheid en de achterstandsscore nog niet',
      );
      const heerlen = section.locator('li:has(a[href="/gemeenten/heerlen"])');
      expect(await heerlen.innerText()).toContain('Zelfde samenwerkingsregio (Parkstad Limburg)');
      expect(await section.locator('a[href="/gemeenten/brunssum"]').count()).toBe(0);
      const fold = section.getByText('Hoe is dit bepaald?');
      await fold.focus();
      await page.keyboard.press('Enter');
      expect(await section.getByText('de tien nieuwste interventies').isVisible()).toBe(true);
      expect(await wide(page)).toEqual([]);
      await heerlen.getByRole('link').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/gemeenten\/heerlen$/);
    },
  );

  it('are left out where there are none to name', async () => {
    const page = await visit();
    await page.goto('/gemeenten/texel');
    expect(await page.locator('h1').innerText()).toBe('Texel');
    expect(await page.locator('#gemeenten-als-deze').count()).toBe(0);
  });
});
