// Taking part by consent in the browser: from the mail to the page, without JavaScript and with the keyboard alone.
import { describe, expect, it } from 'vitest';
import { tabTo } from './keys.ts';
import { clientOf, publishIntervention, signIn, type Client } from './stage.ts';
import { stage, visit } from './visit.ts';

const heerlen = 'publicist@heerlen.example';
const clientAs = async (account: string): Promise<{ client: Client; secret: string }> => {
  const secret = await signIn(stage.address, account, stage.demoPassword);
  return { client: clientOf(stage.address, secret), secret };
};

/** Brunssum names Heerlen in what it then publishes. */
async function nameHeerlen(title: string) {
  const publisher = clientOf(stage.address, stage.secrets.publisher);
  const { id } = await publisher.interventions.create.mutate({ title });
  await publisher.interventions.stateParticipation.mutate({
    id,
    municipality: 'gm0917',
    commitment: 'confirmed',
    pupils: 10,
    schools: 'Een school',
  });
  return { publisher, id };
}

/** Publishes it with everything publishing asks for; the slug of the page. */
async function publish(publisher: Client, id: string, title: string): Promise<string> {
  const { content } = await publisher.interventions.workingCopy.query({
    id: (await publishIntervention(publisher, { title: `Voorbeeld voor ${title}` })).id,
  });
  const { revision } = await publisher.interventions.workingCopy.query({ id });
  const saved = await publisher.interventions.save.mutate({ id, revision, content: { ...content, title } });
  const input = { id, revision: saved.revision, note: '', personalDataReason: null };
  return (await publisher.interventions.publish.mutate(input)).slug;
}

describe('a municipality that is named', () => {
  it('goes from the mail to its answer, the page and the draft without JavaScript', async () => {
    const title = 'Samen lezen over de grens';
    const { publisher, id } = await nameHeerlen(title);
    const slug = await publish(publisher, id, title);
    const { client, secret } = await clientAs(heerlen);
    const mail = async () =>
      (await client.accounts.demoMail.query()).mails.find(
        ({ recipient, text, subject }) => recipient === heerlen && `${subject}${text}`.includes(title),
      );
    await expect.poll(mail, { timeout: 15_000 }).toBeDefined();
    const link = /https?:\/\/\S+\/mijn\/deelnames\/\S+/.exec((await mail())?.text ?? '')?.[0] ?? '';

    const visitor = await visit({ javaScript: false });
    await visitor.goto(`/interventies/${slug}`);
    const card = visitor.locator('.participants li', { hasText: 'Heerlen' });
    expect(await card.innerText()).toContain('nog niet bevestigd');

    const page = await visit({ javaScript: false, secret, width: 390 });
    await page.goto('/mijn');
    expect(await page.locator('h2').first().innerText()).toBe('Wacht op u');
    expect(await page.locator('main').innerText()).toContain(title);
    await page.goto(new URL(link).pathname);
    const shown = await page.locator('main').innerText();
    expect(shown).toContain(title);
    expect(shown).not.toContain('leesmaatje');
    expect((await page.goto(`/mijn/interventies/${id}`))?.status()).toBe(404);
    await page.goto(new URL(link).pathname);
    await page.getByLabel('Ja, onder voorbehoud').check();
    await page.getByLabel('Aantal leerlingen').fill('24');
    await page.getByRole('button', { name: 'Leg antwoord vast' }).click();
    // The condition is still missing; what was typed is still there.
    await page.getByRole('heading', { name: 'Zeg nog onder welk voorbehoud' }).waitFor();
    expect(await page.getByLabel('Aantal leerlingen').inputValue()).toBe('24');
    expect(await page.getByLabel('Ja, onder voorbehoud').isChecked()).toBe(true);
    await page.getByLabel('Onder welk voorbehoud').fill('Als de raad akkoord gaat.');
    await page.getByRole('button', { name: 'Leg antwoord vast' }).click();
    await page.getByText('Uw antwoord is vastgelegd.').waitFor();
    expect(await page.locator('main').innerText()).toContain('leesmaatje');

    await visitor.goto(`/interventies/${slug}`);
    const after = await card.innerText();
    expect(after).toContain('onder voorbehoud: Als de raad akkoord gaat.');
    expect(after).toContain('24 leerlingen');
    expect(after).not.toContain('nog niet bevestigd');

    const lead = await visit({ as: 'editor', javaScript: false });
    await lead.goto(`/mijn/interventies/${id}`);
    const answered = lead.locator('.asked li', { hasText: 'Heerlen' });
    expect(await answered.innerText()).toContain('door een publiceerder');
    const row = answered.locator('tr', { hasText: 'Aantal leerlingen' });
    expect((await row.innerText()).split(/\s+/).slice(-2)).toEqual(['10', '24']);
  });

  it('says no with the keyboard alone, is named no more, and the lead reads why', async () => {
    const title = 'Een plan waar een ander niet aan meedoet';
    const { publisher, id } = await nameHeerlen(title);
    const slug = await publish(publisher, id, title);
    const { secret } = await clientAs(heerlen);
    const page = await visit({ secret });
    await page.goto(`/mijn/deelnames/${id}`);
    await tabTo(page, 'summary', 'Nee, wij doen niet mee');
    await page.keyboard.press('Enter');
    await tabTo(page, 'textarea', /^Toelichting/);
    await page.keyboard.type('Dit jaar is er geen plaats.');
    await tabTo(page, 'button', 'Nee, wij doen niet mee');
    await page.keyboard.press('Enter');
    await page.getByText('uw gemeente doet niet mee').waitFor();
    const visitor = await visit();
    await visitor.goto(`/interventies/${slug}`);
    expect(await visitor.locator('main').innerText()).not.toContain('Heerlen');
    const lead = await visit({ as: 'editor' });
    await lead.goto(`/mijn/interventies/${id}`);
    expect(await lead.locator('.asked').innerText()).toContain('Dit jaar is er geen plaats.');
  });
});
