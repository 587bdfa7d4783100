import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { keepLogin } from '#lib/server/login-cookie.ts';
import type { AgendaContent } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

const KINDS: readonly AgendaContent['kind'][] = ['gka_agenda', 'local_accord', 'national_theme'];

export const load: PageServerLoad = async ({ locals, url }) => {
  const { api, me } = locals;
  const gone = url.searchParams.get('gedaan');
  const speaks = me.acting?.kind === 'municipality' || me.acting?.role === 'coordinator';
  const [communities, { consultations }] = await Promise.all([
    api.communities.waiting.query(),
    speaks ? api.consultations.list.query({ waiting: true }) : { consultations: [] },
  ]);
  const waiting = { communities, consultations };
  if (me.acting?.kind !== 'municipality') return { desk: null, gone, ...waiting };
  const canRead = me.acting.role !== 'reader';
  const [copies, agendas, imports] = await Promise.all([
    api.interventions.workingCopies.query(),
    api.agendas.workingCopies.query(),
    canRead ? api.imports.list.query() : { imports: [] },
  ]);
  return { desk: { ...copies, ...agendas, ...imports }, gone, ...waiting };
};

export const actions: Actions = {
  wissel: async ({ request, locals, cookies }) => {
    const membership = String((await request.formData()).get('lidmaatschap') ?? '');
    const { done, refused } = await attempt(locals.api.accounts.actAs.mutate({ membership }));
    if (refused) return fail(refused.status, { code: refused.code, title: '' });
    keepLogin(cookies, done);
    redirect(303, '/mijn');
  },
  interventie: async ({ request, locals }) => {
    const title = String((await request.formData()).get('titel') ?? '').trim();
    const { done, refused } = await attempt(locals.api.interventions.create.mutate({ title }));
    if (refused) return fail(refused.status, { code: refused.code, title });
    redirect(303, `/mijn/interventies/${done.id}`);
  },
  agenda: async ({ request, locals }) => {
    const form = await request.formData();
    const title = String(form.get('titel') ?? '').trim();
    const kind = KINDS.find((known) => known === form.get('soort')) ?? 'gka_agenda';
    const { done, refused } = await attempt(locals.api.agendas.create.mutate({ title, kind }));
    if (refused) return fail(refused.status, { code: refused.code, title });
    redirect(303, `/mijn/agendas/${done.id}`);
  },
};
