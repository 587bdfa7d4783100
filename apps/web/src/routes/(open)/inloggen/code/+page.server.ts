import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { currentStep } from '#lib/server/current-step.ts';
import { follow } from '#lib/server/outcome.ts';
import { passkeyProof } from '#lib/server/passkey-form.ts';
import { readWaiting } from '#lib/server/short-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
  const step = await currentStep(locals, cookies);
  if (step?.view.purpose === 'enrol') redirect(303, '/inloggen/tweede-factor');
  // A step that ran out is said, not hidden: the person wonders where the form went.
  return {
    step: step?.view ?? null,
    back: step?.back ?? '/mijn',
    recovery: url.searchParams.get('met') === 'herstelcode',
  };
};

export const actions: Actions = {
  code: async ({ request, locals, cookies }) => {
    const code = String((await request.formData()).get('code') ?? '').trim();
    const waiting = readWaiting(cookies, 'stap');
    if (!waiting) return fail(401, { code: 'account.step_over' });
    if (!code) return fail(400, { code: 'account.code_needed' });
    const { done, refused } = await attempt(
      locals.api.signing.secondFactor.mutate({ step: waiting.secret, code: code.slice(0, 40) }),
    );
    if (refused) return fail(refused.status, { code: refused.code });
    return follow(cookies, done, waiting.back);
  },
  passkey: async ({ request, locals, cookies }) => {
    const response = passkeyProof(await request.formData());
    const asked = readWaiting(cookies, 'sleutel');
    if (!response) return fail(400, { code: 'account.passkey_needs_script' });
    if (!asked) return fail(401, { code: 'account.step_over' });
    const { done, refused } = await attempt(
      locals.api.signing.passkeySignIn.mutate({ step: asked.secret, response }),
    );
    if (refused) return fail(refused.status, { code: refused.code });
    return follow(cookies, done, readWaiting(cookies, 'stap')?.back ?? '/mijn');
  },
};
