/** What bytes are, by their content and never by a name: the one reader of first bytes. What is allowed, others decide. */

export type Format =
  | 'pdf'
  /** A zip that holds a Word document. */
  | 'word'
  /** A zip that holds a workbook. */
  | 'workbook'
  /** Any other zip, also an empty one. */
  | 'zip'
  /** An Office file from before 2007, or an encrypted newer one. */
  | 'old_office'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  /** Text that a browser would take for a page or a picture: HTML, SVG, XML. */
  | 'markup'
  | 'text'
  | 'unknown';

const marks: readonly (readonly [format: Format, mark: readonly number[]])[] = [
  ['old_office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
];

/** ISO 32000 wants the mark at the beginning; readers accept it within the first kilobyte, and so do scanners' files. */
const pdfHeaderWithin = 1024;

/** Zeros this early are not text in any encoding but UTF-16, which says so itself. */
const textWithin = 65_536;

const markup = /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|math|iframe)/i;

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((value, index) => bytes[index] === value);

const latin = (bytes: Uint8Array, from: number, until: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, until));

const holds = (bytes: Uint8Array, ascii: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ascii, 0, 'latin1');

/** Names in a zip are not compressed. */
function formatOfZip(bytes: Uint8Array): Format {
  if (!holds(bytes, '[Content_Types].xml')) return 'zip';
  if (holds(bytes, 'word/')) return 'word';
  return holds(bytes, 'xl/') ? 'workbook' : 'zip';
}

function formatOfText(bytes: Uint8Array): Format {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return markup.test(new TextDecoder(encoding).decode(bytes.subarray(0, 2048))) ? 'markup' : 'text';
  }
  if (bytes.subarray(0, textWithin).includes(0)) return 'unknown';
  return markup.test(latin(bytes, 0, 1024).replace(/^ï»¿/, '')) ? 'markup' : 'text';
}

/** The format the bytes show; 'unknown' when they show none of these. Reads no further than the names in a zip. */
export function formatOf(bytes: Uint8Array): Format {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return formatOfZip(bytes);
  const marked = marks.find(([, mark]) => startsWith(bytes, mark));
  if (marked) return marked[0];
  if (latin(bytes, 0, 4) === 'RIFF') return latin(bytes, 8, 12) === 'WEBP' ? 'webp' : 'unknown';
  if (/%PDF-\d/.test(latin(bytes, 0, pdfHeaderWithin))) return 'pdf';
  return formatOfText(bytes);
}
