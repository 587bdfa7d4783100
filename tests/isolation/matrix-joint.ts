// The matrix of the own part of something joint: only who agreed changes it, for itself and for nobody else.
import { agreed, stated, type Alliance } from '../support/alliance.ts';
import { isNamed } from './matrix-consent.ts';
import {
  interventionKinds,
  makeOfKind,
  nowhere,
  publishers,
  type Actor,
  type Case,
  type Kind,
  type Table,
} from './matrix-world.ts';

const fields = {
  pupils: 5,
  schools: 'De Ark',
  budgetEuros: 5_000,
  budgetPer: 'year',
  budgetShare: '',
  contactRole: '',
  contactMailbox: '',
  localForm: 'Bij ons op dinsdag.',
};

const changing = (actor: Actor, each: Kind): string => {
  if (actor.municipality === each.owner) return 'participation.cannot_answer';
  if (!isNamed(actor, each)) return 'participation.not_found';
  return actor.municipality === stated ? 'participation.not_agreed' : 'ok';
};

export async function jointMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const kinds: { name: string; each: Kind; id: string }[] = [];
  for (const [name, each] of Object.entries(interventionKinds))
    kinds.push({ name, each, id: (await makeOfKind(alliance, each)).id });
  /** With the mark of what stands, as who may change it reads it. */
  const asRead = async (id: string) => {
    const client = await alliance.as('agreedPublisher');
    const { seen } = await client.interventions.question.query({ id });
    return { id, seen, ...fields };
  };
  const table: Table = {
    'interventions.saveOwnPart': {
      for: publishers,
      kind: 'mutation',
      cases: async () => [
        {
          name: 'not existing',
          standing: { id: nowhere, seen: '', ...fields },
          outcome: () => 'participation.not_found',
        },
        ...kinds.map(({ name, each, id }): Case => ({
          name,
          standing: { id, seen: '', ...fields },
          fresh: async ({ municipality }) => {
            const made = await makeOfKind(alliance, each);
            return municipality === agreed ? asRead(made.id) : { id: made.id, seen: '', ...fields };
          },
          outcome: (actor) => changing(actor, each),
        })),
      ],
    },
  };
  return { table, standing: kinds.map(({ id }) => id) };
}
