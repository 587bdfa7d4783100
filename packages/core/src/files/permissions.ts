// The rights on files as sentences; the row rules say the same once more.
import type { Actor } from '@kansenplein/db';

/** An editor of a municipality brings files along; so far only documents to read in are held by anything. */
export const canUpload = (actor: Actor) =>
  actor.acting?.kind === 'municipality' && actor.scopes.includes(`municipality:${actor.acting.key}:editor`);
