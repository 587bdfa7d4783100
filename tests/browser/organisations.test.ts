// Parties and schools: chosen by typing, chosen with forms alone, shown as links, and made one by a coordinator.
import { describe, expect, it } from 'vitest';
import { fullContent, publishAgain, rewrite } from '../support/writing.ts';
import { clientOf, type Client } from './stage.ts';
import { addressOf, stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor);
const publisher = clientOf(stage.address, stage.secrets.publisher);
let made = 0;

const add = (name: string, more: Partial<Parameters<Client['organisations']['add']['mutate']>[0]> = {}) =>
  editor.organisations.add.mutate({
    name,
    kind: 'welfare',
    locatedIn: 'gm0899',
    brin: '',
    website: '',
    ...more,
  });

const draftNamed = async (title: string) => (await editor.interventions.create.mutate({ title })).id;

async function publishedNaming(ids: readonly string[], title: string) {
  const id = await draftNamed(title);
  await rewrite(editor, id, { ...fullContent(title), organisations: [...ids] });
  return { id, ...(await publishAgain(publisher, id)) };
}

const namedIn = async (id: string) =>
  (await editor.interventions.workingCopy.query({ id })).organisations.map(({ name }) => name);

describe('choosing who takes part', () => {
  it('completes while one types, by keyboard alone, and saves itself', async () => {
    const name = `Buurthuis De Typende Hand ${(made += 1)}`;
    await add(name);
    const id = await draftNamed('Wie doet er mee');
    const page = await visit({ as: 'editor' });
    await page.goto(`/mijn/interventies/${id}`);
    const field = page.getByRole('combobox', { name: 'Zoek een partij of school' });
    await field.pressSequentially('typende hand');
    await page.getByRole('option', { name }).waitFor();
    await field.press('ArrowDown');
    expect(await page.getByRole('option', { name }).getAttribute('aria-selected')).toBe('true');
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/bewaren') && answer.ok());
    await field.press('Enter');
    await saved;
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true);
    expect(await field.inputValue()).toBe('');
    expect(await namedIn(id)).toEqual([name]);
  });

  it('works with forms alone: what was typed is kept, one is found, and one that is not there is added', async () => {
    const known = `Leeskring ${(made += 1)}`;
    await add(known);
    const id = await draftNamed('Zonder script');
    const page = await visit({ as: 'editor', javaScript: false, width: 390 });
    await page.goto(`/mijn/interventies/${id}`);
    await page.locator('[name="summary"]').fill('Een samenvatting die blijft.');
    await page.getByLabel('Zoek een partij of school').fill(known);
    await page.getByRole('button', { name: 'Zoek of voeg toe' }).click();
    await page.waitForURL(/\/partijen\?q=Leeskring/);
    const { content } = await editor.interventions.workingCopy.query({ id });
    expect(content.summary).toBe('Een samenvatting die blijft.');
    await page.getByRole('button', { name: `Kies ${known}` }).click();
    await page.waitForURL(/gedaan=gekozen/);

    await page.getByLabel('Naam', { exact: true }).fill(`stichting ${known.toUpperCase()}`);
    await page.getByRole('button', { name: 'Voeg toe en kies' }).click();
    await page.getByRole('heading', { name: 'Deze organisatie lijkt er al te zijn' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Bedoelt u een van deze?' }).isVisible()).toBe(true);
    const school = `Basisschool De Vlier ${made}`;
    await page.getByLabel('Naam', { exact: true }).fill(school);
    await page.getByLabel('Soort').selectOption('School');
    await page.getByLabel(/^BRIN-nummer/).fill('geen code');
    await page.getByRole('button', { name: 'Voeg toe en kies' }).click();
    await page.getByText('Een BRIN-nummer is twee cijfers en twee letters').waitFor();
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe(school);
    await page.getByLabel(/^BRIN-nummer/).fill('98zz');
    await page.getByRole('button', { name: 'Voeg toe en kies' }).click();
    await page.waitForURL(/gedaan=toegevoegd/);
    expect(await namedIn(id)).toEqual([known, school]);
    await page.getByRole('button', { name: `Haal weg ${known}` }).click();
    await page.waitForURL(/gedaan=weggehaald/);
    expect(await namedIn(id)).toEqual([school]);
  });
});

describe('an agenda', () => {
  it('names who takes part, by way of the same page', async () => {
    const name = `Zwemclub ${(made += 1)}`;
    await add(name);
    const { id } = await editor.agendas.create.mutate({ title: 'Agenda met partijen', kind: 'local_accord' });
    const page = await visit({ as: 'editor', javaScript: false });
    await page.goto(`/mijn/agendas/${id}`);
    await page.getByLabel('Missie').fill('Ieder kind kan zwemmen.');
    await page.getByRole('button', { name: 'Kies partijen en scholen' }).click();
    await page.waitForURL(/\/partijen$/);
    await page.getByRole('searchbox').fill(name);
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await page.getByRole('button', { name: `Kies ${name}` }).click();
    await page.waitForURL(/gedaan=gekozen/);
    const { content, organisations } = await editor.agendas.workingCopy.query({ id });
    expect([content.mission, organisations.map((one) => one.name)]).toEqual([
      'Ieder kind kan zwemmen.',
      [name],
    ]);
  });
});

describe('the public page', () => {
  it('links to who takes part and says when a link leaves Kansenplein; an organisation shows where it takes part', async () => {
    const name = `Speel-o-theek ${(made += 1)}`;
    const { id } = await add(name, { kind: 'other' });
    const title = `Spelen in de wijk ${made}`;
    const draft = await draftNamed(title);
    await rewrite(editor, draft, {
      ...fullContent(title),
      organisations: [id],
      programmeLinks: [{ name: 'Landelijke databank', address: 'https://databank.example/erkend/7' }],
    });
    const { slug } = await publishAgain(publisher, draft);
    const page = await visit();
    await page.goto(`/interventies/${slug}`);
    const outside = page.getByRole('link', { name: 'Landelijke databank' });
    expect(await outside.getAttribute('rel')).toContain('external');
    expect(await page.getByText('(databank.example, andere website)').isVisible()).toBe(true);
    await page.getByRole('link', { name }).click();
    await page.waitForURL(/\/organisaties\//);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
    expect(await page.getByRole('heading', { name: '1 interventie' }).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: title }).isVisible()).toBe(true);
  });
});

describe('a coordinator', () => {
  it.each([true, false])(
    'makes two one with a reason, and takes them apart again (JavaScript: %s)',
    async (javaScript) => {
      const name = `Zwembad ${(made += 1)}`;
      const gone = await add(name);
      const stays = await add(`Stichting ${name}`, { anyway: true });
      await publishedNaming([gone.id, stays.id], `Leren zwemmen ${made}`);
      const page = await visit({ as: 'coordinator', javaScript });
      await page.goto('/mijn/organisaties/dubbel');
      const form = page.getByRole('form', { name: `Zelfde naam en plaats: ${name}` });
      await form.getByRole('radio', { name: `Deze blijft (Stichting ${name})` }).check();
      await form.getByRole('checkbox', { name: `Gaat op in wie blijft (Stichting ${name})` }).uncheck();
      await form.getByRole('checkbox', { name: `Gaat op in wie blijft (${name})` }).check();
      await form.getByLabel('Waarom is dit dezelfde?').fill('Het is één bad.');
      await form.getByRole('button', { name: 'Voeg samen' }).click();
      await page.waitForURL(/gedaan=samengevoegd/);
      const visitor = await visit();
      await visitor.goto(`/organisaties/${gone.slug}`);
      expect(visitor.url()).toBe(addressOf(`/organisaties/${stays.slug}`));
      const row = page.getByRole('listitem').filter({ hasText: `${name} ging op in Stichting ${name}` });
      await row.getByText('Weer uit elkaar halen').click();
      await row.getByLabel('Waarom').fill('Toch twee baden.');
      await row.getByRole('button', { name: 'Haal uit elkaar' }).click();
      await page.waitForURL(/gedaan=uitelkaar/);
      await visitor.goto(`/organisaties/${gone.slug}`);
      expect(visitor.url()).toBe(addressOf(`/organisaties/${gone.slug}`));
    },
  );

  it('is asked to choose when nothing is chosen, and keeps the reason', async () => {
    const page = await visit({ as: 'coordinator', width: 390 });
    await page.goto('/mijn/organisaties/dubbel?q=voorbeeld');
    const form = page.getByRole('form', { name: 'Gevonden voor ‘voorbeeld’' });
    await form.getByLabel('Waarom is dit dezelfde?').fill('Een goede reden.');
    await form.getByRole('button', { name: 'Voeg samen' }).click();
    await page.getByText('Kies welke blijft en welke daarin opgaat').waitFor();
    expect(await page.locator('input[name="reason"]').evaluateAll((all) => all.length)).toBeGreaterThan(0);
  });
});
