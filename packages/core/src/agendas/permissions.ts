// The rights on agendas as sentences; the row rules of the database say the same once more.
import type { Actor } from '@kansenplein/db';

interface Owned {
  readonly municipality: string;
  readonly state: 'draft' | 'in_review' | 'published' | 'withdrawn';
  readonly publishedVersion: number | null;
}

const carries = (actor: Actor, municipality: string, role: 'editor' | 'publisher') =>
  actor.scopes.includes(`municipality:${municipality}:${role}`);

export const canEditAgenda = (actor: Actor, row: Owned) => carries(actor, row.municipality, 'editor');

export const canPublishAgenda = (actor: Actor, row: Owned) =>
  carries(actor, row.municipality, 'publisher') && row.state !== 'published';

export const canWithdrawAgenda = (actor: Actor, row: Owned) =>
  carries(actor, row.municipality, 'publisher') && row.publishedVersion !== null && row.state !== 'withdrawn';

export const canDiscardAgenda = (actor: Actor, row: Owned) =>
  canEditAgenda(actor, row) && row.publishedVersion === null;
