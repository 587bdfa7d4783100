// The matrix of looking over what was read: editors of the own municipality, and nobody else (domain.md, 'import').
import { own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import {
  editors,
  makeImport,
  nowhere,
  type Actor,
  type Case,
  type Entry,
  type Table,
} from './matrix-world.ts';

const goal = 'intervention/1/goal';

export async function reviewMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const decided = async (id: string, by: PersonName) => {
    await (await alliance.as(by)).imports.decide.mutate({ id, item: goal, revision: 0, verdict: 'accepted' });
    return id;
  };
  const kinds = {
    failed: await makeImport(alliance, 'failed'),
    read: await decided(await makeImport(alliance, 'read'), 'editor'),
    drafted: await decided(await makeImport(alliance, 'drafted'), 'editor'),
  };
  // The demo document is of Brunssum: Midden-Groningen may look at it, and there is nothing to decide.
  const foreign = await makeImport(alliance, 'read', 'strangerEditor');
  // Each who may change something changes an import of its own.
  const fresh: string[] = [];
  for (let count = 0; count < 25; count += 1) fresh.push(await makeImport(alliance, 'read'));

  const cases =
    (input: (id: string) => unknown, changes: boolean): Entry['cases'] =>
    async () => [
      { name: 'not existing', standing: input(nowhere), outcome: () => 'import.not_found' },
      ...Object.entries(kinds).map(([name, id]): Case => ({
        name,
        standing: input(id),
        outcome: (actor: Actor) =>
          actor.municipality !== own ? 'import.not_found' : name === 'failed' ? 'import.not_ready' : 'ok',
        ...(changes && { fresh: async () => input(fresh.pop() ?? '') }),
      })),
      {
        name: 'of another',
        standing: input(foreign),
        outcome: (actor) => (actor.municipality === stranger ? 'import.not_ready' : 'import.not_found'),
      },
    ];
  const entry = (kind: Entry['kind'], input: (id: string) => unknown): Entry => ({
    for: editors,
    kind,
    cases: cases(input, kind === 'mutation'),
  });
  // All made beforehand: reading a later document would read the one that must wait.
  const editor = await alliance.as('editor');
  const drafted: { id: string; agenda: string }[] = [];
  for (let count = 0; count < 4; count += 1) {
    const id = await makeImport(alliance, 'drafted');
    drafted.push({ id, agenda: (await editor.imports.get.query({ id })).agenda ?? '' });
  }
  const withoutDraft: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const id = await makeImport(alliance, 'drafted');
    const [first] = (await editor.imports.get.query({ id })).interventions;
    await editor.interventions.discard.mutate({ id: first?.id ?? '' });
    withoutDraft.push(id);
  }
  /** About the drafts of an import: only one that has drafts can be asked. */
  const aboutDrafts = (
    kind: Entry['kind'],
    input: (id: string, draft: string) => unknown,
    make?: () => Promise<unknown>,
  ): Entry => ({
    for: editors,
    kind,
    cases: async () => [
      { name: 'not existing', standing: input(nowhere, nowhere), outcome: () => 'import.not_found' },
      ...Object.entries(kinds).map(([name, id]): Case => ({
        name,
        standing: input(id, nowhere),
        outcome: (actor: Actor) =>
          actor.municipality !== own ? 'import.not_found' : name === 'drafted' ? 'ok' : 'import.not_ready',
        ...(make && { fresh: make }),
      })),
      {
        name: 'of another',
        standing: input(foreign, nowhere),
        outcome: (actor) => (actor.municipality === stranger ? 'import.not_ready' : 'import.not_found'),
      },
    ],
  });
  const follows = (id: string) => ({ id, earlier: kinds.drafted });
  const following: Entry = {
    for: editors,
    kind: 'mutation',
    cases: async () => [
      ...(await cases(follows, true)()).map((each) =>
        each.name === 'drafted'
          ? {
              ...each,
              outcome: (actor: Actor) =>
                actor.municipality === own ? 'import.not_ready' : 'import.not_found',
            }
          : each,
      ),
      {
        name: 'an earlier one of another',
        standing: { id: foreign, earlier: kinds.drafted },
        outcome: (actor) => (actor.municipality === stranger ? 'import.not_ready' : 'import.not_found'),
      },
    ],
  };
  const table: Table = {
    'imports.earlier': entry('query', (id) => ({ id })),
    'imports.belonging': entry('query', (id) => ({ id })),
    'imports.follow': following,
    'imports.compare': aboutDrafts('query', (id) => ({ id })),
    'imports.takeOver': aboutDrafts(
      'mutation',
      (id, draft) => ({ id, draft, revision: 1, field: 'mission', number: '' }),
      async () => {
        const { id = '', agenda = '' } = drafted.pop() ?? {};
        return { id, draft: agenda, revision: 1, field: 'mission', number: '' };
      },
    ),
    'imports.draftOne': aboutDrafts(
      'mutation',
      (id) => ({ id, position: 1 }),
      async () => ({ id: withoutDraft.pop(), position: 1 }),
    ),
    // Answers nothing for a draft it knows nothing of: whoever may not see it gets what does not exist.
    'imports.marks': {
      for: editors,
      kind: 'query',
      cases: async () => [
        { name: 'not existing', standing: { draft: nowhere }, outcome: () => 'ok' },
        { name: 'of an import', standing: { draft: drafted[0]?.agenda }, outcome: () => 'ok' },
      ],
    },
    'imports.review': entry('query', (id) => ({ id })),
    'imports.decide': entry('mutation', (id) => ({ id, item: goal, revision: 0, verdict: 'accepted' })),
    'imports.decideGroup': entry('mutation', (id) => ({ id, group: 'goals', verdict: 'accepted' })),
    'imports.present': entry('mutation', (id) => ({ id })),
  };
  return { table, standing: [...Object.values(kinds), foreign] };
}
