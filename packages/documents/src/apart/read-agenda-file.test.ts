/** The door for files: what may come in, and that whatever comes in ends soon, small and in one sentence. */
import { describe, expect, it } from 'vitest';
import { exampleAgenda, someMunicipalities } from '../testing/documents.ts';
import { damagedPdf, damagedWord, hostilePdf, hostileWord, otherFiles } from '../testing/hostile.ts';
import { pdfOf } from '../testing/paper-pdf.ts';
import { wordFileOf } from '../testing/paper-word.ts';
import { expectNothingLost } from '../testing/promises.ts';
import { onePage, rawPdf, shown, stream } from '../testing/raw-pdf.ts';
import { extractFile } from '../extract/extract-file.ts';
import { documentTypeOf } from '../extract/document-type.ts';
import { pageOf, readAgendaFile } from './read-agenda-file.ts';
import type { ReadFileResult } from './read-agenda-file.ts';

const municipalities = someMunicipalities;

const read = (bytes: Uint8Array): Promise<ReadFileResult> => readAgendaFile(bytes, { municipalities });

/** One sentence: it begins with a capital, ends with a full stop, and has no other end in it. */
const oneSentence = /^\p{Lu}[^\n]*\.$/u;

describe('a file of each kind', () => {
  it('Word is read in a process of its own, and has no pages', async () => {
    const outcome = await read(wordFileOf(exampleAgenda));
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.type).toMatch(/wordprocessingml/);
    expect(outcome.pages).toBeNull();
    expect(outcome.draft.interventions).toHaveLength(3);
    expectNothingLost(outcome.text, outcome.draft);
    expect(pageOf(outcome.pages, 10)).toBeNull();
  });

  it('PDF is read with its pages, so that a place can be called by its page', async () => {
    const outcome = await read(await pdfOf(exampleAgenda, { page: [480, 400], borders: true }));
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.type).toBe('application/pdf');
    expect(outcome.pages?.length).toBeGreaterThan(3);
    expect(outcome.pages).toEqual([...(outcome.pages ?? [])].sort((a, b) => a - b));
    const [first, , last] = outcome.draft.interventions;
    expect(pageOf(outcome.pages, outcome.draft.title?.span.start ?? -1)).toBe(1);
    const pages = [first, last].map((one) => pageOf(outcome.pages, one?.fields.title?.span.start ?? 0) ?? 0);
    expect(pages[1]).toBeGreaterThan(pages[0] ?? 0);
    expectNothingLost(outcome.text, outcome.draft);
  });

  it('text is read as before, and long text apart', async () => {
    const bytes = new TextEncoder().encode(
      `${exampleAgenda}\n${'Nog een regel over gelijke kansen.\n\n'.repeat(20_000)}`,
    );
    let peak = 0;
    const outcome = await readAgendaFile(bytes, {
      municipalities,
      limits: { onEnd: ({ peakBytes }) => (peak = peakBytes) },
    });
    expect(outcome.ok && outcome.draft.interventions.length).toBe(3);
    expect(process.platform === 'linux' ? peak : 1).toBeGreaterThan(0);
  });

  it('the name of a file means nothing: its bytes say what it is', () => {
    expect(documentTypeOf(wordFileOf('x'))).toMatch(/wordprocessingml/);
    expect(documentTypeOf(Buffer.from('\n\n%PDF-1.4'))).toBe('application/pdf');
    expect(documentTypeOf(Buffer.from('Gelijke kansen'))).toBe('text/plain');
  });

  it('a page that is only a picture is said, not skipped in silence', async () => {
    const outcome = await read(scannedPageBehind(agendaPage()));
    if (!outcome.ok) throw new Error(outcome.message);
    const [finding] = outcome.draft.findings;
    expect([finding?.code, finding?.message]).toEqual([
      'text.page_is_picture',
      'Bladzijde 2 is een plaatje; de tekst daarop is niet gelezen.',
    ]);
  });
});

const agendaPage = (): string =>
  [
    'GKA-Agenda',
    'Gelijke Kansen Alliantie in gemeente Simpelveld',
    'Periode 2025-2028',
    'Interventie 1',
    'Doel: lezen',
    'Doelgroep: leerlingen',
  ]
    .map((line, index) => shown(line, 760 - index * 30))
    .join('');

function scannedPageBehind(content: string): Uint8Array {
  return rawPdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      stream(content),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /XObject << /I 8 0 R >> >> >>',
      stream('q 595 0 0 842 0 0 cm /I Do Q'),
      stream(
        Buffer.alloc(100),
        '/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8',
      ),
    ],
  });
}

describe('a PDF that other programs open', () => {
  it('is read although its table of contents points nowhere', async () => {
    const content = stream(shown('tekst'));
    const extracted = await extractFile(
      rawPdf({
        brokenXref: true,
        objects: [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
          content,
          '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        ],
      }),
      'application/pdf',
    );
    expect(extracted).toMatchObject({ ok: true, text: 'tekst\n' });
  });

  it('is refused with a password, and read when it only forbids changes', async () => {
    const closed = await extractFile(await pdfOf(exampleAgenda, { password: 'geheim' }), 'application/pdf');
    expect(closed.ok ? '' : closed.code).toBe('document.encrypted');
  });

  it('shows text, whatever it is told to start', async () => {
    const extracted = await extractFile(
      onePage(stream(shown('Alleen tekst')), ['<< /S /JavaScript /JS (throw 1) >>'], '', '/OpenAction 6 0 R'),
      'application/pdf',
    );
    expect(extracted).toMatchObject({ ok: true, text: 'Alleen tekst\n' });
  });
});

describe('a damaged file, or one of another kind, ends in one sentence', () => {
  it.each(Object.entries({ ...damagedWord, ...damagedPdf }))('%s', async (_name, { make, codes }) => {
    const bytes = await make();
    const type = documentTypeOf(bytes);
    if (type === null || type === 'text/plain') throw new Error('is no Word file and no PDF');
    const outcome = await extractFile(bytes, type);
    expect(outcome.ok ? 'read' : outcome.code).toBe(codes[0]);
    expect(outcome.ok ? '' : outcome.message).toMatch(oneSentence);
  });

  it.each(Object.entries(otherFiles))('%s', async (_name, { make, codes }) => {
    const outcome = await read(await make());
    expect(outcome.ok ? 'read' : outcome.code).toBe(codes[0]);
    expect(outcome.ok ? '' : outcome.message).toMatch(oneSentence);
  });
});

describe('a hostile file ends within 10 seconds and 256 MB', () => {
  it.each(Object.entries({ ...hostileWord, ...hostilePdf }))(
    '%s',
    async (_name, { make, codes }) => {
      const bytes = await make();
      let usage = { peakBytes: 0, seconds: 0 };
      const outcome = await readAgendaFile(bytes, {
        municipalities,
        limits: { onEnd: (taken) => (usage = taken) },
      });
      expect(codes).toContain(outcome.ok ? 'read' : outcome.code);
      expect(outcome.ok ? '' : outcome.message).toMatch(oneSentence);
      // Processor time: the clock of a test machine also counts what others do.
      expect(usage.seconds).toBeLessThan(10);
      expect(usage.peakBytes).toBeLessThan(256 * 1024 * 1024);
    },
    60_000,
  );
});

describe('the process that reads', () => {
  it('is killed when its time is over, and when it takes too much memory', async () => {
    const bytes = await pdfOf(exampleAgenda.repeat(20));
    const late = await readAgendaFile(bytes, { municipalities, limits: { seconds: 0.05 } });
    expect(late.ok ? '' : late.code).toBe('document.too_heavy');
    if (process.platform !== 'linux') return;
    const large = await readAgendaFile(bytes, { municipalities, limits: { megabytes: 60 } });
    expect(large.ok ? '' : large.code).toBe('document.too_heavy');
  });
});
