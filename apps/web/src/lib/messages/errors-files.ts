// Sentences for what is refused of files: those that are read in and those that go along with a page.
import type { ErrorSentence } from './errors.ts';

const kinds = 'Kies een PDF, Word (.docx), Excel (.xlsx) of afbeelding (.png, .jpg, .webp).';

export const fileErrors: Record<string, ErrorSentence> = {
  'file.empty': {
    title: 'Dit bestand is leeg',
    what: 'Er is niets bewaard. Kijk of u het goede bestand koos.',
  },
  'file.too_large': {
    title: 'Dit bestand is te groot',
    what: 'Er is niets bewaard. Tot 10 MB gaat goed. Maak de afbeeldingen kleiner, of plak de tekst.',
  },
  'file.type_unsupported': {
    title: 'Dit soort bestand kunnen we niet lezen',
    what: 'Er is niets bewaard. Kies een Word-bestand (.docx), een PDF of tekst (.txt), of plak de tekst.',
  },
  'file.too_many': {
    title: 'U hebt veel bestanden achter elkaar gestuurd',
    what: 'Dit bestand is niet bewaard. Wacht een uur, of plak de tekst.',
  },
  'file.not_found': {
    title: 'Dit bestand is er niet (meer)',
    what: 'Er is niets veranderd. Kies het bestand nog een keer.',
  },
  'file.no_room': {
    title: 'Er is op dit moment geen ruimte voor bestanden',
    what: 'Dit bestand is niet bewaard; alles wat er al was, is er nog. Vraag de beheerder van het platform om ruimte.',
  },
  'file.unavailable': {
    title: 'Dit bestand is nu niet te openen',
    what: 'Het is niet weg. Probeer het over een minuut opnieuw.',
  },
  'file.not_attachable': {
    title: 'Dit soort bestand kan geen bijlage zijn',
    what: `Er is niets bewaard. ${kinds} Wij kijken naar de inhoud, niet naar de naam.`,
  },
  'file.encrypted': {
    title: 'Dit bestand is beveiligd met een wachtwoord',
    what: 'Er is niets bewaard. Sla het op zonder wachtwoord en kies het opnieuw.',
  },
  'file.damaged': {
    title: 'Dit bestand is beschadigd of niet volledig',
    what: 'Er is niets bewaard. Open het, sla het opnieuw op en kies het nog eens.',
  },
  'file.hostile': {
    title: 'Dit bestand is niet veilig',
    what: 'Er is niets bewaard. Het is anders gemaakt dan gewone programma’s dat doen, of er zit een macro in. Sla het op als een gewoon document.',
  },
  'file.too_heavy': {
    title: 'Dit bestand is te zwaar om na te kijken',
    what: 'Er is niets bewaard. Maak het kleiner, of deel het op.',
  },
  'file.too_many_dots': {
    title: 'Deze afbeelding heeft te veel beeldpunten',
    what: 'Er is niets bewaard. Tot 50 miljoen beeldpunten gaat goed, dat is ongeveer 8000 bij 6000. Maak haar kleiner.',
  },
  'file.bsn': {
    title: 'Er staat een burgerservicenummer in',
    what: 'Daarom is er niets bewaard. Haal het nummer weg uit het bestand, de titel of de naam, en probeer het opnieuw.',
  },
  'attachment.no_file': {
    title: 'Kies nog een bestand',
    what: 'Er is niets veranderd. Wat u schreef, staat er nog.',
  },
  'attachment.not_found': {
    title: 'Deze bijlage is er niet (meer)',
    what: 'Er is niets veranderd. Misschien haalde een collega haar weg.',
  },
  'attachment.too_many': {
    title: 'Er zijn al twintig bijlagen',
    what: 'Deze staat er niet bij. Haal eerst een andere weg, of voeg documenten samen.',
  },
  'attachment.too_large_together': {
    title: 'De bijlagen zijn samen te groot',
    what: 'Deze staat er niet bij. Samen mogen ze 50 MB zijn. Haal er een weg, of maak er een kleiner.',
  },
  'attachment.alternative_missing': {
    title: 'Zeg nog wat er op de afbeelding te zien is',
    what: 'De afbeelding is ontvangen, maar staat er nog niet bij. Wie haar niet kan zien, leest of hoort uw beschrijving.',
  },
  'attachment.personal_data': {
    title: 'Kijk deze bijlage eerst na',
    what: 'Zij staat er nog niet bij; het bestand is wel ontvangen. Haal weg wat er niet in hoort en kies het opnieuw, of leg hieronder uit waarom het zo goed is.',
  },
};
