// The pure parts of proving who one is: the vault, codes, and what is kept of a browser.
import { describe, expect, it } from 'vitest';
import { browserOf } from './browsers.ts';
import { hashRecoveryCode, isAppCode, newRecoveryCodes, newSeed, periodOf, setupUri, tidy } from './codes.ts';
import { createVault } from './vault.ts';

const key = (byte: number) => Buffer.alloc(32, byte);

describe('the vault', () => {
  it('opens what it sealed, for the same purpose only', () => {
    const vault = createVault([key(1)]);
    const sealed = vault.seal('geheim', 'totp of a');
    expect(sealed).not.toContain('geheim');
    expect(vault.open(sealed, 'totp of a')).toEqual({ text: 'geheim', stale: false });
    expect(vault.open(sealed, 'totp of b')).toBeNull();
  });

  it('seals the same text differently each time', () => {
    const vault = createVault([key(1)]);
    expect(vault.seal('x', 'y')).not.toBe(vault.seal('x', 'y'));
  });

  it('opens nothing that was changed, of another key, or no seal at all', () => {
    const vault = createVault([key(1)]);
    const sealed = vault.seal('geheim', 'p');
    const [name = '', body = ''] = sealed.split('.');
    for (let at = 0; at < body.length - 1; at += 1) {
      const changed = `${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`;
      expect(vault.open(`${name}.${changed}`, 'p')).toBeNull();
    }
    expect(createVault([key(2)]).open(sealed, 'p')).toBeNull();
    for (const nothing of ['', '.', 'x', `${name}.`, `${name}.AAAA`, '😀.😀'])
      expect(vault.open(nothing, 'p')).toBeNull();
  });

  it('opens with an older key what was sealed before, and says that it is to be sealed anew', () => {
    const sealed = createVault([key(1)]).seal('geheim', 'p');
    const replaced = createVault([key(2), key(1)]);
    expect(replaced.open(sealed, 'p')).toEqual({ text: 'geheim', stale: true });
    expect(createVault([key(1)]).open(replaced.seal('geheim', 'p'), 'p')).toBeNull();
  });

  it('refuses a key of another length, and none', () => {
    expect(() => createVault([])).toThrow(TypeError);
    expect(() => createVault([key(1), Buffer.alloc(16)])).toThrow(TypeError);
  });

  it('gives the same pseudonym for the same text, and another in another installation', () => {
    const vault = createVault([key(1)]);
    expect(vault.pseudonym('a@b.example')).toBe(vault.pseudonym('a@b.example'));
    expect(vault.pseudonym('a@b.example')).toMatch(/^[0-9a-f]{32}$/);
    expect(vault.pseudonym('a@b.example')).not.toBe(vault.pseudonym('a@c.example'));
    expect(vault.pseudonym('a@b.example')).not.toBe(createVault([key(2)]).pseudonym('a@b.example'));
  });
});

describe('codes of an app', () => {
  // RFC 6238, appendix B: the seed '12345678901234567890', the last six of its eight digits.
  const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %d is %s as the standard says', (second, code) => {
    const period = Math.floor(second / 30);
    expect(periodOf(seed, code, second * 1000)).toBe(period);
    // The one before and after are accepted, and say that they are.
    expect(periodOf(seed, code, (second + 30) * 1000)).toBe(period);
    if (second > 30) expect(periodOf(seed, code, (second - 30) * 1000)).toBe(period);
    expect(periodOf(seed, code, (second + 60) * 1000)).toBeNull();
  });

  it('have a seed of 160 bits of their own, in a QR code that every app reads', () => {
    const seeds = new Set(Array.from({ length: 100 }, newSeed));
    expect(seeds.size).toBe(100);
    for (const each of seeds) expect(each).toMatch(/^[A-Z2-7]{32}$/);
    expect(setupUri(seed, 'iemand@kansenplein.example')).toBe(
      `otpauth://totp/Kansenplein:iemand%40kansenplein.example?issuer=Kansenplein&secret=${seed}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe('recovery codes', () => {
  it('are ten, differ, and hold no letters that look alike', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{2}$/);
      expect(isAppCode(tidy(code))).toBe(false);
    }
  });

  it('are kept per account, however they are typed', () => {
    const [code = ''] = newRecoveryCodes();
    expect(hashRecoveryCode('a', code.toUpperCase().replaceAll('-', ' '))).toBe(hashRecoveryCode('a', code));
    expect(hashRecoveryCode('b', code)).not.toBe(hashRecoveryCode('a', code));
  });
});

describe('of a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox op Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge op Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/605.1',
      'Safari op Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari op iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome op Android',
    ],
    ['curl/8.0', 'onbekend'],
    ['<script>alert(1)</script>', 'onbekend'],
    [null, 'onbekend'],
  ])('that says %s is kept: %s', (agent, kept) => {
    expect(browserOf(agent)).toBe(kept);
  });
});
