// How far somebody is with signing in, or with adding a way to.
import type { Cookies } from '@sveltejs/kit';
import { attempt } from './api.ts';
import { dropWaiting, readWaiting } from './short-cookies.ts';

/** The step this browser holds and what it waits for; null when there is none, or it ran out. */
export async function currentStep(locals: App.Locals, cookies: Cookies) {
  const waiting = readWaiting(cookies, 'stap');
  if (!waiting) return null;
  const { done: view } = await attempt(locals.api.signing.step.query({ step: waiting.secret }));
  if (!view) dropWaiting(cookies, 'stap');
  return view && { ...waiting, view };
}
