/** Files that nobody sends by accident, and files that went wrong on the way; each with the code it must end in. */
import { deflateRawSync, deflateSync } from 'node:zlib';
import { contentTypes, documentPart, paragraph, run, wordOf } from './raw-word.ts';
import { onePage, rawPdf, shown, stream } from './raw-pdf.ts';
import { zipOf } from './raw-zip.ts';
import type { ReadFailureCode } from '../draft.ts';

export interface HostileFile {
  make: () => Uint8Array | Promise<Uint8Array>;
  /** What it may end in; the first is what is expected, others where the machine decides. */
  codes: ReadFailureCode[];
}

const megabyte = 1_000_000;
const zeros = (size: number): Uint8Array => Buffer.alloc(size);

const one = deflateRawSync(Buffer.from('x'));

const spaces = (size: number): string => ' '.repeat(size);

export const hostileWord: Record<string, HostileFile> = {
  'a zip bomb in the document': {
    codes: ['document.hostile'],
    make: () => {
      const xml = `${String(documentPart('').data).replace('<w:body>', `<w:body>${spaces(60 * megabyte)}`)}`;
      return zipOf([contentTypes(), { name: 'word/document.xml', data: xml }]);
    },
  },
  'a zip bomb in a picture': {
    codes: ['document.hostile'],
    make: () =>
      zipOf([
        contentTypes(),
        documentPart(paragraph(run('tekst'))),
        { name: 'word/media/image1.png', data: zeros(120 * megabyte) },
      ]),
  },
  'a bomb that says it is small': {
    codes: ['document.hostile'],
    make: () =>
      zipOf([
        contentTypes(),
        documentPart(''),
        {
          name: 'word/media/image1.png',
          data: '',
          deflated: deflateRawSync(zeros(120 * megabyte), { level: 1 }),
          claimedSize: 100,
        },
      ]),
  },
  'a size that is not true': {
    codes: ['document.damaged'],
    make: () => zipOf([contentTypes(), { ...documentPart(paragraph(run('tekst'))), claimedSize: 12 }]),
  },
  '100,000 entries': {
    codes: ['document.hostile'],
    make: () =>
      zipOf([
        contentTypes(),
        documentPart(''),
        ...Array.from({ length: 100_000 }, (_none, index) => ({
          name: `word/media/${index}.bin`,
          data: 'x',
          deflated: one,
        })),
      ]),
  },
  'zips in zips, 6 deep': {
    codes: ['document.type_unsupported'],
    make: () => {
      let inner: Uint8Array = zeros(megabyte);
      for (let depth = 0; depth < 6; depth += 1) {
        const data = inner;
        inner = zipOf(Array.from({ length: 10 }, (_none, index) => ({ name: `${index}.zip`, data })));
      }
      return inner;
    },
  },
  'a name that leaves the archive': {
    codes: ['document.hostile'],
    make: () => zipOf([contentTypes(), documentPart(''), { name: '../../etc/cron.d/x', data: 'x' }]),
  },
  'an absolute name': {
    codes: ['document.hostile'],
    make: () => zipOf([contentTypes(), documentPart(''), { name: '/etc/passwd', data: 'x' }]),
  },
  'two documents of one name': {
    codes: ['document.hostile'],
    make: () =>
      zipOf([contentTypes(), documentPart(paragraph(run('een'))), documentPart(paragraph(run('twee')))]),
  },
  'an external entity (XXE)': {
    codes: ['document.hostile'],
    make: () => withDoctype('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'),
  },
  'a billion laughs': {
    codes: ['document.hostile'],
    make: () => {
      const names = Array.from({ length: 10 }, (_none, index) => `e${index}`);
      const entities = names.map(
        (name, index) => `<!ENTITY ${name} "${index === 0 ? 'ha' : `&e${index - 1};`.repeat(10)}">`,
      );
      return withDoctype(`<!DOCTYPE d [${entities.join('')}]>`, '&e9;');
    },
  },
  'a DOCTYPE alone': {
    codes: ['document.hostile'],
    make: () => withDoctype('<!DOCTYPE d>', 'tekst'),
  },
  'an entity without a DOCTYPE': {
    codes: ['document.hostile'],
    make: () => withDoctype('', '&geheim;'),
  },
  '100,000 elements deep': {
    codes: ['document.hostile'],
    make: () => wordOf('<w:sdt><w:sdtContent>'.repeat(50_000) + '</w:sdtContent></w:sdt>'.repeat(50_000)),
  },
  'one element with 200,000 attributes': {
    codes: ['document.empty'],
    make: () =>
      wordOf(`<w:p ${Array.from({ length: 200_000 }, (_none, index) => `w:a${index}="x"`).join(' ')}/>`),
  },
  '20 MB of one word': {
    codes: ['document.not_agenda', 'document.too_heavy'],
    make: () => wordOf(paragraph(run('ab'.repeat(10 * megabyte)))),
  },
  '200,000 paragraphs': {
    codes: ['document.hostile', 'document.too_heavy', 'document.not_agenda'],
    make: () => wordOf(paragraph(run('a')).repeat(200_000)),
  },
  'a table in a table in a table, 80 deep': {
    codes: ['document.not_agenda'],
    make: () =>
      wordOf(
        '<w:tbl><w:tr><w:tc>'.repeat(80) + paragraph(run('tekst')) + '</w:tc></w:tr></w:tbl>'.repeat(80),
      ),
  },
};

function withDoctype(doctype: string, text: string): Uint8Array {
  const part = documentPart(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
  return zipOf([contentTypes(), { ...part, data: String(part.data).replace('\n', `\n${doctype}`) }]);
}

export const damagedWord: Record<string, HostileFile> = {
  'a truncated zip': {
    codes: ['document.damaged'],
    make: () => {
      const whole = wordOf(paragraph(run('tekst '.repeat(5000))));
      return whole.subarray(0, whole.length * 0.6);
    },
  },
  'flipped bits in the middle': {
    codes: ['document.damaged'],
    make: () => {
      const whole = Buffer.from(wordOf(paragraph(run('tekst en nog wat tekst'))));
      const at = whole.indexOf('word/document.xml') + 'word/document.xml'.length + 60;
      whole.writeUInt8(whole.readUInt8(at) ^ 0x5a, at);
      return whole;
    },
  },
  'no document inside': {
    codes: ['document.damaged'],
    make: () => zipOf([contentTypes()]),
  },
  'XML that ends in the middle': {
    codes: ['document.damaged'],
    make: () =>
      zipOf([
        contentTypes(),
        { name: 'word/document.xml', data: String(documentPart('').data).slice(0, -30) },
      ]),
  },
  'a spreadsheet': {
    codes: ['document.type_unsupported'],
    make: () =>
      zipOf([
        contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
        documentPart(''),
      ]),
  },
  'a document with macros': {
    codes: ['document.type_unsupported'],
    make: () =>
      zipOf([contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'), documentPart('')]),
  },
  'any other zip': {
    codes: ['document.type_unsupported'],
    make: () => zipOf([{ name: 'vakantie.jpg', data: 'x' }]),
  },
  'an encrypted zip': {
    codes: ['document.encrypted'],
    make: () => zipOf([{ ...contentTypes(), encrypted: true }]),
  },
  'a Word file with a password': {
    codes: ['document.encrypted'],
    make: () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), zeros(512)]),
  },
  'a Word file from before 2007': {
    codes: ['document.type_unsupported'],
    make: () => Buffer.concat([ole, Buffer.from('WordDocument', 'utf16le'), zeros(512)]),
  },
  'a Word file without text': {
    codes: ['document.empty'],
    make: () => wordOf(paragraph('')),
  },
};

const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), zeros(504)]);

const pages = (count: number): Uint8Array =>
  rawPdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${Array.from({ length: count }, (_none, index) => `${index + 4} 0 R`).join(' ')}] /Count ${count} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
    ],
  });

export const hostilePdf: Record<string, HostileFile> = {
  '10,000 pages': { codes: ['document.too_many_pages'], make: () => pages(10_000) },
  'a content stream of 400 MB': {
    codes: ['document.too_heavy', 'document.damaged', 'document.picture_only', 'document.empty'],
    make: () => {
      const body = deflateSync(Buffer.alloc(400 * megabyte, 0x20), { level: 1 });
      const head = Buffer.from(`<< /Length ${body.length} /Filter /FlateDecode >>\nstream\n`);
      return onePage(Buffer.concat([head, body, Buffer.from('\nendstream')]));
    },
  },
  'filters over filters': {
    codes: ['document.too_heavy', 'document.damaged', 'document.empty'],
    make: () => {
      const once = deflateSync(deflateSync(Buffer.alloc(400 * megabyte, 0x20), { level: 9 }));
      const head = Buffer.from(`<< /Length ${once.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`);
      return onePage(Buffer.concat([head, once, Buffer.from('\nendstream')]));
    },
  },
  'a million pieces of text': {
    codes: ['document.too_heavy', 'document.not_agenda'],
    make: () => onePage(stream(shown('a').repeat(1_000_000))),
  },
  'a picture of 60,000 by 60,000': {
    codes: ['document.picture_only'],
    make: () =>
      onePage(
        stream('q 595 0 0 842 0 0 cm /I Do Q'),
        [
          stream(
            zeros(50 * megabyte),
            '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
          ),
        ],
        '/XObject << /I 6 0 R >>',
      ),
  },
  'forms that draw one another': {
    codes: ['document.empty', 'document.too_heavy', 'document.damaged', 'document.not_agenda'],
    make: () =>
      onePage(
        stream('/X0 Do'),
        Array.from({ length: 10 }, (_none, index) =>
          stream(
            index === 9 ? shown('ha') : `/X${index + 1} Do `.repeat(10),
            `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> /XObject << /X${index + 1} ${index + 7} 0 R >> >>`,
          ),
        ),
        '/XObject << /X0 6 0 R >>',
      ),
  },
  'arrays 200,000 deep': {
    codes: ['document.damaged', 'document.empty', 'document.too_heavy'],
    make: () => onePage(stream(`${'['.repeat(200_000)}1${']'.repeat(200_000)} TJ`)),
  },
  'objects 50,000 deep': {
    codes: ['document.damaged', 'document.empty', 'document.too_heavy', 'document.not_agenda'],
    make: () =>
      onePage(stream(shown('tekst')), [], '', `/X ${'<< /X '.repeat(50_000)}1${' >>'.repeat(50_000)}`),
  },
  'a page tree that contains itself': {
    codes: ['document.damaged', 'document.empty', 'document.too_heavy'],
    make: () =>
      rawPdf({
        objects: ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 >>'],
      }),
  },
  'scripts and actions': {
    codes: ['document.not_agenda'],
    make: () =>
      onePage(
        stream(shown('Dit is geen agenda.')),
        [
          '<< /S /JavaScript /JS (while \\(true\\) { app.alert\\(1\\); }) >>',
          '<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>',
        ],
        '',
        '/OpenAction 6 0 R /AA << /WC 7 0 R >> /Names << /JavaScript << /Names [(x) 6 0 R] >> >>',
      ),
  },
};

export const damagedPdf: Record<string, HostileFile> = {
  'a scan': {
    codes: ['document.picture_only'],
    make: () =>
      onePage(
        stream('q 595 0 0 842 0 0 cm /I Do Q'),
        [
          stream(
            Buffer.alloc(100 * 140, 0x99),
            '/Type /XObject /Subtype /Image /Width 100 /Height 140 /ColorSpace /DeviceGray /BitsPerComponent 8',
          ),
        ],
        '/XObject << /I 6 0 R >>',
      ),
  },
  'no text and no picture': { codes: ['document.empty'], make: () => onePage(stream('')) },
  'cut off in the middle': {
    codes: ['document.damaged'],
    make: () => {
      const whole = onePage(stream(shown('tekst').repeat(500), '', false));
      return whole.subarray(0, whole.length * 0.5);
    },
  },
  'only a header': { codes: ['document.damaged'], make: () => Buffer.from('%PDF-1.7\n') },
  'a header and an end': { codes: ['document.damaged'], make: () => Buffer.from('%PDF-1.7\nniets\n%%EOF\n') },
};

export const otherFiles: Record<string, HostileFile> = {
  'an empty file': { codes: ['document.empty'], make: () => new Uint8Array() },
  'a picture': {
    codes: ['document.type_unsupported'],
    make: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
  },
  'a program': {
    codes: ['document.not_text'],
    make: () => Uint8Array.from({ length: 5000 }, (_none, index) => (index * 7919 + (index >> 3) * 31) % 256),
  },
  'too many bytes': { codes: ['document.too_large'], make: () => zeros(25_000_001) },
};
