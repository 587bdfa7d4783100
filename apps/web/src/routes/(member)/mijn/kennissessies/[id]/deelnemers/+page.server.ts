import { attempt, type Refused } from '#lib/server/api.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await locals.api.knowledgeSessions.registrations.query({ id: params.id });
  const mailed = url.searchParams.get('gedaan') === 'gemaild' ? Number(url.searchParams.get('aantal')) : null;
  return { ...found, mailed };
};

function told(refused: Refused | null, path: string, did: string, id: string) {
  if (refused) return fail(refused.status, { code: refused.code, subject: '', text: '' });
  redirect(303, `${path}?gedaan=${did}#deelnemer-${id}`);
}

export const actions: Actions = {
  mailen: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const [subject, text] = [String(form.get('onderwerp') ?? ''), String(form.get('bericht') ?? '')];
    const { done, refused } = await attempt(
      locals.api.knowledgeSessions.mailParticipants.mutate({ id: params.id, subject, text }),
    );
    if (refused) return fail(refused.status, { code: refused.code, subject, text });
    redirect(303, `${url.pathname}?gedaan=gemaild&aantal=${done.sentTo}#berichten`);
  },
  aanwezig: async ({ request, locals, url }) => {
    const form = await request.formData();
    const [id, there] = [String(form.get('id') ?? ''), form.get('er') === 'ja'];
    const { refused } = await attempt(locals.api.knowledgeSessions.checkIn.mutate({ id, there }));
    return told(refused, url.pathname, there ? 'aanwezig' : 'afwezig', id);
  },
  beslissen: async ({ request, locals, url }) => {
    const form = await request.formData();
    const [id, yes] = [String(form.get('id') ?? ''), form.get('besluit') === 'ja'];
    const { refused } = await attempt(locals.api.knowledgeSessions.decide.mutate({ id, yes }));
    return told(refused, url.pathname, yes ? 'goedgekeurd' : 'geweigerd', id);
  },
};
