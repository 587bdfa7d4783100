// Sentences for what versions and review refuse.
import type { ErrorSentence } from './errors.ts';

export const versionErrors: Record<string, ErrorSentence> = {
  'version.not_found': {
    title: 'Deze versie is er niet',
    what: 'Misschien klopt het adres niet helemaal, of was deze versie niet voor u bedoeld.',
  },
  'version.draft_has_changes': {
    title: 'In de werkversie staat tekst die nog niet gepubliceerd is',
    what: 'Er is niets veranderd. Zet een vinkje als die vervangen mag worden. De tekst blijft bewaard bij ‘Wat er gebeurde’.',
  },
  'review.nothing_said': {
    title: 'Zeg nog wat er anders moet',
    what: 'Er is niets teruggestuurd. Schrijf een opmerking bij een veld, of bij Terugsturen. De tekst is bewaard.',
  },
  'review.bsn': {
    title: 'Er staat een burgerservicenummer in uw opmerking',
    what: 'Daarom is de opmerking niet geplaatst. Zij staat er nog. Haal het nummer weg en probeer het opnieuw.',
  },
  'review.no_such_field': {
    title: 'Dit onderdeel is er niet (meer)',
    what: 'De opmerking is niet geplaatst. Zet haar bij een ander onderdeel, of bij het geheel.',
  },
  'remark.not_found': {
    title: 'Deze opmerking is er niet (meer)',
    what: 'Er is niets veranderd. Vernieuw de pagina en kijk wat er nu staat.',
  },
  'intervention.cannot_submit': {
    title: 'Dit kan nu niet worden ingediend',
    what: 'Uw tekst is bewaard. Misschien diende een collega haar al in. Vernieuw de pagina.',
  },
  'agenda.cannot_submit': {
    title: 'Dit kan nu niet worden ingediend',
    what: 'Uw tekst is bewaard. Misschien diende een collega haar al in. Vernieuw de pagina.',
  },
  'intervention.cannot_return': {
    title: 'Dit kan nu niet worden teruggestuurd',
    what: 'Er is niets teruggestuurd. Misschien deed een collega dat al. Vernieuw de pagina.',
  },
  'agenda.cannot_return': {
    title: 'Dit kan nu niet worden teruggestuurd',
    what: 'Er is niets teruggestuurd. Misschien deed een collega dat al. Vernieuw de pagina.',
  },
};
