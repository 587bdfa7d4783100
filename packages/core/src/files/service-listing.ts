// What goes along with pages and working copies, for who may see them: of one, of two beside each other, or of several.
import type { Tx } from '@kansenplein/db';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { notFound, type WhichText } from '../kernel/index.ts';
import type { Attachment, FileType, TellingKind } from './contract.ts';
import { comparedAttachments } from './pairing.ts';
import { attachment, file } from './tables.ts';

export interface Attached {
  readonly title: string;
  readonly type: FileType;
}

export type Noun = 'intervention' | 'agenda';

export const attachmentColumns = {
  id: attachment.id,
  title: attachment.title,
  alternative: attachment.alternative,
  position: attachment.position,
  tells: file.tells,
  file: { id: file.id, name: file.name, type: file.type, size: file.size },
};

export type Row = Attachment & { position: number; tells: readonly TellingKind[] | null };

export const listed = (tx: Tx, noun: Noun, id: string, version: number | null): Promise<Row[]> =>
  tx
    .select(attachmentColumns)
    .from(attachment)
    .innerJoin(file, eq(file.id, attachment.fileId))
    .where(
      and(
        eq(attachment.noun, noun),
        eq(attachment.documentId, id),
        version === null ? isNull(attachment.version) : eq(attachment.version, version),
      ),
    )
    .orderBy(asc(attachment.position), asc(attachment.id));

/** What goes along with the page at this address, or with an earlier version of it; not found for who may not see that. */
export async function listAttachments(
  tx: Tx,
  noun: Noun,
  { handle, number }: { handle: string; number: number | null },
) {
  const { rows } = await tx.execute<{ id: string; number: number }>(sql`
    select v.${sql.identifier(`${noun}_id`)} as id, v.number from ${sql.identifier(`${noun}_version`)} v
    where v.handle = ${handle} and ${number === null ? sql`v.current and v.withdrawn_at is null` : sql`v.number = ${number}`}`);
  const [page] = rows;
  if (!page) throw notFound(number === null ? noun : 'version');
  return { attachments: (await listed(tx, noun, page.id, page.number)).map(shown) };
}

/** What goes along with a working copy (`version` is null) or with a version of it, as far as the reader may see it. */
export const attachmentsOf = async (
  tx: Tx,
  noun: Noun,
  { id, version }: { readonly id: string; readonly version: number | null },
): Promise<Attachment[]> => (await listed(tx, noun, id, version)).map(shown);

export const shown = ({ id, title, alternative, file: of }: Row): Attachment => ({
  id,
  title,
  alternative,
  file: of,
});

/** What goes along with two texts, as fields that are compared: `beside` of what is published. */
export const attachedBeside =
  (noun: Noun) =>
  async (tx: Tx, before: WhichText, after: WhichText): Promise<readonly [object, object]> =>
    comparedAttachments(await attachmentsOf(tx, noun, before), await attachmentsOf(tx, noun, after));

/** By the id of the intervention or agenda, in their order; `version` null is the working copy. */
export async function listAttached(
  tx: Tx,
  noun: Noun,
  wanted: readonly { readonly id: string; readonly version: number | null }[],
): Promise<Map<string, Attached[]>> {
  const found = new Map<string, Attached[]>();
  if (wanted.length === 0) return found;
  const ids = sql.param(wanted.map(({ id }) => id));
  // Versions are counted from 1.
  const versions = sql.param(wanted.map(({ version }) => version ?? 0));
  const { rows } = await tx.execute<{ id: string; title: string; type: FileType }>(sql`
    select a.document_id as id, a.title, f.type
    from unnest(${ids}::uuid[], ${versions}::int[]) as w(id, version)
    join attachment a on a.document_id = w.id and coalesce(a.version, 0) = w.version and a.noun = ${noun}
    join file f on f.id = a.file_id
    order by a.position, a.id`);
  for (const { id, title, type } of rows) found.set(id, [...(found.get(id) ?? []), { title, type }]);
  return found;
}
