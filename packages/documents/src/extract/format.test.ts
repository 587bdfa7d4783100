import { describe, expect, it } from 'vitest';
import { formatOf, type Format } from './format.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const raw = (...values: number[]) => Uint8Array.from(values);

const shown: readonly (readonly [name: string, bytes: Uint8Array, format: Format])[] = [
  ['a PDF', bytes('%PDF-1.7\n…'), 'pdf'],
  ['a PDF with rubbish before it', bytes(`\n\n${'x'.repeat(900)}%PDF-1.4`), 'pdf'],
  ['a PDF header too far away', bytes(`${'x'.repeat(1100)}%PDF-1.4`), 'text'],
  ['a Word file', bytes('PK\u0003\u0004 [Content_Types].xml word/document.xml'), 'word'],
  [
    'a Word file that calls itself PDF further on',
    bytes('PK\u0003\u0004 [Content_Types].xml word/ %PDF-1.4'),
    'word',
  ],
  ['a workbook', bytes('PK\u0003\u0004 xl/workbook.xml [Content_Types].xml'), 'workbook'],
  ['another zip', bytes('PK\u0003\u0004 word/document.xml'), 'zip'],
  ['an empty zip', bytes('PK\u0005\u0006'), 'zip'],
  ['an old Office file', raw(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'old_office'],
  ['a PNG', raw(0x89, 0x50, 0x4e, 0x47, 0x0d), 'png'],
  ['a JPEG', raw(0xff, 0xd8, 0xff, 0xe0), 'jpeg'],
  ['a GIF', bytes('GIF89a'), 'gif'],
  ['a WebP', bytes('RIFF....WEBPVP8 '), 'webp'],
  ['another RIFF file', bytes('RIFF....WAVEfmt '), 'unknown'],
  ['HTML', bytes('<!DOCTYPE html><p>'), 'markup'],
  ['SVG after white space', bytes(' \n<svg onload="x">'), 'markup'],
  ['SVG after a mark and a declaration', bytes('\uFEFF<?xml version="1.0"?><svg/>'), 'markup'],
  ['HTML in UTF-16', Buffer.from('\uFEFF<html>', 'utf16le'), 'markup'],
  ['text', bytes('Doelstelling 1'), 'text'],
  ['text in windows-1252', raw(0x63, 0xf6), 'text'],
  ['text in UTF-16', Buffer.from('\uFEFFDoelstelling 1', 'utf16le'), 'text'],
  ['text that mentions a tag', bytes('Zie <html> in de bijlage'), 'text'],
  ['a program', raw(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0), 'unknown'],
];

describe('the first bytes of a file', () => {
  it.each(shown)('show %s for what it is', (_name, given, format) => {
    expect(formatOf(given)).toBe(format);
  });
});
