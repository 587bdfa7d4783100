// The secret with which a browser seals what this account typed and could not save yet. It follows from the key of the
// installation, so nothing is stored, and nobody else can ask for it (decisions/0017-drafts-together.md).
import type { Actor } from '@kansenplein/db';
import { createHash } from 'node:crypto';
import type { Vault } from '../kernel/index.ts';

/** `tag` names the account on a device without telling it; `key` is 128 bits in hex. */
export function deviceOf(vault: Vault, actor: Actor) {
  const key = vault.pseudonym(`text on a device ${actor.account ?? ''}`);
  return { tag: createHash('sha256').update(`tag ${key}`).digest('hex').slice(0, 16), key };
}
