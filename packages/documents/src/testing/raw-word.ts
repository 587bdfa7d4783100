/** Word files written part by part, the way Word writes them, or the way an attacker would. */
import { zipOf } from './raw-zip.ts';
import type { RawEntry } from './raw-zip.ts';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const contentTypes = (
  main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
): RawEntry => ({
  name: '[Content_Types].xml',
  data: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
});

/** `body` is what stands between `<w:body>` and its end; other parts by their name below word/. */
export function wordOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  return zipOf([
    contentTypes(),
    documentPart(body),
    ...Object.entries(parts).map(([name, inside]) => partOf(name, inside)),
  ]);
}

export const documentPart = (body: string): RawEntry => ({
  name: 'word/document.xml',
  data: `${declaration}<w:document ${namespaces}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
});

function partOf(name: string, inside: string): RawEntry {
  return { name: `word/${name}.xml`, data: `${declaration}<w:${name} ${namespaces}>${inside}</w:${name}>` };
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inside}</w:p>`;
