/** The writers: content in, bytes out. They know no clock, no database and no network. */
import { addendumForm, agendaForm } from './form-agenda.ts';
import { interventionForm } from './form-intervention.ts';
import type { FormDocument } from './form.ts';
import type { AddendumPaper, AgendaPaper, InterventionPaper, PaperFormat } from './paper.ts';

/** An agenda as a Word file or as a tagged PDF (PDF/UA-1). */
export const writeAgenda = (paper: AgendaPaper, format: PaperFormat): Promise<Uint8Array> =>
  write(agendaForm(paper), format);

/** One intervention in the nine fields of the alliance's template. */
export const writeIntervention = (paper: InterventionPaper, format: PaperFormat): Promise<Uint8Array> =>
  write(interventionForm(paper), format);

/** An addendum to an agenda, with its own period and signatures. */
export const writeAddendum = (paper: AddendumPaper, format: PaperFormat): Promise<Uint8Array> =>
  write(addendumForm(paper), format);

/** Each library is loaded when it is asked for: a house that exports nothing pays nothing. */
async function write(form: FormDocument, format: PaperFormat): Promise<Uint8Array> {
  if (format === 'docx') {
    const { writeWord } = await import('./word/write-word.ts');
    return writeWord(form);
  }
  const { writePdf } = await import('./pdf/write-pdf.ts');
  return writePdf(form);
}
