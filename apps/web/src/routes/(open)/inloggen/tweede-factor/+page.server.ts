// Adding a second factor: for who was invited, for whom an administrator had it set anew, and from Mijn account.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { deviceName } from '#lib/device-name.ts';
import { attempt } from '#lib/server/api.ts';
import { currentStep } from '#lib/server/current-step.ts';
import { becomeSignedIn } from '#lib/server/outcome.ts';
import { newPasskey } from '#lib/server/passkey-form.ts';
import { drawQr, inGroups } from '#lib/server/qr.ts';
import { readWaiting } from '#lib/server/short-cookies.ts';
import { markShown, setsShown, wasShown } from '#lib/server/shown-once.ts';
import type { Actions, PageServerLoad } from './$types';

const nothing = { code: '', name: '', recoveryCodes: null, next: '', shownBefore: false };

export const load: PageServerLoad = async ({ locals, cookies, url, request }) => {
  const step = await currentStep(locals, cookies);
  const suggestion = deviceName(request.headers.get('user-agent'));
  const nextSet = setsShown(cookies) + 1;
  if (!step) return { step, setup: null, suggestion, nextSet };
  const { purpose, ways } = step.view;
  if (purpose === 'second_factor') redirect(303, '/inloggen/code');
  const wantsApp = url.searchParams.get('met') === 'app' || !ways.includes('passkey');
  const setup =
    wantsApp && ways.includes('totp')
      ? await locals.api.signing.totpSetup.mutate({ step: step.secret })
      : null;
  return {
    step: step.view,
    setup: setup && { qr: drawQr(setup.uri), uri: setup.uri, secret: inGroups(setup.key) },
    suggestion,
    nextSet,
  };
};

type Enrolled = { secret: string; expiresAt: string; recoveryCodes: string[] | null };

/** Recovery codes are in this one answer and nowhere else. */
async function enrolled(event: RequestEvent, done: Enrolled, back: string) {
  await becomeSignedIn(event, done);
  if (!done.recoveryCodes) redirect(303, back);
  markShown(event.cookies);
  return { ...nothing, recoveryCodes: done.recoveryCodes, next: back };
}

export const actions: Actions = {
  app: async (event) => {
    const form = await event.request.formData();
    const code = String(form.get('code') ?? '').trim();
    // The answer with the codes is looked at anew: the step is over, and the person is in.
    if (event.locals.me.account && wasShown(event.cookies, form))
      return fail(409, { ...nothing, shownBefore: true });
    const waiting = readWaiting(event.cookies, 'stap');
    if (!waiting) return fail(401, { ...nothing, code: 'account.step_over' });
    if (!code) return fail(400, { ...nothing, code: 'account.code_needed' });
    const { done, refused } = await attempt(
      event.locals.api.signing.totpConfirm.mutate({ step: waiting.secret, code: code.slice(0, 40) }),
    );
    return refused
      ? fail(refused.status, { ...nothing, code: refused.code })
      : enrolled(event, done, waiting.back);
  },
  passkey: async (event) => {
    const form = await event.request.formData();
    const name =
      String(form.get('naam') ?? '')
        .trim()
        .slice(0, 60) || deviceName(null);
    const response = newPasskey(form);
    const waiting = readWaiting(event.cookies, 'stap');
    if (!waiting) return fail(401, { ...nothing, code: 'account.step_over' });
    if (!response) return fail(400, { ...nothing, name, code: 'account.passkey_needs_script' });
    const { done, refused } = await attempt(
      event.locals.api.signing.passkeyRegister.mutate({ step: waiting.secret, name, response }),
    );
    return refused
      ? fail(refused.status, { ...nothing, name, code: refused.code })
      : enrolled(event, done, waiting.back);
  },
};
