// The pages of notifications, for the table of all pages: what they show is asked of the procedures; here who comes in,
// and that the link of a mail tells nobody whether it lives.
import type { Actor } from './matrix-world.ts';

type Status = 200 | 303 | 403 | 404 | 410;

interface Case {
  readonly about: string;
  readonly path: string;
  expected(actor: Actor): Status;
}

const still = (path: string, expected: Case['expected']): readonly Case[] => [
  { about: path, path, expected },
];
const link = (page: string): readonly Case[] => [
  { about: 'not existing', path: `${page}/${'x'.repeat(43)}`, expected: () => 303 },
];

const operators: Case['expected'] = ({ signedIn, role }) => {
  if (!signedIn) return 303;
  return role === 'operator' ? 200 : 403;
};

/** `signedIn`: what a page behind the door answers to each actor. */
export const pagesOfNotifications = (signedIn: Case['expected']): Record<string, readonly Case[]> => ({
  '/mijn/meldingen': still('/mijn/meldingen', signedIn),
  '/mijn/meldingen/instellingen': still('/mijn/meldingen/instellingen', signedIn),
  '/mijn/meldingen/volgen': still('/mijn/meldingen/volgen', signedIn),
  '/mijn/mail': still('/mijn/mail', operators),
  '/mail-stoppen': still('/mail-stoppen', () => 200),
  '/mail-stoppen/[token]': link('/mail-stoppen'),
  // As mails of before called it.
  '/zoekmail-stoppen/[token]': link('/zoekmail-stoppen'),
});
