/**
 * A concept of the field, shaped as SKOS. Labels are written as people write them; the analyser compares them in plain form.
 * Who asks for a concept also finds what is narrower; who asks for the narrower one does not find everything broader.
 */
export interface Concept {
  /** Its code, also in the address of its page; never changes. */
  notation: string;
  prefLabel: string;
  /** Other names that mean the same. */
  altLabel?: readonly string[];
  /** Short forms, shown as other names; always a whole word: 'po' is not the beginning of 'politie'. */
  abbreviation?: readonly string[];
  /** Found but never shown: describing words, old names, forms the analyser does not derive. */
  hiddenLabel?: readonly string[];
  /** Notations. */
  broader?: readonly string[];
  /** Notations, said once: the other direction follows. */
  related?: readonly string[];
  /** Where or for whom, not what: in a question it may give way to what is asked for. */
  setting?: true;
  /** Of the platform, when it belongs to one. */
  theme?: Theme;
  /** One or two sentences in plain Dutch (B1). */
  definition: string;
}

export const themes = [
  'taalontwikkeling',
  'ouderbetrokkenheid',
  'soepele-overgangen',
  'brede-ontwikkeling',
  'basisvaardigheden',
  'professionalisering',
  'welzijn-en-veerkracht',
  'armoede',
  'aanwezigheid',
  'nieuwkomers',
  'kansrijke-start',
  'loopbaan',
] as const;

/** The themes of the platform; every one is a concept with the same notation. */
export type Theme = (typeof themes)[number];
