/**
 * The zip around a Word file. Every byte that comes out is counted as it comes out, whatever the archive says of
 * itself; names that leave the archive, too many entries and archives that lie are refused. Parts are inflated in
 * memory, nothing is ever written.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { Refusal } from '../refusal.ts';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile, ZipFileOptions } from 'yauzl';

/** A Word file has some twenty entries, and one for each picture. */
const mostEntries = 5_000;
/** One part of XML; a 60-page agreement is 1 to 5 MB. */
const largestPart = 24_000_000;
/** All entries together, pictures included. */
const largestInside = 100_000_000;

export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: Map<string, Entry>;

  private constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** Reads the list of entries and inflates each of them once, to count what is really inside. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const zip = await opened(bytes);
    const entries = new Map<string, Entry>();
    for (const entry of await listed(zip)) {
      // Two entries of one name: which one counts depends on the reader, and that is how one hides.
      if (entries.has(entry.fileName)) throw hostile();
      if (entry.isEncrypted()) throw new Refusal('document.encrypted', 'zip');
      entries.set(entry.fileName, entry);
    }
    const archive = new Archive(zip, entries);
    let counted = 0;
    for (const entry of entries.values()) {
      counted += await archive.#inflate(entry, largestInside - counted, null);
    }
    return archive;
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The text of a part; null when the archive has no such part. */
  async text(name: string): Promise<string | null> {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const chunks: Buffer[] = [];
    await this.#inflate(entry, largestPart, chunks);
    return decode(Buffer.concat(chunks));
  }

  /** Inflates one entry, chunk by chunk; throws as soon as it gives more than `most` bytes. */
  async #inflate(entry: Entry, most: number, keep: Buffer[] | null): Promise<number> {
    if (![0, 8].includes(entry.compressionMethod)) throw new Refusal('document.damaged', 'compression');
    const raw = await this.#raw(entry);
    const inflated = entry.compressionMethod === 8 ? raw.pipe(createInflateRaw()) : raw;
    raw.on('error', (error: Error) => inflated.destroy(error));
    let size = 0;
    let checksum = 0;
    try {
      for await (const chunk of inflated as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > most) throw hostile();
        checksum = crc32(chunk, checksum);
        keep?.push(chunk);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('document.damaged', 'inflate');
    } finally {
      raw.destroy();
      inflated.destroy();
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32)
      throw new Refusal('document.damaged', 'size');
    return size;
  }

  /** The compressed bytes as they lie there: inflating and counting is done here. */
  async #raw(entry: Entry): Promise<Readable> {
    try {
      return await this.#zip.openReadStreamPromise(entry, { decodeFileData: false } as ZipFileOptions);
    } catch {
      throw new Refusal('document.damaged', 'entry');
    }
  }
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    });
    if (zip.entryCount > mostEntries) throw hostile();
    return zip;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('document.damaged', 'zip');
  }
}

function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) reject(hostile());
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => {
      const leaves = /relative path|absolute path|invalid characters/.test(error.message);
      reject(leaves ? hostile() : new Refusal('document.damaged', 'zip entries'));
    });
    zip.readEntry();
  });
}

function decode(bytes: Buffer): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('document.damaged', 'encoding');
  }
}

const hostile = (): Refusal => new Refusal('document.hostile', 'zip');
