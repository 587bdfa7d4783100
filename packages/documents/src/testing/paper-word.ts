/** Makes a document as a Word file, the ways Word and its users really make them. Nothing is written to disk. */
import { paperOf } from './paper-model.ts';
import { escaped, paragraph, run, wordOf } from './raw-word.ts';
import type { CellBlock, PaperBlock } from './paper-model.ts';

export interface WordLayout {
  /** 'table': label beside value. 'rows': one row per paragraph, the label merged over them. 'tabs': no table. */
  cells?: 'table' | 'rows' | 'tabs';
  /** Runs cut in the middle of words, with what spelling and page breaks leave behind. */
  splitRuns?: boolean;
  /** Content controls around paragraphs, cells and tables. */
  controls?: boolean;
  /** Tables inside a table of one cell. */
  framed?: boolean;
  /** Tracked changes, comments, hidden text, field codes: nothing of it is text. */
  tracked?: boolean;
  /** A list style carries the bullet, not the paragraph. */
  listStyle?: boolean;
}

const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>';

const numbering =
  '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>';

const styles =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>' +
  `<w:style w:type="paragraph" w:styleId="Lijstalinea"><w:name w:val="List Paragraph"/><w:basedOn w:val="Standaard"/></w:style>` +
  `<w:style w:type="paragraph" w:styleId="Opsomming"><w:name w:val="List Bullet"/><w:basedOn w:val="Lijstalinea"/><w:pPr>${item}</w:pPr></w:style>` +
  '<w:style w:type="character" w:styleId="Verborgen"><w:name w:val="Verborgen"/><w:rPr><w:vanish/></w:rPr></w:style>';

export function wordFileOf(text: string, layout: WordLayout = {}): Uint8Array {
  return wordOf(new Writer(layout).body(paperOf(text)), { numbering, styles });
}

class Writer {
  readonly #layout: WordLayout;

  constructor(layout: WordLayout) {
    this.#layout = layout;
  }

  body(blocks: PaperBlock[]): string {
    let body = '';
    for (let index = 0; index < blocks.length; index += 1) {
      const block = blocks[index];
      if (block?.kind === 'paragraph') body += this.#control(this.#paragraph(block.lines));
      else if (block?.kind === 'item') body += this.#item(block.text);
      else if (block) {
        const end = blocks.findIndex((later, at) => at > index && later.kind !== 'row');
        const rows = blocks.slice(index, end < 0 ? blocks.length : end);
        body += this.#table(rows.flatMap((row) => (row.kind === 'row' ? [row] : [])));
        index += rows.length - 1;
      }
    }
    return body;
  }

  #runs(text: string): string {
    const pieces = this.#layout.splitRuns ? (text.match(/.{1,7}/gsu) ?? []) : [text];
    const noise =
      '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_Hlk1"/><w:bookmarkEnd w:id="0"/>';
    let runs = pieces
      .map((piece, index) =>
        index % 3 === 1
          ? `${noise}<w:r w:rsidR="00A1"><w:lastRenderedPageBreak/><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`
          : run(piece, '<w:lang w:val="nl-NL"/>'),
      )
      .join(this.#layout.splitRuns ? '<w:r><w:softHyphen/></w:r>' : '');
    if (this.#layout.tracked) {
      runs +=
        `<w:del w:id="1" w:author="x"><w:r><w:delText>Doelgroep: geschrapt</w:delText></w:r></w:del>` +
        `${run('Interventie 9', '<w:vanish/>')}${run('verborgen', '<w:rStyle w:val="Verborgen"/>')}` +
        '<w:commentRangeStart w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>' +
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        `${run('Inhoud 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    }
    return runs;
  }

  #paragraph(lines: string[]): string {
    return paragraph(lines.map((line) => this.#runs(line)).join('<w:r><w:br/></w:r>'));
  }

  #item(text: string): string {
    const properties = this.#layout.listStyle
      ? '<w:pStyle w:val="Opsomming"/>'
      : `<w:pStyle w:val="Lijstalinea"/>${item}`;
    return paragraph(this.#runs(text), properties);
  }

  #control(inside: string): string {
    return this.#layout.controls
      ? `<w:sdt><w:sdtPr><w:alias w:val="veld"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
      : inside;
  }

  #cell(inside: string, properties = ''): string {
    return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${inside || '<w:p/>'}</w:tc>`;
  }

  #block({ kind, text }: CellBlock): string {
    return kind === 'item' ? this.#item(text) : this.#paragraph([text]);
  }

  #table(rows: { label: string; value: CellBlock[] }[]): string {
    if (this.#layout.cells === 'tabs') return rows.map((row) => this.#tabbed(row)).join('');
    const inside = rows.flatMap(({ label, value }) => {
      if (this.#layout.cells !== 'rows') {
        return [
          `${this.#cell(paragraph(this.#runs(label)))}${this.#cell(this.#control(value.map((block) => this.#block(block)).join('')))}`,
        ];
      }
      return value.map((block, index) => {
        const merge = index === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
        return `${this.#cell(index === 0 ? paragraph(this.#runs(label)) : '', merge)}${this.#cell(this.#block(block))}`;
      });
    });
    const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>${inside.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    return this.#control(
      this.#layout.framed
        ? `<w:tbl><w:tr>${this.#cell(`${table}<w:p/>`, '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`
        : table,
    );
  }

  #tabbed({ label, value }: { label: string; value: CellBlock[] }): string {
    const [first, ...others] = value;
    const opening = first?.kind === 'paragraph' ? this.#runs(first.text) : '';
    const rest = first?.kind === 'paragraph' ? others : value;
    return (
      paragraph(`${this.#runs(label)}<w:r><w:tab/></w:r>${opening}`) +
      rest.map((block) => this.#block(block)).join('')
    );
  }
}
