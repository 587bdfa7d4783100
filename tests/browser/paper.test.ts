// Paper from the browser: downloading without JavaScript, and what a printer gets of a page.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stage, visit } from './visit.ts';

const { intervention, agenda, draft } = stage.made;

async function downloaded(page: Page, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-paper-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await download.saveAs(join(folder, 'paper'));
  const start = (await readFile(join(folder, 'paper'))).subarray(0, 5).toString('latin1');
  return { name: download.suggestedFilename(), start };
}

describe('Downloading', () => {
  it.each([
    ['an intervention', `/interventies/${intervention}`, 'interventie', intervention],
    ['an agenda', `/agendas/${agenda}`, 'agenda', agenda],
  ])('%s as Word and as PDF needs no account and no JavaScript', async (_what, path, noun, slug) => {
    const page = await visit({ javaScript: false, width: 390 });
    await page.goto(path);
    const named = (form: string) => new RegExp(`^${noun}-${slug}-\\d{4}-\\d\\d-\\d\\d\\.${form}$`);
    expect(await downloaded(page, 'Download als Word')).toEqual({
      name: expect.stringMatching(named('docx')),
      start: expect.stringMatching(/^PK/),
    });
    expect(await downloaded(page, 'Download als PDF')).toEqual({
      name: expect.stringMatching(named('pdf')),
      start: '%PDF-',
    });
    // Printing is the browser's; without JavaScript no button promises it.
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false);
  });

  it('a draft from its editor says Concept in the name of the file', async () => {
    const page = await visit({ as: 'editor' });
    await page.goto(`/mijn/interventies/${draft}`);
    const { name } = await downloaded(page, 'Download als PDF');
    expect(name).toMatch(/^CONCEPT-interventie-.*\.pdf$/);
  });

  it('who could not have it is told so on the page, and what to do', async () => {
    const page = await visit();
    await page.goto(`/agendas/${agenda}?papier=druk#papier`);
    const notice = page.locator('#papier [role=status]');
    expect(await notice.innerText()).toContain('Wacht een halve minuut');
    await page.goto(`/agendas/${agenda}?papier=__proto__#papier`);
    expect(await notice.count()).toBe(0);
  });
});

describe('A page on paper', () => {
  it.each([
    ['an intervention', `/interventies/${intervention}`],
    ['an agenda', `/agendas/${agenda}`],
    ['a version', `/interventies/${intervention}/versies/1`],
    ['a comparison', `/interventies/${intervention}/versies/vergelijken`],
  ])('%s has its title and address, no menus, and is black on white', async (_what, path) => {
    const page = await visit();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(path);
    const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count();
    expect(await shown('h1')).toBe(1);
    expect(await shown('.site-top, .site-foot, .crumbs, .menu, .no-print, form')).toBe(0);
    expect(await page.locator('.printed-from').innerText()).toContain(new URL(path, stage.address).pathname);
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
  });

  it('says where the links of an agenda lead, and folds nothing away', async () => {
    const page = await visit();
    await page.emulateMedia({ media: 'print' });
    await page.goto(`/agendas/${agenda}`);
    const after = await page
      .locator('.side .plain-list a[href^="/interventies/"], .actions a[href^="/interventies/"]')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content));
    expect(after.length).toBeGreaterThan(0);
    for (const content of after) expect(content).toContain('/interventies/');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toContain('/Type /Page');
  });
});
