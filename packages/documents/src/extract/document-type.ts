/** What bytes are, by their content and never by a name. */

export type DocumentType =
  | 'text/plain'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const wordType: DocumentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How far before its first bytes a PDF may have rubbish: readers accept the header in the first kilobyte. */
const pdfHeaderWithin = 1024;

/**
 * The type the first bytes show; null when it is none that can be read. Any zip counts as Word here, and the
 * container of old and of encrypted Office files too: the reader of Word says what it really is.
 */
export function documentTypeOf(bytes: Uint8Array): DocumentType | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return wordType;
  if (isOleContainer(bytes)) return wordType;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, pdfHeaderWithin));
  if (/%PDF-\d/.test(start)) return 'application/pdf';
  const picture = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x52, 0x49, 0x46, 0x46],
  ].some((mark) => startsWith(bytes, mark));
  return picture ? null : 'text/plain';
}

/** Office files from before 2007, and encrypted new ones, lie in an OLE compound file. */
export const isOleContainer = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((value, index) => bytes[index] === value);
}
