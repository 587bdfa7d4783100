import { describe, expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';

describe('a password that is guessed first', () => {
  it.each([
    'Wachtwoord123',
    'W@chtw00rd2026!',
    'welkom123456',
    'Welkom2025!!!',
    'welkom welkom',
    'WelkomKansenplein1',
    'kansenplein1',
    'gemeente1234',
    'Zomervakantie2026',
    'gelijke kansen 1',
    'Geheim-geheim-1',
    'onderwijs1234',
    'password1234',
    'P4ssw0rd!!!!',
    'letmein123456',
    '123456789012',
    '0987654321098',
    '01-01-1980-01',
    'qwertyuiopas',
    'qwerty123456',
    'Qwertyuiop!!',
    'abcdefghijkl',
    '1qaz2wsx3edc',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'éééééééééééé',
  ])('%s is refused', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });
});

describe('a password of one’s own', () => {
  it.each([
    'een lange zin als wachtwoord',
    'samen-op-het-plein',
    'fiets paard batterij nietje',
    'mijn school staat in de zomer open',
    'correct horse battery staple',
    'g7Kq-2xVn-p9Lm',
    'hJ8#mQ2!vR5x',
    'tante Truus bakt 12 taarten',
    'verdwaald in het gemeentehuis',
    'dertien welkome gasten',
  ])('%s is taken', (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
