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

export const canSubmitAgenda = (actor: Actor, row: Owned) =>
  canEditAgenda(actor, row) && row.state === 'draft';

export const canReturnAgenda = (actor: Actor, row: Owned) =>
  carries(actor, row.municipality, 'publisher') && row.state === 'in_review';

export const canPublishAgenda = (actor: Actor, row: Owned) =>
  carries(actor, row.municipality, 'publisher') && row.state !== 'published';

/** What has a page: published, and not withdrawn since, whatever was written after that. */
export const canWithdrawAgenda = (actor: Actor, row: Owned, hasPage: boolean) =>
  carries(actor, row.municipality, 'publisher') && hasPage;

export const canDiscardAgenda = (actor: Actor, row: Owned) =>
  canEditAgenda(actor, row) && row.publishedVersion === null;
