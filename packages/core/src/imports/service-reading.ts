// The job that reads what was received: taken in one transaction, read outside any, written down in another. A document
// that cannot be read ends in a clear sentence, not in a retry; only a process that dies is tried again.
import type { Database, JobTx } from '@kansenplein/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import { bytesToRead, type FileStore } from '../files/index.ts';
import { recordEvent } from '../kernel/index.ts';
import { municipality } from '../municipalities/index.ts';
import { type Reading, readDocument, type Source } from './reading.ts';
import { documentImport } from './tables.ts';

/** Reading takes ten seconds at most; whoever took a document longer ago than this is gone. */
const patience = sql`interval '2 minutes'`;
const mostAttempts = 3;

interface Taken {
  readonly id: string;
  readonly municipality: string;
  readonly attempts: number;
  readonly source: (files: FileStore) => Promise<Source>;
  readonly municipalities: readonly { code: string; name: string }[];
}

async function takeNext(tx: JobTx): Promise<Taken | null> {
  const [row] = await tx
    .select({
      id: documentImport.id,
      municipality: documentImport.municipality,
      pasted: documentImport.source,
      attempts: documentImport.attempts,
    })
    .from(documentImport)
    .where(
      and(
        eq(documentImport.state, 'received'),
        sql`coalesce(${documentImport.takenAt} < now() - ${patience}, true)`,
      ),
    )
    .orderBy(asc(documentImport.createdAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return null;
  const attempts = row.attempts + 1;
  await tx
    .update(documentImport)
    .set({ takenAt: sql`now()`, attempts })
    .where(eq(documentImport.id, row.id));
  const held = await bytesToRead(tx, row.id);
  const municipalities = await tx
    .select({ code: municipality.code, name: municipality.name })
    .from(municipality);
  const source = async (files: FileStore): Promise<Source> =>
    held
      ? { type: held.type, bytes: await held.read(files) }
      : { type: 'txt', bytes: new TextEncoder().encode(row.pasted) };
  return { id: row.id, municipality: row.municipality, attempts, source, municipalities };
}

const givenUp: Reading = {
  ok: false,
  code: 'document.too_heavy',
  message:
    'Dit document is te zwaar om te lezen. Sla het eenvoudiger op, zonder afbeeldingen, of plak de tekst.',
};

/** Reads the oldest document that waits; false when none does. */
export async function readNextImport(database: Database, files: FileStore): Promise<boolean> {
  const taken = await database.asJob('take-import', takeNext);
  if (!taken) return false;
  const { id, attempts, source, municipalities } = taken;
  const found = attempts > mostAttempts ? givenUp : await readDocument(await source(files), municipalities);
  await database.asJob('read-import', async (tx) => {
    await tx.execute(
      found.ok
        ? sql`select wall.import_read(${id}, ${found.text}, ${sql.param(found.pages)}::integer[], ${JSON.stringify(found.draft)}::jsonb, null, null)`
        : sql`select wall.import_read(${id}, null, null, null, ${found.code}, ${found.message})`,
    );
    await recordEvent(tx, {
      action: found.ok ? 'import.read' : 'import.failed',
      object: id,
      municipality: taken.municipality,
    });
  });
  return true;
}
