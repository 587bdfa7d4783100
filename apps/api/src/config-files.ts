// What the environment says about where the bytes of files stand: a folder, or a bucket of an S3-compatible service.
import type { StoreSettings } from '@kansenplein/core';
import { resolve } from 'node:path';
import { z } from 'zod';

const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** The variables of the file store, each with what it may be. */
export const fileVariables = {
  FILES_DIR: optional,
  S3_BUCKET: optional,
  S3_ENDPOINT: optional,
  S3_REGION: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  S3_PREFIX: optional,
};

type Given = Readonly<Partial<Record<keyof typeof fileVariables, string | undefined>>>;

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What goes over the line is signed, not hidden: outside this machine it takes https. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
}

/**
 * Null: the folder `files` beside the embedded database. `needed`: there is no such folder, so one of both must be said.
 */
export function readFileStore(
  given: Given,
  { startedIn, needed }: { startedIn: string; needed: boolean },
): { found: StoreSettings | null; problems: readonly string[] } {
  const bucket = given.S3_BUCKET;
  if (bucket === undefined) {
    const stray = Object.keys(given).some((name) => name.startsWith('S3_') && given[name as keyof Given]);
    if (stray) return { found: null, problems: ['S3_BUCKET ontbreekt: in welke bucket de bestanden staan.'] };
    if (given.FILES_DIR)
      return { found: { kind: 'disk', folder: resolve(startedIn, given.FILES_DIR) }, problems: [] };
    const missing = 'FILES_DIR of S3_BUCKET ontbreekt: waar de inhoud van bestanden bewaard wordt.';
    return { found: null, problems: needed ? [missing] : [] };
  }
  const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = given;
  const { S3_ENDPOINT: endpoint = null, S3_REGION: region, S3_PREFIX: prefix = '' } = given;
  const problems: readonly [wrong: boolean, sentence: string][] = [
    [given.FILES_DIR !== undefined, 'FILES_DIR en S3_BUCKET gaan niet samen: kies er een.'],
    [
      accessKeyId === '' || secretAccessKey === '',
      'S3_ACCESS_KEY_ID en S3_SECRET_ACCESS_KEY horen bij S3_BUCKET: geef beide.',
    ],
    [endpoint === null && !region, 'S3_ENDPOINT of S3_REGION ontbreekt: bij welke dienst de bucket staat.'],
    [endpoint !== null && !isSafe(endpoint), 'S3_ENDPOINT: een volledig adres dat met https:// begint.'],
    [
      !/^[A-Za-z0-9!_.*'()/-]{0,200}$/.test(prefix),
      'S3_PREFIX: letters, cijfers, streepjes en schuine strepen.',
    ],
  ];
  return {
    found: {
      kind: 's3',
      bucket,
      endpoint,
      region: region ?? 'us-east-1',
      accessKeyId,
      secretAccessKey,
      prefix,
    },
    problems: problems.filter(([wrong]) => wrong).map(([, sentence]) => sentence),
  };
}
