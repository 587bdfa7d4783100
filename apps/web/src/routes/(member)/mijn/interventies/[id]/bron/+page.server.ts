import { error, fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { entriesOf, numberOrNull, readMany, readText, revisionFrom } from '#lib/server/intervention-form.ts';
import type { AdoptionSource } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

type Field = AdoptionSource['fidelity']['fields'][number]['field'];

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.adoptions.source.query({ id: params.id }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  return { id: params.id, found: done, did: url.searchParams.get('gedaan') };
};

const reasonsFrom = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.keys()]
      .filter((name) => name.startsWith('why-'))
      .map((name) => [name.slice(4), readText(form, name).replace(/\n+/g, ' ').trim()]),
  );

export const actions = {
  overnemen: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const { refused } = await attempt(
      locals.api.adoptions.takeOver.mutate({
        id: params.id,
        revision: revisionFrom(form),
        version: numberOrNull(readText(form, 'version')) ?? 0,
        fields: readMany(form, 'fields') as Field[],
      }),
    );
    if (refused) return fail(refused.status, { code: refused.code, reasons: null, entries: entriesOf(form) });
    redirect(303, `${url.pathname}?gedaan=overgenomen`);
  },
  uitleggen: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const reasons = reasonsFrom(form);
    const { refused } = await attempt(locals.api.adoptions.explain.mutate({ id: params.id, reasons }));
    if (refused) return fail(refused.status, { code: refused.code, reasons, entries: entriesOf(form) });
    redirect(303, `${url.pathname}?gedaan=uitgelegd`);
  },
} satisfies Actions;
