/** What a Word file holds beside the text that its reader sees; and what that reader sees where XML is strange. */
import { describe, expect, it } from 'vitest';
import { paragraph, run, wordOf } from '../../testing/raw-word.ts';
import { extractFile } from '../extract-file.ts';

const numbering =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
const styles =
  '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function textOf(body: string, parts: Record<string, string> = {}): Promise<string> {
  const extracted = await extractFile(wordOf(body, { numbering, styles, ...parts }), wordType);
  return extracted.ok ? extracted.text : extracted.code;
}

const listed = (text: string, level = 0, list = 1): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const cell = (inside: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const words = (text: string): string => paragraph(run(text));

describe('text of a Word file', () => {
  it('joins runs, and keeps tabs, line ends and hyphens that do not break', async () => {
    const inside = `${run('Kan')}${run('sen')}<w:r><w:tab/><w:t>voor</w:t><w:br/><w:t>PO</w:t><w:noBreakHyphen/><w:t>VO en kin\u00adderen</w:t></w:r>`;
    expect(await textOf(paragraph(inside))).toBe('Kansen\tvoor\nPO-VO en kinderen\n');
  });

  it('takes what was inserted and leaves what was deleted, moved away or only hides a paragraph end', async () => {
    const inserted = `<w:ins w:id="1">${run('nieuw ')}</w:ins>`;
    const deleted = '<w:del w:id="2"><w:r><w:delText>oud </w:delText></w:r></w:del>';
    const moved = `<w:moveFrom w:id="3">${run('verhuisd ')}</w:moveFrom>`;
    const joined = `${paragraph(run('een '), '<w:rPr><w:del w:id="4"/></w:rPr>')}${words('zin')}`;
    const gone = `<w:tr><w:trPr><w:del w:id="5"/></w:trPr>${cell(words('weg'))}${cell(words('weg'))}</w:tr>`;
    const body =
      paragraph(inserted + deleted + moved + run('woord')) +
      joined +
      table(gone, row(cell(words('a')), cell(words('b'))));
    expect(await textOf(body)).toBe('nieuw woord\n\neen zin\n\na\tb\n');
  });

  it('leaves hidden text, field codes, contents, placeholders and comments', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body =
      paragraph(run('zichtbaar') + run(' verborgen', '<w:vanish/>') + run(' weer', '<w:vanish w:val="0"/>')) +
      paragraph(`${field}${run('1 mei')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
      paragraph(run('Inleiding 3'), '<w:pStyle w:val="Inhopg1"/>') +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${words('Klik om tekst in te voeren')}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtContent>${words('ingevuld')}</w:sdtContent></w:sdt>`;
    const comments = `<w:comment w:id="0">${words('opmerking')}</w:comment>`;
    expect(await textOf(body, { comments })).toBe('zichtbaar weer\n\n1 mei\n\ningevuld\n');
  });

  it('numbers lists as Word shows them, and sets headings apart', async () => {
    const heading = paragraph(
      run('Doelen'),
      '<w:pStyle w:val="Kop1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    );
    const body =
      heading +
      listed('taal', 1) +
      listed('lezen', 2) +
      listed('rekenen', 2) +
      listed('spel', 1) +
      listed('los', 0, 2) +
      listed('los', 0, 2);
    expect(await textOf(body)).toBe(
      '1. Doelen\n\n1.1 taal\n\na) lezen\nb) rekenen\n\n1.2 spel\n- los\n- los\n',
    );
  });

  it('reads tables by row, merged labels once, headings over columns and tables in cells', async () => {
    const inner = table(row(cell(words('school')), cell(words('12'))));
    const body = table(
      row(cell(words('Interventie 1'), '<w:gridSpan w:val="2"/>')),
      row(cell(words('Doel'), '<w:vMerge w:val="restart"/>'), cell(words('lezen'))),
      row(cell('<w:p/>', '<w:vMerge/>'), cell(words('schrijven'))),
      row(cell(words('Locatie')), cell(inner + listed('wijk', 0, 2))),
    );
    expect(await textOf(body)).toBe('Interventie 1\n\nDoel\tlezen\nschrijven\nLocatie\tschool\t12\n- wijk\n');
  });

  it('reads signature blocks beside one another one by one', async () => {
    const block = (name: string) => cell(words(name) + words('Datum') + words('Plaats'));
    expect(await textOf(table(row(block('Wethouder'), block('Bestuurder'))))).toBe(
      'Wethouder\n\nDatum\n\nPlaats\n\nBestuurder\n\nDatum\n\nPlaats\n',
    );
  });

  it('reads a text box once, although Word writes it twice', async () => {
    const box = (text: string) => `<w:txbxContent>${words(text)}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('in een kader')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('in een kader')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf(paragraph(run('ernaast') + shape))).toBe('in een kader\n\nernaast\n');
  });

  it('puts footnotes behind the text, without the mark in the sentence', async () => {
    const body = paragraph(`${run('zin')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}`);
    const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1">${words('bron')}</w:footnote>`;
    expect(await textOf(body, { footnotes })).toBe('zin.\n\nVoetnoten\n\nbron\n');
  });

  it('composes letters, and knows entities, CDATA and the prefix somebody chose', async () => {
    const inside = '<w:r><w:t>caf\u0065\u0301 &amp; &#233;&#xE9; <![CDATA[<b>]]></w:t></w:r>';
    expect(await textOf(paragraph(inside))).toBe('café & éé <b>\n');
    const other =
      '<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>streng</x:t></x:r></x:p>';
    expect(await textOf(other)).toBe('streng\n');
  });

  it.each([
    ['an attribute twice', '<w:p w:a="1" w:a="2"/>'],
    ['tags that cross', '<w:p><w:r></w:p></w:r>'],
    ['a character that does not exist', '<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>'],
    ['an ampersand alone', '<w:p><w:r><w:t>a & b</w:t></w:r></w:p>'],
    ['an attribute without quotes', '<w:p w:a=1/>'],
  ])('refuses %s', async (_name, body) => {
    expect(await textOf(body)).toMatch(/^document\.(?:damaged|hostile)$/);
  });
});
