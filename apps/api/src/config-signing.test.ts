import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIssuers, readSecretKeys } from './config-signing.ts';
import { ConfigError, readConfig } from './config.ts';

const issuer = {
  id: 'brunssum',
  name: 'Gemeente Brunssum',
  issuer: 'https://login.example',
  clientId: 'kansenplein',
  clientSecret: 'x',
};
const read = (...issuers: unknown[]) => readIssuers(JSON.stringify(issuers));

describe('SECRET_KEY', () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

  it('is 32 bytes in base64, or several with the newest first', () => {
    expect(readSecretKeys(undefined)).toEqual({ found: null, problems: [] });
    expect(readSecretKeys(key(1)).found).toEqual([Buffer.alloc(32, 1)]);
    expect(readSecretKeys(`${key(2)}, ${key(1)}`).found).toEqual([Buffer.alloc(32, 2), Buffer.alloc(32, 1)]);
    for (const wrong of ['x', 'wachtwoord', `${key(1)},`, Buffer.alloc(16).toString('base64')]) {
      expect(readSecretKeys(wrong).problems).toHaveLength(1);
    }
  });

  it('is asked for with a database of one’s own, outside a demo', () => {
    const real = {
      DEMO: '0',
      DATABASE_URL: 'postgresql://app@db/x',
      DATABASE_WORKER_URL: 'postgresql://worker@db/x',
      ORIGIN: 'https://plein.example',
      SMTP_URL: 'smtp://x',
      MAIL_FROM: 'a@b.example',
      FILES_DIR: '/srv/bestanden',
    };
    expect(() => readConfig(real)).toThrow(ConfigError);
    expect(() => readConfig(real)).toThrow(/SECRET_KEY ontbreekt/);
    expect(readConfig({ ...real, SECRET_KEY: key(1) }).secretKeys).toHaveLength(1);
    expect(readConfig({ ...real, ORIGIN: 'http://localhost', DEMO: '1' }).secretKeys).toBeNull();
  });
});

describe('OIDC_ISSUERS', () => {
  it('is JSON, or a file that holds it', () => {
    expect(read(issuer)).toEqual({ found: [{ ...issuer, multiFactor: null }], problems: [] });
    const folder = mkdtempSync(join(tmpdir(), 'kansenplein-issuers-'));
    const path = join(folder, 'issuers.json');
    writeFileSync(path, JSON.stringify([{ ...issuer, multiFactor: { amr: ['mfa'] } }]));
    expect(readIssuers(path).found[0]?.multiFactor).toEqual({ acr: [], amr: ['mfa'] });
    rmSync(folder, { recursive: true });
    expect(readIssuers(path).problems).toHaveLength(1);
    expect(readIssuers(undefined)).toEqual({ found: [], problems: [] });
  });

  it.each([
    ['no https', { issuer: 'http://login.example' }],
    ['no address', { issuer: 'login' }],
    ['an id with capitals', { id: 'Brunssum' }],
    ['a second factor that nothing shows', { multiFactor: { acr: [], amr: [] } }],
    ['a field that does not exist', { tenant: 'x' }],
    ['no secret', { clientSecret: '' }],
  ])('is refused with %s', (_name, change) => {
    expect(read({ ...issuer, ...change }).problems.length).toBeGreaterThan(0);
    expect(() => readConfig({ OIDC_ISSUERS: JSON.stringify([{ ...issuer, ...change }]) })).toThrow(
      ConfigError,
    );
  });

  it('names each issuer and each id once', () => {
    expect(read(issuer, { ...issuer, id: 'anders' }).problems).toHaveLength(1);
    expect(read(issuer, { ...issuer, issuer: 'https://anders.example' }).problems).toHaveLength(1);
  });

  it('may be plain http on this machine, for trying', () => {
    expect(read({ ...issuer, issuer: 'http://127.0.0.1:8080' }).problems).toEqual([]);
  });
});
