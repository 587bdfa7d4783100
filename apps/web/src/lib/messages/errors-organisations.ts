// Sentences for what can go wrong with organisations and schools.
import type { ErrorSentence } from './errors.ts';

export const organisationErrors: Record<string, ErrorSentence> = {
  'organisation.not_found': {
    title: 'Deze organisatie is er niet',
    what: 'Er is niets veranderd. Misschien klopt het adres niet helemaal, of ziet alleen de gemeente die haar toevoegde haar.',
  },
  'organisation.unknown': {
    title: 'Een gekozen partij bestaat niet, of u kunt haar niet zien',
    what: 'Er is niets bewaard; uw tekst staat nog in de velden. Haal die partij weg en kies opnieuw.',
  },
  'organisation.looks_known': {
    title: 'Deze organisatie lijkt er al te zijn',
    what: 'Er is nog niets toegevoegd. Kies hieronder de organisatie die u bedoelt, of voeg uw eigen toch toe.',
  },
  'organisation.code_of_school': {
    title: 'Een BRIN-nummer hoort bij een school',
    what: 'Er is nog niets bewaard. Kies School of Kindcentrum als soort, of haal het nummer weg.',
  },
  'organisation.read_only': {
    title: 'U kunt dit lezen, niet wijzigen',
    what: 'Er is niets veranderd. Wat ook anderen zien, verbetert een coördinator van de alliantie.',
  },
  'organisation.stale': {
    title: 'Iemand anders heeft dit intussen gewijzigd',
    what: 'Er is niets overschreven. Vergelijk met wat er nu staat en bewaar opnieuw.',
  },
  'organisation.merged_already': {
    title: 'Deze twee kunnen niet worden samengevoegd',
    what: 'Er is niets veranderd. Het is dezelfde, of een van de twee is al samengevoegd. Vernieuw de pagina.',
  },
  'organisation.not_merged': {
    title: 'Deze organisatie staat al op zichzelf',
    what: 'Er is niets veranderd. Misschien maakte iemand anders het samenvoegen al ongedaan.',
  },
  'organisation.has_people': {
    title: 'Voor deze organisatie werken mensen met een account',
    what: 'Er is niets samengevoegd, want hun rechten horen bij deze naam. Laat deze organisatie blijven.',
  },
  'organisation.cannot_merge': {
    title: 'Dit kan alleen een coördinator van de alliantie',
    what: 'Er is niets veranderd.',
  },
  'organisation.nothing_chosen': {
    title: 'Kies welke blijft en welke daarin opgaat',
    what: 'Er is niets samengevoegd. Wat u als reden schreef, staat er nog.',
  },
};
