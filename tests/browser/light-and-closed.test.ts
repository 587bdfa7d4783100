// What goes over the line: scripts are weighed and what comes from elsewhere is heard (each page: every-page.test.ts), and
// headers keep the door shut.
import { describe, expect, it } from 'vitest';
import { listenTo, weighed } from './looking.ts';
import { pagesInOtherStates, pagesOfRoutes, type Who } from './pages.ts';
import { signIn } from './stage.ts';
import { addressOf, stage, visit } from './visit.ts';

/** Who looks: an administrator sees whatever a member of the municipality does. */
const memberFor = (who: readonly Who[]) => {
  if (who.includes('visitor')) return undefined;
  return who.includes('coordinator') ? ('coordinator' as const) : ('administrator' as const);
};

describe('what goes over the line', () => {
  it('weighs scripts and hears what comes from elsewhere', async () => {
    const page = await visit();
    const { responses, complaints } = listenTo(page);
    await page.goto('/');
    expect(await weighed(responses)).toBeGreaterThan(500);
    await page.evaluate(() =>
      document.body.append(Object.assign(new Image(), { src: 'https://elders.example/x.png' })),
    );
    await expect.poll(() => complaints.join('\n')).toContain('https://elders.example');
  });

  it('runs no script that somebody put into a page', async () => {
    const page = await visit();
    const { complaints } = listenTo(page);
    await page.goto('/over');
    await page.evaluate(() => {
      const script = Object.assign(document.createElement('script'), { text: 'window.planted = true' });
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<button onclick="window.planted = true">x</button>');
      document.body.lastElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
    expect(complaints.join('\n')).toMatch(/Content Security Policy/i);
  });
});

/** As `fetch` gives it; Playwright has a `Response` of its own. */
type Answer = Awaited<ReturnType<typeof fetch>>;

describe('headers', () => {
  const everywhere = Object.entries({ ...pagesOfRoutes, ...pagesInOtherStates }).map(
    ([name, { address, who }]) => ({
      name,
      path: address(stage.made),
      as: memberFor(who),
    }),
  );

  const closed = ({ headers }: Answer) => {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toMatch(/no-referrer|same-origin|strict-origin/);
    expect(headers.get('cache-control')).toContain('no-store');
  };

  /** A link out of a mail leaves its secret in a cookie and leads on to the page; that answer is closed as well. */
  async function pageAt(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(addressOf(path), { headers, redirect: 'manual' });
    if (response.status !== 303) return response;
    closed(response);
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return fetch(addressOf(response.headers.get('location') ?? '/'), {
      headers: { cookie },
      redirect: 'manual',
    });
  }

  it.each(everywhere)('of $name keep the door shut', async ({ path, as }) => {
    const response = await pageAt(path, as && { cookie: `kansenplein=${stage.secrets[as]}` });
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/unsafe|\*|https?:/);
    // Any script written in the page itself must carry a nonce that this answer's policy names.
    for (const [tag] of html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)) {
      const nonce = /nonce="([^"]+)"/.exec(tag)?.[1];
      expect(scripts).toContain(`'nonce-${nonce}'`);
    }
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "default-src 'self'",
    ])
      expect(policy).toContain(part);
    closed(response);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('say what happened: 404 for what is not there, 410 for what was withdrawn, 200 for the rest', async () => {
    const statusOf = async (path: string) => (await fetch(addressOf(path))).status;
    expect(await statusOf('/bestaat-niet')).toBe(404);
    expect(await statusOf(`/interventies/bestaat-niet-${'z'.repeat(10)}`)).toBe(404);
    expect(await statusOf(`/interventies/${stage.made.withdrawn}`)).toBe(410);
    expect(await statusOf(`/interventies/${stage.made.intervention}`)).toBe(200);
  });

  it('give the login in a cookie that no script reads and no other site sends along', async () => {
    const page = await visit();
    await page.goto('/inloggen');
    await page.getByRole('button', { name: /^Partner Bibliotheek/ }).click();
    await page.waitForURL('**/mijn');
    const [cookie, ...others] = await page.context().cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: 'kansenplein', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(Buffer.from(cookie?.value ?? '', 'base64url').length).toBeGreaterThanOrEqual(32);
  });

  it('of another site open nothing: a form from elsewhere changes nothing', async () => {
    const secret = await signIn(stage.address, 'publicist@delft.example', stage.demoPassword);
    const title = `Van buiten gestuurd ${Date.now()}`;
    const send = (origin: string) =>
      fetch(addressOf('/mijn?/interventie'), {
        method: 'POST',
        headers: {
          cookie: `kansenplein=${secret}`,
          origin,
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ titel: title }),
        redirect: 'manual',
      });
    expect((await send('https://elders.example')).status).toBe(403);
    const desk = async () =>
      (await fetch(addressOf('/mijn'), { headers: { cookie: `kansenplein=${secret}` } })).text();
    expect(await desk()).not.toContain(title);
    expect((await send(stage.address)).status).toBe(303);
    expect(await desk()).toContain(title);
  });
});
