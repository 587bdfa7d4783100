// Addresses of pages: words of the title for people, a random handle that alone counts.
import { randomInt } from 'node:crypto';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten characters, some 49 bits: unique without a check that would tell of other people's rows. */
export const newHandle = () => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');

/** `warme-overdracht-k7m2p9xqhr`: at most 80 characters of the title before the handle. */
export function slugOf(title: string, handle: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return words === '' ? handle : `${words}-${handle}`;
}
