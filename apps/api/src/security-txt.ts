// /.well-known/security.txt (RFC 9116): where to report a hole.
import type { Config } from './config.ts';

/** The first of the month, seven months ahead: it never lapses, lies less than a year ahead, and changes once a month. */
function expiresAfter(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7, 1))
    .toISOString()
    .replace('.000Z', 'Z');
}

export const SECURITY_TXT = '/.well-known/security.txt';

/** The file as text. Every line ends as the RFC wants it. */
export function securityTxt({ origin, securityContact }: Config, now = new Date()): string {
  return [
    `Contact: ${securityContact}`,
    `Expires: ${expiresAfter(now)}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${origin}${SECURITY_TXT}`,
    `Policy: ${origin}/kwetsbaarheid-melden`,
    '',
  ].join('\r\n');
}
