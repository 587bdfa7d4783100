/**
 * Who does something, what is done and the doing of it are different words for one thing: 'mentoren' is asked for 'mentoring',
 * 'adviseren' for 'advisering', 'voorlezers' for 'voorlezen'. Only to recognise what a question is about: in a text a mentor is
 * somebody of every class, so 'mentoring' does not look for mentors.
 */
import { rootOf } from './roots.ts';

/** A shorter word is too easily another: 'later' is no 'laten'. */
const shortest = 6;

/** Names that the same activity may have, the likeliest first; they need not be words. Takes plain form. */
export function activitiesOf(word: string): string[] {
  if (word.length < shortest) return [];
  const root = rootOf(word);
  const agent = /^(.{3,}?)(?:st)?er$/.exec(root) ?? /^(.{3,}[lrn])a+r$/.exec(root);
  const activity = /^(.{3,})ing$/.exec(root);
  const stems = [agent?.[1], activity?.[1]].filter((stem) => stem !== undefined);
  return [`${root}ing`, ...stems.flatMap((stem) => [`${stem}en`, ...(agent ? [`${stem}ing`] : [])])];
}
