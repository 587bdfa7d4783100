/**
 * The body of a Word file as blocks. What a reader of the page sees is text; what Word keeps beside it is not:
 * deleted text of tracked changes, comments, hidden text, field codes, tables of contents, the fallback of shapes.
 */
import { placeInList } from './numbering.ts';
import { isOn } from './styles.ts';
import { TableBuilder } from './tables.ts';
import { readXml } from './xml.ts';
import type { Run } from '../../form/content.ts';
import type { Block, Looks } from '../blocks.ts';
import type { ListPlace, Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import type { Attributes } from './xml.ts';

interface OpenParagraph {
  text: string;
  words: Run[];
  style: string | null;
  place: ListPlace;
  /** Its end was deleted by a tracked change: it goes on in the next paragraph. */
  goesOn: boolean;
  hidden: boolean;
}

/** A field: what it shows stands between 'separate' and 'end', its code before. */
interface OpenField {
  code: string;
  shows: boolean;
}

/** Elements of which nothing inside is text of the document. */
const silent = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:sectPr',
  'w:tabs',
  'w:sdtEndPr',
  'w:rt',
  'w:altChunk',
]);

/** Fields that repeat or count the document: its contents, its pages. */
const counts = /^\s*(?:TOC|INDEX|PAGE|NUMPAGES|SECTIONPAGES)\b/i;

export class BodyReader {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables = new TableBuilder();
  readonly #fields: OpenField[] = [];
  readonly #path: string[] = [];
  /** Depth of `#path` at which silence began; 0 when text counts. */
  #silentAt = 0;
  #runHidden = false;
  #strong = false;
  #emphasis = false;
  /** Counts links, so that two beside one another are told apart. */
  #link = 0;
  #insideLink = false;
  #joined: OpenParagraph | null = null;
  /** Per open AlternateContent: whether its choice was read, so that its fallback is not. */
  readonly #choices: boolean[] = [];
  /** Per open content control: whether it only shows 'click here to enter text'. */
  readonly #placeholders: boolean[] = [];

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  /** Reads word/document.xml, or another part of the same kind. */
  read(xml: string): Block[] {
    readXml(xml, {
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => {
        if (this.#path.at(-1) === 'w:t') this.#append(text);
        else if (this.#path.at(-1) === 'w:instrText') this.#code(text);
      },
    });
    return this.#tables.finish();
  }

  #open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#silentAt > 0) return;
    const value = attributes.get('w:val');
    if (this.#isSilent(name, parent)) {
      // In properties these only mark what was done: a deleted end of a paragraph, a deleted row.
      if ((name === 'w:del' || name === 'w:moveFrom') && parent === 'w:rPr' && this.#path.at(-3) === 'w:pPr')
        this.#markGoesOn();
      if ((name === 'w:del' || name === 'w:moveFrom') && parent === 'w:trPr') this.#tables.dropRow();
      this.#silentAt = this.#path.length;
      return;
    }
    switch (name) {
      case 'w:p':
        this.#paragraphs.push({
          text: '',
          words: [],
          style: null,
          place: { list: null, level: null },
          goesOn: false,
          hidden: false,
        });
        break;
      case 'w:r':
        this.#runHidden = false;
        this.#strong = false;
        this.#emphasis = false;
        break;
      case 'w:hyperlink':
        this.#link += 1;
        this.#insideLink = true;
        break;
      case 'w:tblHeader':
        if (isOn(value)) this.#tables.markHeader();
        break;
      case 'w:tbl':
      case 'w:tr':
      case 'w:tc':
        this.#tables.open(name);
        break;
      case 'w:vMerge':
        if (value !== 'restart') this.#tables.continueCell();
        break;
      case 'w:cellDel':
        this.#tables.dropCell();
        break;
      case 'mc:AlternateContent':
        this.#choices.push(false);
        break;
      case 'mc:Choice':
        if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
        break;
      case 'w:sdt':
        this.#placeholders.push(false);
        break;
      case 'w:showingPlcHdr':
        if (this.#placeholders.length > 0) this.#placeholders[this.#placeholders.length - 1] = isOn(value);
        break;
      case 'w:fldSimple':
        if (counts.test(attributes.get('w:instr') ?? '')) this.#silentAt = this.#path.length;
        break;
      case 'w:fldChar':
        this.#field(attributes.get('w:fldCharType') ?? '');
        break;
      default:
        this.#property(name, parent, value, attributes);
    }
  }

  #isSilent(name: string, parent: string): boolean {
    if (name === 'mc:Fallback') return this.#choices.at(-1) === true;
    if (name === 'mc:Choice') return this.#choices.at(-1) === true;
    if (name === 'w:sdtContent') return this.#placeholders.at(-1) === true;
    if (name === 'w:ins' && parent === 'w:rPr') return true;
    return silent.has(name);
  }

  /** Properties of paragraphs and runs, and the characters that are elements. */
  #property(name: string, parent: string, value: string | undefined, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    if (name === 'w:pStyle' && value !== undefined) paragraph.style = value;
    else if (name === 'w:numId' && value !== undefined) paragraph.place.list = value;
    else if (name === 'w:ilvl') paragraph.place.level = Number(value) || 0;
    else if (name === 'w:rStyle' && value !== undefined) this.#runHidden ||= this.#styles.isHidden(value);
    else if (name === 'w:vanish' && parent === 'w:rPr') {
      // In the properties of a paragraph it hides only the paragraph mark.
      if (this.#path.at(-3) !== 'w:pPr') this.#runHidden = isOn(value);
    } else if (parent === 'w:rPr' && this.#path.at(-3) === 'w:r') {
      if (name === 'w:b') this.#strong = isOn(value);
      else if (name === 'w:i') this.#emphasis = isOn(value);
    } else if (parent === 'w:r') this.#character(name, attributes);
  }

  #character(name: string, attributes: Attributes): void {
    if (name === 'w:tab' || name === 'w:ptab') this.#append('\t');
    else if (name === 'w:cr') this.#append('\n');
    else if (name === 'w:br') this.#append('\n');
    else if (name === 'w:noBreakHyphen') this.#append('-');
    else if (name === 'w:sym') {
      // Symbol fonts lie in a private range; a bullet is the only one that means something as text.
      const code = Number.parseInt(attributes.get('w:char') ?? '', 16);
      if ([0xf0b7, 0xf0a7, 0xf06e, 0xf0d8, 0xf0fc, 0x2022].includes(code)) this.#append('•');
    }
  }

  #append(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#silentAt > 0 || this.#runHidden || !paragraph) return;
    if (this.#fields.some(({ shows, code }) => !shows || counts.test(code))) return;
    // What the writer's Word may break a word at is no part of it.
    const shown = text.replaceAll('\u00ad', '').replaceAll('\u2011', '-');
    paragraph.text += shown;
    const { words } = paragraph;
    const look = {
      strong: this.#strong,
      emphasis: this.#emphasis,
      link: this.#insideLink ? String(this.#link) : null,
    };
    const last = words.at(-1);
    if (last?.strong === look.strong && last.emphasis === look.emphasis && last.link === look.link)
      last.text += shown;
    else words.push({ text: shown, ...look });
  }

  #markGoesOn(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.goesOn = true;
  }

  #field(type: string): void {
    if (type === 'begin') this.#fields.push({ code: '', shows: false });
    else if (type === 'separate') {
      const field = this.#fields.at(-1);
      if (field) field.shows = true;
    } else if (type === 'end') this.#fields.pop();
  }

  #code(text: string): void {
    const field = this.#fields.at(-1);
    if (field && !field.shows && field.code.length < 500) field.code += text;
  }

  #close(name: string): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#silentAt > 0) {
      if (depth === this.#silentAt) this.#silentAt = 0;
      return;
    }
    if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tbl' || name === 'w:tr' || name === 'w:tc') this.#tables.close(name);
    else if (name === 'mc:AlternateContent') this.#choices.pop();
    else if (name === 'w:sdt') this.#placeholders.pop();
    else if (name === 'w:r') this.#runHidden = false;
    else if (name === 'w:hyperlink') this.#insideLink = false;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const before = this.#joined;
    this.#joined = null;
    if (before) {
      paragraph.text = before.text + paragraph.text;
      paragraph.words = [...before.words, ...paragraph.words];
      paragraph.style = before.style ?? paragraph.style;
      paragraph.place = before.place;
    }
    if (paragraph.goesOn) {
      this.#joined = paragraph;
      return;
    }
    if (this.#styles.isContents(paragraph.style) || this.#styles.isHidden(paragraph.style)) return;
    const place = placeInList(paragraph.place, paragraph.style, this.#styles);
    const text = paragraph.text.replace(/^[^\S\n\t]+/, '');
    // Word shows no number at an empty paragraph that somebody left in a list, but counts it.
    const marker = place && this.#numbering.markerOf(place.list, place.level);
    const heading = this.#styles.isHeading(paragraph.style);
    const level = this.#styles.headingLevel(paragraph.style);
    const looks: Looks = { words: paragraph.words, ...(level === null ? {} : { heading: level }) };
    if (marker && place && heading)
      this.#tables.add({ kind: 'paragraph', text: `${marker} ${text}`, page: 0, ...looks });
    else if (marker && place)
      this.#tables.add({ kind: 'item', marker, level: place.level, text, page: 0, ...looks });
    else this.#tables.add({ kind: 'paragraph', text, page: 0, ...looks });
  }
}
