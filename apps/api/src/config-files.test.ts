import { describe, expect, it } from 'vitest';
import { readFileStore } from './config-files.ts';

const here = { startedIn: '/srv/plein', needed: true };
const bucket = {
  S3_BUCKET: 'plein',
  S3_ENDPOINT: 'https://opslag.example',
  S3_ACCESS_KEY_ID: 'sleutel',
  S3_SECRET_ACCESS_KEY: 'geheim',
};

describe('where files stand', () => {
  it('is a folder, from where the command was given', () => {
    expect(readFileStore({ FILES_DIR: 'bestanden' }, here)).toEqual({
      found: { kind: 'disk', folder: '/srv/plein/bestanden' },
      problems: [],
    });
  });

  it('must be said where no folder stands beside the database', () => {
    expect(readFileStore({}, here).problems).toHaveLength(1);
    expect(readFileStore({}, { ...here, needed: false })).toEqual({ found: null, problems: [] });
  });

  it('is a bucket when it is named whole', () => {
    const { found, problems } = readFileStore(bucket, here);
    expect(problems).toEqual([]);
    expect(found).toMatchObject({
      kind: 's3',
      bucket: 'plein',
      endpoint: 'https://opslag.example',
      prefix: '',
    });
    expect(readFileStore({ ...bucket, S3_ENDPOINT: 'http://127.0.0.1:9000' }, here).problems).toEqual([]);
  });

  it('says what is wrong with a bucket, each in a sentence', () => {
    const wrong = [
      { ...bucket, FILES_DIR: '/srv' },
      { ...bucket, S3_SECRET_ACCESS_KEY: undefined },
      { ...bucket, S3_ENDPOINT: 'http://opslag.example' },
      { ...bucket, S3_ENDPOINT: 'opslag' },
      { ...bucket, S3_ENDPOINT: undefined },
      { ...bucket, S3_PREFIX: 'a b' },
      { ...bucket, S3_BUCKET: undefined },
    ];
    for (const given of wrong) expect(readFileStore(given, here).problems).toHaveLength(1);
  });
});
