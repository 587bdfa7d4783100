import { error, fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { entriesOf, readMany, readText } from '#lib/server/intervention-form.ts';
import { themeLabels } from '#lib/messages/labels.ts';
import type { ProfileFields, ShownTo } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

const CIRCLES: readonly ShownTo[] = ['nobody', 'own', 'alliance'];

export const load: PageServerLoad = async ({ locals, request, url }) => {
  const { done, refused } = await attempt(locals.api.people.mine.query());
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST'))
    error(refused.status, refused.code, { code: refused.code });
  return { profile: done, did: url.searchParams.get('gedaan') };
};

function fieldsFrom(form: FormData): ProfileFields {
  const shownTo = (field: string): ShownTo =>
    CIRCLES.find((known) => known === form.get(`${field}-voor`)) ?? 'nobody';
  const written = (field: string) => ({ text: readText(form, field), shownTo: shownTo(field) });
  const themes = readMany(form, 'themes').filter((theme) => Object.hasOwn(themeLabels, theme));
  return {
    work: written('work'),
    place: { shownTo: shownTo('place') },
    themes: { themes: themes as ProfileFields['themes']['themes'], shownTo: shownTo('themes') },
    ask_me: written('ask_me'),
    about: written('about'),
    telephone: { text: readText(form, 'telephone').trim(), shownTo: shownTo('telephone') },
  };
}

export const actions = {
  bewaren: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = fieldsFrom(form);
    const { refused } = await attempt(locals.api.people.save.mutate(typed));
    if (!refused) redirect(303, '/mijn/profiel?gedaan=bewaard');
    const fields = refused.fields.map(({ field, code }) => ({ field: field.split('.')[0] ?? field, code }));
    return fail(refused.status, { code: refused.code, fields, typed, entries: entriesOf(form) });
  },
} satisfies Actions;
