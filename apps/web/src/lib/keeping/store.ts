// Text that is not saved yet, on this device: sealed with a key that the server gives only to the account it is of, so
// that who signs in after somebody else on the same computer can read nothing of it (decisions/0017-drafts-together.md).
import type { Entry } from './entries.ts';

const PREFIX = 'kansenplein.tekst.';
/** After a week nobody waits for it any more; /privacy says so. */
const KEPT_FOR = 7 * 24 * 3600 * 1000;

/** Everything that is kept of one part of one text. */
export interface Kept {
  /** Address of the editor. */
  readonly path: string;
  /** The part of it that was open; empty when it has no parts. */
  readonly part: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

interface Sealed {
  readonly at: number;
  readonly iv: string;
  readonly text: string;
}

const encode = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
const decode = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

function parse(text: string | null): Sealed | null {
  try {
    const found: unknown = JSON.parse(text ?? '');
    const isSealed =
      typeof found === 'object' && found !== null && 'at' in found && 'iv' in found && 'text' in found;
    return isSealed && typeof found.at === 'number' ? (found as Sealed) : null;
  } catch {
    return null;
  }
}

const keys = (start: string): string[] =>
  Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) =>
    key.startsWith(start),
  );

/** Whether anybody's text waits on this device; what is too old, or cannot be read at all, goes. */
export function anythingKept(now = Date.now()): boolean {
  for (const key of keys(PREFIX)) {
    const at = parse(localStorage.getItem(key))?.at;
    if (at === undefined || at < now - KEPT_FOR) localStorage.removeItem(key);
  }
  return keys(PREFIX).length > 0;
}

export interface Store {
  /** Of one editor, or everything of this account. */
  read(path?: string): Promise<Kept[]>;
  /** Without entries: nothing is kept of this part any more. */
  write(kept: Kept): Promise<void>;
  removeAll(): void;
}

/** `tag` names the account without telling it, `key` is the secret of its texts; both in hex. */
export async function openStore({ tag, key }: { tag: string; key: string }): Promise<Store> {
  const raw = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const secret = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const own = `${PREFIX}${tag}.`;
  const nameOf = ({ path, part }: Pick<Kept, 'path' | 'part'>) => `${own}${path}?${part}`;
  /** One after the other: what was thrown away does not come back by a write that began before. */
  let last: Promise<unknown> = Promise.resolve();

  async function open(name: string): Promise<Kept[]> {
    const sealed = parse(localStorage.getItem(name));
    if (!sealed) return [];
    try {
      const algorithm = {
        name: 'AES-GCM',
        iv: decode(sealed.iv),
        additionalData: new TextEncoder().encode(name),
      };
      const text = await crypto.subtle.decrypt(algorithm, secret, decode(sealed.text));
      return [JSON.parse(new TextDecoder().decode(text)) as Kept];
    } catch {
      // Of another key of the installation: it goes when it is too old.
      return [];
    }
  }

  async function put(kept: Kept): Promise<void> {
    const name = nameOf(kept);
    if (kept.entries.length === 0) {
      localStorage.removeItem(name);
      return;
    }
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const algorithm = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
    const text = await crypto.subtle.encrypt(
      algorithm,
      secret,
      new TextEncoder().encode(JSON.stringify(kept)),
    );
    const sealed: Sealed = { at: Date.now(), iv: encode(iv), text: encode(new Uint8Array(text)) };
    try {
      localStorage.setItem(name, JSON.stringify(sealed));
    } catch {
      // The device is full or keeps nothing; the text stands on the page and is sent when that can be.
    }
  }

  return {
    async read(path) {
      await last;
      const found = await Promise.all(keys(path === undefined ? own : `${own}${path}?`).map(open));
      return found.flat();
    },
    write: (kept) => {
      const done = last.then(() => put(kept));
      last = done;
      return done;
    },
    removeAll() {
      for (const name of keys(own)) localStorage.removeItem(name);
    },
  };
}
