// The pages of signing in, for the table of all pages. What they show hangs on a secret in a cookie and not on who asks:
// without one they are the same for everybody, and the address of a mailed link answers alike whether it lives or not.
import type { Actor } from './matrix-world.ts';

type Status = 200 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const unknown = 'x'.repeat(43);
const always =
  (status: Status) =>
  (about: string, path: string): readonly Case[] => [{ about, path, expected: () => status }];
const shown = (path: string) => always(200)(path, path);
const leads = (path: string) => always(303)('not existing', path);

/** `signedIn`: what a page behind the door answers to each actor. */
export const pagesOfSigningIn = (signedIn: Case['expected']): Record<string, readonly Case[]> => ({
  '/inloggen/code': shown('/inloggen/code'),
  '/inloggen/tweede-factor': shown('/inloggen/tweede-factor'),
  '/inloggen/terug': [
    ...shown('/inloggen/terug?mis=account.issuer_down'),
    ...leads(`/inloggen/terug?code=${unknown}&state=${unknown}`),
  ],
  '/inloggen/via/[issuer]': leads('/inloggen/via/geen-inlogdienst'),
  // They answer only POST; the procedures behind them are in the matrix.
  '/inloggen/passkey': [],
  '/inloggen/tweede-factor/passkey': [],
  '/wachtwoord-vergeten': shown('/wachtwoord-vergeten'),
  '/uitnodiging': shown('/uitnodiging'),
  '/uitnodiging/[token]': leads(`/uitnodiging/${unknown}`),
  '/nieuw-adres': shown('/nieuw-adres'),
  '/nieuw-adres/[token]': leads(`/nieuw-adres/${unknown}`),
  '/nieuw-wachtwoord': shown('/nieuw-wachtwoord'),
  '/nieuw-wachtwoord/[token]': leads(`/nieuw-wachtwoord/${unknown}`),
  '/nieuwe-factor': shown('/nieuwe-factor'),
  '/nieuwe-factor/[token]': leads(`/nieuwe-factor/${unknown}`),
  '/mijn/account': [{ about: '/mijn/account', path: '/mijn/account', expected: signedIn }],
  '/mijn/account/wachtwoord': [
    { about: '/mijn/account/wachtwoord', path: '/mijn/account/wachtwoord', expected: signedIn },
  ],
});
