// The cookie of a login session: its name says __Host- wherever the connection is safe enough for that.
import type { Cookies } from '@sveltejs/kit';
import { publicOrigin } from './api.ts';

const name = (secure: boolean): string => (secure ? '__Host-kansenplein' : 'kansenplein');

const isSecure = (): boolean => publicOrigin().startsWith('https:');

export function readLogin(cookies: Cookies): { secret: string | null; cookie: string | null } {
  const secret = cookies.get(name(isSecure())) ?? null;
  return { secret, cookie: secret ? `${name(isSecure())}=${secret}` : null };
}

/** The longest a login session can live. How long it really lives is up to the API, which extends it while it is used. */
const SEVEN_DAYS = 7 * 24 * 3600;

export function keepLogin(cookies: Cookies, login: { secret: string }): void {
  cookies.set(name(isSecure()), login.secret, {
    path: '/',
    httpOnly: true,
    secure: isSecure(),
    sameSite: 'lax',
    maxAge: SEVEN_DAYS,
  });
}

export function dropLogin(cookies: Cookies): void {
  cookies.delete(name(isSecure()), { path: '/', httpOnly: true, secure: isSecure(), sameSite: 'lax' });
}
