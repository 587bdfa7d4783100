// Where papers are written: few at once, a short line, nobody with more than a few places in it, and what was written a
// moment ago is not written again.
import { createHash } from 'node:crypto';
import { type AnyPaper, type PaperFormat, writePaper } from '@kansenplein/core';

/** What one machine does beside its other work: a paper takes a second of a processor, and 150 MB in its own process. */
export interface Bounds {
  readonly atOnce: number;
  readonly waiting: number;
  /** Places that one address has, those at work included. */
  readonly perAsker: number;
  readonly waitMilliseconds: number;
  /** Bytes of published papers that are kept. */
  readonly keptBytes: number;
}

const usual: Bounds = {
  atOnce: 2,
  waiting: 12,
  perAsker: 4,
  waitMilliseconds: 20_000,
  keptBytes: 16_000_000,
};

/** The line is full, or it moved too slowly. */
export class DeskBusy extends Error {
  override readonly name = 'DeskBusy';
}

interface Waiting {
  readonly begin: () => void;
}

export interface Wish {
  readonly paper: AnyPaper;
  readonly format: PaperFormat;
  /** Whose places in the line it takes. */
  readonly asker: string;
  /** Whether what comes of it may lie ready for the next who may see the same. */
  readonly keep: boolean;
  /** Who went away leaves the line. */
  readonly gone: AbortSignal;
}

export class PaperDesk {
  readonly #bounds: Bounds;
  readonly #write: typeof writePaper;
  readonly #line: Waiting[] = [];
  readonly #places = new Map<string, number>();
  /** By fingerprint of everything that stands on it: whoever is handed the bytes was told each word already. */
  readonly #kept = new Map<string, Uint8Array>();
  #keptBytes = 0;
  #working = 0;

  constructor(bounds: Partial<Bounds> = {}, write = writePaper) {
    this.#bounds = { ...usual, ...bounds };
    this.#write = write;
  }

  /** The bytes when they lie ready, else null. */
  find({ paper, format }: Pick<Wish, 'paper' | 'format'>): Uint8Array | null {
    const key = fingerprint(paper, format);
    const bytes = this.#kept.get(key);
    if (!bytes) return null;
    this.#kept.delete(key);
    this.#kept.set(key, bytes);
    return bytes;
  }

  /** Rejects with `DeskBusy`, with `PaperTooHeavy`, or with what went wrong. */
  async write(wish: Wish): Promise<Uint8Array> {
    await this.#turn(wish);
    try {
      const bytes = this.find(wish) ?? (await this.#write(wish.paper, wish.format));
      if (wish.keep) this.#keep(fingerprint(wish.paper, wish.format), bytes);
      return bytes;
    } finally {
      this.#working -= 1;
      this.#leave(wish.asker);
      this.#line.shift()?.begin();
    }
  }

  async #turn({ asker, gone }: Wish): Promise<void> {
    const { atOnce, waiting, perAsker, waitMilliseconds } = this.#bounds;
    const places = this.#places.get(asker) ?? 0;
    if (places >= perAsker || this.#line.length >= waiting) throw new DeskBusy('the line is full');
    this.#places.set(asker, places + 1);
    if (this.#working < atOnce && this.#line.length === 0) {
      this.#working += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        const at = this.#line.indexOf(one);
        if (at < 0) return;
        this.#line.splice(at, 1);
        this.#leave(asker);
        finish();
        reject(new DeskBusy('the line moved too slowly'));
      };
      const patience = setTimeout(leave, waitMilliseconds);
      const finish = (): void => {
        clearTimeout(patience);
        gone.removeEventListener('abort', leave);
      };
      const one: Waiting = {
        begin: () => {
          finish();
          this.#working += 1;
          resolve();
        },
      };
      this.#line.push(one);
      gone.addEventListener('abort', leave);
      if (gone.aborted) leave();
    });
  }

  #leave(asker: string): void {
    const places = (this.#places.get(asker) ?? 1) - 1;
    if (places > 0) this.#places.set(asker, places);
    else this.#places.delete(asker);
  }

  #keep(key: string, bytes: Uint8Array): void {
    if (this.#kept.has(key) || bytes.length > this.#bounds.keptBytes / 4) return;
    this.#kept.set(key, bytes);
    this.#keptBytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#keptBytes <= this.#bounds.keptBytes) return;
      this.#kept.delete(oldest);
      this.#keptBytes -= length;
    }
  }
}

const fingerprint = (paper: AnyPaper, format: PaperFormat): string =>
  createHash('sha256')
    .update(JSON.stringify([format, paper]))
    .digest('hex');
