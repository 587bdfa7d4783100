// The script asks what a passkey must sign. Only the browser that asked can answer: it gets the cookie.
import { answerScript } from '#lib/server/passkey-form.ts';
import { keepWaiting } from '#lib/server/short-cookies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, cookies }) =>
  answerScript('get', locals.api.signing.passkeyRequest.mutate(), ({ step, expiresAt, options }) => {
    keepWaiting(cookies, 'sleutel', { secret: step, expiresAt });
    return options;
  });
