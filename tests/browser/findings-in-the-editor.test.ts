// What an import was not sure of stands beside its field until somebody settles it there.
import { beforeAll, describe, expect, it } from 'vitest';
import { clientOf, readDocument } from './stage.ts';
import { stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor);
const made = async () => editor.imports.makeDrafts.mutate({ id: await readDocument(editor) });
let intervention: string;
/** Of the same document once more: nothing of it is settled. */
let unsettled: string;
let agenda: string;

beforeAll(async () => {
  const first = await made();
  [intervention = '', agenda] = [first.interventions[0], first.agenda ?? ''];
  unsettled = (await made()).interventions[0] ?? '';
}, 90_000);

const openFindings = async (draft: string) => {
  const { marks } = await editor.imports.marks.query({ draft });
  return [...new Set(marks.filter(({ kind }) => kind === 'finding').map(({ item }) => item))];
};

describe('a finding of an import', () => {
  it.each([true, false])(
    'stands beside its field with the words of the document, and is settled there (JavaScript: %s)',
    async (javaScript) => {
      const before = await openFindings(intervention);
      const page = await visit({ as: 'editor', javaScript });
      await page.goto(`/mijn/interventies/${intervention}`);
      const top = page.getByRole('heading', { name: /uit het document sta(at|an) open$/ });
      expect(await top.innerText()).toMatch(new RegExp(`^${String(before.length)} `));
      await page.locator('#bevindingen a').first().click();
      const card = page.locator('[data-finding]').first();
      expect(await card.locator('.finding-source').innerText()).not.toBe('');
      await card.locator('summary').click();
      // Without a reason nothing is settled, and what was chosen stays.
      await card.getByLabel('Dit maakt hier niet uit').check();
      await card.getByRole('button', { name: /^Handel af/ }).click();
      await page.getByText('Dit is nog niet compleet').waitFor();
      expect(await openFindings(intervention)).toEqual(before);
      expect(await card.getByLabel('Dit maakt hier niet uit').isChecked()).toBe(true);
      await card.getByLabel('Waarom?').fill('Al besproken met de scholen.');
      await card.getByRole('button', { name: /^Handel af/ }).click();
      await page.getByText('De bevinding is afgehandeld.').waitFor();
      expect(await openFindings(intervention)).toHaveLength(before.length - 1);
    },
  );

  it('of an agenda stands with its goal or part, one press away from the count', async () => {
    const page = await visit({ as: 'editor' });
    await page.goto(`/mijn/agendas/${agenda}`);
    const links = page.locator('#bevindingen a');
    expect(await links.count()).toBe((await openFindings(agenda)).length);
    const elsewhere = page.locator('#bevindingen a[href^="?deel="]').first();
    const target = (await elsewhere.getAttribute('href'))?.split('#')[1] ?? '';
    await elsewhere.click();
    await page.locator(`#${target}`).waitFor();
  });

  it('is reached with F8, one after the other, and opened', async () => {
    const page = await visit({ as: 'editor' });
    await page.goto(`/mijn/interventies/${unsettled}`);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('F8');
    const first = await page.evaluate(() => document.activeElement?.id);
    expect(first).toMatch(/^bevinding-/);
    expect(await page.locator(`#${first ?? ''} details`).getAttribute('open')).not.toBeNull();
    await page.keyboard.press('F8');
    await page.keyboard.press('Shift+F8');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(first);
  });

  it('is named before publishing, and stops nobody who has seen it', async () => {
    const page = await visit({ as: 'publisher' });
    await page.goto(`/mijn/interventies/${unsettled}`);
    await page.getByRole('button', { name: 'Publiceer' }).click();
    await page.getByText('Er staan nog bevindingen uit het document open').waitFor();
    await page.getByLabel('Ik heb ze gezien en publiceer toch').check();
    await page.getByRole('button', { name: 'Publiceer' }).click();
    // What is missing is the next thing that is asked: the findings are no longer in the way.
    await page
      .getByText(/^(Er ontbreekt nog iets|Gepubliceerd\.)/)
      .first()
      .waitFor();
    expect((await openFindings(unsettled)).length).toBeGreaterThan(0);
  });
});
