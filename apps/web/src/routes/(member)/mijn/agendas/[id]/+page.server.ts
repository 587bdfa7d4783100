import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { agendaFrom, withNewAction, withNewGoal } from '#lib/server/agenda-form.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { entriesOf, fieldsOf, readText, revisionFrom } from '#lib/server/intervention-form.ts';
import type { AgendaContent } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.agendas.workingCopy.query({ id: params.id }));
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  return { copy: done, did: url.searchParams.get('gedaan') };
};

type Event = RequestEvent<{ id: string }>;
interface Failure {
  code: string;
  fields: { field: string; code: string }[];
  values: AgendaContent | null;
  entries: { name: string; value: string }[];
}

const failed = (refused: Refused, more: Partial<Failure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    values: null,
    entries: [],
    ...more,
  } satisfies Failure);

type Then = (form: FormData, revision: number) => Promise<Refused | null>;
interface Saving {
  did: string;
  change?: (content: AgendaContent, form: FormData) => AgendaContent;
  then?: Then;
  /** Where on the page one goes on. */
  at?: string;
}

async function saving(event: Event, { did, change = (content) => content, then, at = '' }: Saving) {
  const form = await event.request.formData();
  const { agendas } = event.locals.api;
  const stored = await attempt(agendas.workingCopy.query({ id: event.params.id }));
  if (stored.refused) return failed(stored.refused, { entries: entriesOf(form) });
  const typed = agendaFrom(form, stored.done.content);
  const input = { id: event.params.id, revision: revisionFrom(form), content: change(typed, form) };
  const saved = await attempt(agendas.save.mutate(input));
  if (saved.refused) return failed(saved.refused, { values: typed, entries: entriesOf(form) });
  const refused = await then?.(form, saved.done.revision);
  if (refused) return failed(refused);
  redirect(303, `${event.url.pathname}?gedaan=${did}${at}`);
}

export const actions = {
  bewaren: (event) => saving(event, { did: 'bewaard' }),
  doelErbij: (event) => saving(event, { did: 'bewaard', change: withNewGoal, at: '#doelen' }),
  actieErbij: (event) =>
    saving(event, {
      did: 'bewaard',
      change: (content, form) => withNewAction(content, readText(form, 'goal')),
      at: '#doelen',
    }),
  publiceren: (event) =>
    saving(event, {
      did: 'gepubliceerd',
      then: async (form, revision) => {
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
