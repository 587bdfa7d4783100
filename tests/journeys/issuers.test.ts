// Signing in through issuers of OpenID Connect, against real providers on loopback, also when they misbehave.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf as appCode, earlierCode } from '../support/authenticator-app.ts';
import {
  age,
  eventsOf,
  invited,
  mailTo,
  newcomerWithApp,
  newcomerWithPasskey,
  unconfirm,
  visitorOf,
} from '../support/newcomers.ts';
import { startOidcProvider, type Misbehaviour, type OidcProvider } from '../support/oidc-provider.ts';
import { doors, startPlatform, type Client, type Platform } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser, hashOf } from '../support/sql.ts';

let strong: OidcProvider;
let weak: OidcProvider;
let platform: Platform;

const sure = { acr: 'urn:loa:high', amr: ['pwd', 'otp'] };

beforeAll(async () => {
  strong = await startOidcProvider({ people: [] });
  weak = await startOidcProvider({ people: [] });
  const common = ({ issuer, clientId, clientSecret }: OidcProvider) => ({ issuer, clientId, clientSecret });
  platform = await startPlatform({
    demo: false,
    issuerSeconds: 2,
    issuers: [
      {
        ...common(strong),
        id: 'strong',
        name: 'Gemeente Sterk',
        multiFactor: { acr: ['urn:loa:high'], amr: ['otp', 'mfa'] },
      },
      { ...common(weak), id: 'weak', name: 'Gemeente Zwak', multiFactor: null },
    ],
  });
  const redirectUris = [`${platform.origin}/inloggen/terug`];
  await strong.set({ redirectUris });
  await weak.set({ redirectUris });
});
afterAll(async () => {
  await strong.stop();
  await weak.stop();
  expect(platform.internalErrors).toEqual([]);
  await platform.close();
});

let subjects = 0;
const newSubject = () => `persoon-${(subjects += 1)}`;

/** What a browser does: follows the provider until it is sent back to us, with the cookies it is given on the way. */
async function throughTheProvider(url: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = url;
  for (let hop = 0; hop < 12; hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const each of response.headers.getSetCookie()) {
      const [name = '', ...value] = (each.split(';')[0] ?? '').split('=');
      jar.set(name, value.join('='));
    }
    const next = new URL(response.headers.get('location') ?? '', at);
    if (next.origin === platform.origin) {
      expect(next.pathname).toBe('/inloggen/terug');
      return next.search.slice(1);
    }
    if (!response.headers.has('location'))
      throw new Error(`the provider answered ${response.status} at ${at}`);
    at = next.href;
  }
  throw new Error('the provider sends in circles');
}

interface AtProvider {
  readonly provider: OidcProvider;
  readonly sub: string;
  readonly email?: string;
  readonly acr?: string;
  readonly amr?: readonly string[];
}

async function signedInAt({ provider, sub, ...claims }: AtProvider): Promise<void> {
  await provider.set({ people: [{ sub, name: 'Iemand', ...claims }], signsInAs: sub });
}

const idOf = (provider: OidcProvider) => (provider === strong ? 'strong' : 'weak');

/** Goes to the issuer and comes back, as a visitor or as who is signed in. */
async function signInAt(who: AtProvider, client: Client = visitorOf(platform)) {
  await signedInAt(who);
  const { step, url } = await client.signing.startAtIssuer.mutate({ issuer: idOf(who.provider) });
  return client.signing.finishAtIssuer.mutate({ step, query: await throughTheProvider(url) });
}

async function acceptAt(who: AtProvider, token: string, client: Client = visitorOf(platform)) {
  await signedInAt(who);
  const { step, url } = await client.signing.acceptAtIssuer.mutate({
    token,
    issuer: idOf(who.provider),
    name: 'Via de gemeente',
  });
  return client.signing.finishAtIssuer.mutate({ step, query: await throughTheProvider(url) });
}

const addressOf = async (secret: string) =>
  (await platform.client('http', secret).accounts.me.query()).account?.address ?? null;

async function newcomerThroughStrong() {
  const who = { provider: strong, sub: newSubject(), ...sure };
  const { address, token } = await invited(platform);
  const { secret } = await acceptAt(who, token);
  return { address, who, secret };
}

describe.each(doors)('through the %s door', (door) => {
  it('an invitation is accepted through an issuer that asks two factors, and the issuer signs in', async () => {
    const visitor = visitorOf(platform, door);
    expect(await visitor.signing.ways.query()).toEqual({
      issuers: [
        { id: 'strong', name: 'Gemeente Sterk' },
        { id: 'weak', name: 'Gemeente Zwak' },
      ],
    });
    const who = { provider: strong, sub: newSubject(), email: 'heel-anders@elders.example', ...sure };
    const { address, token } = await invited(platform, { role: 'publisher' });
    const accepted = await acceptAt(who, token, visitor);
    expect(accepted.next).toBe('signed_in');
    expect(await platform.client(door, accepted.secret).accounts.me.query()).toMatchObject({
      account: { address, name: 'Via de gemeente' },
      acting: { key: 'gm0899', role: 'publisher' },
    });
    const inside = await signInAt(who, visitor);
    expect(inside.next).toBe('signed_in');
    expect(await addressOf(inside.secret)).toBe(address);
    expect(await platform.client(door, inside.secret).signing.overview.query()).toMatchObject({
      password: false,
      confirmBy: ['issuer'],
      linkedIssuers: [{ issuer: 'strong', name: 'Gemeente Sterk' }],
    });
  });
});

describe('who somebody is', () => {
  it('follows from issuer and subject, never from an address', async () => {
    const { address } = await newcomerThroughStrong();
    const same = { provider: strong, sub: newSubject(), email: address, ...sure };
    expect(await refusalOf(signInAt(same))).toMatchObject({
      code: 'account.issuer_unknown_person',
      httpStatus: 401,
    });
    const elsewhere = { provider: weak, sub: newSubject(), email: address };
    expect(await codeOf(signInAt(elsewhere))).toBe('account.issuer_unknown_person');
  });

  it('is not the same at two issuers that use the same subject', async () => {
    const { who, address } = await newcomerThroughStrong();
    expect(await codeOf(signInAt({ ...who, provider: weak }))).toBe('account.issuer_unknown_person');
    // Somebody else has that subject there.
    const other = await newcomerWithApp(platform);
    const me = platform.client('local', other.secret);
    await signedInAt({ provider: weak, sub: who.sub });
    const { step, url } = await me.signing.linkIssuer.mutate({ issuer: 'weak' });
    const linked = await me.signing.finishAtIssuer.mutate({ step, query: await throughTheProvider(url) });
    expect(await addressOf(linked.secret)).toBe(other.address);
    expect(await addressOf((await signInAt(who)).secret)).toBe(address);
    const asked = await signInAt({ provider: weak, sub: who.sub });
    expect(asked.next).toBe('second_factor');
    const inside = await visitorOf(platform).signing.secondFactor.mutate({
      step: asked.secret,
      code: appCode(other.key),
    });
    expect(await addressOf(inside.secret)).toBe(other.address);
  });

  it('cannot accept an invitation to somebody else who has an account', async () => {
    const known = await newcomerWithApp(platform);
    const { token } = await invited(platform, { address: known.address, municipality: 'gm0917' });
    const who = { provider: strong, sub: newSubject(), email: known.address, ...sure };
    expect(await codeOf(acceptAt(who, token))).toBe('account.issuer_unknown_person');
    const linked = await newcomerThroughStrong();
    expect(await codeOf(acceptAt(linked.who, token))).toBe('account.issuer_unknown_person');
    // And a new person does not take an identity that belongs to somebody.
    const fresh = await invited(platform);
    expect(await codeOf(acceptAt(linked.who, fresh.token))).toBe('account.issuer_linked_elsewhere');
    expect(await visitorOf(platform).accounts.invitation.query({ token: fresh.token })).toMatchObject({
      known: false,
    });
  });

  it('known already accepts a second invitation through the own issuer', async () => {
    const { address, who } = await newcomerThroughStrong();
    const { token } = await invited(platform, { address, municipality: 'gm0917', role: 'reader' });
    const { secret } = await acceptAt(who, token);
    expect((await platform.client('http', secret).accounts.me.query()).acting).toMatchObject({
      key: 'gm0917',
    });
  });
});

describe('an issuer that does not assure a second factor', () => {
  it.each([
    ['says nothing of it', {}],
    ['says less than was agreed', { acr: 'urn:loa:low', amr: ['pwd', 'otp'] }],
    ['says it by one claim of the two', { acr: 'urn:loa:high', amr: ['pwd'] }],
  ])('because it %s: ours is set up with the invitation, and asked each time', async (_name, claims) => {
    const who = { provider: strong, sub: newSubject(), ...claims };
    const { address, token } = await invited(platform);
    const { next, secret: step } = await acceptAt(who, token);
    expect(next).toBe('enrol');
    const visitor = visitorOf(platform);
    expect(await visitor.accounts.invitation.query({ token })).toMatchObject({ known: false });
    const { key } = await visitor.signing.totpSetup.mutate({ step });
    const enrolled = await visitor.signing.totpConfirm.mutate({ step, code: await earlierCode(key) });
    expect(await addressOf(enrolled.secret)).toBe(address);
    const asked = await signInAt(who);
    expect(asked.next).toBe('second_factor');
    const inside = await visitor.signing.secondFactor.mutate({ step: asked.secret, code: appCode(key) });
    expect(await addressOf(inside.secret)).toBe(address);
    // The day it does assure it, ours is no longer asked.
    expect((await signInAt({ ...who, ...sure })).next).toBe('signed_in');
  });

  it('is not linked by who has no second factor, and opens nothing for who lost it', async () => {
    const { secret, who, address } = await newcomerThroughStrong();
    const me = platform.client('local', secret);
    await signedInAt({ provider: weak, sub: newSubject() });
    const { step, url } = await me.signing.linkIssuer.mutate({ issuer: 'weak' });
    expect(
      await codeOf(me.signing.finishAtIssuer.mutate({ step, query: await throughTheProvider(url) })),
    ).toBe('factor.needed_first');
    expect(await codeOf(signInAt({ provider: strong, sub: who.sub }))).toBe('account.issuer_too_weak');
    expect(await addressOf(secret)).toBe(address);
  });
});

describe('an issuer that misbehaves', () => {
  it.each<[Misbehaviour, string]>([
    ['wrong_nonce', 'account.issuer_wrong_answer'],
    ['no_nonce', 'account.issuer_wrong_answer'],
    ['other_issuer', 'account.issuer_wrong_answer'],
    ['other_audience', 'account.issuer_wrong_answer'],
    ['expired_token', 'account.issuer_wrong_answer'],
    ['stranger_signs', 'account.issuer_wrong_answer'],
    ['not_signed', 'account.issuer_wrong_answer'],
    ['token_error', 'account.issuer_down'],
    ['never_answers', 'account.issuer_down'],
  ])('(%s) lets nobody in', async (misbehaviour, code) => {
    const { who } = await newcomerThroughStrong();
    await signedInAt(who);
    const visitor = visitorOf(platform);
    const { step, url } = await visitor.signing.startAtIssuer.mutate({ issuer: 'strong' });
    const query = await throughTheProvider(url);
    await strong.set({ misbehaviour });
    try {
      expect(await codeOf(visitor.signing.finishAtIssuer.mutate({ step, query }))).toBe(code);
    } finally {
      await strong.set({ misbehaviour: 'none' });
    }
    expect((await signInAt(who)).next).toBe('signed_in');
  });

  it('because it is away is said as such, and the other ways go on', async () => {
    const person = await newcomerWithPasskey(platform);
    const { who } = await newcomerThroughStrong();
    await signedInAt(who);
    const visitor = visitorOf(platform);
    const { step, url } = await visitor.signing.startAtIssuer.mutate({ issuer: 'strong' });
    const query = await throughTheProvider(url);
    await strong.goAway();
    try {
      expect(await refusalOf(visitor.signing.finishAtIssuer.mutate({ step, query }))).toMatchObject({
        code: 'account.issuer_down',
        httpStatus: 409,
      });
      const request = await visitor.signing.passkeyRequest.mutate();
      const response = person.device.get(request.options);
      expect((await visitor.signing.passkeySignIn.mutate({ step: request.step, response })).next).toBe(
        'signed_in',
      );
      expect(await visitor.signing.ways.query()).toMatchObject({
        issuers: [{ id: 'strong' }, { id: 'weak' }],
      });
    } finally {
      await strong.comeBack();
    }
    expect((await signInAt(who)).next).toBe('signed_in');
  });

  it('and was away when the host began is found once it is there', async () => {
    const late = await startPlatform({
      demo: false,
      issuerSeconds: 2,
      issuers: [{ ...weak, id: 'weak', name: 'Zwak', multiFactor: null }],
    });
    await weak.goAway();
    const begin = () => late.client('local', null).signing.startAtIssuer.mutate({ issuer: 'weak' });
    expect(await codeOf(begin())).toBe('account.issuer_down');
    await weak.comeBack();
    expect((await begin()).url).toContain(weak.issuer);
    expect(await codeOf(late.client('local', null).signing.startAtIssuer.mutate({ issuer: 'unknown' }))).toBe(
      'issuer.not_found',
    );
    await late.close();
  });
});

describe('what comes back', () => {
  const begin = async (who: AtProvider, client: Client) => {
    await signedInAt(who);
    const { step, url } = await client.signing.startAtIssuer.mutate({ issuer: idOf(who.provider) });
    return { step, query: await throughTheProvider(url) };
  };

  it('works once, and a step lasts ten minutes', async () => {
    const { who } = await newcomerThroughStrong();
    const visitor = visitorOf(platform);
    const back = await begin(who, visitor);
    expect((await visitor.signing.finishAtIssuer.mutate(back)).next).toBe('signed_in');
    expect(await codeOf(visitor.signing.finishAtIssuer.mutate(back))).toBe('account.step_over');
    // The same code and state with another step.
    const other = await begin(who, visitor);
    expect(await codeOf(visitor.signing.finishAtIssuer.mutate({ step: other.step, query: back.query }))).toBe(
      'account.issuer_wrong_answer',
    );
    const old = await begin(who, visitor);
    await age(platform, `update sign_in_step set expires_at = now() - interval '1 second' where id = $1`, [
      hashOf(old.step),
    ]);
    expect(await codeOf(visitor.signing.finishAtIssuer.mutate(old))).toBe('account.step_over');
  });

  it('in the browser of somebody else does not sign in there', async () => {
    const attacker = await newcomerThroughStrong();
    const theirs = await begin(attacker.who, visitorOf(platform));
    const victim = visitorOf(platform);
    const own = await begin((await newcomerThroughStrong()).who, victim);
    // The victim's browser holds its own step; the attacker's answer does not fit it.
    expect(await codeOf(victim.signing.finishAtIssuer.mutate({ step: own.step, query: theirs.query }))).toBe(
      'account.issuer_wrong_answer',
    );
  });

  it.each([
    ['without a state', (query: string) => query.replace(/&?state=[^&]*/, '')],
    ['with another state', (query: string) => query.replace(/state=[^&]*/, 'state=anders')],
    ['with another code', (query: string) => query.replace(/code=[^&]*/, 'code=geraden')],
    [
      'of another issuer',
      (query: string) => query.replace(/iss=[^&]*/, `iss=${encodeURIComponent('https://x.example')}`),
    ],
    ['with nothing', () => ''],
    ['with something that is no query', () => '%%%&&&==='],
  ])('%s is refused', async (_name, change) => {
    const { who } = await newcomerThroughStrong();
    const visitor = visitorOf(platform);
    const { step, query } = await begin(who, visitor);
    expect(await codeOf(visitor.signing.finishAtIssuer.mutate({ step, query: change(query) }))).toBe(
      'account.issuer_wrong_answer',
    );
  });

  it('cancelled by the person is said as such', async () => {
    const visitor = visitorOf(platform);
    const { step, url } = await visitor.signing.startAtIssuer.mutate({ issuer: 'strong' });
    const state = new URL(url).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: strong.issuer }).toString();
    expect(await refusalOf(visitor.signing.finishAtIssuer.mutate({ step, query }))).toMatchObject({
      code: 'account.issuer_cancelled',
      httpStatus: 401,
    });
    const rows = await asSuperuser<{ reason: string }>(
      platform.urls.superuserUrl,
      `select reason from audit_event where action = 'account.issuer_refused' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ reason: 'account.issuer_cancelled' }]);
  });

  it('asks with code, PKCE, state and nonce, and for nothing but who it is', async () => {
    const { url } = await visitorOf(platform).signing.startAtIssuer.mutate({ issuer: 'strong' });
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      client_id: strong.clientId,
      redirect_uri: `${platform.origin}/inloggen/terug`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      acr_values: 'urn:loa:high',
    });
  });
});

describe('who is signed in', () => {
  it('links an issuer after confirming, is mailed, confirms through it, and unlinks it', async () => {
    const person = await newcomerWithApp(platform);
    await unconfirm(platform, person.address);
    const me = platform.client('local', person.secret);
    expect(await codeOf(me.signing.linkIssuer.mutate({ issuer: 'strong' }))).toBe('account.confirm_first');
    await age(platform, 'update login_session set confirmed_at = now() where id = $1', [
      hashOf(person.secret),
    ]);
    const who = { provider: strong, sub: newSubject(), ...sure };
    await signedInAt(who);
    const { step, url } = await me.signing.linkIssuer.mutate({ issuer: 'strong' });
    const query = await throughTheProvider(url);
    // Only in the login session that began it.
    const elsewhere = await newcomerWithApp(platform);
    expect(
      await codeOf(platform.client('local', elsewhere.secret).signing.finishAtIssuer.mutate({ step, query })),
    ).toBe('account.step_over');
    const linked = await me.signing.finishAtIssuer.mutate({ step, query });
    expect(await mailTo(platform, person.address)).toMatchObject({
      subject: 'Er is een manier van inloggen toegevoegd',
    });
    await unconfirm(platform, person.address);

    const now = platform.client('local', linked.secret);
    const going = await now.signing.confirmAtIssuer.mutate({ issuer: 'strong' });
    expect(new URL(going.url).searchParams.get('max_age')).toBe('120');
    expect(new URL(going.url).searchParams.get('prompt')).toBe('login');
    const confirmed = await now.signing.finishAtIssuer.mutate({
      step: going.step,
      query: await throughTheProvider(going.url),
    });
    const after = platform.client('local', confirmed.secret);
    const view = await after.signing.overview.query();
    expect(view).toMatchObject({ confirmed: true, confirmBy: ['password_and_code', 'issuer'] });
    await after.signing.unlinkIssuer.mutate({ id: view.linkedIssuers[0]?.id ?? '' });
    expect(await codeOf(signInAt(who))).toBe('account.issuer_unknown_person');
    expect(await eventsOf(platform, person.address)).toEqual([
      'account.app_added',
      'account.signed_in',
      'account.issuer_linked',
      'account.confirmed',
      'account.issuer_unlinked',
    ]);
  });

  it('does not confirm as somebody else at the issuer', async () => {
    const { secret, address } = await newcomerThroughStrong();
    const other = await newcomerThroughStrong();
    await unconfirm(platform, address);
    const me = platform.client('local', secret);
    await signedInAt(other.who);
    const { step, url } = await me.signing.confirmAtIssuer.mutate({ issuer: 'strong' });
    expect(
      await codeOf(me.signing.finishAtIssuer.mutate({ step, query: await throughTheProvider(url) })),
    ).toBe('account.issuer_unknown_person');
    expect((await me.signing.overview.query()).confirmed).toBe(false);
  });
});
