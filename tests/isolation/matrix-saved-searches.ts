// The matrix of what the search page asks and of questions that are kept: each is its person's, also for who
// administers the same municipality. The link that stops its mail: matrix-notifications.ts.
import type { Alliance, PersonName } from '../support/alliance.ts';
import type { Part } from './matrix-run.ts';
import { nowhere, type Actor, type Case, type Entry } from './matrix-world.ts';

const question = { text: 'lezen' };

/** A question that somebody keeps, mailed each day. */
export async function makeKept(alliance: Alliance, person: PersonName): Promise<string> {
  const client = await alliance.as(person);
  const { id } = await client.savedSearches.save.mutate({
    name: `Lezen van ${person}`,
    question,
    alert: 'day',
  });
  return id;
}

const everybody = (standing: unknown): Entry => ({
  for: 'everybody',
  kind: 'query',
  cases: async () => [{ name: 'question', standing, outcome: () => 'ok' }],
});
const signedIn = (kind: Entry['kind'], cases: Entry['cases']): Entry => ({ for: 'signedIn', kind, cases });

export async function savedSearchMatrix(alliance: Alliance): Promise<Part> {
  const [ofReader, ofStranger] = [
    await makeKept(alliance, 'reader'),
    await makeKept(alliance, 'strangerEditor'),
  ];
  const keepers = {
    'of a reader': ['reader', ofReader],
    'of another': ['strangerEditor', ofStranger],
  } as const;
  /** One question, of each of two people. */
  const about = (input: (id: string) => unknown): Case[] => [
    { name: 'not existing', standing: input(nowhere), outcome: () => 'search.not_found' },
    ...Object.entries(keepers).map(([name, [keeper, id]]): Case => ({
      name,
      standing: input(id),
      fresh: async () => input(await makeKept(alliance, keeper)),
      outcome: ({ person }: Actor) => (person === keeper ? 'ok' : 'search.not_found'),
    })),
  ];
  const belongs = ({ role }: Actor) => (role === null ? 'search.cannot_keep' : 'ok');
  const save = { name: 'Bewaard', question, alert: 'week' };
  return {
    standing: [ofReader, ofStranger],
    table: {
      'finding.grouped': everybody({ text: 'lees' }),
      'finding.values': everybody({ wanted: 'br' }),
      'finding.wider': everybody({ text: 'qqxxyyzz', themes: ['armoede'] }),
      'finding.export': signedIn('query', async () => [
        { name: 'question', standing: {}, outcome: () => 'ok' },
      ]),
      'savedSearches.list': signedIn('query', async () => [
        { name: 'always', standing: undefined, outcome: () => 'ok' },
      ]),
      'savedSearches.save': signedIn('mutation', async () => [
        { name: 'a question', standing: save, fresh: async () => save, outcome: belongs },
      ]),
      'savedSearches.change': signedIn('mutation', async () =>
        about((id) => ({ id, name: 'Anders', alert: 'none' })),
      ),
      'savedSearches.remove': signedIn('mutation', async () => about((id) => ({ id }))),
    },
  };
}
