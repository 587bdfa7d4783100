/** PDF files written object by object, with a table of contents that is right or, on request, wrong. */
import { deflateSync } from 'node:zlib';

export interface RawPdf {
  /** Objects 1, 2, 3 …; object 1 is the catalog, object 2 the page tree. */
  objects: (string | Uint8Array)[];
  /** Offsets in the xref table that point nowhere. */
  brokenXref?: boolean;
}

export function rawPdf({ objects, brokenXref }: RawPdf): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')];
  let size = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const at = size;
    const bytes = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(bytes);
    size += bytes.length;
    return at;
  });
  const rows = offsets
    .map((offset) => `${String(brokenXref ? 7 : offset).padStart(10, '0')} 00000 n \n`)
    .join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table, 'latin1')]);
}

/** A stream object; deflated unless told otherwise. */
export function stream(content: string | Uint8Array, dictionary = '', deflate = true): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);
  const body = deflate ? deflateSync(bytes) : bytes;
  const filter = deflate ? ' /Filter /FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length}${filter} ${dictionary} >>\nstream\n`, 'latin1'),
    body,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** One page with this content stream; what else is needed comes behind it, from object 6 on. */
export function onePage(
  content: Uint8Array,
  more: (string | Uint8Array)[] = [],
  resources = '',
  catalog = '',
): Uint8Array {
  return rawPdf({
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`,
      content,
      font,
      ...more,
    ],
  });
}

export const shown = (text: string, y = 700): string =>
  `BT /F 11 Tf 56 ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;
