// The rights on imports as sentences; the row rules say the same once more.
import type { Actor } from '@kansenplein/db';

/** An editor brings documents in for the own municipality. */
export const canImport = (actor: Actor) =>
  actor.acting?.kind === 'municipality' && actor.scopes.includes(`municipality:${actor.acting.key}:editor`);

/** Drafts are made once, of what was read, for the municipality the document is of. */
export const canMakeDrafts = (
  row: { readonly state: string; readonly municipality: string },
  documentIsOf: string | null,
) => row.state === 'read' && (documentIsOf === null || documentIsOf === row.municipality);

/** Things found are looked over before and after the drafts are made, for the municipality the document is of. */
export const canReview = (
  row: { readonly state: string; readonly municipality: string },
  documentIsOf: string | null,
) =>
  (row.state === 'read' || row.state === 'drafted') &&
  (documentIsOf === null || documentIsOf === row.municipality);
