/**
 * The relay: takes what waits for one index, sends it, and clears it once the engine has it. Written for being killed
 * anywhere: whatever was not cleared is read again as it is then, and sent again. Runs under a lock of its index, so
 * that nothing older is ever sent after something newer (decisions/0003).
 */
import type { Query, Stems } from '../known-words.ts';
import { documentsOf, keyOf, type IndexedDocument, type Source } from './documents.ts';
import type { IndexEngine } from './engine.ts';
import { recipe } from './settings.ts';

/** Runs `work` in one short transaction; nothing is ever sent from inside it. */
export type Transaction = <T>(work: (query: Query) => Promise<T>, mode?: 'read' | 'write') => Promise<T>;

interface Waiting {
  readonly kind: number;
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly withdrawal: boolean;
  readonly document: Source | null;
}

/** Something to send for one row: a full replacement, or a deletion where the document is null. */
interface Item {
  readonly row: Waiting;
  readonly key: string;
  readonly document: IndexedDocument | null;
}

const mostAtOnce = 200;
/** A request stays far below what an engine takes. */
const mostCharacters = 4_000_000;

const sizeOf = (document: IndexedDocument): number =>
  document.allWords.join('').length * 2 + document.shownSummary.length + document.body.length;

/** Begins to follow, or goes on: new followers and new recipes are sent everything. */
export const follow = async (index: string, transaction: Transaction, engine: IndexEngine): Promise<void> => {
  await engine.checkServer();
  // Settings first: a document that comes earlier would be found under no settings of ours.
  const isEmpty = await engine.prepare(index);
  await transaction(async (query) => {
    // An index that had to be made anew holds nothing, whatever was sent to the one before.
    if (isEmpty) await query('select wall.engine_unfollow($1)', [index]);
    await query('select wall.engine_follow($1, $2)', [index, recipe]);
  });
};

export interface FollowerState {
  readonly recipe: string;
  readonly ready: boolean;
  readonly waiting: number;
  readonly withdrawals: number;
  readonly refused: number;
  readonly oldestSeconds: number;
  readonly documents: number;
}

/** How far an index is; null when nobody follows under this name. */
export async function stateOf(query: Query, index: string): Promise<FollowerState | null> {
  const [row] = await query<{
    recipe: string;
    ready: boolean;
    waiting: string;
    withdrawals: string;
    refused: string;
    oldest_seconds: number;
    documents: string;
  }>('select * from wall.engine_state($1)', [index]);
  if (!row) return null;
  return {
    recipe: row.recipe,
    ready: row.ready,
    waiting: Number(row.waiting),
    withdrawals: Number(row.withdrawals),
    refused: Number(row.refused),
    oldestSeconds: row.oldest_seconds,
    documents: Number(row.documents),
  };
}

/**
 * One round: what waits now, withdrawals alone and first. Answers how many rows it took; 0 when nothing waits. Throws
 * SearchEngineError when the engine does not answer, and then everything waits on.
 */
export async function relayOnce(
  index: string,
  transaction: Transaction,
  engine: IndexEngine,
  memory: Stems,
): Promise<number> {
  const rows = await transaction((query) =>
    query<Waiting>('select * from wall.engine_take($1, $2)', [index, mostAtOnce]),
  );
  if (rows.length === 0) return 0;
  const sources = rows.flatMap(({ document }) => document ?? []);
  const documents = await transaction((query) => documentsOf(query, memory, sources), 'read');
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const items = rows.map((row): Item => {
    const key = keyOf(row.name, row.id);
    return { row, key, document: byKey.get(key) ?? null };
  });

  const send = async (batch: readonly Item[]): Promise<void> => {
    const [first] = batch;
    if (!first) return;
    const reason =
      first.document === null
        ? await engine.remove(
            index,
            batch.map(({ key }) => key),
          )
        : await engine.put(
            index,
            batch.flatMap(({ document }) => document ?? []),
          );
    if (reason === null) return clear(index, transaction, batch);
    // The engine takes all or nothing: halves find the one it does not want.
    if (batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      await send(batch.slice(0, half));
      await send(batch.slice(half));
      return;
    }
    // What it does not want anew it must not hold as it was either.
    if (first.document !== null) await engine.remove(index, [first.key]);
    await transaction((query) =>
      query('select wall.engine_refused($1, $2::smallint, $3, $4, $5)', [
        ...[index, first.row.kind, first.row.id, first.row.version, reason],
      ]),
    );
  };

  await send(items.filter(({ document }) => document === null));
  for (const batch of inBatches(items.filter(({ document }) => document !== null))) await send(batch);
  return rows.length;
}

const clear = (index: string, transaction: Transaction, batch: readonly Item[]): Promise<void> =>
  transaction(async (query) => {
    await query('select wall.engine_sent($1, $2::smallint[], $3::uuid[], $4::bigint[])', [
      index,
      batch.map(({ row }) => row.kind),
      batch.map(({ row }) => row.id),
      batch.map(({ row }) => row.version),
    ]);
  });

function inBatches(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  let size = Infinity;
  for (const item of items) {
    const own = item.document ? sizeOf(item.document) : 0;
    if (size + own > mostCharacters) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(item);
    size += own;
  }
  return batches;
}
