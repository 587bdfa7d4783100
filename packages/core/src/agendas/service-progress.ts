// How far agendas are, derived from what was published: since when an action stands as it does, and how many intended
// results can be measured. Both read through the wall, so nobody learns of a version or an agenda that is not theirs.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { MeasuredShare, StatusHistory } from './contract-progress.ts';
import type { AgendaContent } from './contract.ts';
import type { IntendedResult } from './contract-parts.ts';
import { measurability } from './measurability.ts';

interface Change extends Record<string, unknown> {
  key: string;
  status: StatusHistory['changes'][number]['status'];
  number: number;
  published_at: string;
}

/**
 * The history of the actions in `content`, from the published versions of this agenda that the actor may see. `upTo`:
 * number of the version that is read; what was published after it is not part of its story.
 */
export async function statusHistory(
  tx: Tx,
  id: string,
  { actions }: AgendaContent,
  upTo: number | null,
): Promise<StatusHistory[]> {
  const { rows } = await tx.execute<Change>(sql`
    select key, status, number, published_at from (
      select a.key, a.status, v.number, v.published_at, lag(a.status) over (partition by a.key order by v.number) as before
      from agenda_version v cross join lateral jsonb_to_recordset(v.content -> 'actions') as a(key text, status text)
      where v.agenda_id = ${id} and v.number <= coalesce(${upTo}::int, v.number)
    ) said where status is distinct from before order by number`);
  const byAction = Map.groupBy(rows, ({ key }) => key);
  return actions.flatMap(({ key }) => {
    const changes = byAction.get(key) ?? [];
    if (changes.length === 0) return [];
    const told = changes.map(({ status, number, published_at }) => ({
      status,
      version: number,
      at: new Date(published_at).toISOString(),
    }));
    return [{ action: key, changes: told }];
  });
}

/** Of these intended results, how many say who, how much, by when and measured with what. */
export function shareOf(results: readonly IntendedResult[]): MeasuredShare {
  const measurable = results.filter(({ text, target }) => measurability(text, target).measurable).length;
  return { results: results.length, measurable };
}

export const resultsOf = ({ goals }: Pick<AgendaContent, 'goals'>): IntendedResult[] =>
  goals.flatMap((goal) => goal.intendedResults);

/** A version never changes, so neither does its share. Bounded; holds counts, never words. */
const measured = new Map<string, MeasuredShare>();
const mostMeasured = 2000;

function keep(version: string, share: MeasuredShare): MeasuredShare {
  if (measured.size >= mostMeasured)
    for (const oldest of [...measured.keys()].slice(0, 200)) measured.delete(oldest);
  measured.set(version, share);
  return share;
}

/** Over the newest versions of all agendas the actor may see. */
export async function measuredShare(tx: Tx): Promise<MeasuredShare & { agendas: number }> {
  const { rows } = await tx.execute<{ version: string }>(sql`
    select agenda_id || '/' || number as version from agenda_version where current and withdrawn_at is null`);
  const total = { agendas: rows.length, results: 0, measurable: 0 };
  for (const { version } of rows) {
    const { results, measurable } = measured.get(version) ?? keep(version, await measureVersion(tx, version));
    total.results += results;
    total.measurable += measurable;
  }
  return total;
}

async function measureVersion(tx: Tx, version: string): Promise<MeasuredShare> {
  const [id, number] = version.split('/');
  const { rows } = await tx.execute<{ results: IntendedResult[] }>(sql`
    select jsonb_path_query_array(content, '$.goals[*].intendedResults[*]') as results
    from agenda_version where agenda_id = ${id} and number = ${Number(number)}`);
  // Reading words takes time: others of this process go first.
  await giveWay();
  return shareOf(rows[0]?.results ?? []);
}
