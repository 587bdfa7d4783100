// The only door from the pages to the API: in the same process, or over HTTP when the installation is split.
import { currentApi, type Api } from '@kansenplein/api';
import type { Router } from '@kansenplein/core';
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from '@trpc/client';
import type { FieldProblem } from '../wire.ts';

/** Headers of a file that somebody saves. */
export { downloadHeaders } from '@kansenplein/api';
/** How long everything is kept: what the job keeps to, for /privacy. */
export { retentionPeriods } from '@kansenplein/api';

export type Client = TRPCClient<Router>;

/** Whose request it is, where it comes from, and what the browser says it is (for the list of login sessions). */
export interface Asker {
  readonly secret: string | null;
  readonly cookie: string | null;
  readonly origin: string;
  readonly browser: string | null;
}

function remoteClient(apiUrl: string, { cookie, origin, browser }: Asker): Client {
  return createTRPCClient<Router>({
    links: [
      httpLink({
        url: `${apiUrl}/trpc`,
        headers: {
          'x-forwarded-for': origin,
          ...(browser && { 'user-agent': browser }),
          ...(cookie && { cookie }),
        },
      }),
    ],
  });
}

/** The address people know this installation by. */
export const publicOrigin = (): string => currentApi().config.origin;

/** A client that speaks for the holder of this secret; without one it speaks for a visitor. */
export function clientFor(asker: Asker): Client {
  const api: Api = currentApi();
  const { secret, origin, browser } = asker;
  return api.config.apiUrl
    ? remoteClient(api.config.apiUrl, asker)
    : api.localClient({ secret, origin, browser });
}

type FileAsker = Pick<Asker, 'cookie' | 'origin'>;

/** A request about files to the API, in the same process or over HTTP. */
async function askFiles({ cookie, origin }: FileAsker, path: string, init: RequestInit): Promise<Response> {
  const { app, config } = currentApi();
  const headers = { ...init.headers, 'x-forwarded-for': origin, ...(cookie ? { cookie } : {}) };
  const request = new Request(`${config.apiUrl ?? config.origin}${path}`, { ...init, headers });
  return config.apiUrl ? fetch(request) : app.fetch(request, {});
}

/** The bytes of a file; null when who asks may not have it. */
export async function downloadFile(asker: FileAsker, id: string): Promise<Uint8Array | null> {
  const response = await askFiles(asker, `/files/${id}`, {});
  if (response.status >= 500) throw new Error(`download failed with ${response.status}`);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** Hands a file's bytes to the API: to be read in, or to go along with a page. What comes back is its id or the refusal. */
export async function uploadFile(
  asker: FileAsker,
  file: File,
  purpose: 'import' | 'attachment' = 'import',
): Promise<{ done: { id: string }; refused: null } | { done: null; refused: Refused }> {
  const response = await askFiles(asker, purpose === 'import' ? '/files' : '/files/attachment', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name.toWellFormed()),
    },
    body: await file.arrayBuffer(),
  });
  const told = (await response.json()) as { id?: string; error?: { data: Omit<Refused, 'status'> } };
  if (told.id) return { done: { id: told.id }, refused: null };
  if (!told.error || response.status >= 500) throw new Error(`upload failed with ${response.status}`);
  return { done: null, refused: { ...told.error.data, status: response.status } };
}

export interface Refused {
  code: string;
  status: number;
  fields: readonly FieldProblem[];
}

/** What the API refused, or null when the error is something else, such as a fault or a redirect. */
export function refusal(error: unknown): Refused | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('code' in data) || typeof data.code !== 'string')
    return null;
  const told = 'httpStatus' in data && typeof data.httpStatus === 'number' ? data.httpStatus : 500;
  // Only `internal` is a fault of ours; any other code was meant for the person who asked.
  const status = told >= 500 && data.code !== 'internal' ? 400 : told;
  const fields = 'fields' in data && Array.isArray(data.fields) ? (data.fields as FieldProblem[]) : [];
  return { code: data.code, status, fields };
}

/** Runs a change and hands back either its answer or the refusal, so that an action reads as one sentence. */
export async function attempt<T>(
  work: Promise<T>,
): Promise<{ done: T; refused: null } | { done: null; refused: Refused }> {
  try {
    return { done: await work, refused: null };
  } catch (error) {
    const refused = refusal(error);
    if (!refused || refused.status >= 500) throw error;
    return { done: null, refused };
  }
}
