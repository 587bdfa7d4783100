import { error, redirect } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import { failedWith, stepFrom, wordsFrom, writtenFrom } from '#lib/server/consultation-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.consultations.get.query({ id: params.id }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    // An address that is no id at all is one that does not exist.
    const code = refused.status === 400 ? 'consultation.not_found' : refused.code;
    error(refused.status === 400 ? 404 : refused.status, code, { code });
  }
  const { choices } = locals.api.consultations;
  const offered = done?.can.correct ? await choices.query({ municipality: done.municipality.code }) : null;
  return { page: done, offered, did: url.searchParams.get('gedaan') };
};

const told = (refused: Refused | null, form: FormData, action: string, id: string) =>
  refused ? failedWith(refused, form, action) : redirect(303, `/mijn/overleggen/${id}?gedaan=${action}`);

export const actions = {
  bevestigen: async ({ locals, request, params: { id } }) => {
    const form = await request.formData();
    const { refused } = await attempt(locals.api.consultations.confirm.mutate(stepFrom(form, id)));
    return told(refused, form, 'bevestigen', id);
  },
  ontkennen: async ({ locals, request, params: { id } }) => {
    const form = await request.formData();
    const denial = { ...stepFrom(form, id), ...wordsFrom(form) };
    const { refused } = await attempt(locals.api.consultations.deny.mutate(denial));
    return told(refused, form, 'ontkennen', id);
  },
  verbeteren: async ({ locals, request, params: { id } }) => {
    const form = await request.formData();
    const correction = { ...stepFrom(form, id), ...wordsFrom(form), ...writtenFrom(form) };
    const { refused } = await attempt(locals.api.consultations.correct.mutate(correction));
    return told(refused, form, 'verbeteren', id);
  },
  intrekken: async ({ locals, request, params: { id } }) => {
    const form = await request.formData();
    const { refused } = await attempt(locals.api.consultations.withdraw.mutate(stepFrom(form, id)));
    return told(refused, form, 'intrekken', id);
  },
} satisfies Actions;
