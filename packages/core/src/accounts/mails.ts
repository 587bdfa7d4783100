// What is mailed about an account, in Dutch at level B1: links that work once, and notices of every change.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const letter = (subject: string, ...lines: string[]): Letter => ({
  subject,
  body: ['Beste gebruiker van Kansenplein,', '', ...lines].join('\n'),
});

const notYou =
  'Was u dit niet? Neem dan meteen contact op met de beheerder van uw gemeente, en log overal uit bij "Mijn account".';

export const mails = {
  passwordChanged: () =>
    letter(
      'Uw wachtwoord is gewijzigd',
      'Het wachtwoord van uw account op Kansenplein is gewijzigd.',
      'Op andere apparaten bent u uitgelogd.',
      '',
      notYou,
    ),
  factorAdded: (what: string) =>
    letter(
      'Er is een manier van inloggen toegevoegd',
      `Aan uw account op Kansenplein is toegevoegd: ${what}.`,
      '',
      notYou,
    ),
  factorRemoved: (what: string) =>
    letter(
      'Er is een manier van inloggen verwijderd',
      `Van uw account op Kansenplein is verwijderd: ${what}.`,
      '',
      notYou,
    ),
  factorsRenewed: (what: string) =>
    letter(
      'Uw tweede stap bij het inloggen is vernieuwd',
      `U logt vanaf nu in met: ${what}. Wat u daarvoor gebruikte, werkt niet meer. Overal bent u uitgelogd.`,
      '',
      notYou,
    ),
  recoveryCodesRenewed: () =>
    letter(
      'U heeft nieuwe herstelcodes',
      'Er zijn tien nieuwe herstelcodes gemaakt voor uw account op Kansenplein. De oude werken niet meer.',
      '',
      notYou,
    ),
  recoveryCodeUsed: (left: number) =>
    letter(
      'Er is een herstelcode gebruikt',
      `Er is ingelogd met een van uw herstelcodes. U heeft er nog ${left}.`,
      '',
      notYou,
    ),
  addressAsked: () =>
    letter(
      'Er is een nieuw mailadres gevraagd',
      'Iemand die bij uw account op Kansenplein kan, wil er een ander mailadres voor gebruiken.',
      'Dat gebeurt pas als de link in de mail aan het nieuwe adres is geopend.',
      '',
      notYou,
    ),
  addressChanged: () =>
    letter(
      'Uw mailadres is gewijzigd',
      'Uw account op Kansenplein heeft een ander mailadres gekregen. U krijgt op dit adres geen mail meer van ons.',
      '',
      notYou,
    ),
  newAddress: (link: string) =>
    letter(
      'Bevestig uw nieuwe mailadres',
      'U wilt dit adres gebruiken voor uw account op Kansenplein. Open deze link om dat te bevestigen:',
      link,
      '',
      'De link werkt één keer en blijft 72 uur geldig. Heeft u dit niet gevraagd? Dan hoeft u niets te doen.',
    ),
  addressTaken: () =>
    letter(
      'Dit mailadres heeft al een account',
      'Iemand wilde dit mailadres gebruiken voor een account op Kansenplein, maar het hoort al bij een account.',
      'Er is niets veranderd.',
    ),
  newPassword: (link: string) =>
    letter(
      'Een nieuw wachtwoord kiezen',
      'U wilt een nieuw wachtwoord voor Kansenplein. Open deze link om het te kiezen:',
      link,
      '',
      'De link werkt één keer en blijft een uur geldig. Uw tweede stap bij het inloggen blijft gelden.',
      'Heeft u dit niet gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
    ),
  noPassword: () =>
    letter(
      'U logt in zonder wachtwoord',
      'U vroeg een nieuw wachtwoord voor Kansenplein, maar uw account heeft er geen.',
      'U logt in met een passkey of met het account van uw organisatie.',
      '',
      'Heeft u dit niet gevraagd? Dan hoeft u niets te doen.',
    ),
  newFactor: (link: string) =>
    letter(
      'Uw tweede stap bij het inloggen opnieuw instellen',
      'Uw beheerder geeft u de kans om uw tweede stap bij het inloggen opnieuw in te stellen:',
      link,
      '',
      'De link werkt één keer en blijft 72 uur geldig. Tot u hem gebruikt, verandert er niets.',
      'Heeft u hier niet om gevraagd? Neem dan contact op met uw beheerder.',
    ),
} as const;

/** To the account's own address, which the request itself need not know. */
export async function mailAccount(tx: Tx, account: string, { subject, body }: Letter): Promise<void> {
  await tx.execute(sql`select wall.mail_account(${account}, ${subject}, ${body})`);
}
