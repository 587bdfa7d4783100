// Where the address in a mail leads (apps/api/src/stop-mail.ts); dead or alive it goes on to the page, which says which.
// Opening it stops nothing: mail filters open links too.
import { openMailLink } from '#lib/server/mail-link.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, cookies }) =>
  openMailLink(cookies, params.token, '/mail-stoppen');
