// Pages are plain HTML: no client runtime anywhere. What is quicker with JavaScript is in static/quick.js.
import type { LayoutServerLoad } from './$types';

export const csr = false;
export const ssr = true;

export const load: LayoutServerLoad = async ({ locals, url }) => ({
  me: locals.me,
  path: url.pathname,
  unread: locals.me.account ? (await locals.api.notifications.unread.query()).unread : 0,
});
