// Links from mails. Their secret goes into a cookie of an hour and out of the address bar, so that it is in no history,
// no screenshot and no Referer of the page on which somebody then takes the time to fill in a form.
import { redirect, type Cookies } from '@sveltejs/kit';
import { dropWaiting, keepWaiting, readWaiting } from './short-cookies.ts';

const HOUR = 3_600_000;

/** From the address in the mail to its page. */
export function openMailLink(cookies: Cookies, secret: string, page: string): never {
  keepWaiting(cookies, 'link', { secret, expiresAt: new Date(Date.now() + HOUR).toISOString() });
  redirect(303, page);
}

/** The secret of the link that was opened in this browser, or null. */
export const secretOfLink = (cookies: Cookies): string | null => readWaiting(cookies, 'link')?.secret ?? null;

export const forgetLink = (cookies: Cookies): void => dropWaiting(cookies, 'link');
