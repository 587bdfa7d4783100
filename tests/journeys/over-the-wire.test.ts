// What the host accepts over HTTP, and how it refuses the rest: with a code, never with a stack or the database's words.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '@kansenplein/core';
import { addressOf, makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import { fullContent } from '../support/writing.ts';

let alliance: Alliance;
let cookie: string;
beforeAll(async () => {
  alliance = await makeAlliance();
  cookie = `kansenplein=${await alliance.secretOf('editor')}`;
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${alliance.origin}/trpc/${path}`, {
    method: 'POST',
    body,
    headers: { cookie, 'content-type': 'application/json', ...headers },
  });

const ask = (path: string, input: unknown) =>
  fetch(`${alliance.origin}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: { cookie },
  });

/** On a connection of its own: the host closes it when it does not want to read on. */
const postAlone = (path: string, body: string) =>
  new Promise<{ status: number; code: string | undefined }>((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sending = request(
      `${alliance.origin}/trpc/${path}`,
      { method: 'POST', agent: false, headers },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => {
          const { error } = JSON.parse(text) as { error?: { data?: { code?: string } } };
          resolve({ status: answer.statusCode ?? 0, code: error?.data?.code });
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });

async function refusal(answer: Promise<Response>) {
  const response = await answer;
  const text = await response.text();
  const parsed = JSON.parse(text) as { error?: { data?: { code?: string } } };
  return { status: response.status, code: parsed.error?.data?.code, text };
}

const create = JSON.stringify({ title: 'Proef' });
const countDrafts = async () =>
  (await (await alliance.as('editor')).interventions.workingCopies.query()).interventions.length;

describe('where somebody comes from', () => {
  it('is what the network says, never what a header says', async () => {
    const body = JSON.stringify({ address: addressOf('reader'), password: demoPassword });
    const answer = await post('accounts.signIn', body, { cookie: '', 'x-forwarded-for': '203.0.113.7' });
    expect(answer.status).toBe(200);
    const from = await asSuperuser(
      alliance.urls.superuserUrl,
      `select origin from audit_event where action = 'account.signed_in' order by id desc limit 1`,
    );
    expect(from).toEqual([{ origin: '127.0.0.0/24' }]);
  });
});

describe('a change that comes from another site', () => {
  it('is refused before anything happens', async () => {
    const before = await countDrafts();
    const foreign: Record<string, string>[] = [
      { origin: 'https://elders.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: `${alliance.origin}.elders.example`, 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of foreign) {
      expect(await refusal(post('interventions.create', create, headers))).toMatchObject({
        status: 403,
        code: 'request.from_elsewhere',
      });
    }
    expect(await countDrafts()).toBe(before);
  });

  it('and the same from the own site is accepted', async () => {
    const answer = await post('interventions.create', create, {
      origin: alliance.origin,
      'sec-fetch-site': 'same-origin',
    });
    expect(answer.status).toBe(200);
  });

  it('cannot be hidden in an address that is opened', async () => {
    const before = await countDrafts();
    const answer = await refusal(ask('interventions.create', { title: 'Proef' }));
    expect(answer).toMatchObject({ status: 405 });
    expect(await countDrafts()).toBe(before);
  });
});

describe('too much', () => {
  it('in one body is refused; a document of that size is a file and is taken', async () => {
    const tooLarge = { status: 413, code: 'request.too_large' };
    const big = JSON.stringify({ title: 'x'.repeat(110 * 1024) });
    expect(await postAlone('interventions.create', big)).toEqual(tooLarge);
    const document = JSON.stringify({ fileName: 'agenda.txt', text: 'Een regel tekst.\n'.repeat(7_000) });
    expect((await post('imports.start', document)).status).toBe(200);
    expect(
      await postAlone(
        'imports.start',
        JSON.stringify({ fileName: 'agenda.txt', text: 'x'.repeat(2100 * 1024) }),
      ),
    ).toEqual(tooLarge);
    // A batch that begins with the larger one is no way round.
    const batch = JSON.stringify({ 0: {}, 1: { title: 'x'.repeat(110 * 1024) } });
    expect(await postAlone('imports.start,interventions.create?batch=1', batch)).toEqual(tooLarge);
  });

  it('in one batch is refused: ten go, eleven do not', async () => {
    const batch = (size: number) =>
      fetch(
        `${alliance.origin}/trpc/${Array<string>(size).fill('accounts.me').join(',')}?batch=1&input=${encodeURIComponent('{}')}`,
      );
    expect((await batch(10)).status).toBe(200);
    const eleven = await batch(11);
    expect(eleven.status).toBe(400);
    expect(await eleven.text()).not.toContain('result');
  });

  it('in one field or on one page is refused by name', async () => {
    const long = await refusal(post('interventions.create', JSON.stringify({ title: 'x'.repeat(201) })));
    expect(long).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(long.text).toContain('"field":"title"');
    expect(await refusal(ask('finding.find', { limit: 101 }))).toMatchObject({
      status: 400,
      code: 'input.invalid',
    });
  });
});

describe('malformed input', () => {
  it('answers 400 with a code: unknown keys, wrong types, characters that deceive, no JSON at all', async () => {
    const editor = await alliance.as('editor');
    const { id } = await editor.interventions.create.mutate({ title: 'Proef' });
    const content = fullContent('Proef');
    const save = (change: object, revision = 1) =>
      post('interventions.save', JSON.stringify({ id, revision, content: { ...content, ...change } }));
    const answers = [
      post('interventions.create', JSON.stringify({ title: 'Proef', municipality: 'gm1952' })),
      save({ visible_to: ['public'] }),
      save({ title: 'omgekeerd \u202e tekst' }),
      save({ goal: 'nul \u0000 teken' }),
      save({ website: 'javascript:alert(1)' }),
      save({ themes: ['bestaat-niet'] }),
      save({ goal: 'een half teken \ud800' }),
      save({}, 3_000_000_000),
      save({}, 0),
      save({}, 1.5),
      post('imports.start', JSON.stringify({ fileName: 'agenda.txt', text: 'nul \u0000 teken' })),
      post('imports.start', JSON.stringify({ fileName: 'agenda.txt', text: 'een half teken \ud800' })),
      post('imports.start', JSON.stringify({ fileName: '../../etc/\u0000', text: 'tekst' })),
      post('interventions.create', '{"title":'),
      post('interventions.create', '[]'),
      post('interventions.create', '"tekst"'),
      post('interventions.workingCopy', create),
      ask('interventions.get', { handle: "' or 1=1" }),
      ask('interventions.workingCopy', { id: 'geen-id' }),
      ask('finding.find', { after: '../../etc/passwd' }),
      ask('finding.find', { text: 'x', after: 'ONZIN' }),
      fetch(`${alliance.origin}/trpc/interventions.get?input=%7B`, { headers: { cookie } }),
    ];
    for (const [index, answer] of answers.entries()) {
      const { status, code, text } = await refusal(answer);
      expect({
        index,
        known: [400, 405].includes(status) && code !== undefined && code !== 'internal',
        text,
      }).toMatchObject({ index, known: true });
    }
    expect(await editor.interventions.workingCopy.query({ id })).toMatchObject({
      revision: 1,
      content: { summary: '' },
    });
  });

  it('finds nothing instead of failing when somebody searches for something strange', async () => {
    for (const text of [
      "'; drop table intervention; --",
      '%',
      '\\',
      '!!! & | <->',
      '"',
      ':*',
      'a & !b',
      '😀',
      'x'.repeat(200),
      '(((',
    ]) {
      const answer = await ask('finding.find', { text });
      expect({ text, status: answer.status }).toEqual({ text, status: 200 });
    }
  });
});

describe('a refusal', () => {
  it('never tells a stack, a file, a statement or the words of the database', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const answers = await Promise.all([
      refusal(ask('interventions.workingCopy', { id: nowhere })),
      refusal(
        post(
          'interventions.stateParticipation',
          JSON.stringify({
            id: nowhere,
            municipality: 'gm9999',
            commitment: 'confirmed',
            pupils: 1,
            schools: '',
          }),
        ),
      ),
      refusal(post('accounts.signIn', JSON.stringify({ address: 'x@kansenplein.example', password: 'x' }))),
      refusal(ask('bestaat.niet', {})),
      refusal(fetch(`${alliance.origin}/nergens`)),
    ]);
    for (const { text } of answers) {
      expect(text).not.toMatch(
        /select|insert|relation|constraint|postgres|stack|node_modules|\.ts\b|at .*:\d+:\d+/i,
      );
    }
  });

  it('says internal and nothing else when the house itself fails, through both doors', async () => {
    const broken = await makeAlliance();
    const { id } = await (await broken.as('editor')).interventions.create.mutate({ title: 'Proef' });
    await asSuperuser(broken.urls.superuserUrl, 'alter table participation rename to elsewhere');
    const { code, httpStatus, fields } = { code: 'internal', httpStatus: 500, fields: [] };
    for (const door of ['local', 'http'] as const) {
      const client = await broken.as('editor', door);
      const failure = await client.interventions.workingCopy.query({ id }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ message: 'internal', data: { code, httpStatus, fields } });
      expect(Object.keys((failure as { data: object }).data).sort()).toEqual([
        'code',
        'fields',
        'httpStatus',
      ]);
    }
    expect(broken.internalErrors.length).toBe(2);
    const raw = await fetch(
      `${broken.origin}/trpc/interventions.workingCopy?input=${encodeURIComponent(JSON.stringify({ id }))}`,
      {
        headers: { cookie: `kansenplein=${await broken.secretOf('editor')}` },
      },
    );
    expect(await raw.json()).toEqual({
      error: { message: 'internal', code: -32603, data: { code, httpStatus, fields } },
    });
    await broken.close();
  });

  it('of a municipality that does not exist says so', async () => {
    const editor = await alliance.as('editor');
    const { id } = await editor.interventions.create.mutate({ title: 'Proef' });
    const state = { id, municipality: 'gm9999', commitment: 'confirmed', pupils: 1, schools: '' };
    expect(await refusal(post('interventions.stateParticipation', JSON.stringify(state)))).toMatchObject({
      status: 404,
      code: 'municipality.not_found',
    });
  });
});

describe('every answer', () => {
  it('carries the headers that keep it where it belongs', async () => {
    for (const answer of [
      await ask('accounts.me', {}),
      await fetch(`${alliance.origin}/nergens`),
      await fetch(`${alliance.origin}/health`),
    ]) {
      const header = (name: string) => answer.headers.get(name);
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('referrer-policy')).toBe('same-origin');
      expect(header('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(header('cache-control')).toBe('no-store');
      await answer.text();
    }
  });

  it('of the health check says whether the database answers', async () => {
    const passing = await makeAlliance();
    expect(await (await fetch(`${passing.origin}/health`)).json()).toEqual({ status: 'ok' });
    await passing.database.close();
    const down = await fetch(`${passing.origin}/health`);
    expect([down.status, await down.json()]).toEqual([503, { status: 'database_unreachable' }]);
    await passing.close();
  });
});
