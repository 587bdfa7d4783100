// What stands first in PostgreSQL, and that pages stay whole where weighing ends (decision 0005 of search).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  document,
  everything,
  type AdapterUnderTest,
} from '../../packages/search/src/conformance/adapter-under-test.ts';
import { makeDatabase } from '../support/platform.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

describe('the best answers first', () => {
  let adapter: AdapterUnderTest;
  beforeAll(async () => {
    const database = await makeDatabase();
    const made = await postgresUnderTest(database);
    adapter = { ...made, close: () => made.close().then(() => database.drop()) };
  });
  afterAll(() => adapter.close());
  const ask = (text: string, more: { limit?: number; after?: string | null } = {}) =>
    adapter.as(['public']).search({ ...everything, facets: false, text, ...more });
  const find = async (text: string) => (await ask(text)).hits.map(({ address }) => address);

  it('a word for whom is answered by the phase of a document that never says it', async () => {
    await adapter.fill([
      document({ address: 'vo', title: 'Rekenen met machines', phases: ['vo'], at: '2025-01-01T00:00:00Z' }),
      document({ address: 'po', title: 'Rekenen in de kring', phases: ['po'], at: '2025-01-02T00:00:00Z' }),
    ]);
    expect(await find('rekenen vmbo')).toEqual(['vo', 'po']);
    expect(await find('rekenen basisschool')).toEqual(['po', 'vo']);
  });

  it('what is about it stands above what only holds every word somewhere, however new', async () => {
    await adapter.fill([
      document({ address: 'over', title: 'Samen tegen pesten', phases: ['po'], at: '2025-01-01T00:00:00Z' }),
      document({
        address: 'noemt',
        kind: 'agenda',
        title: 'Plan van de gemeente',
        rest: `${'Wij doen veel tegelijk. '.repeat(40)} Op de basisschool is er minder pesten.`,
        at: '2025-01-02T00:00:00Z',
      }),
    ]);
    expect(await find('pesten basisschool')).toEqual(['over', 'noemt']);
  });

  it('what holds more of a sentence stands above what holds less', async () => {
    await adapter.fill([
      document({ address: 'een', title: 'Muziek in de klas', at: '2025-01-03T00:00:00Z' }),
      document({ address: 'twee', title: 'Muziek en toneel', at: '2025-01-02T00:00:00Z' }),
      document({ address: 'drie', title: 'Muziek, toneel en koken', at: '2025-01-01T00:00:00Z' }),
    ]);
    expect((await find('muziek toneel koken vliegtuig')).slice(0, 2)).toEqual(['drie', 'twee']);
  });

  it('pages are read to their end past what is weighed, without repeats, while others publish', async () => {
    const many = Array.from({ length: 340 }, (_, index) =>
      document({
        address: `p${index}`,
        title: index % 2 === 0 ? 'Bladeren' : 'Anders',
        rest: 'bladeren',
        at: new Date(Date.UTC(2025, 0, 1 + (index % 9))).toISOString(),
      }),
    );
    await adapter.fill(many);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 20; page += 1) {
      const { hits, next } = await ask('bladeren', { limit: 30, after });
      seen.push(...hits.map(({ address }) => address));
      if (next === null) break;
      after = next;
      await adapter.put(document({ address: `nieuw${page}`, title: 'Bladeren', at: '2025-02-01T00:00:00Z' }));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(many.every(({ address }) => seen.includes(address))).toBe(true);
  });
});
