// Files over HTTP, as the pages send and people fetch them.
import type { Platform } from './platform.ts';
import type { Answer } from './wire.ts';

type Host = Pick<Platform, 'origin'>;

const cookieOf = (secret: string | null): Record<string, string> =>
  secret === null ? {} : { cookie: `kansenplein=${secret}` };

export async function sendFile(
  { origin }: Host,
  secret: string | null,
  bytes: Uint8Array<ArrayBuffer> | string,
  { name = 'agenda.txt', headers = {} }: { name?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${origin}/files`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      ...cookieOf(secret),
      ...headers,
    },
    body: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
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
