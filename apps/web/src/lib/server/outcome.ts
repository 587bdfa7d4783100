// What follows when somebody proved something: which cookie, and which page.
import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import type { Outcome } from '../wire.ts';
import { clientOf } from './client-of-request.ts';
import { keepLogin } from './login-cookie.ts';
import { dropWaiting, keepWaiting } from './short-cookies.ts';

/** Goes on to the next page; `back` is where somebody wanted to be all along, `enrolAt` where a factor is added. */
export function follow(
  cookies: Cookies,
  outcome: Outcome,
  back: string,
  enrolAt = '/inloggen/tweede-factor',
): never {
  switch (outcome.next) {
    case 'signed_in':
      keepLogin(cookies, outcome);
      for (const kind of ['stap', 'sleutel', 'dienst'] as const) dropWaiting(cookies, kind);
      redirect(303, back);
      break;
    case 'second_factor':
      keepWaiting(cookies, 'stap', outcome, back);
      redirect(303, '/inloggen/code');
      break;
    case 'enrol':
      keepWaiting(cookies, 'stap', outcome, back);
      redirect(303, enrolAt);
      break;
    case 'sign_in':
      dropWaiting(cookies, 'link');
      redirect(303, '/inloggen?gedaan=wachtwoord');
  }
}

/** Signs in within this request, so that what follows in it, the page included, is done as this person. */
export async function becomeSignedIn(
  event: RequestEvent,
  login: { secret: string; expiresAt: string },
): Promise<void> {
  keepLogin(event.cookies, login);
  event.locals.api = clientOf(event);
  event.locals.me = await event.locals.api.accounts.me.query();
}
