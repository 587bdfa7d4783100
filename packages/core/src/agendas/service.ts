// Reading agendas: cards, the published page with its progress, the working copy.
import type { Actor, Tx } from '@kansenplein/db';
import { asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import { intervention, listLinks } from '../interventions/index.ts';
import { getWithdrawn, notFound, slugOf } from '../kernel/index.ts';
import { municipality, namesOf } from '../municipalities/index.ts';
import { listNamed } from '../organisations/index.ts';
import { completeAgenda, missingAgendaFields, personalDataInAgenda } from './completeness.ts';
import type { AgendaWorkingCopy } from './contract-writing.ts';
import type { AgendaCard, AgendaContent, AgendaPage, PublishedAgenda } from './contract.ts';
import { measurability } from './measurability.ts';
import * as may from './permissions.ts';
import { isLate, progressOf } from './progress.ts';
import { resultsOf, shareOf, statusHistory } from './service-progress.ts';
import { agenda, agendaWithdrawal } from './tables.ts';

interface VersionRow extends Record<string, unknown> {
  id: string;
  handle: string;
  number: number;
  title: string;
  content: AgendaContent;
  published_at: string;
  municipality: { code: string; name: string; slug: string };
  versions: { number: number; publishedAt: string; note: string }[];
}

const thisYear = () => new Date().getFullYear();

function cardOf(row: VersionRow): AgendaCard {
  const { kind, periodFrom, periodTo, actions, goals } = row.content;
  return {
    id: row.id,
    handle: row.handle,
    slug: slugOf(row.title, row.handle),
    kind,
    title: row.title,
    municipality: row.municipality,
    periodFrom,
    periodTo,
    progress: progressOf(actions, thisYear()),
    goals: goals.length,
    version: row.number,
    publishedAt: new Date(row.published_at).toISOString(),
  };
}

const currentVersions = (tx: Tx, condition: SQL): Promise<VersionRow[]> =>
  versionsWhere(tx, sql`v.current and v.withdrawn_at is null and ${condition}`);

async function versionsWhere(tx: Tx, condition: SQL): Promise<VersionRow[]> {
  const { rows } = await tx.execute<VersionRow>(sql`
    select v.agenda_id as id, v.handle, v.number, v.title, v.content, v.published_at,
      json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality,
      (select json_agg(json_build_object('number', o.number, 'publishedAt', to_char(o.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', o.note)
         order by o.number desc) from agenda_version o where o.agenda_id = v.agenda_id) as versions
    from agenda_version v join municipality m on m.code = v.municipality
    where ${condition}
    order by v.published_at desc limit 100`);
  return rows.map((row) => ({ ...row, content: completeAgenda(row.content) }));
}

/** Cards by agenda id, of those the actor may see. */
export async function listAgendaCards(tx: Tx, ids: readonly string[]): Promise<Map<string, AgendaCard>> {
  if (ids.length === 0) return new Map();
  const rows = await currentVersions(tx, sql`v.agenda_id = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, cardOf(row)]));
}

export async function listAgendas(tx: Tx, code: string) {
  const rows = await currentVersions(tx, sql`v.municipality = ${code}`);
  return { agendas: rows.map(cardOf) };
}

/** The published page by the handle in its address; what was withdrawn answers with date and reason. */
export async function getPublishedAgenda(tx: Tx, actor: Actor, handle: string): Promise<PublishedAgenda> {
  const page = sql`v.handle = ${handle} and v.current and v.withdrawn_at is null`;
  return (await findPage(tx, actor, page)) ?? getWithdrawn(tx, 'agenda', handle);
}

/** One version as a page; null when the actor sees none like it. */
export async function findPage(tx: Tx, actor: Actor, which: SQL): Promise<AgendaPage | null> {
  const [row] = await versionsWhere(tx, which);
  if (!row) return null;
  const { organisations, ...content } = row.content;
  const { actions } = content;
  const owned = {
    municipality: row.municipality.code,
    state: 'published',
    publishedVersion: row.number,
  } as const;
  return {
    state: 'published',
    card: cardOf(row),
    content,
    organisations: await listNamed(tx, organisations),
    late: actions.filter((action) => isLate(action, thisYear())).map(({ key }) => key),
    statusHistory: await statusHistory(tx, row.id, row.content, row.number),
    measured: shareOf(resultsOf(row.content)),
    interventions: await listLinks(tx, [...new Set(actions.flatMap((action) => action.interventions))]),
    versions: row.versions,
    workingCopy: may.canEditAgenda(actor, owned) ? row.id : null,
  };
}

export async function listAgendaWorkingCopies(tx: Tx) {
  const rows = await tx
    .select({ row: agenda, code: municipality.code, name: municipality.name, slug: municipality.slug })
    .from(agenda)
    .innerJoin(municipality, eq(municipality.code, agenda.municipality))
    .orderBy(desc(agenda.updatedAt))
    .limit(100);
  return {
    agendas: rows.map(({ row, ...name }) => ({
      id: row.id,
      slug: slugOf(row.title, row.handle),
      title: row.title,
      state: row.state,
      municipality: name,
      publishedVersion: row.publishedVersion,
      updatedAt: row.updatedAt.toISOString(),
    })),
  };
}

/** The row of a working copy the actor may see; throws `agenda.not_found` otherwise. */
export async function getAgenda(tx: Tx, id: string) {
  const [row] = await tx.select().from(agenda).where(eq(agenda.id, id));
  if (!row) throw notFound('agenda');
  return { ...row, content: completeAgenda(row.content) };
}

/** Whether others can read a page of it now. After a withdrawal the working copy may be a draft again; the page is gone. */
export async function hasAgendaPage(
  tx: Tx,
  row: { id: string; publishedVersion: number | null },
): Promise<boolean> {
  if (row.publishedVersion === null) return false;
  const [notice] = await tx
    .select({ id: agendaWithdrawal.agendaId })
    .from(agendaWithdrawal)
    .where(eq(agendaWithdrawal.agendaId, row.id));
  return notice === undefined;
}

export async function getAgendaWorkingCopy(tx: Tx, actor: Actor, id: string): Promise<AgendaWorkingCopy> {
  const row = await getAgenda(tx, id);
  const name = (await namesOf(tx, [row.municipality])).get(row.municipality);
  if (!name) throw notFound('municipality');
  const interventions = await tx
    .select({ id: intervention.id, title: intervention.title })
    .from(intervention)
    .orderBy(asc(intervention.title), asc(intervention.createdAt))
    .limit(300);
  return {
    id,
    slug: slugOf(row.title, row.handle),
    municipality: name,
    state: row.state,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    publishedVersion: row.publishedVersion,
    content: row.content,
    missing: missingAgendaFields(row.content),
    personalData: personalDataInAgenda(row.content),
    measurability: row.content.goals.map((goal) => ({
      goal: goal.key,
      results: goal.intendedResults.map(({ text, target }) => measurability(text, target)),
    })),
    statusHistory: await statusHistory(tx, id, row.content, null),
    organisations: await listNamed(tx, row.content.organisations),
    interventions,
    can: {
      edit: may.canEditAgenda(actor, row),
      submit: may.canSubmitAgenda(actor, row),
      return: may.canReturnAgenda(actor, row),
      publish: may.canPublishAgenda(actor, row),
      withdraw: may.canWithdrawAgenda(actor, row, await hasAgendaPage(tx, row)),
      discard: may.canDiscardAgenda(actor, row),
    },
  };
}
