// An intervention as it is printed: the nine fields of the template, who takes part, and what it holds besides. Pure.
import { plainMarkdown, type PaperInterventionFields, type PaperParticipation } from '@kansenplein/documents';
import type { InterventionPage, Participation } from '../interventions/index.ts';
import {
  contactText,
  type Described,
  detailsOf,
  type Named,
  partContact,
  type Relations,
} from './details.ts';

/** An intervention, whichever of its texts the reader asked for. */
export interface Printable {
  readonly content: Described;
  readonly participations: readonly Participation[];
  readonly relations: Relations;
}

export const interventionAddress = (origin: string, slug: string) => `${origin}/interventies/${slug}`;

const participationOf = (one: Participation): PaperParticipation => ({
  municipality: one.municipality.name,
  lead: one.lead,
  commitment: one.commitment,
  agreed: one.lead || one.agreed,
  ...(!one.lead && one.earlier ? { earlier: true } : {}),
  condition: one.condition ?? '',
  schools: plainMarkdown(one.schools),
  pupils: one.pupils,
  share: one.budgetShare ?? '',
  contact: partContact({ contactRole: one.contactRole ?? '', contactMailbox: one.contactMailbox ?? '' }),
});

/** A municipality alone that says nothing of schools or pupils has no table of participants. */
const saysSomething = (all: readonly Participation[]) =>
  all.length > 1 || all.some(({ pupils, schools }) => pupils !== null || schools !== '');

/** `number` is the one in an agenda; null for a paper of its own. */
export function fieldsOf(printable: Printable, number: number | null): PaperInterventionFields {
  const { content, participations, relations } = printable;
  const { title, parties, goal, targetGroup, locations, activities, monitoring, funding } = content;
  return {
    number,
    ...{ title, parties, goal, targetGroup, locations, activities, monitoring, funding },
    moreInformation: contactText(content),
    participations: saysSomething(participations) ? participations.map(participationOf) : [],
    details: detailsOf(content, relations),
  };
}

/** A published page; what it points at has addresses, because the reader may see it. */
export function printablePage(
  { content, participations, relations }: InterventionPage,
  origin: string,
): Printable {
  const named = (kind: keyof InterventionPage['relations']): Named[] =>
    relations[kind].to.map(({ title, slug }) => ({ title, address: interventionAddress(origin, slug) }));
  return {
    content,
    participations,
    relations: { evaluates: named('evaluates'), partOf: named('part_of'), replaces: named('replaces') },
  };
}
