// What the script of an editor asks for: the secret with which this account's text is sealed on this device.
import { attempt } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const { done, refused } = await attempt(locals.api.accounts.device.query());
  return done ? Response.json(done) : Response.json({ code: refused.code }, { status: refused.status });
};
