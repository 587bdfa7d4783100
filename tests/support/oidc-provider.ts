// An OpenID provider in a process of its own on loopback (oidc-provider), so that signing in through an issuer is tried
// against one that neither shares our code nor our mistakes. It can misbehave on request, and be away.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Person {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  /** How sure the issuer says to be, and by which means, in the words of its own. */
  readonly acr?: string;
  readonly amr?: readonly string[];
}

/** What is wrong with its answers. All but the last three hand out a token that must be refused. */
export type Misbehaviour =
  | 'none'
  | 'wrong_nonce'
  | 'no_nonce'
  | 'other_issuer'
  | 'other_audience'
  | 'expired_token'
  | 'stranger_signs'
  | 'not_signed'
  | 'token_error'
  | 'never_answers';

export interface ProviderSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly people: readonly Person[];
  /** `sub` of who is signed in without being asked; null shows a page with a button for everybody, and one to cancel. */
  readonly signsInAs: string | null;
  readonly misbehaviour: Misbehaviour;
}

export type ProviderMessage =
  | { readonly kind: 'settings'; readonly settings: ProviderSettings }
  | { readonly kind: 'up' }
  | { readonly kind: 'down' };

export interface OidcProvider {
  /** `http://127.0.0.1:<port>`; the same after being away. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Changes only what is named; what was handed out before stays as it was. */
  set(change: Partial<ProviderSettings>): Promise<void>;
  /** Refuses every connection until `comeBack`. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

async function tell(child: ChildProcess, message: ProviderMessage): Promise<string> {
  child.send(message);
  const [issuer] = (await once(child, 'message')) as [string];
  return issuer;
}

/** Starts a provider on a free port; the caller stops it. */
export async function startOidcProvider(given: Partial<ProviderSettings> = {}): Promise<OidcProvider> {
  let settings: ProviderSettings = {
    clientId: 'kansenplein',
    clientSecret: 'known-to-both-in-this-test',
    redirectUris: ['http://127.0.0.1/not-set'],
    people: [],
    signsInAs: null,
    misbehaviour: 'none',
    ...given,
  };
  const child = fork(join(import.meta.dirname, 'oidc-provider-process.ts'), {
    // It warns about the development it is used for.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  const ended = once(child, 'exit');
  const issuer = await Promise.race([
    tell(child, { kind: 'settings', settings }),
    ended.then(() => Promise.reject(new Error('the OpenID provider did not start'))),
  ]);
  return {
    issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    set: async (change) => {
      settings = { ...settings, ...change };
      await tell(child, { kind: 'settings', settings });
    },
    goAway: async () => void (await tell(child, { kind: 'down' })),
    comeBack: async () => void (await tell(child, { kind: 'up' })),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await ended;
    },
  };
}
