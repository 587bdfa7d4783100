// What an answer to nonsense may look like: a code, a status of the client's fault, and nothing of the house.
import type { Answer } from '../../support/wire.ts';

const code = /^[a-z_]+(\.[a-z0-9_]+)*$/;
/** Where it is wrong: keys of our own contracts and numbers, never text of the sender. */
const field = /^[A-Za-z0-9_.]{0,200}$/;

interface ErrorShape {
  readonly error: {
    readonly message: unknown;
    readonly code: unknown;
    readonly data: { readonly code: unknown; readonly fields: unknown; readonly httpStatus: unknown };
  };
}

const keysOf = (value: object) => Object.keys(value).sort().join();

function wrongError({ error }: ErrorShape): string | null {
  if (keysOf(error) !== 'code,data,message' || keysOf(error.data) !== 'code,fields,httpStatus')
    return 'has other keys than an error of ours';
  if (typeof error.message !== 'string' || !code.test(error.message))
    return 'says something else than a code';
  if (error.data.code !== error.message) return 'says two codes';
  const { httpStatus, fields } = error.data;
  if (typeof httpStatus !== 'number' || httpStatus < 400 || httpStatus > 499)
    return `is a ${String(httpStatus)}`;
  if (!Array.isArray(fields)) return 'has no list of fields';
  for (const each of fields as { field?: unknown; code?: unknown }[]) {
    if (keysOf(each) !== 'code,field' || !field.test(String(each.field)) || !code.test(String(each.code)))
      return `speaks of a field in other words: ${JSON.stringify(each).slice(0, 200)}`;
  }
  return null;
}

const isError = (value: unknown): value is ErrorShape =>
  typeof value === 'object' && value !== null && 'error' in value;

/** What is wrong with one answer among those of a batch; null when it is as it should be. */
export function wrongWith(answer: unknown): string | null {
  if (!isError(answer)) return null;
  try {
    return wrongError(answer);
  } catch {
    return 'is no error of ours';
  }
}

/** What is wrong with a whole response: its status, and each answer in it. */
export function wrongWithResponse({ status, body }: Answer): string[] {
  if (status >= 500) return [`status ${status}: ${body.slice(0, 300)}`];
  if (body === '') return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return [`no JSON: ${body.slice(0, 300)}`];
  }
  const all: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  return all.flatMap((each) => {
    const wrong = wrongWith(each);
    return wrong === null ? [] : [`${wrong}: ${JSON.stringify(each).slice(0, 300)}`];
  });
}

/** How many answers said what. */
export function tally(counts: Map<string, number>, { body }: Answer): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = null;
  }
  for (const each of Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]) {
    const said = isError(each) ? String(each.error.message) : 'ok';
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
}
