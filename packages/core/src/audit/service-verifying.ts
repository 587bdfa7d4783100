// Checks every chain of the trail: reads it on one snapshot and computes each link once more, apart from the database.
import type { OwnerTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { endWalk, faultsOf, startWalk, step, type Fault, type Head, type Walk } from './checking.ts';
import type { TrailEvent } from './link-hash.ts';

/** Where each chain stood, as an earlier check wrote it down. */
export type Heads = Readonly<Record<string, Head>>;

export interface ChainReport {
  readonly chain: string;
  /** Events that are there and have their place. */
  readonly events: number;
  readonly head: Head;
  /** Events up to this position were taken away by the retention job; 0: none. */
  readonly anchor: number;
  /** Events that wait for their link: normal for a second or so. */
  readonly waiting: number;
  /** The earlier head lies before what is still kept, so that it could not be compared. */
  readonly tooOldToCompare: boolean;
}

export interface Report {
  readonly chains: readonly ChainReport[];
  readonly faults: readonly Fault[];
  readonly heads: Heads;
}

interface ChainRow extends Record<string, unknown> {
  chain: string;
  position: string | null;
  hash: string | null;
  anchor_position: string | null;
  anchor_hash: string | null;
}

interface LinkRow extends Record<string, unknown>, Omit<TrailEvent, 'id'> {
  position: string;
  hash: string;
  event_id: string;
  found: boolean;
}

interface LooseRow extends Record<string, unknown> {
  chain: string;
  waiting: boolean;
  found: boolean;
  action: string;
  object: string;
}

const page = 2000;

async function* linksOf(tx: OwnerTx, chain: string, after: number) {
  for (let from = after; ;) {
    const { rows } = await tx.execute<LinkRow>(
      sql`select * from wall.audit_links(${chain}, ${from}, ${page})`,
    );
    for (const { position, hash, event_id, found, ...event } of rows)
      yield { position: Number(position), hash, event: found ? { ...event, id: event_id } : null };
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    from = Number(last.position);
  }
}

const prunedTo = ({ position, hash }: Head) => `${position}:${hash}`;

interface Walked {
  readonly walk: Walk;
  readonly anchor: Head;
  readonly tooOldToCompare: boolean;
  readonly isAnchorTold: boolean;
}

async function walkChain(tx: OwnerTx, row: ChainRow, earlier: Head | undefined): Promise<Walked> {
  const { chain } = row;
  const anchor = { position: Number(row.anchor_position ?? 0), hash: row.anchor_hash ?? '' };
  const head = row.position === null ? null : { position: Number(row.position), hash: row.hash ?? '' };
  const walk = startWalk(chain, anchor);
  let isAnchorTold = anchor.position === 0;
  let met: string | null = earlier?.position === anchor.position ? anchor.hash : null;
  for await (const link of linksOf(tx, chain, 0)) {
    if (link.position === earlier?.position) met = link.hash;
    const { event } = link;
    if (event?.action === 'audit.pruned' && event.object === prunedTo(anchor)) isAnchorTold = true;
    step(walk, link, head);
  }
  endWalk(walk, head);
  const tooOldToCompare = earlier !== undefined && earlier.position < anchor.position;
  if (earlier && !tooOldToCompare && met !== earlier.hash) {
    const isShorter = earlier.position > walk.last.position;
    walk.faults.push(
      isShorter
        ? { chain, position: walk.last.position + 1, until: earlier.position, kind: 'removed_at_end' }
        : { chain, position: earlier.position, kind: 'rewritten' },
    );
  }
  return { walk, anchor, tooOldToCompare, isAnchorTold };
}

/** Reads as the owner, because the trail whole is no job's to see; on one snapshot, and changes nothing. */
export async function verifyTrail(tx: OwnerTx, earlier: Heads = {}): Promise<Report> {
  const { rows: chains } = await tx.execute<ChainRow>(sql`select * from wall.audit_chains()`);
  const { rows: loose } = await tx.execute<LooseRow>(sql`select * from wall.audit_loose()`);
  const walked: Walked[] = [];
  for (const row of chains) walked.push(await walkChain(tx, row, earlier[row.chain]));
  for (const { walk, anchor, isAnchorTold } of walked) {
    const waits = loose.some(
      ({ chain, waiting, action, object }) =>
        waiting && chain === walk.chain && action === 'audit.pruned' && object === prunedTo(anchor),
    );
    if (!isAnchorTold && !waits)
      walk.faults.push({
        chain: walk.chain,
        position: 1,
        until: anchor.position,
        kind: 'removed_at_start',
      });
  }
  return {
    ...reportOf(walked, loose),
    faults: [...missing(chains, earlier), ...strays(loose), ...faultsOf(walked.map(({ walk }) => walk))],
  };
}

function reportOf(walked: readonly Walked[], loose: readonly LooseRow[]) {
  const waitingOf = (name: string) =>
    loose.filter(({ chain, waiting, found }) => chain === name && waiting && found).length;
  const known = walked.map(({ walk, anchor, tooOldToCompare }): ChainReport => ({
    chain: walk.chain,
    events: walk.events,
    head: walk.last,
    anchor: anchor.position,
    waiting: waitingOf(walk.chain),
    tooOldToCompare,
  }));
  const names = new Set(known.map(({ chain }) => chain));
  const fresh = [...new Set(loose.filter(({ found }) => found).map(({ chain }) => chain))]
    .filter((chain) => !names.has(chain))
    .map((chain): ChainReport => ({
      chain,
      events: 0,
      head: { position: 0, hash: '' },
      anchor: 0,
      waiting: waitingOf(chain),
      tooOldToCompare: false,
    }));
  return {
    chains: [...known, ...fresh],
    heads: Object.fromEntries(known.map(({ chain, head }) => [chain, head])),
  };
}

const missing = (chains: readonly ChainRow[], earlier: Heads): Fault[] =>
  Object.entries(earlier)
    .filter(([name, { position }]) => position > 0 && !chains.some(({ chain }) => chain === name))
    .map(([chain]) => ({ chain, position: null, kind: 'chain_missing' }));

/** An event that neither has a link nor waits for one was not appended; one that waits and is gone was removed. */
const strays = (loose: readonly LooseRow[]): Fault[] =>
  loose
    .filter(({ waiting, found }) => !waiting || !found)
    .map(({ chain, found }) => ({ chain, position: null, kind: found ? 'inserted' : 'removed' }));
