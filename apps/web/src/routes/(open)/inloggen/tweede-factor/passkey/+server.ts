// The script asks what a new passkey must be like.
import { json } from '@sveltejs/kit';
import { errorSentence } from '#lib/messages/errors.ts';
import { answerScript } from '#lib/server/passkey-form.ts';
import { readWaiting } from '#lib/server/short-cookies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, cookies }) => {
  const waiting = readWaiting(cookies, 'stap');
  if (!waiting) return json({ sentence: errorSentence('account.step_over').what }, { status: 401 });
  return answerScript(
    'create',
    locals.api.signing.passkeyCreation.mutate({ step: waiting.secret }),
    (options) => options,
  );
};
