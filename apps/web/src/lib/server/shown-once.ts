// Recovery codes stand in one answer and are kept nowhere that can be read. Browsers send a form again when such an answer
// is looked at anew; that would make another set and kill the one just written down, unseen. So every form that makes
// codes carries the number of its set, and this browser remembers how many it was shown.
import type { Cookies } from '@sveltejs/kit';
import { publicOrigin } from './api.ts';
import { optionsOf } from './waiting-cookie.ts';

const FIELD = 'set';

const isSecure = (): boolean => publicOrigin().startsWith('https:');
const cookieName = (secure: boolean): string => `${secure ? '__Host-' : ''}kansenplein-getoond`;

/** How many sets of codes this browser was shown; it says nothing about which. */
export function setsShown(cookies: Cookies): number {
  const count = cookies.get(cookieName(isSecure())) ?? '';
  return /^\d{1,6}$/.test(count) ? Number(count) : 0;
}

/** Whether the set that this form asks for was shown before. A form without a number is never a repetition. */
export function wasShown(cookies: Cookies, form: FormData): boolean {
  const asked = Number(form.get(FIELD) ?? 0);
  return asked >= 1 && asked <= setsShown(cookies);
}

/** To be called in the answer that shows a set. Ends with the browser. */
export const markShown = (cookies: Cookies): void =>
  cookies.set(cookieName(isSecure()), String(setsShown(cookies) + 1), optionsOf(isSecure()));
