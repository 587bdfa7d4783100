// An intervention as it is printed: the nine fields of the template, who takes part, and what it holds besides. Pure.
import { plainMarkdown, type PaperInterventionFields, type PaperParticipation } from '@kansenplein/documents';
import type { Attached } from '../files/index.ts';
import type { InterventionPage, Participation } from '../interventions/index.ts';
import type { OrganisationName } from '../organisations/index.ts';
import { isSchool } from '../organisations/index.ts';
import { contactText, partContact } from './contact.ts';
import { type Described, detailsOf, type Surroundings } from './details.ts';
import { moneySentences } from './joint.ts';
import type { Named } from './naming.ts';

/** An intervention, whichever of its texts the reader asked for. */
export interface Printable {
  readonly content: Described;
  readonly participations: readonly Participation[];
  readonly surroundings: Surroundings;
  readonly totals: InterventionPage['totals'];
}

export const interventionAddress = (origin: string, slug: string) => `${origin}/interventies/${slug}`;

/** Partners and schools with the addresses of their pages. */
export const partiesOf = (all: readonly OrganisationName[], origin: string): Named[] =>
  all.map(({ name, slug, kind }) => ({
    title: name,
    address: `${origin}/${isSchool(kind) ? 'scholen' : 'organisaties'}/${slug}`,
  }));

const participationOf = (one: Participation): PaperParticipation => ({
  municipality: one.municipality.name,
  lead: one.lead,
  commitment: one.commitment,
  agreed: one.lead || one.agreed,
  ...(!one.lead && one.earlier ? { earlier: true } : {}),
  condition: one.condition ?? '',
  schools: plainMarkdown(one.schools),
  pupils: one.pupils,
  // Versions from before money was asked do not have it.
  ...(typeof one.budgetEuros === 'number' ? { amount: { euros: one.budgetEuros, per: one.budgetPer } } : {}),
  share: one.budgetShare ?? '',
  contact: partContact({ contactRole: one.contactRole ?? '', contactMailbox: one.contactMailbox ?? '' }),
  localForm: one.localForm ?? '',
});

/** A municipality alone that says nothing of its part has no table of participants. */
const saysSomething = (all: readonly Participation[]) =>
  all.length > 1 ||
  all.some(
    ({ pupils, budgetEuros, ...texts }) =>
      pupils !== null ||
      (budgetEuros ?? null) !== null ||
      [texts.schools, texts.budgetShare, texts.contactRole, texts.contactMailbox].some(Boolean),
  );

/** `number` is the one in an agenda; null for a paper of its own. */
export function fieldsOf(printable: Printable, number: number | null): PaperInterventionFields {
  const { content, participations, surroundings, totals } = printable;
  const { title, parties, goal, targetGroup, locations, activities, monitoring, funding } = content;
  return {
    number,
    ...{ title, parties, goal, targetGroup, locations, activities, monitoring, funding },
    moreInformation: contactText(content),
    participations: saysSomething(participations) ? participations.map(participationOf) : [],
    totals: moneySentences(totals),
    details: detailsOf(content, surroundings),
  };
}

/** A published page; what it points at has addresses, because the reader may see it. */
export function printablePage(
  { content, participations, relations, organisations, totals }: InterventionPage,
  origin: string,
  attachments: readonly Attached[] = [],
): Printable {
  const named = (kind: keyof InterventionPage['relations']): Named[] =>
    relations[kind].to.map(({ title, slug }) => ({ title, address: interventionAddress(origin, slug) }));
  return {
    content,
    participations,
    totals,
    surroundings: {
      relations: { evaluates: named('evaluates'), partOf: named('part_of'), replaces: named('replaces') },
      organisations: partiesOf(organisations, origin),
      attachments,
    },
  };
}
