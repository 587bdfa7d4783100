import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

describe('an uploaded text', () => {
  it('is read as UTF-8, without its byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('\uFEFFcoördinatie'))).toBe('coördinatie');
  });

  it('is read as Windows wrote it when it is no UTF-8', () => {
    expect(decodeText(Uint8Array.from([0x63, 0x6f, 0xf6, 0x80]))).toBe('coö€');
  });

  it('is refused when it is no text', () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00]))).toBeNull();
  });
});
