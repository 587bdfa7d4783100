// What the privacy page says, as data: each kind of personal data with its reason, ground and period.
/** The grounds of AVG, article 6, first paragraph, that this platform uses. */
export const grounds = {
  publicTask: 'Taak van algemeen belang (AVG, artikel 6, lid 1, onder e)',
  legalDuty: 'Wettelijke plicht om gegevens te beveiligen (AVG, artikel 6, lid 1, onder c, met artikel 32)',
  consent: 'Toestemming (AVG, artikel 6, lid 1, onder a)',
} as const;

export interface Kept {
  readonly what: string;
  /** About whom. */
  readonly whose: string;
  readonly why: string;
  readonly ground: keyof typeof grounds;
  /** `what` of each period in the table of the retention job that is about it. */
  readonly periods: readonly string[];
  /** Who gets to see it. */
  readonly seenBy: string;
}

export interface PrivacyStatement {
  /** ISO day on which a person last read it through. */
  readonly checkedOn: string;
  readonly controller: string;
  readonly kept: readonly Kept[];
  /** What stays on the device of who writes, and goes by itself. */
  readonly onDevice: readonly string[];
  readonly notKept: readonly string[];
  readonly rights: readonly string[];
  readonly contact: string;
  readonly complaint: { readonly words: string; readonly name: string; readonly href: string };
}

export const privacy: PrivacyStatement = {
  checkedOn: '2026-11-22',
  controller:
    'Voor wat een gemeente op Kansenplein schrijft en voor haar medewerkers is die gemeente verantwoordelijk. Voor de techniek is dat de organisatie die deze installatie beheert.',
  kept: [
    {
      what: 'Naam, e-mailadres en rol',
      whose: 'Wie een account heeft',
      why: 'Om te weten wie namens wie werkt, en om te mailen.',
      ground: 'publicTask',
      periods: ['Accounts die nergens meer bij horen'],
      seenBy: 'Uzelf en de beheerders van de gemeente of organisatie waar u bij hoort.',
    },
    {
      what: 'Waarmee u inlogt: een wachtwoord dat niemand kan teruglezen, uw app, herstelcodes en passkeys, of uw kenmerk bij een inlogdienst',
      whose: 'Wie een account heeft',
      why: 'Om te weten dat u het bent.',
      ground: 'legalDuty',
      periods: [
        'Accounts die nergens meer bij horen',
        'Half afgemaakte stappen van inloggen',
        'Gemailde links (nieuw adres, nieuw wachtwoord, nieuwe tweede stap)',
      ],
      seenBy: 'Niemand.',
    },
    {
      what: 'Dat u bent ingelogd en met welke browser, met één cookie; tijdens het inloggen kort een paar meer',
      whose: 'Wie is ingelogd',
      why: 'Zonder dit moest u op elke pagina opnieuw inloggen.',
      ground: 'publicTask',
      periods: ['Inlogsessies'],
      seenBy: 'Uzelf.',
    },
    {
      what: 'Hoe vaak er van een plek of voor een adres is geprobeerd in te loggen, zonder het adres zelf',
      whose: 'Wie probeert in te loggen',
      why: 'Om het raden van wachtwoorden te stoppen.',
      ground: 'legalDuty',
      periods: ['Tellers van pogingen om in te loggen'],
      seenBy: 'Niemand.',
    },
    {
      what: 'E-mailadres van wie is uitgenodigd',
      whose: 'Wie een uitnodiging kreeg',
      why: 'Om de uitnodiging te sturen en te kunnen intrekken.',
      ground: 'publicTask',
      periods: ['Uitnodigingen'],
      seenBy: 'De beheerders van de gemeente die u uitnodigde.',
    },
    {
      what: 'Aan wie een mail ging en of die aankwam',
      whose: 'Wie een mail van Kansenplein kreeg',
      why: 'Om een mail die niet aankomt opnieuw te sturen.',
      ground: 'publicTask',
      periods: ['Verstuurde mails (adres en onderwerp; de tekst gaat bij het versturen al weg)'],
      seenBy: 'Wie deze installatie beheert.',
    },
    {
      what: 'Zoekvragen die u bewaart, en of u mail wilt over wat nieuw is',
      whose: 'Wie is ingelogd en een zoekvraag bewaart',
      why: 'Om de vraag terug te vinden, en te mailen wat nieuw is als u dat wilt.',
      ground: 'publicTask',
      periods: ['Zoekvragen die iemand bewaart'],
      seenBy: 'Uzelf.',
    },
    {
      what: 'Wat u volgt, wat u te horen kreeg en hoe u dat wilt',
      whose: 'Wie is ingelogd en meldingen krijgt',
      why: 'Om u te vertellen wat er verandert, in de app of per mail. Een melding bewaart alleen waarover zij gaat, niet de tekst.',
      ground: 'publicTask',
      periods: [
        'Wat iemand volgt, en hoe hij daarvan wil horen',
        'Meldingen, gelezen of niet',
        'Links in mails waarmee u die mail stopt',
        'Wat nog verteld moet worden',
      ],
      seenBy: 'Uzelf.',
    },
    {
      what: 'Ingelezen documenten, met wat daarin over personen staat',
      whose: 'Wie in zo’n document wordt genoemd',
      why: 'Om er concepten van te maken die een redacteur kan nakijken. Namen bij contacten en handtekeningen worden rollen.',
      ground: 'publicTask',
      periods: [
        'Ingelezen documenten waarvan niets is gemaakt',
        'Ingelezen documenten waarvan concepten zijn gemaakt',
        'Bestanden die gebracht zijn en waar niets mee is gedaan',
      ],
      seenBy: 'Redacteuren van de gemeente die het inlas.',
    },
    {
      what: 'Bijlagen, met wat daarin over personen staat',
      whose: 'Wie in een bijlage wordt genoemd',
      why: 'Om bij een interventie of agenda te bewaren wat erbij hoort. Wie een bijlage brengt, legt uit waarom een gegeven over een persoon erin hoort.',
      ground: 'publicTask',
      periods: [
        'Bestanden die gebracht zijn en waar niets mee is gedaan',
        'De inhoud van verwijderde bestanden',
        'Gepubliceerde interventies en agenda’s, met al hun versies',
      ],
      seenBy: 'Wie de tekst mag lezen waar de bijlage bij hoort.',
    },
    {
      what: 'Wie er nu naar een ingelezen document kijkt, en wie wat besloot bij het nalopen',
      whose: 'Wie het document naloopt',
      why: 'Om samen te kunnen werken zonder elkaars werk over te doen.',
      ground: 'publicTask',
      periods: [
        'Wie er naar een ingelezen document kijkt',
        'Ingelezen documenten waarvan concepten zijn gemaakt',
      ],
      seenBy: 'Redacteuren van dezelfde gemeente.',
    },
    {
      what: 'Wie er nu een concept open heeft, en bij welk onderdeel',
      whose: 'Wie in een concept werkt of het leest',
      why: 'Om samen te kunnen schrijven zonder elkaar in de weg te zitten.',
      ground: 'publicTask',
      periods: ['Wie er in een concept bezig is'],
      seenBy:
        'Wie dat concept mag lezen: collega’s bij naam, een gemeente die meedoet alleen bij rol en gemeente.',
    },
    {
      what: 'Wat er in gepubliceerde teksten over een persoon staat',
      whose: 'Wie in een tekst wordt genoemd',
      why: 'Alleen als een redacteur uitlegde waarom het erin hoort. Een burgerservicenummer wordt nooit gepubliceerd.',
      ground: 'publicTask',
      periods: ['Gepubliceerde interventies en agenda’s, met al hun versies'],
      seenBy: 'Wie de tekst mag lezen: de gemeente, het netwerk of iedereen.',
    },
    {
      what: 'Logboek: wie wat deed, wanneer en vanaf welk netwerk, met een pseudoniem in plaats van een naam',
      whose: 'Wie een account heeft of probeert in te loggen',
      why: 'Om later te kunnen nagaan wat er is gebeurd. De tekst zelf staat er niet in.',
      ground: 'legalDuty',
      periods: ['Logboek'],
      seenBy: 'De beheerders van uw gemeente; zij zien uw naam zolang u bij de gemeente hoort.',
    },
    {
      what: 'Wat er in concepten over een persoon staat',
      whose: 'Wie in een concept wordt genoemd',
      why: 'Om een tekst te kunnen schrijven voordat die wordt gepubliceerd.',
      ground: 'publicTask',
      periods: [
        'Concepten van interventies die nooit gepubliceerd zijn',
        'Concepten van agenda’s die nooit gepubliceerd zijn',
      ],
      seenBy: 'De eigen gemeente, en gemeenten die aan de interventie meedoen.',
    },
    {
      what: 'Aanmeldingen voor kennissessies: naam, voor wie u werkt, keuzes en antwoord, en of u er was; van gasten ook het mailadres',
      whose: 'Wie zich aanmeldt voor een kennissessie, met of zonder account',
      why: 'Om plaatsen te verdelen, te mailen over de sessie en een bewijs van deelname te geven.',
      ground: 'publicTask',
      periods: [
        'Aanmeldingen van gasten die hun mail niet bevestigden',
        'Naam en mailadres van gasten bij een kennissessie',
        'Aanmeldingen van leden bij een kennissessie',
      ],
      seenBy: 'U, en wie de sessie organiseert.',
    },
    {
      what: 'Reservekopieën van al het bovenstaande, en een lijst zonder namen van wie is gewist',
      whose: 'Iedereen over wie hierboven iets staat',
      why: 'Om na een storing niets kwijt te zijn. Wie is gewist, blijft gewist als er iets wordt teruggezet.',
      ground: 'legalDuty',
      periods: ['Lijst van verwijderde personen (zonder namen)'],
      seenBy: 'Wie deze installatie beheert.',
    },
  ],
  onDevice: [
    'Tekst die u typte en die nog niet bewaard kon worden, omdat de verbinding of uw inlog weg was. Ze staat in uw browser, versleuteld met een sleutel die alleen u na het inloggen krijgt. Ze gaat weg zodra ze bewaard is, als u haar weggooit of uitlogt, en anders na een week.',
  ],
  notKept: [
    'Niets over afzonderlijke kinderen.',
    'Geen cookie en geen teller als u alleen leest.',
    'Niets van een ander bedrijf: geen lettertypen, kaarten of statistiek van elders.',
    'Geen volledig internetadres in het logboek.',
  ],
  rights: [
    'U kunt vragen welke gegevens wij van u hebben, en een kopie krijgen.',
    'U kunt vragen om iets te verbeteren of te wissen, of om het gebruik te beperken.',
    'U kunt bezwaar maken.',
  ],
  contact: 'Vraag het de beheerder van uw gemeente, of de functionaris gegevensbescherming van die gemeente.',
  complaint: {
    words: 'Komt u er samen niet uit, dan kunt u een klacht indienen bij de',
    name: 'Autoriteit Persoonsgegevens',
    href: 'https://www.autoriteitpersoonsgegevens.nl',
  },
};
