/** Styles of Word, as far as reading depends on them: hidden text, list items, headings. */
import { readXml } from './xml.ts';
import type { ListPlace } from './numbering.ts';

interface Style {
  name: string;
  basedOn: string | null;
  hidden: boolean | null;
  heading: boolean;
  list: ListPlace;
}

/** A style based on a style based on …; Word allows no more than ten. */
const longestChain = 12;

export class Styles {
  readonly #styles = new Map<string, Style>();

  /** `xml` is word/styles.xml; a document without it has no styles. */
  constructor(xml: string | null) {
    if (xml === null) return;
    let style: Style | null = null;
    readXml(xml, {
      open: (name, attributes) => {
        const value = attributes.get('w:val') ?? '';
        if (name === 'w:style') {
          style = {
            name: '',
            basedOn: null,
            hidden: null,
            heading: false,
            list: { list: null, level: null },
          };
          this.#styles.set(attributes.get('w:styleId') ?? '', style);
        } else if (!style) return;
        else if (name === 'w:name') style.name = value.toLowerCase();
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:vanish') style.hidden = isOn(attributes.get('w:val'));
        else if (name === 'w:outlineLvl') style.heading = Number(value) < 9;
        else if (name === 'w:numId') style.list.list = value;
        else if (name === 'w:ilvl') style.list.level = Number(value) || 0;
      },
      close: (name) => {
        if (name === 'w:style') style = null;
      },
      text: () => undefined,
    });
  }

  isHidden(id: string | null): boolean {
    return this.#chain(id).find(({ hidden }) => hidden !== null)?.hidden ?? false;
  }

  isHeading(id: string | null): boolean {
    return this.#chain(id).some(
      ({ heading, name }) => heading || /^(?:heading|kop) \d$|^title$|^titel$/.test(name),
    );
  }

  /** 1 for the heading of a part, 2 for one inside it …; null when the style is no heading. */
  headingLevel(id: string | null): number | null {
    for (const { name } of this.#chain(id)) {
      const match = /^(?:heading|kop) ([1-9])$/.exec(name);
      if (match) return Number(match[1]);
    }
    return null;
  }

  /** Lines of a table of contents repeat the document. */
  isContents(id: string | null): boolean {
    return this.#chain(id).some(({ name }) => /^(?:toc|inhopg) ?\d$|^table of figures$/.test(name));
  }

  listOf(id: string | null): ListPlace {
    const chain = this.#chain(id);
    return {
      list: chain.find(({ list }) => list.list !== null)?.list.list ?? null,
      level: chain.find(({ list }) => list.level !== null)?.list.level ?? null,
    };
  }

  #chain(id: string | null): Style[] {
    const chain: Style[] = [];
    let next = id;
    while (next !== null && chain.length < longestChain) {
      const style = this.#styles.get(next);
      if (!style) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }
}

/** A property of Word is on when it stands there, unless it says that it is off. */
export const isOn = (value: string | undefined): boolean =>
  !['false', '0', 'off', 'none'].includes(value ?? 'true');
