import { describe, expect, it } from 'vitest';
import { attachableTypeOf, namedAs } from './content-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what goes along with a page', () => {
  it('is a document or a picture by its bytes, and no plain text', () => {
    expect(attachableTypeOf(bytes('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml'))).toBe('xlsx');
    expect(attachableTypeOf(bytes('RIFF0000WEBPVP8 '))).toBe('webp');
    expect(attachableTypeOf(Uint8Array.from([0xff, 0xd8, 0xff]))).toBe('jpeg');
    for (const text of ['Gewoon tekst', '<svg/>', 'GIF89a', 'PK\u0003\u0004 geen Word'])
      expect([text, attachableTypeOf(bytes(text))]).toEqual([text, null]);
  });

  it('ends in what it is', () => {
    expect(namedAs('plein.PNG', 'png')).toBe('plein.PNG');
    expect(namedAs('plein.jpg', 'jpeg')).toBe('plein.jpg');
    expect(namedAs('jaarplan.exe', 'pdf')).toBe('jaarplan.exe.pdf');
    expect(namedAs('../verslag', 'docx')).toBe('verslag.docx');
  });
});
