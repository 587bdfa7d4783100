// A small stand-in for Meilisearch 1.50 on loopback, written from its documentation: indexes, documents, tasks, settings,
// swap, multi-search, keys and tenant tokens. It checks every key and every token itself, so that a wrong one opens
// nothing, and it can fail in the ways an engine fails. It is no Meilisearch: tests that need a real one take MEILI_URL.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { MeilisearchSettings } from '@kansenplein/search';
import { answer, BadQuestion, type IndexSettings, type Query, type Stored } from './meilisearch-matching.ts';

interface Index {
  documents: Map<string, Stored>;
  settings: IndexSettings;
}

interface Task {
  readonly uid: number;
  readonly type: string;
  readonly indexUid: string | null;
  status: 'enqueued' | 'succeeded' | 'failed';
  error: { code: string; message: string } | null;
  run: (() => string | null) | null;
}

/** What happens to one request: as it should, a broken line before or after the work, or an answer 503. */
export type Fate = 'served' | 'cut_before' | 'cut_after' | 'unavailable';

export interface MeilisearchServer {
  readonly settings: MeilisearchSettings;
  readonly indexes: Map<string, Index>;
  /** What was asked, as 'POST /indexes/items/documents', with the credential it came with. */
  readonly requests: { readonly what: string; readonly credential: string; readonly body: string }[];
  /** Requests refused for their key or token. */
  readonly refused: string[];
  /** Decides over each request. */
  fate: (what: string, number: number) => Fate;
  /** A document that makes its whole task fail. */
  poison: (stored: Stored) => boolean;
  /** Tasks wait as long as this is true. */
  stalled: boolean;
  version: string;
  /** Started without a master key: everybody may do everything, and tokens are not looked at. */
  unprotected: boolean;
  /** The index key may read keys as well. */
  powerful: boolean;
  /** Milliseconds before any answer. */
  delay: number;
  /** What an index holds, by key. */
  held(index?: string): Stored[];
  close(): Promise<void>;
}

const searchKey = 'zoeksleutel-van-een-proef';
const searchKeyUid = '6f1b8a52-1c55-4f0c-9b1e-0c2d6d2f5a11';
const indexKey = 'indexsleutel-van-een-proef';

const equal = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The filter of a tenant token for an index; null: no such right. Signed with the search key, not yet ended. */
function ruleOf(token: string, index: string): string | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const right = createHmac('sha256', searchKey).update(`${header}.${payload}`).digest('base64url');
  if (!equal(signature, right)) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
    apiKeyUid?: string;
    exp?: number;
    searchRules?: Record<string, { filter?: string } | null>;
  };
  const isOver = claims.exp === undefined || claims.exp * 1000 < Date.now();
  return claims.apiKeyUid !== searchKeyUid || isOver ? null : (claims.searchRules?.[index]?.filter ?? null);
}

export async function startMeilisearchServer(): Promise<MeilisearchServer> {
  const indexes: MeilisearchServer['indexes'] = new Map();
  const tasks: Task[] = [];
  const requests: MeilisearchServer['requests'] = [];
  const refused: string[] = [];
  const state = {
    fate: (() => 'served') as MeilisearchServer['fate'],
    poison: (() => false) as MeilisearchServer['poison'],
    stalled: false,
    version: '1.50.0',
    unprotected: false,
    powerful: false,
    delay: 0,
  };

  /** In the order in which they came, one at a time. */
  const work = () => {
    for (const task of tasks) {
      if (state.stalled) return;
      if (task.status !== 'enqueued') continue;
      const code = task.run?.() ?? null;
      task.status = code === null ? 'succeeded' : 'failed';
      task.error = code === null ? null : { code, message: code };
      task.run = null;
    }
  };
  const enqueue = (type: string, indexUid: string | null, run: () => string | null) => {
    const task: Task = { uid: tasks.length, type, indexUid, status: 'enqueued', error: null, run };
    tasks.push(task);
    return { status: 202, body: { taskUid: task.uid, indexUid, type, status: 'enqueued' } };
  };
  const problem = (status: number, code: string) => ({
    status,
    body: { message: code, code, type: 'invalid_request' },
  });
  const made = (uid: string): Index => {
    const found = indexes.get(uid) ?? { documents: new Map<string, Stored>(), settings: {} };
    indexes.set(uid, found);
    return found;
  };

  const search = (credential: string, body: string) => {
    const { queries } = JSON.parse(body) as { queries: (Query & { indexUid: string })[] };
    const results = [];
    for (const query of queries) {
      const rule = state.unprotected ? null : ruleOf(credential, query.indexUid);
      if (rule === null && !state.unprotected) {
        refused.push('POST /multi-search');
        return problem(403, 'invalid_api_key');
      }
      const index = indexes.get(query.indexUid);
      if (!index) return problem(404, 'index_not_found');
      try {
        const found = answer(index.documents.values(), index.settings, query, rule);
        results.push({ indexUid: query.indexUid, ...found });
      } catch (error) {
        if (error instanceof BadQuestion) return problem(400, error.message);
        throw error;
      }
    }
    return { status: 200, body: { results } };
  };

  const keep = (method: string, path: string, url: URL, body: string) => {
    const [, uid = '', rest = ''] = /^\/indexes\/(\w+)(\/.*)?$/.exec(path) ?? [];
    if (path === '/keys')
      return state.powerful ? { status: 200, body: { results: [] } } : problem(403, 'invalid_api_key');
    if (path === '/version') return { status: 200, body: { pkgVersion: state.version } };
    if (path.startsWith('/tasks/')) {
      work();
      const task = tasks[Number(path.slice(7))];
      if (!task) return problem(404, 'task_not_found');
      const { run: _run, ...told } = task;
      return { status: 200, body: told };
    }
    if (method === 'POST' && path === '/swap-indexes') {
      const [{ indexes: pair }] = JSON.parse(body) as [{ indexes: [string, string] }];
      return enqueue('indexSwap', null, () => {
        const [one, other] = pair.map((each) => indexes.get(each));
        if (!one || !other) return 'index_not_found';
        indexes.set(pair[0], other).set(pair[1], one);
        return null;
      });
    }
    if (method === 'POST' && path === '/indexes') {
      const { uid: wanted } = JSON.parse(body) as { uid: string };
      return enqueue('indexCreation', wanted, () => {
        if (indexes.has(wanted)) return 'index_already_exists';
        made(wanted);
        return null;
      });
    }
    if (uid === '') return problem(404, 'not_found');
    if (rest === '' && method === 'GET')
      return indexes.has(uid)
        ? { status: 200, body: { uid, primaryKey: 'key' } }
        : problem(404, 'index_not_found');
    if (rest === '' && method === 'DELETE')
      return enqueue('indexDeletion', uid, () => (indexes.delete(uid) ? null : 'index_not_found'));
    if (rest === '/settings' && method === 'PATCH')
      return enqueue('settingsUpdate', uid, () => {
        const index = made(uid);
        index.settings = { ...index.settings, ...(JSON.parse(body) as IndexSettings) };
        return null;
      });
    if (rest === '/documents' && method === 'GET') {
      const index = indexes.get(uid);
      if (!index) return problem(404, 'index_not_found');
      const [offset, limit] = ['offset', 'limit'].map((name) => Number(url.searchParams.get(name)));
      const fields = url.searchParams.get('fields')?.split(',') ?? [];
      const allowed = fields.filter((field) => index.settings.displayedAttributes?.includes(field));
      const all = [...index.documents.values()];
      const results = all
        .slice(offset, (offset ?? 0) + (limit ?? 20))
        .map((stored) => Object.fromEntries(allowed.map((field) => [field, stored[field]])));
      return { status: 200, body: { results, offset, limit, total: all.length } };
    }
    if (rest === '/documents' && method === 'POST') {
      const documents = JSON.parse(body) as Stored[];
      return enqueue('documentAdditionOrUpdate', uid, () => {
        if (documents.some((stored) => state.poison(stored))) return 'invalid_document_fields';
        const index = made(uid);
        for (const stored of documents) index.documents.set(String(stored['key']), stored);
        return null;
      });
    }
    if (rest === '/documents/delete-batch' && method === 'POST') {
      const keys = JSON.parse(body) as string[];
      return enqueue('documentDeletion', uid, () => {
        const index = indexes.get(uid);
        if (!index) return 'index_not_found';
        for (const key of keys) index.documents.delete(key);
        return null;
      });
    }
    return problem(404, 'not_found');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const what = `${request.method} ${url.pathname}`;
    const credential = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    requests.push({ what, credential, body });
    const fate = state.fate(what, requests.length);
    if (fate === 'cut_before') return request.socket.destroy();
    if (state.delay > 0) await new Promise((resolve) => setTimeout(resolve, state.delay));
    const tell = ({ status, body: told }: { status: number; body: unknown }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
    if (fate === 'unavailable') return tell(problem(503, 'unavailable'));
    const isSearch = what === 'POST /multi-search';
    if (!isSearch && !state.unprotected && !equal(credential, indexKey)) {
      refused.push(what);
      return tell(problem(403, 'invalid_api_key'));
    }
    const told = isSearch ? search(credential, body) : keep(request.method ?? '', url.pathname, url, body);
    if (fate !== 'cut_after') return tell(told);
    work();
    return request.socket.destroy();
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const held = (index = 'items') =>
    [...(indexes.get(index)?.documents.values() ?? [])].sort((one, other) =>
      String(one['key']) < String(other['key']) ? -1 : 1,
    );
  return Object.assign(state, {
    settings: { url: `http://127.0.0.1:${port}`, searchKey, searchKeyUid, indexKey, index: 'items' },
    indexes,
    requests,
    refused,
    held,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
