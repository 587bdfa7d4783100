// The key of the installation: seals the seeds of authenticator apps, and makes pseudonyms that only we can compute.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Vault } from '../kernel/index.ts';

const bytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** Names a key without telling it: the first eight hex digits of a hash of it. */
const nameOf = (key: Buffer) =>
  createHash('sha256').update('name of key').update(key).digest('hex').slice(0, 8);

/**
 * `keys`: one or more of 32 bytes. The first seals; the others only open what was sealed before they were replaced.
 * Throws TypeError when a key has another length.
 */
export function createVault(keys: readonly Buffer[]): Vault {
  const [newest] = keys;
  if (!newest || keys.some((key) => key.length !== bytes)) throw new TypeError('a key has 32 bytes');
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const newestName = nameOf(newest);
  const pseudonymKey = createHmac('sha256', newest).update('pseudonyms').digest();
  return {
    seal(text, purpose) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', newest, iv).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${newestName}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [name = '', body = ''] = sealed.split('.');
      const key = byName.get(name);
      const raw = Buffer.from(body, 'base64url');
      if (!key || raw.length < ivBytes + tagBytes) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, raw.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(raw.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const text = Buffer.concat([decipher.update(raw.subarray(ivBytes + tagBytes)), decipher.final()]);
        return { text: text.toString('utf8'), stale: name !== newestName };
      } catch {
        return null;
      }
    },
    pseudonym: (text) => createHmac('sha256', pseudonymKey).update(text).digest('hex').slice(0, 32),
  };
}
