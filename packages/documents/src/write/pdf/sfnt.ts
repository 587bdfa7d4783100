/** A plain TrueType font with exactly the glyphs of one document: what every reader of PDF can show. */

export interface Outline {
  codePoint: number;
  advance: number;
  /** Closed shapes; points off the curve bend it. Whole units of the font. */
  contours: { x: number; y: number; onCurve: boolean }[][];
}

export interface FontMetrics {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  xHeight: number;
  italicAngle: number;
}

export interface FontName {
  /** 'AtkinsonHyperlegibleNext-Bold': who reads the file knows the look by it. */
  postscript: string;
  family: string;
  style: string;
  weight: number;
}

/** `notdef` stands for what has no glyph; the others in any order, each code point once. */
export function trueType(notdef: Outline, outlines: Outline[], metrics: FontMetrics, name: FontName): Buffer {
  const sorted = [...outlines].sort((a, b) => a.codePoint - b.codePoint);
  const all = [notdef, ...sorted];
  const shapes = all.map(glyphData);
  const boxes = all.map(boxOf);
  const box = {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
  let reached = 0;
  const offsets = [0, ...shapes.map(({ length }) => (reached += length))];
  const isItalic = metrics.italicAngle !== 0;
  const style = (name.weight >= 600 ? 1 : 0) | (isItalic ? 2 : 0);
  const widest = Math.max(...all.map(({ advance }) => advance));
  const points = Math.max(...all.map(({ contours }) => contours.reduce((sum, one) => sum + one.length, 0)));
  const tables: [string, Buffer][] = [
    ['OS/2', os2(metrics, name, isItalic, sorted)],
    ['cmap', cmap(sorted)],
    ['glyf', Buffer.concat(shapes)],
    [
      'head',
      numbers([
        [0x00010000, 4],
        [0x00010000, 4],
        [0, 4],
        [0x5f0f3cf5, 4],
        [3, 2],
        [metrics.unitsPerEm, 2],
        [0, 8],
        [0, 8],
        [box.x0, 2],
        [box.y0, 2],
        [box.x1, 2],
        [box.y1, 2],
        [style, 2],
        [8, 2],
        [2, 2],
        [1, 2],
        [0, 2],
      ]),
    ],
    [
      'hhea',
      numbers([
        [0x00010000, 4],
        [metrics.ascent, 2],
        [metrics.descent, 2],
        [0, 2],
        [widest, 2],
        [box.x0, 2],
        [0, 2],
        [box.x1, 2],
        [1, 2],
        [0, 2],
        [0, 2],
        [0, 8],
        [0, 2],
        [all.length, 2],
      ]),
    ],
    [
      'hmtx',
      numbers(
        all.flatMap(({ advance }, index) => [
          [advance, 2],
          [boxes[index]?.x0 ?? 0, 2],
        ]),
      ),
    ],
    ['loca', numbers(offsets.map((offset) => [offset, 4]))],
    [
      'maxp',
      numbers([
        [0x00010000, 4],
        [all.length, 2],
        [points, 2],
        [Math.max(...all.map(({ contours }) => contours.length)), 2],
        [0, 2],
        [0, 2],
        [2, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
      ]),
    ],
    ['name', names(name)],
    [
      'post',
      numbers([
        [0x00030000, 4],
        [Math.round(metrics.italicAngle * 65536), 4],
        [-100, 2],
        [50, 2],
        [0, 4],
        [0, 16],
      ]),
    ],
  ];
  return assembled(tables);
}

/** Value and width in bytes. */
type Field = number[];

function numbers(fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, width = 0]) => sum + width, 0));
  let at = 0;
  for (const [value = 0, width = 0] of fields) {
    if (width === 1) bytes.writeUInt8(value & 0xff, at);
    else if (width === 2) bytes.writeUInt16BE(value & 0xffff, at);
    else if (width === 4) bytes.writeUInt32BE(value >>> 0, at);
    at += width;
  }
  return bytes;
}

function boxOf({ contours }: Outline): { x0: number; y0: number; x1: number; y1: number } {
  const points = contours.flat();
  if (points.length === 0) return { x0: 0, y0: 0, x1: 0, y1: 0 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

function glyphData(outline: Outline): Buffer {
  const { contours } = outline;
  if (contours.length === 0) return Buffer.alloc(0);
  const { x0, y0, x1, y1 } = boxOf(outline);
  const points = contours.flat();
  let last = -1;
  const ends = contours.map((contour) => (last += contour.length));
  const steps = (axis: 'x' | 'y'): Field[] =>
    points.map((point, index) => [point[axis] - (points[index - 1]?.[axis] ?? 0), 2]);
  const data = numbers([
    [contours.length, 2],
    [x0, 2],
    [y0, 2],
    [x1, 2],
    [y1, 2],
    ...ends.map((end) => [end, 2]),
    [0, 2],
    ...points.map(({ onCurve }) => [onCurve ? 1 : 0, 1]),
    ...steps('x'),
    ...steps('y'),
  ]);
  return padded(data);
}

const padded = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

/** Format 12: every plane of Unicode. */
function cmap(sorted: Outline[]): Buffer {
  const groups = sorted.flatMap(({ codePoint }, index) => [
    [codePoint, 4],
    [codePoint, 4],
    [index + 1, 4],
  ]);
  return numbers([
    [0, 2],
    [1, 2],
    [3, 2],
    [10, 2],
    [12, 4],
    [12, 2],
    [0, 2],
    [16 + sorted.length * 12, 4],
    [0, 4],
    [sorted.length, 4],
    ...groups,
  ]);
}

function os2(metrics: FontMetrics, { weight }: FontName, isItalic: boolean, sorted: Outline[]): Buffer {
  const selection = (isItalic ? 1 : 0) | (weight >= 600 ? 32 : 0) | (!isItalic && weight < 600 ? 64 : 0);
  const first = Math.min(sorted[0]?.codePoint ?? 0, 0xffff);
  const last = Math.min(sorted.at(-1)?.codePoint ?? 0, 0xffff);
  return numbers([
    [4, 2],
    [500, 2],
    [weight, 2],
    [5, 2],
    [0, 2],
    ...Array.from({ length: 10 }, () => [0, 2]),
    [0, 2],
    [0, 10],
    [0, 16],
    [0x4e4f4e45, 4],
    [selection, 2],
    [first, 2],
    [last, 2],
    [metrics.ascent, 2],
    [metrics.descent, 2],
    [0, 2],
    [metrics.ascent, 2],
    [-metrics.descent, 2],
    [1, 4],
    [0, 4],
    [metrics.xHeight, 2],
    [metrics.capHeight, 2],
    [0, 2],
    [32, 2],
    [0, 2],
  ]);
}

function names({ postscript, family, style }: FontName): Buffer {
  const texts: [number, string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postscript],
  ];
  const encoded = texts.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = texts.flatMap(([id], index): Field[] => {
    const { length } = encoded[index] ?? Buffer.alloc(0);
    const record = [
      [3, 2],
      [1, 2],
      [0x409, 2],
      [id, 2],
      [length, 2],
      [offset, 2],
    ];
    offset += length;
    return record;
  });
  return Buffer.concat([
    numbers([[0, 2], [texts.length, 2], [6 + texts.length * 12, 2], ...records]),
    ...encoded,
  ]);
}

function assembled(tables: [string, Buffer][]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  let offset = 12 + tables.length * 16;
  const directory = tables.map(([tag, data]) => {
    const entry = numbers([
      [tag.charCodeAt(0), 1],
      [tag.charCodeAt(1), 1],
      [tag.charCodeAt(2), 1],
      [tag.charCodeAt(3), 1],
      [checksum(data), 4],
      [offset, 4],
      [data.length, 4],
    ]);
    offset += padded(data).length;
    return entry;
  });
  return Buffer.concat([
    numbers([
      [0x00010000, 4],
      [tables.length, 2],
      [power * 16, 2],
      [Math.log2(power), 2],
      [(tables.length - power) * 16, 2],
    ]),
    ...directory,
    ...tables.map(([, data]) => padded(data)),
  ]);
}

function checksum(data: Buffer): number {
  const whole = padded(data);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}
