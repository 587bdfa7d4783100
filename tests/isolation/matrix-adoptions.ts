// The matrix of taking over: only what one may read, into the own municipality; a copy follows its source for its own
// people and those who agreed to take part.
import { own, stranger, type Alliance } from '../support/alliance.ts';
import { makeIntervention, ownDesk, revisionOf, strangerDesk } from '../support/writing.ts';
import {
  editors,
  interventionKinds,
  makeOfKind,
  nowhere,
  readers,
  seesPage,
  type Actor,
  type Case,
  type Table,
} from './matrix-world.ts';

/** An address that no page has. */
const noHandle = '0000000000';

const owners = { 'own copy': own, 'copy of another': stranger } as const;

export async function adoptionMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const pages = await Promise.all(
    Object.entries(interventionKinds).map(async ([name, each]) => ({
      // A draft or a notice is nothing that can be taken over, for nobody.
      name: each.state === 'published' ? name : 'no page',
      each,
      made: await makeOfKind(alliance, each),
    })),
  );
  const makeCopy = async (owner: string) => {
    const mine = owner === own;
    const source = await makeIntervention(alliance, {
      state: 'published',
      desk: mine ? strangerDesk : ownDesk,
    });
    const editor = await alliance.as(mine ? 'editor' : 'strangerEditor');
    return (await editor.adoptions.adopt.mutate({ handle: source.handle })).id;
  };
  const copies: { name: string; owner: string; id: string }[] = [];
  for (const [name, owner] of Object.entries(owners)) copies.push({ name, owner, id: await makeCopy(owner) });

  const reads = (actor: Actor, owner: string) =>
    actor.municipality === owner ? 'ok' : 'intervention.not_found';
  const aboutCopies =
    (more: (id: string, owner: string) => Promise<object>, changes: boolean) => async () => [
      {
        name: 'not existing',
        standing: { ...(await more(copies[0]?.id ?? nowhere, own)), id: nowhere },
        outcome: () => 'intervention.not_found',
      },
      ...(await Promise.all(
        copies.map(async ({ name, owner, id }): Promise<Case> => ({
          name,
          standing: { id, ...(await more(id, owner)) },
          ...(changes && {
            fresh: async () => {
              const made = await makeCopy(owner);
              return { id: made, ...(await more(made, owner)) };
            },
          }),
          outcome: (actor) => reads(actor, owner),
        })),
      )),
    ];
  const revision = async (id: string, owner: string) =>
    revisionOf(await alliance.as(owner === own ? 'editor' : 'strangerEditor'), id);

  const table: Table = {
    'adoptions.adopt': {
      for: editors,
      kind: 'mutation',
      cases: async () => [
        { name: 'not existing', standing: { handle: noHandle }, outcome: () => 'intervention.not_found' },
        ...pages.map(({ name, each, made }): Case => ({
          name,
          standing: { handle: made.handle },
          fresh: async () => ({ handle: made.handle }),
          outcome: (actor) => {
            if (each.state !== 'published' || !seesPage(actor, each)) return 'intervention.not_found';
            return actor.municipality === each.owner ? 'adoption.own' : 'ok';
          },
        })),
      ],
    },
    'adoptions.lineage': {
      for: 'everybody',
      kind: 'query',
      cases: async () => [
        { name: 'not existing', standing: { handle: noHandle }, outcome: () => 'intervention.not_found' },
        ...pages.map(({ name, each, made }): Case => ({
          name,
          standing: { handle: made.handle },
          outcome: (actor) =>
            each.state === 'published' && seesPage(actor, each) ? 'ok' : 'intervention.not_found',
        })),
      ],
    },
    'adoptions.source': {
      for: readers,
      kind: 'query',
      cases: aboutCopies(async () => ({}), false),
    },
    'adoptions.takeOver': {
      for: editors,
      kind: 'mutation',
      cases: aboutCopies(
        async (id, owner) => ({ revision: await revision(id, owner), version: 1, fields: ['goal'] }),
        true,
      ),
    },
    'adoptions.explain': {
      for: editors,
      kind: 'mutation',
      cases: aboutCopies(async () => ({ reasons: { goal: 'Wij beginnen eerder.' } }), true),
    },
  };
  return { table, standing: [...pages.map(({ made }) => made.id), ...copies.map(({ id }) => id)] };
}
