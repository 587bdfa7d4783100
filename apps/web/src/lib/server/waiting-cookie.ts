// The shape of a cookie that waits while somebody is half-way: its name, how closed it is, and what stands in it.
import { safeReturn } from './return-path.ts';

/**
 * `stap`: a second factor is asked or added. `sleutel`: a passkey was asked for. `dienst`: somebody is at an issuer.
 * `link`: the secret of a link from a mail, so that it leaves the address bar at once.
 */
export type Waiting = 'stap' | 'sleutel' | 'dienst' | 'link';

/** On https the name itself makes a browser refuse anything but a secure cookie of this host. */
export const nameOf = (kind: Waiting, secure: boolean): string =>
  `${secure ? '__Host-' : ''}kansenplein-${kind}`;

/** Strict would lose `dienst` on the way back from the issuer, which is another site. */
export const optionsOf = (secure: boolean) => ({
  path: '/',
  httpOnly: true,
  secure,
  sameSite: 'lax' as const,
});

export const written = (secret: string, back: string): string => `${secret}~${back}`;

/** Null when it holds no secret; a place to go on to that is not ours becomes `/mijn`. */
export function readFrom(value: string | undefined): { secret: string; back: string } | null {
  const [secret, ...back] = (value ?? '').split('~');
  return secret && /^[\w-]{43}$/.test(secret) ? { secret, back: safeReturn(back.join('~')) } : null;
}
