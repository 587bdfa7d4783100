// The process in which one picture is made anew: bytes on stdin, a JSON header and the new bytes on stdout. What was
// hidden in the old file (place and maker, a page or an archive behind the picture) does not come along: only its dots do.
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

/** When the house itself is gone nobody kills this process: it ends by itself. */
const longestLife = 60_000;
setTimeout(() => process.exit(9), longestLife).unref();

/** Dots that are looked at: the largest photographs of telephones. What claims more is refused before it is unpacked. */
const mostDots = 50_000_000;
/** Dots along the longest side of what is kept: sharp on any screen. */
const longestSide = 2560;

sharp.cache(false);
sharp.concurrency(1);

type Told = { ok: true; width: number; height: number } | { ok: false; why: 'too_many_dots' | 'damaged' };

async function madeAnew(bytes: Buffer): Promise<[Told, Buffer]> {
  const nothing = Buffer.alloc(0);
  try {
    const claimed = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (claimed.width * claimed.height > mostDots) return [{ ok: false, why: 'too_many_dots' }, nothing];
    const picture = sharp(bytes, { limitInputPixels: mostDots, failOn: 'error' })
      // A telephone writes down which side is up; that note goes too, so the picture itself is turned.
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const as =
      claimed.format === 'png'
        ? picture.png({ compressionLevel: 9 })
        : claimed.format === 'webp'
          ? picture.webp({ quality: 84 })
          : picture.jpeg({ quality: 84, mozjpeg: true });
    const { data, info } = await as.toBuffer({ resolveWithObject: true });
    return [{ ok: true, width: info.width, height: info.height }, data];
  } catch {
    return [{ ok: false, why: 'damaged' }, nothing];
  }
}

const [told, data] = await madeAnew(await buffer(process.stdin));
process.stdout.write(`${JSON.stringify(told)}\n`);
process.stdout.write(data);
