// Reading administrative consultations: the municipality and the coordinators, nobody else.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { forbidden, notFound, slugOf } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { ConsultationText } from './contract-consultations.ts';
import * as may from './permissions.ts';
import type { ConsultationState, ConsultationStepKind, Side } from './vocabulary.ts';

export interface ConsultationHead extends Record<string, unknown> {
  id: string;
  state: ConsultationState;
  by_side: Side;
  held_on: string;
  content: ConsultationText;
  number: number;
  code: string;
  name: string;
  slug: string;
  /** The side that asks. */
  side: Side | null;
}

const headColumns = sql`c.id, c.state, c.by_side, c.held_on::text, c.content, c.number, m.code, m.name, m.slug,
  wall.consultation_side(c.municipality) as side`;

const mostRows = 200;

/** Newest first. */
export async function listConsultations(
  tx: Tx,
  input: { municipality: string | null; year: number | null; waiting: boolean },
) {
  const { municipality, year, waiting } = input;
  const conditions: SQL[] = [
    sql`c.state <> 'withdrawn'`,
    ...(municipality === null ? [] : [sql`c.municipality = ${municipality}`]),
    ...(year === null
      ? []
      : [sql`c.held_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`]),
    ...(waiting
      ? [
          sql`c.state = 'recorded' and c.by_side <> coalesce(wall.consultation_side(c.municipality), c.by_side)`,
        ]
      : []),
  ];
  const { rows } = await tx.execute<ConsultationHead>(
    sql`select ${headColumns} from consultation c join municipality m on m.code = c.municipality
        where ${sql.join(conditions, sql` and `)} order by c.held_on desc, c.id limit ${mostRows + 1}`,
  );
  return {
    consultations: rows.slice(0, mostRows).map((row) => ({
      id: row.id,
      municipality: { code: row.code, name: row.name, slug: row.slug },
      state: row.state,
      bySide: row.by_side,
      heldOn: row.held_on,
      points: row.content.points,
      waitsForYou: may.canAnswer({ state: row.state, bySide: row.by_side }, row.side),
    })),
    isCut: rows.length > mostRows,
  };
}

export async function getHead(tx: Tx, id: string): Promise<ConsultationHead> {
  const { rows } = await tx.execute<ConsultationHead>(
    sql`select ${headColumns} from consultation c join municipality m on m.code = c.municipality where c.id = ${id}`,
  );
  const [row] = rows;
  if (!row) throw notFound('consultation');
  return row;
}

interface StepRow extends Record<string, unknown> {
  number: number;
  what: ConsultationStepKind;
  side: Side;
  by_role: string | null;
  at: string;
  words: string;
  held_on: string | null;
  content: ConsultationText | null;
}

interface PageRow extends Record<string, unknown> {
  id: string;
  handle: string;
  title: string;
}

/** Pages of the municipality that stand there now; drafts are none, and neither is what the reader may not see. */
async function pagesOf(tx: Tx, noun: 'agenda' | 'intervention', condition: SQL) {
  const [table, key] = [sql.identifier(`${noun}_version`), sql.identifier(`${noun}_id`)];
  const { rows } = await tx.execute<PageRow>(
    sql`select v.${key} as id, v.handle, v.title from ${table} v
        where v.current and v.withdrawn_at is null and ${condition} order by lower(v.title), v.handle limit 200`,
  );
  return rows.map(({ id, handle, title }) => ({
    id,
    slug: slugOf(title, handle),
    title,
  }));
}

const listed = (column: string, ids: readonly string[]) =>
  sql`${sql.identifier(column)} = any(${sql.param([...ids])}::uuid[])`;

export async function getConsultation(tx: Tx, id: string) {
  const row = await getHead(tx, id);
  const { rows: steps } = await tx.execute<StepRow>(
    sql`select s.number, s.what, s.side, s.by_role, s.at, s.words, s.held_on::text, s.content
        from consultation_step s where s.consultation_id = ${id} order by s.number`,
  );
  const known = { state: row.state, bySide: row.by_side };
  const { code, name, slug, content, side } = row;
  return {
    id,
    municipality: { code, name, slug },
    ...known,
    side,
    heldOn: row.held_on,
    number: row.number,
    text: content,
    agendas: await pagesOf(tx, 'agenda', listed('agenda_id', content.agendas)),
    interventions: await pagesOf(tx, 'intervention', listed('intervention_id', content.interventions)),
    steps: steps.map((step) => ({
      number: step.number,
      what: step.what,
      side: step.side,
      role: step.by_role,
      at: new Date(step.at).toISOString(),
      words: step.words,
      heldOn: step.held_on,
      text: step.content,
    })),
    can: {
      answer: may.canAnswer(known, side),
      correct: may.canCorrect(known, side),
      withdraw: may.canWithdraw(known, side),
    },
  };
}

/** Whose consultation it is: one's own, or for a coordinator the one that is named. */
export async function municipalityFor(tx: Tx, actor: Actor, asked: string | null) {
  const code = actor.acting?.kind === 'municipality' ? actor.acting.key : (asked ?? '');
  const found = (await namesOf(tx, [code])).get(code);
  if (!found) throw notFound('municipality');
  const { rows } = await tx.execute<{ side: Side | null }>(
    sql`select wall.consultation_side(${code}) as side`,
  );
  if (!rows[0]?.side) throw forbidden('consultation.cannot_record');
  return found;
}

/** What a new one can be about. Both sides must be able to read it, so it is shared with the alliance or with everybody. */
export async function choicesFor(tx: Tx, actor: Actor, asked: string | null) {
  const municipality = await municipalityFor(tx, actor, asked);
  const own = sql`v.municipality = ${municipality.code} and v.visibility in ('alliance', 'public')`;
  return {
    municipality,
    agendas: await pagesOf(tx, 'agenda', own),
    interventions: await pagesOf(tx, 'intervention', own),
  };
}

/** Ids of the pages among these that `choicesFor` offers. */
export async function canBeAbout(
  tx: Tx,
  noun: 'agenda' | 'intervention',
  municipality: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await pagesOf(
    tx,
    noun,
    sql`v.municipality = ${municipality} and v.visibility in ('alliance', 'public') and ${listed(`${noun}_id`, ids)}`,
  );
  return new Set(found.map(({ id }) => id));
}
