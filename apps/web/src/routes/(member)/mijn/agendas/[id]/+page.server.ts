import { error, redirect } from '@sveltejs/kit';
import { openPart } from '#lib/agenda/parts.ts';
import { changed } from '#lib/server/agenda-changes.ts';
import { attempt } from '#lib/server/api.ts';
import { readText } from '#lib/server/intervention-form.ts';
import { findingsOf, publishKnowing, settleFinding } from '#lib/server/findings.ts';
import { presentInAgenda } from '#lib/server/presence.ts';
import type { Actions, PageServerLoad } from './$types';
import { remarkLabel } from './fields.ts';
import { failed, saving } from './saving.ts';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.agendas.workingCopy.query({ id: params.id }));
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  const open = openPart(url.searchParams.get('deel'), done?.content ?? null);
  const here = { id: params.id, place: open, stay: 'page' } as const;
  const [review, present, findings] = await Promise.all([
    done && locals.api.agendas.review.query({ id: params.id }),
    done && presentInAgenda(locals.api, here, done.content, remarkLabel),
    done?.can.edit ? findingsOf(locals.api, params.id) : [],
  ]);
  return { copy: done, review, present, findings, did: url.searchParams.get('gedaan'), open };
};

export const actions = {
  bewaren: (event) => saving(event, { did: 'bewaard' }),
  /** What the button says, in `doe`. */
  wijzigen: (event) => saving(event, { change: changed }),
  opmerken: (event) => saving(event, { did: 'opmerking', onlyWhenChanged: true }),
  bevinding: (event) =>
    saving(event, {
      did: 'bevinding',
      onlyWhenChanged: true,
      then: (form) => settleFinding(event.locals.api, form),
    }),
  indienen: (event) =>
    saving(event, {
      did: 'ingediend',
      then: async () =>
        (await attempt(event.locals.api.agendas.submit.mutate({ id: event.params.id }))).refused,
    }),
  terugsturen: (event) =>
    saving(event, {
      did: 'teruggestuurd',
      // What was typed is placed before, beside its field or about the whole.
      then: async () =>
        (await attempt(event.locals.api.agendas.return.mutate({ id: event.params.id, remark: '' }))).refused,
    }),
  publiceren: (event) =>
    saving(event, {
      did: 'gepubliceerd',
      then: async (form, revision) => {
        const unseen = await publishKnowing(event.locals.api, event.params.id, form);
        if (unseen) return unseen;
        const personalDataReason = readText(form, 'reason').trim() || null;
        const input = {
          id: event.params.id,
          revision,
          note: readText(form, 'note').trim(),
          personalDataReason,
        };
        return (await attempt(event.locals.api.agendas.publish.mutate(input))).refused;
      },
    }),
  intrekken: async (event) => {
    const reason = readText(await event.request.formData(), 'withdrawReason');
    const { refused } = await attempt(
      event.locals.api.agendas.withdraw.mutate({ id: event.params.id, reason }),
    );
    return refused ? failed(refused) : redirect(303, `${event.url.pathname}?gedaan=ingetrokken`);
  },
  weggooien: async (event) => {
    const { refused } = await attempt(event.locals.api.agendas.discard.mutate({ id: event.params.id }));
    return refused ? failed(refused) : redirect(303, '/mijn?gedaan=weg');
  },
} satisfies Actions;
