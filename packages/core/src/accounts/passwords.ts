// Passwords: argon2id with the parameters OWASP advises (19 MiB, 2 passes), and no composition rules.
import { hash, verify } from '@node-rs/argon2';
import { invalid } from '../kernel/index.ts';
import { isCommonPassword } from './common-passwords.ts';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password somebody chooses; throws `account.password_common` for one that is guessed first. */
export async function hashNewPassword(password: string): Promise<string> {
  if (isCommonPassword(password))
    throw invalid('account.password_common', [{ field: 'password', code: 'common' }]);
  return hashPassword(password);
}

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
