// The Dutch words by which a text says who, how much, by when and measured with what. Own work, no list of others.

const units = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'];
const upToNineteen = [
  ...units,
  ...['tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien'],
  'negentien',
];
const tens = ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];

function* written(): Generator<[string, number]> {
  for (const [at, word] of upToNineteen.entries()) if (at > 0) yield [word, at + 1];
  yield ['één', 1];
  for (const [ten, word] of tens.entries()) {
    yield [word, (ten + 2) * 10];
    for (const [at, unit] of units.entries()) {
      yield [`${unit}${unit.endsWith('e') ? 'ën' : 'en'}${word}`, (ten + 2) * 10 + at + 1];
    }
  }
  for (const [at, word] of upToNineteen.entries()) if (at > 0) yield [`${word}honderd`, (at + 1) * 100];
  yield ['honderd', 100];
  yield ['honderdvijftig', 150];
  for (const [at, word] of upToNineteen.entries()) if (at > 0) yield [`${word}duizend`, (at + 1) * 1000];
  yield ['duizend', 1000];
}

/** Numbers as words; a bare 'een' is an article and stays out. */
const numberWords: ReadonlyMap<string, number> = new Map(written());

const longestFirst = (words: Iterable<string>) =>
  [...words].sort((one, other) => other.length - one.length).join('|');

/** A number in digits (Dutch: 1.250 and 7,5) or in words. */
export const numberPattern = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?|${longestFirst(numberWords.keys())})`;

/** The value of what `numberPattern` found. */
export function numberOf(text: string): number {
  const known = numberWords.get(text.toLowerCase());
  return known ?? Number(text.replaceAll('.', '').replace(',', '.'));
}

/**
 * What can be counted by going there: schools, groups, neighbourhoods. A Dutch compound is what its last part says, so
 * words are compared by their end: `kindcentra` and `VO-school` are found, `schoolplein` and `ouderbetrokkenheid` not.
 */
const places = [
  ...['scholen', 'school', 'schoolbesturen', 'besturen', 'bestuur', 'kindcentra', 'kindcentrum', 'locaties'],
  ...[
    'locatie',
    'opvangorganisaties',
    'organisaties',
    'organisatie',
    'bibliotheken',
    'bibliotheek',
    'wijken',
  ],
  ...[
    'wijk',
    'buurten',
    'buurt',
    'dorpen',
    'dorp',
    'kernen',
    'gemeenten',
    'buurthuizen',
    'buurthuis',
    'groepen',
  ],
  ...['klassen', 'teams', 'team', 'verenigingen', 'vereniging', 'bedrijven', 'bedrijf', 'peuterspeelzalen'],
  ...[
    'kinderdagverblijven',
    'kinderdagverblijf',
    'instellingen',
    'instelling',
    'consultatiebureaus',
    'clubs',
  ],
];

/** People, whose number can be counted but not what they feel. */
const people = [
  ...['kinderen', 'kind', 'peuters', 'peuter', 'kleuters', 'kleuter', 'baby’s', "baby's", 'leerlingen'],
  ...['leerling', 'jongeren', 'jongere', 'jeugdigen', 'jeugdige', 'studenten', 'student', 'ouders', 'ouder'],
  ...[
    'opvoeders',
    'vaders',
    'moeders',
    'gezinnen',
    'gezin',
    'huishoudens',
    'leraren',
    'leraar',
    'leerkrachten',
  ],
  ...['leerkracht', 'docenten', 'docent', 'mentoren', 'mentor', 'medewerkers', 'medewerker', 'professionals'],
  ...['professional', 'beroepskrachten', 'beroepskracht', 'coaches', 'coach', 'tutoren', 'vrijwilligers'],
  ...['vrijwilliger', 'inwoners', 'bewoners', 'nieuwkomers', 'nieuwkomer', 'statushouders', 'thuiszitters'],
  ...[
    'thuiszitter',
    'zittenblijvers',
    'opstromers',
    'afstromers',
    'stapelaars',
    'schoolverlaters',
    'meisjes',
  ],
  ...['jongens', 'meiden', 'ondersteuners', 'ondersteuner', 'coördinatoren', 'directeuren', 'schoolleiders'],
  ...['intern begeleiders', 'verloskundigen', 'deelnemers', 'doelgroepkinderen', 'doelgroeppeuters'],
];

// 'na school' and 'naar school' say when or where, not who.
const ends = (words: readonly string[]) =>
  String.raw`(?<![\p{L}\d-])(?<!\b(?:na|naar|op|buiten|van|voor) (?=school(?![\p{L}])))[\p{L}\d-]*?(?:${longestFirst(words)})(?![\p{L}\d-])`;

export const placePattern = ends(places);
export const peoplePattern = ends(people);
export const countablePattern = `(?:${placePattern}|${peoplePattern})`;

export const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';

/** Says that something grows or is good, not how much. */
export const vagueAmount =
  /(?<![\p{L}-])(?:meer|minder|vaker|grotere?|kleinere?|hogere?|lagere?|betere?|sterkere?|snellere?|eerder|snel|voldoende|genoeg|passende?|effectie(?:f|ve)|optima(?:al|le)|goede?|kwalitatief|dekkende?|zoveel mogelijk|zo veel mogelijk|de meeste|veel|enkele|een aantal|verbeter(?:t|en|d|ing)|verhog(?:en|ing)|verhoogd?t?|vergroten?|versterk(?:t|en|ing)|toename|toenemen|afname|daling|stijging|stijg(?:t|en)|dal(?:en|t))(?![\p{L}-])/giu;

/** Says that there will be a moment, not which. */
export const vagueMoment =
  /(?<![\p{L}-])(?:op (?:de )?(?:korte|lange|langere|middellange|den duur)(?: termijn)?|op termijn|op den duur|zo (?:snel|spoedig) mogelijk|(?:de|in de) komende (?:jaren|periode|tijd)|binnenkort|in de toekomst|structureel|uiteindelijk|gaandeweg|te zijner tijd|doorlopend)(?![\p{L}-])/giu;

/** Says that it will be followed, not with what. */
export const vagueInstrument =
  /(?<![\p{L}-])(?:monitoren|gemonitord|gevolgd|volgen|in beeld|zichtbaar|merkbaar|aantoonbaar|meetbaar)(?![\p{L}-])/giu;

/** An instrument, a register or a test. Compared by their end as well: `jeugdmonitor`, `doorstroomtoets`. */
export const instruments =
  /(?<![\p{L}\d])(?:[\p{L}\d-]*(?:monitor|toets|toetsen|volgsysteem|vragenlijst(?:en)?|enquêtes?|enquetes?|peiling|registratie|meting|telling|rapportages?|jaarverslag|evaluatie|interviews|observatielijst|kijkwijzer|steekproef)|cito|duo(?=[-\s](?:cijfers|gegevens|data))|(?:cijfers|gegevens|tellingen) van (?:de |het )?[\p{L}-]+|(?:oordeel|toezicht) van de inspectie|inspectie(?:oordeel|rapport(?:en)?|bezoek)|inspectietoezicht|schooladvie(?:s|zen)|volgens (?:de |het |een )?[\p{L}-]+|(?:blijkt|blijken) uit (?:de |het |een )?[\p{L}-]+|gemeten (?:met|in|door|via) (?:de |het |een )?[\p{L}-]+|presentielijst(?:en)?)(?![\p{L}])/giu;

/** What somebody feels or understands is not counted by going there: then a number needs an instrument. */
export const felt =
  /(?<![\p{L}])(?:voel(?:t|en) zich|ervaren|ervaart|tevreden|welkom|veilig(?:er)?|vertrouwen|zelfvertrouwen|gelukkig(?:er)?|betrokken|gemotiveerd|welbevinden|begrijp(?:t|en)|ontwikkel(?:t|en) zich|kansrijk(?:er)?|vaardig(?:er)?|taalvaardig(?:er)?)(?![\p{L}])/iu;
