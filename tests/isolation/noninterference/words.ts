// Words that search could betray: compounds whose parts stand elsewhere, words one letter apart, words that begin alike.
const words = [
  'verzuim',
  'schoolverzuim',
  'school',
  'lantaarnverzuim',
  'lantaarn',
  'leesplezier',
  'lees',
  'plezier',
  'zonnebloem',
  'zonnebril',
  'korenbloem',
  'taalklas',
];

export const wordOf = (number: number) => words[number % words.length] ?? 'verzuim';

/** Which of the goals belongs to a word: few enough that a text sometimes returns to what it was. */
export const goalOf = (number: number) => (number + 1) % words.length;

/** What is typed into the search field, each of them once in a while. */
export const searched = [
  'verzuim',
  'leesplezier',
  'zonnebloen',
  'korenbloem',
  'lantaarnverzuimen',
  'school -lantaarn',
] as const;

/** What is typed letter by letter; 'taal' and 'plez' begin titles that A keeps to itself from the start (opening.ts). */
export const begun = ['zon', 'lantaarn', 'koren', 'proef', 'taal', 'plez'] as const;

/** Of every document that is brought in. */
export const fileName = 'agenda.txt';
