// What goes along with several pages or working copies at once, for who may see them.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import type { WhichText } from '../kernel/index.ts';
import type { FileType } from './contract.ts';
import { comparedAttachments } from './pairing.ts';
import { attachmentsOf } from './service-attaching.ts';

export interface Attached {
  readonly title: string;
  readonly type: FileType;
}

/** What goes along with two texts, as fields that are compared: `beside` of what is published. */
export const attachedBeside =
  (noun: 'intervention' | 'agenda') =>
  async (tx: Tx, before: WhichText, after: WhichText): Promise<readonly [object, object]> =>
    comparedAttachments(await attachmentsOf(tx, noun, before), await attachmentsOf(tx, noun, after));

/** By the id of the intervention or agenda, in their order; `version` null is the working copy. */
export async function listAttached(
  tx: Tx,
  noun: 'intervention' | 'agenda',
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
