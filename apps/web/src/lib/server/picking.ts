// Choosing parties and schools for a draft on a page of its own: works with forms alone, and saves through the ordinary
// save of the draft, so that nothing of its text is touched.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { isOrganisationKind } from '#lib/organisations.ts';
import type { Organisation } from '#lib/wire.ts';
import { attempt, type Client, type Refused } from './api.ts';

import { fieldsOf, readText } from './intervention-form.ts';

export type Room = 'interventions' | 'agendas';
type Event = RequestEvent<{ id: string }>;

interface Draft {
  readonly title: string;
  readonly municipality: string;
  readonly canEdit: boolean;
  /** Ids as they stand in the text. */
  readonly ids: readonly string[];
  readonly chosen: readonly Organisation[];
  save(ids: readonly string[]): Promise<unknown>;
}

/** A working copy of either noun, with the way to name others in it. */
interface Copy<Content> {
  readonly content: Content;
  readonly revision: number;
  readonly municipality: { readonly code: string };
  readonly can: { readonly edit: boolean };
  readonly organisations: readonly Organisation[];
}

const draftOf = <Content extends { title: string; organisations: string[] }>(
  { content, revision, municipality, can, organisations }: Copy<Content>,
  save: (input: { revision: number; content: Content }) => Promise<unknown>,
): Draft => ({
  title: content.title,
  municipality: municipality.code,
  canEdit: can.edit,
  ids: content.organisations,
  chosen: organisations,
  save: (ids) => save({ revision, content: { ...content, organisations: [...ids] } }),
});

async function readDraft({ agendas, interventions }: Client, room: Room, id: string): Promise<Draft> {
  return room === 'agendas'
    ? draftOf(await agendas.workingCopy.query({ id }), (input) => agendas.save.mutate({ id, ...input }))
    : draftOf(await interventions.workingCopy.query({ id }), (input) =>
        interventions.save.mutate({ id, ...input }),
      );
}

/** What was typed for one that is not there yet. */
export interface TypedOrganisation {
  readonly name: string;
  readonly kind: string;
  readonly locatedIn: string;
  readonly brin: string;
  readonly website: string;
}

export const typedOrganisation = (form: FormData): TypedOrganisation => ({
  name: readText(form, 'name').trim(),
  kind: readText(form, 'kind'),
  locatedIn: readText(form, 'locatedIn'),
  brin: readText(form, 'brin').trim(),
  website: readText(form, 'website').trim(),
});

export const describedBy = ({ kind, locatedIn, ...typed }: TypedOrganisation) => ({
  ...typed,
  kind: isOrganisationKind(kind) ? kind : ('other' as const),
  locatedIn: locatedIn || null,
});

interface Failure {
  readonly code: string;
  readonly fields: { field: string; code: string }[];
  readonly typed: TypedOrganisation | null;
  /** Those it may be, when what was typed looks known. */
  readonly alike: readonly Organisation[];
}

const failed = (refused: Refused, more: Partial<Failure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    typed: null,
    alike: [],
    ...more,
  } satisfies Failure);

const back = (event: Event, did: string): never => redirect(303, `${event.url.pathname}?gedaan=${did}`);

/** The chosen ones, what the search found, and what a form for a new one asks. */
export const loadPicking = async ({ locals, params, url }: Event, room: Room) => {
  const { api } = locals;
  const { done: draft, refused } = await attempt(readDraft(api, room, params.id));
  if (refused) error(refused.status, refused.code, { code: refused.code });
  // Who may only read the draft has nothing to choose here.
  const absent = room === 'agendas' ? 'agenda.not_found' : 'intervention.not_found';
  if (!draft.canEdit) error(404, absent, { code: absent });
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const [found, { municipalities }] = await Promise.all([
    text === '' ? null : api.organisations.list.query({ text, limit: 20 }),
    api.municipalities.list.query(),
  ]);
  return {
    draft: { id: params.id, title: draft.title, municipality: draft.municipality, chosen: draft.chosen },
    text,
    found,
    places: municipalities.map(({ code, name }) => ({ code, name })),
    did: url.searchParams.get('gedaan'),
  };
};

/** Changes which ones are named; whoever wrote elsewhere in the same moment is not overwritten. */
async function change(
  event: Event,
  room: Room,
  next: (ids: readonly string[]) => readonly string[],
  did: string,
) {
  const { done: draft, refused } = await attempt(readDraft(event.locals.api, room, event.params.id));
  if (refused) return failed(refused);
  const saved = await attempt(draft.save([...new Set(next(draft.ids))]));
  return saved.refused ? failed(saved.refused) : back(event, did);
}

export const pickingActions = (room: Room) => ({
  kies: async (event: Event) => {
    const id = readText(await event.request.formData(), 'organisation');
    return change(event, room, (ids) => [...ids, id], 'gekozen');
  },
  weg: async (event: Event) => {
    const id = readText(await event.request.formData(), 'organisation');
    return change(event, room, (ids) => ids.filter((each) => each !== id), 'weggehaald');
  },
  nieuw: async (event: Event) => {
    const form = await event.request.formData();
    const typed = typedOrganisation(form);
    const described = describedBy(typed);
    const { organisations } = event.locals.api;
    const anyway = form.get('anyway') === 'ja';
    const { done, refused } = await attempt(organisations.add.mutate({ ...described, anyway }));
    if (refused?.code === 'organisation.looks_known') {
      const { name, locatedIn, brin } = described;
      const alike = await organisations.alike.query({ name, locatedIn, brin });
      return failed(refused, { typed, alike: alike.organisations });
    }
    if (refused) return failed(refused, { typed });
    return change(event, room, (ids) => [...ids, done.id], 'toegevoegd');
  },
});
