// Once per request: who asks, and a client that speaks for them. The headers of every answer are the host's (api/headers.ts).
import { currentApi } from '@kansenplein/api';
import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { refusal } from '#lib/server/api.ts';
import { clientOf } from '#lib/server/client-of-request.ts';
import { dropLogin, readLogin } from '#lib/server/login-cookie.ts';
import type { Me } from '#lib/wire.ts';

const SMALL_BODY = 400_000;
/** Too large to hand back; a browser that goes back still has it. */
const TOO_LARGE =
  'Dit is te groot (page.413). Er is niets bewaard. Ga terug in uw browser: wat u typte, staat er nog. Maak het korter en probeer het opnieuw.';
/** Pages with a form that sends a file. */
const TAKES_FILES = /^\/mijn\/(?:inlezen|(?:interventies|agendas)\/[^/]+\/bijlagen)$/;

/** Rooms that nobody enters without signing in. */
const FOR_MEMBERS = /^\/(?:mijn|mensen|coordinatie)(?:\/|$)/;

const visitor = (): Me => ({ account: null, acting: null, memberships: [], demo: currentApi().config.demo });

/**
 * Addresses that are a key (the links of mails, the way back from an issuer) lead on at once and tell nobody. The page
 * that says such a link is dead still has forms, and under no-referrer a browser posts those with `Origin: null`.
 */
function leadsAwayFromKey(route: string | null, status: number): boolean {
  const isKey = route !== null && (route.includes('[token]') || route.endsWith('/inloggen/terug'));
  return isKey && status >= 300 && status < 400;
}

/** A load function cannot choose a status for a page that renders well; a withdrawn page is such a one (410). */
function withPageStatus(response: Response): Response {
  const status = response.headers.get('x-page-status');
  if (!status) return response;
  response.headers.delete('x-page-status');
  return new Response(response.body, { status: Number(status), headers: response.headers });
}

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, request, url, locals } = event;
  if (Number(request.headers.get('content-length') ?? 0) > SMALL_BODY && !TAKES_FILES.test(url.pathname)) {
    return new Response(TOO_LARGE, {
      status: 413,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }

  const login = readLogin(cookies);
  locals.api = clientOf(event);
  locals.me = login.secret ? await locals.api.accounts.me.query() : visitor();
  if (login.secret && !locals.me.account) dropLogin(cookies);

  // A form that is sent after a login ran out must reach its action, which hands the text back.
  const asksForLogin = FOR_MEMBERS.test(url.pathname);
  if (asksForLogin && !locals.me.account && request.method === 'GET') {
    redirect(303, `/inloggen?terug=${encodeURIComponent(url.pathname + url.search)}`);
  }

  const response = await resolve(event, {
    // The font is used on every page; finding it before the stylesheet has been read saves a round trip.
    preload: ({ type, path }) =>
      type === 'css' || type === 'js' || (type === 'font' && path.includes('latin-wght-normal')),
  });
  // The headers of every answer are in one list (apps/api/src/headers.ts); this one is stricter for one kind of page.
  if (leadsAwayFromKey(event.route.id, response.status))
    response.headers.set('referrer-policy', 'no-referrer');
  return withPageStatus(response);
};

export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') return caught.error;
  if (caught.kind !== 'unknown') return { ...caught.error, code: `page.${caught.error.status}` };
  const refused = refusal(caught.error);
  if (refused && refused.status < 500)
    return { status: refused.status, message: refused.code, code: refused.code };
  console.error(caught.error);
  return { status: 500, message: 'internal', code: 'internal' };
};
