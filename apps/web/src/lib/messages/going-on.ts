// What somebody wanted before an issuer was asked who it is, by the action of the page.

interface GoingOn {
  /** After 'U wilde'. */
  readonly wish: string;
  readonly button: string;
  readonly danger: boolean;
}

const said = (wish: string, button: string, danger = false): GoingOn => ({ wish, button, danger });

export const goOnWords: Readonly<Record<string, GoingOn>> = {
  naam: said('uw naam wijzigen', 'Bewaar'),
  adres: said('uw e-mailadres wijzigen', 'Stuur de link'),
  factor: said('een manier van inloggen toevoegen', 'Ga door'),
  appweg: said('uw authenticator-app verwijderen', 'Verwijder de app', true),
  codes: said('nieuwe herstelcodes maken', 'Maak nieuwe herstelcodes'),
  passkeynaam: said('een passkey een andere naam geven', 'Bewaar de naam'),
  passkeyweg: said('een passkey verwijderen', 'Verwijder de passkey', true),
  koppelen: said('een inlogdienst koppelen', 'Koppel de inlogdienst'),
  ontkoppelen: said('een inlogdienst loskoppelen', 'Koppel los', true),
  sessie: said('ergens anders uitloggen', 'Log daar uit'),
  sessies: said('overal anders uitloggen', 'Log overal anders uit'),
  verwijder: said('uzelf laten verwijderen. Dat is niet terug te draaien', 'Verwijder mij', true),
  opnieuw: said('de tweede stap van een collega opnieuw laten instellen', 'Ja, opnieuw instellen'),
};

/** Fields that people typed, which they see again; what they chose goes along unseen. */
export const heldLabels: Readonly<Record<string, string>> = { naam: 'Naam', adres: 'Nieuw e-mailadres' };
