// The alderman before a meeting: the first screen of an agenda says how it stands.
import { describe, expect, it } from 'vitest';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const WIDTH = 390;
const HEIGHT = 844;

const { hits } = await clientOf(stage.address, null).finding.find.query({ kinds: ['agenda'], limit: 50 });
const agendas = hits.flatMap((hit) => (hit.kind === 'agenda' ? [hit.card] : []));
// A title as long as one may be fills the screen by itself (overfull.test.ts).
const withProgress = agendas.filter(({ title, progress }) => title.length < 120 && progress.total > 0);

describe('an agenda on a telephone, before anybody scrolls', () => {
  it('has agendas to look at, and one with late actions', () => {
    expect(withProgress.length).toBeGreaterThan(2);
    expect(withProgress.some(({ progress }) => progress.late > 0)).toBe(true);
  });

  it.each(withProgress)('$title: goals, how far, and what is late', async ({ slug, progress }) => {
    const page = await visit({ width: WIDTH, height: HEIGHT });
    await page.goto(`/agendas/${slug}`);
    const seen = await page.locator('main').evaluate((main, height) => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const { bottom, width, height: own } = range.getBoundingClientRect();
        if (own > 0 && width > 1 && bottom <= height) texts.push(walker.currentNode.textContent ?? '');
      }
      return texts.join(' ').replace(/\s+/g, ' ');
    }, HEIGHT);
    expect(seen).toMatch(new RegExp(`${progress.done} van (de )?${progress.total} acties`));
    if (progress.late > 0) expect(seen).toMatch(new RegExp(`${progress.late} .{0,20}te laat`));
    // As written: a style may show shouted titles in ordinary letters.
    const goals = await page.locator('.goals .goal-title').allTextContents();
    const visible = goals.filter((goal) => seen.includes(goal.replace(/\s+/g, ' ')));
    expect(visible.length).toBeGreaterThanOrEqual(Math.min(2, goals.length));
    expect(goals.length).toBeGreaterThan(0);
  });
});
