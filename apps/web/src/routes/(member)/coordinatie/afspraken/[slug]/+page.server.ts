import { error, fail, redirect } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { commitmentNames } from '#lib/messages/commitments.ts';
import { OnServer } from '#lib/on-server.ts';
import { yearFrom } from '#lib/server/year.ts';
import type { JudgedCommitment } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api } = locals;
  const standing = await api.commitments.municipality.query({ slug: params.slug, year: yearFrom(url) });
  const { consultations } = await api.consultations.list.query({ municipality: standing.municipality.code });
  return { standing: new OnServer(standing), consultations, did: url.searchParams.get('gedaan') };
};

const commitmentFrom = (form: FormData): JudgedCommitment['commitment'] => {
  const text = readText(form, 'commitment');
  if (!Object.hasOwn(commitmentNames, text)) error(400, 'input.invalid', { code: 'input.invalid' });
  return text as JudgedCommitment['commitment'];
};

const failed = (refused: Refused, form: FormData) =>
  fail(refused.status, {
    code: refused.code,
    fields: [...refused.fields],
    commitment: readText(form, 'commitment'),
    typed: {
      signedOn: readText(form, 'signedOn'),
      endedOn: readText(form, 'endedOn'),
      source: readText(form, 'source'),
      reason: readText(form, 'personalDataReason'),
    },
  });

const back = (url: URL, commitment: string, did: string): never => {
  const query = new URLSearchParams({ jaar: url.searchParams.get('jaar') ?? '', gedaan: did });
  redirect(303, `${url.pathname}?${query}#${commitment}`);
};

export const actions = {
  vastleggen: async ({ locals, request, url }) => {
    const form = await request.formData();
    const commitment = commitmentFrom(form);
    const { refused } = await attempt(
      locals.api.commitments.keep.mutate({
        municipality: readText(form, 'municipality'),
        commitment,
        signedOn: readText(form, 'signedOn'),
        endedOn: readText(form, 'endedOn') || null,
        source: readText(form, 'source'),
        personalDataReason: readText(form, 'personalDataReason').trim() || null,
      }),
    );
    return refused ? failed(refused, form) : back(url, commitment, 'vastgelegd');
  },
  weghalen: async ({ locals, request, url }) => {
    const form = await request.formData();
    const commitment = commitmentFrom(form);
    const municipality = readText(form, 'municipality');
    const { refused } = await attempt(locals.api.commitments.remove.mutate({ municipality, commitment }));
    return refused ? failed(refused, form) : back(url, commitment, 'weggehaald');
  },
} satisfies Actions;
