// The parts of the agenda editor. One is open at a time; which one stands in the address, so that going back works.
import type { Action, AgendaContent } from '../wire.ts';

export const fixedParts = {
  over: 'Over deze agenda',
  uitgangspunten: 'Uitgangspunten',
  volgorde: 'Volgorde van de doelen',
  overleg: 'Wie overlegt',
  kengetallen: 'Kengetallen',
  afspraken: 'Afspraken met de alliantie',
  ondertekenaars: 'Ondertekenaars',
} as const;

/** `geen`: all folded. */
export type OpenPart = string;

/** The part an address names, when this agenda has it; the first one otherwise. */
export function openPart(named: string | null, content: AgendaContent | null): OpenPart {
  if (named === null || content === null) return 'over';
  if (named === 'geen' || Object.hasOwn(fixedParts, named)) return named;
  const [kind, key] = named.split('-');
  const has = (all: readonly { key: string }[]) => all.some((one) => one.key === key);
  const known =
    (kind === 'doel' && has(content.goals)) ||
    (kind === 'actie' && has(content.actions)) ||
    (kind === 'aanvulling' && has(content.addenda));
  return known ? named : 'over';
}

/** The goal under which an action is written: the first of those it serves, '' for none. Written twice, saved twice. */
export const homeOf = (action: Action): string => action.goals[0] ?? '';

const partOfField: Readonly<Record<string, OpenPart>> = {
  title: 'over',
  periodFrom: 'over',
  periodTo: 'over',
  mission: 'over',
  background: 'over',
  visibility: 'over',
  principles: 'uitgangspunten',
  bodies: 'overleg',
  keyFigures: 'kengetallen',
  commitments: 'afspraken',
  signatories: 'ondertekenaars',
};

const partOfList: Readonly<Record<string, string>> = {
  goals: 'doel',
  actions: 'actie',
  addenda: 'aanvulling',
};

/** The part in which a field is written, or one item of a list such as `goals/ab12cd`; null for the whole. */
export function partWith(field: string): OpenPart | null {
  const [list = '', key] = field.split('/');
  const kind = partOfList[list];
  return kind && key ? `${kind}-${key}` : (partOfField[list] ?? null);
}

/** Where a field the API names is: in the part that is open, or in one to be opened. */
export function fieldHref(field: string, open: OpenPart): string {
  const part = partOfField[field];
  return part === undefined || part === open ? `#${field}` : `?deel=${part}#${field}`;
}
