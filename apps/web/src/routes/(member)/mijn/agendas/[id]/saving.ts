// How the buttons of the agenda editor change it: save first, then do what was asked, and hand back whatever was refused.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isDeepStrictEqual } from 'node:util';
import { asItIs, onward, type Changed } from '#lib/server/agenda-changes.ts';
import { agendaFrom, unreadable } from '#lib/server/agenda-form.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { entriesOf, fieldsOf, readText, revisionFrom } from '#lib/server/intervention-form.ts';
import { placeRemarks, typedIn, type Typed } from '#lib/server/remarks.ts';
import { otherWriter } from '#lib/server/writer.ts';
import type { AgendaContent } from '#lib/wire.ts';

export type Event = RequestEvent<{ id: string }>;
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

export const failed = (refused: Refused, more: Partial<Failure> = {}) =>
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

export async function saving(event: Event, { did, change = asItIs, then, onlyWhenChanged = false }: Saving) {
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
  if (refused) return failed(refused, { open, typed: kept.typed });
  redirect(303, `${event.url.pathname}${onward(form, next, did)}`);
}
