// Requests that are wrong before any contract sees them.
import { request } from 'node:http';
import type { Answer } from '../../support/wire.ts';

interface Nonsense {
  readonly path: string;
  readonly init?: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  };
  readonly statuses: readonly number[];
}

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) => ({ method: 'POST', headers, body });
const create = '/trpc/interventions.create';
const me = '/trpc/accounts.me';

export const nonsense: Readonly<Record<string, Nonsense>> = {
  'a body that is no JSON': { path: create, init: post('{"title":'), statuses: [400] },
  'a body of nothing': { path: create, init: post(''), statuses: [400] },
  'a body of null': { path: create, init: post('null'), statuses: [400] },
  'a body with a byte order mark': { path: create, init: post('\ufeff{"title":"x"}'), statuses: [200, 400] },
  'a body of text': {
    path: create,
    init: post('title=x', { 'content-type': 'text/plain' }),
    statuses: [415],
  },
  'a form': {
    path: create,
    init: post('title=x', { 'content-type': 'application/x-www-form-urlencoded' }),
    statuses: [400, 415],
  },
  'a form in parts': {
    path: create,
    init: post('--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
    statuses: [400, 415],
  },
  bytes: {
    path: create,
    init: post('\u0001\u0002', { 'content-type': 'application/octet-stream' }),
    statuses: [400, 415],
  },
  'a type that is none': { path: create, init: post('{}', { 'content-type': 'x' }), statuses: [400, 415] },
  'a body over the limit': {
    path: create,
    init: post(JSON.stringify({ title: 'x'.repeat(101 * 1024) })),
    statuses: [413],
  },
  'a document over the limit': {
    path: '/trpc/imports.start',
    init: post(JSON.stringify({ fileName: 'x', text: 'x'.repeat(2049 * 1024) })),
    statuses: [413],
  },
  'a document longer than its contract': {
    path: '/trpc/imports.start',
    init: post(JSON.stringify({ fileName: 'x', text: 'x'.repeat(500_001) })),
    statuses: [400],
  },
  'an empty name': { path: '/trpc/', statuses: [404] },
  'a procedure that does not exist': { path: '/trpc/interventions.destroy', statuses: [404] },
  'the name of what every object has': { path: '/trpc/constructor', statuses: [404] },
  'the name of a prototype': { path: '/trpc/__proto__.toString', statuses: [404] },
  'a name that is no text': { path: '/trpc/%E0%A4%A', statuses: [400, 404] },
  'a name with a nul': { path: '/trpc/accounts.me%00', statuses: [400, 404] },
  'a name of ten thousand letters': { path: `/trpc/${'a'.repeat(10_000)}`, statuses: [404, 414] },
  'a question asked as a change': { path: me, init: post('{}'), statuses: [405] },
  'a change asked as a question': { path: create, statuses: [405] },
  'another verb': { path: create, init: { ...post('{}'), method: 'PUT' }, statuses: [404, 405] },
  'a verb to delete': { path: me, init: { method: 'DELETE' }, statuses: [404, 405, 415] },
  'an input that is no JSON': { path: '/trpc/interventions.get?input=%7B', statuses: [400] },
  'an input that is no text': { path: '/trpc/interventions.get?input=%E0%A4%A', statuses: [400] },
  'two inputs': { path: '/trpc/interventions.get?input=1&input=2', statuses: [400] },
  'a batch of eleven': {
    path: `/trpc/${Array(11).fill('accounts.me').join()}?batch=1`,
    statuses: [400],
  },
  'a batch of a thousand': {
    path: `/trpc/${Array(1000).fill('accounts.me').join()}?batch=1`,
    statuses: [400, 404, 414],
  },
  'a batch of nothing': { path: '/trpc/?batch=1', statuses: [400, 404] },
  'a batch with inputs for others': {
    path: '/trpc/interventions.get?batch=1&input=%7B%221%22%3A1%7D',
    statuses: [400],
  },
  'a batch whose inputs are a list': {
    path: '/trpc/interventions.get?batch=1&input=%5B%5D',
    statuses: [400],
  },
  'a batch of questions and changes': {
    path: '/trpc/accounts.me,interventions.create?batch=1',
    statuses: [400, 405, 207],
  },
  'a cookie that is no secret': {
    path: me,
    init: { headers: { cookie: 'kansenplein=%00%ff;;;=; kansenplein' } },
    statuses: [200],
  },
  'a cookie of eight thousand letters': {
    path: me,
    init: { headers: { cookie: `kansenplein=${'a'.repeat(8000)}` } },
    statuses: [200],
  },
  'a cookie with SQL': {
    path: me,
    init: { headers: { cookie: `kansenplein=' or 1=1; drop table account; --` } },
    statuses: [200],
  },
  'a page that does not exist': { path: '/nergens', statuses: [404] },
  'a climb out of the folder': { path: '/files/..%2f..%2fetc%2fpasswd', statuses: [400, 404] },
};

/** Sends one over a connection of its own: after a body that is too large the host hangs up. */
export function sendAlone(
  origin: string,
  { path, init }: Pick<Nonsense, 'path' | 'init'>,
  cookie: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...init?.headers };
    const sent = request(
      `${origin}${path}`,
      { method: init?.method ?? 'GET', headers, agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: [], body }));
      },
    );
    // Hung up while the rest of the body was still on its way: the answer is there already.
    sent.on('error', reject);
    sent.end(init?.body);
  });
}
