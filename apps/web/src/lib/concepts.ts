// Choosing and grouping the words of the field.
import { themeLabels } from './messages/labels.ts';
import type { Concept } from './wire.ts';

export interface ConceptGroup {
  /** For the address of the group on the page. */
  id: string;
  name: string;
  concepts: Concept[];
}

/** What stands under no theme. */
const general = 'Onderwijs en beleid';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Concepts of which a name or the explanation holds every word of the text. */
export function conceptsWith(concepts: readonly Concept[], text: string): Concept[] {
  const words = plain(text).split(' ');
  return concepts.filter((concept) => {
    const told = plain(
      [concept.label, ...concept.otherNames, ...concept.hiddenNames, concept.definition].join(' '),
    );
    return words.every((word) => told.includes(word));
  });
}

const letterOf = ({ label }: Concept) => plain(label).charAt(0).toUpperCase();

const themeOf = ({ theme }: Concept) => (theme === null ? general : themeLabels[theme]);

/** By first letter, or by theme with the general ones last. */
export function groupsOf(concepts: readonly Concept[], by: 'letter' | 'theme'): ConceptGroup[] {
  const groups = Map.groupBy(concepts, by === 'letter' ? letterOf : themeOf);
  return [...groups]
    .map(([name, those]) => ({ id: plain(name).replaceAll(' ', '-'), name, concepts: those }))
    .sort((one, other) =>
      one.name === general ? 1 : other.name === general ? -1 : one.name.localeCompare(other.name, 'nl'),
    );
}

/** 'schoolverzuim' → 'Schoolverzuim'; short forms stay as they are written. */
export const asTitle = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);
