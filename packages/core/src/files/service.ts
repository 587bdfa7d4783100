// Bytes in, bytes out, each time through the wall: what somebody may not see does not exist.
import type { Actor, Caller, Database, JobTx, Tx } from '@kansenplein/db';
import { and, eq, isNull } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import { forbidden, invalid, notFound, recordEvent, recordReading, Refusal } from '../kernel/index.ts';
import { cleanName, typeOf } from './content-type.ts';
import { FileId, type FileType, largestFile } from './contract.ts';
import { canUpload } from './permissions.ts';
import { file, fileContent } from './tables.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
}

export interface UploadedFile {
  /** As the person called it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const columns = { id: file.id, name: file.name, type: file.type, size: file.size };

/**
 * Keeps a file for whoever is signed in, until a row holds it. Refuses with `account.sign_in_first`,
 * `account.other_role_needed`, `file.too_large`, `file.empty`, `file.type_unsupported` or `file.too_many` (sixty an hour).
 */
export async function storeFile(
  database: Database,
  caller: Caller,
  upload: UploadedFile,
): Promise<{ id: string }> {
  const { bytes } = upload;
  const account = await database.asActor(caller, 'read', async (_tx, actor) => mayUpload(actor));
  if (!(await database.attempt('upload', account, { points: 60, seconds: 3600 })))
    throw new Refusal('tooMany', 'file.too_many');
  if (bytes.length === 0) throw invalid('file.empty');
  if (bytes.length > largestFile) throw invalid('file.too_large');
  const type = typeOf(bytes);
  if (type === null) throw invalid('file.type_unsupported');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return database.asActor(caller, 'write', async (tx, actor) => {
    const uploadedBy = mayUpload(actor);
    const id = randomUUID();
    await tx
      .insert(file)
      .values({ id, name: cleanName(upload.name), type, size: bytes.length, sha256, uploadedBy });
    await tx.insert(fileContent).values({ fileId: id, bytes });
    await recordEvent(tx, { action: 'file.uploaded', object: id, municipality: actor.acting?.key ?? null });
    return { id };
  });
}

function mayUpload(actor: Actor): string {
  if (actor.account === null) throw new Refusal('unauthenticated', 'account.sign_in_first');
  if (!canUpload(actor)) throw forbidden('account.other_role_needed');
  return actor.account;
}

/** A file with its bytes, or null: not there, not for this caller, or no id at all. */
export async function openFile(
  database: Database,
  caller: Caller,
  id: string,
): Promise<(StoredFile & { bytes: Uint8Array }) | null> {
  const known = FileId.safeParse(id);
  if (!known.success) return null;
  const opened = await database.asActor(caller, 'read', async (tx) => {
    const [found] = await tx
      .select({ ...columns, bytes: fileContent.bytes })
      .from(file)
      .innerJoin(fileContent, eq(fileContent.fileId, file.id))
      .where(eq(file.id, known.data));
    return found ?? null;
  });
  if (opened) await recordReading({ database, caller, path: 'files', input: { id } }, 'file.read');
  return opened;
}

/** Ties an own, still loose file to the row that holds it from now on; who sees that row sees the file. */
export async function holdFile(tx: Tx, id: string, holder: string): Promise<StoredFile> {
  const [found] = await tx
    .select(columns)
    .from(file)
    .where(and(eq(file.id, id), isNull(file.heldBy)));
  if (!found) throw notFound('file');
  const { rowCount } = await tx
    .update(file)
    .set({ heldBy: holder })
    .where(and(eq(file.id, id), isNull(file.heldBy)));
  if (rowCount === 0) throw notFound('file');
  return found;
}

/** The file a row holds, with its bytes for the job that reads it; null when it holds none. */
export async function fileOf(tx: Tx | JobTx, holder: string): Promise<StoredFile | null>;
export async function fileOf(
  tx: Tx | JobTx,
  holder: string,
  withBytes: true,
): Promise<(StoredFile & { bytes: Uint8Array }) | null>;
export async function fileOf(tx: Tx | JobTx, holder: string, withBytes = false) {
  const [found] = withBytes
    ? await tx
        .select({ ...columns, bytes: fileContent.bytes })
        .from(file)
        .innerJoin(fileContent, eq(fileContent.fileId, file.id))
        .where(eq(file.heldBy, holder))
    : await tx.select(columns).from(file).where(eq(file.heldBy, holder));
  return found ?? null;
}
