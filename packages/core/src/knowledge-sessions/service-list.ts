// The list of knowledge sessions, with what each choice would give: over the sessions that the reader may see.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import type { SessionCard } from './contract.ts';
import type { ListSessions } from './contract-list.ts';
import { iso, listSessionCards } from './service-cards.ts';

interface ListRow extends Record<string, unknown> {
  id: string;
  starts_at: string;
  form: SessionCard['form'];
  themes: SessionCard['themes'];
  /** Empty of a community that the reader cannot see: it is no choice. */
  host: string;
  host_name: string;
}

const nobodysHost = 'alliance';

/** More than this a list does not know of: decades of sessions of the whole country. */
const most = 10_000;

async function rowsOf(tx: Tx, { when, from, until }: ListSessions): Promise<ListRow[]> {
  const coming = when === 'coming';
  const { rows } = await tx.execute<ListRow>(sql`
    select v.session_id as id, v.starts_at, v.content ->> 'form' as form, v.content -> 'themes' as themes,
      coalesce(m.code, c.handle, case when v.host_community is null then ${nobodysHost} else '' end) as host,
      coalesce(m.name, c.name, '') as host_name
    from knowledge_session_version v left join municipality m on m.code = v.municipality
    left join community c on c.id = v.host_community
    where v.current and ${coming ? sql`v.ends_at >= now()` : sql`v.ends_at < now() and v.state <> 'cancelled'`}
      ${from === null ? sql`` : sql`and v.starts_at >= (${from}::date)::timestamp at time zone 'Europe/Amsterdam'`}
      ${until === null ? sql`` : sql`and v.starts_at < (${until}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`}
    order by v.starts_at ${coming ? sql`asc` : sql`desc`}, v.session_id limit ${most}`);
  return rows.map((row) => ({ ...row, starts_at: iso(row.starts_at) }));
}

const dimensions = {
  themes: (row: ListRow): readonly string[] => row.themes,
  forms: (row: ListRow): readonly string[] => [row.form],
  hosts: (row: ListRow): readonly string[] => (row.host === '' ? [] : [row.host]),
} as const;
type Dimension = keyof typeof dimensions;

const fits = (row: ListRow, input: ListSessions, except: Dimension | null) =>
  (Object.keys(dimensions) as Dimension[]).every((each) => {
    const chosen: readonly string[] = input[each];
    return (
      each === except || chosen.length === 0 || dimensions[each](row).some((value) => chosen.includes(value))
    );
  });

/** What each choice would give, beside the choices in the other dimensions. */
function countsOf(rows: readonly ListRow[], input: ListSessions, of: Dimension) {
  const names = new Map(rows.map(({ host, host_name }) => [host, host_name]));
  const counts = new Map<string, number>();
  for (const row of rows.filter((each) => fits(each, input, of)))
    for (const value of dimensions[of](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({
      value,
      label: of === 'hosts' ? (names.get(value) ?? '') : '',
      count,
    }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value));
}

export async function listSessions(tx: Tx, input: ListSessions) {
  const rows = await rowsOf(tx, input);
  const chosen = rows.filter((row) => fits(row, input, null));
  const { after } = input;
  const sign = input.when === 'coming' ? 1 : -1;
  const isBehind = (row: ListRow, place: NonNullable<typeof after>) =>
    row.starts_at === place.startsAt ? row.id > place.id : (row.starts_at > place.startsAt ? 1 : -1) === sign;
  const rest = after === null ? chosen : chosen.filter((row) => isBehind(row, after));
  const page = rest.slice(0, input.take);
  const cards = await listSessionCards(
    tx,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    sessions: page.flatMap(({ id }) => cards.get(id) ?? []),
    next: last && rest.length > page.length ? { startsAt: last.starts_at, id: last.id } : null,
    total: chosen.length,
    counts: {
      themes: countsOf(rows, input, 'themes'),
      forms: countsOf(rows, input, 'forms'),
      hosts: countsOf(rows, input, 'hosts'),
    },
  };
}
