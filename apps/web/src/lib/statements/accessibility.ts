// What the accessibility page says, as data, after the Dutch model declaration (Besluit digitale toegankelijkheid overheid).

/** The five states of the model; their rules are in check.ts. */
export const statuses = {
  A: 'voldoet volledig',
  B: 'voldoet gedeeltelijk',
  C: 'eerste maatregelen genomen',
  D: 'voldoet niet',
  E: 'geen toegankelijkheidsverklaring',
} as const;

export interface KnownIssue {
  readonly what: string;
  readonly why: string;
  /** For whom it is a hindrance, and what they can do meanwhile. */
  readonly effect: string;
  readonly plan: string;
  /** ISO day by which it will be done; null: not planned yet. */
  readonly by: string | null;
}

export interface AccessibilityStatement {
  readonly status: keyof typeof statuses;
  readonly norm: string;
  /** ISO day on which a person last read it through. */
  readonly checkedOn: string;
  /** ISO day of a complete examination by people (WCAG-EM); null: there was none. */
  readonly examinedOn: string | null;
  /** ISO day before which one is planned; null: none is. */
  readonly examinationPlannedBefore: string | null;
  readonly explanation: string;
  readonly done: readonly string[];
  readonly issues: readonly KnownIssue[];
  readonly contact: string;
  readonly enforcement: { readonly words: string; readonly name: string; readonly href: string };
}

export const accessibility: AccessibilityStatement = {
  status: 'D',
  norm: 'EN 301 549 met WCAG 2.1, niveau AA. Gebouwd is volgens WCAG 2.2, niveau AA.',
  checkedOn: '2026-11-22',
  examinedOn: null,
  examinationPlannedBefore: null,
  explanation:
    'Dat is de status zolang mensen de site niet volledig hebben onderzocht en dat onderzoek ook niet is gepland. Wie deze installatie beheert, plant het voordat zij in gebruik gaat.',
  done: [
    'Alles werkt met alleen een toetsenbord. U ziet altijd waar u bent.',
    'Alles werkt zonder JavaScript, ook schrijven en publiceren.',
    'U kunt inzoomen tot 400% zonder opzij te schuiven.',
    'Kleur zegt nooit alleen iets: het staat er ook in woorden.',
    'De pagina volgt uw instelling voor licht of donker.',
    'Er beweegt, knippert of opent niets vanzelf.',
    'Bij elke wijziging controleert een programma alle soorten pagina’s, in licht en donker. Dat vindt niet alles.',
  ],
  issues: [
    {
      what: 'Er is nog geen volledig onderzoek door mensen geweest.',
      why: 'De site is nieuw.',
      effect:
        'Er kunnen hindernissen zijn die wij niet kennen, vooral met een schermlezer of spraakbediening.',
      plan: 'Een onderzoek volgens WCAG-EM, ook van de pagina’s achter het inloggen.',
      by: null,
    },
    {
      what: 'Nummers in het logboek zijn lang en onhandig om te laten voorlezen.',
      why: 'Ze zijn willekeurig gekozen, zodat ze niets over iemand anders verraden.',
      effect:
        'Beheerders die een schermlezer gebruiken. Elk nummer is een link: u hoeft het niet over te typen.',
      plan: 'De titel van de interventie of agenda tonen waar die nog bestaat.',
      by: null,
    },
  ],
  contact:
    'Loopt u ergens tegenaan? Meld het aan de beheerder van uw gemeente, met het adres van de pagina en wat u wilde doen. U krijgt binnen twee weken antwoord.',
  enforcement: {
    words:
      'Bent u niet tevreden met het antwoord, dan kunt u een klacht indienen bij de gemeente, en daarna bij de',
    name: 'Nationale ombudsman',
    href: 'https://www.nationaleombudsman.nl',
  },
};
