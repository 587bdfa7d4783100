// What waits a few minutes in the browser while somebody signs in: the secret of a step, and where to go on afterwards.
// The secrets mean nothing without the API, which keeps their hash and how far the step is.
import type { Cookies } from '@sveltejs/kit';
import { publicOrigin } from './api.ts';
import { nameOf, optionsOf, readFrom, type Waiting, written } from './waiting-cookie.ts';

const isSecure = (): boolean => publicOrigin().startsWith('https:');

export function keepWaiting(
  cookies: Cookies,
  kind: Waiting,
  { secret, expiresAt }: { secret: string; expiresAt: string },
  back = '/mijn',
): void {
  const options = { ...optionsOf(isSecure()), expires: new Date(expiresAt) };
  cookies.set(nameOf(kind, isSecure()), written(secret, back), options);
}

export const readWaiting = (cookies: Cookies, kind: Waiting) =>
  readFrom(cookies.get(nameOf(kind, isSecure())));

export function dropWaiting(cookies: Cookies, kind: Waiting): void {
  cookies.delete(nameOf(kind, isSecure()), optionsOf(isSecure()));
}
