// Taking over from another municipality, and following it: with the keyboard, without JavaScript, on a telephone.
import { describe, expect, it } from 'vitest';
import { clientOf, publishIntervention, signIn, takeOver } from './stage.ts';
import { stage, visit } from './visit.ts';

const heerlen = async () =>
  clientOf(stage.address, await signIn(stage.address, 'publicist@heerlen.example', stage.demoPassword));
const publisher = clientOf(stage.address, stage.secrets.publisher);

describe('taking over', () => {
  it.each([true, false])('makes a draft with its source named (JavaScript: %s)', async (javaScript) => {
    const { slug } = await publishIntervention(await heerlen(), { title: 'Rekenen op het plein' });
    const page = await visit({ as: 'editor', javaScript });
    await page.goto(`/interventies/${slug}`);
    const button = page.getByRole('button', { name: 'Overnemen in mijn gemeente' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/mijn\/interventies\/.*gedaan=overgenomen/);
    expect(await page.locator('#title').inputValue()).toBe('Rekenen op het plein');
    expect(await page.locator('[name="locations"]').inputValue()).toBe('');
    expect(await page.getByRole('link', { name: 'Overgenomen van Heerlen' }).isVisible()).toBe(true);
  });

  it('is offered to who writes for another municipality only', async () => {
    const { slug } = await publishIntervention(publisher, { title: 'Van Brunssum zelf' });
    for (const options of [{}, { as: 'editor' as const }]) {
      const page = await visit(options);
      await page.goto(`/interventies/${slug}`);
      expect(await page.getByRole('button', { name: /Overnemen/ }).count()).toBe(0);
    }
  });

  it.each([true, false])(
    'follows the source field by field, and keeps what was not chosen (JavaScript: %s)',
    async (javaScript) => {
      const { adopted } = await takeOver(stage.address, stage.demoPassword, publisher);
      const page = await visit({ as: 'editor', javaScript, width: 390 });
      await page.goto(`/mijn/interventies/${adopted}`);
      await page.getByRole('link', { name: 'Overgenomen van Heerlen: de bron is gewijzigd' }).click();
      await page.waitForURL(/\/bron$/);
      const goal = page.getByRole('group', { name: 'Doel' });
      expect(await goal.innerText()).toContain('Elk kind heeft een eigen boek.');
      await goal.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Bewaar uw keuze' }).click();
      await page.waitForURL(/gedaan=overgenomen/);
      const { content } = await publisher.interventions.workingCopy.query({ id: adopted });
      expect([content.goal, content.activities]).toEqual([
        'Elk kind heeft een eigen boek.',
        'Bij ons elke maand.',
      ]);
      await page.getByLabel('Wat gebeurt er: bij u anders. Waarom?').fill('De bus rijdt niet vaker.');
      await page.getByRole('button', { name: 'Bewaar uitleg' }).click();
      await page.waitForURL(/gedaan=uitgelegd/);
      expect(await page.getByLabel('Wat gebeurt er: bij u anders. Waarom?').inputValue()).toBe(
        'De bus rijdt niet vaker.',
      );
    },
  );

  it('hands back what was typed when it is refused', async () => {
    const { adopted } = await takeOver(stage.address, stage.demoPassword, publisher);
    const page = await visit({ as: 'editor' });
    await page.goto(`/mijn/interventies/${adopted}/bron`);
    const why = page.getByLabel('Wat gebeurt er: bij u anders. Waarom?');
    await why.fill('Bel 06 12345678 voor uitleg.');
    await page.getByRole('button', { name: 'Bewaar uitleg' }).click();
    await page.getByRole('heading', { name: /persoonsgegevens/ }).waitFor();
    expect(await why.inputValue()).toBe('Bel 06 12345678 voor uitleg.');
  });
});
