/** The door for files that go along with something: any bytes in, their text or one Dutch sentence out, within bounds. */
import { formatOf } from '../extract/format.ts';
import { refused } from '../extract/refusal.ts';
import { askApart } from './process.ts';
import type { TextOfFile, TextualFormat } from '../extract/text-of-file.ts';
import type { Limits } from './process.ts';

/** Which reader tells best what it is, also what it is not. */
const readers: Readonly<Record<string, TextualFormat>> = {
  pdf: 'pdf',
  word: 'word',
  workbook: 'workbook',
  zip: 'word',
};

/**
 * The text of a Word file, a workbook or a PDF; what it is, its bytes say. Resolves for any bytes; rejects only when this
 * machine cannot start a process. Call it outside a transaction: it may take ten seconds.
 */
export async function readTextApart(bytes: Uint8Array, limits?: Partial<Limits>): Promise<TextOfFile> {
  const format = formatOf(bytes);
  if (format === 'old_office')
    return refused(isLocked(bytes) ? 'document.encrypted' : 'document.type_unsupported');
  const reader = readers[format];
  return reader === undefined
    ? refused('document.type_unsupported')
    : askApart({ textOf: reader }, bytes, limits);
}

/** An encrypted Office file is an OLE container with a stream 'EncryptedPackage'; names there are UTF-16. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
