// Versions of interventions: what kernel/versioning.ts must know of them, and one version as a page.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { getVersionEntry, notFound, type Publishable } from '../kernel/index.ts';
import { namedById } from '../organisations/index.ts';
import { completeContent } from './completeness.ts';
import type { InterventionContent } from './contract.ts';
import { canEdit } from './permissions.ts';
import { saveIntervention } from './service-writing.ts';
import { findPage } from './service-page.ts';
import { getIntervention, listLinks } from './service.ts';

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
