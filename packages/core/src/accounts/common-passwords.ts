// Passwords of twelve characters or more that are guessed first. A list alone would be endless (welkom2024!, Welkom2025!!,
// w3lkom…), so what a guessing program does to a word is undone, and what remains is looked up.

/** What Dutch people, civil servants and this platform's users fill up to twelve characters. */
const words = new Set(
  `aanmelden account achternaam admin administrator agenda alliantie alsjeblieft amsterdam appeltaart april augustus
  beheer beheerder beveiliging computer dankjewel december default demo docent eindhoven februari feyenoord geheim
  gebruiker gelijkekansen gelijkekansenalliantie gemeente gemeentehuis gemeentebrunssum goedemorgen groningen
  hallo herfst iloveyou inloggen internet januari juli juni kansen kansenplein kinderen koffie kwaliteit lente
  letmein leerling leraar limburg login maandag maart maastricht mei microsoft monkey naam nederland november
  oktober onderwijs onderwijskansen office outlook password passwoord plein rotterdam school secret september
  sesamopenu sharepoint sinterklaas smartphone sunshine superman teams telefoon tijdelijk toegang user utrecht
  veilig verander veranderen verandermij vrijdag vakantie voetbal voornaam voorjaar wachtwoord wachtwoorden
  welcome welkom welkombij wethouder winter zaterdag zomer zomervakantie zondag`.split(/\s+/),
);

/** Rows of keys, both ways, and the alphabet: pieces of them are typed by sliding a finger. */
const slides = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
].flatMap((row) => [row, [...row].reverse().join('')]);

const letterFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const onlyLetters = (text: string) => text.replace(/[^a-z]/g, '');
/** `w@chtw00rd` is `wachtwoord`: digits between letters stand for letters, those around the word are thrown away. */
const withoutDisguise = (text: string) =>
  onlyLetters(
    text.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '').replace(/[013457@$!]/g, (sign) => letterFor[sign] ?? ''),
  );

/** `a`, `ab`, `abc` of `abc`. */
const startsOf = (text: string) => Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));

/** `abcabcabcabc`: one short piece and nothing else. */
const isRepetition = (text: string) => /^(.{1,4})\1+.{0,3}$/.test(text);

/** Nothing but pieces of at least three keys in a row. */
function isSlide(text: string): boolean {
  let rest = text;
  while (rest.length >= 3) {
    const piece = startsOf(rest).findLast(
      (start) => start.length >= 3 && slides.some((row) => row.includes(start)),
    );
    if (piece === undefined) return false;
    rest = rest.slice(piece.length);
  }
  return true;
}

/** One or two of the words, whatever digits and signs stand around or in them. */
function isWords(letters: string): boolean {
  if (letters === '') return false;
  if (words.has(letters)) return true;
  return startsOf(letters).some((start) => words.has(start) && words.has(letters.slice(start.length)));
}

/** `password` of twelve characters or more. A sentence of one's own is never common. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const tight = text.replace(/[\s._-]/g, '');
  return (
    isRepetition(tight) ||
    isSlide(tight) ||
    isSlide(tight.replace(/[^a-z0-9]/g, '')) ||
    isWords(onlyLetters(text)) ||
    isWords(withoutDisguise(tight)) ||
    onlyLetters(text) === ''
  );
}
