/**
 * Compounds by rule. When the end says little in this field ('armoedebeleid', 'leesonderwijs'), the front is what is meant:
 * it is searched as well, with every name of its concept. Verb stems become verbs again: 'leesonderwijs' is about 'lezen'.
 */
import { conceptOf, labelsOf } from './thesaurus.ts';
import { wordsOf } from './words.ts';

const lightEnds =
  /^([a-z]{3,}?)(?:en|s)?(onderwijs|beleid|aanpak|project|programma|plan|activiteit|kind|kinderen|leerling|leerlingen|jongeren|gezinnen|ouders|groep|groepen|begeleiding|coordinator|traject|methode|regeling|problematiek|bestrijding|preventie)$/;

/** 'lees' → 'lezen', 'reken' → 'rekenen', 'schrijf' → 'schrijven'. */
function verbsOf(stem: string): string[] {
  const open = stem.replace(/(a|e|o|u)\1([^aeiou])$/, '$1$2');
  const voiced = open.replace(/s$/, 'z').replace(/f$/, 'v');
  return [`${stem}en`, `${voiced}en`];
}

/** Sequences of words that mean the front of the compound; empty when it is no compound with a light end. */
export function frontsOf(word: string): string[][] {
  const match = lightEnds.exec(word);
  const [front, end] = [match?.[1], match?.[2]];
  if (front === undefined || end === undefined) return [];
  const whole = word.slice(0, word.length - end.length);
  const known = [whole, front, ...verbsOf(front), ...verbsOf(whole)].flatMap((form) => {
    const concept = conceptOf(form);
    return concept ? [form, ...labelsOf(concept)] : [];
  });
  const labels = known.length > 0 ? known : [whole, front].filter((form) => form.length >= 5);
  return [...new Set(labels)].map((label) => wordsOf(label).map((one) => one.plain));
}
