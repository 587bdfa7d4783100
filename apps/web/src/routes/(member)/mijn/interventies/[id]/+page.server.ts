import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import {
  commitmentFrom,
  contentFrom,
  entriesOf,
  fieldsOf,
  partFrom,
  readText,
  revisionFrom,
} from '#lib/server/intervention-form.ts';
import type { InterventionContent } from '#lib/wire.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
  const { done, refused } = await attempt(locals.api.interventions.workingCopy.query({ id: params.id }));
  // A form sent after the login ran out: the page below hands its text back instead of an error.
  if (refused && !(refused.status === 401 && request.method === 'POST')) {
    error(refused.status, refused.code, { code: refused.code });
  }
  const places = done?.can.edit ? (await locals.api.municipalities.list.query()).municipalities : [];
  return { copy: done, places: places.map(({ code, name }) => ({ code, name })), did: url.searchParams.get('gedaan') };
};

type Event = RequestEvent<{ id: string }>;
interface Failure {
  code: string;
  fields: { field: string; code: string }[];
  /** What was typed and not saved. */
  values: InterventionContent | null;
  entries: { name: string; value: string }[];
  reason: string;
}

const failed = (refused: Refused, more: Partial<Failure> = {}) =>
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
async function saving(event: Event, then: (form: FormData, revision: number) => Promise<Refused | null>, did: string) {
  const form = await event.request.formData();
  const { interventions } = event.locals.api;
  const values = contentFrom(form);
  const saved = await attempt(interventions.save.mutate({ id: event.params.id, revision: revisionFrom(form), content: values }));
  const reason = readText(form, 'reason');
  if (saved.refused) return failed(saved.refused, { values, entries: entriesOf(form), reason });
  const refused = await then(form, saved.done.revision);
  return refused ? failed(refused, { reason }) : back(event, did);
}

async function changing(event: Event, change: (form: FormData) => Promise<unknown>, did: string) {
  const { refused } = await attempt(change(await event.request.formData()));
  return refused ? failed(refused) : back(event, did);
}

export const actions = {
  bewaren: (event) => saving(event, async () => null, 'bewaard'),
  indienen: (event) =>
    saving(event, async () => (await attempt(event.locals.api.interventions.submit.mutate({ id: event.params.id }))).refused, 'ingediend'),
  publiceren: (event) =>
    saving(
      event,
      async (form, revision) => {
        const personalDataReason = readText(form, 'reason').trim() || null;
        const input = { id: event.params.id, revision, note: readText(form, 'note').trim(), personalDataReason };
        return (await attempt(event.locals.api.interventions.publish.mutate(input))).refused;
      },
      'gepubliceerd',
    ),
  terugsturen: (event) =>
    changing(event, (form) => event.locals.api.interventions.return.mutate({ id: event.params.id, remark: readText(form, 'remark') }), 'teruggestuurd'),
  intrekken: (event) =>
    changing(event, (form) => event.locals.api.interventions.withdraw.mutate({ id: event.params.id, reason: readText(form, 'withdrawReason') }), 'ingetrokken'),
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
    changing(event, (form) => event.locals.api.interventions.removeParticipation.mutate({ id: event.params.id, municipality: readText(form, 'municipality') }), 'deelname'),
  antwoord: (event) =>
    changing(event, (form) => event.locals.api.interventions.answerParticipation.mutate({ id: event.params.id, commitment: commitmentFrom(form), ...partFrom(form) }), 'antwoord'),
} satisfies Actions;
