// How the editor's buttons change a draft: save first, then do what was asked, and hand back whatever was refused.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isDeepStrictEqual } from 'node:util';
import { attempt, type Refused } from '#lib/server/api.ts';
import { otherWriter } from '#lib/server/writer.ts';
import { placeRemarks, typedIn, type Typed } from '#lib/server/remarks.ts';
import { contentFrom, entriesOf, fieldsOf, readText, revisionFrom } from '#lib/server/intervention-form.ts';
import type { InterventionContent } from '#lib/wire.ts';

export type Event = RequestEvent<{ id: string }>;
interface Failure {
  code: string;
  fields: { field: string; code: string }[];
  /** What was typed and not saved. */
  values: InterventionContent | null;
  entries: { name: string; value: string }[];
  reason: string;
  /** Remarks that were typed and not placed. */
  typed: Typed;
}

export const failed = (refused: Refused, more: Partial<Failure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    values: null,
    entries: [],
    reason: '',
    typed: {},
    ...more,
  } satisfies Failure);

const back = (event: Event, did: string): never => redirect(303, `${event.url.pathname}?gedaan=${did}`);

/** Every button of the form saves first: what was typed is never behind what is published. */
export async function saving(
  event: Event,
  then: (form: FormData, revision: number) => Promise<Refused | null>,
  did: string,
) {
  const form = await event.request.formData();
  const { interventions } = event.locals.api;
  const values = contentFrom(form);
  const other = otherWriter(form, event.locals.me);
  const saved = other
    ? { done: null, refused: other }
    : await attempt(
        interventions.save.mutate({ id: event.params.id, revision: revisionFrom(form), content: values }),
      );
  const reason = readText(form, 'reason');
  const typed = typedIn(form);
  if (saved.refused) return failed(saved.refused, { values, entries: entriesOf(form), reason, typed });
  const placed = await placeRemarks(interventions, event.params.id, form);
  if (placed.refused) return failed(placed.refused, { reason, typed: placed.typed });
  const refused = await then(form, saved.done.revision);
  return refused ? failed(refused, { reason }) : back(event, did);
}

/** A remark alone does not make a draft of what was published: the text is saved only when it is another one. */
export async function remarking(
  event: Event,
  then: (form: FormData) => Promise<Refused | null> = async () => null,
  did = 'opmerking',
) {
  const form = await event.request.formData();
  const { interventions } = event.locals.api;
  const values = contentFrom(form);
  const kept = { values, entries: entriesOf(form), typed: typedIn(form) };
  const other = otherWriter(form, event.locals.me);
  if (other) return failed(other, kept);
  const stored = await attempt(interventions.workingCopy.query({ id: event.params.id }));
  if (stored.refused) return failed(stored.refused, kept);
  if (!isDeepStrictEqual(values, stored.done.content)) {
    const input = { id: event.params.id, revision: revisionFrom(form), content: values };
    const saved = await attempt(interventions.save.mutate(input));
    if (saved.refused) return failed(saved.refused, kept);
  }
  const { refused, typed } = await placeRemarks(interventions, event.params.id, form);
  if (refused) return failed(refused, { typed });
  const more = await then(form);
  return more ? failed(more, { typed: kept.typed }) : back(event, did);
}

export async function changing(event: Event, change: (form: FormData) => Promise<unknown>, did: string) {
  const { refused } = await attempt(change(await event.request.formData()));
  return refused ? failed(refused) : back(event, did);
}
