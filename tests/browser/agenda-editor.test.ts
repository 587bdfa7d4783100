// The agenda editor with the keyboard, without JavaScript, and with more than anybody should have.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const publisher = clientOf(stage.address, stage.secrets.publisher);
type Content = Parameters<typeof publisher.agendas.save.mutate>[0]['content'];
type Goal = Content['goals'][number];

const goal = (key: string, number: string, title: string, parent: string | null = null): Goal => ({
  ...{ key, number, parent, title, text: '' },
  intendedResults: [],
});

async function agendaWith(title: string, change: Partial<Content>): Promise<string> {
  const { id } = await publisher.agendas.create.mutate({ title, kind: 'gka_agenda' });
  const { content, revision } = await publisher.agendas.workingCopy.query({ id });
  await publisher.agendas.save.mutate({ id, revision, content: { ...content, ...change } });
  return id;
}
const stored = async (id: string) => (await publisher.agendas.workingCopy.query({ id })).content;
const shape = async (id: string) =>
  (await stored(id)).goals.map(({ number, title }) => `${number} ${title}`).join(', ');
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const three = [goal('eerste', '1', 'Lezen'), goal('tweede', '2', 'Rekenen'), goal('derde0', '3', 'Sporten')];

describe('goals change places', () => {
  it('with the keyboard: Alt and an arrow, and the focus stays with the goal', async () => {
    const id = await agendaWith('Met de pijltjes', { goals: three });
    const page = await visit({ as: 'publisher' });
    await page.goto(`/mijn/agendas/${id}?deel=volgorde`);
    await page.locator('#up-derde0').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => shape(id)).toBe('1 Lezen, 2 Sporten, 3 Rekenen');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('up-derde0');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => shape(id)).toBe('1 Lezen, 1.1 Sporten, 2 Rekenen');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('in-derde0');
    // What cannot be done does nothing.
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    expect(await shape(id)).toBe('1 Lezen, 1.1 Sporten, 2 Rekenen');
  });

  it('with buttons, without JavaScript', async () => {
    const id = await agendaWith('Met knoppen', { goals: three });
    const page = await visit({ as: 'publisher', javaScript: false });
    await page.goto(`/mijn/agendas/${id}`);
    await page.getByRole('button', { name: 'Volgorde wijzigen' }).click();
    await page.getByRole('button', { name: '2 Rekenen: onder het doel erboven' }).click();
    await page.getByRole('button', { name: '1.1 Rekenen: een niveau hoger' }).click();
    await page.getByRole('button', { name: '3 Sporten: omhoog' }).click();
    expect(await shape(id)).toBe('1 Lezen, 2 Sporten, 3 Rekenen');
    // A button that can do nothing changes nothing.
    await page.getByRole('button', { name: '1 Lezen: omhoog (kan niet)' }).click({ force: true });
    expect(await shape(id)).toBe('1 Lezen, 2 Sporten, 3 Rekenen');
    await page.getByRole('button', { name: 'Klaar met de volgorde' }).click();
    await page.getByRole('button', { name: '2 Sporten' }).click();
    await page.locator('summary', { hasText: 'Verplaatsen of weghalen' }).click();
    await page.getByRole('button', { name: 'Haal dit doel weg' }).click();
    expect(await shape(id)).toBe('1 Lezen, 2 Rekenen');
  });
});

describe('an intended result', () => {
  it('is helped to be measurable while it is written, and the help follows the words', async () => {
    const id = await agendaWith('Meetbaar', { goals: three.slice(0, 1) });
    const page = await visit({ as: 'publisher' });
    await page.goto(`/mijn/agendas/${id}?deel=doel-eerste`);
    const text = page.getByLabel('Wat is er dan bereikt?').first();
    await text.fill('Negen scholen hebben een bibliotheek');
    const help = page.locator('#help-goal-eerste-result-0');
    await help.getByText('nog 1 van 4 te zeggen').waitFor();
    await text.fill('In 2027 hebben negen scholen een bibliotheek');
    await help.getByText('meetbaar', { exact: true }).waitFor();
  });

  it.each([true, false])(
    'with a number that is none is not saved and not lost (JavaScript: %s)',
    async (javaScript) => {
      const id = await agendaWith('Geen getal', { goals: three.slice(0, 1) });
      const page = await visit({ as: 'publisher', javaScript });
      await page.goto(`/mijn/agendas/${id}?deel=doel-eerste`);
      await page.getByLabel('Wat is er dan bereikt?').first().fill('Meer lezen');
      await page.getByLabel('Streefgetal').first().fill('zeven');
      if (javaScript) await page.getByText('Nog niet bewaard. Schrijf een getal').waitFor();
      await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
      await page
        .getByRole('alert')
        .getByRole('link', { name: /Streefgetal/ })
        .click();
      expect(await page.getByLabel('Streefgetal').first().inputValue()).toBe('zeven');
      expect((await stored(id)).goals[0]?.intendedResults).toEqual([]);
      await page.getByLabel('Streefgetal').first().fill('1.250,5');
      await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
      await page.getByText('Bewaard.').waitFor();
      expect((await stored(id)).goals[0]?.intendedResults[0]?.target?.value).toBe(1250.5);
    },
  );
});

it('an addendum is written without JavaScript and can be linked to on the page', async () => {
  const id = await agendaWith('Met een aanvulling', {
    ...{ periodFrom: 2025, periodTo: 2028, mission: 'Samen.' },
    goals: three,
  });
  const page = await visit({ as: 'publisher', javaScript: false });
  await page.goto(`/mijn/agendas/${id}`);
  await page.getByRole('button', { name: 'Aanvulling erbij' }).click();
  await page.getByLabel('Titel').fill('Ook de avonden');
  await page.getByLabel('Wat is er afgesproken?').fill('Er is vervoer terug.');
  await page.getByLabel('Geldt vanaf').fill('2026');
  await page.getByLabel('Functie, geen naam').first().fill('Wethouder');
  await page.getByRole('button', { name: 'Publiceer' }).click();
  await page.getByText('Gepubliceerd. De agenda staat nu').waitFor();
  await page.getByRole('link', { name: /Bekijk de gepubliceerde versie/ }).click();
  await page.getByRole('link', { name: 'Ook de avonden' }).first().click();
  const { addenda } = await stored(id);
  expect(new URL(page.url()).hash).toBe(`#aanvulling-${addenda[0]?.key}`);
  const shown = page.locator(`#aanvulling-${addenda[0]?.key}`);
  expect(await shown.innerText()).toContain('Er is vervoer terug.');
  expect(await shown.innerText()).toContain('Wethouder');
});

describe('a hundred goals and three hundred actions', () => {
  const goals = Array.from({ length: 100 }, (_none, at) =>
    goal(
      `doel${at + 100}`,
      '',
      `Doel ${at} ${'met een lange titel '.repeat(8)}${'zonderspaties'.repeat(6)}`,
      at % 5 === 0 ? null : `doel${at - (at % 5) + 100}`,
    ),
  );
  const actions = Array.from({ length: 300 }, (_none, at) => ({
    ...{ key: `actie${at + 100}`, text: `Actie ${at} ${'zonderspaties'.repeat(6)}` },
    ...{ goals: [`doel${(at % 100) + 100}`], status: 'planned' as const, from: 2025, until: 2027 },
    ...{ who: '', interventions: [] },
  }));

  it.each([390, 834, 1440])('stay one page that opens one thing at a time, %d pixels wide', async (width) => {
    const id = await agendaWith(`Overvol ${width}`, {
      ...{ goals, actions, periodFrom: 2025, periodTo: 2028, mission: 'Veel.' },
    });
    const page = await visit({ as: 'publisher', width });
    for (const part of ['over', 'volgorde', 'doel-doel100', 'actie-actie100']) {
      await page.goto(`/mijn/agendas/${id}?deel=${part}`);
      expect(await page.locator('form.agenda-editor textarea').count(), part).toBeLessThan(6);
      expect(await sideways(page), part).toBe(0);
    }
    // All of it is still there after saving one part.
    await page.getByLabel('Wat gaat er gebeuren?').fill('Anders');
    await page.locator('.save-bar').getByRole('button', { name: 'Bewaar' }).click();
    await page.getByText('Bewaard.').waitFor();
    const now = await stored(id);
    expect([now.goals.length, now.actions.length, now.actions[0]?.text]).toEqual([100, 300, 'Anders']);
    // Nor does the page of it scroll sideways, its table open.
    await page.getByRole('button', { name: 'Publiceer' }).click();
    await page.getByText('Gepubliceerd. De agenda staat nu').waitFor();
    await page.getByRole('link', { name: /Bekijk de gepubliceerde versie/ }).click();
    await page.locator('#voortgang > summary').click();
    expect(await page.getByRole('row').count()).toBe(102);
    expect(await sideways(page)).toBe(0);
  });
});
