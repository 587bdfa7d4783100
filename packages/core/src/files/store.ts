// Where the bytes of files stand, outside the database. What may be done with them, the rows say; here is only a key.
import { randomBytes } from 'node:crypto';

/** Bytes by key. Every process of an installation has the same one. */
export interface FileStore {
  /**
   * Keeps bytes under a new key; once it resolves, they are there whatever happens. Rejects with StoreFull when there is
   * no room, and then nothing stays behind that `get` would give.
   */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes; null when there are none under this key. */
  get(key: string): Promise<Uint8Array | null>;
  /** Takes them away; also when there are none. */
  remove(key: string): Promise<void>;
  /** Every key, with the moment its bytes came, in no order. */
  list(): AsyncIterable<StoredKey>;
}

export interface StoredKey {
  readonly key: string;
  readonly since: Date;
}

/** No room for more bytes; nothing was kept. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';

  constructor(cause?: unknown) {
    super('there is no room for more files', { cause });
  }
}

const shape = /^[0-9a-f]{64}$/;

/** 256 random bits: nobody guesses one, and it tells nothing of what it is of. */
export const newKey = (): string => randomBytes(32).toString('hex');

export const isKey = (text: string): boolean => shape.test(text);

/** The key itself; throws for anything that is none, so that no store is ever asked for a path. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new TypeError('not a key of the file store');
  return key;
}
