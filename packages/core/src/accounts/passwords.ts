// Passwords: argon2id with the parameters OWASP advises (19 MiB, 2 passes), and no composition rules.
import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Twelve characters or more and still guessed first. */
const common = new Set([
  '123456789012',
  '1234567890123',
  'aaaaaaaaaaaa',
  'gelijkekansen',
  'gemeente1234',
  'kansenplein1',
  'onderwijs1234',
  'password1234',
  'qwertyuiop123',
  'qwertyuiopas',
  'wachtwoord123',
  'wachtwoord1234',
  'welkom123456',
  'welkom1234567',
]);

export const isCommonPassword = (password: string) => common.has(password.toLowerCase());

export const hashPassword = (password: string) => hash(password, cost);

let nobody: Promise<string> | null = null;

/**
 * True when `password` belongs to `passwordHash`; as slow for an unknown account (null) as for a known one, also the
 * first time: the hash that stands in for nobody is waited for by both.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const standIn = await nobody;
  const right = await verify(passwordHash ?? standIn, password, cost);
  return right && passwordHash !== null;
}
