// The matrix of organisations and schools: known to who added it, then to the readers of the widest page that names it;
// doubles are a coordinator's.
import { handleOf, makeAgenda, makeIntervention, type Visibility } from '../support/writing.ts';
import { own, stranger, type Alliance } from '../support/alliance.ts';
import {
  deskOf,
  editors,
  nowhere,
  seesPage,
  type Actor,
  type Case,
  type Kind,
  type Table,
} from './matrix-world.ts';

interface Known {
  readonly owner: string;
  /** The widest page that names it; null when none does. */
  readonly named: Visibility | null;
}

export const organisationKinds: Readonly<Record<string, Known>> = {
  'own, not named': { owner: own, named: null },
  'own, named to the municipality': { owner: own, named: 'municipality' },
  'own, named to the alliance': { owner: own, named: 'alliance' },
  'own, named to everybody': { owner: own, named: 'public' },
  'of another, not named': { owner: stranger, named: null },
  'of another, named to everybody': { owner: stranger, named: 'public' },
};

interface MadeOrganisation {
  readonly id: string;
  readonly handle: string;
  readonly revision: number;
}

let made = 0;

const describedAs = (name: string) => ({
  name,
  kind: 'welfare' as const,
  locatedIn: null,
  brin: '',
  website: '',
});

/** Added, and named on a page and on an agenda. */
export async function makeOrganisation(
  alliance: Alliance,
  { owner, named }: Known,
): Promise<MadeOrganisation> {
  const desk = deskOf({ owner, state: 'draft', visibility: 'public', joint: false });
  const name = `Stichting Proefwerk ${(made += 1)}`;
  const editor = await alliance.as(desk.editor);
  const { id, slug } = await editor.organisations.add.mutate(describedAs(name));
  const wanted = { desk, content: { organisations: [id] } };
  if (named !== null) {
    await makeIntervention(alliance, { ...wanted, state: 'published', visibility: named });
    await makeAgenda(alliance, { ...wanted, state: 'published', visibility: named });
  }
  return { id, handle: handleOf(slug), revision: 1 };
}

/** One that was merged into another, of which everybody knows. */
export async function makeMerged(alliance: Alliance): Promise<MadeOrganisation> {
  const coordinator = await alliance.as('coordinator');
  const everybodys = { owner: own, named: 'public' } as const;
  const [gone, stays] = [
    await makeOrganisation(alliance, everybodys),
    await makeOrganisation(alliance, everybodys),
  ];
  await coordinator.organisations.merge.mutate({ id: gone.id, into: stays.id, reason: 'Dezelfde.' });
  return gone;
}

export const seesOrganisation = (actor: Actor, { owner, named }: Known): boolean =>
  seesPage(actor, {
    owner,
    state: 'published',
    visibility: named ?? 'municipality',
    joint: false,
  } satisfies Kind);

const isShared = ({ named }: Known) => named === 'alliance' || named === 'public';
const missing: MadeOrganisation = { id: nowhere, handle: 'aaaaaaaaaa', revision: 1 };
const anybody = [...editors, 'coordinator'] as const;

export async function organisationMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const standing: { name: string; each: Known; made: MadeOrganisation }[] = [];
  for (const [name, each] of Object.entries(organisationKinds))
    standing.push({ name, each, made: await makeOrganisation(alliance, each) });
  const other = await makeOrganisation(alliance, { owner: own, named: 'public' });
  const merged = await makeMerged(alliance);

  const about =
    (
      input: (one: MadeOrganisation) => unknown,
      rule: (actor: Actor, each: Known) => string,
      changes = false,
    ) =>
    async () => [
      { name: 'not existing', standing: input(missing), outcome: () => 'organisation.not_found' },
      ...standing.map(({ name, each, made: one }): Case => ({
        name,
        standing: input(one),
        ...(changes && { fresh: async () => input(await makeOrganisation(alliance, each)) }),
        outcome: (actor) => (seesOrganisation(actor, each) ? rule(actor, each) : 'organisation.not_found'),
      })),
    ];
  const always = (input?: unknown) => async () => [{ name: 'always', standing: input, outcome: () => 'ok' }];
  const seen = about(
    ({ handle }) => ({ handle }),
    () => 'ok',
  );
  const reason = 'Bij het nalopen gezien.';

  const table: Table = {
    'organisations.list': { for: 'everybody', kind: 'query', cases: always({ text: 'proefwerk' }) },
    'organisations.get': { for: 'everybody', kind: 'query', cases: seen },
    'interventions.ofOrganisation': { for: 'everybody', kind: 'query', cases: seen },
    'agendas.ofOrganisation': { for: 'everybody', kind: 'query', cases: seen },
    'organisations.alike': {
      for: anybody,
      kind: 'query',
      cases: always({ name: 'proefwerk', locatedIn: null, brin: '' }),
    },
    'organisations.add': {
      for: anybody,
      kind: 'mutation',
      cases: async () => [
        {
          name: 'always',
          standing: describedAs('Stichting Geweigerd'),
          fresh: async () => describedAs(`Nieuw ${(made += 1)}`),
          outcome: () => 'ok',
        },
      ],
    },
    'organisations.correct': {
      for: [...anybody, 'operator'],
      kind: 'mutation',
      cases: about(
        ({ id, revision }) => ({ id, revision, ...describedAs(`Verbeterd ${(made += 1)}`) }),
        (actor, each) => {
          const curates = actor.role === 'coordinator' || actor.role === 'operator';
          return curates === isShared(each) ? 'ok' : 'organisation.read_only';
        },
        true,
      ),
    },
    'organisations.merge': {
      for: ['coordinator'],
      kind: 'mutation',
      cases: about(
        ({ id }) => ({ id, into: other.id, reason }),
        () => 'ok',
        true,
      ),
    },
    'organisations.undoMerge': {
      for: ['coordinator'],
      kind: 'mutation',
      cases: async () => [
        { name: 'not existing', standing: { id: nowhere, reason }, outcome: () => 'organisation.not_found' },
        {
          name: 'own, not named',
          standing: { id: standing[0]?.made.id, reason },
          outcome: () => 'organisation.not_found',
        },
        {
          name: 'merged',
          standing: { id: merged.id, reason },
          fresh: async () => ({ id: (await makeMerged(alliance)).id, reason }),
          outcome: () => 'ok',
        },
      ],
    },
    'organisations.doubles': { for: ['coordinator'], kind: 'query', cases: always() },
    'organisations.merges': { for: ['coordinator'], kind: 'query', cases: always() },
  };
  return { table, standing: [...standing.map(({ made: one }) => one.id), merged.id] };
}
