// Sentences for the codes of the API: what happened, what was kept, what to do. Codes never reach a reader bare.
import { calendarErrors } from './errors-calendar.ts';
import { communityErrors, communityFields } from './errors-communities.ts';
import { commitmentErrors } from './errors-commitments.ts';
import { jointErrors } from './errors-joint.ts';
import { fileErrors } from './errors-files.ts';
import { signingErrors } from './errors-signing.ts';
import { notifyingErrors } from './errors-notifying.ts';
import { organisationErrors } from './errors-organisations.ts';
import { paperErrors } from './errors-papers.ts';
import { searchErrors } from './errors-search.ts';
import { sessionErrors } from './errors-sessions.ts';
import { versionErrors } from './errors-versions.ts';

export interface ErrorSentence {
  title: string;
  what: string;
}

const sentences: Record<string, ErrorSentence> = {
  ...calendarErrors,
  ...jointErrors,
  ...signingErrors,
  ...fileErrors,
  ...versionErrors,
  ...organisationErrors,
  ...paperErrors,
  ...searchErrors,
  ...sessionErrors,
  ...communityErrors,
  ...notifyingErrors,
  ...commitmentErrors,
  internal: {
    title: 'Er ging iets mis bij ons',
    what: 'Wat u al had bewaard, is er nog. Probeer het over een minuut opnieuw.',
  },
  'input.invalid': {
    title: 'Niet alles klopt',
    what: 'Er is niets veranderd. Kijk na wat hieronder staat en stuur het nog eens.',
  },
  'account.sign_in_first': {
    title: 'Log eerst in',
    what: 'Deze pagina is voor mensen die zijn ingelogd. Uw tekst is niet verdwenen als u net iets schreef.',
  },
  'account.other_role_needed': {
    title: 'Dit kan niet met uw huidige rol',
    what: 'Er is niets veranderd. Wissel van rol, of vraag de beheerder van uw gemeente.',
  },
  'account.other_writer': {
    title: 'U bent nu ingelogd als iemand anders',
    what: 'Deze tekst is door een ander account geschreven. Er is niets bewaard en niets verdwenen. Log in met het account waarmee u schreef.',
  },
  'person.not_sure': {
    title: 'Er is niets verwijderd',
    what: 'Zet eerst een vinkje bij Ik weet het zeker. Verwijderen is niet terug te draaien.',
  },
  'person.last_administrator': {
    title: 'U bent de laatste beheerder van uw gemeente',
    what: 'Er is niets verwijderd. Maak bij Mensen eerst iemand anders beheerder, dan kunt u weg.',
  },
  'part.not_found': {
    title: 'Dit onderdeel bestaat niet',
    what: 'Er is niets veranderd. Begin de download opnieuw.',
  },
  'part.no_such_place': {
    title: 'De download is onderweg blijven steken',
    what: 'Er is niets veranderd. Begin de download opnieuw.',
  },
  'intervention.stale': {
    title: 'Iemand anders heeft dit concept intussen gewijzigd',
    what: 'Er is niets overschreven. Hieronder staat uw tekst naast wat nu is bewaard.',
  },
  'agenda.stale': {
    title: 'Iemand anders heeft deze agenda intussen gewijzigd',
    what: 'Er is niets overschreven. Uw tekst staat nog in de velden. Vergelijk en bewaar opnieuw.',
  },
  'intervention.incomplete': {
    title: 'Er ontbreekt nog iets',
    what: 'Uw concept is bewaard. Vul dit aan, dan kan het worden gepubliceerd.',
  },
  'agenda.incomplete': {
    title: 'Er ontbreekt nog iets',
    what: 'Uw concept is bewaard. Vul dit aan, dan kan het worden gepubliceerd.',
  },
  'publication.findings_open': {
    title: 'Er staan nog bevindingen uit het document open',
    what: 'Er is nog niets gepubliceerd; uw concept is bewaard. Handel ze af, of vink bij Publiceren aan dat u ze gezien hebt.',
  },
  'publication.bsn': {
    title: 'Er staat een burgerservicenummer in de tekst',
    what: 'Daarom is er niets gepubliceerd. Haal het nummer weg en probeer het opnieuw. Uw concept is bewaard.',
  },
  'publication.personal_data': {
    title: 'Er lijken persoonsgegevens in de tekst te staan',
    what: 'Daarom is er nog niets gepubliceerd. Haal ze weg, of leg bij Publiceren uit waarom ze erin horen.',
  },
  'intervention.read_only': {
    title: 'U kunt dit lezen, niet wijzigen',
    what: 'Er is niets veranderd. Alleen redacteuren van de gemeente die trekt, schrijven hierin.',
  },
  'agenda.read_only': {
    title: 'U kunt dit lezen, niet wijzigen',
    what: 'Er is niets veranderd. Alleen redacteuren van deze gemeente schrijven hierin.',
  },
  'agenda.keys': {
    title: 'Doelen en acties passen niet bij elkaar',
    what: 'Er is niets veranderd. Kijk of elke actie bij een doel staat dat nog bestaat.',
  },
  'adoption.own': {
    title: 'Dit is al van uw gemeente',
    what: 'Er is niets overgenomen. Wilt u verder schrijven? Open de interventie bij Mijn plein.',
  },
  'adoption.not_found': {
    title: 'De bron is niet meer te zien',
    what: 'Wat u overnam, is bewaard en blijft van u. Er is niets veranderd.',
  },
  'adoption.source_moved': {
    title: 'De bron publiceerde intussen nog een versie',
    what: 'Er is niets overgenomen. Hieronder staat wat er nu anders is.',
  },
  'agenda.tree': {
    title: 'De doelen hangen niet goed onder elkaar',
    what: 'Er is niets veranderd. Een doel mag niet onder zichzelf hangen, en er zijn hoogstens vier niveaus.',
  },
  'agenda.too_large': {
    title: 'Deze agenda is te groot',
    what: 'Er is niets bewaard; uw tekst staat nog in de velden. Maak hem korter, of begin er een tweede agenda naast.',
  },
  'participation.needs_new_invitation': {
    title: 'Uw gemeente trok zich terug',
    what: 'Alleen de trekker kan haar opnieuw uitnodigen. Er is niets veranderd.',
  },
  'participation.agreed_by_participant': {
    title: 'Deze gemeente heeft zelf al geantwoord',
    what: 'Haar antwoord blijft staan. Vraag haar om het te wijzigen.',
  },
  'participation.lead_stays': {
    title: 'De trekker doet altijd mee',
    what: 'Er is niets veranderd. Een interventie zonder trekker kan niet.',
  },
  'participation.not_found': {
    title: 'Uw gemeente staat er niet (meer) bij',
    what: 'Misschien nam de trekker de vraag terug. Er is niets veranderd. Werkt u voor meer gemeenten? Wissel dan van gemeente en open de link nog eens.',
  },
  'participation.cannot_answer': {
    title: 'Een publiceerder van uw gemeente kan antwoorden',
    what: 'Er is niets veranderd. De trekker antwoordt niet voor een ander, en een lezer of redacteur ook niet.',
  },
  'participation.decline_instead': {
    title: 'Uw gemeente deed nog niet mee',
    what: 'Er is niets veranderd. Kies ‘Nee, wij doen niet mee’ om de vraag af te wijzen.',
  },
  'participation.withdraw_instead': {
    title: 'Uw gemeente doet al mee',
    what: 'Er is niets veranderd. Kies ‘Wij doen niet meer mee’ om te stoppen.',
  },
  'participation.condition_missing': {
    title: 'Zeg nog onder welk voorbehoud',
    what: 'Er is nog niets vastgelegd. Wat u invulde, staat er nog.',
  },
  'participation.answer_missing': {
    title: 'Kies nog een antwoord',
    what: 'Er is nog niets vastgelegd. Wat u invulde, staat er nog.',
  },
  'concept.not_found': {
    title: 'Dit begrip staat hier niet',
    what: 'Misschien heet het anders. Zoek het op in de lijst van begrippen, of zoek hieronder.',
  },
  'municipality.not_found': {
    title: 'Deze gemeente kennen we niet',
    what: 'Kijk of de naam klopt. Gemeenten die zijn opgegaan in een andere, staan onder hun nieuwe naam.',
  },
  'membership.last_administrator': {
    title: 'Er moet een beheerder blijven',
    what: 'Er is niets veranderd. Maak eerst iemand anders beheerder.',
  },
  'import.empty': {
    title: 'Er is nog niets om te lezen',
    what: 'Kies een bestand, of plak de tekst hieronder.',
  },
  'import.too_long': {
    title: 'Deze tekst is te lang',
    what: 'Tot ongeveer 150 bladzijden gaat goed. Deel het document op. Uw tekst staat hieronder nog.',
  },
  'import.not_found': {
    title: 'Dit document is er niet',
    what: 'Misschien klopt het adres niet helemaal, of is het van een andere gemeente.',
  },
  'import.stale': {
    title: 'Een collega besliste hier net over',
    what: 'Er is niets overschreven. Hieronder staat wat nu is bewaard naast wat u wilde. Kies wat het wordt.',
  },
  'import.decision': {
    title: 'Dit is nog niet compleet',
    what: 'Er is niets veranderd. Uw tekst staat er nog. Vul aan wat hieronder staat.',
  },
  'import.bsn': {
    title: 'Er staat een burgerservicenummer in de tekst',
    what: 'Daarom is dit niet bewaard. Uw tekst staat er nog. Haal het nummer weg.',
  },
  'item.not_found': {
    title: 'Dit stuk hoort niet bij dit document',
    what: 'Er is niets veranderd. Ga terug naar de lijst en kies opnieuw.',
  },
  'import.not_ready': {
    title: 'Hier kunnen nu geen concepten van worden gemaakt',
    what: 'Misschien zijn ze al gemaakt, of is het document van een andere gemeente.',
  },
  'page.403': {
    title: 'Dit formulier kwam van een andere site',
    what: 'Er is niets veranderd. Ga terug, vernieuw de pagina en probeer het opnieuw.',
  },
  'page.404': {
    title: 'Deze pagina is er niet',
    what: 'Misschien klopt het adres niet helemaal, of is de pagina er alleen voor wie is ingelogd.',
  },
  'page.405': {
    title: 'Dit kan hier niet',
    what: 'Er is niets veranderd. Ga terug en probeer het opnieuw.',
  },
  'page.413': {
    title: 'Dit is te groot',
    what: 'Er is niets bewaard. Maak de tekst of het bestand kleiner.',
  },
};

const byClass: Record<number, ErrorSentence> = {
  400: {
    title: 'Niet alles klopt',
    what: 'Er is niets veranderd. Kijk uw gegevens na en probeer het opnieuw.',
  },
  401: {
    title: 'Log eerst in',
    what: 'Deze pagina is voor mensen die zijn ingelogd.',
  },
  403: {
    title: 'Dit mag niet met uw huidige rol',
    what: 'Er is niets veranderd. Wissel van rol of vraag uw beheerder.',
  },
  404: {
    title: 'Deze pagina is er niet',
    what: 'Misschien klopt het adres niet helemaal, of is de pagina er alleen voor wie is ingelogd.',
  },
  409: {
    title: 'Er is intussen iets veranderd',
    what: 'Er is niets overschreven. Vernieuw de pagina en kijk wat er nu staat.',
  },
  429: {
    title: 'Dat ging te snel achter elkaar',
    what: 'Wacht een paar minuten en probeer het dan opnieuw.',
  },
};

const fallback: ErrorSentence = {
  title: 'Er ging iets mis',
  what: 'Wat u al had bewaard, is er nog. Probeer het opnieuw.',
};

export function errorSentence(code: string, status = 500): ErrorSentence {
  return sentences[code] ?? byClass[status] ?? sentences['internal'] ?? fallback;
}

const fieldSentences: Record<string, string> = {
  empty: 'Vul dit in.',
  bsn: 'Hier lijkt een burgerservicenummer te staan.',
  email: 'Hier lijkt een e-mailadres te staan.',
  telephone: 'Hier lijkt een telefoonnummer te staan.',
  iban: 'Hier lijkt een bankrekening te staan.',
  name: 'Hier lijkt de naam van een persoon te staan.',
  unread: 'Hier staat iets wat wij niet kunnen lezen, zoals een scan. Kijk het zelf na.',
  common: 'Dit wachtwoord is te makkelijk te raden.',
  missing: 'Vul dit in.',
  too_small: 'Dit is te kort.',
  too_big: 'Dit is te lang.',
  characters: 'Hier staan tekens in die niet mogen.',
  markdown_html: 'Hier staat HTML in, zoals <b>. Haal die weg, of zet een \\ voor het teken <.',
  markdown_link: 'Hier staat een link die niet mag. Een link begint met https://, http:// of mailto:.',
  markdown_image: 'Hier staat een afbeelding in. In een tekst kan geen afbeelding.',
  markdown_depth: 'Hier staan lijsten te diep in elkaar. Drie niveaus kan.',
  markdown_table: 'Hier staat een te grote tabel. Tien kolommen en honderd rijen kan.',
  invalid_format: 'Dit heeft niet de goede vorm.',
  invalid_type: 'Vul dit in.',
  future: 'Deze dag moet nog komen.',
  order: 'De laatste dag ligt voor de eerste.',
  brin: 'Een BRIN-nummer is twee cijfers en twee letters, zoals 16OR, soms met twee cijfers erachter.',
  school_only: 'Alleen een school of kindcentrum heeft een BRIN-nummer.',
  address: 'Een adres begint met https:// en bevat geen naam of wachtwoord.',
  unknown: 'Een van de gekozen partijen bestaat niet, of u kunt haar niet zien.',
  amount: 'Schrijf een bedrag in hele euro’s, zoals 5000.',
  number: 'Schrijf een getal, zoals 12 of 7,5.',
  circle: 'Een doel hangt onder zichzelf.',
  too_deep: 'Er zijn meer dan vier niveaus.',
  too_many: 'Het zijn er te veel.',
  ...communityFields,
};

export function fieldSentence(code: string): string {
  return fieldSentences[code] ?? 'Dit klopt nog niet.';
}
