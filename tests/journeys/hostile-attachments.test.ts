// Files that nobody should keep: each is refused in one sentence, within its bounds, and nothing of it stays behind.
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSentence } from '../../apps/web/src/lib/messages/errors.ts';
import {
  damagedPdf,
  damagedWord,
  hostilePdf,
  hostileWord,
} from '../../packages/documents/src/testing/hostile.ts';
import { onePage, stream, shown } from '../../packages/documents/src/testing/raw-pdf.ts';
import { paragraph, run, wordOf } from '../../packages/documents/src/testing/raw-word.ts';
import { zipOf } from '../../packages/documents/src/testing/raw-zip.ts';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { pngOf, wordFile, workbook, workbookParts } from '../support/attaching.ts';
import { fetchBytes, sendFile } from '../support/files.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const megabyte = 1_000_000;

/** What is kept: rows and bytes. */
async function kept() {
  const rows = await asSuperuser(alliance.urls.superuserUrl, 'select 1 from file');
  let bytes = 0;
  for await (const _key of alliance.files.list()) bytes += 1;
  return { rows: rows.length, bytes };
}

async function send(bytes: Uint8Array, name = 'bijlage.pdf') {
  // How often somebody may send is asked elsewhere.
  await asSuperuser(alliance.urls.superuserUrl, 'delete from attempt');
  const secret = await alliance.secretOf('editor');
  const answer = await sendFile(alliance, secret, bytes, { name, purpose: 'attachment' });
  const told = JSON.parse(answer.body) as {
    id?: string;
    tells?: string[];
    error?: { data: { code: string } };
  };
  return { ...told, code: told.error?.data.code ?? 'kept' };
}

const text = (words: string) => new TextEncoder().encode(words);

/** A PNG whose header says more than its dots are. */
function pngThatClaims(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(pngOf(8, 8));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

const refused: Record<
  string,
  readonly [make: () => Uint8Array | Promise<Uint8Array>, code: string, name?: string]
> = {
  'nothing at all': [() => new Uint8Array(), 'file.empty'],
  'more than 10 MB': [() => new Uint8Array(10 * 1024 * 1024 + 1).fill(65), 'file.too_large'],
  'an SVG': [() => text(svg), 'file.not_attachable', 'plaatje.svg'],
  'an SVG that is called PNG': [() => text(svg), 'file.not_attachable', 'plaatje.png'],
  'a page that is called PNG': [
    () => text('<!doctype html><script>alert(1)</script>'),
    'file.not_attachable',
    'x.png',
  ],
  'plain text': [() => text('Gewoon tekst'), 'file.not_attachable', 'tekst.txt'],
  'a GIF': [() => text('GIF89a…'), 'file.not_attachable', 'plaatje.gif'],
  'a program': [() => text('MZ\u0000\u0001'), 'file.not_attachable', 'bijlage.docx'],
  'another zip': [() => zipOf([{ name: 'vakantie.jpg', data: 'x' }]), 'file.not_attachable', 'bijlage.docx'],
  'a PNG of 20,000 by 20,000': [() => pngOf(20_000, 20_000, [], 1), 'file.too_many_dots', 'groot.png'],
  'a PNG that only says so': [() => pngThatClaims(20_000, 20_000), 'file.too_many_dots', 'groot.png'],
  'a PNG that is larger than it says': [() => pngThatClaims(4, 4_000_000), 'file.damaged', 'klein.png'],
  'half a PNG': [() => pngOf(300, 300).subarray(0, 60), 'file.damaged', 'half.png'],
  'a JPEG without a picture': [
    () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]),
    'file.damaged',
    'leeg.jpg',
  ],
  'a WebP without a picture': [() => text('RIFF....WEBPVP8 '), 'file.damaged', 'leeg.webp'],
  'a workbook of 100,000 entries': [
    () =>
      zipOf([
        ...workbookParts([['a']]),
        ...Array.from({ length: 100_000 }, (_none, n) => ({ name: n.toString(36), data: '' })),
      ]),
    'file.hostile',
    'cijfers.xlsx',
  ],
  'a workbook that unpacks to 120 MB': [
    () => zipOf([...workbookParts([['a']]), { name: 'xl/media/1.png', data: Buffer.alloc(120 * megabyte) }]),
    'file.hostile',
    'cijfers.xlsx',
  ],
  'a workbook with a macro': [
    () => zipOf([...workbookParts([['a']]), { name: 'xl/vbaProject.bin', data: 'x' }]),
    'file.hostile',
    'cijfers.xlsx',
  ],
  'a workbook without its book': [
    () => zipOf(workbookParts([['a']]).filter(({ name }) => name !== 'xl/workbook.xml')),
    'file.damaged',
    'cijfers.xlsx',
  ],
  'a workbook that reads a file': [
    () =>
      zipOf(
        workbookParts([['a']]).map((part) =>
          part.name === 'xl/sharedStrings.xml'
            ? {
                ...part,
                data: `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>`,
              }
            : part,
        ),
      ),
    'file.hostile',
    'cijfers.xlsx',
  ],
  'a Word file with a macro': [
    () => {
      const whole = Buffer.from(wordOf(paragraph(run('tekst')), { vbaProject: '' }));
      // The names in a zip stand twice; the new ones are as long as the old ones.
      return Buffer.from(
        whole.toString('latin1').replaceAll('word/vbaProject.xml', 'word/vbaProject.bin'),
        'latin1',
      );
    },
    'file.hostile',
    'bijlage.docx',
  ],
};

/** The reader of documents knows these by other codes. */
const codeHere: Readonly<Record<string, string>> = {
  'document.hostile': 'file.hostile',
  'document.damaged': 'file.damaged',
  'document.encrypted': 'file.encrypted',
  'document.too_heavy': 'file.too_heavy',
  'document.too_many_pages': 'file.too_heavy',
  'document.type_unsupported': 'file.not_attachable',
  // What nobody can read in may well go along: a person looks at it, and says so.
  'document.picture_only': 'kept',
  'document.empty': 'kept',
  'document.not_agenda': 'kept',
};

/** Of those that the reader of documents is tried on (read-agenda-file.test.ts): one of each kind. */
const some = new Set([
  'a bomb that says it is small',
  'a name that leaves the archive',
  'two documents of one name',
  'an external entity (XXE)',
  'a truncated zip',
  'a document with macros',
  'an encrypted zip',
  'a Word file with a password',
  'a Word file from before 2007',
  '10,000 pages',
  'filters over filters',
  'cut off in the middle',
  'only a header',
  'no text and no picture',
]);

const oneSentenceEach = (code: string) => {
  const { title, what } = errorSentence(code);
  expect([code, title]).not.toEqual([code, errorSentence('no.such_code').title]);
  expect(title).toMatch(/^\p{Lu}[^.!?]*$/u);
  expect(what).toMatch(/^\p{Lu}.*[.]$/u);
};

describe('is refused, and nothing of it is kept:', () => {
  it.each(Object.entries(refused))(
    '%s',
    async (_name, [make, code, name]) => {
      const before = await kept();
      expect((await send(await make(), name)).code).toBe(code);
      expect(await kept()).toEqual(before);
      oneSentenceEach(code);
    },
    60_000,
  );

  it.each(
    Object.entries({ ...hostileWord, ...damagedWord, ...damagedPdf, ...hostilePdf }).filter(([name]) =>
      some.has(name),
    ),
  )(
    '%s',
    async (_name, { make, codes }) => {
      const bytes = await make();
      const before = await kept();
      const { code } = await send(bytes);
      const expected = codes.map((each) => codeHere[each] ?? each);
      // Larger than what may be sent at all.
      expect([...expected, ...(bytes.length > 10 * 1024 * 1024 ? ['file.too_large'] : [])]).toContain(code);
      if (code === 'kept') return;
      expect(await kept()).toEqual(before);
      oneSentenceEach(code);
    },
    60_000,
  );
});

describe('is kept, with what it tells:', () => {
  it('an honest file of each kind', async () => {
    const pdf = onePage(stream(shown('Een evaluatie van het leesproject')));
    expect(await send(pdf, 'evaluatie.pdf')).toMatchObject({ code: 'kept', tells: [] });
    expect(await send(wordFile('Een draaiboek.'), 'draaiboek.docx')).toMatchObject({
      code: 'kept',
      tells: [],
    });
    expect(await send(workbook([['Jaar', 2025]]), 'cijfers.xlsx')).toMatchObject({ code: 'kept', tells: [] });
  });

  it('a scan, which only a person can read', async () => {
    const scan = damagedPdf['a scan'];
    expect(await send((await scan?.make()) ?? new Uint8Array())).toMatchObject({
      code: 'kept',
      tells: ['unread'],
    });
  });

  it('what stands in a header, a remark or a cell counts as what stands in the text', async () => {
    const header = wordOf(paragraph(run('Niets')), { header1: paragraph(run('proef@kansenplein.example')) });
    expect((await send(header, 'brief.docx')).tells).toEqual(['email']);
    const cells = workbook([
      ['Rekening', 'NL91 ABNA 0417 1643 00'],
      ['Bel', '06-12345678'],
    ]);
    expect((await send(cells, 'cijfers.xlsx')).tells).toEqual(['telephone', 'iban']);
  });

  it('a picture behind which a page hides, as nothing but a picture', async () => {
    const page = Buffer.from('<script>alert(document.domain)</script>');
    const polyglot = Buffer.concat([
      pngOf(20, 20, [['tEXt', page]]),
      page,
      zipOf([{ name: 'x', data: 'y' }]),
    ]);
    const { id = '' } = await send(polyglot, 'plein.html');
    const bytes = await fetchBytes(alliance, await alliance.secretOf('editor'), id);
    expect(bytes?.includes('script')).toBe(false);
    expect(bytes?.includes('PK\u0003\u0004', 0, 'latin1')).toBe(false);
    const response = await fetch(`${alliance.origin}/files/${id}`, {
      headers: { cookie: `kansenplein=${await alliance.secretOf('editor')}` },
    });
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^attachment; filename="plein\.html\.png"/),
      'content-security-policy': expect.stringMatching(/; sandbox$/),
      'x-content-type-options': 'nosniff',
    });
  });
});
