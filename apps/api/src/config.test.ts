import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('the configuration', () => {
  it('is a demo on this machine when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://localhost:3000',
    });
  });

  it('says everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', DATABASE_URL: 'mysql://', SMTP_URL: 'http://' })).toHaveLength(3);
  });

  it('refuses a demo that others could reach', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })).toHaveLength(1);
    expect(problemsOf({ ORIGIN: 'https://kansenplein.example' })).toHaveLength(1);
  });

  it('wants https, mail and an address for real use', () => {
    expect(problemsOf({ DEMO: '0' })).toHaveLength(2);
    expect(
      problemsOf({
        DEMO: '0',
        ORIGIN: 'http://plein.example',
        SMTP_URL: 'smtp://x',
        MAIL_FROM: 'a@b.example',
      }),
    ).toHaveLength(1);
  });

  it('wants both database roles or none', () => {
    expect(problemsOf({ DEMO: '1', DATABASE_URL: 'postgresql://app@db/x' })).toHaveLength(1);
  });
});
