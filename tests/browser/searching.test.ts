// From a question to a result: with a script it is quicker, without one it is all there.
import { createHash, randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { asSuperuser } from '../support/sql.ts';
import { tabTo } from './keys.ts';
import { stage, visit } from './visit.ts';

const numberIn = (text: string) => Number(/\d+/.exec(text.replace(/\./g, ''))?.[0]);
const countOn = async (page: Page) => numberIn(await page.locator('.result-head h2').innerText());
const asked = (page: Page) => new URL(page.url()).searchParams;

describe('suggestions while typing', () => {
  it('are chosen with the arrows, give back what was typed, and search by Enter', async () => {
    const page = await visit();
    await page.goto('/zoeken');
    const field = page.getByRole('combobox', { name: 'Zoek in Kansenplein' });
    await field.pressSequentially('overst');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const first = await options.first().innerText();
    expect(await field.inputValue()).toBe(first);
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await field.inputValue()).toBe('overst');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('overst');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    await field.pressSequentially('a');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = await field.inputValue();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zoeken?q=*');
    expect(asked(page).get('q')).toBe(chosen);
    expect(await countOn(page)).toBeGreaterThan(0);
  });
});

describe.each([
  ['with a script', true],
  ['without JavaScript', false],
] as const)('the search page %s', (_name, javaScript) => {
  it('shows some of each kind, and all of a kind by a link with its number', async () => {
    const page = await visit({ javaScript });
    await page.goto('/zoeken?q=taal');
    const total = await countOn(page);
    await page.getByRole('link', { name: 'Per soort' }).click();
    expect(asked(page).get('weergave')).toBe('soort');
    const link = page.getByRole('link', { name: /^Alle \d+ interventies$/ });
    const promised = numberIn(await link.innerText());
    expect(promised).toBeLessThan(total);
    await link.click();
    expect(await countOn(page)).toBe(promised);
    expect(asked(page).getAll('soort')).toEqual(['interventie']);
  });

  it('finds a municipality among the filters by the beginning of its name, with its true number', async () => {
    const page = await visit({ javaScript });
    await page.goto('/zoeken?q=&soort=interventie');
    const everything = await countOn(page);
    const field = page.getByRole('textbox', { name: 'Zoek een gemeente' });
    if (javaScript) await field.pressSequentially('bruns');
    else {
      await field.fill('bruns');
      await field.press('Enter');
    }
    const choice = page.locator('#keuze-gemeente label');
    await expect.poll(() => choice.allInnerTexts()).toHaveLength(1);
    const promised = numberIn(await choice.locator('.count').innerText());
    expect(promised).toBeGreaterThan(0);
    expect(promised).toBeLessThan(everything);
    await choice.locator('input').check();
    if (!javaScript) await page.getByRole('button', { name: 'Toon wat past' }).click();
    await expect.poll(() => countOn(page)).toBe(promised);
    expect(asked(page).get('gemeente')).toBe('gm0899');
    expect(asked(page).get('soort')).toBe('interventie');
    await page.getByRole('link', { name: 'Brunssum weghalen' }).click();
    expect(asked(page).get('gemeente')).toBeNull();
    // Other tests publish in the same alliance meanwhile: what is there grows.
    expect(await countOn(page)).toBeGreaterThanOrEqual(everything);
  });

  it('says what to let go of when nothing is found, and gives what it promised', async () => {
    const page = await visit({ javaScript });
    await page.goto('/zoeken?q=qqxxyyzz&thema=armoede');
    const less = page.getByRole('listitem').filter({ hasText: 'zonder het woord ‘qqxxyyzz’' });
    const promised = numberIn(await less.getByRole('link').innerText());
    await less.getByRole('link').click();
    expect(await countOn(page)).toBe(promised);
    expect(asked(page).get('thema')).toBe('armoede');
  });

  it('says what it searched instead, and searches for the words as typed on request', async () => {
    const page = await visit({ javaScript });
    await page.goto('/zoeken?q=verzium');
    expect(await page.locator('.opening').innerText()).toContain('Dit zijn de resultaten voor verzuim');
    await page.getByRole('link', { name: 'Zoek toch op ‘verzium’' }).click();
    expect(asked(page).get('letterlijk')).toBe('1');
    expect(await page.locator('.opening').innerText()).toContain('Alleen letterlijk gezocht');
  });

  it('keeps a question, changes its mail, and throws it away', async () => {
    const page = await visit({ as: 'publisher', javaScript });
    await page.goto('/zoeken?q=ouders&thema=ouderbetrokkenheid');
    await page.getByRole('link', { name: 'Bewaar deze vraag' }).click();
    expect(await page.getByLabel('Naam').inputValue()).toBe('‘ouders’, Ouderbetrokkenheid');
    const name = `Ouders ${javaScript ? 'met' : 'zonder'} script`;
    await page.getByLabel('Naam').fill(' ');
    await page.getByLabel('Mail over nieuwe resultaten').selectOption('week');
    await page.getByRole('button', { name: 'Bewaar zoekvraag' }).click();
    // Refused: nothing that was chosen is lost.
    expect(await page.getByLabel('Mail over nieuwe resultaten').inputValue()).toBe('week');
    await page.getByLabel('Naam').fill(name);
    await page.getByRole('button', { name: 'Bewaar zoekvraag' }).click();
    const row = page.locator('.question-row').filter({ hasText: name });
    expect(await row.innerText()).toContain('Mail: elke week');
    await row.locator('summary').click();
    await row.getByLabel('Mail').selectOption('geen');
    await row.getByRole('button', { name: 'Bewaar' }).click();
    expect(await row.innerText()).toContain('Geen mail');
    await row.getByRole('link', { name }).click();
    expect(asked(page).getAll('thema')).toEqual(['ouderbetrokkenheid']);
    await page.goBack();
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Gooi weg' }).click();
    await expect.poll(() => row.count()).toBe(0);
  });
});

describe('what was found', () => {
  it('is a table for who is signed in, as long as the list, and a way to sign in for others', async () => {
    const page = await visit({ as: 'editor' });
    await page.goto('/zoeken?q=ouders');
    const total = await countOn(page);
    const href = (await page.getByRole('link', { name: 'Download als CSV' }).getAttribute('href')) ?? '';
    const answer = await page.request.get(href);
    expect(answer.headers()['content-type']).toContain('text/csv');
    expect((await answer.text()).trimEnd().split('\r\n')).toHaveLength(total + 1);
    const visitor = await visit();
    await visitor.goto(href);
    expect(new URL(visitor.url()).pathname).toBe('/inloggen');
  });

  it('stands on paper without filters, with the question and its address', async () => {
    const page = await visit();
    await page.goto('/zoeken?q=ouders&thema=ouderbetrokkenheid&weergave=afdruk');
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('main').innerText();
    expect(text).toContain('Gezocht op ‘ouders’');
    expect(text).toContain('Thema: Ouderbetrokkenheid');
    expect(text).toContain('/zoeken?q=ouders');
    expect(text).not.toContain('Druk deze lijst af');
  });
});

describe('whatever is typed', () => {
  it.each([
    ['nothing', ''],
    ['ten kilobytes', 'overstap '.repeat(1100)],
    ['stop words alone', 'de het een van'],
    ['operators alone', '- " ( ) & | ! * : <->'],
    ['control characters', 'over\u0000stap\u0007\u202e'],
    ['half a character', `${'x'.repeat(199)}😀`],
  ])('%s: gets an answer and stays in the field', async (_what, typed) => {
    const page = await visit();
    const answer = await page.goto(`/zoeken?${new URLSearchParams({ q: typed })}`);
    expect(answer?.status()).toBe(200);
    const kept = await page.getByRole('combobox').inputValue();
    expect(kept).toBe(kept.trim());
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(8, typed.trim().length));
  });

  it('a page that does not exist is refused in a sentence, with the question still there', async () => {
    const page = await visit();
    const answer = await page.goto(
      '/zoeken?q=ouders&thema=armoede&na=1000000000&pagina=1000000000&onbekend=1',
    );
    expect(answer?.status()).toBe(400);
    expect(await page.getByRole('combobox').inputValue()).toBe('ouders');
    await page.getByRole('link', { name: 'Naar het begin van de resultaten' }).click();
    expect(asked(page).get('thema')).toBe('armoede');
    expect(await page.locator('.result-head').count()).toBe(1);
  });
});

describe('the link that stops a mail', () => {
  it('asks once, by the keyboard, without signing in, and says so afterwards', async () => {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('hex');
    await asSuperuser(
      stage.superuserUrl,
      `insert into saved_search (id, account_id, membership_id, name, question, alert, due_at, stop_hashes, visible_to, audience, writable_by)
       select gen_random_uuid(), m.account_id, m.id, 'Te stoppen', '{}', 'day', now() + interval '1 day', array[$1], '{}', 0, '{}'
       from membership m where m.ended_at is null limit 1`,
      [hash],
      { withoutTriggers: true },
    );
    const page = await visit();
    await page.goto(`/zoekmail-stoppen/${token}`);
    expect(new URL(page.url()).pathname).toBe('/zoekmail-stoppen');
    expect(await page.locator('main').innerText()).toContain('Te stoppen');
    await tabTo(page, 'button', 'Stop deze mail');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'U krijgt hierover geen mail meer' }).waitFor();
    const rows = await asSuperuser(
      stage.superuserUrl,
      `select alert, due_at from saved_search where name = 'Te stoppen'`,
    );
    expect(rows).toEqual([{ alert: 'none', due_at: null }]);
    await asSuperuser(stage.superuserUrl, `delete from saved_search where name = 'Te stoppen'`);
  });
});
