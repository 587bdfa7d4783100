// Attachments without JavaScript: an editor brings a file and a picture, explains, orders; who reads the page gets them.
import { describe, expect, it } from 'vitest';
import { pngOf, wordFile, workbook } from '../support/attaching.ts';
import { fullContent } from '../support/writing.ts';
import { barriersOn } from './barriers.ts';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const word = (text: string) => ({
  name: 'draaiboek.docx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(wordFile(text)),
});

describe('attachments', () => {
  it('are brought, explained, published and downloaded', async () => {
    const client = clientOf(stage.address, stage.secrets.publisher);
    const title = `Leesbankjes ${Date.now()}`;
    const { id } = await client.interventions.create.mutate({ title });
    await client.interventions.save.mutate({ id, revision: 1, content: fullContent(title) });

    const page = await visit({ as: 'publisher', javaScript: false });
    await page.goto(`/mijn/interventies/${id}`);
    await page.getByRole('link', { name: 'Bijlagen', exact: true }).click();
    await page.getByText('Nog geen bijlagen').waitFor();

    // Without a file: said beside the field, and what was typed is still there.
    await page.getByLabel('Titel').fill('Draaiboek voor scholen');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Kies nog een bestand');
    expect(await page.getByLabel('Titel').inputValue()).toBe('Draaiboek voor scholen');

    // With a mail address in it: the file need not be chosen again to explain it.
    await page.getByLabel('Bestand').setInputFiles(word('Mail naar proef@kansenplein.example'));
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Kijk deze bijlage eerst na');
    await page.getByText('draaiboek.docx is ontvangen').waitFor();
    await page.getByLabel('Waarom is het zo goed?').fill('Dit is de functionele postbus van het project.');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    await page.getByText('De bijlage staat erbij').waitFor();

    // A picture wants words.
    const picture = { name: 'plein.png', mimeType: 'image/png', buffer: Buffer.from(pngOf(640, 360)) };
    await page.getByLabel('Bestand').setInputFiles(picture);
    await page.getByLabel('Titel', { exact: true }).last().fill('Het leesbankje');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Zeg nog wat er op de afbeelding te zien is');
    await page.getByLabel('Alleen bij een afbeelding').fill('Twee kinderen lezen elkaar voor.');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    await page.getByRole('img', { name: 'Twee kinderen lezen elkaar voor.' }).waitFor();

    await page.getByRole('button', { name: /^Naar boven/ }).click();
    await page.getByText('De volgorde is veranderd').waitFor();
    const links = page.locator('.attachment-title a');
    expect(await links.allInnerTexts()).toEqual(['Het leesbankje', 'Draaiboek voor scholen']);
    expect(await barriersOn(await sameWithScripts(page.url()))).toEqual([]);

    const { revision } = await client.interventions.workingCopy.query({ id });
    const { slug } = await client.interventions.publish.mutate({
      id,
      revision,
      note: '',
      personalDataReason: null,
    });
    const reader = await visit({ javaScript: false });
    await reader.goto(`/interventies/${slug}`);
    const section = reader.locator('#bijlagen');
    await section.getByRole('img', { name: 'Twee kinderen lezen elkaar voor.' }).scrollIntoViewIfNeeded();
    const shown = await section
      .locator('img')
      .evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth));
    expect(shown).toBe(640);
    const download = reader.waitForEvent('download');
    await section.getByRole('link', { name: 'Draaiboek voor scholen' }).click();
    expect((await download).suggestedFilename()).toBe('draaiboek.docx');
  }, 120_000);

  it('that may not be are refused in a sentence, and what was typed stays', async () => {
    const page = await visit({ as: 'editor', javaScript: false });
    await page.goto(`/mijn/agendas/${stage.made.agendaDraft}/bijlagen`);
    const bsn = Buffer.from(workbook([['Leerling', 111222333]]));
    for (const [name, buffer, sentence] of [
      ['plaatje.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kan geen bijlage zijn'],
      ['cijfers.xlsx', bsn, 'burgerservicenummer'],
    ] as const) {
      await page.getByLabel('Bestand').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await page.getByLabel('Titel').fill('Cijfers van dit jaar');
      await page.getByRole('button', { name: 'Voeg toe' }).click();
      expect(await page.getByRole('alert').innerText()).toContain(sentence);
      expect(await page.getByLabel('Titel').inputValue()).toBe('Cijfers van dit jaar');
    }
  }, 60_000);
});

/** The same page where scripts run, which looking for barriers needs. */
async function sameWithScripts(address: string) {
  const page = await visit({ as: 'publisher' });
  await page.goto(address);
  return page;
}
