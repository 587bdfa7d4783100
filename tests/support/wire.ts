// Requests as bytes, for tests that compare whole answers: status, headers and body.
import type { Platform } from './platform.ts';

export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface Call {
  /** Name of the procedure, such as `interventions.get`. */
  readonly procedure: string;
  readonly kind: 'query' | 'mutation';
  readonly input: unknown;
  /** Secret of the cookie. */
  readonly secret: string | null;
}

export async function call(
  platform: Pick<Platform, 'origin'>,
  { procedure, kind, input, secret }: Call,
): Promise<Answer> {
  const cookie: Record<string, string> = secret === null ? {} : { cookie: `kansenplein=${secret}` };
  const query =
    kind === 'query' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const response = await fetch(`${platform.origin}/trpc/${procedure}${query}`, {
    headers: kind === 'query' ? cookie : { ...cookie, 'content-type': 'application/json' },
    ...(kind === 'mutation' && { method: 'POST', body: JSON.stringify(input) }),
  });
  return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What two answers are compared by: everything but the date and ids. */
export const normalised = ({ status, headers, body }: Answer): string =>
  JSON.stringify({
    status,
    headers: headers.filter(([name]) => name !== 'date'),
    body: body.replace(id, '<id>'),
  });

/** `ok`, or the code of the refusal. */
export function outcomeOf({ status, body }: Answer): string {
  const parsed = JSON.parse(body) as { result?: unknown; error?: { data?: { code?: string } } };
  return parsed.result === undefined ? (parsed.error?.data?.code ?? `status ${status}`) : 'ok';
}

export const dataOf = (answer: Answer): unknown =>
  (JSON.parse(answer.body) as { result: { data: unknown } }).result.data;
