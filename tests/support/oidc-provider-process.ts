// The process behind oidc-provider.ts: a real OpenID provider on loopback that is told by messages what it knows and
// how it misbehaves. Nothing of ours is in it, so what signs in here is what would sign in at a municipality's issuer.
import { createSign, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';
import type { Person, ProviderSettings, ProviderMessage } from './oidc-provider.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
type Claims = Record<string, unknown>;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const jwk: JsonWebKey = privateKey.export({ format: 'jwk' });
const keyId = 'of-this-test';

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The same token with other claims, signed by the key the provider publishes, or by one nobody knows. */
function signAgain(token: string, change: (claims: Claims) => Claims, key = privateKey): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
  const input = `${encode({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${encode(change(claims))}`;
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key, 'base64url')}`;
}

const hourAgo = () => Math.floor(Date.now() / 1000) - 3600;

const forgeries: Partial<Record<ProviderSettings['misbehaviour'], (token: string) => string>> = {
  wrong_nonce: (token) => signAgain(token, (claims) => ({ ...claims, nonce: 'of-another-visit' })),
  no_nonce: (token) => signAgain(token, ({ nonce: _nonce, ...claims }) => claims),
  other_issuer: (token) => signAgain(token, (claims) => ({ ...claims, iss: 'http://127.0.0.1:1' })),
  other_audience: (token) => signAgain(token, (claims) => ({ ...claims, aud: 'somebody-else' })),
  expired_token: (token) =>
    signAgain(token, (claims) => ({ ...claims, iat: hourAgo() - 60, exp: hourAgo() })),
  stranger_signs: (token) => signAgain(token, (claims) => claims, stranger),
  not_signed: (token) => `${encode({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1] ?? ''}.`,
};

let settings: ProviderSettings;
let answer: Handler = (_request, response) => response.writeHead(503).end();
const server = createServer((request, response) => answer(request, response));

function configurationFor({ clientId, clientSecret, redirectUris, people }: ProviderSettings): Configuration {
  const claims = ['acr', 'amr', 'auth_time', 'email', 'email_verified', 'name'];
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [{ ...jwk, kid: keyId, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for tests'] },
    acrValues: [...new Set(people.flatMap(({ acr }) => acr ?? []))],
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    // Many issuers in use put these in the ID token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const person = people.find((one) => one.sub === sub);
      return person && { accountId: sub, claims: () => ({ ...claimsOf(person) }) };
    },
    // Nobody is asked for consent twice: who signs in here agreed.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      grant.addOIDCClaims(claims);
      await grant.save();
      return grant;
    },
  };
}

const claimsOf = ({ sub, name, email }: Person) => ({
  sub,
  ...(name && { name }),
  ...(email && { email, email_verified: true }),
});

const page = (people: readonly Person[]) => `<!doctype html><html lang="nl"><title>Inlogdienst</title>
<h1>Inlogdienst van de test</h1><form method="post">
${people.map(({ sub, name }) => `<button name="wie" value="${sub}">${name ?? sub}</button>`).join('\n')}
<button name="wie" value="">Annuleren</button></form></html>`;

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const part of request) body += String(part);
  return new URLSearchParams(body);
}

/** Signing in at the provider: a page with everybody on it, or straight on when the test said who it is. */
async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { people, signsInAs } = settings;
  if (request.method === 'GET' && signsInAs === null) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(people));
    return;
  }
  const who = request.method === 'GET' ? signsInAs : (await bodyOf(request)).get('wie');
  const person = people.find(({ sub }) => sub === who);
  const { sub: accountId, acr, amr } = person ?? {};
  await provider.interactionFinished(
    request,
    response,
    accountId
      ? { login: { accountId, remember: false, ...(acr && { acr }), ...(amr && { amr: [...amr] }) } }
      : { error: 'access_denied', error_description: 'the person cancelled' },
  );
}

function configure(issuer: string, wanted: ProviderSettings): void {
  settings = wanted;
  const provider = new Provider(issuer, configurationFor(wanted));
  provider.use(async (ctx, next) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    const forge = forgeries[settings.misbehaviour];
    if (forge && body?.id_token) ctx.body = { ...body, id_token: forge(body.id_token) };
  });
  const callback = provider.callback();
  answer = (request, response) => {
    const path = request.url ?? '';
    const failed = () => response.destroy();
    if (path === '/token' && settings.misbehaviour === 'token_error') response.writeHead(500).end('no');
    else if (path === '/token' && settings.misbehaviour === 'never_answers') request.resume();
    else if (path.startsWith('/interaction/')) void interact(provider, request, response).catch(failed);
    else void callback(request, response);
  };
}

const close = () =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

let port = 0;
async function obey(message: ProviderMessage): Promise<string> {
  if (message.kind === 'down') await close();
  else if (!server.listening) await listen(port);
  port ||= (server.address() as AddressInfo).port;
  const issuer = `http://127.0.0.1:${port}`;
  if (message.kind === 'settings') configure(issuer, message.settings);
  return issuer;
}

process.on('message', (message: ProviderMessage) => {
  void obey(message).then((issuer) => process.send?.(issuer));
});
// Never outlives the test that started it.
process.on('disconnect', () => process.exit(0));
