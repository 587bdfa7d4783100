// Reading organisations and schools: lists, a page, and those that a text names. What is not seen is not counted.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { invalid, notFound, slugOf } from '../kernel/index.ts';
import type { OrganisationName, OrganisationPage } from './contract.ts';
import * as may from './permissions.ts';
import { schoolKinds, type OrganisationKind } from './vocabulary.ts';

export interface OrganisationRow extends Record<string, unknown> {
  id: string;
  handle: string;
  name: string;
  kind: OrganisationKind;
  brin: string;
  located_in: OrganisationName['locatedIn'];
}

export const nameColumns = sql`o.id, o.handle, o.name, o.kind, o.brin,
  case when m.code is not null then json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) end as located_in`;
export const fromOrganisations = sql`from organisation o left join municipality m on m.code = o.located_in`;

export const nameOf = (row: OrganisationRow): OrganisationName => ({
  id: row.id,
  slug: slugOf(row.name, row.handle),
  name: row.name,
  kind: row.kind,
  locatedIn: row.located_in,
  brin: row.brin,
});

export async function rowsWhere(tx: Tx, condition: SQL, rest = sql``): Promise<OrganisationRow[]> {
  const { rows } = await tx.execute<OrganisationRow>(
    sql`select ${nameColumns} ${fromOrganisations} where ${condition} ${rest}`,
  );
  return rows;
}

/** Words as they are looked for: without case and accents. */
const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

const searched = sql`lower(unaccent(o.name || ' ' || coalesce(m.name, '') || ' ' || o.brin))`;

/** By name, as many as `limit`; `next` is the place to go on from. Doubles that were merged are not in it. */
export async function listOrganisations(
  tx: Tx,
  input: {
    text: string;
    group: 'schools' | 'others' | null;
    municipality: string | null;
    after: { name: string; id: string } | null;
    limit: number;
  },
) {
  const schools = sql`o.kind = any(${sql.param([...schoolKinds])}::text[])`;
  const conditions = [
    sql`o.merged_into is null`,
    ...wordsOf(input.text).map((word) => sql`position(${word} in ${searched}) > 0`),
    ...(input.group === null ? [] : [input.group === 'schools' ? schools : sql`not (${schools})`]),
    ...(input.municipality === null ? [] : [sql`o.located_in = ${input.municipality}`]),
  ];
  const all = sql.join(conditions, sql` and `);
  const { rows: counted } = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total ${fromOrganisations} where ${all}`,
  );
  const onward = input.after
    ? sql`and (lower(o.name), o.id) > (lower(${input.after.name}), ${input.after.id}::uuid)`
    : sql``;
  const rows = await rowsWhere(tx, all, sql`${onward} order by lower(o.name), o.id limit ${input.limit + 1}`);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    organisations: shown.map(nameOf),
    total: counted[0]?.total ?? 0,
    next: rows.length > input.limit && last ? { name: last.name, id: last.id } : null,
  };
}

interface PageRow extends OrganisationRow {
  municipality: string | null;
  reach: 'municipality' | 'alliance' | 'public';
  merged_into: string | null;
  website: string;
  revision: number;
  survivor: { handle: string; name: string; kind: OrganisationKind } | null;
  aliases: string[];
}

/** The page by the handle in its address; that of a double says where it went. */
export async function getOrganisation(tx: Tx, actor: Actor, handle: string): Promise<OrganisationPage> {
  const { rows } = await tx.execute<PageRow>(sql`
    select ${nameColumns}, o.municipality, o.reach, o.merged_into, o.website, o.revision,
      (select json_build_object('handle', s.handle, 'name', s.name, 'kind', s.kind)
       from organisation s where s.id = o.survivor_id) as survivor,
      (select coalesce(json_agg(distinct a.name order by a.name), '[]')
       from organisation a where a.survivor_id = o.id and a.name <> o.name) as aliases
    ${fromOrganisations} where o.handle = ${handle}`);
  const row = rows[0];
  if (!row) throw notFound('organisation');
  if (row.survivor) {
    const { name, kind } = row.survivor;
    return { state: 'merged', slug: slugOf(name, row.survivor.handle), kind };
  }
  const owned = { municipality: row.municipality, reach: row.reach, mergedInto: row.merged_into };
  return {
    state: 'here',
    organisation: nameOf(row),
    website: row.website,
    revision: row.revision,
    aliases: row.aliases,
    own: row.reach === 'municipality',
    can: { correct: may.canCorrect(actor, owned), merge: may.canMerge(actor, owned) },
  };
}

interface NamedRow extends OrganisationRow {
  named: string;
}

interface NamedOrganisation extends OrganisationName {
  readonly standsFor: string;
}

/** What each of these ids stands for now, of those the actor may see; `id` stays the one that was asked for. */
export async function namedById(tx: Tx, ids: readonly string[]): Promise<Map<string, NamedOrganisation>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<NamedRow>(sql`
    select n.id as named, ${nameColumns}
    from organisation n join organisation o on o.id = coalesce(n.survivor_id, n.id)
    left join municipality m on m.code = o.located_in
    where n.id = any(${sql.param([...new Set(ids)])}::uuid[])`);
  return new Map(rows.map((row) => [row.named, { ...nameOf(row), id: row.named, standsFor: row.id }]));
}

/** Of what `namedById` found: a list in the order of the ids, each organisation once. */
export function namedIn(
  known: ReadonlyMap<string, NamedOrganisation>,
  ids: readonly string[],
): OrganisationName[] {
  const told = new Set<string>();
  return ids.flatMap((id) => {
    const found = known.get(id);
    if (!found || told.has(found.standsFor)) return [];
    told.add(found.standsFor);
    const { standsFor: _standsFor, ...named } = found;
    return [named];
  });
}

/** What one text names. For several texts ask `namedById` once, and `namedIn` for each. */
export const listNamed = async (tx: Tx, ids: readonly string[]): Promise<OrganisationName[]> =>
  namedIn(await namedById(tx, ids), ids);

/** Refuses a text that names what the actor may not see, or what does not exist: `organisation.unknown`. */
export async function demandKnown(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const wanted = [...new Set(ids)];
  const rows = await rowsWhere(tx, sql`o.id = any(${sql.param(wanted)}::uuid[])`);
  if (rows.length < wanted.length)
    throw invalid('organisation.unknown', [{ field: 'organisations', code: 'unknown' }]);
}

/** The id behind an address, of the one that stays when it was merged; throws `organisation.not_found`. */
export async function resolveOrganisation(tx: Tx, handle: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select coalesce(o.survivor_id, o.id) as id from organisation o where o.handle = ${handle}`,
  );
  if (!rows[0]) throw notFound('organisation');
  return rows[0].id;
}
