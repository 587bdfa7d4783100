// Files that go along with interventions and agendas, brought and attached as the pages do.
import { crc32, deflateSync } from 'node:zlib';
import { paragraph, run, wordOf } from '../../packages/documents/src/testing/raw-word.ts';
import { zipOf, type RawEntry } from '../../packages/documents/src/testing/raw-zip.ts';
import type { Alliance, PersonName } from './alliance.ts';
import { storedFile } from './files.ts';
import type { Client } from './platform.ts';

export type Noun = 'interventions' | 'agendas';

/** A Word file that says this and nothing else. */
export const wordFile = (text: string): Uint8Array => wordOf(paragraph(run(text)));

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet; texts stand where Excel keeps them, numbers in their cells. */
export function workbookParts(rows: readonly (readonly (string | number)[])[]): RawEntry[] {
  const texts = rows.flat().filter((cell) => typeof cell === 'string');
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="s"><v>${texts.indexOf(value)}</v></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/></Types>`,
    },
    { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="Blad1"/></sheets></workbook>' },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${lines}</sheetData></worksheet>` },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
  ];
}

export const workbook = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  zipOf(workbookParts(rows));

/** A grey PNG of so many dots, written chunk by chunk; `extra` chunks stand before its dots, `bits` is how deep a dot is. */
export function pngOf(
  width: number,
  height: number,
  extra: readonly [kind: string, data: Buffer][] = [],
  bits: 1 | 8 = 8,
): Uint8Array {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, 0, 0, 0, 0], 8);
  // One bit of filter before each line; a large picture of one colour packs to almost nothing.
  const dots = deflateSync(Buffer.alloc((Math.ceil((width * bits) / 8) + 1) * height, 0x00), { level: 1 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...extra.map(([kind, data]) => chunk(kind, data)),
    chunk('IDAT', dots),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface ToAttach {
  readonly name?: string;
  readonly title?: string;
  readonly alternative?: string;
  readonly reason?: string | null;
}

/** Brings a file to go along with something; its id. */
export const broughtBy = async (
  alliance: Alliance,
  person: PersonName,
  bytes: Uint8Array,
  name = 'bijlage.docx',
): Promise<string> =>
  storedFile(alliance, await alliance.secretOf(person), bytes, { name, purpose: 'attachment' });

/** Brings a file and attaches it to a working copy; its id. */
export async function attachTo(
  alliance: Alliance,
  person: PersonName,
  noun: Noun,
  id: string,
  bytes: Uint8Array = wordFile('Zo werkt het.'),
  { name = 'bijlage.docx', title = 'Draaiboek', alternative = '', reason = null }: ToAttach = {},
): Promise<string> {
  const file = await broughtBy(alliance, person, bytes, name);
  const client = await alliance.as(person);
  await client[noun].attach.mutate({ id, file, title, alternative, personalDataReason: reason });
  return file;
}

export const titlesOf = ({ attachments }: Awaited<ReturnType<Client['agendas']['attachments']['query']>>) =>
  attachments.map(({ title }) => title);
