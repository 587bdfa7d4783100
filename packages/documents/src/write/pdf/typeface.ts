/**
 * Atkinson Hyperlegible Next for paper. The package has it as two variable WOFF2 files (basic and extended Latin) per
 * slope, which PDF cannot hold: a PDF embeds plain outlines. So the outlines at the wanted weight are taken from them
 * and put into a plain font, with only the characters of the document.
 */
import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { trueType } from './sfnt.ts';
import type { Font, PathCommand } from 'fontkit';
import type { FontMetrics, Outline } from './sfnt.ts';

export const styles = ['regular', 'bold', 'italic', 'boldItalic'] as const;
export type Style = (typeof styles)[number];

const makings: Record<Style, { slope: 'normal' | 'italic'; weight: number; name: string }> = {
  regular: { slope: 'normal', weight: 400, name: 'Regular' },
  bold: { slope: 'normal', weight: 700, name: 'Bold' },
  italic: { slope: 'italic', weight: 400, name: 'Italic' },
  boldItalic: { slope: 'italic', weight: 700, name: 'BoldItalic' },
};

const family = 'Atkinson Hyperlegible Next';

/** One look of the typeface: loaded once for the process, some 300 kB each. */
class Face {
  readonly #sources: Font[];
  readonly #style: Style;
  readonly #outlines = new Map<number, Outline>();

  constructor(style: Style) {
    this.#style = style;
    const { slope, weight } = makings[style];
    this.#sources = ['latin', 'latin-ext'].map((range) => openVariable(`${range}-wght-${slope}`, weight));
  }

  /** Never fails: a character that the typeface lacks is a box, which still is that character when it is copied. */
  outline(codePoint: number): Outline {
    const known = this.#outlines.get(codePoint);
    if (known) return known;
    const source = this.#sources.find((font) => font.hasGlyphForCodePoint(codePoint));
    const glyph = source?.glyphForCodePoint(codePoint);
    const outline: Outline = glyph
      ? { codePoint, advance: Math.round(glyph.advanceWidth), contours: contoursOf(glyph.path.commands) }
      : { codePoint, advance: 600, contours: box };
    this.#outlines.set(codePoint, outline);
    return outline;
  }

  bytes(codePoints: Iterable<number>): Buffer {
    const { name, weight, slope } = makings[this.#style];
    const [first] = this.#sources;
    const metrics: FontMetrics = {
      unitsPerEm: first?.unitsPerEm ?? 1000,
      ascent: first?.ascent ?? 984,
      descent: first?.descent ?? -316,
      capHeight: first?.capHeight ?? 668,
      xHeight: first?.xHeight ?? 496,
      italicAngle: slope === 'italic' ? -11 : 0,
    };
    const outlines = [...new Set(codePoints)].map((codePoint) => this.outline(codePoint));
    const notdef = { codePoint: 0, advance: 600, contours: box };
    return trueType(notdef, outlines, metrics, {
      postscript: `AtkinsonHyperlegibleNext-${name}`,
      family,
      style: name,
      weight,
    });
  }
}

/** A hollow box, drawn outside clockwise and inside the other way round. */
const box = [
  [
    [60, 0],
    [60, 660],
    [540, 660],
    [540, 0],
  ],
  [
    [100, 40],
    [500, 40],
    [500, 620],
    [100, 620],
  ],
].map((contour) => contour.map(([x = 0, y = 0]) => ({ x, y, onCurve: true })));

const files = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';

function openVariable(file: string, weight: number): Font {
  const require = createRequire(import.meta.url);
  const font = create(readFileSync(require.resolve(`${files}-${file}.woff2`)));
  // fontkit 2.0.4 cannot unpack composed letters of a WOFF2 while it knows of weights: it unpacks first.
  Object.defineProperty(font, '_variationProcessor', { value: null, configurable: true });
  font.getGlyph(0);
  delete (font as { _variationProcessor?: unknown })._variationProcessor;
  font.variationCoords = [weight];
  bend(font as unknown as Unpacked);
  return font;
}

interface BendablePoint {
  x: number;
  y: number;
  copy: () => BendablePoint;
}

/** What fontkit keeps of an unpacked WOFF2; the version is pinned, and a test looks whether bold is bolder. */
interface Unpacked {
  _transformedGlyphs: {
    points?: BendablePoint[];
    components?: { dx: number; dy: number }[];
  }[];
  _variationProcessor: { transformPoints: (glyph: number, points: BendablePoint[]) => void };
}

/** Brings the outlines to their weight; fontkit does so for every kind of font but this one. */
function bend({ _transformedGlyphs: glyphs, _variationProcessor: processor }: Unpacked): void {
  const [pattern] = glyphs.find(({ points }) => points)?.points ?? [];
  if (!pattern) return;
  const pointAt = (x: number, y: number): BendablePoint =>
    Object.assign(pattern.copy(), { x, y, endContour: true });
  glyphs.forEach(({ points, components }, glyph) => {
    // Four points behind the outline stand for its widths; those come from a table of their own.
    const widths = Array.from({ length: 4 }, () => pointAt(0, 0));
    if (points) processor.transformPoints(glyph, [...points, ...widths]);
    else if (components) {
      const places = components.map(({ dx, dy }) => pointAt(dx, dy));
      processor.transformPoints(glyph, [...places, ...widths]);
      components.forEach((component, index) =>
        Object.assign(component, {
          dx: places[index]?.x ?? component.dx,
          dy: places[index]?.y ?? component.dy,
        }),
      );
    }
  });
}

function contoursOf(commands: PathCommand[]): Outline['contours'] {
  const contours: Outline['contours'] = [];
  const add = (x = 0, y = 0, onCurve = true): void =>
    void contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), onCurve });
  for (const { command, args } of commands) {
    if (command === 'moveTo') {
      contours.push([]);
      add(args[0], args[1]);
    } else if (command === 'lineTo') add(args[0], args[1]);
    else if (command === 'quadraticCurveTo') {
      add(args[0], args[1], false);
      add(args[2], args[3]);
    }
  }
  for (const contour of contours) {
    const [first] = contour;
    const last = contour.at(-1);
    if (contour.length > 1 && first && last?.onCurve && first.x === last.x && first.y === last.y)
      contour.pop();
  }
  return contours.filter((contour) => contour.length > 1);
}

const faces = new Map<Style, Face>();

function faceOf(style: Style): Face {
  const face = faces.get(style) ?? new Face(style);
  faces.set(style, face);
  return face;
}

/** Measures the text of one document, and makes the fonts it needs. */
export class Typeface {
  readonly #used = new Map<Style, Set<number>>();

  /** Points, at a size in points. */
  width(text: string, style: Style, size: number): number {
    const face = faceOf(style);
    const used = this.#used.get(style) ?? new Set();
    this.#used.set(style, used);
    let units = 0;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 32;
      used.add(codePoint);
      units += face.outline(codePoint).advance;
    }
    return (units * size) / 1000;
  }

  /** The looks that were measured, as plain fonts. */
  fonts(): { style: Style; bytes: Buffer }[] {
    return [...this.#used].map(([style, codePoints]) => ({ style, bytes: faceOf(style).bytes(codePoints) }));
  }
}
