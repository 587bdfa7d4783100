// The matrix of being asked to take part: only who is named sees its question, and only it declines.
import { own, stated, stranger, type Alliance } from '../support/alliance.ts';
import type { Made } from '../support/writing.ts';
import {
  interventionKinds,
  makeOfKind,
  nowhere,
  publishers,
  readers,
  type Actor,
  type Case,
  type Kind,
  type Table,
} from './matrix-world.ts';

/** Heerlen agreed and Kerkrade is named in what is joint; the lead was never asked by anybody. */
export const isNamed = (actor: Actor, { joint }: Kind) =>
  joint && actor.municipality !== null && actor.municipality !== own && actor.municipality !== stranger;

const isUnanswered = (actor: Actor, each: Kind) => isNamed(actor, each) && actor.municipality === stated;

export async function consentMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const kinds: { name: string; each: Kind; made: Made }[] = [];
  for (const [name, each] of Object.entries(interventionKinds))
    kinds.push({ name, each, made: await makeOfKind(alliance, each) });

  const declining = (actor: Actor, each: Kind) => {
    if (isUnanswered(actor, each)) return 'ok';
    if (isNamed(actor, each)) return 'participation.withdraw_instead';
    return actor.municipality === each.owner ? 'participation.cannot_answer' : 'participation.not_found';
  };
  const table: Table = {
    'interventions.question': {
      for: readers,
      kind: 'query',
      cases: async () => [
        { name: 'not existing', standing: { id: nowhere }, outcome: () => 'participation.not_found' },
        ...kinds.map(({ name, each, made }): Case => ({
          name,
          standing: { id: made.id },
          outcome: (actor) => (isNamed(actor, each) ? 'ok' : 'participation.not_found'),
        })),
      ],
    },
    'interventions.declineParticipation': {
      for: publishers,
      kind: 'mutation',
      cases: async () => [
        {
          name: 'not existing',
          standing: { id: nowhere, reason: '' },
          outcome: () => 'participation.not_found',
        },
        ...kinds.map(({ name, each, made }): Case => ({
          name,
          standing: { id: made.id, reason: '' },
          fresh: async () => ({ id: (await makeOfKind(alliance, each)).id, reason: '' }),
          outcome: (actor) => declining(actor, each),
        })),
      ],
    },
  };
  return { table, standing: kinds.map(({ made }) => made.id) };
}
