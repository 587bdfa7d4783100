// Who asks in this request: the holder of its login cookie, from its address and browser.
import type { RequestEvent } from '@sveltejs/kit';
import { clientFor, type Client } from './api.ts';
import { readLogin } from './login-cookie.ts';

export const clientOf = (event: RequestEvent): Client =>
  clientFor({
    ...readLogin(event.cookies),
    origin: event.getClientAddress(),
    browser: event.request.headers.get('user-agent'),
  });
