// Dutch that reads like our subject, with the long tail real text has: few words everywhere, many words once or twice.

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = (text: string) => text.trim().split(/\s+/);

const everyday = words(`
  kinderen en de school met samen voor ouders leerlingen het thuis van gemeente een leerkracht op taal wijk in ontwikkeling
  begeleiding om oefenen na week lezen aan groep hulp bij team dag steun over plan jaar onderwijs nieuw rustig uur partners
  bibliotheek overdracht spelen vertrouwen gesprek aandacht kansen extra sport middag praten vragen cultuur muziek huiswerk
  meedoen buurt thuistaal zomer docent voorlezen rekenen woordenschat gezin jongeren stage mentor peuters opvang intern
  aanwezigheid netwerk training ervaring vast afspraak kwaliteit doelgroep ondersteuning verbinden wekelijks signalen groeien
`);

const fronts = words(`
  school taal lees reken jeugd wijk buurt ouder gezins kind peuter kleuter leerling leraren mentor huiswerk zomer vakantie
  weekend middag ochtend muziek dans theater kunst cultuur sport beweeg speel natuur techniek media digitaal computer boeken
  verhalen woord spraak schrijf luister denk leer oefen start overgangs brugklas basis voortgezet beroeps stage werk loopbaan
  talent kansen gelijkheids armoede schuld voedsel ontbijt lunch kleding fiets zwem gezondheids welzijns veerkracht weerbaarheids
  rouw trauma zorg jeugdzorg hulp steun maatje buddy vrijwilligers verenigings bibliotheek museum dorps stads regio provincie
  grens nieuwkomers schakel taalklas opvang crèche voorschool vroeg nazorg vervolg overdrachts aanwezigheids verzuim thuiszitters
  terugkeer passend onderwijs beleids kwaliteits data monitor evaluatie onderzoeks praktijk proef leernetwerk team directie
  bestuurs samenwerkings keten partner subsidie fonds donatie materialen ruimte lokaal plein moestuin keuken kook
`);

const backs = words(`
  aanpak begeleiding coach club klas traject programma project plan netwerk overleg team werk spel kring avond middag dag week
  kaart doos koffer boek lijst toets meting monitor gesprek bezoek contact loket punt huis plein tuin lokaal ruimte werkplaats
  atelier school academie cursus les lessen training oefening opdracht route lijn ketting brug stap start sprong groei kracht
  kans kansen talent doel doelen beleid agenda akkoord afspraak regeling budget bijdrage fonds pas bon tegoed materiaal middel
  methode werkwijze handreiking wijzer gids app site krant bericht brief verslag rapport onderzoek vraag vragen antwoord steun
  hulp zorg opvang maatje mentor tutor helper ambassadeur makelaar verbinder regisseur coordinator adviseur specialist docent
  leraar juf meester ouder gezin groep groepen vereniging stichting bond partner raad commissie tafel platform gemeenschap
  beweging campagne actie feest festival voorstelling optreden wedstrijd toernooi tocht reis uitje kamp vakantie zomer lente
  ontbijt lunch maaltijd fiets bus tas pakket bank kast winkel markt kraam bibliotheek museum theater orkest koor band
`);

/** Every word there is, by how usual it is: some 100 everyday ones, then tens of thousands of compounds. */
const ranked: readonly string[] = (() => {
  const random = seeded(7);
  const compounds = fronts.flatMap((front) => backs.map((back) => front + back));
  for (let at = compounds.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [compounds[at], compounds[other]] = [compounds[other] ?? '', compounds[at] ?? ''];
  }
  return [...new Set([...everyday, ...compounds])];
})();

export const vocabularySize = ranked.length;

/** A word for the searches that are measured: 'kinderen' is nearly everywhere, a late compound nearly nowhere. */
export const rareWord = ranked[9_000] ?? 'schoolplein';

/** The n-th word appears about 1/n as often as the first (Zipf). */
const wordOf = (random: () => number) => ranked[Math.floor(ranked.length ** random()) - 1] ?? 'kinderen';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A letter swapped with the next, left out, or another one. */
function misspelt(random: () => number, word: string): string {
  if (word.length < 6) return word;
  const at = 1 + Math.floor(random() * (word.length - 3));
  const kind = Math.floor(random() * 3);
  if (kind === 0) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + letters[Math.floor(random() * 26)] + word.slice(at + 1);
}

/** What people type: one to three words as usual as in the texts, every third query with a typing error. */
export function queriesFor(seed: number, count: number): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => {
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => wordOf(random));
    if (at % 3 === 0) words[0] = misspelt(random, words[0] ?? '');
    return words.join(' ');
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `count` words as sentences of six to fifteen words. */
export function prose(random: () => number, count: number): string {
  const sentences: string[] = [];
  for (let left = count; left > 0;) {
    const length = Math.min(left, 6 + Math.floor(random() * 10));
    sentences.push(`${capital(Array.from({ length }, () => wordOf(random)).join(' '))}.`);
    left -= length;
  }
  return sentences.join(' ');
}

/** Two to five words that begin with a capital. */
export const title = (random: () => number): string =>
  capital(Array.from({ length: 2 + Math.floor(random() * 4) }, () => wordOf(random)).join(' '));
