// Which built-in graadmeter or key figure fits the words of an intended result. The eight are the alliance's; the six
// are what a municipality follows every two years. Their names are data of the platform, the words are ours.

export const gaugeKeys = [
  'heroverwegingen',
  'bijstellingen',
  'stapelaars-vo',
  'stapelaars-mbo',
  'opstromers',
  'afstromers',
  'zittenblijvers',
  'opleidingsmobiliteit',
  'aanbod-en-spreiding',
  'inspectie-oordelen',
  'doorstroomtoets',
  'onderadvisering',
  'op-en-afstroom',
  'referentieniveaus',
] as const;

export interface Gauge {
  readonly key: (typeof gaugeKeys)[number];
  readonly kind: 'graadmeter' | 'key_figure';
}

const advice = String.raw`(?:school)?advie(?:s|zen)`;
/** In the order of how much the words say: the first two that fit are suggested. */
const words: readonly [Gauge['key'], Gauge['kind'], RegExp][] = [
  [
    'heroverwegingen',
    'graadmeter',
    new RegExp(`heroverw[eo]|${advice}.{0,40}opnieuw|opnieuw.{0,40}${advice}`, 'iu'),
  ],
  [
    'bijstellingen',
    'graadmeter',
    new RegExp(`bijstel.{0,60}${advice}|${advice}.{0,60}bijgestel|${advice}.{0,40}naar boven`, 'iu'),
  ],
  [
    'stapelaars-mbo',
    'graadmeter',
    /(?:stapel|hoger mbo-niveau|naar (?:mbo[- ]?[234]|het hbo)).{0,80}(?:mbo|hbo)|mbo.{0,60}stapel|doorstroom.{0,40}(?:mbo|hbo)/iu,
  ],
  [
    'stapelaars-vo',
    'graadmeter',
    /stapel|(?:van|na) (?:het )?(?:vmbo|havo).{0,30}naar (?:het )?(?:havo|vwo)/iu,
  ],
  ['op-en-afstroom', 'key_figure', /opstroo?m.{0,60}afstroo?m|afstroo?m.{0,60}opstroo?m|op- en afstroom/iu],
  ['opstromers', 'graadmeter', /opstro(?:om|men|mers)|hoger (?:niveau )?dan (?:het|hun) (?:school)?advies/iu],
  [
    'afstromers',
    'graadmeter',
    /afstro(?:om|men|mers)|lager (?:niveau )?dan (?:het|hun) (?:school)?advies|op hun adviesniveau/iu,
  ],
  [
    'zittenblijvers',
    'graadmeter',
    /zittenblij|(?:blijft|blijven) .{0,40}zitten|zitten ?blijven|blijven zitten|doubl(?:eren|eurs?|eert)/iu,
  ],
  [
    'opleidingsmobiliteit',
    'graadmeter',
    /opleidingsmobil|opleiding(?:sniveau)? van (?:hun |de )?ouders|(?:hoger|verder).{0,30}dan hun ouders|laagopgeleide ouders|eerste generatie studen/iu,
  ],
  [
    'onderadvisering',
    'key_figure',
    /onder-?advis|te laag advies|lager advies|kansrijk adviseren|kansrijk advies/iu,
  ],
  [
    'referentieniveaus',
    'key_figure',
    /(?:^|[^\p{L}\d])[12][FS](?:$|[^\p{L}\d])|referentieniveau|(?:taal|reken|lees)(?:-|\s|en |prestatie|opbrengst|resulta|vaardig|niveau).{0,60}(?:prestatie|opbrengst|resulta|niveau|vaardig|beter)|(?:opbrengst|prestatie|resultat).{0,40}(?:taal|reken|lezen)/iu,
  ],
  ['doorstroomtoets', 'key_figure', /(?:eind|doorstroom)toets|(?:eind van|in) groep 8/iu],
  [
    'inspectie-oordelen',
    'key_figure',
    /inspectie|kwaliteit van (?:het onderwijs|de scholen|scholen)|basiskwaliteit/iu,
  ],
  [
    'aanbod-en-spreiding',
    'key_figure',
    /(?:dekkend|spreiding|wachtlijst|het bereik|in (?:elke|iedere) (?:wijk|kern|buurt)|in elk dorp).{0,60}(?:aanbod|opvang|school|scholen|peuter|vve)|wachtlijst|spreiding van/iu,
  ],
];

/** At most two, the best fitting first; none when no words fit. */
export function gaugesFor(text: string): Gauge[] {
  return words
    .filter(([, , pattern]) => pattern.test(text))
    .slice(0, 2)
    .map(([key, kind]) => ({ key, kind }));
}
