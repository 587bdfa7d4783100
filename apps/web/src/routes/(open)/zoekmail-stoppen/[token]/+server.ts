// The address in the mail; dead or alive it leads to the page, which says which. Opening it stops nothing: mail filters
// open links too.
import { openMailLink } from '#lib/server/mail-link.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, cookies }) =>
  openMailLink(cookies, params.token, '/zoekmail-stoppen');
