// Codes of six digits from an authenticator app (RFC 6238), and recovery codes for when the app is gone.
import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const seconds = 30;

/** A new seed of 160 bits (RFC 4226, 4) in base32. */
export const newSeed = () => new Secret({ size: 20 }).base32;

const appFor = (seed: string, label: string) =>
  new TOTP({
    issuer: 'Kansenplein',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: seconds,
    secret: Secret.fromBase32(seed),
  });

/** What a QR code holds: every authenticator app reads it. */
export const setupUri = (seed: string, address: string) => appFor(seed, address).toString();

/**
 * The period of thirty seconds (counted since 1970) that `code` belongs to; null when it is wrong. The one before and
 * the one after are accepted too, because clocks differ and people type.
 */
export function periodOf(seed: string, code: string, now = Date.now()): number | null {
  const delta = appFor(seed, '').validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / seconds) + delta;
}

/** As typed by a person: spaces, hyphens and capitals do not count. */
export const tidy = (code: string) => code.replace(/[\s-]/g, '').toLowerCase();

export const isAppCode = (tidied: string) => /^\d{6}$/.test(tidied);

/** Letters and digits without those that look alike: 31 of them, so seventeen characters hold 84 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `abcde-fghjk-mnpqr-st`: in groups, to be written over by hand. */
const newRecoveryCode = () =>
  Array.from({ length: 17 }, () => alphabet[randomInt(alphabet.length)])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-');

export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, newRecoveryCode);

/** What is stored of a recovery code: enough random bits that a plain hash does (NIST 800-63B, 5.1.2.2). */
export const hashRecoveryCode = (account: string, code: string) =>
  createHash('sha256')
    .update(`${account}\n${tidy(code)}`)
    .digest('hex');
