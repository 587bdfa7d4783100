import { describe, expect, it } from 'vitest';
import { formatFile, formatSize } from './files.ts';

describe('the size of a file', () => {
  it('is said as Dutch readers expect it', () => {
    expect([1, 999, 1000, 340_400, 1_240_000, 10_485_760].map(formatSize)).toEqual([
      '1 bytes',
      '999 bytes',
      '1 kB',
      '340 kB',
      '1,2 MB',
      '10,5 MB',
    ]);
    expect(formatFile({ type: 'docx', size: 12_000 })).toBe('Word, 12 kB');
  });
});
