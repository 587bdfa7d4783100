// Long texts as they are sent to be kept: Markdown of one small dialect (core decision 'The dialect of long texts').
import { addressesIn, plainText, readMarkdown } from '@kansenplein/documents/markdown';
import { z } from 'zod';
import { prose } from './fields.ts';
import { findPersonalData } from './personal-data.ts';
import type { PersonalDataWarning } from './publication.ts';

export { plainText, readMarkdown };

/**
 * A text of a contract as it is written: answers the form in which it is kept. Refused, each with a code of its own:
 * HTML, links to anything but the web and mail, pictures, lists more than three deep, tables no page can hold. Contracts
 * of reading keep the type they had, so that what was kept before this rule stays readable.
 */
export const asMarkdown = (text: z.ZodString) =>
  text.transform((typed, context) => {
    const read = readMarkdown(typed);
    if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
    // Letters in their one form can be longer than they were typed.
    else if (read.text.length > (text.maxLength ?? Infinity))
      context.addIssue({ code: 'too_big', origin: 'string', maximum: text.maxLength ?? 0, input: typed });
    else return read.text;
    return z.NEVER;
  });

/** Markdown of at most `max` UTF-16 units; may be empty. */
export const markdownText = (max: number) => asMarkdown(prose(max));

/**
 * What a long text tells about persons: its words as a reader sees them (marks between digits hide nothing) and where
 * its links lead.
 */
export function findPersonalDataInMarkdown(field: string, text: string): PersonalDataWarning[] {
  const words = plainText(text);
  const hidden = addressesIn(text).filter((address) => !words.includes(address.replace(/^mailto:/i, '')));
  return findPersonalData(field, [words, ...hidden].join('\n'));
}
