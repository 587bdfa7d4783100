// What is said about a working copy and what happened to it. Both only grow; who and when are derived by the wall.
import type { Actor, Role, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { colleagueNames } from './colleagues.ts';
import { forbidden, invalid, notFound } from './errors.ts';
import { recordEvent } from './events.ts';
import { findPersonalData } from './personal-data.ts';
import type { Publishable, PublishableContent, PublishableNoun } from './publishable.ts';
import type { Remark, Review, Step } from './versions.ts';

const tableOf = (noun: PublishableNoun, of: 'remark' | 'step') => sql.identifier(`${noun}_${of}`);

/** Writes down a step in the transaction that makes it. */
export async function recordStep(
  tx: Tx,
  noun: PublishableNoun,
  step: { document: string; what: Step['what']; version?: number | null; replaced?: object | null },
): Promise<void> {
  const replaced = step.replaced ? JSON.stringify(step.replaced) : null;
  await tx.execute(sql`
    insert into ${tableOf(noun, 'step')} (id, document_id, what, version, replaced)
    values (${randomUUID()}, ${step.document}, ${step.what}, ${step.version ?? null}, ${replaced}::jsonb)`);
}

async function say(
  tx: Tx,
  noun: PublishableNoun,
  said: { document: string; thread?: string; what: string; field?: string; text?: string },
): Promise<void> {
  const id = randomUUID();
  await tx.execute(sql`
    insert into ${tableOf(noun, 'remark')} (id, document_id, thread, what, field, text)
    values (${id}, ${said.document}, ${said.thread ?? id}, ${said.what}, ${said.field ?? ''}, ${said.text ?? ''})`);
}

/** Colleagues only read it, so no more is refused than may never be written down. */
function guardRemark(text: string): void {
  const found = findPersonalData('text', text).filter(({ blocking }) => blocking);
  if (found.length > 0) throw invalid('review.bsn');
}

interface Said extends Record<string, unknown> {
  id: string;
  at: string;
  by_account: string | null;
  by_role: Role | null;
}

interface RemarkRow extends Said {
  thread: string;
  what: 'remark' | 'answer' | 'settled' | 'reopened';
  field: string;
  text: string;
  changed: boolean;
}

interface StepRow extends Said {
  what: Step['what'];
  version: number | null;
  kept: boolean;
}

type Names = ReadonlyMap<string, string>;

const doneOf = (row: Said, names: Names) => ({
  by: row.by_account === null ? null : (names.get(row.by_account) ?? null),
  role: row.by_role,
  at: new Date(row.at).toISOString(),
});

function threadOf(first: RemarkRow, all: readonly RemarkRow[], names: Names): Remark {
  const thread = all.filter((row) => row.thread === first.id);
  const last = thread.findLast(({ what }) => what === 'settled' || what === 'reopened');
  return {
    id: first.id,
    field: first.field,
    text: first.text,
    ...doneOf(first, names),
    changed: first.changed,
    settled: last?.what === 'settled' ? doneOf(last, names) : null,
    answers: thread
      .filter(({ what }) => what === 'answer')
      .map((row) => ({ id: row.id, text: row.text, ...doneOf(row, names) })),
  };
}

/** Rows of one document as far as the actor sees them, oldest first. */
async function remarksOn(tx: Tx, noun: PublishableNoun, id: string): Promise<RemarkRow[]> {
  const { rows } = await tx.execute<RemarkRow>(sql`
    select r.id, r.thread, r.what, r.field, r.text, r.by_account, r.by_role, r.at,
      r.field <> '' and r.field_hash is distinct from wall.field_hash(d.content, r.field) as changed
    from ${tableOf(noun, 'remark')} r join ${sql.identifier(noun)} d on d.id = r.document_id
    where r.document_id = ${id} order by r.at, r.id`);
  return rows;
}

export async function readReview<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  id: string,
): Promise<Review> {
  const row = await of.get(tx, id);
  const remarks = await remarksOn(tx, of.noun, id);
  const { rows: steps } = await tx.execute<StepRow>(sql`
    select id, what, version, replaced is not null as kept, by_account, by_role, at
    from ${tableOf(of.noun, 'step')} where document_id = ${id} order by at desc, id limit 200`);
  const names = await colleagueNames(tx);
  return {
    remarks: remarks.filter(({ what }) => what === 'remark').map((first) => threadOf(first, remarks, names)),
    steps: steps.map((step) => ({
      id: step.id,
      what: step.what,
      version: step.version,
      kept: step.kept,
      ...doneOf(step, names),
    })),
    can: { remark: of.canEdit(actor, row) },
  };
}

/** The working copy, for who may write in it. */
async function getEditable<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  id: string,
) {
  const row = await of.get(tx, id);
  if (!of.canEdit(actor, row)) throw forbidden(`${of.noun}.read_only`);
  return row;
}

const done = { done: true as const };

/** Something to look at, beside a field or about the whole; by whoever may write in it. */
export async function makeRemark<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; field: string; text: string },
) {
  const row = await getEditable(tx, actor, of, input.id);
  const [name = ''] = input.field.split('/');
  if (name !== '' && !Object.hasOwn(of.complete(row.content), name)) throw invalid('review.no_such_field');
  guardRemark(input.text);
  await say(tx, of.noun, { document: row.id, what: 'remark', field: input.field, text: input.text.trim() });
  await recordEvent(tx, { action: `${of.noun}.remarked`, object: row.id, municipality: row.municipality });
  return done;
}

async function getThread<C extends PublishableContent>(
  tx: Tx,
  of: Publishable<C>,
  id: string,
  remark: string,
) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from ${tableOf(of.noun, 'remark')} where document_id = ${id} and id = ${remark} and what = 'remark'`);
  if (!rows[0]) throw notFound('remark');
  return rows[0].id;
}

export async function answerRemark<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; remark: string; text: string },
) {
  const row = await getEditable(tx, actor, of, input.id);
  const thread = await getThread(tx, of, row.id, input.remark);
  guardRemark(input.text);
  await say(tx, of.noun, { document: row.id, thread, what: 'answer', text: input.text.trim() });
  await recordEvent(tx, {
    action: `${of.noun}.remark_answered`,
    object: row.id,
    municipality: row.municipality,
  });
  return done;
}

/** Settles a remark, or takes that back. */
export async function settleRemark<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; remark: string; settled: boolean },
) {
  const row = await getEditable(tx, actor, of, input.id);
  const thread = await getThread(tx, of, row.id, input.remark);
  await say(tx, of.noun, { document: row.id, thread, what: input.settled ? 'settled' : 'reopened' });
  const action = input.settled ? 'remark_settled' : 'remark_reopened';
  await recordEvent(tx, { action: `${of.noun}.${action}`, object: row.id, municipality: row.municipality });
  return done;
}

/**
 * What a publisher asks when sending a text back: about the whole, or beside fields before. Refuses when nothing is open,
 * because then nobody would know what to do.
 */
export async function sayWhyReturned(
  tx: Tx,
  noun: PublishableNoun,
  input: { id: string; remark: string },
): Promise<void> {
  const text = input.remark.trim();
  guardRemark(text);
  if (text !== '') {
    await say(tx, noun, { document: input.id, what: 'remark', text });
    return;
  }
  const all = await remarksOn(tx, noun, input.id);
  const open = all.some((row) => row.what === 'remark' && threadOf(row, all, new Map()).settled === null);
  if (!open) throw invalid('review.nothing_said', [{ field: 'remark', code: 'empty' }]);
}
