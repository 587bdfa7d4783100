// One look at a page by one person, of which everything is asked at once: what came over the line, what the page says of
// itself, where the keyboard is, whether it fits a small telephone, and what bars the way. The tests tell these apart.
import type { Page, Response } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { barriersOn, type Look } from './barriers.ts';
import { tooSmall, wide } from './fit.ts';
import type { Member } from './stage.ts';
import { stage, visit } from './visit.ts';

export interface Heard {
  readonly responses: Response[];
  readonly complaints: string[];
}

/** Everything this page asks for, and everything it complains about. */
export function listenTo(page: Page): Heard {
  const heard: Heard = { responses: [], complaints: [] };
  page.on('response', (response) => heard.responses.push(response));
  page.on('pageerror', (error) => heard.complaints.push(error.message));
  page.on('requestfailed', (request) => heard.complaints.push(`failed: ${request.url()}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.complaints.push(message.text());
  });
  return heard;
}

/** Bytes of script as they go over the line. */
export async function weighed(responses: readonly Response[]): Promise<number> {
  const scripts = responses.filter((response) => response.request().resourceType() === 'script');
  const bodies = await Promise.all(scripts.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** What goes over the line until everything is there. */
export interface OverTheLine {
  readonly complaints: readonly string[];
  /** What was asked of another origin than ours. */
  readonly elsewhere: readonly string[];
  readonly script: number;
  /** Scripts that stand in the page itself. */
  readonly inline: number;
}

async function overTheLine(page: Page, { responses, complaints }: Heard): Promise<OverTheLine> {
  return {
    complaints: [...complaints],
    elsewhere: responses.map((each) => each.url()).filter((url) => new URL(url).origin !== stage.address),
    script: await weighed(responses),
    inline: await page.locator('script:not([src])').count(),
  };
}

export interface Focused {
  readonly tag: string;
  /** The place where one is differs to the eye from itself without focus. */
  readonly shown: boolean;
}

/** Presses Tab and tells where one is; null at the end. */
async function tabOn(page: Page): Promise<Focused | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const look = () => {
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor } =
        getComputedStyle(element);
      const outline =
        outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineStyle} ${outlineWidth}`;
      return `${outline} ${boxShadow} ${backgroundColor} ${borderColor}`;
    };
    const focused = look();
    element.blur();
    const plain = look();
    element.focus();
    return { tag: element.outerHTML.slice(0, 100), shown: focused !== plain };
  });
}

/** What a page says of itself, how the keyboard goes, and what does not fit 320 pixels. */
export interface Ways {
  readonly language: string | null;
  readonly title: string;
  readonly headings: number;
  readonly mains: number;
  readonly saysDemo: boolean;
  /** From the first Tab on, sixteen at most. */
  readonly passed: readonly Focused[];
  readonly wide: readonly string[];
  readonly tooSmall: readonly string[];
}

async function waysOn(page: Page): Promise<Ways> {
  const said = {
    language: await page.locator('html').getAttribute('lang'),
    title: await page.title(),
    headings: await page.locator('h1').count(),
    mains: await page.locator('main').count(),
    saysDemo: await page.getByText('Voorbeeldgegevens:').isVisible(),
  };
  const passed: Focused[] = [];
  for (let here = await tabOn(page); here && passed.length < 16; here = await tabOn(page)) passed.push(here);
  await page.setViewportSize({ width: 320, height: 640 });
  const fit = { wide: await wide(page), tooSmall: await tooSmall(page) };
  // As it was when the page opened: nothing in hand, at the top.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  return { ...said, passed, ...fit };
}

export interface Seen extends OverTheLine {
  /** Where the page is shown, without what was asked of it. */
  readonly shownAt: string;
  readonly ways: Ways | null;
  readonly barriers: readonly string[];
}

export interface ToLookAt {
  readonly path: string;
  /** Left out: a visitor. */
  readonly as?: Member | undefined;
  readonly looks: readonly Look[];
  /** Whether the keyboard goes through it and a small telephone shows it as well. */
  readonly ways: boolean;
}

/** Opens the page once, and asks in the order in which nothing that is asked changes what comes after. */
export async function lookAt({ path, as, looks, ways }: ToLookAt): Promise<Seen> {
  const page = await visit(as && { as });
  const heard = listenTo(page);
  await page.goto(path, { waitUntil: 'load' });
  const seen = {
    shownAt: new URL(page.url()).pathname,
    ...(await overTheLine(page, heard)),
    ways: ways ? await waysOn(page) : null,
    barriers: await barriersOn(page, looks),
  };
  await page.context().close();
  return seen;
}
