import { describe, expect, it } from 'vitest';
import { cleanName, typeOf } from './content-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the type of a file', () => {
  it('follows from its bytes', () => {
    expect(typeOf(bytes('%PDF-1.7\n…'))).toBe('pdf');
    expect(typeOf(bytes('PK\u0003\u0004 [Content_Types].xml word/document.xml'))).toBe('docx');
    expect(typeOf(bytes('Doelstelling 1'))).toBe('txt');
    expect(typeOf(Uint8Array.from([0x63, 0xf6]))).toBe('txt');
  });

  it('is unknown for what a browser would run, for other archives and for binaries', () => {
    for (const text of [
      '<!DOCTYPE html><p>',
      ' \n<svg onload="x">',
      '\uFEFF<?xml version="1.0"?><svg/>',
      '<script>',
    ])
      expect([text, typeOf(bytes(text))]).toEqual([text, null]);
    expect(typeOf(bytes('PK\u0003\u0004 xl/workbook.xml [Content_Types].xml'))).toBe(null);
    expect(typeOf(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]))).toBe(null);
  });
});

describe('the name of a file', () => {
  it('keeps what a person wrote and nothing that leads elsewhere or deceives', () => {
    expect(cleanName('Agenda 2025–2028 (definitief).docx')).toBe('Agenda 2025–2028 (definitief).docx');
    expect(cleanName('../../etc/passwd')).toBe('passwd');
    expect(cleanName('C:\\map\\akkoord.pdf')).toBe('akkoord.pdf');
    expect(cleanName('akkoord\u202Efdp.exe')).toBe('akkoordfdp.exe');
    expect(cleanName('a"\r\nX-Kop: ja.txt')).toBe('aX-Kop ja.txt');
    expect(cleanName('\u0000')).toBe('document');
    expect(cleanName('é'.repeat(300) + '.pdf')).toBe('é'.repeat(110) + '.pdf');
  });
});
