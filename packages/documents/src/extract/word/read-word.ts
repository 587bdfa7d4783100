/** Word files (.docx): the archive, the parts in it, and the body as blocks. */
import { formMark } from '../../form/wording.ts';
import { formatOf } from '../format.ts';
import { Refusal } from '../refusal.ts';
import { Archive } from './archive.ts';
import { BodyReader } from './body.ts';
import { Numbering } from './numbering.ts';
import { Styles } from './styles.ts';
import { readXml } from './xml.ts';
import type { Block } from '../blocks.ts';

export interface WordText {
  /** The document and its notes. */
  blocks: Block[];
  /** Its properties say that it follows our form; its headings must show it. */
  saysForm: boolean;
}

/** Throws Refusal when it is no Word file that can be read. */
export async function readWord(bytes: Uint8Array): Promise<WordText> {
  if (formatOf(bytes) === 'old_office') {
    if (isEncryptedOffice(bytes)) throw new Refusal('document.encrypted', 'ole');
    throw new Refusal('document.type_unsupported', 'ole', oldOffice);
  }
  const archive = await Archive.open(bytes);
  const types = await archive.text('[Content_Types].xml');
  if (types === null) throw new Refusal('document.type_unsupported', 'zip without content types');
  const main = mainPart(types);
  const document = await archive.text(main);
  if (document === null) throw new Refusal('document.damaged', 'no main part');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = new Styles(await archive.text(`${folder}styles.xml`));
  const numbering = new Numbering(await archive.text(`${folder}numbering.xml`));
  const blocks = new BodyReader(styles, numbering).read(document);
  for (const name of ['footnotes.xml', 'endnotes.xml']) {
    const notes = await archive.text(folder + name);
    if (notes === null) continue;
    const inside = new BodyReader(styles, numbering)
      .read(notes)
      .filter((block) => block.kind === 'row' || block.text.trim() !== '');
    if (inside.length > 0) blocks.push({ kind: 'paragraph', text: 'Voetnoten', page: 0 }, ...inside);
  }
  return { blocks, saysForm: saysForm(await archive.text('docProps/custom.xml')) };
}

/** One of the file's own properties has the mark of the form. */
function saysForm(properties: string | null): boolean {
  if (properties === null) return false;
  let found = false;
  readXml(properties, {
    open: () => undefined,
    close: () => undefined,
    text: (text) => (found ||= text === formMark),
  });
  return found;
}

const oldOffice = 'Dit is een oud Office-bestand (.doc of .xls); open het in Word en sla het op als .docx.';

const wordMain = /wordprocessingml\.(?:document|template)\.main\+xml$/;

/** The part that [Content_Types].xml calls the document; everything else is another kind of file. */
function mainPart(types: string): string {
  let main: string | null = null;
  readXml(types, {
    open: (_name, attributes) => {
      const part = attributes.get('PartName');
      if (part !== undefined && wordMain.test(attributes.get('ContentType') ?? ''))
        main ??= part.replace(/^\//, '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (main === null) throw new Refusal('document.type_unsupported', 'no word document inside');
  return main;
}

/** An encrypted Office file is an OLE container with a stream 'EncryptedPackage'; names there are UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
