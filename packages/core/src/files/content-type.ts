// Which files may be kept, and under what name. What a file is follows from its bytes; a name is only a name.
import { formatOf, type Format } from '@kansenplein/documents';
import type { FileType } from './contract.ts';

/** What a browser would run, other archives and what nobody knows are never kept, so they can never be served. */
const readIn: Partial<Record<Format, FileType>> = { pdf: 'pdf', word: 'docx', text: 'txt' };

/** What goes along with a page. No plain text: anybody can make a text of it, and it says nothing of itself. */
const attached: Partial<Record<Format, FileType>> = {
  pdf: 'pdf',
  word: 'docx',
  workbook: 'xlsx',
  png: 'png',
  jpeg: 'jpeg',
  webp: 'webp',
};

/** The type the bytes show, when it is one that can be read in; null for anything else. */
export const typeOf = (bytes: Uint8Array): FileType | null => readIn[formatOf(bytes)] ?? null;

/** The same for what can be attached. */
export const attachableTypeOf = (bytes: Uint8Array): FileType | null => attached[formatOf(bytes)] ?? null;

const images = new Set<FileType>(['png', 'jpeg', 'webp']);
export const isImage = (type: FileType): boolean => images.has(type);

/** Endings that say the same. */
const endings: Readonly<Record<string, FileType>> = { jpg: 'jpeg' };

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

/** A clean name that ends in what the file is, so that it opens where it is saved: `jaarplan.exe` becomes `jaarplan.exe.pdf`. */
export function namedAs(given: string, type: FileType): string {
  const name = cleanName(given);
  const ending = (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? '').toLowerCase();
  return (endings[ending] ?? ending) === type ? name : `${[...name].slice(0, 110).join('')}.${type}`;
}
