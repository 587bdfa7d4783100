// Sentences about signing in: what happened, what was kept, what to do. None tells whether an address has an account.
import type { ErrorSentence } from './errors.ts';

export const signingErrors: Record<string, ErrorSentence> = {
  'account.sign_in_failed': {
    title: 'Dit adres en wachtwoord horen niet bij elkaar',
    what: 'Kijk of u geen typefout maakte en probeer het opnieuw. Weet u het niet meer? Kies ‘Wachtwoord vergeten’.',
  },
  'account.too_many_attempts': {
    title: 'Te vaak geprobeerd',
    what: 'Wacht een kwartier en probeer het dan opnieuw. Uw account is niet geblokkeerd.',
  },
  'account.code_wrong': {
    title: 'Deze code klopt niet',
    what: 'Kijk in de app welke code er nu staat en typ die over. Klopt hij weer niet? Kijk of de klok van uw telefoon goed staat.',
  },
  'account.code_needed': {
    title: 'Er staat nog geen code',
    what: 'Typ de code over die de app nu laat zien.',
  },
  'account.step_over': {
    title: 'Dit duurde te lang',
    what: 'Voor uw veiligheid begint u opnieuw. Er is niets veranderd.',
  },
  'account.passkey_refused': {
    title: 'Deze passkey werkt hier niet',
    what: 'Misschien hoort hij bij een ander account, of is hij verwijderd. Probeer het nog eens, of kies een andere manier.',
  },
  'account.passkey_not_accepted': {
    title: 'Deze passkey kon niet worden bewaard',
    what: 'Er is niets veranderd. Probeer het nog eens, of stel een authenticator-app in.',
  },
  'account.passkey_needs_script': {
    title: 'Een passkey werkt niet zonder JavaScript',
    what: 'Zet JavaScript aan in uw browser, of kies een andere manier.',
  },
  'account.issuer_unknown_person': {
    title: 'Uw inlogdienst kent u, Kansenplein nog niet',
    what: 'Vraag een uitnodiging aan de beheerder van uw gemeente. Heeft u hier al een account? Log dan eerst in met uw passkey of wachtwoord, en koppel de inlogdienst bij Mijn account.',
  },
  'account.issuer_cancelled': {
    title: 'U bent gestopt met inloggen',
    what: 'Er is niets veranderd. Probeer het opnieuw, of kies een andere manier.',
  },
  'account.issuer_down': {
    title: 'De inlogdienst geeft geen antwoord',
    what: 'Dat ligt niet aan u. Probeer het over een paar minuten opnieuw, of kies een andere manier.',
  },
  'account.issuer_wrong_answer': {
    title: 'Het antwoord van de inlogdienst klopte niet',
    what: 'Daarom bent u niet ingelogd. Begin opnieuw. Blijft het misgaan? Vertel het de beheerder van uw gemeente.',
  },
  'account.issuer_too_weak': {
    title: 'Uw inlogdienst vroeg geen tweede stap',
    what: 'Daarom bent u niet ingelogd. Vraag uw gemeente om tweestapsverificatie, of kies een andere manier.',
  },
  'account.issuer_linked_elsewhere': {
    title: 'Deze inlogdienst hoort al bij een ander account',
    what: 'Er is niets veranderd. Log in met dat account, of koppel een andere.',
  },
  'issuer.not_found': {
    title: 'Deze inlogdienst kennen we niet',
    what: 'Er is niets veranderd. Kies hieronder een andere manier.',
  },
  'account.confirm_first': {
    title: 'Bevestig eerst dat u het bent',
    what: 'Er is nog niets veranderd. Wat u invulde, is bewaard.',
  },
  'account.confirm_refused': {
    title: 'Dit wachtwoord of deze code klopt niet',
    what: 'Er is niets veranderd. Kijk of u geen typefout maakte en probeer het opnieuw. Wat u eerder invulde, is er nog.',
  },
  'account.second_factor_required': {
    title: 'Alleen een wachtwoord is niet genoeg',
    what: 'Er is niets veranderd. Stel eerst een tweede stap in.',
  },
  'account.password_common': {
    title: 'Dit wachtwoord is te makkelijk te raden',
    what: 'Er is niets veranderd. Kies een ander wachtwoord van 12 tekens of meer. Een zin mag ook.',
  },
  'factor.last': {
    title: 'Dit is uw laatste manier om in te loggen',
    what: 'Er is niets veranderd. Voeg eerst een andere toe, dan kan deze weg.',
  },
  'factor.needed_first': {
    title: 'Eerst een tweede stap',
    what: 'Er is niets veranderd. Een wachtwoord werkt alleen samen met een authenticator-app. Stel die eerst in.',
  },
  'factor.not_found': {
    title: 'Dit is er niet meer',
    what: 'Misschien haalde u het in een ander venster al weg. Hieronder staat wat er nu is.',
  },
  'login_session.not_found': {
    title: 'Die aanmelding was al beëindigd',
    what: 'U hoeft niets te doen. Hieronder staat waar u nu nog bent ingelogd.',
  },
  'link.not_found': {
    title: 'Deze link werkt niet meer',
    what: 'Een link werkt één keer en niet lang. Vraag een nieuwe aan; er is niets veranderd.',
  },
  'link.open_again': {
    title: 'Open de link in de mail nog eens',
    what: 'Deze pagina hoort bij een link die u per mail kreeg. Open die opnieuw; er is niets veranderd.',
  },
  'invitation.person_known': {
    title: 'U heeft intussen al een account met dit adres',
    what: 'De uitnodiging is nog geldig. Log in met dat account en open daarna de link in de mail nog eens.',
  },
  'invitation.not_found': {
    title: 'Deze uitnodiging werkt niet meer',
    what: 'Een uitnodiging werkt één keer en 72 uur lang. Vraag de beheerder van uw gemeente om een nieuwe.',
  },
};
