// Whom to ask, in the one field that the template has for it and in one cell of the table of participants.
import { plainMarkdown } from '@kansenplein/documents';
import { InterventionContent } from '../interventions/index.ts';
import { lineOf } from './naming.ts';

type Contact = Pick<InterventionContent, 'website' | 'contactRole' | 'contactMailbox'>;

/** Website, contact and mailbox, a paragraph each: the template has one field for them. */
export const contactText = ({ website, contactRole, contactMailbox }: Contact) =>
  [website && `<${website}>`, plainMarkdown(contactRole), contactMailbox && `<${contactMailbox}>`]
    .filter((part) => part !== '')
    .join('\n\n');

/** The same three as far as a text tells them. */
export function contactIn(text: string): Contact {
  const read = { website: '', contactRole: '', contactMailbox: '' };
  const { website, contactMailbox, contactRole } = InterventionContent.shape;
  for (const part of text.split(/\n{2,}/).map(lineOf)) {
    if (read.website === '' && part !== '' && website.safeParse(part).success) read.website = part;
    else if (read.contactMailbox === '' && contactMailbox.safeParse(part).success) read.contactMailbox = part;
    else if (part !== '') read.contactRole = [read.contactRole, part].filter(Boolean).join('; ');
  }
  read.contactRole = contactRole.safeParse(read.contactRole).success
    ? read.contactRole
    : read.contactRole.slice(0, 400);
  return read;
}

/** 'coördinator, post@gemeente.example': a function and its mailbox in one cell of the table of participants. */
export const partContact = (one: { contactRole: string; contactMailbox: string }) =>
  [one.contactRole, one.contactMailbox].filter(Boolean).join(', ');

export function partContactIn(text: string): { contactRole: string; contactMailbox: string } {
  const [, role, mailbox = ''] = /^(?:(.*), )?([^\s,]+@[^\s,]+)$/.exec(text) ?? [];
  return mailbox === ''
    ? { contactRole: text, contactMailbox: '' }
    : { contactRole: role ?? '', contactMailbox: mailbox };
}
