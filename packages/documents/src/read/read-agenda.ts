/** The door of the reader: bytes in, draft or one clear sentence out. */
import { analyseAgenda } from './agenda.ts';
import { MunicipalityIndex } from './municipality-names.ts';
import { extractPlainText, failure } from './text.ts';
import type { ReadFailure, ReadResult, MunicipalityName } from '../draft.ts';
import type { ExtractedText } from './text.ts';

/** Types the reader knows. Word and PDF get their own text extraction here; what follows stays the same. */
export type DocumentType = 'text/plain';

export interface ReadOptions {
  /** All municipalities that may be named; without them no code can be given. */
  municipalities: readonly MunicipalityName[];
}

/** Reads an agenda document. Never throws on any bytes; the same bytes give the same draft. */
export function readAgenda(bytes: Uint8Array, type: DocumentType, options: ReadOptions): ReadResult {
  const extracted = extractText(bytes, type);
  if (!extracted.ok) return extracted;
  const draft = analyseAgenda(extracted.text, new MunicipalityIndex(options.municipalities));
  if (!draft) {
    return failure(
      'document.not_agenda',
      'Dit document is geen agenda of akkoord over gelijke kansen in het onderwijs.',
    );
  }
  if (extracted.encodingAssumed) {
    const message = 'Het bestand is gelezen als Windows-1252. Kijk of letters met accenten kloppen.';
    draft.findings.unshift({ code: 'text.encoding_assumed', message, spans: [] });
  }
  return { ok: true, text: extracted.text, draft };
}

/** Step 1 alone: the text on which all offsets count. */
export function extractText(bytes: Uint8Array, type: string): ExtractedText | ReadFailure {
  if (type === 'text/plain') return extractPlainText(bytes);
  return failure(
    'document.type_unsupported',
    'Dit soort bestand kan nog niet worden gelezen; gebruik platte tekst (.txt).',
  );
}
