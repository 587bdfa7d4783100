// What a file is follows from its bytes; a name is only a name.
import type { FileType } from './contract.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);

const holds = (bytes: Uint8Array, ascii: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ascii, 0, 'latin1');

/** Text that a browser would take for a page or a picture is none: it is never kept, so it can never be served. */
const markup = /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|math|iframe)/i;

function isText(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  if (utf16) return true;
  if (bytes.subarray(0, 65_536).includes(0)) return false;
  const beginning = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return !markup.test(beginning.replace(/^ï»¿/, ''));
}

/** The type the bytes show: pdf, docx (a zip that holds a Word document) or plain text; null for anything else. */
export function typeOf(bytes: Uint8Array): FileType | null {
  // ISO 32000 wants the mark at the beginning; readers accept it within the first kilobyte, and so do scanners' files.
  if (holds(bytes.subarray(0, 1024), '%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return holds(bytes, '[Content_Types].xml') && holds(bytes, 'word/') ? 'docx' : null;
  return isText(bytes) ? 'txt' : null;
}

/**
 * The name as given, without folders, control characters and characters that turn the direction of writing; at most
 * 120 characters, the ending kept.
 */
export function cleanName(given: string): string {
  const plain = (given.toWellFormed().split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, 110).join('');
  return `${stem}${ending}` || 'document';
}
