// Nothing typed is lost: not when the login ends, not when the line drops, not when somebody else was first.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { clientOf, signIn } from './stage.ts';
import { cookieWith, stage, visit } from './visit.ts';

const account = 'publicist@venlo.example';
const secret = await signIn(stage.address, account, stage.demoPassword);
const publisher = clientOf(stage.address, secret);

let written = 0;
async function newDraft(): Promise<{ id: string; path: string }> {
  const { id } = await publisher.interventions.create.mutate({ title: `Schrijven ${(written += 1)}` });
  return { id, path: `/mijn/interventies/${id}` };
}
const storedGoal = async (id: string) =>
  (await publisher.interventions.workingCopy.query({ id })).content.goal;

const save = (page: Page) => page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
const loseLogin = (page: Page) => page.context().clearCookies();

async function signInAgain(page: Page): Promise<void> {
  await page.getByLabel('E-mailadres').fill(account);
  await page.getByLabel('Wachtwoord').fill(stage.demoPassword);
  await page.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/inloggen');
}

describe('what somebody typed', () => {
  it('is saved by itself, a moment after the last letter', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await page.locator('#goal').fill('Dit bewaart zichzelf.');
    await page.getByText(/^Bewaard om/).waitFor();
    expect(await storedGoal(id)).toBe('Dit bewaart zichzelf.');
  });

  it('stays when the login ends, and is saved after signing in in another tab', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await loseLogin(page);
    await page.locator('#goal').fill('Geschreven terwijl het inloggen verliep.');
    await page.getByText(/^U bent uitgelogd\. Uw tekst blijft hier staan/).waitFor();
    expect(await page.locator('[name="goal"]').inputValue()).toBe('Geschreven terwijl het inloggen verliep.');
    expect(await storedGoal(id)).toBe('');

    const tab = await page.context().newPage();
    await tab.goto('/inloggen');
    await signInAgain(tab);
    await page.getByText(/^Bewaard om/).waitFor();
    expect(await storedGoal(id)).toBe('Geschreven terwijl het inloggen verliep.');
  });

  it.each([true, false])(
    'waits on the page when Bewaar comes after the login ended (JavaScript: %s)',
    async (javaScript) => {
      const { id, path } = await newDraft();
      const text = 'Eerste regel.\n\nTweede regel met "tekens" & < en >.';
      const page = await visit({ secret, javaScript });
      await page.goto(path);
      await loseLogin(page);
      await page.locator('#goal').fill(text);
      await page.locator('#editor input[value="taalontwikkeling"]').check();
      await save(page);
      expect(await page.locator('h1').innerText()).toBe('Uw tekst is er nog');
      expect(await storedGoal(id)).toBe('');

      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: /Log in/ }).click(),
      ]);
      await signInAgain(tab);
      await page.getByRole('button', { name: 'Bewaar' }).click();
      await page.getByText('Bewaard.').waitFor();
      expect((await page.locator('[name="goal"]').inputValue()).replace(/\r/g, '')).toBe(text);
      const { content } = await publisher.interventions.workingCopy.query({ id });
      expect(content.goal.replace(/\r/g, '')).toBe(text);
      expect(content.themes).toEqual(['taalontwikkeling']);
    },
  );

  it('stays when the line drops, and goes along as soon as it is back', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await page.context().setOffline(true);
    await page.locator('#goal').fill('Geschreven in de trein.');
    await page.getByText(/^Geen verbinding\. Uw tekst blijft hier staan/).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^Bewaard om/).waitFor();
    expect(await storedGoal(id)).toBe('Geschreven in de trein.');
  });

  it.each([true, false])(
    'is shown beside what another tab stored, and overwrites nothing (JavaScript: %s)',
    async (javaScript) => {
      const { id, path } = await newDraft();
      const first = await visit({ secret, javaScript });
      const second = await visit({ secret, javaScript: false });
      await first.goto(path);
      await second.goto(path);
      await second.locator('#goal').fill('Van het andere tabblad.');
      await save(second);
      await second.getByText('Bewaard.').waitFor();

      await first.locator('#goal').fill('Van dit tabblad.');
      if (javaScript) await first.getByText(/^Iemand anders wijzigde dit intussen/).waitFor();
      expect(await storedGoal(id)).toBe('Van het andere tabblad.');
      await save(first);
      await first.getByText('Iemand anders heeft dit concept intussen gewijzigd').waitFor();
      expect(await first.locator('[name="goal"]').inputValue()).toBe('Van dit tabblad.');
      expect(await first.locator('.compare').innerText()).toContain('Van het andere tabblad.');
      expect(await storedGoal(id)).toBe('Van het andere tabblad.');

      // Having seen both, the writer may choose.
      await save(first);
      await first.getByText('Bewaard.').waitFor();
      expect(await storedGoal(id)).toBe('Van dit tabblad.');
    },
  );

  it('is asked about before the window closes with unsaved letters', async () => {
    const { path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await page.context().setOffline(true);
    await page.locator('#goal').pressSequentially('Nog niet bewaard');
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.dismiss();
      }),
    );
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe('beforeunload');
    await page.context().setOffline(false);
  });

  it('of an agenda stays too, when the login ends and when another tab was first', async () => {
    const { id } = await publisher.agendas.create.mutate({
      title: 'Agenda onder de hand',
      kind: 'gka_agenda',
    });
    const first = await visit({ secret, javaScript: false });
    const second = await visit({ secret, javaScript: false });
    await first.goto(`/mijn/agendas/${id}`);
    await second.goto(`/mijn/agendas/${id}`);
    await second.locator('#mission').fill('Missie van de ander.');
    await save(second);
    await second.getByText('Bewaard.').waitFor();
    await first.locator('#mission').fill('Missie van mij.');
    await save(first);
    await first.getByText('Iemand anders heeft deze agenda intussen gewijzigd').waitFor();
    expect(await first.locator('[name="mission"]').inputValue()).toBe('Missie van mij.');
    expect(await first.locator('.compare').innerText()).toContain('Missie van de ander.');

    await loseLogin(second);
    await second.locator('#mission').fill('Missie zonder cookie.');
    await save(second);
    expect(await second.locator('h1').innerText()).toBe('Uw tekst is er nog');
    await second.context().addCookies([cookieWith(secret)]);
    await second.getByRole('button', { name: 'Bewaar' }).click();
    await second.getByText('Bewaard.').waitFor();
    const { content } = await publisher.agendas.workingCopy.query({ id });
    expect(content.mission).toBe('Missie zonder cookie.');
  });
});
