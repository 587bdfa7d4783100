// The rights on interventions as sentences; the row rules of the database say the same once more.
import type { Actor } from '@kansenplein/db';

interface Owned {
  readonly municipality: string;
  readonly state: 'draft' | 'in_review' | 'published' | 'withdrawn';
  readonly publishedVersion: number | null;
}

const actsFor = (actor: Actor, municipality: string) =>
  actor.acting?.kind === 'municipality' && actor.acting.key === municipality;

const carries = (actor: Actor, municipality: string, role: 'editor' | 'publisher') =>
  actor.scopes.includes(`municipality:${municipality}:${role}`);

/** An editor of the own municipality edits the working copy, whatever its state. */
export const canEdit = (actor: Actor, row: Owned) => carries(actor, row.municipality, 'editor');

/** An editor submits what is a draft. */
export const canSubmit = (actor: Actor, row: Owned) => canEdit(actor, row) && row.state === 'draft';

/** A publisher returns what was submitted. */
export const canReturn = (actor: Actor, row: Owned) =>
  carries(actor, row.municipality, 'publisher') && row.state === 'in_review';

/** A publisher publishes what is not already published as it stands. */
export const canPublish = (actor: Actor, row: Owned) =>
  carries(actor, row.municipality, 'publisher') && row.state !== 'published';

/** A publisher withdraws what has a page: published, and not withdrawn since, whatever was written after that. */
export const canWithdraw = (actor: Actor, row: Owned, hasPage: boolean) =>
  carries(actor, row.municipality, 'publisher') && hasPage;

/** Only what was never published can be thrown away. */
export const canDiscard = (actor: Actor, row: Owned) => canEdit(actor, row) && row.publishedVersion === null;

/** A publisher of a municipality that is named answers for it, and for no other. */
export const canAnswer = (actor: Actor, row: { readonly municipality: string; readonly lead: boolean }) =>
  !row.lead && actsFor(actor, row.municipality) && carries(actor, row.municipality, 'publisher');

/** Who was named and never agreed declines; who agreed withdraws. */
export const canDecline = (
  actor: Actor,
  row: { readonly municipality: string; readonly lead: boolean; readonly agreed: boolean },
) => canAnswer(actor, row) && !row.agreed;
