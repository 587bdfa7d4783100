import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipOf } from './zip.ts';

async function collect(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a ZIP', () => {
  it('holds every file as it was given, at the place the directory says', async () => {
    const long = Array.from({ length: 5_000 }, (_, n) => `regel ${n} met een é\n`);
    const zip = await collect(
      zipOf(
        [
          { name: 'leeg.txt', text: [] },
          { name: 'lang.txt', text: long },
        ],
        new Date('2026-11-22T10:30:00Z'),
      ),
    );
    const end = zip.length - 22;
    expect(zip.readUInt32LE(end)).toBe(0x06054b50);
    expect(zip.readUInt16LE(end + 10)).toBe(2);
    let at = zip.readUInt32LE(end + 16);
    const files: Record<string, string> = {};
    for (let n = 0; n < 2; n += 1) {
      expect(zip.readUInt32LE(at)).toBe(0x02014b50);
      const [packed, length, place] = [
        zip.readUInt32LE(at + 20),
        zip.readUInt16LE(at + 28),
        zip.readUInt32LE(at + 42),
      ];
      const name = zip.toString('utf8', at + 46, at + 46 + length);
      const start = place + 30 + length;
      files[name] = inflateRawSync(zip.subarray(start, start + packed)).toString();
      at += 46 + length;
    }
    expect(files).toEqual({ 'leeg.txt': '', 'lang.txt': long.join('') });
  });

  it('is written while it is read: the first bytes come before the last text', async () => {
    let asked = 0;
    const endless = async function* () {
      for (;;) yield `${(asked += 1)} ${Math.random()}\n`.repeat(1_000);
    };
    const bytes = zipOf([{ name: 'zonder-einde.txt', text: endless() }], new Date());
    let seen = 0;
    for await (const piece of bytes) {
      seen += piece.length;
      if (seen > 20_000) break;
    }
    expect(asked).toBeLessThan(1_000);
  });
});
