// Versions of agendas: what kernel/versioning.ts must know of them, and one version as a page.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { listLinks } from '../interventions/index.ts';
import { attachedBeside } from '../files/index.ts';
import { getVersionEntry, notFound, type Publishable } from '../kernel/index.ts';
import { namedById } from '../organisations/index.ts';
import { completeAgenda } from './completeness.ts';
import type { AgendaContent } from './contract.ts';
import { canEditAgenda } from './permissions.ts';
import { saveAgenda } from './service-writing.ts';
import { findPage, getAgenda } from './service.ts';

const wordOf = (item: Readonly<Record<string, unknown>>, ...names: string[]) =>
  names.map((name) => item[name]).join(' · ');

/** What makes an item without a key the same one: goals and actions have keys. */
const identities: Readonly<Record<string, (item: Readonly<Record<string, unknown>>) => string>> = {
  principles: (item) => wordOf(item, 'title'),
  bodies: (item) => wordOf(item, 'name'),
  signatories: (item) => wordOf(item, 'role', 'organisation'),
};

export const publishable: Publishable<AgendaContent> = {
  noun: 'agenda',
  get: getAgenda,
  canEdit: canEditAgenda,
  save: saveAgenda,
  complete: completeAgenda,
  readable: async (tx, contents) => {
    const pointedAt = contents.flatMap(({ actions }) =>
      actions.flatMap(({ interventions }) => interventions),
    );
    const links = await listLinks(tx, [...new Set(pointedAt)]);
    const titles = new Map(links.map(({ id, title }) => [id, title]));
    const known = await namedById(
      tx,
      contents.flatMap(({ organisations }) => organisations),
    );
    // A goal is called what the last of them calls it: what stays under a goal that got another title did not change.
    const named = contents.flatMap(({ goals }) =>
      goals.map(({ key, number, title }) => [key, `${number} ${title}`.trim()] as const),
    );
    const goals = new Map(named);
    return contents.map((content) => ({
      ...content,
      organisations: content.organisations.flatMap((id) => known.get(id)?.name ?? []),
      goals: content.goals.map((goal) => ({
        ...goal,
        parent: goal.parent && (goals.get(goal.parent) ?? ''),
      })),
      actions: content.actions.map((action) => ({
        ...action,
        goals: action.goals.flatMap((key) => goals.get(key) ?? []),
        interventions: action.interventions.flatMap((id) => titles.get(id) ?? []),
      })),
    }));
  },
  beside: attachedBeside('agenda'),
  comparing: {
    identify: (list, item) => identities[list]?.(item) ?? null,
    unordered: new Set(['interventions', 'organisations']),
  },
};

/** A version at its own address; throws `version.not_found` unless the actor may see it. */
export async function getVersion(tx: Tx, actor: Actor, input: { handle: string; number: number }) {
  const told = await getVersionEntry(tx, 'agenda', input);
  const page = await findPage(tx, actor, sql`v.handle = ${input.handle} and v.number = ${input.number}`);
  if (!page) throw notFound('version');
  return { page, ...told };
}
