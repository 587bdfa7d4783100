import { error, fail, redirect } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import { forgetLink, secretOfLink } from '#lib/server/mail-link.ts';
import { follow } from '#lib/server/outcome.ts';
import { keepWaiting } from '#lib/server/short-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const token = secretOfLink(cookies);
  if (!token) return { invitation: null, issuers: [] };
  const [{ done, refused }, { issuers }] = await Promise.all([
    attempt(locals.api.accounts.invitation.query({ token })),
    locals.api.signing.ways.query(),
  ]);
  if (refused) error(404, 'invitation.not_found', { code: 'invitation.not_found' });
  return { invitation: done, issuers };
};

const told = (refused: Refused, name = '', way = '') =>
  fail(refused.status, { name, way, code: refused.code, fields: [...refused.fields], toIssuer: null });

export const actions: Actions = {
  /** Somebody new: a name, and how to sign in from now on. Nothing is made before that way works. */
  meedoen: async ({ request, locals, cookies }) => {
    const form = await request.formData();
    const token = secretOfLink(cookies) ?? '';
    const name = String(form.get('naam') ?? '').slice(0, 120);
    const way = String(form.get('manier') ?? 'wachtwoord');
    const issuer = /^dienst:(.+)$/.exec(way)?.[1];
    if (issuer) {
      const { done, refused } = await attempt(
        locals.api.signing.acceptAtIssuer.mutate({ token, issuer, name }),
      );
      if (refused) return told(refused, name, way);
      keepWaiting(cookies, 'dienst', { secret: done.step, expiresAt: done.expiresAt });
      return { name, way, code: '', fields: [], toIssuer: done.url };
    }
    const password = way === 'passkey' ? null : String(form.get('wachtwoord') ?? '');
    const { done, refused } = await attempt(
      locals.api.accounts.acceptInvitation.mutate({ token, name, password }),
    );
    if (refused) return told(refused, name, way);
    const byApp = way === 'passkey' ? '' : '?met=app';
    return follow(cookies, done, '/mijn', `/inloggen/tweede-factor${byApp}`);
  },
  /** Somebody who has an account and is signed in with it. */
  aansluiten: async ({ locals, cookies }) => {
    const { done, refused } = await attempt(
      locals.api.signing.join.mutate({ token: secretOfLink(cookies) ?? '' }),
    );
    if (refused) return told(refused);
    forgetLink(cookies);
    return follow(cookies, done, '/mijn');
  },
  /** The invitation is for somebody else than who is signed in here. */
  wisselen: async ({ locals }) => {
    await locals.api.accounts.signOut.mutate({ everywhere: false });
    redirect(303, '/inloggen?terug=/uitnodiging');
  },
};
