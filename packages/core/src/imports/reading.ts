// From bytes to a draft: the one place that knows how a kind of document is read.
import { type AgendaDraft, type MunicipalityName, readAgendaFile } from '@kansenplein/documents';
import { findPersonalData } from '../kernel/index.ts';

export interface Source {
  readonly type: 'txt' | 'docx' | 'pdf';
  readonly bytes: Uint8Array;
}

export type Reading =
  | {
      readonly ok: true;
      readonly text: string;
      readonly draft: AgendaDraft;
      /** Where each page begins in the text; null when the document has no pages. */
      readonly pages: number[] | null;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The text with its draft, or one clear Dutch sentence why there is none. Rejects only when the machine is at fault. */
export async function readDocument(
  source: Source,
  municipalities: readonly MunicipalityName[],
): Promise<Reading> {
  const reading = await readAgendaFile(source.bytes, { municipalities });
  if (!reading.ok || !findPersonalData('document', reading.text).some(({ blocking }) => blocking))
    return reading;
  // A citizen service number is stopped at every door (security.md, 'Personal data'); the document is not kept.
  const message =
    'In dit document staat een burgerservicenummer. Daarom hebben we het niet bewaard. Haal het nummer weg en lees het document opnieuw in.';
  return { ok: false, code: 'document.bsn', message };
}
