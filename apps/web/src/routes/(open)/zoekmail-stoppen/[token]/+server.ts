// The address in mails of before there was one way to stop mail.
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) =>
  redirect(303, `/mail-stoppen/${encodeURIComponent(params.token)}`);
