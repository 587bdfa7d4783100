// The rights on knowledge sessions as sentences; the row rules of the database say the same once more.
import type { Actor } from '@kansenplein/db';
import type { sessionStates } from './vocabulary.ts';

interface Owned {
  readonly municipality: string | null;
  readonly hostCommunity: string | null;
  readonly state: (typeof sessionStates)[number];
  readonly publishedVersion: number | null;
}

/** Who works on it for the host: an editor of the municipality, a moderator of the community, a coordinator. */
function carries(
  actor: Actor,
  row: Pick<Owned, 'municipality' | 'hostCommunity'>,
  role: 'editor' | 'publisher',
) {
  if (row.hostCommunity !== null) return actor.scopes.includes(`community:${row.hostCommunity}:moderators`);
  if (row.municipality === null) return actor.scopes.includes('alliance:coordinators');
  return actor.scopes.includes(`municipality:${row.municipality}:${role}`);
}

/** Who sees who comes, decides about registrations and checks people in. */
export const canHost = (actor: Actor, row: Pick<Owned, 'municipality' | 'hostCommunity'>) =>
  carries(actor, row, 'editor');

/** What does not go on is not written at any more. */
export const canEdit = (actor: Actor, row: Owned) => canHost(actor, row) && row.state !== 'cancelled';

/** A publisher publishes the programme, also anew, until it is off. */
export const canPublish = (actor: Actor, row: Owned) =>
  carries(actor, row, 'publisher') && row.state !== 'cancelled';

export const canOpen = (actor: Actor, row: Owned) =>
  carries(actor, row, 'publisher') && row.state === 'planned';

export const canClose = (actor: Actor, row: Owned) =>
  carries(actor, row, 'publisher') && row.state === 'open';

/** There is something to report once it was held. */
export const canReport = (actor: Actor, row: Owned) =>
  carries(actor, row, 'publisher') && (row.state === 'held' || row.state === 'reported');

/** Also afterwards: that it did not go on, until there is a report of it. */
export const canCancel = (actor: Actor, row: Owned) =>
  carries(actor, row, 'publisher') && ['planned', 'open', 'held'].includes(row.state);

/** Only what was never published can be thrown away. */
export const canDiscard = (actor: Actor, row: Owned) => canHost(actor, row) && row.publishedVersion === null;
