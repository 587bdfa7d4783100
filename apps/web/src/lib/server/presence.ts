// Being in a text and hearing who else is: by the page when it is loaded, by its script every few seconds after that.
import { fixedParts } from '../agenda/parts.ts';
import { fieldTexts } from '../messages/fields.ts';
import { presentSaid, type PresentSaid } from '../messages/presence.ts';
import type { AgendaContent } from '../wire.ts';
import { attempt, type Client } from './api.ts';
import { readText } from './intervention-form.ts';

type Stay = Parameters<Client['agendas']['present']['mutate']>[0]['stay'];

const isPlace = (text: string) => /^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(text);

/** A field of an intervention by its label; nothing for what is none. */
export const fieldName = (place: string): string => fieldTexts[place]?.label ?? '';

/** A part of the agenda editor by its title; `nameOf` says a goal, an action or an addendum by its key. */
export function partName(place: string, nameOf: (field: string) => string): string {
  if (Object.hasOwn(fixedParts, place)) return fixedParts[place as keyof typeof fixedParts];
  const [kind = '', key = ''] = place.split('-');
  const list = { doel: 'goals', actie: 'actions', aanvulling: 'addenda' }[kind];
  return list ? nameOf(`${list}/${key}`) : '';
}

export type NameOfItem = (
  field: string,
  content: Pick<AgendaContent, 'goals' | 'actions' | 'addenda'>,
) => string;

interface Here {
  readonly id: string;
  readonly place: string;
  readonly stay: Stay;
}

const nobody: PresentSaid = { all: '', who: '' };

/** What the page says when it is loaded. Being told of each other is no reason to withhold the text. */
export async function presentIn(api: Client, here: Here): Promise<PresentSaid> {
  const { done } = await attempt(api.interventions.present.mutate(here));
  return done ? presentSaid(done.others, fieldName) : nobody;
}

export async function presentInAgenda(
  api: Client,
  here: Here,
  content: AgendaContent,
  nameOf: NameOfItem,
): Promise<PresentSaid> {
  const { done } = await attempt(api.agendas.present.mutate(here));
  return done
    ? presentSaid(done.others, (place) => partName(place, (field) => nameOf(field, content)))
    : nobody;
}

/** What the script of the page sends. */
export async function hereFrom(request: Request, id: string): Promise<Here> {
  // A page that is closed while it asks breaks off what it says.
  const form = await request.formData().catch(() => new FormData());
  const [place, stay] = [readText(form, 'plek'), readText(form, 'blijft')];
  return { id, place: isPlace(place) ? place : '', stay: stay === 'left' ? 'left' : 'looking' };
}
