// Goals as somebody finds them: named by the handle of their agenda and their key, read through the wall.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { slugOf } from '../kernel/index.ts';
import type { MunicipalityName } from '../municipalities/index.ts';
import type { GoalCard } from './contract-goals.ts';

interface GoalRow extends Record<string, unknown> {
  handle: string;
  agenda: string;
  key: string;
  number: string;
  title: string;
  results: number;
  actions: number;
  municipality: MunicipalityName;
}

/**
 * Cards of the goals at these addresses ('handle#key'), by address; of agendas the actor may see and of goals that stand
 * in the page as it is now.
 */
export async function listGoalCards(tx: Tx, addresses: readonly string[]): Promise<Map<string, GoalCard>> {
  if (addresses.length === 0) return new Map();
  const handles = [...new Set(addresses.map((address) => address.split('#')[0] ?? ''))];
  const { rows } = await tx.execute<GoalRow>(sql`
    select v.handle, v.title as agenda, g ->> 'key' as key, g ->> 'number' as number, g ->> 'title' as title,
      jsonb_array_length(g -> 'intendedResults') as results,
      (select count(*)::int from jsonb_array_elements(v.content -> 'actions') a where a -> 'goals' ? (g ->> 'key')) as actions,
      json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality
    from agenda_version v join municipality m on m.code = v.municipality
    cross join jsonb_array_elements(v.content -> 'goals') g
    where v.handle = any(${sql.param(handles)}::text[]) and v.current and v.withdrawn_at is null
      and v.handle || '#' || (g ->> 'key') = any(${sql.param([...addresses])}::text[])`);
  return new Map(
    rows.map(({ handle, agenda, key, number, title, results, actions, municipality }) => [
      `${handle}#${key}`,
      {
        slug: `${slugOf(agenda, handle)}#doel-${key}`,
        number,
        title,
        agenda,
        municipality,
        intendedResults: results,
        actions,
      },
    ]),
  );
}
