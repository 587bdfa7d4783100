/** Forms of one word that stemming keeps apart: kind/kinderen, effectief/effectieve, huis/huizen. */

const families: readonly (readonly string[])[] = [
  ['kind', 'kinderen'],
  ['stad', 'steden'],
  ['lid', 'leden'],
  ['thema', 'themas'],
  ['agenda', 'agendas'],
  ['pilot', 'pilots', 'proef', 'proeven'],
  ['museum', 'musea'],
  ['criterium', 'criteria'],
  ['bibliotheek', 'bibliotheken'],
  ['aanpak', 'aanpakken'],
  ['gezin', 'gezinnen'],
  ['begeleider', 'begeleiding'],
  ['zijinstromer', 'zijinstroom'],
];

const familyOf = new Map(families.flatMap((family) => family.map((word) => [word, family] as const)));

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
