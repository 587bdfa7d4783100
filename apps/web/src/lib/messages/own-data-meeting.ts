// What is kept of somebody about sessions, following and the own page, told in words (own-data.ts).
import { themeLabels } from './labels.ts';
import { followNouns, toldInSentence, toldLabels, wayLabels } from './notifying.ts';
import type { OwnDataNames } from './own-data.ts';

const inWords = (labels: Readonly<Record<string, string>>, value: string, otherwise: string): string =>
  labels[value] ?? otherwise;

/** A theme, a municipality, or something with a page: of that its kind, because its title may be closed by now. */
function followedWords(target: string, { municipalities }: OwnDataNames): string {
  const [kind = '', key = ''] = target.split(':');
  if (kind === 'theme') return inWords(themeLabels, key, 'een thema');
  if (kind === 'municipality') return municipalities.get(key) ?? 'een gemeente die hier niet meer is';
  return inWords(followNouns, kind, 'iets op Kansenplein').toLowerCase();
}

/** Values of a list; null when nothing stands in it. */
function listWords(value: string, word: (one: string) => string): string | null {
  const listed: unknown = JSON.parse(value);
  return Array.isArray(listed) && listed.length > 0
    ? listed.map((one) => word(String(one))).join(', ')
    : null;
}

export const nounWords: Readonly<Record<string, string>> = {
  intervention: 'interventie',
  agenda: 'agenda',
  participation: 'deelname aan een interventie',
  import: 'ingelezen document',
  thread: 'gesprek',
  community: 'community',
  knowledge_session: 'kennissessie',
};

/** Parts of the own page, by their key. */
export const pageParts: Readonly<Record<string, string>> = {
  work: 'uw werk',
  place: 'waar u werkt',
  themes: 'uw thema’s',
  ask_me: 'waarover men u iets kan vragen',
  about: 'over uzelf',
  telephone: 'uw telefoonnummer',
};

/** By label of the register; null leaves it to the download. */
export const toldOfMeeting: Readonly<
  Record<string, (value: string, names: OwnDataNames, action: string) => string | null>
> = {
  'Wat u volgt': followedWords,
  'Wat er gebeurde': (kind) => inWords(toldLabels, kind, 'iets wat u aangaat'),
  Wat: (kind) => inWords(toldLabels, kind, 'iets wat u deed'),
  // An id or an address of a page that may be closed by now.
  Waarover: () => null,
  'Soort melding': (kind) => inWords(toldInSentence, kind, 'meldingen'),
  Hoe: (way) => inWords(wayLabels, way, way),
  'Stopt meldingen over': (kinds) => listWords(kinds, (kind) => inWords(toldInSentence, kind, 'meldingen')),
  'Stopt de mail over een zoekvraag': () => 'ja',
  'Wie het mag lezen': (circle) =>
    inWords({ nobody: 'niemand', own: 'collega’s', alliance: 'leden van de alliantie' }, circle, circle),
  'Thema’s': (themes) => listWords(themes, (theme) => inWords(themeLabels, theme, theme)),
  // Keys of workshops, which say nothing to a reader; how many they are does.
  'Gekozen workshops': (keys) => {
    const chosen = listWords(keys, (key) => key)?.split(', ').length ?? 0;
    return chosen === 0 ? null : String(chosen);
  },
};
