import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isDeepStrictEqual } from 'node:util';
import { openPart } from '#lib/agenda/parts.ts';
import { asItIs, changed, onward, type Changed } from '#lib/server/agenda-changes.ts';
import { agendaFrom, unreadable } from '#lib/server/agenda-form.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { entriesOf, fieldsOf, readText, revisionFrom } from '#lib/server/intervention-form.ts';
import { otherWriter } from '#lib/server/writer.ts';
import { presentInAgenda } from '#lib/server/presence.ts';
import { placeRemarks, typedIn, type Typed } from '#lib/server/remarks.ts';
import type { AgendaContent } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';
import { remarkLabel } from './fields.ts';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.agendas.workingCopy.query({ id: params.id }));
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  const open = openPart(url.searchParams.get('deel'), done?.content ?? null);
  const here = { id: params.id, place: open, stay: 'page' } as const;
  const [review, present] = await Promise.all([
    done && locals.api.agendas.review.query({ id: params.id }),
    done && presentInAgenda(locals.api, here, done.content, remarkLabel),
  ]);
  return { copy: done, review, present, did: url.searchParams.get('gedaan'), open };
};

type Event = RequestEvent<{ id: string }>;
interface Failure {
  code: string;
  fields: { field: string; code: string }[];
  values: AgendaContent | null;
  entries: { name: string; value: string }[];
  /** Remarks that were typed and not placed. */
  typed: Typed;
  /** Part of the editor that was open; null when the form was another one. */
  open: string | null;
}

const failed = (refused: Refused, more: Partial<Failure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    values: null,
    entries: [],
    typed: {},
    open: null,
    ...more,
  } satisfies Failure);

type Then = (form: FormData, revision: number) => Promise<Refused | null>;
interface Saving {
  did?: string;
  change?: (content: AgendaContent, what: string) => Changed;
  then?: Then;
  /** The text is saved only when it is another one: a remark alone makes no draft of what was published. */
  onlyWhenChanged?: boolean;
}

async function saving(event: Event, { did, change = asItIs, then, onlyWhenChanged = false }: Saving) {
  const form = await event.request.formData();
  const { agendas } = event.locals.api;
  const stored = await attempt(agendas.workingCopy.query({ id: event.params.id }));
  const open = readText(form, 'deel') || null;
  const kept = { entries: entriesOf(form), typed: typedIn(form), open };
  if (stored.refused) return failed(stored.refused, kept);
  const typed = agendaFrom(form, stored.done.content);
  const told = { ...kept, values: typed };
  const other = otherWriter(form, event.locals.me);
  if (other) return failed(other, told);
  const problems = unreadable(form);
  if (problems.length > 0) return failed({ code: 'input.invalid', status: 400, fields: problems }, told);
  const next = change(typed, readText(form, 'doe'));
  const input = { id: event.params.id, revision: revisionFrom(form), content: next.content };
  const isSame = onlyWhenChanged && isDeepStrictEqual(input.content, stored.done.content);
  const saved = isSame ? { done: stored.done, refused: null } : await attempt(agendas.save.mutate(input));
  if (saved.refused) return failed(saved.refused, told);
  const placed = await placeRemarks(agendas, event.params.id, form);
  if (placed.refused) return failed(placed.refused, { typed: placed.typed, open });
  const refused = await then?.(form, saved.done.revision);
  if (refused) return failed(refused, { open });
  redirect(303, `${event.url.pathname}${onward(form, next, did)}`);
}

export const actions = {
  bewaren: (event) => saving(event, { did: 'bewaard' }),
  /** What the button says, in `doe`. */
  wijzigen: (event) => saving(event, { change: changed }),
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
