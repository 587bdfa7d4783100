// Taking over, saying what was changed, and following the source. What one may not read cannot be taken over.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { attachmentsOf, pairedWith } from '../files/index.ts';
import {
  canEdit,
  createIntervention,
  getIntervention,
  type InterventionContent,
  saveIntervention,
  type VersionRow,
  versionRows,
} from '../interventions/index.ts';
import {
  conflict,
  findPersonalData,
  forbidden,
  guardPersonalData,
  notFound,
  recordEvent,
  slugOf,
} from '../kernel/index.ts';
import type { Reasons, SharedField, Source } from './contract.ts';
import { fidelityOf, unlike } from './fidelity.ts';
import { adoptedFrom, sharedFields, textOf, withFieldsOf } from './fields.ts';
import { adoption } from './tables.ts';

type Version = VersionRow & Record<string, unknown>;

const versions = sql`${versionRows} where v.withdrawn_at is null`;

/** Copies the published page into a draft of the acting municipality, and remembers where it came from. */
export async function adoptIntervention(tx: Tx, actor: Actor, handle: string) {
  const { rows } = await tx.execute<Version>(sql`${versions} and v.handle = ${handle} and v.current`);
  const source = rows[0];
  if (!source) throw notFound('intervention');
  const own = actor.acting?.key ?? '';
  if (source.municipality.code === own) throw conflict('adoption.own');
  const content = adoptedFrom(source.content);
  const { id } = await createIntervention(tx, actor, { title: content.title, content });
  await tx.insert(adoption).values({
    interventionId: id,
    municipality: own,
    sourceId: source.id,
    sourceVersion: source.number,
  });
  await recordEvent(tx, { action: 'intervention.adopted', object: id, municipality: own });
  return { id };
}

/** The versions of the source that matter: the one we have, and the newest; null when they may not be read any more. */
async function readSource(tx: Tx, row: { sourceId: string; sourceVersion: number }) {
  const { rows } = await tx.execute<Version>(
    sql`${versions} and v.intervention_id = ${row.sourceId} and (v.current or v.number = ${row.sourceVersion}) order by v.number`,
  );
  const then = rows.find(({ number }) => number === row.sourceVersion);
  const newest = rows.at(-1);
  return then && newest ? { then, newest } : null;
}

async function findAdoption(tx: Tx, id: string) {
  const [row] = await tx.select().from(adoption).where(eq(adoption.interventionId, id));
  return row ?? null;
}

/** What the source changed between two of its versions, where ours does not already say the same. */
function newsIn(then: InterventionContent, now: InterventionContent, ours: InterventionContent) {
  const [moved, other] = [unlike(then, now), unlike(now, ours)];
  return sharedFields
    .filter((field) => moved.has(field) && other.has(field))
    .map((field) => ({
      field,
      then: textOf(then, field),
      now: textOf(now, field),
      ours: textOf(ours, field),
    }));
}

/** What goes along with the newest version of the source, and how that differs from the version we have. */
async function filesOf(tx: Tx, id: string, then: number, newest: number) {
  const now = await attachmentsOf(tx, 'intervention', { id, version: newest });
  const before = then === newest ? now : await attachmentsOf(tx, 'intervention', { id, version: then });
  const { pairs, gone } = pairedWith(before, now);
  return {
    attachments: pairs.map(({ now: each, was }) => ({
      ...each,
      since:
        was === null
          ? ('added' as const)
          : was.file.id === each.file.id
            ? ('same' as const)
            : ('replaced' as const),
    })),
    attachmentsGone: gone.map(({ title }) => title),
  };
}

export async function getSource(tx: Tx, actor: Actor, id: string): Promise<Source> {
  const copy = await getIntervention(tx, id);
  const row = await findAdoption(tx, id);
  if (!row) return { state: 'none' };
  const adoptedAt = row.adoptedAt.toISOString();
  const found = await readSource(tx, row);
  if (!found) return { state: 'gone', reasons: row.reasons, adoptedAt };
  const { then, newest } = found;
  const { handle, title, municipality } = newest;
  return {
    state: 'there',
    source: { slug: slugOf(title, handle), title, municipality },
    version: then.number,
    newest: newest.number,
    visibility: newest.visibility,
    adoptedAt,
    reasons: row.reasons,
    fidelity: fidelityOf(then.content, copy.content, row.reasons),
    news: newsIn(then.content, newest.content, copy.content),
    ...(await filesOf(tx, row.sourceId, then.number, newest.number)),
    revision: copy.revision,
    can: { edit: canEdit(actor, copy) },
  };
}

/** The row of an adoption whose working copy the actor may edit. */
async function getEditable(tx: Tx, actor: Actor, id: string) {
  const copy = await getIntervention(tx, id);
  if (!canEdit(actor, copy)) throw forbidden('intervention.read_only');
  const row = await findAdoption(tx, id);
  if (!row) throw notFound('adoption');
  return { copy, row };
}

/**
 * Takes the chosen fields from the newest version of the source. Refuses when the source published once more meanwhile
 * (`adoption.source_moved`) or somebody else changed the draft (`intervention.stale`): nothing is changed then.
 */
export async function takeOverFields(
  tx: Tx,
  actor: Actor,
  input: { id: string; revision: number; version: number; fields: readonly SharedField[] },
) {
  const { copy, row } = await getEditable(tx, actor, input.id);
  const found = await readSource(tx, row);
  if (!found) throw notFound('adoption');
  if (found.newest.number !== input.version) throw conflict('adoption.source_moved');
  if (copy.revision !== input.revision) throw conflict('intervention.stale');
  let { revision } = copy;
  if (input.fields.length > 0) {
    const content = withFieldsOf(copy.content, found.newest.content, input.fields);
    ({ revision } = await saveIntervention(tx, actor, { id: input.id, revision, content }));
  }
  await tx
    .update(adoption)
    .set({ sourceVersion: input.version })
    .where(and(eq(adoption.interventionId, input.id), eq(adoption.sourceVersion, row.sourceVersion)));
  await recordEvent(tx, {
    action: 'intervention.source_followed',
    object: input.id,
    municipality: copy.municipality,
  });
  return { revision };
}

/** Why fields differ from the source. It is published with the next version, so it is guarded like a text that is. */
export async function explainAdaptation(tx: Tx, actor: Actor, input: { id: string; reasons: Reasons }) {
  const { copy } = await getEditable(tx, actor, input.id);
  const reasons = Object.fromEntries(
    Object.entries(input.reasons).filter(([, why]) => why.trim() !== ''),
  ) as Reasons;
  guardPersonalData(
    Object.entries(reasons).flatMap(([field, why]) => findPersonalData(field, why, false)),
    null,
  );
  await tx.update(adoption).set({ reasons }).where(eq(adoption.interventionId, input.id));
  await recordEvent(tx, {
    action: 'intervention.adaptation_explained',
    object: input.id,
    municipality: copy.municipality,
  });
  return { done: true as const };
}
