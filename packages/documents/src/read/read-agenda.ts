/** The door of the reader for text: bytes in, draft or one clear sentence out. */
import { readForm } from '../form/read-form.ts';
import { analyseAgenda } from './agenda.ts';
import { MunicipalityIndex } from './municipality-names.ts';
import { extractPlainText, failure } from './text.ts';
import type { ReadFailure, ReadResult, MunicipalityName } from '../draft.ts';
import type { FormNode } from '../form/form-node.ts';
import type { ExtractedText } from './text.ts';

export interface ReadOptions {
  /** All municipalities that may be named; without them no code can be given. */
  municipalities: readonly MunicipalityName[];
}

/**
 * Reads an agenda document of plain text, in this process. Never throws on any bytes; the same bytes give the same
 * draft. Files of any kind go through `readAgendaFile`.
 */
export function readAgenda(bytes: Uint8Array, type: 'text/plain', options: ReadOptions): ReadResult {
  const extracted = extractText(bytes, type);
  if (!extracted.ok) return extracted;
  const outcome = analyse(extracted.text, options);
  if (outcome.ok && extracted.encodingAssumed) {
    const message = 'Het bestand is gelezen als Windows-1252. Kijk of letters met accenten kloppen.';
    outcome.draft.findings.unshift({ code: 'text.encoding_assumed', message, spans: [] });
  }
  return outcome;
}

/** Step 2, for extracted text of any origin. `form` are the parts of a file that follows our form. */
export function analyse(text: string, options: ReadOptions, form: FormNode[] | null = null): ReadResult {
  const municipalities = new MunicipalityIndex(options.municipalities);
  const draft = form ? readForm(text, form, municipalities) : analyseAgenda(text, municipalities);
  if (draft) return { ok: true, text, draft };
  return failure(
    'document.not_agenda',
    'Dit document is geen agenda of akkoord over gelijke kansen in het onderwijs.',
  );
}

/** Step 1 alone, for plain text: the text on which all offsets count. */
export function extractText(bytes: Uint8Array, type: string): ExtractedText | ReadFailure {
  if (type === 'text/plain') return extractPlainText(bytes);
  return failure(
    'document.type_unsupported',
    'Dit soort bestand kan niet worden gelezen; gebruik Word (.docx), PDF of platte tekst (.txt).',
  );
}
