// Passwords of the embedded database's roles: random, made once, readable by the owner of the platform only.
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { giveToOwnerOfFolder, type Layout } from './layout.ts';

export interface Secrets {
  superuser: string;
  owner: string;
  app: string;
  worker: string;
}

/** The kept passwords, or new ones. `isNew` means that the cluster cannot know them yet. */
export async function loadSecrets(layout: Layout): Promise<{ secrets: Secrets; isNew: boolean }> {
  const kept = readSecrets(await readFile(layout.secrets, 'utf8').catch(() => ''));
  if (kept) {
    await chmod(layout.secrets, 0o600);
    return { secrets: kept, isNew: false };
  }
  const make = (): string => randomBytes(24).toString('base64url');
  const secrets: Secrets = { superuser: make(), owner: make(), app: make(), worker: make() };
  const draft = `${layout.secrets}.new`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  await giveToOwnerOfFolder(draft, layout.base);
  await rename(draft, layout.secrets);
  return { secrets, isNew: true };
}

export function readSecrets(text: string): Secrets | null {
  try {
    const { superuser, owner, app, worker } = JSON.parse(text) as Partial<Secrets>;
    return superuser && owner && app && worker ? { superuser, owner, app, worker } : null;
  } catch {
    return null;
  }
}
