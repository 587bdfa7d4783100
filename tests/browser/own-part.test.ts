// The own part of something joint in the browser: written without JavaScript and with the keyboard, added up on the page,
// and handed back when it was refused.
import { describe, expect, it } from 'vitest';
import { tooSmall, wide } from './fit.ts';
import { tabTo } from './keys.ts';
import { clientOf, publishIntervention, signIn, type Client } from './stage.ts';
import { stage, visit } from './visit.ts';

const heerlenCode = 'gm0917';

async function heerlen(): Promise<{ client: Client; secret: string }> {
  const secret = await signIn(stage.address, 'publicist@heerlen.example', stage.demoPassword);
  return { client: clientOf(stage.address, secret), secret };
}

/** Published by Brunssum, which pays 10,000 of 20,000 each year; Heerlen takes part and named no amount. */
async function somethingJoint(title: string) {
  const publisher = clientOf(stage.address, stage.secrets.publisher);
  const { id, slug } = await publishIntervention(publisher, {
    title,
    budget: 20_000,
    budgetPer: 'year',
    localForm: 'Een vrijwilliger leest voor.',
  });
  const part = { id, commitment: 'confirmed', pupils: 20, schools: 'Een school' } as const;
  const share = { budgetEuros: 10_000, budgetPer: 'year' } as const;
  await publisher.interventions.stateParticipation.mutate({ ...part, ...share, municipality: 'gm0899' });
  await publisher.interventions.stateParticipation.mutate({ ...part, municipality: heerlenCode });
  const { client, secret } = await heerlen();
  await client.interventions.answerParticipation.mutate(part);
  const { revision } = await publisher.interventions.workingCopy.query({ id });
  const { content } = await publisher.interventions.workingCopy.query({ id });
  const saved = await publisher.interventions.save.mutate({ id, revision, content });
  await publisher.interventions.publish.mutate({
    id,
    revision: saved.revision,
    note: '',
    personalDataReason: null,
  });
  return { id, slug, client, secret };
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the own part', () => {
  it('is kept up to date without JavaScript, and the page adds it up and says what is left open', async () => {
    const { id, slug, secret } = await somethingJoint('Voorlezen over de gemeentegrens');
    const visitor = await visit({ javaScript: false, width: 390 });
    await visitor.goto(`/interventies/${slug}`);
    const sums = async () => plain(await visitor.locator('.joint-totals').innerText());
    expect(await sums()).toContain('ten minste € 10.000 per jaar');
    expect(await sums()).toContain('1 van de 2 gemeenten heeft geen bedrag genoemd.');

    const page = await visit({ javaScript: false, secret, width: 390 });
    await page.goto(`/mijn/deelnames/${id}`);
    await page.getByText('Hoe Brunssum het doet').click();
    expect(await page.locator('main').innerText()).toContain('Een vrijwilliger leest voor.');
    expect({ wide: await wide(page), small: await tooSmall(page) }).toEqual({ wide: [], small: [] });
    const form = page.locator('#deel');
    await form.getByLabel('Deel van de kosten, in euro’s').fill('4000');
    await form.getByLabel('Hoe het in uw gemeente gaat').fill('Bij ons leest een **oudere leerling** voor.');
    await form.getByRole('button', { name: 'Bewaar uw deel' }).click();
    await page.getByText('Uw deel is bewaard.').waitFor();

    await visitor.goto(`/interventies/${slug}`);
    expect(await sums()).toContain('€ 14.000 per jaar');
    expect(await sums()).not.toContain('ten minste €');
    expect(await wide(visitor)).toEqual([]);
    const told = plain(await visitor.locator('article').innerText());
    expect(told).toContain('Alles bij elkaar kost € 20.000 per jaar.');
    expect(told).toContain('€ 6.000 minder dan dat.');
    expect(await visitor.locator('.local-form strong').innerText()).toBe('oudere leerling');
    expect(told).toContain('Hoe andere gemeenten het doen');
  });

  it('that was refused, or changed by a colleague meanwhile, is handed back with what is stored beside it', async () => {
    const { id, client, secret } = await somethingJoint('Rekenen in de speeltuin');
    const page = await visit({ secret, width: 834 });
    await page.goto(`/mijn/deelnames/${id}`);
    const { part, seen } = await client.interventions.question.query({ id });
    if (!part) throw new Error('no part');
    const { commitment: _commitment, condition: _condition, ...fields } = part;
    await client.interventions.saveOwnPart.mutate({ id, seen, ...fields, pupils: 77 });
    const form = page.locator('#deel');
    await form.getByLabel('Aantal leerlingen').fill('31');
    await form.getByRole('button', { name: 'Bewaar uw deel' }).click();
    await page.getByRole('heading', { name: 'Een collega veranderde dit deel intussen' }).waitFor();
    expect(await form.getByLabel('Aantal leerlingen').inputValue()).toBe('31');
    const row = form.locator('tr', { hasText: 'Aantal leerlingen' });
    expect((await row.innerText()).split(/\s+/).slice(-2)).toEqual(['77', '31']);
    await form.getByRole('button', { name: 'Bewaar uw deel' }).click();
    await page.getByText('Uw deel is bewaard.').waitFor();
    expect((await client.interventions.question.query({ id })).part?.pupils).toBe(31);
  });

  it('is written with the keyboard alone, and the lead reads the difference as a warning that stops nothing', async () => {
    const { id, secret } = await somethingJoint('Een plein vol boeken');
    const page = await visit({ secret });
    await page.goto(`/mijn/deelnames/${id}`);
    await tabTo(page, 'input', /^Deel van de kosten/);
    await page.keyboard.type('15000');
    await tabTo(page, 'button', 'Bewaar uw deel');
    await page.keyboard.press('Enter');
    await page.getByText('Uw deel is bewaard.').waitFor();
    const lead = await visit({ as: 'publisher', width: 390, javaScript: false });
    await lead.goto(`/mijn/interventies/${id}`);
    const warning = lead.locator('#participations .notice', { hasText: 'De delen en de kosten' });
    expect(plain(await warning.innerText())).toContain('€ 5.000 meer dan dat.');
    await lead.getByLabel('Wat kost het alles bij elkaar').fill('30000');
    await lead.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await lead.getByText('Bewaard.', { exact: true }).waitFor();
    expect(plain(await warning.innerText())).toContain('€ 5.000 minder dan dat.');
    await lead.getByRole('button', { name: 'Publiceer' }).click();
    await lead.getByText('Gepubliceerd.').waitFor();
  });
});
