// Looking over what was read: with the keyboard only, without JavaScript, on a telephone, with a colleague beside.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { barriersOn, fromTwoSides } from './barriers.ts';
import { clientOf, demoDocument } from './stage.ts';
import { cookieWith, stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor);

/** A document of one's own, read and waiting; its address. */
async function newImport(
  change: (text: string) => string = (text) => text,
): Promise<{ id: string; path: string }> {
  const text = change(await readFile(demoDocument, 'utf8'));
  const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
  for (let tries = 0; tries < 120; tries += 1) {
    if ((await editor.imports.get.query({ id })).state === 'read') return { id, path: `/mijn/inlezen/${id}` };
    await wait(250);
  }
  throw new Error('the document was never read');
}
const itemOf = async (id: string, key: string) =>
  (await editor.imports.review.query({ id })).items.find((item) => item.key === key);
const at = (path: string, key: string) => `${path}?veld=${encodeURIComponent(key)}#plek`;
const goal = 'intervention/1/goal';
const heading = (page: Page) => page.locator('h2#veld').innerText();

describe('looking over a document', () => {
  it('goes by the keyboard alone: Enter takes over and brings the next, F8 goes on and back', async () => {
    const { id, path } = await newImport();
    const page = await visit({ as: 'editor' });
    await page.goto(at(path, goal));
    expect(await heading(page)).toBe('Interventie 1: Doel');
    await page.keyboard.press('Enter');
    await page.waitForURL(/targetGroup/);
    expect((await itemOf(id, goal))?.decision?.verdict).toBe('accepted');
    expect(await heading(page)).toBe('Interventie 1: Voor wie');
    await page.keyboard.press('F8');
    await page.waitForURL(/locations/);
    await page.keyboard.press('Shift+F8');
    await page.waitForURL(/targetGroup/);
    await page.locator('#tekst').focus();
    await page.keyboard.type('Beter: ');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/locations/);
    expect((await itemOf(id, 'intervention/1/targetGroup'))?.decision).toMatchObject({
      verdict: 'edited',
      text: expect.stringContaining('Beter: '),
    });
  });

  it('shows the place of the field in the document, and the field of a place', async () => {
    const { path } = await newImport();
    const page = await visit({ as: 'editor' });
    await page.goto(at(path, goal));
    const mark = page.locator('.source-text mark').first();
    expect(await mark.innerText()).toContain('De leerling komt goed terecht');
    const inSight = await mark.evaluate((element) => {
      const pane = element.closest('.source-pane')?.getBoundingClientRect();
      const { top } = element.getBoundingClientRect();
      return pane !== undefined && top >= pane.top && top < pane.bottom && top < innerHeight;
    });
    expect(inSight).toBe(true);
    await page.locator('.passage', { hasText: 'Subsidie van de GKA' }).first().click();
    await page.waitForURL(/veld=/);
    await page
      .getByRole('heading', { level: 2, name: /Interventie 1: Financiering|Geld en gemeenten/ })
      .waitFor();
  });

  it('works without JavaScript: places, takes over, moves, leaves, settles, and makes drafts', async () => {
    const { id, path } = await newImport();
    const page = await visit({ as: 'editor', javaScript: false });
    await page.goto(at(path, goal));
    await page.locator('#tekst').fill('Een ander doel.');
    await page.getByRole('button', { name: 'Neem over', exact: true }).click();
    expect(await heading(page)).toBe('Interventie 1: Voor wie');
    await page.getByText('Hoort ergens anders').click();
    await page.locator('#target').selectOption('intervention/2/localForm');
    await page.getByRole('button', { name: 'Verplaats' }).click();
    expect(await heading(page)).toBe('Interventie 1: Waar');
    await page.getByText('Niet overnemen').click();
    await page.getByRole('button', { name: 'Neem niet over' }).click();
    await page.locator('.review-group', { hasText: 'Aandachtspunten' }).locator('summary').first().click();
    await page
      .locator('.review-list')
      .getByRole('link', { name: /Iets opengelaten/ })
      .click();
    await page.getByRole('button', { name: 'Handel af' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Dit is nog niet compleet');
    await page.getByLabel('Iemand moet dit nog uitzoeken').check();
    await page.getByLabel('Waarom?').fill('De naam van de agenda volgt.');
    await page.getByRole('button', { name: 'Handel af' }).click();
    await page.getByText('4 van').first().waitFor();
    await page.getByRole('button', { name: 'Maak concepten' }).click();
    await page.getByText('De concepten zijn gemaakt').waitFor();
    const { interventions } = await editor.imports.get.query({ id });
    const copies = await Promise.all(
      interventions.map((each) => editor.interventions.workingCopy.query({ id: each.id })),
    );
    expect(copies.map(({ content }) => content.goal)).toContain('Een ander doel.');
    expect(copies.some(({ content }) => content.localForm.includes('groep 8'))).toBe(true);
  });

  it.each([true, false])(
    'shows a stale text beside what a colleague stored, and overwrites nothing (JavaScript: %s)',
    async (javaScript) => {
      const { id, path } = await newImport();
      const page = await visit({ as: 'editor', javaScript });
      await page.goto(at(path, goal));
      const publisher = clientOf(stage.address, stage.secrets.publisher);
      await publisher.imports.decide.mutate({
        id,
        item: goal,
        revision: 0,
        verdict: 'edited',
        text: 'Van een collega.',
      });
      await page.locator('#tekst').fill('Van mij.');
      await page.getByRole('button', { name: 'Neem over', exact: true }).click();
      await page.getByText('Een collega besliste hier net over').waitFor();
      expect(await page.locator('#tekst').inputValue()).toBe('Van mij.');
      expect(await page.locator('.compare').innerText()).toContain('Van een collega.');
      expect((await itemOf(id, goal))?.decision?.text).toBe('Van een collega.');
      await page.getByRole('button', { name: 'Neem over', exact: true }).click();
      await page.waitForURL(/targetGroup/);
      expect((await itemOf(id, goal))?.decision?.text).toBe('Van mij.');
    },
  );

  it('keeps what is typed by itself, undecided, when the page is closed', async () => {
    const { id, path } = await newImport();
    const page = await visit({ as: 'editor' });
    await page.goto(at(path, goal));
    await page.locator('#tekst').fill('Nog niet klaar.');
    await page.getByText(/^Bewaard om/).waitFor();
    await page.close();
    expect((await itemOf(id, goal))?.decision).toMatchObject({ verdict: 'open', text: 'Nog niet klaar.' });
    const again = await visit({ as: 'publisher' });
    await again.goto(at(path, goal));
    expect(await again.locator('#tekst').inputValue()).toBe('Nog niet klaar.');
  });

  it.each([true, false])(
    'hands the text back when the login ran out (JavaScript: %s)',
    async (javaScript) => {
      const { id, path } = await newImport();
      const page = await visit({ as: 'editor', javaScript });
      await page.goto(at(path, goal));
      await page.context().clearCookies();
      await page.locator('#tekst').fill('Geschreven terwijl het inloggen verliep.');
      await page.getByRole('button', { name: 'Neem over', exact: true }).click();
      expect(await page.locator('h1').innerText()).toBe('Uw tekst is er nog');
      await page.context().addCookies([cookieWith(stage.secrets.editor)]);
      await page.getByRole('button', { name: 'Bewaar' }).click();
      await page.waitForURL(/targetGroup/);
      expect((await itemOf(id, goal))?.decision).toMatchObject({
        verdict: 'edited',
        text: 'Geschreven terwijl het inloggen verliep.',
      });
    },
  );

  it('says quietly who else is here', async () => {
    const { id, path } = await newImport();
    await clientOf(stage.address, stage.secrets.publisher).imports.present.mutate({ id });
    const page = await visit({ as: 'editor', javaScript: false });
    await page.goto(path);
    const { account } = await clientOf(stage.address, stage.secrets.publisher).accounts.me.query();
    await page.getByText(`Nu ook hier: ${account?.name}.`).waitFor();
    expect(await page.locator('[data-colleagues]').getAttribute('role')).toBe(null);
  });

  it('stands one after the other on a telephone, with a way to the place and back', async () => {
    const { path } = await newImport();
    const page = await visit({ as: 'editor', width: 390, height: 844 });
    await page.goto(at(path, goal));
    await page.getByRole('link', { name: 'Naar de plek in het document' }).click();
    const inSight = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { top } = element.getBoundingClientRect();
          return top >= 0 && top < innerHeight;
        });
    expect(await inSight('.source-text mark')).toBe(true);
    await page.locator('#plek-hier').click();
    expect(await inSight('h2#veld')).toBe(true);
  });

  it('shows no name of a person that stood in a cell for contacts or signatures', async () => {
    const { path } = await newImport((text) =>
      text.replace('Naam: namens', 'Naam: dhr. A.B. Voorbeeldman namens'),
    );
    const page = await visit({ as: 'editor' });
    for (const key of ['signatory/3', goal]) {
      await page.goto(at(path, key));
      expect((await page.content()).includes('Voorbeeldman')).toBe(false);
    }
  });

  it.each(['text', 'finding', 'part', 'choice'])(
    'puts no barrier on a field of kind %s',
    async (kind) => {
      const { id, path } = await newImport();
      const { items } = await editor.imports.review.query({ id });
      const page = await visit({ as: 'editor' });
      await page.goto(at(path, items.find((item) => item.kind === kind)?.key ?? ''));
      expect(await barriersOn(page, fromTwoSides)).toEqual([]);
    },
    90_000,
  );

  it('stays quick and whole with a document of many findings', async () => {
    const holes = Array.from({ length: 40 }, (_, n) => `- Afspraak ${n + 1} [.....]`).join('\n');
    const { path } = await newImport((text) => `${text}\n${holes}\n`);
    const page = await visit({ as: 'editor' });
    await page.goto(path);
    await page
      .getByRole('link', { name: /Iets opengelaten/ })
      .first()
      .click();
    await page.getByLabel('Dit maakt hier niet uit').check();
    await page.getByLabel('Waarom?').fill('Vullen we later in.');
    await page.getByLabel(/Ook voor de \d+ andere/).check();
    await page.getByRole('button', { name: 'Handel af' }).click();
    await page
      .getByText(/^4\d van/)
      .first()
      .waitFor();
  });
});
