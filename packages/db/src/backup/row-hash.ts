// The rows of a table as one number that does not depend on their order: the sum of the SHA-256 of each row. Computed
// from the text that COPY gives, where every row is one line and a line break inside a value is written as \n.
import { createHash, hash, type Hash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const NEW_LINE = 0x0a;
const LANES = 8;
const LANE = 2 ** 32;

export interface RowsSeen {
  readonly rows: number;
  /** 64 hexadecimal digits. */
  readonly rowHash: string;
}

/** Lets the copy pass and counts what passes. A row may be larger than memory should hold: it is hashed as it comes. */
export class RowCounter extends Transform {
  #rows = 0;
  readonly #sum = new Uint32Array(LANES);
  #open: Hash | null = null;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      const line = chunk.subarray(start, end);
      this.#add(this.#open ? this.#open.update(line).digest() : hash('sha256', line, 'buffer'));
      this.#open = null;
      start = end + 1;
    }
    if (start < chunk.length) (this.#open ??= createHash('sha256')).update(chunk.subarray(start));
    done(null, chunk);
  }

  #add(digest: Buffer): void {
    this.#rows += 1;
    let carry = 0;
    for (let lane = LANES - 1; lane >= 0; lane -= 1) {
      const total = (this.#sum[lane] ?? 0) + digest.readUInt32BE(lane * 4) + carry;
      this.#sum[lane] = total % LANE;
      carry = total >= LANE ? 1 : 0;
    }
  }

  /** What has passed; complete once the stream has ended. */
  get seen(): RowsSeen {
    const rowHash = [...this.#sum].map((lane) => lane.toString(16).padStart(8, '0')).join('');
    return { rows: this.#rows, rowHash };
  }
}
