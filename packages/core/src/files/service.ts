// Bytes in, bytes out, each time through the wall: what somebody may not see does not exist. The row says what may be
// done with the bytes; the store, which is asked outside any transaction, only keeps them.
import type { Actor, Caller, Database, JobTx, Tx } from '@kansenplein/db';
import { and, eq, isNull } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import {
  conflict,
  forbidden,
  invalid,
  notFound,
  recordEvent,
  recordReading,
  Refusal,
} from '../kernel/index.ts';
import { cleanName, namedAs, typeOf } from './content-type.ts';
import {
  FileId,
  type FileType,
  isReadable,
  largestFile,
  type ReadableType,
  type TellingKind,
} from './contract.ts';
import { examine } from './examining.ts';
import { canUpload } from './permissions.ts';
import { type FileStore, newKey, StoreFull } from './store.ts';
import { file } from './tables.ts';

/** What the bytes stand behind: rows in the database, and a store. */
export interface Files {
  readonly database: Database;
  readonly files: FileStore;
}

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
  /** To be read in by a job, or to go along with a page as it is. */
  readonly purpose: 'import' | 'attachment';
}

interface Kept {
  readonly name: string;
  readonly type: FileType;
  readonly bytes: Uint8Array;
  readonly tells: readonly TellingKind[] | null;
}

const columns = { id: file.id, name: file.name, type: file.type, size: file.size };
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Keeps a file for whoever is signed in, until a row holds it. Refuses with `account.sign_in_first`,
 * `account.other_role_needed`, `file.too_many` (sixty an hour), `file.empty`, `file.too_large`, `file.no_room`; of what is
 * to be read in `file.type_unsupported`, of what is to be attached whatever `examine` refuses. Then nothing is kept.
 */
export async function storeFile(
  { database, files }: Files,
  caller: Caller,
  upload: UploadedFile,
): Promise<{ id: string; tells: readonly TellingKind[] }> {
  const account = await database.asActor(caller, 'read', async (_tx, actor) => mayUpload(actor));
  if (!(await database.attempt('upload', account, { points: 60, seconds: 3600 })))
    throw new Refusal('tooMany', 'file.too_many');
  const { name, type, bytes, tells } = await lookedOver(upload);
  const key = newKey();
  // Bytes first: bytes without a row are waste that a job clears away, a row without its bytes would be a loss.
  await files.put(key, bytes).catch((error: unknown) => {
    throw error instanceof StoreFull ? conflict('file.no_room') : error;
  });
  const id = randomUUID();
  await database.asActor(caller, 'write', async (tx, actor) => {
    const uploadedBy = mayUpload(actor);
    const size = bytes.length;
    await tx.insert(file).values({ id, name, type, size, sha256: sha256Of(bytes), key, tells, uploadedBy });
    await recordEvent(tx, { action: 'file.uploaded', object: id, municipality: actor.acting?.key ?? null });
  });
  return { id, tells: tells ?? [] };
}

async function lookedOver({ name, bytes, purpose }: UploadedFile): Promise<Kept> {
  if (bytes.length === 0) throw invalid('file.empty');
  if (bytes.length > largestFile) throw invalid('file.too_large');
  if (purpose === 'attachment') {
    const examined = await examine(bytes);
    return { ...examined, name: namedAs(name, examined.type) };
  }
  const type = typeOf(bytes);
  if (type === null) throw invalid('file.type_unsupported');
  return { name: cleanName(name), type, bytes, tells: null };
}

function mayUpload(actor: Actor): string {
  if (actor.account === null) throw new Refusal('unauthenticated', 'account.sign_in_first');
  if (!canUpload(actor)) throw forbidden('account.other_role_needed');
  return actor.account;
}

/** The bytes of a row. Throws when they are not there, or not what the row says: that is a fault, not an answer. */
async function bytesOf(
  files: FileStore,
  row: { id: string; key: string; sha256: string },
): Promise<Uint8Array> {
  const bytes = await files.get(row.key);
  if (bytes === null) throw new Error(`the bytes of file ${row.id} are not in the store`);
  if (sha256Of(bytes) !== row.sha256)
    throw new Error(`the bytes of file ${row.id} are not those that were kept`);
  return bytes;
}

/** A file with its bytes, or null: not there, not for this caller, or no id at all. */
export async function openFile(
  { database, files }: Files,
  caller: Caller,
  id: string,
): Promise<(StoredFile & { bytes: Uint8Array }) | null> {
  const known = FileId.safeParse(id);
  if (!known.success) return null;
  const row = await database.asActor(caller, 'read', async (tx) => {
    const where = eq(file.id, known.data);
    const [found] = await tx
      .select({ ...columns, key: file.key, sha256: file.sha256, attached: file.attached })
      .from(file)
      .where(where);
    return found ?? null;
  });
  if (!row) return null;
  const bytes = await bytesOf(files, row);
  // What goes along with a page is read like the page itself; a document that is read in holds more than was published.
  if (!row.attached) await recordReading({ database, caller, path: 'files', input: { id } }, 'file.read');
  return { id: row.id, name: row.name, type: row.type, size: row.size, bytes };
}

/** Ties an own, still loose file to the row that holds it from now on; who sees that row sees the file. */
export async function holdFile(tx: Tx, id: string, holder: string): Promise<StoredFile> {
  const [found] = await tx
    .select(columns)
    .from(file)
    .where(and(eq(file.id, id), isNull(file.heldBy)));
  // What was brought to go along with a page may be of a kind that nobody reads in.
  if (!found || !isReadable(found.type)) throw notFound('file');
  const { rowCount } = await tx
    .update(file)
    .set({ heldBy: holder })
    .where(and(eq(file.id, id), isNull(file.heldBy)));
  if (rowCount === 0) throw notFound('file');
  return found;
}

/** The file a row holds; null when it holds none. */
export async function fileOf(tx: Tx | JobTx, holder: string): Promise<StoredFile | null> {
  const [found] = await tx.select(columns).from(file).where(eq(file.heldBy, holder));
  return found ?? null;
}

/** Where the bytes of the file that a row holds can be had, outside the transaction; null when it holds none. */
export async function bytesToRead(
  tx: JobTx,
  holder: string,
): Promise<{ type: ReadableType; read: (files: FileStore) => Promise<Uint8Array> } | null> {
  const [row] = await tx
    .select({ id: file.id, type: file.type, key: file.key, sha256: file.sha256 })
    .from(file)
    .where(eq(file.heldBy, holder));
  return row && isReadable(row.type) ? { type: row.type, read: (files) => bytesOf(files, row) } : null;
}
