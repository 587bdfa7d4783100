/** Forms of one word that stemming keeps apart: kind/kinderen, effectief/effectieve, huis/huizen, pesten/gepest. */

const families: readonly (readonly string[])[] = [
  ['kind', 'kinderen'],
  ['stad', 'steden'],
  ['lid', 'leden'],
  ['thema', 'themas'],
  ['agenda', 'agendas'],
  ['pilot', 'pilots', 'proef', 'proeven'],
  ['museum', 'musea'],
  ['centrum', 'centra'],
  ['criterium', 'criteria'],
  ['bibliotheek', 'bibliotheken'],
  ['aanpak', 'aanpakken'],
  ['gezin', 'gezinnen'],
  ['begeleider', 'begeleiding'],
  ['zijinstromer', 'zijinstroom'],
];

const familyOf = new Map(families.flatMap((family) => family.map((word) => [word, family] as const)));

/** The first of its family: 'kinderen' → 'kind'. */
export const baseOf = (word: string): string => familyOf.get(word)?.[0] ?? word;

/** Parts that stand apart from their verb (voorlezen, voorgelezen), and unstressed ones that take no ge- (begeleiden). */
const prefixed = /^(aan|af|be|bij|door|er|ge|her|in|mee|na|om|ont|op|over|samen|terug|toe|uit|ver|voor)/;

/** The participle of a regular verb: 'pesten' in a question is 'gepest' in a text. Null when it cannot be told. */
function participleOf(verb: string): string | null {
  if (prefixed.test(verb) || /(heden|ingen|aren|eren|elen|enen)$/.test(verb)) return null;
  const root = /^([a-z]{2,}[^aeiou])en$/.exec(verb)?.[1];
  if (root === undefined || root.length < 3) return null;
  // 'maken' is 'gemaakt': a vowel that stood open is written twice.
  const long = root.replace(/(?<![aeiou])([aeou])([^aeiou])$/, '$1$1$2');
  const last = long.replace(/([bdfgklmnprst])\1$/, '$1');
  if (/[td]$/.test(last)) return `ge${last}`;
  if (/[zv]$/.test(last)) return `ge${last.replace(/z$/, 's').replace(/v$/, 'f')}d`;
  return `ge${last}${/(k|f|s|p|ch)$/.test(last) ? 't' : 'd'}`;
}

/** Other forms of the word, without the word itself. */
export function variantsOf(word: string): string[] {
  const family = familyOf.get(word);
  if (family) return family.filter((other) => other !== word);
  // f and s become v and z before an ending: effectief → effectieve, huis → huizen; and back.
  const voiceless = /^(.*(?:ie|ei|ui|ij|oe|eu|ou|au))([fs])$/.exec(word);
  if (voiceless) return [`${voiceless[1]}${voiceless[2] === 'f' ? 'v' : 'z'}en`];
  const voiced = /^(.*(?:ie|ei|ui|ij|oe|eu|ou|au))([vz])en?$/.exec(word);
  if (voiced) return [`${voiced[1]}${voiced[2] === 'v' ? 'f' : 's'}`];
  return [];
}

/** What the word is in another part of speech; found, but not as one's own word. */
export function relatedForms(word: string): string[] {
  const participle = participleOf(word);
  return participle === null ? [] : [participle];
}
