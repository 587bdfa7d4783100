// The published page and its older versions, with what they point at and what points at them.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { getWithdrawn, slugOf } from '../kernel/index.ts';
import { namedById, namedIn, type OrganisationName } from '../organisations/index.ts';
import { completeContent } from './completeness.ts';
import type { InterventionCard, InterventionPage, PublishedIntervention } from './contract.ts';
import * as may from './permissions.ts';
import { totalsOf } from './reach.ts';
import { cardOf, versionColumns, type VersionRow } from './service.ts';
import { relationKinds } from './vocabulary.ts';

type RelationKind = (typeof relationKinds)[number];

interface PageRow extends VersionRow {
  versions: { number: number; publishedAt: string; note: string }[];
  relations: readonly RelationRow[];
}

interface RelationRow {
  readonly kind: RelationKind;
  readonly way: 'to' | 'from';
  readonly handle: string;
  readonly title: string;
  readonly municipality: InterventionCard['municipality'];
}

function relationsOf(rows: readonly RelationRow[]) {
  const links = (kind: RelationKind, way: RelationRow['way']) =>
    rows
      .filter((row) => row.kind === kind && row.way === way)
      .map(({ handle, title, municipality }) => ({ slug: slugOf(title, handle), title, municipality }));
  return Object.fromEntries(
    relationKinds.map((kind) => [kind, { to: links(kind, 'to'), from: links(kind, 'from') }]),
  ) as InterventionPage['relations'];
}

/** The published page by the handle in its address; what was withdrawn answers with date and reason. */
export async function getPublished(tx: Tx, actor: Actor, handle: string): Promise<PublishedIntervention> {
  const page = sql`v.handle = ${handle} and v.current and v.withdrawn_at is null`;
  return (await findPage(tx, actor, page)) ?? getWithdrawn(tx, 'intervention', handle);
}

/** One version as a page; null when the actor sees none like it. */
export async function findPage(tx: Tx, actor: Actor, which: SQL): Promise<InterventionPage | null> {
  return (await findPages(tx, actor, which))[0] ?? null;
}

/** The published pages of these, by id, of those the actor may see. */
export async function listPages(tx: Tx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, InterventionPage>();
  const which = sql`v.intervention_id = any(${sql.param(ids)}::uuid[]) and v.current and v.withdrawn_at is null`;
  return new Map((await findPages(tx, actor, which)).map((page) => [page.card.id, page]));
}

/** Ids of published pages by handle, of those the actor may see. */
export async function idsByHandle(tx: Tx, handles: readonly string[]): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map();
  const { rows } = await tx.execute<{ handle: string; id: string }>(sql`
    select handle, intervention_id as id from intervention_version
    where handle = any(${sql.param(handles)}::text[]) and current and withdrawn_at is null`);
  return new Map(rows.map(({ handle, id }) => [handle, id]));
}

async function findPages(tx: Tx, actor: Actor, which: SQL): Promise<InterventionPage[]> {
  const { rows } = await tx.execute<PageRow & Record<string, unknown>>(sql`
    select ${versionColumns}, v.content,
      (select json_agg(json_build_object('number', o.number, 'publishedAt', to_char(o.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', o.note)
         order by o.number desc) from intervention_version o where o.intervention_id = v.intervention_id) as versions,
      (select coalesce(json_agg(json_build_object('kind', o.kind, 'way', o.way, 'handle', o.handle, 'title', o.title,
           'municipality', json_build_object('code', om.code, 'name', om.name, 'slug', om.slug)) order by o.title, o.published_at), '[]')
         from (
           select r.kind, 'to' as way, t.handle, t.title, t.municipality, t.published_at
           from intervention_relation r join intervention_version t on t.intervention_id = r.target
           where r.intervention_id = v.intervention_id and r.number = v.number and t.current and t.withdrawn_at is null
           union all
           select r.kind, 'from', t.handle, t.title, t.municipality, t.published_at
           from intervention_relation r join intervention_version t on t.intervention_id = r.intervention_id and t.number = r.number
           where r.target = v.intervention_id and t.current and t.withdrawn_at is null
         ) o join municipality om on om.code = o.municipality) as relations
    from intervention_version v join municipality m on m.code = v.municipality
    where ${which}`);
  const contents = rows.map((row) => completeContent(row.content));
  const known = await namedById(
    tx,
    contents.flatMap(({ organisations }) => organisations),
  );
  return rows.map((row, at) => pageOf(row, actor, namedIn(known, contents[at]?.organisations ?? [])));
}

function pageOf(row: PageRow, actor: Actor, organisations: OrganisationName[]): InterventionPage {
  const {
    evaluates: _evaluates,
    partOf: _partOf,
    replaces: _replaces,
    organisations: _organisations,
    ...content
  } = completeContent(row.content);
  const owned = {
    municipality: row.municipality.code,
    state: 'published',
    publishedVersion: row.number,
  } as const;
  return {
    state: 'published',
    card: cardOf(row),
    content,
    organisations,
    participations: row.participations,
    totals: totalsOf(row.participations, row.content),
    versions: row.versions,
    relations: relationsOf(row.relations),
    workingCopy: may.canEdit(actor, owned) ? row.id : null,
  };
}
