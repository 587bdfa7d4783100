// A backup holds everything, so it can be locked with a key: AES-256-GCM in numbered pieces, so that none can be
// changed, left out, moved or cut off at the end without being noticed.
import { createCipheriv, createDecipheriv, createHmac, createHash, hkdfSync, scryptSync } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const PIECE = 256 * 1024;
const TAG = 16;

export interface Keys {
  readonly files: Buffer;
  readonly manifest: Buffer;
}

/** Keys of one backup. `secret` is what stands in the key file; `salt` is made anew for each backup. */
export function keysFrom(secret: Buffer, salt: Buffer): Keys {
  const made = scryptSync(secret, salt, 64, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
  return { files: made.subarray(0, 32), manifest: made.subarray(32) };
}

const keyOfFile = (keys: Keys, file: string): Buffer =>
  Buffer.from(hkdfSync('sha256', keys.files, Buffer.alloc(0), file, 32));

/** Each key belongs to one file of one backup, so its numbers are never used twice. The last piece says that it is. */
function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** Collects to pieces of one size; `seal` gets each, and is told which one is the last. */
abstract class InPieces extends Transform {
  #waiting: Buffer[] = [];
  #length = 0;
  #number = 0;
  readonly #size: number;

  constructor(size: number) {
    super();
    this.#size = size;
  }

  protected abstract piece(bytes: Buffer, number: number, isLast: boolean): Buffer;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#waiting.push(chunk);
    this.#length += chunk.length;
    try {
      // One byte more than a piece: whether a piece is the last is known only when another follows.
      if (this.#length > this.#size) {
        let all = Buffer.concat(this.#waiting);
        for (; all.length > this.#size; all = all.subarray(this.#size))
          this.push(this.piece(all.subarray(0, this.#size), this.#number++, false));
        this.#waiting = [all];
        this.#length = all.length;
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      this.push(this.piece(Buffer.concat(this.#waiting), this.#number, true));
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

export class Locking extends InPieces {
  readonly #key: Buffer;

  constructor(keys: Keys, file: string) {
    super(PIECE);
    this.#key = keyOfFile(keys, file);
  }

  protected override piece(bytes: Buffer, number: number, isLast: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce(number, isLast));
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

export class Unlocking extends InPieces {
  readonly #key: Buffer;

  constructor(keys: Keys, file: string) {
    super(PIECE + TAG);
    this.#key = keyOfFile(keys, file);
  }

  protected override piece(bytes: Buffer, number: number, isLast: boolean): Buffer {
    const cipher = createDecipheriv('aes-256-gcm', this.#key, nonce(number, isLast), { authTagLength: TAG });
    cipher.setAuthTag(bytes.subarray(Math.max(0, bytes.length - TAG)));
    return Buffer.concat([cipher.update(bytes.subarray(0, -TAG)), cipher.final()]);
  }
}

/** The seal on the manifest: with a key nobody else can make it, without one it only shows what was damaged. */
export const sealOf = (text: string, keys: Keys | null): string =>
  keys
    ? createHmac('sha256', keys.manifest).update(text).digest('hex')
    : createHash('sha256').update(text).digest('hex');
