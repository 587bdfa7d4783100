// Reading working copies: the list of who holds them, and one with what is still missing.
import type { Actor, Tx } from '@kansenplein/db';
import { and, desc, eq, sql } from 'drizzle-orm';
import { listCards } from '../interventions/index.ts';
import { slugOf } from '../kernel/index.ts';
import { listNamed } from '../organisations/index.ts';
import { emptySession, missingFields, personalDataIn } from './completeness.ts';
import { instantsOf, type SessionContent } from './contract-content.ts';
import * as may from './permissions.ts';
import { listSessionLinks } from './service.ts';
import { getHost } from './service-cards.ts';
import { getSession } from './service-writing.ts';
import { knowledgeSession, knowledgeSessionVersion } from './tables.ts';

interface Counted extends Record<string, unknown> {
  session_id: string;
  seated: number;
  waiting: number;
  requested: number;
}

/** Newest first, of who the actor acts for. */
export async function listWorkingSessions(tx: Tx, actor: Actor) {
  const rows = await tx
    .select()
    .from(knowledgeSession)
    .orderBy(desc(knowledgeSession.updatedAt), desc(knowledgeSession.id))
    .limit(200);
  const { rows: counted } = await tx.execute<Counted>(sql`
    select p.session_id, p.taken as seated, p.waiting, (select count(*)::int from session_registration r
      where r.session_id = p.session_id and r.state = 'requested') as requested
    from session_part p where p.part = '' and p.session_id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  const counts = new Map(counted.map((each) => [each.session_id, each]));
  return {
    sessions: rows.map((row) => {
      const { seated = 0, waiting = 0, requested = 0 } = counts.get(row.id) ?? {};
      return {
        id: row.id,
        slug: slugOf(row.title, row.handle),
        title: row.title,
        state: row.state,
        startsAt: instantsOf(row.content).startsAt?.toISOString() ?? null,
        publishedVersion: row.publishedVersion,
        hosts: may.canHost(actor, row),
        ...{ seated, waiting, requested },
        updatedAt: row.updatedAt.toISOString(),
      };
    }),
  };
}

/** Whether the programme says something that nobody else has read yet; the report is told of by itself. */
async function isUnpublished(tx: Tx, id: string, content: SessionContent): Promise<boolean> {
  const [newest] = await tx
    .select({ content: knowledgeSessionVersion.content })
    .from(knowledgeSessionVersion)
    .where(and(eq(knowledgeSessionVersion.sessionId, id), eq(knowledgeSessionVersion.current, true)));
  const programme = ({ report: _report, ...rest }: SessionContent) =>
    JSON.stringify(Object.entries(rest).sort(([one], [other]) => one.localeCompare(other)));
  return !newest || programme(newest.content) !== programme(content);
}

export async function getWorkingSession(tx: Tx, actor: Actor, id: string) {
  const row = await getSession(tx, id);
  const content = { ...emptySession(row.title), ...row.content };
  const mentioned = content.report.outcomes.flatMap(({ intervention }) => intervention ?? []);
  const cards = await listCards(tx, [...new Set([...content.interventions, ...mentioned])]);
  const reports = may.canReport(actor, row);
  return {
    id,
    slug: slugOf(row.title, row.handle),
    host: await getHost(tx, row),
    state: row.state,
    revision: row.revision,
    publishedVersion: row.publishedVersion,
    updatedAt: row.updatedAt.toISOString(),
    cancelledReason: row.cancelledReason,
    content,
    interventions: [...cards.values()],
    organisations: await listNamed(tx, content.invited.organisations),
    links: await listSessionLinks(tx, id),
    missing: missingFields(content, reports),
    personalData: personalDataIn(content, reports),
    unpublished: await isUnpublished(tx, id, content),
    can: {
      host: may.canHost(actor, row),
      edit: may.canEdit(actor, row),
      publish: may.canPublish(actor, row),
      open: may.canOpen(actor, row),
      close: may.canClose(actor, row),
      report: reports,
      cancel: may.canCancel(actor, row),
      discard: may.canDiscard(actor, row),
    },
  };
}
