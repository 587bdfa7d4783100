// Versions of interventions: what kernel/versioning.ts must know of them, and one version as a page.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { attachedBeside } from '../files/index.ts';
import { getVersionEntry, notFound, type Publishable } from '../kernel/index.ts';
import { namedById } from '../organisations/index.ts';
import { completeContent } from './completeness.ts';
import type { InterventionContent, Participation } from './contract.ts';
import { canEdit } from './permissions.ts';
import { totalsOf } from './reach.ts';
import { saveIntervention } from './service-writing.ts';
import { findPage } from './service-page.ts';
import { getIntervention, listLinks } from './service.ts';

/** The sums of a version that a reader is told, by group; of one municipality there is nothing to add up. */
function sumsOf(content: InterventionContent, participations: readonly Participation[]) {
  if (participations.length < 2) return [];
  const { confirmed, confirmedWithConditional, stated } = totalsOf(participations, content);
  const told = {
    confirmed,
    ...(confirmedWithConditional.municipalities > confirmed.municipalities && { confirmedWithConditional }),
    ...(stated.municipalities > 0 && { stated }),
  };
  return Object.entries(told).map(([group, { money, ...sum }]) => ({
    key: group,
    group,
    ...sum,
    eurosPerYear: money.year,
    eurosInTotal: money.whole,
    withoutAmount: money.unknown,
  }));
}

export const publishable: Publishable<InterventionContent> = {
  noun: 'intervention',
  get: getIntervention,
  canEdit,
  save: saveIntervention,
  complete: completeContent,
  readable: async (tx, contents) => {
    const named = contents.flatMap(({ evaluates, partOf, replaces }) => [
      ...evaluates,
      ...partOf,
      ...replaces,
    ]);
    const links = await listLinks(tx, [...new Set(named)]);
    const titles = new Map(links.map(({ id, title }) => [id, title]));
    const titlesOf = (ids: readonly string[]) => ids.flatMap((id) => titles.get(id) ?? []);
    const known = await namedById(
      tx,
      contents.flatMap(({ organisations }) => organisations),
    );
    return contents.map((content) => ({
      ...content,
      evaluates: titlesOf(content.evaluates),
      partOf: titlesOf(content.partOf),
      replaces: titlesOf(content.replaces),
      organisations: content.organisations.flatMap((id) => known.get(id)?.name ?? []),
    }));
  },
  // A version of which the sums changed says so, whoever changed them.
  follows: (content, participations) => ({ totals: sumsOf(content, participations as Participation[]) }),
  beside: attachedBeside('intervention'),
  comparing: {
    unordered: new Set([
      'themes',
      'phases',
      'programmes',
      'evaluates',
      'partOf',
      'replaces',
      'organisations',
      'participations',
    ]),
  },
};

/** A version at its own address; throws `version.not_found` unless the actor may see it. */
export async function getVersion(tx: Tx, actor: Actor, input: { handle: string; number: number }) {
  const told = await getVersionEntry(tx, 'intervention', input);
  const page = await findPage(tx, actor, sql`v.handle = ${input.handle} and v.number = ${input.number}`);
  if (!page) throw notFound('version');
  return { page, ...told };
}
