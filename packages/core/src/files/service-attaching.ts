// What goes along with a page: attached to the working copy by its editors, kept by each version it is published with.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  conflict,
  findPersonalData,
  forbidden,
  invalid,
  notFound,
  type Publishable,
  type PublishableContent,
  recordEvent,
} from '../kernel/index.ts';
import { isImage } from './content-type.ts';
import { type Attachment, largestTogether, mostAttachments, type TellingKind } from './contract.ts';
import { listed, type Noun, type Row, attachmentColumns, shown } from './service-listing.ts';
import { attachment, file } from './tables.ts';

interface Texts {
  readonly title: string;
  /** What a picture shows. */
  readonly alternative: string;
  readonly personalDataReason: string | null;
}

const together = (rows: readonly Row[]): number => rows.reduce((sum, { file: { size } }) => sum + size, 0);

/** What goes along with a working copy. */
export async function listDraftAttachments<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  id: string,
) {
  const row = await of.get(tx, id);
  const rows = await listed(tx, of.noun, id, null);
  return {
    attachments: rows.map((each) => ({ ...shown(each), tells: [...(each.tells ?? [])] })),
    can: { attach: of.canEdit(actor, row) && rows.length < mostAttachments },
    room: Math.max(0, largestTogether - together(rows)),
  };
}

/** Throws when what is said of a file, or the file itself, tells about persons and nobody says why that is right. */
function guard(texts: Texts, name: string, tells: readonly TellingKind[]): void {
  const said = Object.entries({ title: texts.title, alternative: texts.alternative, name }).flatMap(
    ([field, text]) => findPersonalData(field, text).map(({ kind }) => ({ field, code: kind as string })),
  );
  const found = [...said, ...tells.map((kind) => ({ field: 'file', code: kind as string }))];
  if (found.some(({ code }) => code === 'bsn')) throw invalid('file.bsn', found);
  if (found.length > 0 && !texts.personalDataReason?.trim()) throw invalid('attachment.personal_data', found);
}

function guardAlternative(texts: Texts, type: Attachment['file']['type']): void {
  if (isImage(type) && texts.alternative.trim() === '')
    throw invalid('attachment.alternative_missing', [{ field: 'alternative', code: 'empty' }]);
}

/** The working copy, locked: two who change what goes along with it wait for each other. */
async function turn<C extends PublishableContent>(tx: Tx, actor: Actor, of: Publishable<C>, id: string) {
  const row = await of.get(tx, id);
  if (!of.canEdit(actor, row)) throw forbidden(`${of.noun}.read_only`);
  // What is published as it stands is a draft again: the page does not have this yet. Its text stays what it is, so no
  // screen on which somebody writes grows old.
  await tx.execute(sql`update ${sql.identifier(of.noun)} set updated_at = now(),
    state = case when state = 'in_review' then state else 'draft' end where id = ${id}`);
  return row;
}

const isThis = (noun: Noun, id: string, which: string) =>
  and(
    eq(attachment.id, which),
    eq(attachment.noun, noun),
    eq(attachment.documentId, id),
    isNull(attachment.version),
  );

/**
 * Attaches an own, loose file that was brought for it, after the others. Refuses with `file.not_found`,
 * `attachment.too_many`, `attachment.too_large_together`, `attachment.alternative_missing`, `attachment.personal_data` (why
 * is what `fields` say) and `file.bsn`.
 */
export async function attach<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: Texts & { id: string; file: string },
) {
  const row = await turn(tx, actor, of, input.id);
  const [found] = await tx
    .select({ name: file.name, type: file.type, size: file.size, tells: file.tells })
    .from(file)
    .where(and(eq(file.id, input.file), isNull(file.heldBy)))
    .for('update');
  if (!found || found.tells === null) throw notFound('file');
  const rows = await listed(tx, of.noun, input.id, null);
  if (rows.length >= mostAttachments) throw conflict('attachment.too_many');
  if (together(rows) + found.size > largestTogether) throw conflict('attachment.too_large_together');
  guardAlternative(input, found.type);
  guard(input, found.name, found.tells);
  const id = randomUUID();
  await tx.insert(attachment).values({
    id,
    noun: of.noun,
    documentId: input.id,
    fileId: input.file,
    position: (rows.at(-1)?.position ?? 0) + 1,
    title: input.title,
    alternative: isImage(found.type) ? input.alternative : '',
  });
  await recordEvent(tx, {
    action: 'attachment.added',
    object: id,
    municipality: row.municipality,
    reason: input.personalDataReason,
  });
  return { done: true as const };
}

/** The attachment of a working copy, or `attachment.not_found`. */
async function getAttachment(tx: Tx, noun: Noun, id: string, which: string): Promise<Row> {
  const [found] = await tx
    .select(attachmentColumns)
    .from(attachment)
    .innerJoin(file, eq(file.id, attachment.fileId))
    .where(isThis(noun, id, which));
  if (!found) throw notFound('attachment');
  return found;
}

/** Says something else of it. Versions keep what was said when they were published. */
export async function changeAttachment<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: Texts & { id: string; attachment: string },
) {
  const row = await turn(tx, actor, of, input.id);
  const { file: brought } = await getAttachment(tx, of.noun, input.id, input.attachment);
  guardAlternative(input, brought.type);
  // What the file itself tells was explained when it was attached.
  guard(input, '', []);
  const { title } = input;
  const alternative = isImage(brought.type) ? input.alternative : '';
  await tx
    .update(attachment)
    .set({ title, alternative })
    .where(isThis(of.noun, input.id, input.attachment));
  await recordEvent(tx, {
    action: 'attachment.changed',
    object: input.attachment,
    municipality: row.municipality,
    reason: input.personalDataReason,
  });
  return { done: true as const };
}

/** One place up or down; at the end of the list it stays where it is. */
export async function moveAttachment<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; attachment: string; to: 'up' | 'down' },
) {
  const row = await turn(tx, actor, of, input.id);
  const moved = await getAttachment(tx, of.noun, input.id, input.attachment);
  const rows = await listed(tx, of.noun, input.id, null);
  const at = rows.findIndex(({ id }) => id === moved.id);
  const other = rows[input.to === 'up' ? at - 1 : at + 1];
  for (const [one, position] of other
    ? ([
        [moved, other.position],
        [other, moved.position],
      ] as const)
    : [])
    await tx
      .update(attachment)
      .set({ position })
      .where(isThis(of.noun, input.id, one.id));
  await recordEvent(tx, { action: 'attachment.moved', object: moved.id, municipality: row.municipality });
  return { done: true as const };
}

/** Takes it off the working copy. Versions that were published with it keep it; without any the file goes. */
export async function detach<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; attachment: string },
) {
  const row = await turn(tx, actor, of, input.id);
  const { id } = await getAttachment(tx, of.noun, input.id, input.attachment);
  await tx.delete(attachment).where(isThis(of.noun, input.id, id));
  await recordEvent(tx, { action: 'attachment.removed', object: id, municipality: row.municipality });
  return { done: true as const };
}
