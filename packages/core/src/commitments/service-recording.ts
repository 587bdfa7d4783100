// Recording a consultation and answering what the other side recorded. A step is added and nothing is changed; how the
// consultation stands follows in the database.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  conflict,
  findPersonalData,
  findPersonalDataInMarkdown,
  type FieldError,
  forbidden,
  guardPersonalData,
  invalid,
  recordEvent,
} from '../kernel/index.ts';
import type { ConsultationText, CorrectConsultation, RecordConsultation } from './contract-consultations.ts';
import * as may from './permissions.ts';
import { canBeAbout, type ConsultationHead, getHead, municipalityFor } from './service-consultations.ts';
import { consultationStep } from './tables-consultations.ts';

const done = { done: true as const };

interface Written {
  readonly heldOn: string;
  readonly text: ConsultationText;
  readonly words: string;
  readonly personalDataReason: string | null;
}

/** Roles, points, record and words are looked at as a text that is published: they name nobody. */
function guard(
  text: ConsultationText | null,
  { words, personalDataReason }: Pick<Written, 'words' | 'personalDataReason'>,
) {
  const lines = (['municipalityRoles', 'allianceRoles', 'points'] as const).flatMap((field) =>
    findPersonalData(field, text?.[field].join('\n') ?? ''),
  );
  const record = findPersonalDataInMarkdown('record', text?.record ?? '');
  guardPersonalData([...findPersonalData('words', words), ...lines, ...record], personalDataReason);
}

/** Refuses a day that is still to come, a day that is taken, and what nobody else may read. */
async function check(tx: Tx, municipality: string, { heldOn, text }: Written, except: string | null) {
  const { rows } = await tx.execute<{ ahead: boolean; taken: boolean }>(sql`
    select ${heldOn}::date > (now() at time zone 'Europe/Amsterdam')::date as ahead,
      exists (select from consultation c where c.municipality = ${municipality} and c.held_on = ${heldOn}::date
        and c.state in ('recorded', 'confirmed') and c.id is distinct from ${except}::uuid) as taken`);
  const [{ ahead, taken } = { ahead: false, taken: false }] = rows;
  if (ahead) throw invalid('consultation.in_future', [{ field: 'heldOn', code: 'future' }]);
  if (taken) throw conflict('consultation.same_day');
  const wrong: FieldError[] = [];
  for (const [noun, field] of [
    ['agenda', 'agendas'],
    ['intervention', 'interventions'],
  ] as const) {
    const found = await canBeAbout(tx, noun, municipality, text[field]);
    if (!text[field].every((id) => found.has(id))) wrong.push({ field, code: 'unknown' });
  }
  if (wrong.length > 0) throw invalid('consultation.not_readable', wrong);
}

/** One at a time for each municipality: the day is taken once, and nobody answers what is just being changed. */
const takeTurn = (tx: Tx, municipality: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('consultation'), hashtext(${municipality}))`);

/**
 * For the side one acts for; the other is asked to confirm. Throws `consultation.cannot_record`, `consultation.in_future`,
 * `consultation.same_day`, `consultation.not_readable`, and what the guard of personal data throws.
 */
export async function recordConsultation(tx: Tx, actor: Actor, input: RecordConsultation) {
  const { code: municipality } = await municipalityFor(tx, actor, input.municipality);
  await takeTurn(tx, municipality);
  const written = { ...input, words: '' };
  guard(input.text, written);
  await check(tx, municipality, written, null);
  const consultationId = randomUUID();
  const { heldOn, text: content, personalDataReason: reason } = input;
  await tx.insert(consultationStep).values({
    consultationId,
    number: 1,
    municipality,
    what: 'recorded',
    heldOn,
    content,
  });
  await recordEvent(tx, {
    action: 'consultation.recorded',
    object: consultationId,
    municipality,
    reason,
  });
  return { id: consultationId };
}

/** As it stands after whoever was just busy with it. Throws `consultation.stale` when it changed since it was seen. */
async function headSeen(tx: Tx, { id, number }: { id: string; number: number }): Promise<ConsultationHead> {
  const { code } = await getHead(tx, id);
  await takeTurn(tx, code);
  const head = await getHead(tx, id);
  if (head.side === null) throw forbidden('consultation.cannot_answer');
  if (head.number !== number) throw conflict('consultation.stale');
  return head;
}

const known = ({ state, by_side: bySide }: ConsultationHead) => ({
  state,
  bySide,
});

async function addStep(
  tx: Tx,
  head: ConsultationHead,
  step: Pick<typeof consultationStep.$inferInsert, 'what' | 'words' | 'heldOn' | 'content'>,
) {
  const { id: consultationId, number, code: municipality } = head;
  await tx.insert(consultationStep).values({ consultationId, number: number + 1, municipality, ...step });
}

/** What the other side recorded is true: from now on it counts. */
export async function confirmConsultation(tx: Tx, input: { id: string; number: number }) {
  const head = await headSeen(tx, input);
  if (!may.canAnswer(known(head), head.side)) throw conflict('consultation.not_now');
  await addStep(tx, head, { what: 'confirmed' });
  await recordEvent(tx, {
    action: 'consultation.confirmed',
    object: head.id,
    municipality: head.code,
  });
  return done;
}

/** It was not so, and why. */
export async function denyConsultation(
  tx: Tx,
  input: {
    id: string;
    number: number;
    words: string;
    personalDataReason: string | null;
  },
) {
  const head = await headSeen(tx, input);
  if (!may.canAnswer(known(head), head.side)) throw conflict('consultation.not_now');
  guard(null, input);
  await addStep(tx, head, { what: 'denied', words: input.words.trim() });
  const reason = input.personalDataReason;
  await recordEvent(tx, {
    action: 'consultation.denied',
    object: head.id,
    municipality: head.code,
    reason,
  });
  return done;
}

/** It was otherwise: now these words stand, and the other side is asked. Why is said, unless they were one's own words. */
export async function correctConsultation(tx: Tx, input: CorrectConsultation) {
  const head = await headSeen(tx, input);
  if (!may.canCorrect(known(head), head.side)) throw conflict('consultation.not_now');
  const ownWords = head.state === 'recorded' && head.by_side === head.side;
  if (!ownWords && input.words.trim() === '')
    throw invalid('consultation.words_missing', [{ field: 'words', code: 'empty' }]);
  guard(input.text, input);
  await check(tx, head.code, input, head.id);
  const { heldOn, text: content, personalDataReason: reason } = input;
  await addStep(tx, head, {
    what: 'corrected',
    words: input.words.trim(),
    heldOn,
    content,
  });
  await recordEvent(tx, {
    action: 'consultation.corrected',
    object: head.id,
    municipality: head.code,
    reason,
  });
  return done;
}

export async function withdrawConsultation(tx: Tx, input: { id: string; number: number }) {
  const head = await headSeen(tx, input);
  if (!may.canWithdraw(known(head), head.side)) throw conflict('consultation.not_now');
  await addStep(tx, head, { what: 'withdrawn' });
  await recordEvent(tx, {
    action: 'consultation.withdrawn',
    object: head.id,
    municipality: head.code,
  });
  return done;
}
