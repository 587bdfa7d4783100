// The rights on files as sentences; the row rules say the same once more.
import type { Actor } from '@kansenplein/db';

/** An editor of a municipality brings files along: to read in, or to go along with what it writes. */
export const canUpload = (actor: Actor) =>
  actor.acting?.kind === 'municipality' && actor.scopes.includes(`municipality:${actor.acting.key}:editor`);
