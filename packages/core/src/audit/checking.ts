// Walking one chain link by link: what does not fit, and what was done to it as far as that can be told.
import { chainOf, linkHash, type TrailEvent } from './link-hash.ts';

export interface Head {
  readonly position: number;
  readonly hash: string;
}

export interface Link extends Head {
  /** Null when the event is gone. */
  readonly event: TrailEvent | null;
}

export type Tampering =
  | 'changed'
  | 'removed'
  | 'removed_at_end'
  | 'removed_at_start'
  | 'inserted'
  | 'reordered'
  | 'moved'
  | 'rewritten'
  | 'head_changed'
  | 'chain_missing';

export interface Fault {
  readonly chain: string;
  /** Null where it is about the chain as a whole, or about an event without a place. */
  readonly position: number | null;
  readonly kind: Tampering;
  /** The last position, where several that follow each other are gone. */
  readonly until?: number;
}

interface Suspect extends Head {
  readonly before: string;
  readonly event: TrailEvent;
}

interface Gap {
  readonly from: number;
  readonly until: number;
  readonly before: string;
  readonly next: Link;
}

/** What was kept while walking, to tell afterwards what happened. */
export interface Walk {
  readonly chain: string;
  readonly faults: Fault[];
  readonly suspects: Suspect[];
  readonly gaps: Gap[];
  /** Events after the head, which nobody linked. */
  readonly beyond: TrailEvent[];
  events: number;
  last: Head;
}

/** Enough to tell what happened; a chain that was rewritten as a whole need not fill the memory. */
const mostSuspects = 1000;

export const startWalk = (chain: string, anchor: Head): Walk => ({
  chain,
  faults: [],
  suspects: [],
  gaps: [],
  beyond: [],
  events: 0,
  last: anchor,
});

/** The next link, in order of position. `head` is where the chain says it ends. */
export function step(walk: Walk, link: Link, head: Head | null): void {
  const { chain, last } = walk;
  const { position, hash, event } = link;
  if (head && position > head.position) {
    if (event) walk.beyond.push(event);
    walk.faults.push({ chain, position, kind: 'inserted' });
    return;
  }
  const isNext = position === last.position + 1;
  if (!isNext)
    walk.gaps.push({ from: last.position + 1, until: position - 1, before: last.hash, next: link });
  if (event === null) walk.faults.push({ chain, position, kind: 'removed' });
  else {
    walk.events += 1;
    const fits = !isNext || linkHash(last.hash, chain, position, event) === hash;
    if (!fits && walk.suspects.length < mostSuspects)
      walk.suspects.push({ position, hash, before: last.hash, event });
    if (chainOf(event) !== chain && fits) walk.faults.push({ chain, position, kind: 'moved' });
  }
  walk.last = { position, hash };
}

/** After the last link: does the chain end where it says it does? */
export function endWalk(walk: Walk, head: Head | null): void {
  const { chain, last, faults } = walk;
  if (head === null) faults.push({ chain, position: null, kind: 'head_changed' });
  else if (last.position < head.position)
    faults.push({ chain, position: last.position + 1, until: head.position, kind: 'removed_at_end' });
  else if (last.hash !== head.hash) faults.push({ chain, position: last.position, kind: 'head_changed' });
}

/** The event would fit at the gap of another chain it once belonged to: its place and what follows prove it. */
function fillsGap(event: TrailEvent, chain: string, { from, until, before, next }: Gap): boolean {
  if (from !== until || next.event === null) return false;
  const own = linkHash(before, chain, from, {
    ...event,
    municipality: chain === 'installation' ? null : chain,
  });
  return linkHash(own, chain, next.position, next.event) === next.hash;
}

function kindOf(suspect: Suspect, { chain, suspects }: Walk): Tampering {
  if (chainOf(suspect.event) !== chain) return 'moved';
  const stored = new Set(suspects.map(({ hash }) => hash));
  const fitsAnother = suspects.some(
    (other) =>
      other !== suspect && stored.has(linkHash(suspect.before, chain, suspect.position, other.event)),
  );
  const isAnothers = suspects.some(
    (other) => other !== suspect && stored.has(linkHash(other.before, chain, other.position, suspect.event)),
  );
  return fitsAnother || isAnothers ? 'reordered' : 'changed';
}

/** A link that only follows a hash that was changed is in order itself. */
function followsChangedHash(suspect: Suspect, { chain, suspects }: Walk): boolean {
  const previous = suspects.find(({ position }) => position === suspect.position - 1);
  if (!previous) return false;
  const right = linkHash(previous.before, chain, previous.position, previous.event);
  return linkHash(right, chain, suspect.position, suspect.event) === suspect.hash;
}

/** What was done, over all chains together: an event that left one may be found in another. */
export function faultsOf(walks: readonly Walk[]): Fault[] {
  const strangers = walks.flatMap(({ chain, suspects, beyond }) =>
    [...suspects.map(({ event }) => event), ...beyond].map((event) => ({ chain, event })),
  );
  const moved = new Set<string>();
  const gaps = walks.flatMap(({ chain, gaps: found }) =>
    found.map((gap): Fault => {
      const one = strangers.find((each) => each.chain !== chain && fillsGap(each.event, chain, gap));
      if (one) moved.add(one.event.id);
      return one
        ? { chain, position: gap.from, kind: 'moved' }
        : { chain, position: gap.from, until: gap.until, kind: 'removed' };
    }),
  );
  const suspects = walks.flatMap((walk) =>
    walk.suspects
      .filter((suspect) => !followsChangedHash(suspect, walk))
      .map((suspect): Fault => {
        const kind = moved.has(suspect.event.id) ? 'moved' : kindOf(suspect, walk);
        return { chain: walk.chain, position: suspect.position, kind };
      }),
  );
  return [...walks.flatMap(({ faults }) => faults), ...gaps, ...suspects].sort(
    (one, other) => one.chain.localeCompare(other.chain) || (one.position ?? 0) - (other.position ?? 0),
  );
}
