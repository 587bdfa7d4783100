import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionChoices, actionSentence } from './actions.ts';

const packages = join(import.meta.dirname, '../../../../../packages');
const textOf = (folder: string, ending: RegExp): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !/\.test\.ts$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');

const code = textOf(join(packages, 'core/src'), /\.ts$/);
const migrations = textOf(join(packages, 'db/src/migrations'), /\.sql$/);
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const recorded = [
  ...found(code, /\baction:? =? ?(?:\w+ \? )?'([a-z]+\.[a-z_]+)'/g),
  ...found(code, /\bsensitive: '([a-z]+\.[a-z_]+)'/g),
  ...found(migrations, /account_event\('([a-z]+\.[a-z_]+)'/g),
  ...found(migrations, /append_event\('([a-z]+\.[a-z_]+)'/g),
  ...found(migrations, /'((?:access|audit)\.[a-z]+)', (?:which|last_old)/g),
];

/** What happens to an account and the ways into it; `account.` stands in front of it where it is recorded. */
const ofAccounts = [
  ...found(code, /recordOfAccount\([^;]*?, '([a-z_]+)'/g),
  ...found(code, /recordOfAccount\([^;]*? \? '([a-z_]+)' : '[a-z_]+'/g),
  ...found(code, /recordOfAccount\([^;]*? \? '[a-z_]+' : '([a-z_]+)'/g),
  ...found(code, /\btaken\(tx, ctx, actor, '([a-z_]+)'/g),
  ...found(code, /\bevent: '([a-z_]+)'/g),
].map((what) => `account.${what}`);

describe('the log', () => {
  it('has a sentence for everything that is recorded', () => {
    expect(recorded.length).toBeGreaterThan(25);
    expect(recorded).toContain('access.denied');
    expect(recorded.filter((action) => actionSentence(action) === action)).toEqual([]);
  });

  it('has a sentence for everything that happens to an account', () => {
    for (const one of ['signed_in', 'signed_out_everywhere', 'passkey_added', 'issuer_unlinked'])
      expect(ofAccounts).toContain(`account.${one}`);
    expect(ofAccounts.filter((action) => actionSentence(action) === action)).toEqual([]);
  });

  it('has a sentence for every role somebody can be given and every answer to an invitation to take part', () => {
    const derived = [
      ...['reader', 'editor', 'publisher', 'administrator'].map((role) => `membership.became_${role}`),
      ...['intended', 'conditional', 'confirmed', 'withdrawn'].map((answer) => `participation.${answer}`),
      ...['intervention', 'agenda'].flatMap((noun) =>
        ['restored', 'remarked', 'remark_answered', 'remark_settled', 'remark_reopened'].map(
          (what) => `${noun}.${what}`,
        ),
      ),
      ...['started', 'loaded'].map((moment) => `demo.${moment}`),
    ];
    expect(derived.filter((action) => actionSentence(action) === action)).toEqual([]);
  });

  it('offers each action once', () => {
    expect(new Set(actionChoices.map(({ label }) => label)).size).toBe(actionChoices.length);
  });
});
