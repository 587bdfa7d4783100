import { error, fail, redirect } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import { answerFrom, entriesOf, fieldsOf, ownPartFrom, readText } from '#lib/server/intervention-form.ts';
import type { OwnPart } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.interventions.question.query({ id: params.id }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  return { question: done, did: url.searchParams.get('gedaan') };
};

/** What was refused and what was typed. */
const failed = (
  refused: Pick<Refused, 'status' | 'code' | 'fields'>,
  form: FormData,
  action: 'antwoord' | 'afwijzen' | 'deel',
) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    typed: { ...ownPartFrom(form), commitment: answerFrom(form) ?? undefined } satisfies Partial<OwnPart>,
    reason: readText(form, 'reason'),
    entries: entriesOf(form),
    action,
  });

const noAnswer = {
  status: 400,
  code: 'participation.answer_missing',
  fields: [{ field: 'commitment', code: 'missing' }],
};

export const actions = {
  antwoord: async ({ request, locals, params }) => {
    const form = await request.formData();
    const commitment = answerFrom(form);
    if (!commitment) return failed(noAnswer, form, 'antwoord');
    // Who leaves, and who has a form of its own for its part, sends an answer alone: the part stays as it stands.
    const { condition, ...part } = ownPartFrom(form);
    const answer = { id: params.id, commitment, condition, ...(form.has('pupils') ? part : {}) };
    const { refused } = await attempt(locals.api.interventions.answerParticipation.mutate(answer));
    if (refused) return failed(refused, form, 'antwoord');
    redirect(
      303,
      commitment === 'withdrawn'
        ? `/mijn/deelnames/${params.id}?gedaan=gestopt`
        : `/mijn/interventies/${params.id}?gedaan=antwoord`,
    );
  },
  deel: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { condition: _condition, ...part } = ownPartFrom(form);
    const input = { id: params.id, seen: readText(form, 'seen'), ...part };
    const { refused } = await attempt(locals.api.interventions.saveOwnPart.mutate(input));
    return refused
      ? failed(refused, form, 'deel')
      : redirect(303, `/mijn/deelnames/${params.id}?gedaan=deel`);
  },
  afwijzen: async ({ request, locals, params }) => {
    const form = await request.formData();
    const reason = readText(form, 'reason').replace(/\n+/g, ' ').trim();
    const { refused } = await attempt(
      locals.api.interventions.declineParticipation.mutate({ id: params.id, reason }),
    );
    return refused ? failed(refused, form, 'afwijzen') : redirect(303, '/mijn?gedaan=afgewezen');
  },
} satisfies Actions;
