// Every judged question gives the same pages through both adapters: same documents, tiers, marks, passages,
// totals and counts. The engine is a stand-in written from the documentation; a real one was not tried by this.
import type { SearchQuery } from '@kansenplein/search';
import type { AdapterUnderTest } from '@kansenplein/search/conformance';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../packages/search/src/conformance/adapter-under-test.ts';
import { startMeilisearchServer } from '../support/meilisearch-server.ts';
import { makeDatabase } from '../support/platform.ts';
import { meilisearchUnderTest } from './meilisearch-under-test.ts';
import { postgresUnderTest } from './postgres-under-test.ts';
import { asker } from './quality/figures.ts';
import { judgedCorpus } from './quality/judged-corpus.ts';
import { questionsApart } from './quality/questions-apart.ts';
import { tunedQuestions } from './quality/questions-tuned.ts';

const texts = [...tunedQuestions, ...questionsApart].map(({ text }) => text);

describe('the same pages from both engines (on a stand-in; no real Meilisearch was tried)', () => {
  let engine: AdapterUnderTest;
  let postgres: AdapterUnderTest;
  let close: () => Promise<unknown>;
  beforeAll(async () => {
    const [database, server] = await Promise.all([makeDatabase(), startMeilisearchServer()]);
    engine = await meilisearchUnderTest(database, server.settings);
    postgres = await postgresUnderTest(database);
    close = () => Promise.all([engine.close(), postgres.close(), server.close()]).then(() => database.drop());
    await engine.fill((await judgedCorpus()).map(({ document }) => document));
  });
  afterAll(() => close());

  const firstPage = async (adapter: AdapterUnderTest, query: Partial<SearchQuery>) => {
    const { hits, total, facets, didYouMean } = await adapter
      .as(asker)
      .search({ ...everything, limit: 15, ...query });
    return { hits, total, facets, didYouMean };
  };
  /** The questions that do not give the same page. */
  const differing = async (queries: readonly Partial<SearchQuery>[]) => {
    const found: { text: string; isMore: boolean }[] = [];
    for (const query of queries) {
      const [own, other] = [await firstPage(engine, query), await firstPage(postgres, query)];
      if (!isDeepStrictEqual(own, other))
        found.push({ text: query.text ?? '', isMore: own.total >= other.total });
    }
    return found;
  };
  // In 'ouders en school' PostgreSQL takes any word for the small one, the engine none but a small one.
  const expectTheSame = async (queries: readonly Partial<SearchQuery>[]) => {
    const found = await differing(queries);
    expect(found.filter(({ text, isMore }) => isMore || !text.includes('ouder'))).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(5);
  };
  const patience = 120_000;

  it('for every judged question, the best first', { timeout: patience }, async () => {
    await expectTheSame(texts.map((text) => ({ text })));
    expect((await firstPage(engine, { text: 'pesten' })).hits).not.toEqual([]);
  });

  it('as typed', { timeout: patience }, async () => {
    expect(await differing(texts.map((text) => ({ text, literal: true })))).toEqual([]);
  });

  it('by date and under filters', { timeout: patience }, async () => {
    const chosen = { sort: 'newest' as const, kinds: ['intervention'], phases: ['po', 'vo'] };
    await expectTheSame(texts.map((text) => ({ text, ...chosen })));
  });

  it('for lists', async () => {
    expect(await differing([{}, { kinds: ['agenda'] }, { themes: ['taal'], phases: ['po'] }])).toEqual([]);
  });
});
