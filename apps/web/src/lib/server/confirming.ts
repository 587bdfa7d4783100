// Changes that ask who one is. When the last proof is too old the same page asks for one, holds what was typed, and the
// next form does both: confirm and change. So nothing is typed twice and nobody loses the place where they were.
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { FieldProblem, Outcome } from '../wire.ts';
import { attempt, type Client, type Refused } from './api.ts';
import { dropHeld, holdForm, readHeld, type HeldForm } from './held-form.ts';
import { becomeSignedIn } from './outcome.ts';
import { passkeyProof } from './passkey-form.ts';
import { keepWaiting, readWaiting } from './short-cookies.ts';

export interface Asked {
  /** The action of this page that goes on afterwards, with the question of the page's own address. */
  readonly target: string;
  /** What was typed and chosen. */
  readonly kept: readonly { name: string; value: string }[];
}

/** A form that was refused as it stands, so that it is shown as it was typed. */
export interface Refusal {
  readonly action: string;
  readonly fields: readonly FieldProblem[];
  readonly typed: Readonly<Record<string, string>>;
}

/** What every action of a page about one's account tells that page. */
export interface Told {
  code: string;
  refused: Refusal | null;
  done: string;
  asked: Asked | null;
  recoveryCodes: readonly string[] | null;
  /** The same form was sent before, and its codes were shown then. */
  shownBefore: boolean;
  /** On the way to an issuer. */
  toIssuer: { url: string; name: string } | null;
}

export const nothing: Told = {
  code: '',
  refused: null,
  done: '',
  asked: null,
  recoveryCodes: null,
  shownBefore: false,
  toIssuer: null,
};

type Proof = { done: Outcome; refused: null } | { done: null; refused: Pick<Refused, 'code' | 'status'> };
const text = (form: FormData, name: string): string => String(form.get(name) ?? '');
const refuse = (code: string, status: number): Proof => ({ done: null, refused: { code, status } });

/** A form without proof goes straight to the change, which knows by itself whether it needs one. */
async function proofIn(form: FormData, event: RequestEvent): Promise<Proof | null> {
  const { signing } = event.locals.api;
  switch (text(form, 'bevestig')) {
    case 'wachtwoord': {
      const password = text(form, 'bevestig-wachtwoord').slice(0, 200);
      const code = text(form, 'code').trim().slice(0, 40) || null;
      if (!password) return refuse('account.confirm_refused', 400);
      return attempt(signing.confirm.mutate({ password, code }));
    }
    case 'passkey': {
      const response = passkeyProof(form);
      const waiting = readWaiting(event.cookies, 'sleutel');
      if (!response) return refuse('account.passkey_needs_script', 400);
      if (!waiting) return refuse('account.step_over', 401);
      return attempt(signing.passkeyConfirm.mutate({ step: waiting.secret, response }));
    }
    default:
      return null;
  }
}

/** Whoever confirms typed no address: what is wrong is said in other words than at signing in. */
const inWords = (code: string): string =>
  ['account.sign_in_failed', 'account.code_wrong', 'input.invalid'].includes(code)
    ? 'account.confirm_refused'
    : code;

const ofConfirming = new Set(['bevestig', 'bevestig-wachtwoord', 'antwoord', 'dienst']);

/** What the page's own address asks, without the name of the action and what was said about an earlier one. */
const questionOf = (url: URL) =>
  new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'gedaan'));

/** The page asks about the same as before, with another action. */
function targetOf(url: URL, action: string): string {
  const own = questionOf(url);
  return `?/${action}${own.size > 0 ? `&${own}` : ''}`;
}

function keptFrom(form: FormData, url: URL, action: string): Asked {
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !ofConfirming.has(name) && !(name === 'code' && form.has('bevestig'))
      ? [{ name, value }]
      : [],
  );
  // A new password is typed again rather than written into a page.
  const kept = typed.filter(({ name }) => name !== 'wachtwoord');
  return kept.length < typed.length
    ? { target: targetOf(url, 'bevestigen'), kept: [] }
    : { target: targetOf(url, action), kept };
}

const placeOf = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) => ({
  account: locals.me.account?.id ?? '',
  path: url.pathname,
});

/** For the page somebody comes back to: the form that waited meanwhile, or null. */
export function heldOn(event: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>) {
  const form =
    event.url.searchParams.get('gedaan') === 'bevestigd' ? readHeld(event.cookies, placeOf(event)) : null;
  return form && { form, question: String(questionOf(event.url)) };
}

/** Another site lies between. Who comes back stands on the same page, with the form as it was, and sends it by one press. */
async function confirmAtIssuer(event: RequestEvent, issuer: string, asked: Asked, form: HeldForm) {
  const { done, refused } = await attempt(event.locals.api.signing.confirmAtIssuer.mutate({ issuer }));
  if (refused) return fail(refused.status, { ...nothing, asked, code: refused.code });
  const question = questionOf(event.url);
  question.set('gedaan', 'bevestigd');
  const back = `${event.url.pathname}?${question}`;
  keepWaiting(event.cookies, 'dienst', { secret: done.step, expiresAt: done.expiresAt }, back);
  if (form.action !== 'bevestigen') holdForm(event.cookies, placeOf(event), form, done.expiresAt);
  return { ...nothing, toIssuer: { url: done.url, name: 'uw inlogdienst' } };
}

/**
 * An action that may ask for proof first. `change` gets a client that speaks for the person (under a new login when the
 * proof came along) and says what it did; refusals go to the page.
 */
export const afterConfirming =
  (action: string, change: (api: Client, form: FormData, event: RequestEvent) => Promise<Partial<Told>>) =>
  async (event: RequestEvent) => {
    const form = await event.request.formData();
    const asked = keptFrom(form, event.url, action);
    const issuer = text(form, 'dienst');
    if (text(form, 'bevestig') === 'dienst')
      return confirmAtIssuer(event, issuer, asked, { action, kept: asked.kept });
    dropHeld(event.cookies);
    const proof = await proofIn(form, event);
    if (proof?.refused)
      return fail(proof.refused.status, { ...nothing, asked, code: inWords(proof.refused.code) });
    if (proof?.done.next === 'signed_in') await becomeSignedIn(event, proof.done);
    const { done, refused } = await attempt(change(event.locals.api, form, event));
    if (refused?.code === 'account.confirm_first') return fail(403, { ...nothing, asked });
    if (refused) {
      const typed = Object.fromEntries(asked.kept.map(({ name, value }) => [name, value]));
      const about = { action, fields: refused.fields, typed };
      return fail(refused.status, { ...nothing, code: refused.code, refused: about });
    }
    return { ...nothing, ...done };
  };
