// The hash of a link, computed once more and apart from the database: the same fields in the same order as wall.link_hash.
import { createHash } from 'node:crypto';

/** An event as it is read for checking: every field as text, or null. */
export interface TrailEvent {
  readonly id: string;
  /** UTC with microseconds, such as `2026-11-22T09:02:37.000123Z`. */
  readonly at: string;
  readonly municipality: string | null;
  readonly pseudonym: string | null;
  readonly role: string | null;
  readonly action: string;
  readonly object: string;
  readonly outcome: string;
  readonly origin: string | null;
  readonly reason: string | null;
  readonly times: string;
}

/** With its length in bytes, so that no two events read alike. */
const field = (value: string | null) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`);

/** SHA-256 (hex) over the link before (empty for the first), the place in the chain, and the event. */
export function linkHash(before: string, chain: string, position: number, event: TrailEvent): string {
  const { id, at, municipality, pseudonym, role, action, object, outcome, origin, reason, times } = event;
  const fields = [before, chain, String(position), id, at, municipality, pseudonym, role, action, object];
  const text = [...fields, outcome, origin, reason, times].map(field).join(',');
  return createHash('sha256').update(text).digest('hex');
}

export const installationChain = 'installation';

/** Which chain an event belongs to. */
export const chainOf = ({ municipality }: Pick<TrailEvent, 'municipality'>) =>
  municipality ?? installationChain;
