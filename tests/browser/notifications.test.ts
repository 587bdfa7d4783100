// From the bell to what happened: without a script it is all there, with one it is read by opening it.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { fanOutOf } from './told.ts';
import { tabTo } from './keys.ts';
import { stage, visit } from './visit.ts';

const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Meldingen/ });
const numberOn = async (page: Page) => Number(/\d+/.exec(await bell(page).innerText())?.[0] ?? 0);
/** Each test has something new to read, whatever others have read before. */
const somethingNew = (title: string) => fanOutOf(stage, 'publisher', title);

describe.each([
  ['with a script', true],
  ['without JavaScript', false],
] as const)('the bell %s', (name, javaScript) => {
  it('says how much is unread, leads to it, and says less when it was read', async () => {
    const title = await somethingNew(`Een bel ${name}`);
    const page = await visit({ as: 'coordinator', javaScript });
    await page.goto('/over');
    expect(await numberOn(page)).toBeGreaterThan(0);
    await bell(page).click();
    const group = page.locator('li.told-group').filter({ hasText: title });
    expect(await group.locator('.tag').allInnerTexts()).toEqual(['Nieuw']);
    if (javaScript) {
      const read = page.waitForResponse((answer) => answer.url().includes('?/gelezen'));
      await group.getByRole('link', { name: title }).click();
      await page.waitForURL('**/interventies/**');
      await read.catch(() => undefined);
    } else {
      await group.getByRole('button', { name: new RegExp(`^Gelezen ?: ${title}$`) }).click();
    }
    await page.goto('/mijn/meldingen');
    // How much is unread in all may grow meanwhile: other tests publish too.
    expect(await page.locator('li.told-group').filter({ hasText: title }).locator('.tag').count()).toBe(0);
  });

  it('is read wholly by one press', async () => {
    const title = await somethingNew(`Alles ${name}`);
    const page = await visit({ as: 'coordinator', javaScript });
    await page.goto('/mijn/meldingen');
    await page.getByRole('button', { name: 'Alles gelezen' }).click();
    await page.getByRole('link', { name: title }).waitFor();
    expect(await page.locator('li.told-group').filter({ hasText: title }).locator('.tag').count()).toBe(0);
  });
});

describe('following', () => {
  it('begins and ends on the page of a municipality, by the keyboard, and one stays where one was', async () => {
    const page = await visit({ as: 'coordinator' });
    await page.goto('/gemeenten/kerkrade');
    await tabTo(page, 'button', /^Volgen ?: Kerkrade$/);
    await page.keyboard.press('Enter');
    await page.getByText('U volgt dit.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/gemeenten/kerkrade');
    await page.goto('/mijn/meldingen/volgen');
    await page.getByRole('button', { name: /^Niet meer volgen ?: Gemeente Kerkrade$/ }).click();
    await page.getByText('U volgt dit niet meer.').waitFor();
    await page.goto('/gemeenten/kerkrade');
    expect(await page.getByRole('button', { name: /^Volgen ?: Kerkrade$/ }).count()).toBe(1);
  });

  it('begins at a conversation, without a script, and stands among what one follows until it ends there', async () => {
    const page = await visit({ as: 'coordinator', javaScript: false });
    await page.goto(`/communities/${stage.made.community}/gesprekken/${stage.made.thread}`);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: /^Volgen ?: / }).click();
    await page.getByText('U volgt dit.').waitFor();
    await page.goto('/mijn/meldingen');
    await page
      .getByRole('navigation', { name: 'Meldingen' })
      .getByRole('link', { name: 'Wat u volgt' })
      .click();
    const row = page.locator('li.told-group').filter({ has: page.getByRole('link', { name: title }) });
    expect(await row.innerText()).toMatch(/Gesprek, sinds/);
    await row.getByRole('button').click();
    await page.getByText('U volgt dit niet meer.').waitFor();
    expect(await row.count()).toBe(0);
  });

  it('is not offered to who is not signed in', async () => {
    const page = await visit();
    await page.goto('/gemeenten/kerkrade');
    expect(await page.getByRole('button', { name: /olgen/ }).count()).toBe(0);
    expect(await bell(page).count()).toBe(0);
  });
});

describe('how one hears of it', () => {
  it('is chosen per kind and kept, and what is mailed anyhow cannot be mailed twice', async () => {
    const page = await visit({ as: 'coordinator', javaScript: false });
    await page.goto('/mijn/meldingen/instellingen');
    const versions = page.getByLabel('Nieuwe versies');
    await versions.selectOption('Hier, en elke week een mail');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Uw keuzes zijn bewaard.').waitFor();
    expect(await versions.inputValue()).toBe('week');
    expect(await page.getByLabel('Vragen om mee te doen').locator('option').allInnerTexts()).toEqual([
      'Niet',
      'Hier, zonder mail',
    ]);
    await versions.selectOption('Hier, zonder mail');
    await page.getByRole('button', { name: 'Bewaar' }).click();
  });
});
