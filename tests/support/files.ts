// Files over HTTP, as the pages send and people fetch them.
import type { Platform } from './platform.ts';
import type { Answer } from './wire.ts';

type Host = Pick<Platform, 'origin'>;

const cookieOf = (secret: string | null): Record<string, string> =>
  secret === null ? {} : { cookie: `kansenplein=${secret}` };

export interface HowToSend {
  readonly name?: string;
  readonly headers?: Record<string, string>;
  /** To be read in, or to go along with a page. */
  readonly purpose?: 'import' | 'attachment';
}

export async function sendFile(
  { origin }: Host,
  secret: string | null,
  bytes: Uint8Array | string,
  { name = 'agenda.txt', headers = {}, purpose = 'import' }: HowToSend = {},
): Promise<Answer> {
  const response = await fetch(`${origin}/files${purpose === 'import' ? '' : '/attachment'}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      ...cookieOf(secret),
      ...headers,
    },
    body: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
  });
  return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
}

/** Sends a file that must be taken; its id. */
export async function storedFile(...given: Parameters<typeof sendFile>): Promise<string> {
  const answer = await sendFile(...given);
  if (answer.status !== 200) throw new Error(`the file was refused: ${answer.body}`);
  return (JSON.parse(answer.body) as { id: string }).id;
}

export async function fetchFile({ origin }: Host, secret: string | null, id: string): Promise<Answer> {
  const response = await fetch(`${origin}/files/${id}`, { headers: cookieOf(secret) });
  return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
}

/** The bytes of a file, as they are kept; null when it may not be had. */
export async function fetchBytes(host: Host, secret: string | null, id: string): Promise<Buffer | null> {
  const response = await fetch(`${host.origin}/files/${id}`, { headers: cookieOf(secret) });
  return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
}
