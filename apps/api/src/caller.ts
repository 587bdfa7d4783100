// From a request to who is asking: the cookie's secret, and the address it comes from.
import type { FileStore, Live } from '@kansenplein/core';
import { keepLoginAlive, loginOf, type Context, type Settings } from '@kansenplein/core';
import type { Database } from '@kansenplein/db';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from './config.ts';

export interface Request {
  /** The secret of the login cookie. */
  readonly secret: string | null;
  /** Address it comes from, for limits on attempts. */
  readonly origin: string;
  /** What the browser calls itself (User-Agent). */
  readonly browser?: string | null;
}

/** On https the name itself makes a browser refuse anything but a secure cookie of this host. */
export const cookieName = (origin: string) =>
  origin.startsWith('https:') ? '__Host-kansenplein' : 'kansenplein';

export function readCookie(header: string | null | undefined, name: string): string | null {
  const pair = (header ?? '').split(';').find((each) => each.trim().startsWith(`${name}=`));
  return pair ? pair.trim().slice(name.length + 1) : null;
}

/** The address of the socket, or what a trusted proxy says it was; never what a stranger says. */
export function addressOf(
  incoming: IncomingMessage | undefined,
  config: Pick<Config, 'trustedProxies'>,
): string {
  const peer = (incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (!config.trustedProxies.includes(peer)) return peer;
  const forwarded = incoming?.headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() ?? '';
  return isIP(forwarded) ? forwarded : peer;
}

/** `192.0.2.0/24` or `2001:db8:0::/48`: the network of an address, which is all that the audit trail keeps of it. */
export function networkOf(address: string): string | undefined {
  const version = isIP(address);
  if (version === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (version !== 6) return undefined;
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return `${[0, 1, 2].map((at) => groups[at] ?? '0').join(':')}::/48`.toLowerCase();
}

export interface Services {
  readonly database: Database;
  /** Where the bytes of files stand. */
  readonly files: FileStore;
  readonly search: Context['search'];
  readonly settings: Settings;
  readonly vault: Context['vault'];
  readonly issuers: Context['issuers'];
  /** Conversations as they go on. */
  readonly live: Live;
}

/** Whether a login session lives behind the cookie is asked by the wall when the procedure enters, not here. */
export function contextFor(services: Omit<Services, 'live'>, request: Request): Context {
  const network = networkOf(request.origin);
  const { files: _files, ...rest } = services;
  return {
    ...rest,
    caller: {
      login: loginOf(request.secret),
      link: null,
      ...(network === undefined ? {} : { origin: network }),
    },
    origin: request.origin,
    browser: request.browser ?? null,
    keepAlive: (login) => keepLoginAlive(services.database, login),
  };
}
