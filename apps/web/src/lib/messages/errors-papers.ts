// Sentences for papers that could not be made.
import type { ErrorSentence } from './errors.ts';

export const paperErrors: Record<string, ErrorSentence> = {
  'paper.not_found': {
    title: 'Dit is er niet (meer)',
    what: 'Misschien klopt het adres niet helemaal, of is het niet voor u bedoeld.',
  },
  'paper.busy': {
    title: 'Het is even te druk om een bestand te maken',
    what: 'Er is niets veranderd. Wacht een halve minuut en probeer het opnieuw, of druk deze pagina af.',
  },
  'paper.too_many': {
    title: 'U haalde veel bestanden achter elkaar op',
    what: 'Er is niets veranderd. Wacht tien minuten en probeer het opnieuw, of druk deze pagina af.',
  },
  'paper.too_heavy': {
    title: 'Dit is te groot voor één bestand',
    what: 'Er is niets veranderd. Download de interventies elk apart, of druk deze pagina af.',
  },
  'paper.too_many_interventions': {
    title: 'Deze agenda noemt meer dan 150 interventies',
    what: 'Dat is te veel voor één bestand. Er is niets veranderd. Download de interventies elk apart.',
  },
  'import.addendum_of_which': {
    title: 'Kies eerst waar deze aanvulling bij hoort',
    what: 'Er is niets aangemaakt en uw keuzes zijn bewaard. Kies een agenda en probeer het opnieuw.',
  },
  'import.more_than_addendum': {
    title: 'In dit document staat meer dan een aanvulling',
    what: 'Er is niets aangemaakt en uw keuzes zijn bewaard. Sla over wat niet bij de aanvulling hoort, of maak er een eigen agenda van.',
  },
  'addendum.not_found': {
    title: 'Deze aanvulling is er niet (meer)',
    what: 'Er is niets veranderd. Kijk op de pagina van de agenda welke aanvullingen er zijn.',
  },
};
