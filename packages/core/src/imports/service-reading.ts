// The job that reads what was received. A document that cannot be read ends in a clear sentence, not in a retry.
import type { Database } from '@kansenplein/db';
import { readAgenda } from '@kansenplein/documents';
import { asc, eq, sql } from 'drizzle-orm';
import { recordEvent } from '../kernel/index.ts';
import { municipality } from '../municipalities/index.ts';
import { documentImport } from './tables.ts';

/** Reads the oldest document that waits; false when none does. */
export function readNextImport(database: Database): Promise<boolean> {
  return database.asJob('read-import', async (tx) => {
    const [row] = await tx
      .select({
        id: documentImport.id,
        municipality: documentImport.municipality,
        source: documentImport.source,
      })
      .from(documentImport)
      .where(eq(documentImport.state, 'received'))
      .orderBy(asc(documentImport.createdAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    const municipalities = await tx
      .select({ code: municipality.code, name: municipality.name })
      .from(municipality);
    const result = readAgenda(new TextEncoder().encode(row.source), 'text/plain', { municipalities });
    await tx.execute(
      result.ok
        ? sql`select wall.import_read(${row.id}, ${result.text}, ${JSON.stringify(result.draft)}::jsonb, null, null)`
        : sql`select wall.import_read(${row.id}, null, null, ${result.code}, ${result.message})`,
    );
    await recordEvent(tx, {
      action: result.ok ? 'import.read' : 'import.failed',
      object: row.id,
      municipality: row.municipality,
    });
    return true;
  });
}
