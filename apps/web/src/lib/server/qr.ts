// A QR code as one path of an SVG: drawn in the page itself, so that no secret travels to a picture's address.
import { encode } from 'uqr';

export interface Qr {
  /** Squares along one side, with the white border that readers need. */
  readonly size: number;
  /** The `d` of a path that fills every dark square. */
  readonly path: string;
}

export function drawQr(text: string): Qr {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}

/** A secret as people copy it by hand: `ABCD EFGH …`. */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';
