// Every answer of the host carries every header: pages, procedures, files, redirects, errors, and what is no request at all.
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { serveHost, type Pages } from '../support/pages.ts';

const root = join(import.meta.dirname, '../..');
const origin = 'https://plein.example';

let alliance: Alliance;
/** Both in one process, as `npm start` has it, behind a public https address. */
let whole: Pages;
/** Pages that ask an API elsewhere. */
let apart: Pages;
/** Pages whose API does not answer. */
let broken: Pages;
let administrator: string;

beforeAll(async () => {
  alliance = await makeAlliance();
  administrator = await alliance.secretOf('administrator');
  const { appUrl, workerUrl } = alliance.urls;
  const shared = { ORIGIN: origin, DEMO: '0', SECURITY_CONTACT: 'lek@plein.example' };
  // Each is known as soon as it is up, so that it is stopped also when another does not come up.
  await Promise.all([
    serveHost({
      ...shared,
      DATABASE_URL: appUrl,
      DATABASE_WORKER_URL: workerUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'plein@plein.example',
      SECRET_KEY: randomBytes(32).toString('base64'),
      FILES_DIR: alliance.filesFolder,
    }).then((host) => (whole = host)),
    serveHost({ ...shared, API_URL: alliance.origin }).then((host) => (apart = host)),
    serveHost({ ...shared, API_URL: 'http://127.0.0.1:1', LOG_LEVEL: 'silent' }).then(
      (host) => (broken = host),
    ),
  ]);
}, 120_000);
afterAll(async () => {
  await Promise.all([whole?.stop(), apart?.stop(), broken?.stop()]);
  await alliance?.close();
});

interface Bare {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Bytes to the socket, bytes from it: nothing in between that would mend a broken request or drop a header. */
function send(host: Pages, bytes: string): Promise<Bare> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, 'localhost', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.setTimeout(10_000, () =>
      socket.destroy(new Error(`no answer to ${JSON.stringify(bytes.slice(0, 80))}`)),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1');
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      resolve({
        status: Number(first.split(' ')[1]),
        headers: lines.map((line) => {
          const at = line.indexOf(':');
          return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
        }),
        body: rest.join('\r\n\r\n'),
      });
    });
  });
}

const ask = (
  host: Pages,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Bare> =>
  send(
    host,
    [
      `${method} ${path} HTTP/1.1`,
      `Host: localhost:${host.port}`,
      'Connection: close',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
      '',
      body,
    ].join('\r\n'),
  );

const directives = (policy: string): Map<string, string> =>
  new Map(
    policy.split(';').map((each): [string, string] => {
      const [name = '', ...values] = each.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );

const once = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cache-control'];

/** What is wrong with the headers of one answer; empty when nothing is. */
function wrongHeaders({ headers }: Bare, referrer = 'same-origin'): string[] {
  const all = (name: string) => headers.filter(([each]) => each === name).map(([, value]) => value);
  const one = (name: string) => all(name).at(0) ?? '';
  const policy = directives(one('content-security-policy'));
  const scripts = policy.get('script-src') ?? policy.get('default-src') ?? '';
  const rules: [boolean, string][] = [
    ...once.map((name): [boolean, string] => [all(name).length !== 1, `${name}: ${all(name).length} times`]),
    [policy.get('object-src') !== "'none'", 'object-src'],
    [policy.get('base-uri') !== "'none'", 'base-uri'],
    [policy.get('frame-ancestors') !== "'none'", 'frame-ancestors'],
    [policy.get('form-action') !== "'self'", 'form-action'],
    [!["'none'", "'self'"].includes(policy.get('default-src') ?? ''), 'default-src'],
    [/unsafe|\*|https?:|data:/.test(scripts) || scripts === '', `script-src ${scripts}`],
    [/unsafe|\*|https?:/.test(policy.get('style-src') ?? ''), 'style-src'],
    [one('x-content-type-options') !== 'nosniff', 'nosniff'],
    [one('referrer-policy') !== referrer, 'referrer-policy'],
    [!/camera=\(\).*geolocation=\(\).*microphone=\(\)/.test(one('permissions-policy')), 'permissions-policy'],
    [one('cross-origin-opener-policy') !== 'same-origin', 'opener'],
    [one('cross-origin-resource-policy') !== 'same-origin', 'resource policy'],
    [!/max-age=31536000; includeSubDomains/.test(one('strict-transport-security')), 'hsts'],
    ...['x-powered-by', 'server', 'x-sveltekit-page', 'via'].map((name): [boolean, string] => [
      all(name).length > 0,
      `${name} tells ${one(name)}`,
    ]),
  ];
  return rules.filter(([wrong]) => wrong).map(([, what]) => what);
}

const cacheOf = ({ headers }: Bare) => headers.find(([name]) => name === 'cache-control')?.[1];

const routes = readdirSync(join(root, 'apps/web/src/routes'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\+(page\.svelte|server\.ts)$/.test(path))
  .map(
    (path) =>
      `/${path
        .split(sep)
        .slice(0, -1)
        .filter((part) => !part.startsWith('('))
        .join('/')}`,
  );
const example = (route: string) => route.replace(/\[[^\]]+\]/g, `voorbeeld-${'z'.repeat(10)}`);
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );

describe.each([
  ['in one process', () => whole],
  ['with the API elsewhere', () => apart],
] as const)('%s', (_name, hostOf) => {
  it.each(routes)('%s has them all, whoever asks and however', async (route) => {
    const wrong: unknown[] = [];
    // An address that is a key leads on at once, and tells nobody where it led from.
    const isKey = /\[token\]|\/inloggen\/terug$/.test(route);
    const cookie = { Cookie: `__Host-kansenplein=${administrator}` };
    for (const headers of [{}, cookie]) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE']) {
        const answer = await ask(hostOf(), method, example(route), headers);
        const leadsAway = isKey && answer.status >= 300 && answer.status < 400;
        const found = wrongHeaders(answer, leadsAway ? 'no-referrer' : 'same-origin');
        if (answer.status >= 500) found.push('a fault of ours');
        if (cacheOf(answer) !== 'no-store' && !/private/.test(cacheOf(answer) ?? ''))
          found.push(`kept: ${cacheOf(answer)}`);
        if (found.length > 0) wrong.push({ method, status: answer.status, found });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('our own files have them, and those with a hash in their name may be kept for a year', async () => {
    const statics = filesBelow('apps/web/static').map((path) => `/${path}`);
    const immutable = filesBelow('apps/web/build/client')
      .map((path) => `/${path.split(sep).join('/')}`)
      .filter((path) => /immutable.*\.(css|js|woff2)$/.test(path));
    expect(statics.length).toBeGreaterThan(1);
    expect(immutable.length).toBeGreaterThan(1);
    const wrong: unknown[] = [];
    for (const path of [...statics, ...immutable]) {
      const answer = await ask(hostOf(), 'GET', path);
      const kept = path.includes('immutable') ? 'public,max-age=31536000,immutable' : 'no-cache';
      if (answer.status !== 200 || cacheOf(answer) !== kept || wrongHeaders(answer).length > 0)
        wrong.push({ path, status: answer.status, cache: cacheOf(answer), found: wrongHeaders(answer) });
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nothing at this address', 'GET', '/bestaat-niet', 404],
    ['a file that is not there', 'GET', '/_app/immutable/weg.js', 404],
    ['an address that cannot be read', 'GET', '/%E0%A4%A', 400],
    ['a page that takes no form', 'POST', '/over', 405],
    ['a redirect to signing in', 'GET', '/mijn/mensen', 303],
    ['something that is no method for security.txt', 'POST', '/.well-known/security.txt', 405],
  ])('%s', async (_what, method, path, status) => {
    const answer = await ask(hostOf(), method, path, method === 'POST' ? { Origin: hostOf().origin } : {});
    expect({ status: answer.status, wrong: wrongHeaders(answer) }).toEqual({ status, wrong: [] });
  });

  it('a form that is too large', async () => {
    const answer = await ask(
      hostOf(),
      'POST',
      '/mijn',
      { 'Content-Type': 'text/plain', Origin: hostOf().origin },
      'x'.repeat(500_000),
    );
    expect({ status: answer.status, wrong: wrongHeaders(answer) }).toEqual({ status: 413, wrong: [] });
  });

  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
    ['a header without a name', 'GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'a wish that nobody fulfils',
      'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: koffie\r\n\r\n',
      417,
    ],
  ])('what the parser refuses: %s', async (_what, bytes, status) => {
    const answer = await send(hostOf(), bytes);
    expect({ status: answer.status, wrong: wrongHeaders(answer) }).toEqual({ status, wrong: [] });
    expect(answer.body).not.toMatch(/node|stack|Error:/i);
  });

  it('says where a hole is reported, as RFC 9116 wants it, and never lapses', async () => {
    const answer = await ask(hostOf(), 'GET', '/.well-known/security.txt');
    expect(answer.status).toBe(200);
    expect(wrongHeaders(answer)).toEqual([]);
    expect(Object.fromEntries(answer.headers)['content-type']).toBe('text/plain; charset=utf-8');
    const body = answer.body.replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, '');
    const fields = new Map(
      body
        .trim()
        .split('\r\n')
        .map((line) => line.split(': ') as [string, string]),
    );
    expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy']);
    expect(fields.get('Contact')).toBe('mailto:lek@plein.example');
    expect(fields.get('Canonical')).toBe(`${origin}/.well-known/security.txt`);
    expect(fields.get('Preferred-Languages')).toBe('nl, en');
    const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(150);
    expect(days).toBeLessThan(366);
    const policy = await ask(hostOf(), 'GET', new URL(fields.get('Policy') ?? '').pathname);
    expect(policy.status).toBe(200);
  });
});

describe('a fault of ours', () => {
  it.each(['/interventies', '/gemeenten', '/mijn'])('in %s has them all as well', async (path) => {
    const cookie = { Cookie: `__Host-kansenplein=${administrator}` };
    const answer = await ask(broken, 'GET', path, cookie);
    expect({ status: answer.status, wrong: wrongHeaders(answer) }).toEqual({ status: 500, wrong: [] });
    expect(answer.body).not.toMatch(/ECONNREFUSED|\.ts:|\.js:|127\.0\.0\.1:1/);
  });
});

describe('the API', () => {
  it.each([
    ['a question', 'GET', '/trpc/accounts.me', 200, ''],
    ['a refusal', 'GET', '/trpc/accounts.people', 401, ''],
    ['no such procedure', 'GET', '/trpc/bestaat.niet', 404, ''],
    ['a change asked as a question', 'GET', '/trpc/accounts.signOut', 405, ''],
    ['no JSON', 'POST', '/trpc/accounts.signOut', 400, '{'],
    ['too much', 'POST', '/trpc/accounts.signOut', 413, 'x'.repeat(150_000)],
    ['nothing at this address', 'GET', '/v1/bestaat-niet', 404, ''],
    ['a file nobody has', 'GET', '/files/bestaat-niet', 404, ''],
    ['the health check', 'GET', '/health', 200, ''],
  ])('%s', async (_what, method, path, status, body) => {
    const answer = await ask(
      whole,
      method,
      path,
      { 'Content-Type': 'application/json', Origin: origin },
      body,
    );
    expect({ status: answer.status, wrong: wrongHeaders(answer), cache: cacheOf(answer) }).toEqual({
      status,
      wrong: [],
      cache: 'no-store',
    });
  });

  it('a change that another site asks for', async () => {
    const answer = await ask(
      whole,
      'POST',
      '/trpc/accounts.signOut',
      { Origin: 'https://elders.example' },
      '{}',
    );
    expect({ status: answer.status, wrong: wrongHeaders(answer) }).toEqual({ status: 403, wrong: [] });
  });
});

describe('a download', () => {
  it('is an attachment under a sandbox, and leaves an event', async () => {
    const cookie = { Cookie: `__Host-kansenplein=${administrator}` };
    const answer = await ask(whole, 'GET', '/mijn/logboek/logboek.csv', cookie);
    const headers = Object.fromEntries(answer.headers);
    expect(answer.status).toBe(200);
    expect(wrongHeaders(answer)).toEqual([]);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="logboek\.csv"/);
    expect(headers['content-security-policy']).toContain('; sandbox');
    expect(Buffer.from(answer.body, 'latin1').toString('utf8')).toContain('\ufeffTijdstip;');
    const { events } = await (
      await alliance.as('administrator')
    ).audit.list.query({ action: 'audit.exported' });
    expect(events).toHaveLength(1);
  });
});
