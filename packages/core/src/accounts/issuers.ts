// OpenID Connect (openid-client): authorization code with PKCE, state and nonce, for several issuers found by discovery.
import * as client from 'openid-client';
import { notFound, Refusal, type Expected, type Identity, type Issuers } from '../kernel/index.ts';

/** One issuer as the installation configures it. */
export interface IssuerSettings {
  /** Stands in addresses: small letters, digits and hyphens. */
  readonly id: string;
  /** What people read on the button, such as 'Gemeente Brunssum'. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * By which claims of its token this issuer says that it asked more than one factor: one of the `acr`, and one of the
   * `amr`. Without it our own second factor is asked.
   */
  readonly multiFactor: { readonly acr: readonly string[]; readonly amr: readonly string[] } | null;
}

/** Somebody who must prove it again did so within this many seconds before coming back. */
const freshSeconds = 120;
/** An issuer that changes its keys or addresses is believed after this long. */
const rediscoverAfter = 3_600_000;

const down = () => new Refusal('conflict', 'account.issuer_down');
const wrong = () => new Refusal('unauthenticated', 'account.issuer_wrong_answer');

const isLoopback = (address: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);

/** What the network did, or what the issuer answered. */
function refusalFor(error: unknown): Refusal {
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === 'access_denied' || error.error === 'login_required'
      ? new Refusal('unauthenticated', 'account.issuer_cancelled')
      : wrong();
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const unreachable = code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
  // fetch says that a server cannot be reached by a TypeError without a code of its own.
  return unreachable || (error instanceof TypeError && code === null) ? down() : wrong();
}

const list = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((each) => typeof each === 'string')
    : typeof value === 'string'
      ? [value]
      : [];

function isMultiFactor(claims: client.IDToken, wanted: IssuerSettings['multiFactor']): boolean {
  if (!wanted) return false;
  const has = (claim: unknown, accepted: readonly string[]) =>
    accepted.length === 0 || list(claim).some((each) => accepted.includes(each));
  return has(claims.acr, wanted.acr) && has(claims.amr, wanted.amr);
}

/** `origin`: of the pages, where people come back. `seconds`: how long an issuer may take to answer. */
export function createIssuers(settings: readonly IssuerSettings[], origin: string, seconds = 8): Issuers {
  const redirectUri = `${origin}/inloggen/terug`;
  const discovered = new Map<string, { at: number; found: Promise<client.Configuration> }>();

  const settingsOf = (id: string) => {
    const found = settings.find((each) => each.id === id);
    if (!found) throw notFound('issuer');
    return found;
  };
  const discover = async ({ id, issuer, clientId, clientSecret }: IssuerSettings) => {
    const known = discovered.get(id);
    if (known && Date.now() - known.at < rediscoverAfter) return known.found;
    const found = client.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, redirect_uris: [redirectUri] },
      client.ClientSecretBasic(clientSecret),
      {
        timeout: seconds,
        execute: [
          // The signature of the token is verified too, although it comes straight from the issuer.
          client.enableNonRepudiationChecks,
          // Plain http is for a provider on this machine only: the configuration refuses any other.
          ...(isLoopback(issuer) ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    discovered.set(id, { at: Date.now(), found });
    // A failure is not remembered: the next person tries again.
    found.catch(() => discovered.delete(id));
    return found;
  };

  return {
    choices: settings.map(({ id, name, issuer, multiFactor }) => ({
      id,
      name,
      issuer,
      multiFactor: multiFactor !== null,
    })),

    async begin(id, again) {
      const one = settingsOf(id);
      const configuration = await discover(one).catch(() => {
        throw down();
      });
      const expected: Expected = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        // Nothing about the person is asked but who it is.
        scope: 'openid',
        response_type: 'code',
        code_challenge: await client.calculatePKCECodeChallenge(expected.verifier),
        code_challenge_method: 'S256',
        state: expected.state,
        nonce: expected.nonce,
        ...(one.multiFactor &&
          one.multiFactor.acr.length > 0 && { acr_values: one.multiFactor.acr.join(' ') }),
        ...(again && { prompt: 'login', max_age: String(freshSeconds) }),
      });
      return { url: url.href, expected };
    },

    async finish(id, query, expected, again): Promise<Identity> {
      const one = settingsOf(id);
      const configuration = await discover(one).catch(() => {
        throw down();
      });
      const back = new URL(redirectUri);
      back.search = query;
      try {
        const tokens = await client.authorizationCodeGrant(configuration, back, {
          expectedState: expected.state,
          expectedNonce: expected.nonce,
          pkceCodeVerifier: expected.verifier,
          idTokenExpected: true,
          ...(again && { maxAge: freshSeconds }),
        });
        const claims = tokens.claims();
        if (!claims) throw wrong();
        return {
          issuer: claims.iss,
          subject: claims.sub,
          multiFactor: isMultiFactor(claims, one.multiFactor),
        };
      } catch (error) {
        throw error instanceof Refusal ? error : refusalFor(error);
      }
    },
  };
}
