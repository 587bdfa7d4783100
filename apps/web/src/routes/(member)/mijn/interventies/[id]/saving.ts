// How the editor's buttons change a draft: save first, then do what was asked, and hand back whatever was refused.
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
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
}

export const failed = (refused: Refused, more: Partial<Failure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    values: null,
    entries: [],
    reason: '',
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
  const saved = await attempt(
    interventions.save.mutate({ id: event.params.id, revision: revisionFrom(form), content: values }),
  );
  const reason = readText(form, 'reason');
  if (saved.refused) return failed(saved.refused, { values, entries: entriesOf(form), reason });
  const refused = await then(form, saved.done.revision);
  return refused ? failed(refused, { reason }) : back(event, did);
}

export async function changing(event: Event, change: (form: FormData) => Promise<unknown>, did: string) {
  const { refused } = await attempt(change(await event.request.formData()));
  return refused ? failed(refused) : back(event, did);
}
