// A conversation that one reads while others write in it: what they write appears, and nothing one does is disturbed.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor).communities;
const coordinator = clientOf(stage.address, stage.secrets.coordinator).communities;

/** A conversation of its own; where it is read. */
async function begun(title: string) {
  const { id: community } = await editor.get.query({ handle: stage.made.community.slice(-10) });
  const { id, slug } = await editor.startThread.mutate({
    id: community,
    kind: 'question',
    title,
    body: 'Wie weet raad?',
  });
  return { id, path: `/communities/${stage.made.community}/gesprekken/${slug}` };
}

const posts = (page: Page) => page.locator('ol.posts > li');
const shows = (page: Page, count: number) =>
  expect.poll(() => posts(page).count(), { timeout: 5_000 }).toBe(count);
/** Opened, and the stream with it. */
async function reading(path: string) {
  const page = await visit({ as: 'coordinator' });
  const live = page.waitForResponse((answer) => answer.url().includes('/live/gesprekken/'));
  await page.goto(path);
  await live;
  // Lost by a reload.
  await page.evaluate(() => document.body.setAttribute('data-same', 'ja'));
  return page;
}
const isSame = (page: Page) => page.evaluate(() => document.body.getAttribute('data-same'));

describe('a conversation', () => {
  it('shows what others write without a reload, says so to who listens, and leaves what one types alone', async () => {
    const { id, path } = await begun('Wat anderen schrijven');
    const page = await reading(path);
    const box = page
      .locator('form#antwoord [contenteditable="true"], form#antwoord textarea:visible')
      .first();
    await box.click();
    await page.keyboard.type('Wij schrijven nog');
    await editor.reply.mutate({ id, body: 'Probeer het op het **schoolplein**.' });
    await shows(page, 2);
    expect(await posts(page).last().locator('strong').innerText()).toBe('schoolplein');
    expect(await page.locator('[data-thread-said]').innerText()).toMatch(/^Nieuwe reactie van /);
    expect(await page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('id'))).toBe(
      'antwoord',
    );
    expect(await box.evaluate((each) => each.textContent || (each as HTMLTextAreaElement).value)).toContain(
      'Wij schrijven nog',
    );
    expect(await isSame(page)).toBe('ja');
  });

  it('shows corrections and removals in their place, and each post once', async () => {
    const { id, path } = await begun('Wat verandert');
    const [first, second] = [
      await editor.reply.mutate({ id, body: 'Eerst.' }),
      await editor.reply.mutate({ id, body: 'Daarna.' }),
    ];
    const page = await reading(path);
    await editor.editPost.mutate({ id: first.id, body: 'Eerst, maar anders.' });
    await editor.removePost.mutate({ id: second.id });
    await coordinator.reply.mutate({ id, body: 'Tot slot.' });
    await shows(page, 4);
    await expect.poll(() => posts(page).nth(1).innerText()).toContain('Eerst, maar anders.');
    await expect.poll(() => posts(page).nth(2).innerText()).toContain('Verwijderd door de schrijver.');
    expect(await posts(page).evaluateAll((all) => all.map((each) => each.id))).toEqual(
      [0, 1, 2, 3].map((number) => `bericht-${number}`),
    );
    expect(await isSame(page)).toBe('ja');
  });

  it('is read by reloading where there is no JavaScript', async () => {
    const { id, path } = await begun('Zonder script');
    const page = await visit({ as: 'coordinator', javaScript: false });
    await page.goto(path);
    await page.locator('textarea[name="body"]').fill('Zonder script geplaatst.');
    await page.getByRole('button', { name: 'Plaats' }).click();
    await page.waitForURL(/gedaan=geplaatst#bericht-1$/);
    await editor.reply.mutate({ id, body: 'Gezien.' });
    await page.reload();
    expect(await posts(page).count()).toBe(3);
  });
});

describe('what is refused', () => {
  /** Sends a reply as a form without a script does. */
  const send = async (path: string, id: string, body: string) => {
    const answer = await fetch(new URL(`${path}?/antwoord`, stage.address), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: `kansenplein=${stage.secrets.editor}`,
        origin: stage.address,
        accept: 'text/html',
      },
      body: new URLSearchParams({ id, body, links: '' }),
    });
    return { status: answer.status, text: await answer.text() };
  };

  it.each([
    ['a text that is far too long', 'lang '.repeat(60_000)],
    ['lists in lists in lists', `${'- '.repeat(2_000)}x`],
    ['HTML in HTML', '<div>'.repeat(1_500)],
  ])('comes back as it was typed: %s', async (name, body) => {
    const { id, path } = await begun(`Invoer: ${name}`);
    const { status, text } = await send(path, id, body);
    expect(status).toBe(400);
    const page = await visit();
    await page.setContent(text.replaceAll(/<script[^>]*>|<link[^>]*>/g, ''));
    expect(await page.locator('textarea[name="body"]').inputValue()).toBe(body);
  });

  it('is told to go back, where it still stands, when it is ten megabytes', async () => {
    const { id, path } = await begun('Invoer: te groot');
    const { status, text } = await send(path, id, 'lang '.repeat(2_000_000));
    expect(status).toBe(413);
    expect(text).toContain('Ga terug in uw browser');
  });
});
