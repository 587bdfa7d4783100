import { describe, expect, it } from 'vitest';
import { drawQr, inGroups } from './qr.ts';

describe('a key to scan or to type over', () => {
  it('is drawn as squares with the white border that readers need', () => {
    const { size, path } = drawQr('otpauth://totp/Kansenplein:iemand?secret=JBSWY3DPEHPK3PXP');
    const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(squares.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')).toBe(path);
    expect(Math.min(...squares.flat())).toBe(4);
    expect(Math.max(...squares.flat())).toBe(size - 5);
    // Three corners of seven by seven say where it is.
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ])
      expect(squares).toContainEqual([x, y]);
  });

  it('stands in groups of four', () => {
    expect(inGroups('JBSWY3DPEHPK3PXPAB')).toBe('JBSW Y3DP EHPK 3PXP AB');
    expect(inGroups('')).toBe('');
  });
});
