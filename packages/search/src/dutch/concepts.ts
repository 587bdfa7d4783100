/** The thesaurus as data: every concept of the field, in no order that means anything. */
import type { Concept } from './concepts/concept.ts';
import { education } from './concepts/education.ts';
import { help } from './concepts/help.ts';
import { home } from './concepts/home.ts';
import { language } from './concepts/language.ts';
import { movingOn } from './concepts/moving-on.ts';
import { governing } from './concepts/governing.ts';

export { themes } from './concepts/concept.ts';
export type { Concept, Theme } from './concepts/concept.ts';

export const concepts: readonly Concept[] = [
  ...education,
  ...governing,
  ...movingOn,
  ...language,
  ...home,
  ...help,
];
