// Reading interventions: cards for lists, the published page, the working copy.
import type { Actor, Tx } from '@kansenplein/db';
import { asc, desc, eq, ne, sql, type SQL } from 'drizzle-orm';
import { notFound, slugOf } from '../kernel/index.ts';
import { municipality, namesOf } from '../municipalities/index.ts';
import { completeContent, missingFields, personalDataIn } from './completeness.ts';
import type {
  InterventionCard,
  InterventionContent,
  InterventionPage,
  Participation,
  PublishedIntervention,
} from './contract.ts';
import * as may from './permissions.ts';
import { totalsOf } from './reach.ts';
import { listAsked, listInvitations, listParticipations } from './service-questions.ts';
import { intervention, interventionWithdrawal } from './tables.ts';
import { relationKinds } from './vocabulary.ts';

type RelationKind = (typeof relationKinds)[number];

interface CardRow {
  id: string;
  handle: string;
  number: number;
  title: string;
  visibility: InterventionCard['visibility'];
  content: Pick<InterventionContent, 'summary' | 'themes' | 'phases' | 'course' | 'costBand'>;
  participations: Participation[];
  published_at: string;
  municipality: { code: string; name: string; slug: string };
}

interface VersionRow extends CardRow {
  content: InterventionContent;
}

const versionColumns = sql`v.intervention_id as id, v.handle, v.number, v.title, v.visibility, v.participations,
  v.published_at, json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality`;

function cardOf(row: CardRow): InterventionCard {
  const partners = row.participations.filter(({ lead, commitment }) => !lead && commitment !== 'withdrawn');
  const { summary, themes, phases, course, costBand } = row.content;
  return {
    id: row.id,
    handle: row.handle,
    slug: slugOf(row.title, row.handle),
    title: row.title,
    summary,
    municipality: row.municipality,
    themes,
    phases,
    course,
    costBand,
    partners: partners.length,
    conditional: partners.filter(({ commitment }) => commitment === 'conditional').length,
    unconfirmed: partners.filter(({ agreed }) => !agreed).length,
    confirmed: partners.filter(({ agreed, commitment }) => agreed && commitment !== 'conditional').length,
    visibility: row.visibility,
    version: row.number,
    publishedAt: new Date(row.published_at).toISOString(),
  };
}

/** Cards by intervention id, of those the actor may see. */
export async function listCards(tx: Tx, ids: readonly string[]): Promise<Map<string, InterventionCard>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<CardRow & Record<string, unknown>>(
    // A content is unpacked once and stays behind but for five fields: a list carries cards, not pages.
    sql`select ${versionColumns}, to_json(c) as content
        from intervention_version v join municipality m on m.code = v.municipality
        cross join lateral jsonb_to_record(v.content)
          as c(summary text, themes jsonb, phases jsonb, course text, "costBand" text)
        where v.intervention_id = any(${sql.param(ids)}::uuid[]) and v.current and v.withdrawn_at is null`,
  );
  return new Map(rows.map((row) => [row.id, cardOf(row)]));
}

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
  return (await findPage(tx, actor, page)) ?? getWithdrawn(tx, handle);
}

/** One version as a page; null when the actor sees none like it. */
export async function findPage(tx: Tx, actor: Actor, which: SQL): Promise<InterventionPage | null> {
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
  const row = rows[0];
  if (!row) return null;
  const {
    evaluates: _evaluates,
    partOf: _partOf,
    replaces: _replaces,
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
    participations: row.participations,
    totals: totalsOf(row.participations),
    versions: row.versions,
    relations: relationsOf(row.relations),
    workingCopy: may.canEdit(actor, owned) ? row.id : null,
  };
}

async function getWithdrawn(tx: Tx, handle: string): Promise<PublishedIntervention> {
  const { rows } = await tx.execute<{
    title: string;
    withdrawn_at: string;
    reason: string;
    municipality: VersionRow['municipality'];
  }>(sql`
    select w.title, w.withdrawn_at, w.reason, json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality
    from intervention_withdrawal w join municipality m on m.code = w.municipality where w.handle = ${handle}`);
  const row = rows[0];
  if (!row) throw notFound('intervention');
  const { title, reason } = row;
  return {
    state: 'withdrawn',
    title,
    reason,
    municipality: row.municipality,
    withdrawnAt: new Date(row.withdrawn_at).toISOString(),
  };
}

/** Links to published pages by intervention id, of those the actor may see. */
export async function listLinks(tx: Tx, ids: readonly string[]) {
  const cards = await listCards(tx, ids);
  return [...cards.values()].map(({ id, slug, title }) => ({ id, slug, title }));
}

export async function listWorkingCopies(tx: Tx, actor: Actor) {
  const own = actor.acting?.key ?? '';
  const rows = await tx
    .select({ row: intervention, code: municipality.code, name: municipality.name, slug: municipality.slug })
    .from(intervention)
    .innerJoin(municipality, eq(municipality.code, intervention.municipality))
    .orderBy(desc(intervention.updatedAt))
    .limit(200);
  return {
    interventions: rows.map(({ row, ...name }) => ({
      id: row.id,
      slug: slugOf(row.title, row.handle),
      title: row.title,
      state: row.state,
      municipality: name,
      own: row.municipality === own,
      publishedVersion: row.publishedVersion,
      updatedAt: row.updatedAt.toISOString(),
    })),
    invitations: await listInvitations(tx, own),
  };
}

/** The row of a working copy the actor may see; throws `intervention.not_found` otherwise. */
export async function getIntervention(tx: Tx, id: string) {
  const [row] = await tx.select().from(intervention).where(eq(intervention.id, id));
  if (!row) throw notFound('intervention');
  return row;
}

/** Whether others can read a page of it now. After a withdrawal the working copy may be a draft again; the page is gone. */
export async function hasPage(
  tx: Tx,
  row: { id: string; publishedVersion: number | null },
): Promise<boolean> {
  if (row.publishedVersion === null) return false;
  const [notice] = await tx
    .select({ id: interventionWithdrawal.interventionId })
    .from(interventionWithdrawal)
    .where(eq(interventionWithdrawal.interventionId, row.id));
  return notice === undefined;
}

export async function getWorkingCopy(tx: Tx, actor: Actor, id: string) {
  const row = await getIntervention(tx, id);
  const participations = await listParticipations(tx, id);
  const others = await tx
    .select({ id: intervention.id, title: intervention.title })
    .from(intervention)
    .where(ne(intervention.id, id))
    .orderBy(asc(intervention.title), asc(intervention.createdAt))
    .limit(300);
  const names = await namesOf(tx, [row.municipality]);
  const name = names.get(row.municipality);
  if (!name) throw notFound('municipality');
  return {
    id,
    slug: slugOf(row.title, row.handle),
    municipality: name,
    state: row.state,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    publishedVersion: row.publishedVersion,
    content: row.content,
    participations,
    asked: may.canEdit(actor, row) ? await listAsked(tx, id) : [],
    missing: missingFields(row.content),
    personalData: personalDataIn(row.content),
    others,
    can: {
      edit: may.canEdit(actor, row),
      submit: may.canSubmit(actor, row),
      return: may.canReturn(actor, row),
      publish: may.canPublish(actor, row),
      withdraw: may.canWithdraw(actor, row, await hasPage(tx, row)),
      discard: may.canDiscard(actor, row),
      answer: participations.some((each) =>
        may.canAnswer(actor, { municipality: each.municipality.code, lead: each.lead }),
      ),
    },
  };
}
