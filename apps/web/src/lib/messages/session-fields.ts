// What the fields of a knowledge session are called, and what can be wrong with them.
import { fieldSentence } from './errors.ts';

const labels: Record<string, string> = {
  title: 'Titel',
  summary: 'In het kort',
  description: 'Waar het over gaat',
  visibility: 'Voor wie',
  invited: 'Wie is uitgenodigd',
  guests: 'Gasten',
  day: 'Dag',
  lastDay: 'Laatste dag',
  from: 'Begint om',
  until: 'Eindigt om',
  closes: 'Aanmelden tot en met',
  form: 'Vorm',
  place: 'Plek',
  address: 'Adres',
  directions: 'Route',
  places: 'Aantal plaatsen',
  question: 'Vraag aan deelnemers',
  programme: 'Programma',
  rounds: 'Workshops',
  speakers: 'Sprekers',
  themes: 'Thema’s',
  interventions: 'Interventies',
  contactRole: 'Contact: rol',
  contactMailbox: 'Contact: e-mailadres',
  report: 'Verslag',
  links: 'Links voor deelnemers',
  url: 'Adres van de link',
  subject: 'Onderwerp',
  text: 'Bericht',
};

const sentences: Record<string, string> = {
  ends_before_start: 'Het einde ligt voor het begin.',
  closes_after_start: 'Aanmelden houdt op voor of op de dag zelf.',
  clock_missing: 'Deze tijd bestaat op die dag niet: de klok gaat dan vooruit.',
  clock_twice: 'Deze tijd is er op die dag twee keer: de klok gaat dan terug. Kies een andere tijd.',
  no_such_day: 'Deze dag bestaat niet.',
  in_the_past: 'Deze dag is al geweest.',
  guests_need_public: 'Gasten kunnen alleen komen als iedereen het programma mag lezen.',
  places_below: 'Er zijn al meer mensen met een plaats.',
  workshop_taken: 'Voor een workshop die u weghaalt, zijn al mensen aangemeld.',
  speaker_consent: 'Vraag of de naam op de pagina mag, en zet het vinkje.',
  no_page: 'Dit adres is geen pagina van een interventie, of u kunt haar niet zien.',
  key_twice: 'Laad de pagina opnieuw: een regel kwam twee keer mee.',
  circle_none: 'Leden van een community kan alleen als een community de sessie organiseert.',
  circle_private: 'Uw community is besloten. Kies ‘Leden van de community’.',
  too_small: 'Dit is te klein of te kort.',
};

/** Without `content.`, as the fields of the form are called. */
export const fieldOf = (field: string): string => field.replace(/^content\./, '');

export const sessionFieldLabel = (field: string): string => {
  const [first = '', , third = ''] = fieldOf(field).split('.');
  return labels[first] ?? labels[third] ?? 'Veld';
};

export const sessionFieldSentence = (code: string): string => sentences[code] ?? fieldSentence(code);

/** For the summary: each line leads to its field. */
export const sessionErrorsOf = (fields: readonly { field: string; code: string }[]) =>
  fields.map(({ field, code }) => ({
    field: fieldOf(field),
    message: `${sessionFieldLabel(field)}: ${sessionFieldSentence(code).toLowerCase()}`,
  }));
