/**
 * The promise of paper out: what was written is read back as the same draft, field by field, from Word and from PDF.
 * Over our examples, over the real documents where that folder is, and over papers that nobody would write.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgendaFile } from '../apart/read-agenda-file.ts';
import { writeAgenda as writeApart } from '../apart/write-apart.ts';
import { anyAgenda } from '../testing/any-paper.ts';
import {
  draftOf,
  exampleAccord,
  exampleAgenda,
  inputsPresent,
  realAccord,
  realAgenda,
  someMunicipalities,
} from '../testing/documents.ts';
import { paperOf } from '../testing/paper-of-draft.ts';
import { contentOf } from '../testing/same-draft.ts';
import { tidyPaper } from '../testing/tidy-paper.ts';
import { readBack } from '../testing/written.ts';
import { writeAgenda } from './write-paper.ts';
import type { AgendaDraft, SectionDraft } from '../draft.ts';
import type { AgendaPaper, PaperFormat } from './paper.ts';

const formats: PaperFormat[] = ['docx', 'pdf'];
const provenance = {
  address: 'https://kansenplein.example/agenda/een-goede-start-x1',
  writtenOn: '2026-11-22',
};

const documents = [
  { name: 'our example agenda', text: exampleAgenda, skip: false },
  { name: 'our example accord', text: exampleAccord, skip: false },
  { name: 'the real agenda (only where ../shared/input is)', text: realAgenda, skip: !inputsPresent },
  { name: 'the real accord (only where ../shared/input is)', text: realAccord, skip: !inputsPresent },
];

const municipalityOf = ({ municipality }: AgendaDraft): string | null =>
  someMunicipalities.find(({ code }) => code === municipality)?.name ?? null;

/** What paper cannot tell apart: a section without heading behind another, how a date or a heading was written. */
function asWritten(draft: AgendaDraft): unknown {
  const background: SectionDraft[] = [];
  for (const { heading, paragraphs } of draft.background) {
    const last = background.at(-1);
    if (heading === null && last) last.paragraphs.push(...paragraphs);
    else background.push({ heading, paragraphs: [...paragraphs] });
  }
  const { form: _form, ...same } = draft;
  return contentOf(
    {
      ...same,
      background,
      interventions: draft.interventions.map((one) => ({ ...one, heading: null })),
      signatories: draft.signatories.map((one) => ({
        ...one,
        date: one.date && { ...one.date, text: one.date.iso ?? '' },
      })),
      findings: [],
      unplaced: [],
    },
    { pages: true },
  );
}

describe.each(documents)('$name, read, written and read again', ({ text, skip }) => {
  it.skipIf(skip).each(formats)('is the same draft from %s', async (format) => {
    const first = draftOf(text);
    const paper = paperOf(first, { municipality: municipalityOf(first), provenance });
    const again = await readBack(await writeAgenda(paper, format), someMunicipalities);
    expect(again.unplaced).toEqual([]);
    expect(asWritten(again)).toEqual(asWritten(first));
  });
});

async function expectSame(paper: AgendaPaper, format: PaperFormat): Promise<void> {
  const draft = await readBack(await writeAgenda(paper, format), someMunicipalities);
  const back = tidyPaper(paperOf(draft, { municipality: paper.municipality, provenance: paper.provenance }));
  expect(back).toEqual(tidyPaper(tidyPaper(paper)));
  expect(draft.unplaced).toEqual([]);
}

describe('Any paper', () => {
  it.each(formats)(
    'is read back field by field from %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anyAgenda, (paper) => expectSame(paper, format)),
        { numRuns: 12, seed: 20261122 },
      );
    },
    120_000,
  );
});

describe('As the house writes and reads it, each in a process of its own,', () => {
  it.each(formats)('a %s of ours is read by its form', async (format) => {
    const first = draftOf(exampleAgenda);
    const paper = paperOf(first, { municipality: municipalityOf(first), provenance });
    const bytes = await writeApart(paper, format);
    const outcome = await readAgendaFile(bytes, { municipalities: someMunicipalities });
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.draft.form?.address).toBe(provenance.address);
    expect(outcome.draft.interventions).toHaveLength(3);
    expect(outcome.pages === null).toBe(format === 'docx');
  });
});
