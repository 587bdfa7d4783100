// What is typed without a connection, or after the login ended, waits on the device: it is offered back after a reload,
// is sent when that can be, overwrites nothing, and nobody else finds it.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { clientOf, signIn } from './stage.ts';
import { cookieWith, stage, visit } from './visit.ts';

const account = 'publicist@brunssum.example';
const secret = await signIn(stage.address, account, stage.demoPassword);
const publisher = clientOf(stage.address, secret);
const colleague = clientOf(
  stage.address,
  await signIn(stage.address, 'redacteur@brunssum.example', stage.demoPassword),
);

let written = 0;
async function newDraft(): Promise<{ id: string; path: string }> {
  const { id } = await publisher.interventions.create.mutate({ title: `Onderweg ${(written += 1)}` });
  return { id, path: `/mijn/interventies/${id}` };
}
const contentOf = async (id: string) => (await publisher.interventions.workingCopy.query({ id })).content;

/** Types without a connection and loads the page anew, as after a crash of the tab. */
async function typedOffline(page: Page, path: string, texts: Record<string, string>): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => document.documentElement.classList.contains('has-script'));
  await page.waitForTimeout(500);
  await page.context().setOffline(true);
  for (const [name, text] of Object.entries(texts)) await page.locator(`#${name}`).fill(text);
  await page.getByText(/^Geen verbinding/).waitFor();
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('kansenplein.tekst.')),
  );
  await page.waitForTimeout(500);
  await page.context().setOffline(false);
}
const offer = (page: Page) =>
  page.getByRole('heading', { name: /^Er staat nog tekst van .* op dit apparaat/ });
const press = (page: Page, name: string) => page.locator('[data-kept]').getByRole('button', { name }).click();
const saved = (page: Page) => page.getByText(/^Bewaard om/).waitFor();
const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kansenplein.tekst.')));

/** Without the save that waits for the line: the tab dies before. */
async function crashed(path: string, texts: Record<string, string>): Promise<Page> {
  const page = await visit({ secret });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.route('**/bewaren', (route) => route.abort());
  for (const [name, text] of Object.entries(texts)) await page.locator(`#${name}`).fill(text);
  await page.getByText(/^Geen verbinding/).waitFor();
  await expect.poll(() => keptKeys(page)).toHaveLength(1);
  const tab = await page.context().newPage();
  await page.close();
  await tab.goto(path);
  return tab;
}

describe('text that could not be saved', () => {
  it('is sealed on the device, and gone from it when it was sent', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await typedOffline(page, path, { goal: 'Geschreven in de trein.' });
    const stored = await page.evaluate(() => JSON.stringify(localStorage));
    expect(stored).not.toContain('trein');
    await saved(page);
    expect((await contentOf(id)).goal).toBe('Geschreven in de trein.');
    await expect.poll(() => keptKeys(page)).toEqual([]);
  });

  it('is offered back after the tab has gone, put back, and saved', async () => {
    const { id, path } = await newDraft();
    const page = await crashed(path, { goal: 'Voor de tunnel.', summary: 'Twee zinnen.' });
    await offer(page).waitFor();
    expect(await page.locator('[data-kept]').innerText()).toContain('Bij: Samenvatting, Doel.');
    await press(page, 'Zet terug');
    await saved(page);
    expect(await contentOf(id)).toMatchObject({ goal: 'Voor de tunnel.', summary: 'Twee zinnen.' });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await offer(page).count()).toBe(0);
    expect(await keptKeys(page)).toEqual([]);
  });

  it('is thrown away when that is asked, and comes back when that was a mistake', async () => {
    const { path } = await newDraft();
    const page = await crashed(path, { goal: 'Toch niet.' });
    await press(page, 'Gooi weg');
    await page.getByText('De tekst van dit apparaat is weggegooid.').waitFor();
    await expect.poll(() => keptKeys(page)).toEqual([]);
    await press(page, 'Toch niet');
    await offer(page).waitFor();
    await expect.poll(() => keptKeys(page)).toHaveLength(1);
  });

  it('overwrites nothing that somebody else wrote meanwhile: a person chooses by field', async () => {
    const { id, path } = await newDraft();
    const gone = await crashed(path, { goal: 'Mijn doel.', funding: 'Mijn geld.' });
    const { revision, content } = await colleague.interventions.workingCopy.query({ id });
    await colleague.interventions.save.mutate({
      id,
      revision,
      content: { ...content, goal: 'Van een collega.' },
    });
    await gone.reload();
    await offer(gone).waitFor();
    await press(gone, 'Zet terug');
    await saved(gone);
    expect(await contentOf(id)).toMatchObject({ goal: 'Van een collega.', funding: 'Mijn geld.' });

    const both = gone.locator('.kept-field');
    expect(await both.count()).toBe(1);
    expect(await both.innerText()).toContain('Mijn doel.');
    expect(await both.innerText()).toContain('Van een collega.');
    await both.getByRole('button', { name: /Neem de tekst van dit apparaat/ }).click();
    await expect.poll(async () => (await contentOf(id)).goal, { timeout: 10_000 }).toBe('Mijn doel.');
    await expect.poll(() => keptKeys(gone)).toEqual([]);
  });

  it('is there when the login ended and one signs in again', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies();
    await page.locator('#goal').fill('Toen het inloggen verliep.');
    await page.getByText(/^U bent uitgelogd/).waitFor();
    await expect.poll(() => keptKeys(page)).toHaveLength(1);
    const tab = await page.context().newPage();
    await page.close();
    await tab.goto(path);
    await tab.getByLabel('E-mailadres').fill(account);
    await tab.getByLabel('Wachtwoord').fill(stage.demoPassword);
    await tab.getByRole('main').getByRole('button', { name: 'Inloggen', exact: true }).click();
    await offer(tab).waitFor();
    await press(tab, 'Zet terug');
    await saved(tab);
    expect((await contentOf(id)).goal).toBe('Toen het inloggen verliep.');
  });

  it('is offered in the part of an agenda it was typed in, and pointed at from the others', async () => {
    const { id } = await publisher.agendas.create.mutate({
      title: `Agenda onderweg ${(written += 1)}`,
      kind: 'gka_agenda',
    });
    const path = `/mijn/agendas/${id}`;
    const page = await crashed(`${path}?deel=kengetallen`, { keyFigures: 'Eén op de vijf kinderen leest.' });
    await offer(page).waitFor();
    await page.goto(path);
    await page
      .locator('.kept-elsewhere')
      .getByRole('link', { name: /Kengetallen/ })
      .click();
    await offer(page).waitFor();
    await press(page, 'Zet terug');
    await saved(page);
    const { content } = await publisher.agendas.workingCopy.query({ id });
    expect(content.keyFigures).toEqual(['Eén op de vijf kinderen leest.']);
    await expect.poll(() => keptKeys(page)).toEqual([]);
  });
});

describe('a button of the form', () => {
  it('takes along what is typed, so that nothing is offered on the page that follows', async () => {
    const { id } = await publisher.agendas.create.mutate({
      title: `Agenda met knoppen ${(written += 1)}`,
      kind: 'gka_agenda',
    });
    const page = await visit({ secret });
    await page.goto(`/mijn/agendas/${id}?deel=kengetallen`);
    await page.waitForLoadState('networkidle');
    await page.locator('#keyFigures').fill('- Eén.\n\n- Twee.');
    await page.waitForTimeout(600);
    expect(await keptKeys(page)).toHaveLength(1);
    await page.getByRole('button', { name: /^Afspraken met de alliantie/ }).click();
    await page.locator('#commitments').waitFor();
    await expect.poll(() => keptKeys(page)).toEqual([]);
    expect(await page.locator('.kept-elsewhere').count()).toBe(0);
    const { content } = await publisher.agendas.workingCopy.query({ id });
    expect(content.keyFigures).toEqual(['Eén.', 'Twee.']);
  });

  it('that was refused leaves what was typed on the device', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.locator('#goal').fill('Nog niet klaar.');
    await page.waitForTimeout(600);
    const { revision, content } = await colleague.interventions.workingCopy.query({ id });
    await colleague.interventions.save.mutate({ id, revision, content: { ...content, goal: 'Eerder.' } });
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Iemand anders heeft dit concept intussen gewijzigd').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await offer(page).count()).toBe(0);
    expect(await keptKeys(page)).toHaveLength(1);
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await expect.poll(async () => (await contentOf(id)).goal).toBe('Nog niet klaar.');
    await page.waitForLoadState('networkidle');
    await expect.poll(() => keptKeys(page)).toEqual([]);
    expect(await offer(page).count()).toBe(0);
  });
});

describe('somebody else on the same computer', () => {
  it('finds nothing of it, and saves nothing of it', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies();
    await page.locator('#goal').fill('Alleen van mij.');
    await page.getByText(/^U bent uitgelogd/).waitFor();

    const other = await signIn(stage.address, 'redacteur@brunssum.example', stage.demoPassword);
    await page.context().addCookies([cookieWith(other)]);
    const tab = await page.context().newPage();
    await tab.goto(path);
    await tab.waitForLoadState('networkidle');
    expect(await offer(tab).count()).toBe(0);
    expect(await tab.content()).not.toContain('Alleen van mij.');
    // The page of before is still open, and would save again.
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('U bent nu ingelogd als iemand anders').waitFor();
    expect(await page.locator('[name="goal"]').inputValue()).toBe('Alleen van mij.');
    expect((await contentOf(id)).goal).toBe('');
  });
});

describe('signing out', () => {
  it('sends what waits first, and leaves nothing on the device', async () => {
    const { id, path } = await newDraft();
    const own = await signIn(stage.address, account, stage.demoPassword);
    const page = await visit({ secret: own });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.locator('#goal').fill('Nog net.');
    await page.waitForTimeout(600);
    await page.locator('.acting').getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL(/\/inloggen/);
    expect((await contentOf(id)).goal).toBe('Nog net.');
    expect(await keptKeys(page)).toEqual([]);
  });

  it('asks about what cannot be sent, and throws it away only then', async () => {
    const { path } = await newDraft();
    const own = await signIn(stage.address, account, stage.demoPassword);
    const page = await visit({ secret: own });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.route('**/bewaren', (route) => route.abort());
    await page.locator('#goal').fill('Dit blijft hangen.');
    await expect.poll(() => keptKeys(page)).toHaveLength(1);
    const tab = await page.context().newPage();
    await page.close();
    await tab.goto('/mijn');
    await tab.waitForLoadState('networkidle');
    await tab.locator('.acting').getByRole('button', { name: 'Uitloggen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('link', { name: /Onderweg/ }).waitFor();
    await dialog.getByRole('button', { name: 'Blijf ingelogd' }).click();
    expect(await keptKeys(tab)).toHaveLength(1);
    await tab.locator('.acting').getByRole('button', { name: 'Uitloggen' }).click();
    await dialog.getByRole('button', { name: 'Log uit en gooi weg' }).click();
    await tab.waitForURL(/\/inloggen/);
    expect(await keptKeys(tab)).toEqual([]);
  });
});

describe('a list or a choice that somebody else changed meanwhile', () => {
  it('is shown beside what was typed, in an agenda too', async () => {
    const { id } = await publisher.agendas.create.mutate({
      title: `Agenda met regels ${(written += 1)}`,
      kind: 'gka_agenda',
    });
    const page = await visit({ secret, javaScript: false });
    await page.goto(`/mijn/agendas/${id}?deel=uitgangspunten`);
    const { revision, content } = await colleague.agendas.workingCopy.query({ id });
    await colleague.agendas.save.mutate({
      id,
      revision,
      content: {
        ...content,
        principles: [{ title: 'Wij beginnen vroeg', text: '' }],
        mission: 'Van een collega.',
      },
    });
    await page.locator('#principle-0-title').fill('Ieder kind telt');
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Iemand anders heeft deze agenda intussen gewijzigd').waitFor();
    expect(await page.locator('.compare').innerText()).toContain('Wij beginnen vroeg');
    expect(await page.locator('#principle-0-title').inputValue()).toBe('Ieder kind telt');
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    // What the part did not show is that of the colleague.
    expect((await publisher.agendas.workingCopy.query({ id })).content).toMatchObject({
      principles: [{ title: 'Ieder kind telt', text: '' }],
      mission: 'Van een collega.',
    });
  });

  it('is shown for the themes of an intervention', async () => {
    const { id, path } = await newDraft();
    const page = await visit({ secret, javaScript: false });
    await page.goto(path);
    const { revision, content } = await colleague.interventions.workingCopy.query({ id });
    await colleague.interventions.save.mutate({
      id,
      revision,
      content: { ...content, themes: ['taalontwikkeling'] },
    });
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Iemand anders heeft dit concept intussen gewijzigd').waitFor();
    expect(await page.locator('.compare').innerText()).toContain('Taalontwikkeling');
  });
});
