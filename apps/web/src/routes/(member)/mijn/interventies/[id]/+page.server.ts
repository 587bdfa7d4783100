import { error, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/server/api.ts';
import { commitmentFrom, partFrom, readText } from '#lib/server/intervention-form.ts';
import { findingsOf, publishKnowing, settleFinding } from '#lib/server/findings.ts';
import { promisedIn } from '#lib/server/promised.ts';
import { presentIn } from '#lib/server/presence.ts';
import type { Actions, PageServerLoad } from './$types';
import { sourceOf } from './source-line.ts';
import { changing, failed, remarking, saving } from './saving.ts';
import { toParties } from './to-parties.ts';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.interventions.workingCopy.query({ id: params.id }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  const { api } = locals;
  const [review, source, places, present, findings, promised] = await Promise.all([
    done && api.interventions.review.query({ id: params.id }),
    done && api.adoptions.source.query({ id: params.id }),
    done?.can.edit ? api.municipalities.list.query() : null,
    done && presentIn(api, { id: params.id, place: '', stay: 'page' }),
    done?.can.edit ? findingsOf(api, params.id) : [],
    // What the report promised is about the page it was taken over from, so that the address is not held against this one.
    done && promisedIn(api, url.searchParams, null),
  ]);
  return {
    copy: done,
    source: source && sourceOf(source),
    review,
    present,
    findings,
    promised,
    places: (places?.municipalities ?? []).map(({ code, name }) => ({ code, name })),
    did: url.searchParams.get('gedaan'),
  };
};

export const actions = {
  bewaren: (event) => saving(event, async () => null, 'bewaard'),
  partijen: toParties,
  indienen: (event) =>
    saving(
      event,
      async () =>
        (await attempt(event.locals.api.interventions.submit.mutate({ id: event.params.id }))).refused,
      'ingediend',
    ),
  publiceren: (event) =>
    saving(
      event,
      async (form, revision) => {
        const unseen = await publishKnowing(event.locals.api, event.params.id, form);
        if (unseen) return unseen;
        const personalDataReason = readText(form, 'reason').trim() || null;
        const input = {
          id: event.params.id,
          revision,
          note: readText(form, 'note').trim(),
          personalDataReason,
        };
        return (await attempt(event.locals.api.interventions.publish.mutate(input))).refused;
      },
      'gepubliceerd',
    ),
  opmerken: (event) => remarking(event),
  bevinding: (event) => remarking(event, (form) => settleFinding(event.locals.api, form), 'bevinding'),
  terugsturen: (event) =>
    saving(
      event,
      // What was typed is placed before, beside its field or about the whole.
      async () =>
        (await attempt(event.locals.api.interventions.return.mutate({ id: event.params.id, remark: '' })))
          .refused,
      'teruggestuurd',
    ),
  intrekken: (event) =>
    changing(
      event,
      (form) =>
        event.locals.api.interventions.withdraw.mutate({
          id: event.params.id,
          reason: readText(form, 'withdrawReason'),
        }),
      'ingetrokken',
    ),
  weggooien: async (event) => {
    const { refused } = await attempt(event.locals.api.interventions.discard.mutate({ id: event.params.id }));
    return refused ? failed(refused) : redirect(303, '/mijn?gedaan=weg');
  },
  deelname: (event) =>
    changing(
      event,
      (form) => {
        const commitment = commitmentFrom(form);
        return event.locals.api.interventions.stateParticipation.mutate({
          id: event.params.id,
          municipality: readText(form, 'municipality'),
          commitment: commitment === 'withdrawn' ? 'intended' : commitment,
          ...partFrom(form),
        });
      },
      'deelname',
    ),
  deelnameWeg: (event) =>
    changing(
      event,
      (form) =>
        event.locals.api.interventions.removeParticipation.mutate({
          id: event.params.id,
          municipality: readText(form, 'municipality'),
        }),
      'deelname',
    ),
} satisfies Actions;
