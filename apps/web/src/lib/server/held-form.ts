// A form that waits in the browser of whoever typed it, while that person is at an issuer to say who it is. It is for one
// account and one page, and lives as long as the step at the issuer. No password or code is ever in it.
import type { Cookies } from '@sveltejs/kit';
import { publicOrigin } from './api.ts';
import { optionsOf } from './waiting-cookie.ts';

export interface HeldForm {
  /** The action of the page it was sent to. */
  readonly action: string;
  readonly kept: readonly { name: string; value: string }[];
}

interface Place {
  /** Id of the account that typed it. */
  readonly account: string;
  /** Path of the page. */
  readonly path: string;
}

/** Browsers drop a cookie of more than 4,096 bytes without a word; the longest form we have takes some 800. */
const MOST = 3_500;

const isSecure = (): boolean => publicOrigin().startsWith('https:');
const nameOf = (secure: boolean): string => `${secure ? '__Host-' : ''}kansenplein-getypt`;

export const heldAsText = ({ account, path }: Place, { action, kept }: HeldForm): string =>
  JSON.stringify([account, path, action, ...kept.flatMap(({ name, value }) => [name, value])]);

/** Null for anything that is not exactly what was held for this account on this page. */
export function heldFromText(text: string | undefined, { account, path }: Place): HeldForm | null {
  let read: unknown = null;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    return null;
  }
  if (!Array.isArray(read) || !read.every((one): one is string => typeof one === 'string')) return null;
  const [whose, where, action = '', ...rest] = read;
  if (whose !== account || where !== path || !/^[a-z]{1,30}$/.test(action) || rest.length % 2) return null;
  const kept = rest.flatMap((name, at) => (at % 2 ? [] : [{ name, value: rest[at + 1] ?? '' }]));
  return { action, kept };
}

export function holdForm(cookies: Cookies, place: Place, form: HeldForm, expiresAt: string): void {
  const text = heldAsText(place, form);
  if (encodeURIComponent(text).length > MOST) return;
  cookies.set(nameOf(isSecure()), text, { ...optionsOf(isSecure()), expires: new Date(expiresAt) });
}

/** What this person typed on this page before going to an issuer; null when nothing waits. */
export const readHeld = (cookies: Cookies, place: Place): HeldForm | null =>
  heldFromText(cookies.get(nameOf(isSecure())), place);

export function dropHeld(cookies: Cookies): void {
  if (cookies.get(nameOf(isSecure())) !== undefined)
    cookies.delete(nameOf(isSecure()), optionsOf(isSecure()));
}
