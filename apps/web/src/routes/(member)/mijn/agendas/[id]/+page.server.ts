import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isDeepStrictEqual } from 'node:util';
import { agendaFrom, withNewAction, withNewGoal } from '#lib/server/agenda-form.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { placeRemarks, typedIn, type Typed } from '#lib/server/remarks.ts';
import { entriesOf, fieldsOf, readText, revisionFrom } from '#lib/server/intervention-form.ts';
import type { AgendaContent } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.agendas.workingCopy.query({ id: params.id }));
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  const review = done ? await locals.api.agendas.review.query({ id: params.id }) : null;
  return { copy: done, review, did: url.searchParams.get('gedaan') };
};

type Event = RequestEvent<{ id: string }>;
interface Failure {
  code: string;
  fields: { field: string; code: string }[];
  values: AgendaContent | null;
  entries: { name: string; value: string }[];
  /** Remarks that were typed and not placed. */
  typed: Typed;
}

const failed = (refused: Refused, more: Partial<Failure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    values: null,
    entries: [],
    typed: {},
    ...more,
  } satisfies Failure);

type Then = (form: FormData, revision: number) => Promise<Refused | null>;
interface Saving {
  did: string;
  change?: (content: AgendaContent, form: FormData) => AgendaContent;
  then?: Then;
  /** Where on the page one goes on. */
  at?: string;
  /** The text is saved only when it is another one: a remark alone makes no draft of what was published. */
  onlyWhenChanged?: boolean;
}

async function saving(event: Event, asked: Saving) {
  const { did, change = (content) => content, then, at = '', onlyWhenChanged = false } = asked;
  const form = await event.request.formData();
  const { agendas } = event.locals.api;
  const stored = await attempt(agendas.workingCopy.query({ id: event.params.id }));
  const typedRemarks = typedIn(form);
  if (stored.refused) return failed(stored.refused, { entries: entriesOf(form), typed: typedRemarks });
  const typed = agendaFrom(form, stored.done.content);
  const input = { id: event.params.id, revision: revisionFrom(form), content: change(typed, form) };
  const isSame = onlyWhenChanged && isDeepStrictEqual(input.content, stored.done.content);
  const saved = isSame ? { done: stored.done, refused: null } : await attempt(agendas.save.mutate(input));
  if (saved.refused)
    return failed(saved.refused, { values: typed, entries: entriesOf(form), typed: typedRemarks });
  const placed = await placeRemarks(agendas, event.params.id, form);
  if (placed.refused) return failed(placed.refused, { typed: placed.typed });
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
  opmerken: (event) => saving(event, { did: 'opmerking', onlyWhenChanged: true }),
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
