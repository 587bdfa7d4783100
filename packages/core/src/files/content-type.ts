// Which files may be kept, and under what name. What a file is follows from its bytes; a name is only a name.
import { formatOf, type Format } from '@kansenplein/documents';
import type { FileType } from './contract.ts';

/** What a browser would run, other archives and what nobody knows are never kept, so they can never be served. */
const allowed: Partial<Record<Format, FileType>> = { pdf: 'pdf', word: 'docx', text: 'txt' };

/** The type the bytes show, when it is one that may be kept; null for anything else. */
export const typeOf = (bytes: Uint8Array): FileType | null => allowed[formatOf(bytes)] ?? null;

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
