// The address in the mail. Opening it changes nothing: mail filters open links too.
import { openMailLink } from '#lib/server/mail-link.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, cookies }) =>
  openMailLink(cookies, params.token, '/kennissessies/aanmelding');
