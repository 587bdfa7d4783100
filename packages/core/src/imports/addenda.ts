// The paper of one addendum as an addendum of an agenda that is there. Pure.
import type { AgendaDraft } from '@kansenplein/documents';
import { isDeepStrictEqual } from 'node:util';
import { type AgendaContent, emptyAgenda } from '../agendas/index.ts';
import type { Plan } from './deciding.ts';

type Addendum = AgendaContent['addenda'][number];

export const isAddendum = ({ form }: AgendaDraft): boolean => form?.paper === 'addendum';

/** What the plan of an addendum's paper says of it; null when the document holds more than an addendum can. */
export function addendumIn({ agenda, interventions, organisations }: Plan, key: string): Addendum | null {
  const { title, kind, periodFrom, periodTo, visibility, mission, background, addenda } = agenda;
  const bare = { ...emptyAgenda(title, kind), periodFrom, periodTo, visibility };
  const isMore =
    addenda.length > 1 ||
    interventions.length > 0 ||
    organisations.length > 0 ||
    !isDeepStrictEqual({ ...agenda, mission: '', background: '', addenda: [] }, bare);
  if (isMore) return null;
  const [own] = addenda;
  return {
    key,
    title,
    // What somebody placed in the agenda while looking the document over, is said by the addendum.
    text: [mission, own?.text ?? '', background].filter(Boolean).join('\n\n'),
    periodFrom,
    periodTo,
    signedOn: own?.signedOn ?? null,
    signatories: own?.signatories ?? [],
  };
}

/** In the place of the one with the same key, else after the others. */
export function withAddendum(content: AgendaContent, addendum: Addendum): AgendaContent {
  const isThere = content.addenda.some(({ key }) => key === addendum.key);
  return {
    ...content,
    addenda: isThere
      ? content.addenda.map((each) => (each.key === addendum.key ? addendum : each))
      : [...content.addenda, addendum],
  };
}

/** An agenda that holds nothing but what the document says of this addendum: what is laid beside the draft. */
export function agendaWithOnly(plan: Plan, key: string): AgendaContent {
  const { title, kind } = plan.agenda;
  const addendum = addendumIn(plan, key);
  return { ...emptyAgenda(title, kind), addenda: addendum ? [addendum] : [] };
}

/** Which page or working copy the paper says it was written of. */
export function writtenOf({ form }: AgendaDraft): { handle: string; id: string; addendum: string } {
  const address = form?.address ?? '';
  const [, handle = ''] = /\/agendas\/(?:[a-z0-9-]*-)?([a-z0-9]{10})(?:[/?#]|$)/.exec(address) ?? [];
  const [, id = ''] = /\/mijn\/agendas\/([0-9a-f-]{36})(?:[/?#]|$)/.exec(address) ?? [];
  const [, addendum = ''] = /#aanvulling-([a-z0-9]{6,12})$/.exec(address) ?? [];
  return { handle, id, addendum };
}
