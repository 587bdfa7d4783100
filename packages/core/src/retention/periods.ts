// How long everything is kept, why, and what happens then: the one table that /privacy shows. The database holds the same
// hours (`wall.kept_for`), so that no job can throw away anything younger; a test compares the two.

/**
 * What `wall.forget` knows how to throw away; the trail goes by a function of its own, `wall.prune_audit`, and who
 * registered for a session by `wall.forget_registrations`.
 */
export type Forgettable =
  | 'invitation'
  | 'attempt'
  | 'outgoing_mail'
  | 'unused_import'
  | 'used_import'
  | 'draft_intervention'
  | 'draft_agenda'
  | 'sign_in_step'
  | 'mailed_link'
  | 'loose_file'
  | 'import_presence'
  | 'draft_presence'
  | 'session_unconfirmed'
  | 'session_guest'
  | 'session_registration'
  | 'account_without_membership'
  | 'audit_event'
  | ForgettableTold;

/** What `wall.forget_told` knows how to throw away. */
export const forgettableTold = ['notification', 'stop_link', 'happening'] as const;
type ForgettableTold = (typeof forgettableTold)[number];

export interface RetentionPeriod {
  /** What is thrown away by the job; null when it is kept by something else, which `after` names. */
  readonly noun: Forgettable | null;
  /** What it is, in Dutch. */
  readonly what: string;
  /** How long, in hours; null when it is not a matter of time. */
  readonly hours: number | null;
  /** From when the period runs, in Dutch. */
  readonly since: string;
  /** Why so long: purpose and legal ground. */
  readonly reason: string;
  /** What happens when it is over. */
  readonly after: string;
}

const day = 24;
const year = 365 * day;

export const retentionPeriods: readonly RetentionPeriod[] = [
  {
    noun: null,
    what: 'Inlogsessies',
    hours: 7 * day,
    since: 'het inloggen',
    reason: 'Nodig om ingelogd te blijven; korter na acht uur stilte (BIO2 8.5).',
    after: 'Verwijderd, binnen een uur.',
  },
  {
    noun: 'attempt',
    what: 'Tellers van pogingen om in te loggen',
    hours: 1,
    since: 'het einde van het kwartier waarin geteld wordt',
    reason: 'Tegen raden van wachtwoorden (AVG art. 6 lid 1 onder e; BIO2 8.5).',
    after: 'Verwijderd.',
  },
  {
    noun: 'sign_in_step',
    what: 'Half afgemaakte stappen van inloggen',
    hours: day,
    since: 'het verlopen, tien minuten na het begin',
    reason: 'Nodig om het inloggen af te maken.',
    after: 'Verwijderd.',
  },
  {
    noun: 'mailed_link',
    what: 'Gemailde links (nieuw adres, nieuw wachtwoord, nieuwe tweede stap)',
    hours: 30 * day,
    since: 'het gebruiken of verlopen',
    reason: 'Om een vraag over zo’n link te kunnen beantwoorden (BIO2 8.5).',
    after: 'Verwijderd; in het logboek blijft dat er een was.',
  },
  {
    noun: 'loose_file',
    what: 'Bestanden die gebracht zijn en waar niets mee is gedaan',
    hours: day,
    since: 'het brengen',
    reason: 'Een bestand zonder plek dient geen doel (AVG art. 5 lid 1 onder e).',
    after:
      'Verwijderd. Een bestand bij een ingelezen document gaat met dat document mee; een bijlage als geen concept en geen versie haar meer heeft.',
  },
  {
    noun: null,
    what: 'Zoekvragen die iemand bewaart',
    hours: null,
    since: 'het bewaren',
    reason: 'Om te kunnen terugvinden en mailen wat nieuw is, zolang die persoon dat wil.',
    after: 'Blijft tot die persoon haar weggooit, of tot zijn account verwijderd wordt.',
  },
  {
    noun: null,
    what: 'De inhoud van verwijderde bestanden',
    hours: day,
    since: 'het verwijderen van het bestand',
    reason: 'Een back-up die dan gemaakt wordt, moet heel zijn.',
    after: 'Verwijderd uit de opslag, binnen een uur.',
  },
  {
    noun: 'import_presence',
    what: 'Wie er naar een ingelezen document kijkt',
    hours: day,
    since: 'de laatste keer kijken',
    reason: 'Collega’s zien wie er tegelijk werkt; daarna dient het geen doel meer.',
    after: 'Verwijderd.',
  },
  {
    noun: 'draft_presence',
    what: 'Wie er in een concept bezig is',
    hours: 1,
    since: 'de laatste keer kijken, op twee minuten na',
    reason: 'Wie samen aan een tekst werkt, ziet elkaar; een halve minuut later dient het geen doel meer.',
    after: 'Verwijderd. Het staat in geen logboek en in geen reservekopie.',
  },
  {
    noun: 'invitation',
    what: 'Uitnodigingen',
    hours: 90 * day,
    since: 'het aannemen, intrekken of verlopen',
    reason: 'Om een vraag over een uitnodiging te kunnen beantwoorden.',
    after: 'Verwijderd; in het logboek blijft dat er een was.',
  },
  {
    noun: 'outgoing_mail',
    what: 'Verstuurde mails (adres en onderwerp; de tekst gaat bij het versturen al weg)',
    hours: 30 * day,
    since: 'het versturen, of het maken als versturen niet lukte',
    reason: 'Om te kunnen nagaan waarom een mail niet aankwam.',
    after: 'Verwijderd.',
  },
  {
    noun: 'notification',
    what: 'Meldingen, gelezen of niet',
    hours: 180 * day,
    since: 'wat er gebeurde',
    reason: 'Om te zien wat er nieuw is; daarna is het oud nieuws.',
    after: 'Verwijderd. Wat u volgt blijft u volgen.',
  },
  {
    noun: 'stop_link',
    what: 'Links in mails waarmee u die mail stopt',
    hours: 90 * day,
    since: 'het maken van de mail',
    reason: 'Stoppen moet kunnen zonder in te loggen, ook met een mail van een tijd geleden.',
    after: 'Verwijderd. Stoppen kan altijd bij uw meldingen en uw zoekvragen.',
  },
  {
    noun: 'happening',
    what: 'Wat nog verteld moet worden',
    hours: 30 * day,
    since: 'wat er gebeurde',
    reason: 'Nodig om te vertellen wie het wil weten; dat duurt meestal een paar seconden.',
    after: 'Verwijderd.',
  },
  {
    noun: null,
    what: 'Wat iemand volgt, en hoe hij daarvan wil horen',
    hours: null,
    since: 'het kiezen',
    reason: 'Om te kunnen vertellen wat nieuw is, zolang die persoon dat wil.',
    after: 'Blijft tot die persoon het anders kiest, of tot zijn account verwijderd wordt.',
  },
  {
    noun: 'unused_import',
    what: 'Ingelezen documenten waarvan niets is gemaakt',
    hours: 180 * day,
    since: 'het inlezen',
    reason: 'Het document kan namen bevatten en dient daarna geen doel meer (AVG art. 5 lid 1 onder e).',
    after: 'Brontekst en wat erin gevonden is worden verwijderd.',
  },
  {
    noun: 'used_import',
    what: 'Ingelezen documenten waarvan concepten zijn gemaakt',
    hours: 2 * year,
    since: 'het inlezen',
    reason: 'Om een interventie naast haar bron te kunnen leggen.',
    after: 'Brontekst en bevindingen worden verwijderd; wat ervan gemaakt is blijft van de gemeente.',
  },
  {
    noun: 'draft_intervention',
    what: 'Concepten van interventies die nooit gepubliceerd zijn',
    hours: 3 * year,
    since: 'de laatste wijziging',
    reason: 'Wat drie jaar stilligt wordt geen publicatie meer; het kan namen bevatten.',
    after: 'Verwijderd. Een concept dat iemand weggooit, is meteen weg.',
  },
  {
    noun: 'draft_agenda',
    what: 'Concepten van agenda’s die nooit gepubliceerd zijn',
    hours: 3 * year,
    since: 'de laatste wijziging',
    reason: 'Wat drie jaar stilligt wordt geen publicatie meer; het kan namen bevatten.',
    after: 'Verwijderd. Een concept dat iemand weggooit, is meteen weg.',
  },
  {
    noun: 'session_unconfirmed',
    what: 'Aanmeldingen van gasten die hun mail niet bevestigden',
    hours: 2 * day,
    since: 'het verlopen van de link in de mail',
    reason: 'Zonder bevestiging is er geen aanmelding (AVG art. 5 lid 1 onder e).',
    after: 'Verwijderd.',
  },
  {
    noun: 'session_guest',
    what: 'Naam en mailadres van gasten bij een kennissessie',
    hours: 30 * day,
    since: 'het einde van de sessie',
    reason: 'Nodig voor een bewijs van deelname en een laatste bericht (AVG art. 6 lid 1 onder a).',
    after: 'Naam, adres en antwoord zijn weg; hoeveel mensen er waren, blijft.',
  },
  {
    noun: 'session_registration',
    what: 'Aanmeldingen van leden bij een kennissessie',
    hours: 2 * year,
    since: 'het einde van de sessie',
    reason: 'Om een bewijs van deelname te kunnen geven en deelname te kunnen verantwoorden.',
    after: 'Verwijderd.',
  },
  {
    noun: 'account_without_membership',
    what: 'Accounts die nergens meer bij horen',
    hours: year,
    since: 'het einde van het laatste lidmaatschap',
    reason:
      'Wie terugkomt, hoeft niet opnieuw te beginnen; daarna is er geen doel meer (AVG art. 5 lid 1 onder e).',
    after: 'De persoon wordt verwijderd, net als op eigen verzoek.',
  },
  {
    noun: 'audit_event',
    what: 'Logboek',
    hours: 7 * year,
    since: 'de handeling',
    reason: 'Verantwoording van de gemeente (BIO2 8.15; AVG art. 6 lid 1 onder e).',
    after: 'Het oudste deel van elke keten wordt verwijderd; de rest blijft controleerbaar.',
  },
  {
    noun: null,
    what: 'Gepubliceerde interventies en agenda’s, met al hun versies',
    hours: null,
    since: 'het publiceren',
    reason: 'Openbaar werk van de gemeente; zij trekt in of neemt mee wat van haar is.',
    after: 'Blijft tot de gemeente anders besluit.',
  },
  {
    noun: null,
    what: 'Lijst van verwijderde personen (zonder namen)',
    hours: null,
    since: 'het verwijderen',
    reason: 'Anders zou een oude back-up iemand terugbrengen (AVG art. 17).',
    after: 'Blijft zolang er back-ups van daarvoor kunnen zijn.',
  },
];
