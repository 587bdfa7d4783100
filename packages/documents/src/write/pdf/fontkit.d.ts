/** What is used of fontkit, which comes without types. */
declare module 'fontkit' {
  export interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    args: number[];
  }

  export interface Glyph {
    advanceWidth: number;
    path: { commands: PathCommand[] };
  }

  export interface Font {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    xHeight: number;
    italicAngle: number;
    /** Where a variable font stands on its axes; set before any glyph is asked for. */
    variationCoords: number[] | null;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(id: number): Glyph;
    layout(text: string): { positions: { xAdvance: number }[] };
  }

  export function create(bytes: Uint8Array): Font;
}
