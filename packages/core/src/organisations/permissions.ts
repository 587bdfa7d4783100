// The rights on organisations as sentences; the row rules of the database say the same once more.
import type { Actor } from '@kansenplein/db';

interface Known {
  readonly municipality: string | null;
  readonly reach: 'municipality' | 'alliance' | 'public';
  readonly mergedInto: string | null;
}

const isCoordinator = (actor: Actor) => actor.scopes.includes('alliance:coordinators');

/**
 * As long as only its own municipality knows it, its editors correct it; what others read too, the coordinators of the
 * alliance and the operator do.
 */
export const canCorrect = (actor: Actor, { municipality, reach, mergedInto }: Known): boolean => {
  if (mergedInto !== null) return false;
  return reach === 'municipality'
    ? actor.scopes.includes(`municipality:${municipality ?? ''}:editor`)
    : isCoordinator(actor) || actor.scopes.includes('operator');
};

/** A coordinator merges what others read too, and nobody else does. */
export const canMerge = (actor: Actor, { reach, mergedInto }: Known): boolean =>
  isCoordinator(actor) && reach !== 'municipality' && mergedInto === null;
