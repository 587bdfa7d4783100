/** What a draft says, without where it stands: to compare one document in its many forms, field by field. */
import type { AgendaDraft } from '../draft.ts';

/** Places differ between the forms of a document; headings and labels are written otherwise in each. */
const places = new Set(['span', 'spans', 'source', 'confidence', 'structure', 'unplaced', 'evidence']);

export interface Likeness {
  /** A page break hides where a paragraph ends: explanations are compared as one text. */
  pages?: boolean;
  /** A program that breaks words hides which hyphens were real: those inside words do not count. */
  hyphens?: boolean;
}

/** Every text of the draft, white space aside, in the shape of the draft; unplaced text as one list of texts. */
export function contentOf(draft: AgendaDraft, likeness: Likeness = {}): unknown {
  return {
    ...(strip(draft, likeness) as Record<string, unknown>),
    unplaced: draft.unplaced.map(({ text }) => words(text, likeness)),
  };
}

/** List markers and blank lines belong to a form; quotation marks may be straight or curly. */
const words = (text: string, { hyphens }: Likeness): string =>
  text
    .replace(hyphens ? /(?<=\p{L})-(?=\p{L})/gu : /^$/, '')
    .replace(/^\s*-\s+/gm, '• ')
    .replace(/\s+/g, ' ')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .trim();

function strip(value: unknown, likeness: Likeness): unknown {
  if (Array.isArray(value)) return value.map((one) => strip(one, likeness));
  if (typeof value === 'string') return words(value, likeness);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.has(key))
      .map(([key, inside]) => {
        const isTold = likeness.pages && (key === 'description' || key === 'paragraphs');
        return [key, isTold ? textsOf(inside, likeness).join(' ') : strip(inside, likeness)];
      }),
  );
}

const textsOf = (inside: unknown, likeness: Likeness): string[] =>
  (inside as { text: string }[]).map(({ text }) => words(text, likeness));
