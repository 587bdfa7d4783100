// The pages of searching and of questions that are kept, for the table of all pages: what they show is asked of the
// procedures; here who comes in.
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
const everybody = () => 200 as const;

/** `signedIn`: what a page behind the door answers to each actor. */
export const pagesOfSearching = (signedIn: Case['expected']): Record<string, readonly Case[]> => ({
  '/zoeken/suggesties': still('/zoeken/suggesties?q=lees', everybody),
  '/zoeken/resultaten.csv': still('/zoeken/resultaten.csv?q=lees', signedIn),
  '/mijn/zoekvragen': still('/mijn/zoekvragen', signedIn),
  '/mijn/zoekvragen/nieuw': still('/mijn/zoekvragen/nieuw?q=lees', signedIn),
});
