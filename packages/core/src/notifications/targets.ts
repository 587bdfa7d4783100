// What can be followed: whether it is there for who asks, what it is called, and where it stands. One reader per kind;
// another room adds its own.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { themes } from '../interventions/index.ts';
import { slugOf } from '../kernel/index.ts';
import type { Target } from './contract.ts';
import type { FollowKind } from './vocabulary.ts';

export interface Named {
  readonly key: string;
  readonly title: string;
  readonly href: string | null;
}

type Reader = (tx: Tx, keys: readonly string[]) => Promise<readonly Named[]>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const listOf = (keys: readonly string[]) =>
  sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  );

const readers: Readonly<Record<FollowKind, Reader>> = {
  municipality: async (tx, keys) => {
    const { rows } = await tx.execute<{
      code: string;
      name: string;
      slug: string;
    }>(sql`select code, name, slug from municipality where code in (${listOf(keys)})`);
    return rows.map(({ code, name, slug }) => ({
      key: code,
      title: `Gemeente ${name}`,
      href: `/gemeenten/${slug}`,
    }));
  },
  // The web has the words of a theme.
  theme: async (_tx, keys) =>
    themes
      .filter((theme) => keys.includes(theme))
      .map((theme) => ({
        key: theme,
        title: theme,
        href: `/zoeken?thema=${theme}`,
      })),
  intervention: async (tx, keys) => {
    const ids = keys.filter((key) => uuid.test(key));
    if (ids.length === 0) return [];
    const { rows } = await tx.execute<{
      id: string;
      title: string;
      handle: string;
    }>(sql`
      select v.intervention_id as id, v.title, v.handle from intervention_version v
      where v.current and v.withdrawn_at is null and v.intervention_id::text in (${listOf(ids)})`);
    return rows.map(({ id, title, handle }) => ({
      key: id,
      title,
      href: `/interventies/${slugOf(title, handle)}`,
    }));
  },
  community: async (tx, keys) => {
    const ids = keys.filter((key) => uuid.test(key));
    if (ids.length === 0) return [];
    const { rows } = await tx.execute<{
      id: string;
      name: string;
      handle: string;
    }>(sql`select c.id, c.name, c.handle from community c where c.id::text in (${listOf(ids)})`);
    return rows.map(({ id, name, handle }) => ({
      key: id,
      title: name,
      href: `/communities/${slugOf(name, handle)}`,
    }));
  },
  thread: async (tx, keys) => {
    const ids = keys.filter((key) => uuid.test(key));
    if (ids.length === 0) return [];
    const { rows } = await tx.execute<{
      id: string;
      title: string;
      handle: string;
      name: string;
      within: string;
    }>(sql`
      select t.id, t.title, t.handle, c.name, c.handle as within
      from community_thread t join community c on c.id = t.community_id
      where t.removed_at is null and t.id::text in (${listOf(ids)})`);
    return rows.map(({ id, title, handle, name, within }) => ({
      key: id,
      title,
      href: `/communities/${slugOf(name, within)}/gesprekken/${slugOf(title, handle)}`,
    }));
  },
};

/** Of these targets those that can be seen now, by `kind:key`. */
export async function namesOfTargets(tx: Tx, targets: readonly Target[]): Promise<Map<string, Named>> {
  const names = new Map<string, Named>();
  for (const [kind, of] of Map.groupBy(targets, (target) => target.kind)) {
    const found = await readers[kind](
      tx,
      of.map(({ key }) => key),
    );
    for (const each of found) names.set(`${kind}:${each.key}`, each);
  }
  return names;
}
