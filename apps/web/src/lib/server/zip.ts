// A ZIP that is written while it is read: every file is packed as its text comes, and none is held as a whole. Sizes
// follow each file (data descriptor), because they are not known before. Format: APPNOTE.TXT of PKWARE, 4.3.
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  /** Plain letters, digits, dots and dashes. */
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

const METHOD_DEFLATE = 8;
const SIZES_FOLLOW_AND_NAMES_ARE_UTF8 = 0x0808;
const VERSION = 20;
/** Without the extension for larger ones no size or place may be more. */
const LARGEST = 0xffff_ffff;

interface Written {
  readonly name: Buffer;
  readonly place: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Seconds count by two, years from 1980; a ZIP knows no time zone, so it is UTC. */
function stampOf(moment: Date): [time: number, date: number] {
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  const date =
    ((moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  return [time, date];
}

/** `fields` are pairs of bytes and value, little endian. */
function record(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of fields) at = bytes.writeUIntLE(value, at, length);
  return bytes;
}

/** The bytes of a ZIP with these entries, in their order. Throws RangeError beyond four gigabytes. */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  madeAt: Date,
): AsyncGenerator<Buffer> {
  const [time, date] = stampOf(madeAt);
  const common = [
    [2, VERSION],
    [2, SIZES_FOLLOW_AND_NAMES_ARE_UTF8],
    [2, METHOD_DEFLATE],
    [2, time],
    [2, date],
  ] as const;
  const written: Written[] = [];
  let place = 0;
  const passed = (bytes: Buffer): Buffer => {
    place += bytes.length;
    if (place > LARGEST) throw new RangeError('larger than a ZIP without extensions can be');
    return bytes;
  };
  for await (const { name: plainName, text } of entries) {
    const name = Buffer.from(plainName);
    const start = place;
    yield passed(record([4, 0x04034b50], ...common, [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]));
    yield passed(name);
    let crc = 0;
    let size = 0;
    const counted = async function* () {
      for await (const piece of text) {
        const bytes = Buffer.from(piece);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    const began = place;
    for await (const bytes of Readable.from(counted()).compose(createDeflateRaw()))
      yield passed(bytes as Buffer);
    const packed = place - began;
    if (size > LARGEST) throw new RangeError('larger than a ZIP without extensions can be');
    yield passed(record([4, 0x08074b50], [4, crc], [4, packed], [4, size]));
    written.push({ name, place: start, crc, packed, size });
  }
  const directory = place;
  for (const { name, place: start, crc, packed, size } of written) {
    yield passed(
      record(
        [4, 0x02014b50],
        [2, VERSION],
        ...common,
        [4, crc],
        [4, packed],
        [4, size],
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, start],
      ),
    );
    yield passed(name);
  }
  const count = written.length;
  const length = place - directory;
  yield record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, directory], [2, 0]);
}
