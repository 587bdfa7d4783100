/**
 * Step 1 of reading: bytes become the extracted text on which everything later works.
 * Line ends become '\n', the byte order mark goes, Unicode is composed (NFC); nothing else changes.
 */
import { isBlank } from './characters.ts';
import type { ReadFailure } from '../draft.ts';

/** Ten megabytes of plain text is a thousand agendas; more is a mistake or an attack. */
export const largestText = 10_000_000;

export interface ExtractedText {
  ok: true;
  text: string;
  /** True when the bytes were no UTF-8 and were read as Windows-1252. */
  encodingAssumed: boolean;
}

export function extractPlainText(bytes: Uint8Array): ExtractedText | ReadFailure {
  if (bytes.length > largestText) {
    return failure(
      'document.too_large',
      'Dit bestand is te groot om als agenda te lezen: meer dan 10 MB tekst.',
    );
  }
  const decoded = decode(bytes);
  if (decoded === null) {
    return failure('document.not_text', 'Dit bestand bevat geen leesbare tekst.');
  }
  const text = decoded.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  if (isBlank(text)) {
    return failure('document.empty', 'Dit bestand is leeg: er staat geen tekst in.');
  }
  return { ok: true, text, encodingAssumed: decoded.assumed };
}

export function failure(code: ReadFailure['code'], message: string): ReadFailure {
  return { ok: false, code, message };
}

function decode(bytes: Uint8Array): { text: string; assumed: boolean } | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return readable(new TextDecoder('utf-16le').decode(bytes), false);
  if (first === 0xfe && second === 0xff) return readable(new TextDecoder('utf-16be').decode(bytes), false);
  try {
    return readable(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), false);
  } catch {
    return readable(new TextDecoder('windows-1252').decode(bytes), true);
  }
}

/** Text has no control characters but tab, line ends and form feed; a stray one is forgiven, more is binary. */
function readable(text: string, assumed: boolean): { text: string; assumed: boolean } | null {
  if (text.includes('\0')) return null;
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is counted here
  const strange = text.match(/[\u0001-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return strange > text.length / 500 + (assumed ? 0 : 2) ? null : { text, assumed };
}
