/** Are read model and index the same? Both ways: what the index lacks or has otherwise, and what it has too much. */
import type { Query } from '../known-words.ts';
import { fingerprintOf, keyOf, type Source } from './documents.ts';
import type { IndexEngine } from './engine.ts';
import type { Transaction } from './relay.ts';

export interface Differences {
  readonly missing: readonly string[];
  readonly different: readonly string[];
  /** In the index and published nowhere: the ones that matter most. */
  readonly superfluous: readonly string[];
  readonly compared: number;
}

const atOnce = 500;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Copied {
  readonly kind: number;
  readonly id: string;
  readonly document: Source;
}

interface Found extends Differences {
  /** Rows by their key, to mark them. */
  readonly rows: ReadonlyMap<string, { readonly kind: number; readonly id: string }>;
}

/** The read model may change meanwhile, so what differs is looked at once more, and what waits for the relay is no fault. */
export async function compare(index: string, transaction: Transaction, engine: IndexEngine): Promise<Found> {
  const held = new Map<string, string>();
  for await (const page of engine.prints(index)) for (const one of page) held.set(one.key, one.fingerprint);
  const missing: string[] = [];
  const different: string[] = [];
  const rows = new Map<string, { kind: number; id: string }>();
  let after: { kind: number; id: string } = { kind: -1, id: firstId };
  let compared = 0;
  for (;;) {
    const page = await transaction((query) => copied(query, after), 'read');
    for (const { kind, id, document } of page) {
      const key = keyOf(document.kind, id);
      const print = held.get(key);
      held.delete(key);
      if (print === fingerprintOf(document)) continue;
      rows.set(key, { kind, id });
      (print === undefined ? missing : different).push(key);
    }
    compared += page.length;
    const last = page.at(-1);
    if (!last || page.length < atOnce) break;
    after = last;
  }
  const superfluous = [...held.keys()];
  for (const key of superfluous) {
    const row = await transaction((query) => rowOf(query, key), 'read');
    if (row) rows.set(key, row);
  }
  return { missing, different, superfluous, compared, rows };
}

const copied = (query: Query, { kind, id }: { kind: number; id: string }): Promise<Copied[]> =>
  query<Copied>('select kind, id, document from wall.engine_copy($1::smallint, $2, $3)', [kind, id, atOnce]);

/** The row of a key of ours; null for a key of nobody. */
async function rowOf(query: Query, key: string): Promise<{ kind: number; id: string } | null> {
  const parts = /^(.+)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(key);
  if (!parts) return null;
  const [row] = await query<{ kind: number | null }>('select wall.engine_kind($1) as kind', [parts[1]]);
  return row?.kind === null || row === undefined ? null : { kind: row.kind, id: parts[2] ?? '' };
}

/**
 * Compares and mends: what differs is marked, so that the relay sends it as it is then or takes it away; what has no row
 * that could be marked is removed at once. Answers what was found.
 */
export async function compareAndMend(
  index: string,
  transaction: Transaction,
  engine: IndexEngine,
): Promise<Differences> {
  const found = await compare(index, transaction, engine);
  const marked = [...found.rows.values()];
  for (let from = 0; from < marked.length; from += atOnce) {
    const part = marked.slice(from, from + atOnce);
    await transaction((query) =>
      query('select wall.engine_mark($1, $2::smallint[], $3::uuid[])', [
        index,
        part.map(({ kind }) => kind),
        part.map(({ id }) => id),
      ]),
    );
  }
  const nobodys = found.superfluous.filter((key) => !found.rows.has(key));
  if (nobodys.length > 0) await engine.remove(index, nobodys);
  return found;
}
