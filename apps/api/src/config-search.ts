// What the environment says about a search engine beside PostgreSQL. Left out: PostgreSQL answers everything.
import type { MeilisearchSettings } from '@kansenplein/core';
import { z } from 'zod';

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** The variables of the search engine. There is none for a master key. */
export const searchVariables = {
  MEILI_URL: optional,
  MEILI_SEARCH_KEY: optional,
  MEILI_SEARCH_KEY_UID: optional,
  MEILI_INDEX_KEY: optional,
  MEILI_INDEX: optional,
};

type Given = Readonly<Partial<Record<keyof typeof searchVariables, string | undefined>>>;

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Keys go over the line: outside this machine it takes https. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const key = /^[\x21-\x7e]{16,200}$/;

/** Null: no other engine. */
export function readSearchEngine(given: Given): {
  found: MeilisearchSettings | null;
  problems: readonly string[];
} {
  const { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey, MEILI_INDEX_KEY: indexKey } = given;
  const { MEILI_SEARCH_KEY_UID: searchKeyUid, MEILI_INDEX: index = 'items' } = given;
  if (url === undefined) {
    const stray = Object.keys(searchVariables).some((name) => given[name as keyof Given] !== undefined);
    return { found: null, problems: stray ? ['MEILI_URL ontbreekt: het adres van de zoekmachine.'] : [] };
  }
  const problems: readonly [wrong: boolean, sentence: string][] = [
    [!isSafe(url), 'MEILI_URL: een volledig adres dat met https:// begint (http:// alleen op deze machine).'],
    [
      !key.test(searchKey ?? ''),
      'MEILI_SEARCH_KEY ontbreekt: een sleutel van Meilisearch die alleen mag zoeken.',
    ],
    [!uuid.test(searchKeyUid ?? ''), 'MEILI_SEARCH_KEY_UID ontbreekt: de uid van die zoeksleutel.'],
    [
      !key.test(indexKey ?? ''),
      'MEILI_INDEX_KEY ontbreekt: een sleutel van Meilisearch die de index bijhoudt.',
    ],
    [
      searchKey !== undefined && searchKey === indexKey,
      'MEILI_SEARCH_KEY en MEILI_INDEX_KEY zijn gelijk: neem er twee, en geen ervan de hoofdsleutel.',
    ],
    [!/^[a-z][a-z_]{0,30}$/.test(index), 'MEILI_INDEX: kleine letters en lage streepjes.'],
  ];
  return {
    found: {
      url,
      searchKey: searchKey ?? '',
      searchKeyUid: searchKeyUid ?? '',
      indexKey: indexKey ?? '',
      index,
    },
    problems: problems.filter(([wrong]) => wrong).map(([, sentence]) => sentence),
  };
}
