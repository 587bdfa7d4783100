// Reading interventions: cards for lists and the working copy. The page: service-page.ts.
import type { Actor, Tx } from '@kansenplein/db';
import { asc, desc, eq, ne, sql } from 'drizzle-orm';
import { notFound, slugOf } from '../kernel/index.ts';
import { municipality, namesOf } from '../municipalities/index.ts';
import { listNamed } from '../organisations/index.ts';
import { missingFields, personalDataIn } from './completeness.ts';
import type { InterventionCard, InterventionContent, Participation } from './contract.ts';
import * as may from './permissions.ts';
import { totalsOf } from './reach.ts';
import { listAsked, listInvitations, listParticipations } from './service-questions.ts';
import { intervention, interventionWithdrawal } from './tables.ts';

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

export interface VersionRow extends CardRow {
  content: InterventionContent;
}

export const versionColumns = sql`v.intervention_id as id, v.handle, v.number, v.title, v.visibility, v.participations,
  v.published_at, json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality`;

/** Versions with their texts; a condition on `v` follows. */
export const versionRows = sql`select ${versionColumns}, v.content
  from intervention_version v join municipality m on m.code = v.municipality`;

export function cardOf(row: CardRow): InterventionCard {
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

/** Links to published pages in the order of the ids: any other order would tell when rows were written. */
export async function listLinks(tx: Tx, ids: readonly string[]) {
  const cards = await listCards(tx, ids);
  return ids.flatMap((each) => {
    const card = cards.get(each);
    return card ? [{ id: card.id, slug: card.slug, title: card.title }] : [];
  });
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
    organisations: await listNamed(tx, row.content.organisations ?? []),
    totals: totalsOf(participations, row.content),
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
