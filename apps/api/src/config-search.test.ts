// What whoever installs the platform may say about a search engine, and what is refused.
import { describe, expect, it } from 'vitest';
import { readSearchEngine } from './config-search.ts';

const given = {
  MEILI_URL: 'https://zoek.example',
  MEILI_SEARCH_KEY: 'zoeken-en-verder-niets',
  MEILI_SEARCH_KEY_UID: '6f1b8a52-1c55-4f0c-9b1e-0c2d6d2f5a11',
  MEILI_INDEX_KEY: 'bijhouden-en-verder-niets',
};

describe('a search engine', () => {
  it('is none when nothing is said', () => {
    expect(readSearchEngine({})).toEqual({ found: null, problems: [] });
  });

  it('is an address with two keys', () => {
    expect(readSearchEngine(given)).toEqual({
      found: {
        url: 'https://zoek.example',
        searchKey: given.MEILI_SEARCH_KEY,
        searchKeyUid: given.MEILI_SEARCH_KEY_UID,
        indexKey: given.MEILI_INDEX_KEY,
        index: 'items',
      },
      problems: [],
    });
  });

  it.each([
    [{ MEILI_URL: 'http://zoek.example' }, 'https://'],
    [{ MEILI_URL: 'https://naam:geheim@zoek.example' }, 'https://'],
    [{ MEILI_URL: 'geen adres' }, 'https://'],
    [{ MEILI_URL: undefined }, 'MEILI_URL ontbreekt'],
    [{ MEILI_SEARCH_KEY: undefined }, 'MEILI_SEARCH_KEY ontbreekt'],
    [{ MEILI_SEARCH_KEY: 'kort' }, 'MEILI_SEARCH_KEY ontbreekt'],
    [{ MEILI_SEARCH_KEY_UID: 'geen uid' }, 'MEILI_SEARCH_KEY_UID ontbreekt'],
    [{ MEILI_INDEX_KEY: undefined }, 'MEILI_INDEX_KEY ontbreekt'],
    [{ MEILI_INDEX_KEY: given.MEILI_SEARCH_KEY }, 'zijn gelijk'],
    [{ MEILI_INDEX: 'Items/../x' }, 'MEILI_INDEX'],
  ])('%j is refused with a sentence', (change, sentence) => {
    expect(readSearchEngine({ ...given, ...change }).problems.join()).toContain(sentence);
  });

  it('may be without https on this machine', () => {
    expect(readSearchEngine({ ...given, MEILI_URL: 'http://127.0.0.1:7700' }).problems).toEqual([]);
  });
});
